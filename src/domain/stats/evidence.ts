/**
 * Evidence that stays valid when it is looked at again every month: beta-binomial test martingales and
 * e-BH (Robbins 1970; Howard et al. 2021; Wang and Ramdas 2022). Evidence is given as its natural logarithm, 0 for none. Pure.
 */
import { gammaln } from 'simple-statistics';

/** Whole counts, 0 ≤ successes ≤ trials. */
export interface Counts {
  readonly successes: number;
  readonly trials: number;
}

/** Trials that the mixture is worth: sequences of 100 to 2,000 trials are then 1.5 to 1.7 times as wide as a Wilson interval. */
const PRIOR_TRIALS = 50;
/** Where the least lies is found to a hundred-thousandth of the span: near it the value hardly changes. */
const GRID = 12;
const THIRDS = 20;
/** Of a claim that stands alone. */
export const SINGLE_LEVEL = 0.05;
/** Of the normal curve at 80 %. */
const POWER_QUANTILE = 0.8416212335729143;
const MOST_TRIALS = 2 ** 24;

/**
 * ln of the evidence against `rate` (0–1): of all counts that a true rate of `rate` can bring, the mean of exp(evidence) is 1, and
 * over all looks at a growing count it passes ln(1 ÷ a) with a chance of at most a (Ville).
 */
export function evidenceAgainst({ successes, trials }: Counts, rate: number): number {
  const failures = trials - successes;
  if (rate <= 0) return successes > 0 ? Infinity : 0;
  if (rate >= 1) return failures > 0 ? Infinity : 0;
  const [a, b] = [PRIOR_TRIALS * rate, PRIOR_TRIALS * (1 - rate)];
  return logBeta(a + successes, b + failures) - logBeta(a, b) - successes * Math.log(rate) - failures * Math.log1p(-rate);
}

/** ln of the evidence that the true rate lies above `rate`, or below it; 0 where the counts lie on the other side. */
export function evidenceBeyond(counts: Counts, rate: number, side: 'above' | 'below'): number {
  const share = counts.trials === 0 ? rate : counts.successes / counts.trials;
  return (side === 'above' ? share > rate : share < rate) ? evidenceAgainst(counts, rate) : 0;
}

/** ln of the evidence that the first rate is not `ratio` times the second: the least over all pairs of rates that are. */
export function evidenceAgainstRatio(first: Counts, second: Counts, ratio: number): number {
  if (first.trials === 0 || second.trials === 0) return 0;
  const at = (rate: number): number => evidenceAgainst(first, ratio * rate) + evidenceAgainst(second, rate);
  const most = Math.min(1, 1 / ratio);
  const ends = [first.successes / first.trials / ratio, second.successes / second.trials].map((rate) => Math.min(rate, most));
  // Outside of the two likeliest rates both parts grow.
  return leastBetween(at, Math.min(...ends), Math.max(...ends));
}

/** ln of the evidence that the first rate is more than `ratio` times the second, or less; 0 where the counts lie on the other side. */
export function evidenceBeyondRatio(first: Counts, second: Counts, ratio: number, side: 'above' | 'below'): number {
  const [own, other] = [first.successes * second.trials, second.successes * first.trials * ratio];
  return (side === 'above' ? own > other : own < other) ? evidenceAgainstRatio(first, second, ratio) : 0;
}

/** Whether evidence alone carries a claim that chance makes, over all looks, in at most one case of twenty. */
export function isShown(evidence: number): boolean {
  return discoveries([evidence], SINGLE_LEVEL)[0] === true;
}

/**
 * Which of several claims hold, by e-BH: of those it lets through, at most a share of `level` is false on average, however the claims
 * depend on each other; when none is true, the chance that it ever lets one through, at any look, is at most `level`.
 */
export function discoveries(evidence: readonly number[], level: number): readonly boolean[] {
  const falling = [...evidence].sort((a, b) => b - a);
  const bound = (count: number): number => Math.log(evidence.length / (level * count));
  const count = falling.reduce((most, each, index) => (each >= bound(index + 1) ? index + 1 : most), 0);
  return evidence.map((each) => count > 0 && each >= bound(count));
}

/**
 * Trials from which a true `rate` is told from `mark` at every look, four times in five; null where they are equal or none would do.
 * @param level chance of a false alarm, 0–1
 */
export function trialsToTell(rate: number, mark: number, level: number): number | null {
  return leastTrials((trials) => {
    const successes = trials * toward(rate, mark, Math.sqrt((rate * (1 - rate)) / trials));
    return evidenceBeyond({ successes, trials }, mark, rate > mark ? 'above' : 'below') >= -Math.log(level);
  });
}

/** Trials of each of two groups from which their rates are told apart in the same way. */
export function trialsToTellApart(first: number, second: number, level: number): number | null {
  return leastTrials((trials) => {
    const error = Math.sqrt((first * (1 - first) + second * (1 - second)) / trials);
    const own = { successes: trials * toward(first, second, error), trials };
    const side = first > second ? 'above' : 'below';
    return evidenceBeyondRatio(own, { successes: trials * second, trials }, 1, side) >= -Math.log(level);
  });
}

/** A rate moved toward another by what chance takes in one of five draws. */
function toward(rate: number, other: number, error: number): number {
  const moved = rate + Math.sign(other - rate) * POWER_QUANTILE * error;
  return Math.min(1, Math.max(0, moved));
}

function leastTrials(tells: (trials: number) => boolean): number | null {
  let most = 1;
  while (!tells(most)) if ((most *= 2) > MOST_TRIALS) return null;
  let least = most / 2;
  while (most - least > 1) {
    const middle = Math.ceil((least + most) / 2);
    if (tells(middle)) most = middle;
    else least = middle;
  }
  return Math.ceil(most);
}

function logBeta(a: number, b: number): number {
  return gammaln(a) + gammaln(b) - gammaln(a + b);
}

function leastBetween(valueAt: (x: number) => number, from: number, to: number): number {
  const step = (to - from) / GRID;
  let [best, least] = [from, valueAt(from)];
  for (let index = 1; index <= GRID; index += 1) {
    const value = valueAt(from + index * step);
    if (value < least) [best, least] = [from + index * step, value];
  }
  let [low, high] = [Math.max(from, best - step), Math.min(to, best + step)];
  for (let round = 0; round < THIRDS; round += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (valueAt(left) < valueAt(right)) high = right;
    else low = left;
  }
  return Math.min(least, valueAt((low + high) / 2));
}
