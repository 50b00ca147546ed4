/** Settings that name accounts or a column are compared with the list, and what is not there is reported with its cell. */
import type { Problem } from '../../../src/sheet/problem';
import { checkSettings } from '../../../src/sheet/lists/checkSettings';
import { gridsOf, read, RULE } from '../../support/sheet/plan/plans';
import { readGrid } from '../../support/sheet/lists/lists';

const LIST = [
  ['Account name', 'Domain', 'Industry'],
  ['Stripe', 'stripe.com', 'Fintech'],
  ['Brex', 'brex.com', 'Fintech'],
];

function problemsOf(rows: Readonly<Record<string, string>>): readonly Problem[] {
  const plan = { icp: [RULE], settings: Object.entries(rows).map(([Setting, Value]) => ({ Setting, Value })) };
  const list = readGrid(LIST);
  return checkSettings(read(plan).plan.settings, gridsOf(plan).get('settings'), list.lists.accounts, list);
}

it('says nothing of names, keys and columns that the list has, nor of settings left blank', () => {
  expect(problemsOf({ 'Best customers': 'STRIPE; brex.com', 'Size field': 'industry' })).toEqual([]);
  expect(problemsOf({})).toEqual([]);
});

it('names the best customers that are not listed', () => {
  expect(problemsOf({ 'Tier 1 from': '90', 'Best customers': 'Stripe; Klarna; Plaid' })).toEqual([
    {
      severity: 'problem',
      code: 'BEST_CUSTOMER_NOT_LISTED',
      at: "'Plan Settings'!B3",
      found: 'Klarna; Plaid',
      message: '2 of 3 best customers not in the list: Klarna, Plaid.',
      fix: 'Write names or account keys as the list has them, separated by semicolons.',
      count: 2,
    },
  ]);
});

it('names a size field that has no column', () => {
  expect(problemsOf({ 'Size field': 'Head count' })).toMatchObject([
    { code: 'SIZE_FIELD_WITHOUT_COLUMN', at: "'Plan Settings'!B2", found: 'Head count' },
  ]);
});
