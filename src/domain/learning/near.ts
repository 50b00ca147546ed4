/** The second ring of a rule: what comes near what is wanted, for half the points. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Attribute } from '../facts/fact';
import { rangeRule, valuesRule, isYear, type FirstRule } from './firstRule';
import { countInside, numbersOver, roundingOf, type Range } from './quantities';
import { NEARLY_ALL } from './separating';
import { valuesOver, type CountryNames, type Value } from './values';

/** A year this far off is near. */
const NEAR_YEARS = 5;
/** How far near reaches beyond either end. */
const FACTORS = [2, 1.5, 1.25];
/** A value that chosen accounts hold so many times as often as the list is near. */
const NEAR_LIFT = 2;
/** Near values of one field at most. */
const MOST_NEAR = 3;

/** The rule and its ring, each with half of the rule's weight, so that an account in the ring gets half the points. */
export function withRing(rule: FirstRule, ring: FirstRule | undefined): readonly FirstRule[] {
  if (ring === undefined) return [rule];
  const weight = rule.weight / 2;
  return [
    { ...rule, weight },
    { ...ring, weight },
  ];
}

/**
 * From half the lower end to twice the upper one, less far where that takes in nearly all; of years five on either side; of bands the next band on either
 * side. Undefined where no account is in it that is not in the range, or nearly all are.
 */
export function nearRange(
  accounts: Accounts,
  column: Attribute,
  field: string,
  range: Range,
  currency?: string,
): FirstRule | undefined {
  const numbers = numbersOver(column, accounts.keys.keys(), currency);
  const round = roundingOf(numbers, isYear(field));
  const wider = numbers.areBands
    ? [nextBands(numbers.sorted, range)]
    : FACTORS.map((factor) => widened(field, range, factor, round));
  for (const wide of wider) {
    const ring = ringOf(field, range, wide, numbers, currency);
    if (ring !== undefined) return ring;
  }
  return undefined;
}

/** What lies around a range rule; other rules have nothing near. */
export function nearRule(accounts: Accounts, { field, test }: FirstRule): FirstRule | undefined {
  const column = accounts.attribute(field);
  if (column === undefined || test.operator !== 'between' || test.from.kind !== 'number' || test.to.kind !== 'number')
    return undefined;
  return nearRange(accounts, column, field, { low: test.from.value, high: test.to.value }, test.from.currency);
}

/** A wider range as a ring, where it adds accounts and does not take in nearly all. */
export function ringOf(
  field: string,
  range: Range,
  wide: Range,
  numbers: ReturnType<typeof numbersOver>,
  currency: string | undefined,
): FirstRule | undefined {
  const [inside, around] = [countInside(numbers, range), countInside(numbers, wide)];
  if (around === inside || around >= NEARLY_ALL * numbers.sorted.length) return undefined;
  return rangeRule(field, wide, currency, 'near');
}

function widened(field: string, { low, high }: Range, factor: number, round: (value: number) => number): Range {
  if (isYear(field)) return { low: low - NEAR_YEARS, high: high + NEAR_YEARS };
  const wide = { low: low < 0 ? low * factor : low / factor, high: high < 0 ? high / factor : high * factor };
  return { low: Math.min(low, round(wide.low)), high: Math.max(high, round(wide.high)) };
}

/** Of bands that overlap, the widest neighbor. */
function nextBands(sorted: readonly Range[], { low, high }: Range): Range {
  const below = sorted.filter((band) => band.low < low && band.high <= low).map((band) => band.low);
  const above = sorted.filter((band) => band.high > high && band.low >= high).map((band) => band.high);
  return {
    low: below.reduce((best, end) => Math.max(best, end), below.length === 0 ? low : -Infinity),
    high: above.reduce((best, end) => Math.min(best, end), above.length === 0 ? high : Infinity),
  };
}

/** A rule that ideal values meet too: they get its half as well as their own. */
export function ringValues(field: string, ideal: readonly Value[], near: readonly Value[]): FirstRule {
  return { ...valuesRule(field, [...ideal, ...near], 'near'), says: near.map(({ shown }) => shown).join(', ') };
}

/** Items of list cells that accounts with a chosen one hold at least twice as often as the whole list; none for cells of one value. */
export function nearValues(
  accounts: Accounts,
  column: Attribute,
  field: string,
  chosen: readonly Value[],
  names: CountryNames,
): FirstRule | undefined {
  if (!column.facts.some(({ items }) => items.length > 1)) return undefined;
  const keys = new Set(chosen.map(({ key }) => key));
  const all = accounts.keys.map((_, account) => account);
  const holders = all.filter((account) => column.facts[column.codes[account] ?? -1]?.items.some((item) => keys.has(item)));
  const inList = new Map(valuesOver(column, all, names).map(({ key, count }) => [key, count]));
  const near = valuesOver(column, holders, names).filter(({ key, count }) => {
    const listed = inList.get(key) ?? 0;
    // One that only holders have adds no account.
    return !keys.has(key) && count >= 2 && listed > count && count * all.length >= NEAR_LIFT * listed * holders.length;
  });
  return near.length === 0 ? undefined : ringValues(field, chosen, near.slice(0, MOST_NEAR));
}
