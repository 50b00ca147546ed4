/** Rules from what was wished of columns: what is ideal, and beside it what comes near for half the points. Pure. */
import type { Accounts } from '../facts/accounts';
import { counted } from '../facts/figure';
import { countHolders } from './common';
import { fieldOf, PROFILE_FIELDS } from './fields';
import { rangeRule, valuesRule, type FirstRule } from './firstRule';
import { nearRange, nearValues, ringValues, withRing } from './near';
import { countInside, numbersOver, type Range } from './quantities';
import { NEARLY_ALL, separatesNobody } from './separating';
import { valuesOver, type CountryNames, type Value } from './values';

/** What is wished of one field: values as they are shown, ideal ones and near ones, or a range. */
export interface Wished {
  readonly field: string;
  readonly values: readonly string[];
  readonly near: readonly string[];
  readonly range: Range | undefined;
  readonly currency: string | undefined;
}

/** Rules, and why some wishes give none. */
export interface WishRules {
  readonly rules: readonly FirstRule[];
  readonly leftOut: readonly string[];
}

/** Rules in the order of the fields; a wish that the list has no column or no such value for gives none, and one that nearly all accounts meet is told. */
export function rulesFromWishes(accounts: Accounts, wishes: readonly Wished[], names: CountryNames): WishRules {
  const place = ({ field }: Wished): number => {
    const known = (PROFILE_FIELDS as readonly string[]).indexOf(field);
    return known < 0 ? PROFILE_FIELDS.length : known;
  };
  const found = [...wishes]
    .sort((a, b) => place(a) - place(b))
    .map((wish) => (wish.range === undefined ? fromValues(accounts, wish, names) : fromRange(accounts, wish, wish.range)));
  return {
    rules: found.flatMap((one) => (typeof one === 'string' ? [] : one)),
    leftOut: found.filter((one) => typeof one === 'string'),
  };
}

function fromValues(accounts: Accounts, { field, values, near }: Wished, names: CountryNames): readonly FirstRule[] | string {
  const found = fieldOf(accounts, field);
  if (found === undefined) return [];
  const all = valuesOver(found.column, accounts.keys.keys(), names);
  const those = (shown: readonly string[]): readonly Value[] => all.filter((value) => shown.includes(value.shown));
  const [ideal, good] = [those(values), those(near)];
  if (ideal.length === 0) return [];
  const count = (chosen: readonly Value[]) => countHolders(found.column, accounts.keys.keys(), chosen, names);
  const { held, known } = count(ideal);
  if (areNearlyAll(held, known)) return separatesNobody(field);
  const ring =
    good.length > 0
      ? { ...ringValues(field, ideal, good), evidence: chosenWords(count([...ideal, ...good]).held) }
      : nearValues(accounts, found.column, field, ideal, names);
  return withRing({ ...valuesRule(field, ideal), evidence: chosenWords(held) }, ring);
}

function fromRange(accounts: Accounts, { field, currency }: Wished, range: Range): readonly FirstRule[] | string {
  const column = accounts.attribute(field);
  if (column === undefined) return [];
  const numbers = numbersOver(column, accounts.keys.keys(), currency);
  const held = countInside(numbers, range);
  if (areNearlyAll(held, numbers.sorted.length)) return separatesNobody(field);
  const rule = { ...rangeRule(field, range, currency), evidence: chosenWords(held) };
  return withRing(rule, nearRange(accounts, column, field, range, currency));
}

/** Of a list of one account all is nearly all. */
function areNearlyAll(held: number, known: number): boolean {
  return known > 1 && held >= NEARLY_ALL * known;
}

function chosenWords(held: number): string {
  return `Chosen: ${counted(held, 'account')} of the list`;
}
