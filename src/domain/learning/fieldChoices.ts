/** What can be wished of a column: all its values, or its numbers in ranges, each with its count. Pure. */
import type { Accounts } from '../facts/accounts';
import { shownNumber } from '../facts/figure';
import { fieldOf } from './fields';
import { isYear } from './firstRule';
import { countInside, numbersOver, quantile, roundingOf, type Numbers, type Range } from './quantities';
import { valuesOver, type CountryNames, type SharedValue } from './values';

/** A range to choose, its ends inclusive. */
export interface RangeChoice extends Range {
  readonly says: string;
  readonly count: number;
}

export type FieldChoices =
  | { readonly kind: 'values'; readonly values: readonly SharedValue[]; readonly known: number }
  | {
      readonly kind: 'ranges';
      readonly ranges: readonly RangeChoice[];
      readonly known: number;
      readonly currency: string | undefined;
    };

/** Values that so many of the known accounts have for themselves alone name accounts and no kind of them. */
const OWN_VALUES = 0.7;
/** Ranges that most people know, by field. */
const SIZES = [1, 11, 51, 201, 501, 1_001, 5_001, 10_001];
const MONEY = [0, 1e6, 10e6, 50e6, 100e6, 500e6, 1e9, 10e9];
/** Fewer of these that hold accounts do not part a list; its quarters do. */
const FEWEST_RANGES = 3;

/** Undefined for a column that is absent, empty, of yes and no, of one value, or has a value of its own for most accounts. */
export function fieldChoices(accounts: Accounts, field: string, names: CountryNames): FieldChoices | undefined {
  const found = fieldOf(accounts, field);
  if (found === undefined) return undefined;
  const { column, isNumeric } = found;
  if (isNumeric) {
    const numbers = numbersOver(column, accounts.keys.keys());
    const ranges = rangesOf(numbers, field);
    const known = numbers.sorted.length;
    return isNoChoice(ranges.length, known) ? undefined : { kind: 'ranges', ranges, known, currency: numbers.currency };
  }
  const values = valuesOver(column, accounts.keys.keys(), names);
  const known = column.codes.reduce((sum, code) => sum + (column.facts[code]?.isBlank === false ? 1 : 0), 0);
  const isOwn = values.filter(({ count }) => count === 1).length >= OWN_VALUES * known && known > 10;
  return isNoChoice(values.length, known) || isOwn ? undefined : { kind: 'values', values, known };
}

/** One value that several accounts share parts nothing; that of a list of one account is all there is. */
function isNoChoice(choices: number, known: number): boolean {
  return choices === 0 || (choices === 1 && known > 1);
}

/** The list's own bands, else bands that people know, else quarters of its numbers. */
function rangesOf(numbers: Numbers, field: string): readonly RangeChoice[] {
  const shown = isYear(field) ? String : short;
  if (numbers.areBands)
    return counted(
      numbers,
      distinctBands(numbers).map((band) => [band, saysRange(band, shown)]),
    );
  const familiar = counted(numbers, familiarBands(field));
  if (familiar.length >= FEWEST_RANGES) return familiar;
  return counted(
    numbers,
    quarters(numbers, field).map((quarter) => [quarter, saysRange(quarter, shown)]),
  );
}

type SaidRange = readonly [range: Range, says: string];

/** Each ends below the next; amounts are said with the round number they stop at. */
function familiarBands(field: string): readonly SaidRange[] {
  const lows = field === 'Employees' ? SIZES : field === 'Annual revenue' || field === 'Funding' ? MONEY : [];
  return lows.map((low, place) => {
    const high = (lows[place + 1] ?? Infinity) - 1;
    return [{ low, high }, saysRange({ low, high: lows === MONEY ? high + 1 : high }, short)];
  });
}

function distinctBands({ sorted }: Numbers): readonly Range[] {
  const found = new Map(sorted.map(({ low, high }) => [`${low} ${high}`, { low, high }]));
  return [...found.values()];
}

/** Of whole numbers each begins above the last one. */
function quarters(numbers: Numbers, field: string): readonly Range[] {
  const round = roundingOf(numbers, isYear(field));
  const step = numbers.sorted.every(({ low, high }) => !(low % 1) && !(high % 1)) ? 1 : 0;
  const ends = [0, 0.25, 0.5, 0.75, 1].map((share) => quantile(numbers.sorted, share));
  const cuts = [ends[0] ?? 0, ...ends.slice(1, 4).map(round), ends[4] ?? 0];
  return cuts
    .slice(1)
    .map((high, place) => ({ low: (cuts[place] ?? 0) + (place === 0 ? 0 : step), high }))
    .filter(({ low, high }) => low < high);
}

function counted(numbers: Numbers, ranges: readonly SaidRange[]): readonly RangeChoice[] {
  return ranges.map(([range, says]) => ({ ...range, says, count: countInside(numbers, range) })).filter(({ count }) => count > 0);
}

function saysRange({ low, high }: Range, shown: (value: number) => string): string {
  if (high === Infinity) return `${shown(low)}+`;
  return low === high ? shown(low) : low === -Infinity ? `up to ${shown(high)}` : `${shown(low)}–${shown(high)}`;
}

/** `50M`, `1.5B`; smaller numbers in full. */
function short(value: number): string {
  const [unit, sign] = value >= 1e9 ? [1e9, 'B'] : value >= 1e6 ? [1e6, 'M'] : [1, ''];
  return `${shownNumber(value / unit, 2)}${sign}`;
}
