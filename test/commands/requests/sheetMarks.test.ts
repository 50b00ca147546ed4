/** Marks by which the page notices that the sheet has changed behind it, the last run's figures again, and going to a tab. */
import type { ColumnsReply } from '../../../src/commands/protocol/columns';
import type { Request } from '../../../src/commands/protocol/requests';
import type { RunReply, SheetMarks, StateReport } from '../../../src/commands/protocol/replies';
import type { Host } from '../../../workbench/core/realm/host';
import { ask, bookOf, openAddOn, valueOf } from '../../support/commands/addOn';

const PLAN = {
  format: 1 as const,
  icp: [
    { Rule: 'Size', Field: 'Employees', Operator: 'between', Value: '50-500', Importance: 'High', Type: 'Score' },
    { Rule: 'Funded', Dimension: 'Situational', Field: 'Last funding date', Operator: 'within last', Value: '12', Type: 'Score' },
  ],
  segments: [{ Segment: 'All', 'Pain point': 'Audits' }],
  rules: [{ For: 'All', Field: 'Employees', Operator: 'at least', Value: '1' }],
  overrides: [{ 'Account key': 'nobody.example', Tier: 'Tier 1', Reason: 'A friend' }],
};

const list = (count: number): (string | number)[][] => [
  ['Account name', 'Domain', 'Employees', 'Last funding date'],
  ...Array.from({ length: count }, (_, row) => [`Co ${row}`, `co${row}.example`, row * 10, '2026-06-01']),
];

/** What each of these requests is answered with. */
interface Answers {
  readonly columns: ColumnsReply;
  readonly exportPlan: { readonly mark: string };
  readonly sheetMarks: SheetMarks;
  readonly state: StateReport;
  readonly selection: { readonly tab: string; readonly row: number };
  readonly show: { readonly tab: string };
}

function got<K extends keyof Answers>(host: Host, request: Extract<Request, { readonly kind: K }>): Answers[K] {
  const reply = ask<Answers[K]>(host, request);
  if (!reply.ok) throw new Error(reply.error.what);
  return reply.value;
}

/** As many cells as are not read at a quick look. */
const WIDE = 80;

async function planned(count: number, width = 4): Promise<{ readonly host: Host; readonly run: RunReply }> {
  const host = await openAddOn(
    bookOf({
      Accounts: list(count).map((row, at) => [
        ...row,
        ...Array.from({ length: width - 4 }, (_, column) => (at === 0 ? `Note ${column}` : at)),
      ]),
      Notes: [['anything']],
    }),
  );
  valueOf(host, { kind: 'importPlan', plan: PLAN });
  return { host, run: valueOf(host, { kind: 'planEverything', accountsTab: 'Accounts' }) };
}
const marks = (host: Host, isThorough = true): SheetMarks =>
  got(host, { kind: 'sheetMarks', accountsTab: 'Accounts', isThorough });

test('marks are those of what was read, exported and run', async () => {
  const { host, run } = await planned(20);
  const { marks: read } = got(host, { kind: 'columns', fields: [], accountsTab: 'Accounts' });
  const { mark } = got(host, { kind: 'exportPlan' });
  expect(marks(host)).toEqual({ ...read, plan: mark, run: run.report.stamp.runId });
  expect(run.cells).toBe(read.cells);
});

test.each([
  ['a cell of the list', 'Accounts', 'C3', ['cells']],
  ['a header of the list', 'Accounts', 'C1', ['extent', 'cells']],
  ['a row below the list', 'Accounts', 'A22', ['extent', 'cells']],
  ['a cell of the plan', 'Plan ICP', 'E2', ['plan']],
  ['another tab', 'Notes', 'A1', []],
])('%s changes its mark alone', async (_, tab, address, wanted) => {
  const { host } = await planned(20);
  const before = marks(host);
  host.person.type(tab, address, '60-600');
  const after = marks(host);
  expect((['extent', 'cells', 'plan', 'run'] as const).filter((part) => before[part] !== after[part])).toEqual(wanted);
});

test('a quick look at a long list reads no cells, and still sees rows that come', async () => {
  const { host } = await planned(260, WIDE);
  const before = marks(host, false);
  expect(before.cells).toBeUndefined();
  expect(marks(host).cells).toBeDefined();
  host.person.type('Accounts', 'C3', '999');
  expect(marks(host, false)).toEqual(before);
  host.person.type('Accounts', 'A262', 'One more');
  expect(marks(host, false).extent).not.toBe(before.extent);
});

test('a list that is gone has another mark', async () => {
  const { host } = await planned(20);
  const gone = got(host, { kind: 'sheetMarks', accountsTab: 'Elsewhere', isThorough: true });
  expect(gone.extent).not.toBe(marks(host).extent);
  expect(gone.cells).toBeUndefined();
});

test('the state tells the last run again while plan and list are what it was made from', async () => {
  const { host, run } = await planned(20);
  const { outcome } = got(host, { kind: 'state', withOutcome: true });
  expect(outcome?.report).toEqual(run.report);
  expect(outcome?.written).toEqual(run.written);
  expect(got(host, { kind: 'state' }).outcome).toBeUndefined();
  host.person.type('Accounts', 'C3', '999');
  expect(got(host, { kind: 'state', withOutcome: true }).outcome).toBeUndefined();
});

test('a tab of ours is shown by our name for it, any other by its title and row', async () => {
  const { host } = await planned(20);
  const shown = (): string => got(host, { kind: 'selection' }).tab;
  got(host, { kind: 'show', tab: 'Scores' });
  expect(shown()).toBe('Scores');
  got(host, { kind: 'show', tab: 'Accounts', row: 7 });
  expect(got(host, { kind: 'selection' })).toMatchObject({ tab: 'Accounts', row: 7 });
  expect(ask(host, { kind: 'show', tab: 'Nowhere' })).toMatchObject({ ok: false, error: { what: 'There is no tab "Nowhere".' } });
});
