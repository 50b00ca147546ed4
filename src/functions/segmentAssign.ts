/** SEGMENT_ASSIGN: the first segment whose rules each account meets. */
import { height } from './arguments/arguments';
import { besideAccounts } from './arguments/byRow';
import { segmentArguments } from './arguments/segmentArguments';
import type { FormulaBody } from './formula';

/** One segment an account, beside the accounts' rows; `fallback` where none matches. */
export const segmentAssign: FormulaBody = (given) => {
  const { read, segmentation } = segmentArguments(given);
  const fallback = given.cell('fallback', 'a text') ?? '';
  return besideAccounts(read, height(given), ['Segment'], (account) => {
    const segment = segmentation.segments[segmentation.assigned[account] ?? -1];
    return [segment === undefined ? fallback : segment.name];
  });
};
