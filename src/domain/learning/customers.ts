/** What named customers share and the list does not: a value or range is a finding only where they have it more often. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Attribute } from '../facts/fact';
import { shownNumber, shownShare } from '../facts/figure';
import { isCustomer } from '../rules/customerStatus';
import { countHolders } from './common';
import { fieldOf, PROFILE_FIELDS } from './fields';
import { isYear, rangeRule, valuesRule, type FirstRule } from './firstRule';
import { ringOf, ringValues, withRing } from './near';
import { countInside, middleHalf, middleOf, numbersOver, roundingOf, type Numbers, type Range } from './quantities';
import { doSeparate, NEARLY_ALL } from './separating';
import { valuesOver, type CountryNames, type SharedValue } from './values';

/** Customers must have it so many times as often as the list. */
const LEAST_LIFT = 1.25;
/** As many customers or more would have it by chance, were they drawn from the list, with at most this probability. */
const MOST_CHANCE = 0.1;
/** Values a rule names at most, and values in its ring. */
const MOST_VALUES = 4;
/** What fewer of the customers have is no profile. */
const LEAST_SHARE = 0.5;

/** A field on which customers look like everybody, with both shares. */
export interface NoFinding {
  readonly field: string;
  readonly says: string;
  /** Shares of the known ones, 0–1. */
  readonly customers: number;
  readonly list: number;
}

export interface Shared {
  /** Ideal ones, each followed by its ring. */
  readonly rules: readonly FirstRule[];
  readonly none: readonly NoFinding[];
}

type Found = { readonly rules: readonly FirstRule[] } | { readonly none: NoFinding } | undefined;

/** Places of the accounts whose status says that they buy already. */
export function markedCustomers(accounts: Accounts): readonly number[] {
  const status = accounts.attribute('Account status');
  const isMarked = status?.facts.map(isCustomer) ?? [];
  return accounts.keys.map((_, account) => account).filter((account) => isMarked[status?.codes[account] ?? -1] === true);
}

/** Rules from what the customers share against the list, in the order of the fields, and the fields that tell nothing. */
export function sharedByCustomers(accounts: Accounts, customers: readonly number[], names: CountryNames): Shared {
  const found = PROFILE_FIELDS.map((field): Found => {
    const known = fieldOf(accounts, field);
    if (known === undefined) return undefined;
    return known.isNumeric
      ? sharedRange(accounts, customers, field, known.column)
      : sharedValues(accounts, customers, names, field, known.column);
  });
  return {
    rules: found.flatMap((one) => (one !== undefined && 'rules' in one ? one.rules : [])),
    none: found.flatMap((one) => (one !== undefined && 'none' in one ? [one.none] : [])),
  };
}

/** Values that customers have more often than the list, the most frequent first, until half of the customers are covered; the others of theirs are near. */
function sharedValues(
  accounts: Accounts,
  customers: readonly number[],
  names: CountryNames,
  field: string,
  column: Attribute,
): Found {
  const all = accounts.keys.map((_, account) => account);
  const inList = new Map(valuesOver(column, all, names).map(({ key, count }) => [key, count]));
  const listed = countHolders(column, all, [], names).known;
  const known = countHolders(column, customers, [], names).known;
  const theirs = valuesOver(column, customers, names);
  if (known < 2) return undefined;
  const isLifted = ({ key, count }: SharedValue): boolean => count / known >= (LEAST_LIFT * (inList.get(key) ?? 0)) / listed;
  const lifted = theirs.filter(isLifted);
  const ideal: SharedValue[] = [];
  for (const value of lifted) {
    if (value.count < 2 || ideal.length >= MOST_VALUES || 2 * countHolders(column, customers, ideal, names).held > known) break;
    ideal.push(value);
  }
  const of = (values: readonly SharedValue[], members: readonly number[]) => countHolders(column, members, values, names);
  const [held, ofAll] = [of(ideal, customers).held, of(ideal, all)];
  const isFinding =
    held >= LEAST_SHARE * known && isRare(held, known, ofAll.held / listed) && doSeparate({ ...ofAll, values: ideal.length });
  if (!isFinding) {
    const first = theirs.slice(0, 1);
    if (first.length === 0 || (first[0]?.count ?? 0) < 2) return undefined;
    return {
      none: {
        field,
        says: first[0]?.shown ?? '',
        customers: of(first, customers).held / known,
        list: of(first, all).held / listed,
      },
    };
  }
  const near = lifted.filter((value) => !ideal.includes(value)).slice(0, MOST_VALUES);
  const rule = { ...valuesRule(field, ideal), evidence: evidenceOf(held, known, ofAll.held / listed) };
  const ring = near.length === 0 ? undefined : ringValues(field, ideal, near);
  return { rules: withRing(rule, ring) };
}

/** The middle half of the customers' numbers, where fewer of the list lie in it; from their lowest to their highest is near. */
function sharedRange(accounts: Accounts, customers: readonly number[], field: string, column: Attribute): Found {
  const numbers = numbersOver(column, customers);
  const listed = numbersOver(column, accounts.keys.keys(), numbers.currency);
  const range = middleHalf(numbers, roundingOf(numbers, isYear(field)));
  const known = numbers.sorted.length;
  if (range === undefined || known < 3) return undefined;
  const shareOf = (some: Range): number => countInside(listed, some) / listed.sorted.length;
  const [held, share, whole] = [countInside(numbers, range), shareOf(range), wholeOf(numbers)];
  const rule = { ...rangeRule(field, range, numbers.currency), evidence: evidenceOf(held, known, share) };
  const areApart = isRare(held, known, share) || chanceOfSpan(known, shareOf(whole)) <= MOST_CHANCE;
  if (range.low >= range.high || share >= NEARLY_ALL || held < LEAST_LIFT * share * known || !areApart)
    return { none: { field, says: rule.says, customers: held / known, list: share } };
  const ring = ringOf(field, range, whole, listed, numbers.currency);
  return {
    rules: withRing(rule, ring === undefined ? undefined : { ...ring, evidence: 'From the lowest to the highest of them' }),
  };
}

function wholeOf({ sorted, areBands }: Numbers): Range {
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  if (first === undefined || last === undefined) return { low: 0, high: 0 };
  return areBands ? { low: first.low, high: last.high } : { low: middleOf(first), high: middleOf(last) };
}

/** True where the customers have it clearly more often than a draw from the list would. */
function isRare(held: number, known: number, share: number): boolean {
  return held >= LEAST_LIFT * share * known && chanceOf(held, known, share) <= MOST_CHANCE;
}

/** Probability that so many draws from the list span no more of it than this share. */
function chanceOfSpan(draws: number, share: number): number {
  return draws * share ** (draws - 1) - (draws - 1) * share ** draws;
}

/** Probability of so many or more of `trials`, each with probability `share`. */
function chanceOf(successes: number, trials: number, share: number): number {
  if (share <= 0) return 0;
  let chance = 0;
  for (let x = successes; x <= trials; x += 1)
    chance += Math.exp(logChoose(trials, x) + x * Math.log(share) + (trials - x) * Math.log1p(-share));
  return chance;
}

function logChoose(all: number, some: number): number {
  let sum = 0;
  for (let x = 1; x <= some; x += 1) sum += Math.log((all - some + x) / x);
  return sum;
}

function evidenceOf(held: number, known: number, share: number): string {
  return `${shownNumber(held)} of ${shownNumber(known)} customers, ${shownShare(share)} of the list`;
}
