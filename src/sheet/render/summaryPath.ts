/** The lines of the `Summary` tab from the list to accounts that can be reached: each is within the one above. The chart draws them. */
import type { Figure } from '../../domain/facts/figure';
import { quotient } from '../../domain/facts/figure';
import type { Run } from '../run/run';
import { summaryLine as line, type SummaryLine } from './summaryLine';

/** From the list to the reachable accounts, a row a step that is known. */
export function pathLines({ runResult, market, segments }: Run): readonly SummaryLine[] {
  const { accounts } = runResult.counts;
  const isSegmented = segments.length > 0;
  const assigned = isSegmented ? segments.reduce((sum, { top }) => sum + top, 0) : null;
  // Of a segment with accounts and without known buyers nobody can say how many can be reached, so neither of all.
  const isKnown = segments.every(({ top, reachableTop }) => top === 0 || reachableTop !== null);
  const reachable = isSegmented && isKnown ? segments.reduce((sum, { reachableTop }) => sum + (reachableTop ?? 0), 0) : null;
  const of = (what: string, count: Figure, kind: 'scores' | 'segments' | 'funnel'): readonly SummaryLine[] => {
    const share = accounts === count && what === LISTED ? null : quotient(count, market.listed);
    return count === null ? [] : [line(what, { accounts: count, share }, '', { kind })];
  };
  return [
    ...of(LISTED, accounts, 'scores'),
    ...of('In the market', market.listed, 'funnel'),
    ...of('In the ICP', market.icp.accounts, 'scores'),
    ...of('Available in a segment', assigned, 'segments'),
    ...of('Reachable', reachable, 'segments'),
  ];
}

/** More than the market, so of no share of it. */
const LISTED = 'Listed accounts';
