/** A first profile for a list nobody has described yet: values that some accounts share, the middle half of their numbers, signals it has columns for. */
import type { Accounts } from '../facts/accounts';
import { isComparable, type Attribute, type Day, type Fact, type Quantity } from '../facts/fact';
import { shownNumber, shownShare } from '../facts/figure';
import { fold } from '../facts/text';
import { MET, matchRules, matchStateAt } from '../rules/match';
import { isCustomer } from '../rules/customerStatus';
import type { Dimension, Operator, Test } from '../rules/rule';
import { doSeparate, isYesOrNo, NEARLY_ALL } from './separating';

export interface FirstRule {
  /** Of a signal; the field elsewhere. */
  readonly name: string;
  readonly field: string;
  readonly dimension: Dimension;
  readonly operator: Operator;
  readonly value: string | number;
  readonly importance: string;
  /** The value as people say it: `Software, Fintech`, `50 to 500`. */
  readonly says: string;
  /** How many have one of the values, `62 %`, and where cells are blank of how many: `62 % of the 50 known`; `The middle half` of numbers; '' for a signal. */
  readonly share: string;
}

/** A value and how many accounts hold it. */
export interface SharedValue {
  readonly shown: string;
  readonly count: number;
}

/** How a country is called: its ISO code, and the cell it was found in. */
export type CountryNames = (code: string, shown: string) => string;

/** A field known for less than this share cannot carry a rule. */
const FEWEST_KNOWN = 0.2;

/** A rule on values that fewer of the known ones have names hardly anybody. */
const FEWEST_COVERED = 0.1;

/** Places of the accounts whose status says that they buy already. */
export function markedCustomers(accounts: Accounts): readonly number[] {
  const status = accounts.attribute('Account status');
  const isMarked = status?.facts.map(isCustomer) ?? [];
  return accounts.keys.map((_, account) => account).filter((account) => isMarked[status?.codes[account] ?? -1] === true);
}

/**
 * Rules from what some accounts share, in the order of the articles' groups. Columns that are absent or tell nothing give none: a yes or no, one value
 * that most of the list has, what nearly every account meets.
 */
export function firstRules(accounts: Accounts, sample: readonly number[], names: CountryNames, asOf: Day): readonly FirstRule[] {
  const shared = (field: string, importance: string, most: number): readonly FirstRule[] =>
    sharedRule(accounts, sample, names, { field, importance, most });
  const range = (field: string, importance: string): readonly FirstRule[] => rangeRule(accounts, sample, { field, importance });
  return [
    ...shared('Industry', 'High', 4),
    ...range('Employees', 'Critical'),
    ...range('Annual revenue', 'High'),
    ...shared('Country', 'Medium', 3),
    ...shared('Funding stage', 'Medium', 3),
    ...signalRules(accounts, asOf),
  ];
}

/** Signals of the articles' catalogue that some account shows, and not nearly all: one that none shows would keep all of them out of Tier 1. */
export function signalRules(accounts: Accounts, asOf: Day): readonly FirstRule[] {
  const atLeast = (value: number): Test => ({ operator: 'at least', bound: { kind: 'number', value } });
  const signals: readonly (readonly [string, Test, string | number, Dimension, string, string])[] = [
    ['Last funding date', { operator: 'within last', months: 12 }, 12, 'Situational', 'High', 'Money raised within a year'],
    ['Headcount growth', atLeast(0.2), '20%', 'Behavioral', 'High', 'Growing head count'],
    ['Open roles', atLeast(3), 3, 'Behavioral', 'Very high', 'Hiring'],
  ];
  return signals
    .filter(([field, test]) =>
      matchRules(accounts, [{ name: '', field, test, ifBlank: 'no' }], asOf).matched.some((matched) => {
        const met = accounts.keys.filter((_, account) => matchStateAt(matched, account) === MET).length;
        return met > 0 && (met < NEARLY_ALL * accounts.size || accounts.size === 1);
      }),
    )
    .map(([field, { operator }, value, dimension, importance, name]) => ({
      ...{ name, field, dimension, operator, value, importance },
      says: String(value),
      share: '',
    }));
}

/** Values of a column over some accounts, the most frequent first; spellings of a country are one value, and items of a list count one by one. */
export function valuesOver(column: Attribute, accounts: Iterable<number>, names: CountryNames): readonly SharedValue[] {
  const valuesByCode = column.facts.map((fact) => valuesOf(fact, names));
  const found = new Map<string, { shown: string; count: number }>();
  for (const account of accounts) {
    for (const [key, shown] of valuesByCode[column.codes[account] ?? -1] ?? []) {
      const value = found.get(key) ?? { shown, count: 0 };
      value.count += 1;
      found.set(key, value);
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.shown < b.shown ? -1 : 1));
}

