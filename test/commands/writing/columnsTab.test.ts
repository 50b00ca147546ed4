/** The tab Columns: written with the first run that finds none, the team's from then on, and no change of the plan by itself. */
import type { RunReply, PlanProgress, StateReport } from '../../../src/commands/protocol/replies';
import type { PlanJson } from '../../../src/commands/protocol/requests';
import type { Host } from '../../../workbench/core/realm/host';
import { ask, bookOf, openAddOn, recordsOf, tabOf, titlesOf, valueOf, valuesOf, type Rows } from '../../support/commands/addOn';

jest.setTimeout(60_000);

const ACCOUNTS: Rows = [
  ['Company', 'Website', 'Headcount', 'Staff last year', 'Vertical'],
  ...Array.from({ length: 12 }, (_, index) => [
    `=Firm ${index}`,
    `firm${index}.com`,
    40 + index,
    70 + index,
    index % 2 === 0 ? 'Fintech' : 'Retail',
  ]),
];
const CONTACTS: Rows = [
  ['First name', 'Last name', 'Job title', 'Email', 'Email status'],
  ['Ann', 'Ames', 'CFO', 'ann@firm1.com', 'verified'],
];
const PLAN: PlanJson = {
  format: 1,
  icp: [
    { Field: 'Industry', Operator: 'is', Value: 'Fintech', Importance: 'High' },
    { Field: 'Employees', Operator: 'between', Value: '41-48' },
  ],
};
const HEADERS = ['Tab', 'List', 'Field', 'Column', 'Sample', 'Confidence'];
const GENERATED = ['Summary', 'Scores', 'Problems'];

async function withPlan(plan = PLAN, more: Readonly<Record<string, Rows>> = {}): Promise<Host> {
  const host = await openAddOn(bookOf({ Accounts: ACCOUNTS, Contacts: CONTACTS, ...more }));
  valueOf(host, { kind: 'importPlan', plan });
  return host;
}
const run = (host: Host): RunReply => valueOf(host, { kind: 'planEverything' });
const state = (host: Host): StateReport => {
  const reply = ask<StateReport>(host, { kind: 'state' });
  if (!reply.ok) throw new Error(reply.error.what);
  return reply.value;
};
/** Rows of the tab Columns under its headers. */
const mapping = (host: Host, title = 'Columns') =>
  valuesOf(host, title)
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => row.slice(0, 6));
/** Everything a run publishes but the line with its own id and time. */
const published = (host: Host): readonly Rows[] => GENERATED.map((title) => valuesOf(host, title).slice(1));

describe('a first run', () => {
  it.each<[string, (host: Host) => unknown]>([
    ['of the command line', run],
    ['of the sidebar, in steps', (host) => ask<PlanProgress>(host, { kind: 'planStep' })],
    ['of the menu', (host) => host.run('planEverything')],
  ])('%s writes what was recognised into a hidden tab', async (_, plan) => {
    const host = await withPlan();
    plan(host);
    expect(tabOf(host, 'Columns').hidden).toBe(true);
    expect(mapping(host)).toEqual([
      HEADERS,
      ['Accounts', 'accounts', 'Account name', 'Company', '=Firm 0', expect.any(Number)],
      ['Accounts', 'accounts', 'Domain', 'Website', 'firm0.com', expect.any(Number)],
      ['Accounts', 'accounts', 'Industry', 'Vertical', 'Fintech', expect.any(Number)],
      ['Accounts', 'accounts', 'Employees', 'Headcount', '40', expect.any(Number)],
      ['Contacts', 'contacts', 'First name', 'First name', 'Ann', 1],
      ['Contacts', 'contacts', 'Last name', 'Last name', 'Ames', 1],
      ['Contacts', 'contacts', 'Title', 'Job title', 'CFO', expect.any(Number)],
      ['Contacts', 'contacts', 'Email', 'Email', 'ann@firm1.com', 1],
      ['Contacts', 'contacts', 'Email status', 'Email status', 'verified', 1],
    ]);
  });

  it('leaves the plan unchanged in the eyes of the next look', async () => {
    const host = await withPlan();
    const { report } = run(host);
    expect(state(host)).toMatchObject({ state: 'published', planChanged: false, listChanged: false });
    expect(run(host).report.stamp.planHash).toBe(report.stamp.planHash);
  });

  it('leaves a team’s own tab of that title alone', async () => {
    const own: Rows = [['Our columns'], ['Fluted']];
    const host = await withPlan(PLAN, { Columns: own });
    run(host);
    expect(mapping(host)).toEqual([
      ['Our columns', '', '', '', '', ''],
      ['Fluted', '', '', '', '', ''],
    ]);
    expect(mapping(host, 'Columns (Segment Planner)')[0]).toEqual(HEADERS);
  });

  it('writes nothing over a mapping the plan brings along', async () => {
    const columns = [{ Tab: 'Accounts', List: 'accounts', Field: 'Employees', Column: 'Staff last year' }];
    const host = await withPlan({ ...PLAN, columns });
    run(host);
    expect(mapping(host)).toEqual([HEADERS, ['Accounts', 'accounts', 'Employees', 'Staff last year', '', '']]);
    expect(recordsOf(host, 'Scores').every((record) => record.get('Fit') !== 100)).toBe(true);
  });
});

describe('a second run', () => {
  it('publishes the same cells and leaves the tab as it is', async () => {
    const host = await withPlan();
    run(host);
    const [before, rows] = [published(host), mapping(host)];
    run(host);
    expect(published(host)).toEqual(before);
    expect(mapping(host)).toEqual(rows);
  });

  it('keeps and honours what the team has changed, and tells that the plan has', async () => {
    const host = await withPlan();
    run(host);
    const row = mapping(host).findIndex((cells) => cells[2] === 'Employees') + 1;
    host.person.type('Columns', `D${row}`, 'Staff last year');
    expect(state(host)).toMatchObject({ planChanged: true, listChanged: false });
    const changed = mapping(host);
    run(host);
    expect(mapping(host)).toEqual(changed);
    expect(recordsOf(host, 'Problems').map((record) => record.get('What'))).toContain(
      '"Staff last year" is read as Employees, by the tab Columns (100 %), e.g. "70".',
    );
    expect(state(host).planChanged).toBe(false);
  });

  it('leaves a tab emptied to its headers as it is', async () => {
    const host = await withPlan();
    run(host);
    const before = published(host);
    host.person.deleteRows('Columns', 2, 9);
    run(host);
    expect(mapping(host)).toEqual([HEADERS]);
    expect(published(host)).toEqual(before);
  });
});

describe('a plan exported after a run', () => {
  it('is imported elsewhere to the letter, and publishes the same cells under the same plan', async () => {
    const host = await withPlan();
    const first = run(host);
    const { plan } = valueOf(host, { kind: 'exportPlan' });
    expect(plan.columns).toHaveLength(9);
    const other = await withPlan(plan);
    expect(valueOf(other, { kind: 'exportPlan' }).plan).toEqual(plan);
    expect(run(other).report.stamp.planHash).toBe(first.report.stamp.planHash);
    expect(published(other)).toEqual(published(host));
    expect(titlesOf(other)).not.toContain('Columns (Segment Planner)');
  });

  it('is what "restore" finds nothing before: the tab alone is no earlier plan', async () => {
    const host = await withPlan();
    run(host);
    run(host);
    expect(ask(host, { kind: 'restorePrevious', what: 'run' })).toMatchObject({ ok: false });
    expect(ask(host, { kind: 'restorePrevious', what: 'plan' })).toMatchObject({ ok: false });
  });
});
