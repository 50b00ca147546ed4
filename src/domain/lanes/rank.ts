/** Launch order of segments, and the best accounts of a list (S0.25, S4.6). Pure. */
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
  order.forEach(({ index }, place) => (ranks[index] = place + 1));
  return ranks;
}

/** Indexes of the `wanted` best scores, best first, ties in list order: 200 of 2,000 (S4.6). Unknown scores are never among them. */
export function bestOf(scores: readonly Figure[], wanted: number): readonly number[] {
  const known = scores.flatMap((score, index) => (score === null || Number.isNaN(score) ? [] : [{ score, index }]));
  known.sort((a, b) => b.score - a.score || a.index - b.index);
  return known.slice(0, Math.max(0, Math.floor(wanted))).map(({ index }) => index);
}

function compare(a: RankInputs, b: RankInputs): number {
  return (
    VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] ||
    (b.reachableTop ?? b.assigned) - (a.reachableTop ?? a.assigned) ||
    (b.score ?? -1) - (a.score ?? -1) ||
    (a.priority ?? Number.MAX_VALUE) - (b.priority ?? Number.MAX_VALUE)
  );
}
