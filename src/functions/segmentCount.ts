/** SEGMENT_COUNT: accounts that match each segment. */
import { fold } from '../sheet/parse/text';
import { textOfCell } from '../sheet/plan/planTable';
import { isBlank } from '../sheet/parse/blank';
import { clipped } from '../sheet/problem';
import { mapCells } from './arguments';
import type { FormulaRun } from './formula';
import { segmentArguments } from './segmentAssign';

export const segmentCount: FormulaRun = (given) => {
  const { segments, matchCounts } = segmentArguments(given).segmentation;
  if (!given.isGiven('segment')) {
    return [['Segment', 'Accounts'], ...segments.map(({ name }, index) => [name, matchCounts[index] ?? 0])];
  }
  return mapCells(given.raw('segment'), (cell) => {
    if (isBlank(cell)) return '';
    const index = segments.findIndex(({ name }) => fold(name) === fold(textOfCell(cell)));
    if (index < 0)
      given.fail('segment', `"${clipped(textOfCell(cell))}"`, `Give one of: ${segments.map(({ name }) => name).join(', ')}.`);
    return matchCounts[index] ?? 0;
  });
};
