/** Difference: how far two groups lie apart, with the interval the counts allow. Pure. */
import { normalQuantile } from './normal';

/** `low` ≤ `value` ≤ `high`, at 95 %. */
export interface Difference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Sums of a group's numbers, from which mean and variance follow. */
export interface SampleSums {
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

const UPPER_TAIL = 0.975;

/** Mean of `a` less mean of `b` by Welch's t; null when either has fewer than two numbers. */
export function meanDifference(a: SampleSums, b: SampleSums): Difference | null {
  if (a.n < 2 || b.n < 2) return null;
  const value = a.sum / a.n - b.sum / b.n;
  const [ofA, ofB] = [varianceOfMean(a), varianceOfMean(b)];
  const variance = ofA + ofB;
  if (variance === 0) return { value, low: value, high: value };
  const freedom = variance ** 2 / (ofA ** 2 / (a.n - 1) + ofB ** 2 / (b.n - 1));
  const reach = tQuantile(freedom) * Math.sqrt(variance);
  return { value, low: value - reach, high: value + reach };
}

function varianceOfMean({ n, sum, sumOfSquares }: SampleSums): number {
  const scatter = sumOfSquares - sum ** 2 / n;
  // Equal numbers leave a remainder of rounding instead of 0.
  return scatter <= 1e-12 * sumOfSquares ? 0 : scatter / (n - 1) / n;
}

/** Upper 2.5 % point of Student's t by the Cornish–Fisher expansion (Abramowitz and Stegun 26.7.5): within 0.001 from 5 degrees up. */
function tQuantile(freedom: number): number {
  const z = normalQuantile(UPPER_TAIL);
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((t, term, order) => t + term / freedom ** (order + 1), z);
}
