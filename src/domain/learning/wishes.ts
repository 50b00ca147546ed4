/** Rules from what was wished of columns: what is ideal, and beside it what comes near for half the points. Pure. */
import type { Accounts } from '../facts/accounts';
import { counted } from '../facts/figure';
import { countHolders } from './common';
import { fieldOf, PROFILE_FIELDS } from './fields';
import { rangeRule, valuesRule, type FirstRule } from './firstRule';
import { nearRange, nearValues, ringValues, withRing } from './near';
import { countInside, numbersOver, type Range } from './quantities';
import { valuesOver, type CountryNames, type Value } from './values';

/** What is wished of one field: values as they are shown, ideal ones and near ones, or a range. */
export interface Wished {
  readonly field: string;
  readonly values: readonly string[];
  readonly near: readonly string[];
  readonly range: Range | undefined;
  readonly currency: string | undefined;
}

/** Rules in the order of the fields; a wish that the list has no column or no such value for gives none. */
export function rulesFromWishes(accounts: Accounts, wishes: readonly Wished[], names: CountryNames): readonly FirstRule[] {
  const place = ({ field }: Wished): number => {
    const known = (PROFILE_FIELDS as readonly string[]).indexOf(field);
    return known < 0 ? PROFILE_FIELDS.length : known;
  };
  return [...wishes]
    .sort((a, b) => place(a) - place(b))
    .flatMap((wish) => (wish.range === undefined ? fromValues(accounts, wish, names) : fromRange(accounts, wish, wish.range)));
}

function fromValues(accounts: Accounts, { field, values, near }: Wished, names: CountryNames): readonly FirstRule[] {
  const found = fieldOf(accounts, field);
  if (found === undefined) return [];
  const all = valuesOver(found.column, accounts.keys.keys(), names);
  const those = (shown: readonly string[]): readonly Value[] => all.filter((value) => shown.includes(value.shown));
  const [ideal, good] = [those(values), those(near)];
  if (ideal.length === 0) return [];
  const evidence = (chosen: readonly Value[]): string => {
    const { held } = countHolders(found.column, accounts.keys.keys(), chosen, names);
    return `Chosen: ${counted(held, 'account')} of the list`;
  };
  const ring =
    good.length > 0
      ? { ...ringValues(field, ideal, good), evidence: evidence([...ideal, ...good]) }
      : nearValues(accounts, found.column, field, ideal, names);
  return withRing({ ...valuesRule(field, ideal), evidence: evidence(ideal) }, ring);
}

function fromRange(accounts: Accounts, { field, currency }: Wished, range: Range): readonly FirstRule[] {
  const column = accounts.attribute(field);
  if (column === undefined) return [];
  const held = countInside(numbersOver(column, accounts.keys.keys(), currency), range);
  const rule = { ...rangeRule(field, range, currency), evidence: `Chosen: ${counted(held, 'account')} of the list` };
  return withRing(rule, nearRange(accounts, column, field, range, currency));
}
