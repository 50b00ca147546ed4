/** ICP_TIER: the tier of each score by the cuts alone. */
import { textOfCell } from '../sheet/plan/planTable';
import { DEFAULT_SETTINGS } from '../domain/rules/settings';
import { tierByCut, tierName } from '../domain/score/tier';
import type { Cell } from '../sheet/grid';
import { isBlank } from '../sheet/parse/blank';
import { clipped } from '../sheet/problem';
import type { Arguments } from './arguments/arguments';
import { isGrid } from './arguments/arguments';
import type { FormulaBody } from './formula';

const SCORES = 'scores from 0 to 100, e.g. the column Fit of Scores';

/** Scores in, as many tiers out; '' for a blank score. Exclusions and signals need the accounts and are not asked. @throws Error for what is no score from 0 to 100. */
export const icpTier: FormulaBody = (given) => {
  const cuts = cutsOf(given);
  const scores = given.raw('scores');
  const tierOf = (cell: Cell): Cell => {
    if (isBlank(cell)) return '';
    if (typeof cell === 'number' && cell >= 0 && cell <= 100) return tierName(tierByCut(cell, cuts));
    return given.fail('scores', `"${clipped(textOfCell(cell))}"`, `Give ${SCORES}.`);
  };
  if (!isGrid(scores)) return tierOf(scores ?? '');
  return scores.map((row, index) => row.map((cell) => (index === 0 && isHeader(cell) ? 'Tier' : tierOf(cell))));
};

/** Words above the scores are the header of their column. */
function isHeader(cell: Cell): boolean {
  return typeof cell === 'string' && !isBlank(cell) && !/\d/.test(cell);
}

/** As in the settings: scores that do not rise; equal ones leave a tier empty. */
function cutsOf(given: Arguments): readonly [number, number, number] {
  const [one, two, three] = DEFAULT_SETTINGS.cuts;
  const cuts = [cut(given, 'tier1') ?? one, cut(given, 'tier2') ?? two, cut(given, 'tier3') ?? three] as const;
  if (cuts[0] < cuts[1] || cuts[1] < cuts[2])
    given.fail('tier1', `part of ${cuts.join(', ')}, which do not fall`, 'Give falling cuts, e.g. 90, 70, 50.');
  return cuts;
}

function cut(given: Arguments, name: string): number | undefined {
  const allowed = 'a score from 0 to 100';
  const value = given.number(name, allowed);
  return value !== undefined && (value < 0 || value > 100) ? given.fail(name, String(value), `Give ${allowed}.`) : value;
}