/** What a cell is counted under, and how that is shown. */
function valuesOf(fact: Fact, names: CountryNames): ReadonlyMap<string, string> {
  if (fact.isBlank) return new Map();
  const country = fact.countries.find((code) => code !== '');
  if (country !== undefined) return new Map([[country, names(country, fact.shown)]]);
  if (fact.items.length < 2) return new Map([[fact.text, fact.shown]]);
  return new Map(fact.items.map((item) => [item, asWritten(item, fact.shown)]));
}

/** A folded item in the letters it stands in. */
function asWritten(item: string, shown: string): string {
  const at = fold(shown).indexOf(item);
  const written = shown.slice(at, at + item.length);
  return fold(written) === item ? written : item;
}

/** An item of a list, in quotes where a separator stands in it. */
export function quoted(item: string): string {
  return /[;,"]/.test(item) ? `"${item.replace(/"/g, '""')}"` : item;
}

/** The most frequent values that together cover half of the sample, at most `most`. */
function sharedRule(
  accounts: Accounts,
  sample: readonly number[],
  names: CountryNames,
  { field, importance, most }: { readonly field: string; readonly importance: string; readonly most: number },
): readonly FirstRule[] {
  const column = accounts.attribute(field);
  if (column === undefined || isYesOrNo(column)) return [];
  const values = valuesOver(column, sample, names);
  const valuesByCode = column.facts.map((fact) => [...valuesOf(fact, names).values()]);
  const count = (of: Iterable<number>, holds: (all: readonly string[]) => boolean): number =>
    Array.from(of).filter((account) => holds(valuesByCode[column.codes[account] ?? -1] ?? [])).length;
  const shown: string[] = [];
  const hasChosen = (all: readonly string[]): boolean => all.some((value) => shown.includes(value));
  const isKnown = (all: readonly string[]): boolean => all.length > 0;
  const known = count(sample, isKnown);
  let covered = 0;
  for (const value of values) {
    if (value.count < 2 || shown.length >= most || (shown.length > 0 && covered >= known / 2)) break;
    shown.push(value.shown);
    covered = count(sample, hasChosen);
  }
  // A column in which every account has a value of its own divides nothing, nor does one whose most frequent values few have.
  if (shown.length === 0 || known < FEWEST_KNOWN * sample.length || covered < FEWEST_COVERED * known) return [];
  const all = accounts.keys.map((_, account) => account);
  if (!doSeparate({ known: count(all, isKnown), held: count(all, hasChosen), values: shown.length })) return [];
  const value = shown.map(quoted).join('; ');
  const share = `${shownShare(covered / known)}${known < sample.length ? ` of the ${shownNumber(known)} known` : ''}`;
  return [{ name: field, field, dimension: 'Firmographic', operator: 'in', value, importance, says: shown.join(', '), share }];
}

/** The middle half of the sample's numbers, its ends rounded outwards to one digit. */
function rangeRule(
  accounts: Accounts,
  sample: readonly number[],
  { field, importance }: { readonly field: string; readonly importance: string },
): readonly FirstRule[] {
  const column = accounts.attribute(field);
  const quantitiesOf = (positions: Iterable<number>): Quantity[] =>
    Array.from(positions).flatMap((account) => column?.facts[column.codes[account] ?? -1]?.quantity ?? []);
  const quantities = quantitiesOf(sample);
  const currency = mixedCurrency(quantities);
  const middlesOf = (all: readonly Quantity[]): number[] =>
    all
      .filter((quantity) => isComparable(quantity.currency, currency))
      .map(({ low, high }) => (low + high) / 2)
      .filter((middle) => Number.isFinite(middle) && middle >= 0);
  const numbers = middlesOf(quantities).sort((a, b) => a - b);
  if (numbers.length < Math.max(2, FEWEST_KNOWN * sample.length)) return [];
  const quarter = (numbers.length - 1) / 4;
  const low = rounded(numbers[Math.floor(quarter)] ?? 0, Math.floor);
  const high = rounded(numbers[Math.ceil(3 * quarter)] ?? 0, Math.ceil);
  const listed = middlesOf(quantitiesOf(accounts.keys.keys()));
  const inside = listed.filter((middle) => middle >= low && middle <= high).length;
  if (low >= high || inside >= NEARLY_ALL * listed.length) return [];
  const unit = currency === undefined ? '' : `${currency} `;
  const value = `${unit}${low}-${unit}${high}`;
  const says = `${unit}${shownNumber(low)} to ${shownNumber(high)}`;
  return [
    { name: field, field, dimension: 'Firmographic', operator: 'between', value, importance, says, share: 'The middle half' },
  ];
}

/** The currency most amounts name, where they name several: amounts of the others cannot be compared with it. */
function mixedCurrency(quantities: readonly Quantity[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { currency } of quantities) if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return sorted.length > 1 ? sorted[0]?.[0] : undefined;
}

function rounded(value: number, way: (value: number) => number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return way(value / power) * power;
}
