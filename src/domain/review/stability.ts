/** Stability: whether the facts behind a rule have shifted between two months, by the population stability index. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Attribute, Fact } from '../facts/fact';

export const STABILITY = ['stable', 'shifted', 'changed', 'too few', 'not known'] as const;
export type StabilityVerdict = (typeof STABILITY)[number];

export interface Stability {
  readonly field: string;
  /** Σ (now − then) · ln(now ÷ then) over the bins' shares; null where one list lacks the column, or the amounts are in several currencies. */
  readonly index: number | null;
  readonly verdict: StabilityVerdict;
}

/** Below the first nothing has shifted, above the second the population is another one; both are the usual ones. */
const SHIFTED = 0.1;
const CHANGED = 0.25;
/** Bins of numbers hold a tenth each of the earlier month; of words the nine most frequent and the rest. */
const BINS = 10;

/** One line a field that a rule asks about, in the order given. */
export function stabilityOf(before: Accounts, now: Accounts, fields: readonly string[]): readonly Stability[] {
  return fields.map((field) => {
    const [then, today] = [before.attribute(field), now.attribute(field)];
    if (then === undefined || today === undefined || currencies([then, today]) > 1)
      return { field, index: null, verdict: 'not known' };
    return { field, ...indexOf(then, today) };
  });
}

/** How many currencies the columns' amounts name: of more than one no tenths can be made. */
function currencies(columns: readonly Attribute[]): number {
  return new Set(columns.flatMap(({ facts }) => facts.flatMap(({ quantity }) => quantity?.currency ?? []))).size;
}

function indexOf(then: Attribute, today: Attribute): Pick<Stability, 'index' | 'verdict'> {
  const binOf = binsOf(then);
  const [first, second] = [tally(then, binOf), tally(today, binOf)];
  const bins = [...new Set([...first.keys(), ...second.keys()])];
  const [n, m] = [then.codes.length, today.codes.length];
  // Half an account more in each bin: an empty bin would make the index infinite.
  const share = (counts: ReadonlyMap<string, number>, bin: string, size: number): number =>
    ((counts.get(bin) ?? 0) + 0.5) / (size + 0.5 * bins.length);
  const index = bins.reduce((sum, bin) => {
    const [was, is] = [share(first, bin, n), share(second, bin, m)];
    return sum + (is - was) * Math.log(is / was);
  }, 0);
  // Two samples of the same accounts lie this far apart by chance.
  const byChance = (bins.length - 1) * (1 / n + 1 / m);
  const verdict = byChance > SHIFTED ? 'too few' : index < SHIFTED ? 'stable' : index <= CHANGED ? 'shifted' : 'changed';
  return { index, verdict };
}

function tally({ codes, facts }: Attribute, binOf: (fact: Fact) => string): ReadonlyMap<string, number> {
  const bins = facts.map(binOf);
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(bins[code] ?? '', (counts.get(bins[code] ?? '') ?? 0) + 1);
  return counts;
}

/** Numbers and days by tenths of the earlier month when at least half of its filled cells are such, else words; blanks are a bin. */
function binsOf({ codes, facts }: Attribute): (fact: Fact) => string {
  const filled = Array.from(codes, (code) => facts[code]).filter((fact): fact is Fact => fact !== undefined && !fact.isBlank);
  const numbers = filled.flatMap((fact) => numberOf(fact) ?? []).sort((a, b) => a - b);
  if (numbers.length * 2 >= filled.length && numbers.length > 0) {
    const cuts = Array.from({ length: BINS - 1 }, (_, bin) => numbers[Math.ceil(((bin + 1) * numbers.length) / BINS) - 1] ?? 0);
    return (fact) => {
      const number = numberOf(fact);
      if (fact.isBlank || number === undefined) return fact.isBlank ? 'blank' : 'other';
      return String(cuts.filter((cut) => number > cut).length);
    };
  }
  const counts = new Map<string, number>();
  for (const { text } of filled) counts.set(text, (counts.get(text) ?? 0) + 1);
  const frequent = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, BINS - 1);
  const words = new Set(frequent.map(([text]) => text));
  return (fact) => (fact.isBlank ? 'blank' : words.has(fact.text) ? `= ${fact.text}` : 'other');
}

/** The day, or the lower end of the quantity. */
function numberOf({ day, quantity }: Fact): number | undefined {
  if (day !== undefined) return day;
  if (quantity === undefined) return undefined;
  return Number.isFinite(quantity.low) ? quantity.low : quantity.high;
}
