/** Numbers of a column: which of them can be compared, their quartiles, and ends that no band of the list straddles. Pure. */
import { isComparable, type Attribute, type Quantity } from '../facts/fact';

/** Numbers of some accounts that can be compared with each other, rising. */
export interface Numbers {
  /** Middle of each; of an open band its one end. */
  readonly sorted: readonly Quantity[];
  /** What most amounts name, where several currencies are named: amounts in others are left out. */
  readonly currency: string | undefined;
  /** At least half are bands such as `51-200`: ends must be ends of bands, since a straddled one is unknown. */
  readonly areBands: boolean;
}

/** An inclusive range; an infinite end is open. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Numbers of a column over some accounts. `currency` undefined: worked out from them. */
export function numbersOver(column: Attribute, accounts: Iterable<number>, currency?: string): Numbers {
  const all = Array.from(accounts).flatMap((account) => column.facts[column.codes[account] ?? -1]?.quantity ?? []);
  const used = currency ?? mixedCurrency(all);
  const sorted = all
    .filter((quantity) => isComparable(quantity.currency, used) && Number.isFinite(middleOf(quantity)))
    .sort((a, b) => middleOf(a) - middleOf(b));
  const bands = sorted.filter(({ low, high }) => low < high).length;
  return { sorted, currency: used, areBands: bands > 0 && 2 * bands >= sorted.length };
}

/** Middle of a band; of an open one its finite end. */
export function middleOf({ low, high }: Quantity): number {
  if (low === -Infinity) return high;
  return high === Infinity ? low : (low + high) / 2;
}

/** How many lie wholly inside. */
export function countInside({ sorted }: Numbers, { low, high }: Range): number {
  return sorted.filter((quantity) => low <= quantity.low && quantity.high <= high).length;
}

/**
 * The middle half: from the first quartile to the third, interpolated and rounded by `round`; of bands the ends of theirs. Undefined below two
 * numbers.
 */
export function middleHalf(numbers: Numbers, round: (value: number) => number): Range | undefined {
  const { sorted, areBands } = numbers;
  if (sorted.length < 2) return undefined;
  const quarter = (sorted.length - 1) / 4;
  if (areBands) return { low: sorted[Math.floor(quarter)]?.low ?? 0, high: sorted[Math.ceil(3 * quarter)]?.high ?? 0 };
  return { low: round(quantile(sorted, 0.25)), high: round(quantile(sorted, 0.75)) };
}

/** Interpolated between the two numbers nearest to the share's place. */
export function quantile(sorted: readonly Quantity[], share: number): number {
  const at = (sorted.length - 1) * share;
  const numberAt = (place: number): number => {
    const quantity = sorted[place];
    return quantity === undefined ? 0 : middleOf(quantity);
  };
  const [below, above] = [numberAt(Math.floor(at)), numberAt(Math.ceil(at))];
  return below + (above - below) * (at - Math.floor(at));
}

/** How ends are rounded: years to the year, else to two digits, and whole numbers to whole ones. */
export function roundingOf({ sorted }: Numbers, areYears: boolean): (value: number) => number {
  if (areYears) return Math.round;
  const areWhole = sorted.every(({ low, high }) => !(low % 1) && !(high % 1));
  return (value) => (areWhole ? Math.round(Number(value.toPrecision(2))) : Number(value.toPrecision(2)));
}

/** The currency most amounts name, where they name several: amounts of the others cannot be compared with it. */
function mixedCurrency(quantities: readonly Quantity[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { currency } of quantities) if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return sorted.length > 1 ? sorted[0]?.[0] : undefined;
}
