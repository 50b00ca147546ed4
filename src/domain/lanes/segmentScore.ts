/** Segment score 0–100: fit, urgency, reachable buyers, data coverage and competition, weighted (S1.14–S1.18). Pure. */
import type { Figure } from '../facts/figure';
import type { Level } from '../rules/plan';
import { figure } from '../facts/figure';

export const SEGMENT_INPUTS = ['fit', 'urgency', 'reachable', 'coverage', 'competition'] as const;
export type SegmentInput = (typeof SEGMENT_INPUTS)[number];

/** Zero or more each; only their proportions count. */
export type SegmentWeights = Readonly<Record<SegmentInput, number>>;

/** The article preset, worked back from the article’s four totals 95, 45, 70 and 65, since it prints no weights (S1.15); other weights give the same totals. */
export const ARTICLE_WEIGHTS: SegmentWeights = { fit: 30, urgency: 10, reachable: 12, coverage: 18, competition: 30 };

/** Null is unknown: it is left out and its weight shared out again. */
export interface SegmentScoreInputs {
  /** Share of 0–1: mean fit over matches ÷ 100 in the plan, points of 1–10 ÷ 10 in the formula. */
  readonly fit: Figure;
  /** Points of 1–10. */
  readonly urgency: Figure;
  readonly reachable: Level | null;
  readonly coverage: Level | null;
  /** As it is; the score takes it reversed. */
  readonly competition: Level | null;
}

export interface SegmentScore {
  /** 0–100, not rounded; null when nothing with a weight is known. */
  readonly score: Figure;
  /** Points of each known input; they sum to the score. */
  readonly points: readonly { readonly input: SegmentInput; readonly points: number }[];
  /** Inputs left out. */
  readonly unknown: readonly SegmentInput[];
}

const LEVEL_SHARES: Readonly<Record<Level, number>> = { High: 1, Medium: 0.6, Low: 0.3 };
const LARGE_WEIGHT = 1e15;
const REVERSED: Readonly<Record<Level, Level>> = { High: 'Low', Medium: 'Medium', Low: 'High' };

/** Weighted mean of the known inputs in percent, free of binary noise (69.6, not 69.60000000000001). */
export function scoreSegment(inputs: SegmentScoreInputs, weights: SegmentWeights = ARTICLE_WEIGHTS): SegmentScore {
  const shares = sharesOf(inputs);
  const known = SEGMENT_INPUTS.flatMap((input) => {
    const share = shares[input];
    return share === null ? [] : [{ input, share, weight: weights[input] }];
  });
  const unknown = SEGMENT_INPUTS.filter((input) => shares[input] === null);
  const largest = Math.max(0, ...known.map(({ weight }) => weight));
  if (!(largest > 0) || !Number.isFinite(largest)) return { score: null, points: [], unknown };
  // Very large weights are brought down first, so that no sum of them overflows.
  const scale = largest > LARGE_WEIGHT ? 1 / largest : 1;
  const total = known.reduce((sum, { weight }) => sum + weight * scale, 0);
  const points = known.map(({ input, share, weight }) => ({ input, points: (100 * (weight * scale) * share) / total }));
  const sum = points.reduce((score, line) => score + line.points, 0);
  return { score: Math.round(sum * 1e10) / 1e10, points, unknown };
}

/** High from 80 %, Medium from 50 %, else Low, both ends closed; unknown stays unknown. */
export function levelOf(share: Figure): Level | null {
  if (share === null || Number.isNaN(share)) return null;
  return share >= 0.8 ? 'High' : share >= 0.5 ? 'Medium' : 'Low';
}

/** Points of 1–10 as the share they stand for; outside of 1–10 they are unusable and so unknown. */
export function shareOfPoints(points: number | null | undefined): Figure {
  const known = figure(points);
  return known !== null && known >= 1 && known <= 10 ? known / 10 : null;
}

function sharesOf(inputs: SegmentScoreInputs): Readonly<Record<SegmentInput, Figure>> {
  const { fit, reachable, coverage, competition } = inputs;
  return {
    fit: fit !== null && fit >= 0 && fit <= 1 ? fit : null,
    urgency: shareOfPoints(inputs.urgency),
    reachable: reachable === null ? null : LEVEL_SHARES[reachable],
    coverage: coverage === null ? null : LEVEL_SHARES[coverage],
    competition: competition === null ? null : LEVEL_SHARES[REVERSED[competition]],
  };
}
