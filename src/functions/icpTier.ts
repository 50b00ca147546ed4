/** ICP_TIER: the tier of each score by the cuts alone. */
import { textOfCell } from '../sheet/plan/planTable';
import { DEFAULT_SETTINGS } from '../domain/plan';
import { tierByCut, tierName } from '../domain/tier';
import { isBlank } from '../sheet/parse/blank';
import { clipped } from '../sheet/problem';
import type { Arguments } from './arguments';
import { mapCells } from './arguments';
import type { FormulaRun } from './formula';

export const icpTier: FormulaRun = (given) => {
  const cuts = cutsOf(given);
  return mapCells(given.raw('scores'), (cell) => {
    if (isBlank(cell)) return '';
    if (typeof cell === 'number' && cell >= 0 && cell <= 100) return tierName(tierByCut(cell, cuts));
    return typeof cell === 'string' && !/\d/.test(cell)
      ? 'Tier'
      : given.fail('scores', `"${clipped(textOfCell(cell))}"`, 'Give scores from 0 to 100, e.g. the column Fit of Scores.');
  });
};

function cutsOf(given: Arguments): readonly [number, number, number] {
  const [one, two, three] = DEFAULT_SETTINGS.cuts;
  const cuts = [given.number('tier1') ?? one, given.number('tier2') ?? two, given.number('tier3') ?? three] as const;
  if (!(cuts[0] > cuts[1] && cuts[1] > cuts[2]))
    given.fail('tier1', `part of ${cuts.join(', ')}, which do not fall`, 'Give falling cuts, e.g. 90, 70, 50.');
  return cuts;
}
