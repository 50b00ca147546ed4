/** The lines of the `Summary` tab from the list to accounts that can be reached: each is within the one above. The chart draws them. */
import type { Run } from '../run/run';
import { summaryLine as line, type SummaryLine } from './summaryLine';

/** Where they stand in the sheet, in every run: behind the stamp, the headers and the line of what changed. */
export const PATH_ROW = 4;
export const PATH_ROWS = 5;

/** From the list to the reachable accounts, a row a step; the chart draws them. */
export function pathLines({ runResult, market, segments }: Run): readonly SummaryLine[] {
  const { accounts } = runResult.counts;
  const isSegmented = segments.length > 0;
  const assigned = isSegmented ? segments.reduce((sum, { top }) => sum + top, 0) : null;
  // Of a segment with accounts and without known buyers nobody can say how many can be reached, so neither of all.
  const isKnown = segments.every(({ top, reachableTop }) => top === 0 || reachableTop !== null);
  const reachable = isSegmented && isKnown ? segments.reduce((sum, { reachableTop }) => sum + (reachableTop ?? 0), 0) : null;
  const of = (measure: string, count: number | null, note: string): SummaryLine =>
    line('Path', measure, { count, share: count === null || accounts === 0 ? null : count / accounts }, note);
  return [
    of('Listed accounts', accounts, 'Rows read without errors. Shares are of these.'),
    of('In the market bounds', market.listed, 'Accounts that fail no rule of the market.'),
    of('In the ICP', market.icp.accounts, 'Tier 1 and 2.'),
    of('Assigned to a segment', assigned, 'Of the ICP, those that a segment takes; blank without segments.'),
    of(
      'Reachable',
      reachable,
      'Of those, with a verified contact in a wanted role; blank while contacts or roles are not known.',
    ),
  ];
}
