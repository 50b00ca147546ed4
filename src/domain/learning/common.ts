/** What most of some accounts have: their most frequent values, the middle half of their numbers. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Attribute } from '../facts/fact';
import { shownNumber, shownShare } from '../facts/figure';
import { fieldOf } from './fields';
import { isYear, rangeRule, valuesRule, type FirstRule, type Part } from './firstRule';
import { countInside, middleHalf, numbersOver, roundingOf } from './quantities';
import { doSeparate, NEARLY_ALL } from './separating';
import { valuesByCode, valuesOver, type CountryNames, type Value } from './values';

/** A field known for less than this share cannot carry a rule. */
const FEWEST_KNOWN = 0.2;
/** A rule on values that fewer of the known ones have names hardly anybody. */
const FEWEST_COVERED = 0.1;
/** Values a rule names at most. */
const MOST_VALUES = 4;

/** The accounts a rule is learned from, how countries are called, and what the rule is there for. */
export interface Sample {
  readonly accounts: Accounts;
  readonly members: readonly number[];
  readonly names: CountryNames;
  readonly part?: Part;
}

/** A rule on a field from what most of the sample have; undefined for a column that is absent or tells nothing. */
export function commonRule(sample: Sample, field: string): FirstRule | undefined {
  const found = fieldOf(sample.accounts, field);
  if (found === undefined) return undefined;
  return found.isNumeric ? middleRule(sample, field, found.column) : frequentRule(sample, field, found.column);
}

/** How many of some accounts hold one of the values, and for how many the column is known. */
export function countHolders(
  column: Attribute,
  members: Iterable<number>,
  values: readonly Value[],
  names: CountryNames,
): { readonly held: number; readonly known: number } {
  const keys = new Set(values.map(({ key }) => key));
  const codes = valuesByCode(column, names).map((all) => (all.length === 0 ? 0 : all.some(({ key }) => keys.has(key)) ? 2 : 1));
  let [held, known] = [0, 0];
  for (const account of members) {
    const code = codes[column.codes[account] ?? -1] ?? 0;
    if (code > 0) known += 1;
    if (code === 2) held += 1;
  }
  return { held, known };
}

/** The most frequent values that together cover half of the sample. */
function frequentRule({ accounts, members, names, part }: Sample, field: string, column: Attribute): FirstRule | undefined {
  const chosen: Value[] = [];
  let { held, known } = countHolders(column, members, chosen, names);
  for (const value of valuesOver(column, members, names)) {
    if (value.count < 2 || chosen.length >= MOST_VALUES || (chosen.length > 0 && 2 * held >= known)) break;
    chosen.push(value);
    ({ held, known } = countHolders(column, members, chosen, names));
  }
  // A column in which every account has a value of its own divides nothing, nor does one whose most frequent values few have.
  if (chosen.length === 0 || known < FEWEST_KNOWN * members.length || held < FEWEST_COVERED * known) return undefined;
  const all = countHolders(column, accounts.keys.keys(), chosen, names);
  if (!doSeparate({ ...all, values: chosen.length })) return undefined;
  const share = `${shownShare(held / known)}${known < members.length ? ` of the ${shownNumber(known)} known` : ''}`;
  return { ...valuesRule(field, chosen, part), evidence: share };
}

/** The middle half of the sample's numbers. */
function middleRule({ accounts, members, part }: Sample, field: string, column: Attribute): FirstRule | undefined {
  const numbers = numbersOver(column, members);
  if (numbers.sorted.length < FEWEST_KNOWN * members.length) return undefined;
  const range = middleHalf(numbers, roundingOf(numbers, isYear(field)));
  if (range === undefined || range.low >= range.high) return undefined;
  const listed = numbersOver(column, accounts.keys.keys(), numbers.currency);
  if (countInside(listed, range) >= NEARLY_ALL * listed.sorted.length) return undefined;
  const share = shownShare(countInside(numbers, range) / numbers.sorted.length);
  return { ...rangeRule(field, range, numbers.currency, part), evidence: share };
}
