/** SEGMENT_COUNT: accounts that match each segment. */
import type { Cell } from '../sheet/grid';
import { fold } from '../domain/facts/text';
import { textOfCell } from '../sheet/plan/planTable';
import { clipped } from '../sheet/problem';
import { isGrid } from './arguments/arguments';
import type { FormulaBody } from './formula';
import { segmentArguments } from './arguments/segmentArguments';

/** All segments with their counts, or the counts of the segments asked for, in the shape they were asked in. */
export const segmentCount: FormulaBody = (given) => {
  const { segments, matchCounts } = segmentArguments(given).segmentation;
  if (!given.isGiven('segment')) {
    return [['Segment', 'Accounts'], ...segments.map(({ name }, index) => [name, matchCounts[index] ?? 0])];
  }
  const countOf = (cell: Cell): Cell => {
    const wanted = textOfCell(cell);
    if (wanted === '') return '';
    const index = segments.findIndex(({ name }) => fold(name) === fold(wanted));
    if (index < 0) given.fail('segment', `"${clipped(wanted)}"`, `Give one of: ${segments.map(({ name }) => name).join(', ')}.`);
    return matchCounts[index] ?? 0;
  };
  const asked = given.raw('segment') ?? '';
  return isGrid(asked) ? asked.map((row) => row.map(countOf)) : countOf(asked);
};
