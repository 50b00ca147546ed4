/** `check` and the tab Problems say the same of a list, in the same words and the same order. */
import { readFileSync } from 'node:fs';
import type { CheckReport } from '../../../src/commands/protocol/replies';
import type { PlanJson } from '../../../src/commands/protocol/requests';
import type { Host } from '../../../workbench/core/realm/host';
import { readCsv } from '../../../workbench/files/csv';
import { placeOf } from '../../golden/cases';
import { ask, bookOf, openAddOn, recordsOf, valueOf, type Rows } from '../../support/commands/addOn';

jest.setTimeout(60_000);

const csv = (file: string): Rows => readCsv(file, readFileSync(file)).rows;
const json = (file: string): PlanJson => JSON.parse(readFileSync(file, 'utf8')) as PlanJson;
const golden = (name: string): readonly [string, Rows, PlanJson] => [
  name,
  csv(placeOf(name, 'accounts.csv')),
  json(placeOf(name, 'plan.json')),
];

/** A list in which most things go wrong that a list can do wrong. */
const MESSY: Rows = [
  ['Exported 2026-01-31', '', '', '', '', '', ''],
  ['Company', 'Website', 'Headcount', 'Annual revenue', 'Country', 'Industry', 'industry'],
  ['Acme', 'acme.com', 'many', '$5M', 'Atlantis', 'Fintech', 'x'],
  ['Acme', 'acme.com', '51-200', '€7M', 'Germany', 'Retail', 'x'],
  ['Company', 'Website', 'Headcount', 'Annual revenue', 'Country', 'Industry', 'industry'],
  ['', 'gmail.com', 'several', '€7M', 'Germany', 'Retail', 'x'],
  ['Bolt', 'bolt.io', 30, '1,234', 'US', 'Retail', 'x'],
  ['Total', '', 80, '', '', '', ''],
];
const MESSY_PLAN: PlanJson = {
  format: 1,
  icp: [
    { Field: 'Industry', Operator: 'is', Value: 'Fintech' },
    { Field: 'Moons', Operator: 'is known' },
  ],
};

const check = (host: Host): CheckReport => {
  const reply = ask<CheckReport>(host, { kind: 'check', accountsTab: 'Accounts' });
  if (!reply.ok) throw new Error(reply.error.what);
  return reply.value;
};
const KINDS = new Map([
  ['refusal', 'Stopped'],
  ['problem', 'Problem'],
  ['note', 'Note'],
]);
const rowsOf = (problems: CheckReport['problems']) =>
  problems.map(({ severity, at, count, found, message, fix, code }) => [
    KINDS.get(severity),
    at,
    count,
    found,
    message,
    fix,
    code,
  ]);
const tabRows = (host: Host) =>
  recordsOf(host, 'Problems').map((record) =>
    ['Kind', 'Where', 'Count', 'Found', 'What', 'How to fix', 'Code'].map((header) => record.get(header)),
  );

const LISTS: readonly (readonly [string, Rows, PlanJson])[] = [
  ['examples/accounts.csv', csv('examples/accounts.csv').slice(0, 150), json('examples/plan.json')],
  ...['hostile-names', 'coverage-from-contacts', 'straddling-ranges', 'blanks-are-not-zero'].map(golden),
  ['a messy list', MESSY, MESSY_PLAN],
];

it.each(LISTS)('%s: what check says of the file stands in Problems', async (_, rows, plan) => {
  const host = await openAddOn(bookOf({ Accounts: rows }));
  const alone = check(host);
  // The mapping is the plan's own part of reading: without it the list is read as it is.
  valueOf(host, { kind: 'importPlan', plan: { ...plan, columns: [], settings: [] } });
  const withPlan = check(host);
  const { report } = valueOf(host, { kind: 'planEverything', accountsTab: 'Accounts' });
  const told = tabRows(host);
  expect(told).toEqual(rowsOf(withPlan.problems));
  expect(rowsOf(report.problems)).toEqual(told);
  expect(told).toEqual(expect.arrayContaining(rowsOf(alone.problems)));
  expect(alone.problems.length).toBeGreaterThan(0);
  // Afterwards too: the tabs a run has added change nothing.
  expect(rowsOf(check(host).problems)).toEqual(told);
});

it('a messy list is told by kind and column, with counts and first cells', async () => {
  const host = await openAddOn(bookOf({ Accounts: MESSY }));
  const { rows, problems, lines } = check(host);
  expect(rows).toEqual({ read: 4, kept: 3, errors: 1 });
  expect(problems.map(({ code, at, count }) => [code, at, count])).toEqual(
    expect.arrayContaining([
      ['CELLS_UNUSABLE', 'Accounts!C3', 2],
      ['CELLS_UNUSABLE', 'Accounts!E3', 1],
      ['ACCOUNT_REPEATED', 'Accounts!A4', 1],
      ['ROW_WITHOUT_ACCOUNT', 'Accounts!A6', 1],
      ['HEADER_AGAIN', 'Accounts!A5', 1],
      ['TOTALS_ROW', 'Accounts!A8', 1],
      ['HEADER_REPEATED', 'Accounts!G2', 1],
      ['HEADER_NOT_FIRST', 'Accounts!A2', 1],
    ]),
  );
  expect(lines).toContain(
    'Problem · Accounts!C3 · 2 times, first "many" · "Headcount" holds cells that are no number; they count as unknown. Write e.g. 1200, 18.3M or 51-200.',
  );
  // `Country in DACH` fails on Atlantis, it is not unknown: only blanks are.
  expect(lines).toContain(
    'Problem · Accounts!E3 · "Atlantis" · "Country" holds cells that are no country; rules compare them as text. Write a name or an ISO code.',
  );
});
