/** Starter plans on two lists: rules in the list's words, nothing on a field it lacks, and each omission said. */
import { readFileSync } from 'node:fs';
import { starterRules } from '../../../src/domain/learning/starterRules';
import { starters } from '../../../src/domain/learning/starters';
import { ROLES } from '../../../src/domain/rules/plan';
import { operandItems } from '../../../src/sheet/plan/operand';
import { starterPlan } from '../../../src/sheet/propose/starterPlan';
import type { Cell } from '../../../src/sheet/grid';
import { parseCsv } from '../../../src/sheet/table/csv';
import { readGrid } from '../../support/sheet/lists/lists';
import { refusalsOf } from '../../support/sheet/plan/plans';

const shown = (_: string, cell: string): string => cell;
const sample = readGrid(parseCsv(readFileSync('examples/accounts.csv', 'utf8'))).lists.accounts;
const INDUSTRIES = ['Industrial Machinery', 'Banking', 'Computer Software', 'Retail', 'Hospital & Health Care', 'Legal Services'];
const crm = readGrid([
  ['Company Name', 'Industry', '# Employees', 'Annual Revenue', 'Technologies'],
  ...Array.from({ length: 240 }, (_, i): Cell[] => [
    `Firm ${i}`,
    INDUSTRIES[i % 6]!,
    [8, 40, 160, 700, 3000, 12_000][(i * 5) % 6]! + i,
    [400_000, 3e6, 40e6, 600e6][(i * 3) % 4]!,
    ['Salesforce; Slack', 'Shopify', 'AWS; Okta', 'Stripe; Xero', 'Workday'][i % 5]!,
  ]),
]).lists.accounts;
const LISTS = [
  ['the sample', sample],
  ['an export', crm],
] as const;

describe.each(starters().map((starter) => [starter.id, starter] as const))('the starter plan %s', (_, starter) => {
  it.each(LISTS)('proposes for %s only what its columns answer, and says the rest', (__, accounts) => {
    const { rules, leftOut } = starterRules(accounts, starter, shown);
    const asked = starter.rules.map(({ field }) => field);
    const proposed = [...new Set(rules.map(({ field }) => field))];
    expect(proposed.length).toBeGreaterThan(0);
    expect(proposed.length + leftOut.length).toBe(asked.length);
    for (const field of asked.filter((name) => accounts.attribute(name) === undefined))
      expect(leftOut).toContain(`${field}: the list has no such column.`);
  });

  it.each(LISTS)('names only values that %s has', (__, accounts) => {
    for (const { field, value } of starterRules(accounts, starter, shown).rules.filter(({ operator }) => operator === 'in')) {
      const known = new Set(accounts.attribute(field)?.facts.flatMap(({ items }) => items));
      for (const item of operandItems(String(value))) expect(known.has(item.toLowerCase())).toBe(true);
    }
  });

  it.each(LISTS)('is a plan that %s can be run with, with people of known roles', (__, accounts) => {
    const { proposals, personas } = starterPlan(accounts, starter, 20_787);
    expect(refusalsOf({ icp: proposals.map(({ row }) => row), personas })).toEqual([]);
    expect(personas.length).toBeGreaterThanOrEqual(3);
    for (const persona of personas) expect(ROLES).toContain(persona.Role);
  });
});

test('words match whole words of a value: Legal Services is no hospitality, Retail is retail', () => {
  const agency = starters().find(({ id }) => id === 'agency')!;
  const [industry] = starterRules(crm, agency, shown).rules;
  expect([...operandItems(String(industry?.value))].sort()).toEqual(['Computer Software', 'Retail']);
});

test('ids and names are distinct', () => {
  expect(new Set(starters().map(({ id }) => id)).size).toBe(6);
  expect(new Set(starters().map(({ name }) => name)).size).toBe(6);
});
