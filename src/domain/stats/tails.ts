/** The tails of the standard normal curve. Apart from its quantile, because simple-statistics builds tables when it is loaded. Pure. */
import { errorFunction } from 'simple-statistics';

/** Share of the curve further from 0 than z, on both sides; 7 digits. */
export function bothTails(z: number): number {
  return Math.max(0, 1 - errorFunction(Math.abs(z) / Math.SQRT2));
}
