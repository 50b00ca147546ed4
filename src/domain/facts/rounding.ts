/** Rounding: scores to 4 decimals without binary noise, and weights as whole units so that their sums are exact. Pure. */

/** Finest weight that is still summed exactly: six decimals. */
const FINEST = 1e6;
/** Below this sum of units, `percentOf` is exact (see there). */
const EXACT_BELOW = 4e9;

/**
 * 100 · part / whole, half-up to 4 decimals; NaN when `whole` is 0.
 * With whole numbers below 4·10⁹ every step is exact: 2·10⁶·part + whole stays below 2⁵³, and the one division rounds by less than
 * 10⁻¹⁰ while its true value keeps at least 1 / (2·whole) from the next whole number, so `floor` cannot fall on the wrong side.
 */
export function percentOf(part: number, whole: number): number {
  return Math.floor((2e6 * part + whole) / (2 * whole)) / 1e4;
}

/**
 * Weights as whole units in the same proportion, so that every sum of them is exact. Weights with up to six decimals keep their proportion
 * exactly; others are rounded to less than a hundred-millionth of the largest. What is no weight (undefined, negative, not finite) is 0.
 */
export function unitsOf(weights: readonly (number | undefined)[]): readonly number[] {
  const usable = weights.map((weight) => (weight !== undefined && weight > 0 && Number.isFinite(weight) ? weight : 0));
  const largest = Math.max(0, ...usable);
  if (largest === 0) return usable;
  return wholeUnitsOf(usable) ?? usable.map((weight) => (weight === 0 ? 0 : roundedUnit(weight / largest, weights.length)));
}

/** What weighs stays above 0, however small its share. */
function roundedUnit(share: number, rules: number): number {
  return Math.max(1, Math.round(share * (Math.floor(EXACT_BELOW / rules) - 1)));
}

function wholeUnitsOf(weights: readonly number[]): readonly number[] | undefined {
  for (let scale = 1; scale <= FINEST; scale *= 10) {
    const units = weights.map((weight) => Math.round(weight * scale));
    if (!units.every((unit, index) => unit <= Number.MAX_SAFE_INTEGER && unit / scale === weights[index])) continue;
    const divisor = units.reduce(greatestCommonDivisor, 0);
    const reduced = units.map((unit) => unit / divisor);
    return reduced.reduce((sum, unit) => sum + unit, 0) < EXACT_BELOW ? reduced : undefined;
  }
  return undefined;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** A score as people see it: cut, not rounded, to one decimal, so that 89.99 is 89.9 and never 90. Blank is ''. */
export function shownScore(score: number): string {
  if (Number.isNaN(score)) return '';
  // 57.3 · 10 is 572.9999…; scores have 4 decimals, so counting those first is exact.
  return (Math.floor(Math.round(score * 1e4) / 1e3) / 10).toFixed(1);
}

/** A weight or a sum of weights as people typed it: at most 6 decimals, no trailing zeros. */
export function shownWeight(weight: number): string {
  return String(Math.round(weight * FINEST) / FINEST);
}
