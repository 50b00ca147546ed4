/** Filter quality: does a filter raise the quality of what it keeps, or only shrink supply (S0.29)? Pure. */
import type { Difference, SampleSums } from '../stats/difference';
import type { WonLost } from '../rules/customerStatus';
import type { Filter } from './filter';
import type { Profile, ProfileRule } from '../score/profile';
import { meanDifference } from '../stats/difference';
import { MISMATCH, PASS } from './filter';
import { MET, UNKNOWN } from '../rules/match';
import { weighedRules } from '../score/profile';
import { rateDifference, rateRange } from '../stats/rates';
import { percentOf } from '../facts/rounding';

/** Whether what a filter keeps is better than what it removes; lower quality only where outcomes say so; `not known`: too few to tell. */
export type QualityVerdict = 'raises quality' | 'no evidence it helps' | 'lowers quality' | 'not known';

export interface FilterQuality {
  readonly verdict: QualityVerdict;
  /** The figures in a sentence. */
  readonly evidence: string;
}

/** Fewer accounts than this on either side decide nothing. */
const FEWEST = 10;
/** A mean that differs by less than one point of 100 is no reason to filter, however many accounts prove it. */
const LEAST_POINTS = 1;

/**
 * Quality of each filter, parallel to `filters`: accounts it passes against accounts it mismatches, blanks aside (a blank says nothing of
 * quality), among those that no other TAM bound, Must or Exclude removes. By win rate where outcomes are known, else by the mean of the
 * score that decides tiers, made without the rule itself.
 */
export function filterQualities(
  profile: Profile,
  filters: readonly Filter[],
  size: number,
  outcomes: WonLost | undefined,
): readonly FilterQuality[] {
  const removals = exclusionRemovals(filters, size);
  const sums = basisSums(profile, size);
  return filters.map((filter) => {
    const ownRemovals = filter.stage === 'Score' ? 0 : 1;
    const sideOf = (i: number): Side | undefined => {
      const result = filter.results[filter.matched.attribute.codes[i] ?? 0];
      const others = (removals[i] ?? 0) - (result === MISMATCH ? ownRemovals : 0);
      if (others > 0) return undefined;
      if (result === PASS) return 'kept';
      return result === MISMATCH ? 'removed' : undefined;
    };
    const byWins = outcomes && winQuality(outcomes, sideOf, size);
    return byWins ?? scoreQuality(profile, filter, sums, sideOf, size);
  });
}

type Side = 'kept' | 'removed';
type SideOf = (index: number) => Side | undefined;

/** How many TAM bounds, Musts and Excludes mismatch each account. */
function exclusionRemovals(filters: readonly Filter[], size: number): Uint16Array {
  const removals = new Uint16Array(size);
  for (const { stage, matched, results } of filters) {
    if (stage === 'Score') continue;
    const { codes } = matched.attribute;
    for (let i = 0; i < size; i++) removals[i] = (removals[i] ?? 0) + (results[codes[i] ?? 0] === MISMATCH ? 1 : 0);
  }
  return removals;
}

function winQuality(outcomes: WonLost, sideOf: SideOf, size: number): FilterQuality | undefined {
  const sides = { kept: { successes: 0, trials: 0 }, removed: { successes: 0, trials: 0 } };
  for (let i = 0; i < size; i++) {
    const side = sideOf(i);
    const outcome = outcomes[i];
    if (!side || (outcome !== 0 && outcome !== 1)) continue;
    sides[side].trials += 1;
    sides[side].successes += outcome;
  }
  const [kept, removed] = [
    rateRange(sides.kept.successes, sides.kept.trials),
    rateRange(sides.removed.successes, sides.removed.trials),
  ];
  if (!kept || !removed || Math.min(kept.trials, removed.trials) < FEWEST) return undefined;
  const { difference: value, low, high } = rateDifference(kept, removed);
  const percent = (share: number): string => shownPoints(100 * share);
  const evidence =
    `Won ${kept.successes} of ${kept.trials} it keeps, ${removed.successes} of ${removed.trials} it removes: ` +
    `${percent(value)} points apart (95 % interval ${percent(low)} to ${percent(high)}).`;
  return { verdict: verdictOf({ value, low, high }), evidence };
}

interface SumColumns {
  readonly known: Float64Array;
  readonly met: Float64Array;
}

/** Units known and met per account over the rules of the basis. */
function basisSums(profile: Profile, size: number): SumColumns {
  const sums = { known: new Float64Array(size), met: new Float64Array(size) };
  for (const { attribute, outcomes, unit } of weighedRules(profile, profile.basis)) {
    for (let i = 0; i < size; i++) {
      const outcome = outcomes[attribute.codes[i] ?? 0];
      if (outcome === UNKNOWN) continue;
      sums.known[i] = (sums.known[i] ?? 0) + unit;
      if (outcome === MET) sums.met[i] = (sums.met[i] ?? 0) + unit;
    }
  }
  return sums;
}

function scoreQuality(profile: Profile, { matched }: Filter, sums: SumColumns, sideOf: SideOf, size: number): FilterQuality {
  if (profile.isMustOnly) return { verdict: 'not known', evidence: 'No rule weighs, so there is no score to compare.' };
  const own = weighedRules(profile, profile.basis).find((rule) => rule === matched);
  const sides = { kept: { n: 0, sum: 0, sumOfSquares: 0 }, removed: { n: 0, sum: 0, sumOfSquares: 0 } };
  for (let i = 0; i < size; i++) {
    const side = sideOf(i);
    const score = side ? scoreWithout(own, sums, i) : NaN;
    if (!side || Number.isNaN(score)) continue;
    sides[side].n += 1;
    sides[side].sum += score;
    sides[side].sumOfSquares += score * score;
  }
  return verdictByMeans(sides.kept, sides.removed);
}

function scoreWithout(own: ProfileRule | undefined, { known, met }: SumColumns, index: number): number {
  const outcome = own ? own.outcomes[own.attribute.codes[index] ?? 0] : UNKNOWN;
  const unit = own && outcome !== UNKNOWN ? own.unit : 0;
  return percentOf((met[index] ?? 0) - (outcome === MET ? unit : 0), (known[index] ?? 0) - unit);
}

function verdictByMeans(kept: SampleSums, removed: SampleSums): FilterQuality {
  const difference = meanDifference(kept, removed);
  if (!difference || Math.min(kept.n, removed.n) < FEWEST) {
    return { verdict: 'not known', evidence: `Too few to compare: ${kept.n} kept, ${removed.n} removed with a score.` };
  }
  const evidence =
    `Mean score without this rule: ${shownPoints(kept.sum / kept.n)} for the ${kept.n} it keeps, ` +
    `${shownPoints(removed.sum / removed.n)} for the ${removed.n} it removes: ${shownPoints(difference.value)} apart ` +
    `(95 % interval ${shownPoints(difference.low)} to ${shownPoints(difference.high)}).`;
  // The other rules are no outcome: where they disagree, nothing is shown against this one.
  const isRaised = difference.low > 0 && difference.value >= LEAST_POINTS;
  return { verdict: isRaised ? 'raises quality' : 'no evidence it helps', evidence };
}

function verdictOf({ low, high }: Difference): QualityVerdict {
  if (low > 0) return 'raises quality';
  return high < 0 ? 'lowers quality' : 'no evidence it helps';
}

/** One decimal, and never `-0.0`. */
function shownPoints(points: number): string {
  return (Math.round(points * 10) / 10 + 0).toFixed(1);
}
