/** The columns a first profile is made of, and what kind of rule fits each. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Attribute } from '../facts/fact';
import { isYesOrNo } from './separating';

/** Fields that say who an account is, in the order in which rules on them are listed. */
export const PROFILE_FIELDS = [
  'Industry',
  'Employees',
  'Annual revenue',
  'Country',
  'State',
  'Technologies',
  'Keywords',
  'Funding stage',
  'Funding',
  'Founded',
] as const;

/** A field is one of numbers when so many of its filled cells are. */
const NUMBERS_FROM = 0.8;

/** A column with how its rules are made; undefined for one that is absent, empty, or of yes and no. */
export function fieldOf(
  accounts: Accounts,
  field: string,
): { readonly column: Attribute; readonly isNumeric: boolean } | undefined {
  const column = accounts.attribute(field);
  if (column === undefined || isYesOrNo(column)) return undefined;
  let [filled, numbers] = [0, 0];
  for (const code of column.codes) {
    const fact = column.facts[code];
    if (fact === undefined || fact.isBlank) continue;
    filled += 1;
    if (fact.quantity !== undefined && !fact.countries.some((country) => country !== '')) numbers += 1;
  }
  return filled === 0 ? undefined : { column, isNumeric: numbers >= NUMBERS_FROM * filled };
}
