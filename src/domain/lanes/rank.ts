/** Launch order of segments (S0.25). Pure. */
import type { Verdict } from '../facts/check';
import type { Figure } from '../facts/figure';

export interface RankInputs {
  /** Of its five checks. */
  readonly verdict: Verdict;
  /** Reachable Tier 1–2 accounts among the assigned; null where reachable is unknown. */
  readonly reachableTop: Figure;
  /** Serves where `reachableTop` is null. */
  readonly assigned: number;
  readonly score: Figure;
  /** Lower goes first. */
  readonly priority: number | undefined;
}

const VERDICT_ORDER: Readonly<Record<Verdict, number>> = { Pass: 0, Check: 1, Fail: 2 };

/**
 * Rank of each segment, 1 to n, every rank once: by verdict, then reachable Tier 1–2 accounts, then score (blank last),
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
    VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] ||
    (b.reachableTop ?? b.assigned) - (a.reachableTop ?? a.assigned) ||
    (b.score ?? -1) - (a.score ?? -1) ||
    (a.priority ?? Number.MAX_VALUE) - (b.priority ?? Number.MAX_VALUE)
  );
}
