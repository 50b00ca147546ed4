/** A first profile as rows of `Plan ICP`: what the list's customers share, else what most of its accounts have; each with its evidence. */
import type { Accounts } from '../../domain/facts/accounts';
import type { Day } from '../../domain/facts/fact';
import { shownNumber } from '../../domain/facts/figure';
import { firstRules, markedCustomers, type FirstRule } from '../../domain/learning/firstRules';
import { countryName } from '../parse/country';
import type { JsonRow } from '../plan/planJson';

/** A rule with the sentence that says where it comes from. */
export interface Proposal {
  readonly row: JsonRow;
  readonly note: string;
}

/** Fewer customers than this say nothing about customers when nobody has looked at them. */
const FEWEST_CUSTOMERS = 8;

/** Rules for the columns the list has, and a sentence on what they rest on. `asOf`: the day a signal must be fresh on. */
export function proposeRules(accounts: Accounts, asOf: Day): { readonly proposals: readonly Proposal[]; readonly basis: string } {
  const customers = markedCustomers(accounts);
  const areEnough = customers.length >= FEWEST_CUSTOMERS;
  const count = shownNumber(customers.length);
  const words = areEnough ? `the ${count} customers of the list` : 'the accounts of the list';
  const sample = areEnough ? customers : accounts.keys.map((_, account) => account);
  return {
    proposals: firstRules(accounts, sample, countryName, asOf).map((rule) => ({
      row: rowOf(rule, words),
      note: noteOf(rule, words),
    })),
    basis: areEnough
      ? `The values are those of the ${count} customers the list names.`
      : 'The list names too few customers to learn from, so these are its most common values: replace them with what your best customers share.',
  };
}

function noteOf({ name, field, operator, says, share }: FirstRule, words: string): string {
  if (operator === 'in') return `${field}: ${says}; ${share} of ${words} have one of these.`;
  if (operator === 'between') return `${field}: ${says}, the middle half of ${words}.`;
  return `${name}: ${field} ${operator} ${says}, a usual sign of a need.`;
}

function rowOf({ name, field, dimension, operator, value, importance, share }: FirstRule, words: string): JsonRow {
  return {
    Rule: name,
    Dimension: dimension,
    Field: field,
    Operator: operator,
    Value: value,
    Importance: importance,
    Type: 'Score',
    Why: share === '' ? 'A sign that something is moving; blank counts as none found.' : `${share} of ${words}.`,
    Source: 'Proposed from the list',
    Active: 'Yes',
  };
}
