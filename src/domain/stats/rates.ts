/** Rates from counts: never without their range, and compared only where the counts allow (S1.5, S1.38). Pure. */
import type { Figure } from '../facts/figure';
import { figure, roundedUp, shownNumber, shownShare } from '../facts/figure';
import { normalQuantile } from './normal';

/** A rate of 0–1 with its Wilson interval: 0 ≤ low ≤ rate ≤ high ≤ 1. */
export interface Rate {
  readonly successes: number;
  readonly trials: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

export const CONFIDENCE = 0.95;
const POWER = 0.8;

/**
 * The rate and its Wilson score interval; null without trials, for counts that are not whole or not 0 ≤ successes ≤ trials,
 * and for a confidence not strictly between 0 and 1.
 */
export function rateRange(successes: number, trials: number, confidence = CONFIDENCE): Rate | null {
  const isCount = Number.isSafeInteger(successes) && Number.isSafeInteger(trials) && successes >= 0 && successes <= trials;
  const z = normalQuantile((1 + confidence) / 2);
  if (!isCount || trials === 0 || !(confidence > 0) || !Number.isFinite(z)) return null;
  const rate = successes / trials;
  const low = successes === 0 ? 0 : wilsonLow(successes, trials, z);
  const high = successes === trials ? 1 : 1 - wilsonLow(trials - successes, trials, z);
  return { successes, trials, rate, low: Math.min(low, rate), high: Math.max(high, rate) };
}

/** The only way a rate is shown: `15 % (9.3 to 23.3 %, 15 of 100)`; the range is rounded outward. */
export function shownRate({ rate, low, high, successes, trials }: Rate): string {
  const from = shownNumber(low * 100, 1);
  const to = shownNumber(roundedUp(high * 1000) / 10, 1);
  return `${shownShare(rate)} (${from} to ${to} %, ${shownNumber(successes)} of ${shownNumber(trials)})`;
}

export interface RateDifference {
  /** First rate minus second. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Difference of two rates with Newcombe's interval from their Wilson ranges (both of one confidence); the rates differ clearly when 0 is outside. */
export function rateDifference(first: Rate, second: Rate): RateDifference {
  const difference = first.rate - second.rate;
  return {
    difference,
    low: Math.max(-1, difference - Math.hypot(first.rate - first.low, second.high - second.rate)),
    high: Math.min(1, difference + Math.hypot(first.high - first.rate, second.rate - second.low)),
  };
}

/**
 * Contacts in each group that tell two rates apart, four times in five at 95 % confidence unless told otherwise:
 * 15 % and 2 % need 72. Null when they are equal or not 0–1.
 */
export function contactsNeeded(first: number, second: number, confidence = CONFIDENCE, power = POWER): Figure {
  if (first === second || ![first, second].every((rate) => rate >= 0 && rate <= 1)) return null;
  const mean = (first + second) / 2;
  const [without, spread] = [2 * mean * (1 - mean), first * (1 - first) + second * (1 - second)];
  const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(without) + normalQuantile(power) * Math.sqrt(spread);
  const needed = figure((reach / (first - second)) ** 2);
  return needed === null ? null : roundedUp(needed);
}

/** Lower end for 1 or more successes, written so that nothing is lost when the rate is tiny. */
function wilsonLow(successes: number, trials: number, z: number): number {
  const failures = trials - successes;
  const square = z * z;
  const root = z * Math.sqrt(square + (4 * successes * failures) / trials);
  return (2 * successes * successes) / (trials * (2 * successes + square + root));
}
