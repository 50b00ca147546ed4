/** Launch order of segments (S0.25). Pure. */
import type { Verdict } from '../facts/check';
import type { Figure } from '../facts/figure';

export interface RankInputs {
  /** Of its five checks. */
  readonly verdict: Verdict;
  /** Accounts that can be worked now times the rate of the segment's results. */
  readonly expected: number;
  readonly score: Figure;
  /** Lower goes first. */
  readonly priority: number | undefined;
}

/**
 * Rank of each segment, 1 to n, every rank once: those that fail last, then by what is to be expected, then score (blank last),
 * then Priority (blank last), then plan order.
 */
export function rankSegments(segments: readonly RankInputs[]): readonly number[] {
  const order = segments.map((segment, index) => ({ segment, index }));
  order.sort((a, b) => compare(a.segment, b.segment) || a.index - b.index);
  const ranks = segments.map(() => 0);
  order.forEach(({ index }, position) => (ranks[index] = position + 1));
  return ranks;
}

function compare(a: RankInputs, b: RankInputs): number {
  return (
    Number(a.verdict === 'Fail') - Number(b.verdict === 'Fail') ||
    b.expected - a.expected ||
    (b.score ?? -1) - (a.score ?? -1) ||
    (a.priority ?? Number.MAX_VALUE) - (b.priority ?? Number.MAX_VALUE)
  );
}
