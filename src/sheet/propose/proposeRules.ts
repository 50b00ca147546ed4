/** A first profile as rows of `Plan ICP`: what the list's customers share against it, else what most of its accounts have; each with its evidence. */
import type { Accounts } from '../../domain/facts/accounts';
import type { Day } from '../../domain/facts/fact';
import { shownNumber } from '../../domain/facts/figure';
import { commonRule } from '../../domain/learning/common';
import { markedCustomers, sharedByCustomers } from '../../domain/learning/customers';
import type { FirstRule } from '../../domain/learning/firstRule';
import { nearRule, withRing } from '../../domain/learning/near';
import { profileApart } from '../../domain/learning/tiersApart';
import { DEFAULT_SETTINGS } from '../../domain/rules/settings';
import { countryName } from '../parse/country';
import { noteOf, type Proposal } from './proposal';
import { ruleRow } from './ruleRow';

export interface Proposed {
  readonly proposals: readonly Proposal[];
  /** What they rest on. */
  readonly basis: string;
}

/** Fewer customers than this say nothing about customers when nobody has looked at them. */
const FEWEST_CUSTOMERS = 8;

/** What says most of a list in which nobody is marked. */
const COMMON_FIELDS = ['Industry', 'Employees', 'Annual revenue', 'Country', 'Funding stage'];

/** Rules for the columns the list has, and a sentence on what they rest on. `asOf`: the day a signal must be fresh on. */
export function proposeRules(accounts: Accounts, asOf: Day): Proposed {
  const customers = markedCustomers(accounts);
  const shared = customers.length < FEWEST_CUSTOMERS ? [] : sharedByCustomers(accounts, customers, countryName).rules;
  const rules = shared.length > 0 ? shared : commonRules(accounts);
  const ground = { accounts, settings: DEFAULT_SETTINGS, asOf, names: countryName };
  const limits = { without: [], customers: shared.length > 0 ? customers : [] };
  return {
    proposals: profileApart(ground, rules, limits).map((rule) => ({
      row: ruleRow(rule, 'Proposed from the list'),
      note: noteOf(rule),
    })),
    basis: basisOf(customers.length, shared.length > 0),
  };
}

function basisOf(customers: number, areShared: boolean): string {
  const count = shownNumber(customers);
  if (areShared) return `The values are those of the ${count} customers the list names, where they differ from the list.`;
  const replace = 'so these are its most common values: replace them with what your best customers share.';
  return customers < FEWEST_CUSTOMERS
    ? `The list names too few customers to learn from, ${replace}`
    : `The ${count} customers of the list look like the rest of it, ${replace}`;
}

function commonRules(accounts: Accounts): readonly FirstRule[] {
  const members = accounts.keys.map((_, account) => account);
  return COMMON_FIELDS.flatMap((field) => {
    const rule = commonRule({ accounts, members, names: countryName }, field);
    if (rule === undefined) return [];
    const shown = { ...rule, evidence: `${rule.evidence} of the accounts of the list` };
    return withRing(shown, nearRule(accounts, rule));
  });
}
