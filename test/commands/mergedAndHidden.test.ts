/** What a person does to the looks of a list: hidden and filtered rows are read like others, merged cells are not repeated in silence. */
import type { CheckReport } from '../../src/commands/protocol/replies';
import type { PlanJson } from '../../src/commands/protocol/requests';
import type { Host } from '../../workbench/core/realm/host';
import { ask, bookOf, openAddOn, recordsOf, tabOf, valueOf, type Rows } from '../support/commands/addOn';

jest.setTimeout(60_000);

const ACCOUNTS: Rows = [
  ['Account name', 'Industry', 'Employees', 'Country'],
  ['Acme', 'Fintech', 60, 'Germany'],
  ['Bolt', 'Fintech', 70, ''],
  ['Cogs', 'Retail', 80, ''],
  ['Dyno', 'Retail', 90, 'France'],
];
const PLAN: PlanJson = {
  format: 1,
  icp: [
    { Field: 'Industry', Operator: 'is', Value: 'Fintech' },
    { Field: 'Country', Operator: 'in', Value: 'DACH' },
  ],
};

async function opened(change: (host: Host) => void = () => undefined, looks: object = {}): Promise<Host> {
  const book = bookOf({ Accounts: ACCOUNTS });
  const host = await openAddOn({ ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, ...looks })) });
  change(host);
  valueOf(host, { kind: 'importPlan', plan: PLAN });
  return host;
}
const scores = (host: Host) => {
  const { report } = valueOf(host, { kind: 'planEverything', accountsTab: 'Accounts' });
  return {
    accounts: report.accounts,
    rows: recordsOf(host, 'Scores').map((record) => [record.get('Account'), record.get('Fit')]),
  };
};
const check = (host: Host): CheckReport => {
  const reply = ask<CheckReport>(host, { kind: 'check', accountsTab: 'Accounts' });
  if (!reply.ok) throw new Error(reply.error.what);
  return reply.value;
};

it('rows that are hidden or filtered away are scored like all others', async () => {
  const plain = scores(await opened());
  const hidden = await opened(undefined, { hiddenRows: [3, 4] });
  expect(tabOf(hidden, 'Accounts').hiddenRows).toEqual([3, 4]);
  expect(scores(hidden)).toEqual(plain);
  expect(scores(await opened((host) => host.person.filter('Accounts', 'A1:D5')))).toEqual(plain);
  expect(plain.accounts).toMatchObject({ read: 4, scored: 4 });
});

it('a merged cell counts for its first row alone, and check and Problems say so', async () => {
  const host = await opened((sheet) => {
    sheet.person.merge('Accounts', 'D2:D4');
    sheet.person.merge('Accounts', 'B4:C4');
  });
  const told = check(host).problems.find(({ code }) => code === 'CELLS_MERGED');
  expect(told).toMatchObject({ severity: 'problem', at: 'Accounts!D2', found: 'Germany', count: 2 });
  scores(host);
  expect(recordsOf(host, 'Problems').map((record) => [record.get('Code'), record.get('Where')])).toContainEqual([
    'CELLS_MERGED',
    'Accounts!D2',
  ]);
  const countries = recordsOf(host, 'Scores').map((record) => [record.get('Account'), record.get('Missing')]);
  expect(countries).toEqual(
    expect.arrayContaining([
      ['Acme', ''],
      ['Bolt', 'Country'],
      ['Cogs', 'Country'],
    ]),
  );
});

it('merged headers and merged blanks are nobody’s trouble', async () => {
  const host = await opened((sheet) => {
    sheet.person.insertRows('Accounts', 1);
    sheet.person.type('Accounts', 'A1', 'Our accounts');
    sheet.person.merge('Accounts', 'A1:D1');
    sheet.person.merge('Accounts', 'D4:D5');
  });
  expect(check(host).problems.map(({ code }) => code)).not.toContain('CELLS_MERGED');
  expect(scores(host).accounts).toMatchObject({ read: 4, errors: 0 });
});
