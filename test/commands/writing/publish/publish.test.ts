/** "Plan everything" on a spreadsheet: what it writes and in which order, what it leaves alone, and that text stays text. */
import type { PlanJson } from '../../../../src/commands/protocol/requests';
import type { RunReply } from '../../../../src/commands/protocol/replies';
import { readStamp } from '../../../../src/sheet/ownTabs/stamp';
import type { Host } from '../../../../workbench/core/realm/host';
import type { Switches } from '../../../../workbench/core/switches';
import type { CellValue } from '../../../../workbench/core/document/workbookData';
import { writeXlsxFile } from '../../../../workbench/files/xlsxWrite';
import { openWorkbook } from '../../../support/workbench/files/openWorkbook';
import {
  ask,
  bookOf,
  openAddOn,
  recordsOf,
  tabOf,
  titlesOf,
  valueOf,
  valuesOf,
  type Rows,
} from '../../../support/commands/addOn';

jest.setTimeout(60_000);

const NAMES = [
  '=1+1',
  '+49 30 1',
  '-5',
  '@here',
  '007',
  'TRUE',
  '1-2',
  '1e5',
  '10%',
  "'quoted",
  '#N/A?',
  '2026-01-31',
  'Northwind',
];
const ACCOUNTS: Rows = [
  ['Account name', 'Industry', 'Employees', 'Hiring'],
  ...NAMES.map((name, index): CellValue[] => [name, index % 2 === 0 ? 'Fintech' : 'Retail', 40 + index, index % 3 === 0]),
];
const PLAN: PlanJson = {
  format: 1,
  icp: [
    { Rule: '=2+2', Field: 'Industry', Operator: 'is', Value: 'Fintech', Importance: 'High', Why: '+1' },
    { Field: 'Employees', Operator: 'between', Value: '41-48' },
    { Field: 'Hiring', Operator: 'is true', Dimension: 'Behavioral' },
  ],
  segments: [{ Segment: '1-2', Priority: 1, 'Offer angle': '=3+3' }],
  rules: [{ For: '1-2', Field: 'Industry', Operator: 'is', Value: 'Fintech' }],
};
const OURS = ['Summary', 'Scores', 'Segments', 'Coverage'];

async function prepared(switches: Partial<Switches> = {}, extra: Readonly<Record<string, Rows>> = {}): Promise<Host> {
  const host = await openAddOn(bookOf({ Accounts: ACCOUNTS, ...extra }), { switches });
  valueOf(host, { kind: 'importPlan', plan: PLAN });
  return host;
}
const plan = (host: Host): RunReply => valueOf(host, { kind: 'planEverything', accountsTab: 'Accounts' });
const stampOf = (host: Host, title: string) => readStamp(String(host.person.values(title, 'A1')[0]?.[0] ?? ''));
/** A cell of a tab that may not be there yet. */
function peek(host: Host, title: string, position: string): string {
  return titlesOf(host).includes(title) ? String(host.person.values(title, position)[0]?.[0] ?? '') : '';
}
/** Cells of a tab but for its stamp. */
function unstamped(host: Host, title: string): Rows {
  return valuesOf(host, title).slice(1);
}

describe('a first run', () => {
  it('writes the Summary first and says so in what it reports', async () => {
    const { written } = plan(await prepared());
    expect(written[0]).toBe('Summary');
    expect(written).toEqual(expect.arrayContaining(OURS));
  });

  it('leaves every tab with the stamp of one run, committed in the Summary', async () => {
    const host = await prepared();
    const { written, report } = plan(host);
    for (const title of written)
      expect(stampOf(host, title)).toMatchObject({ state: 'OK', runId: report.stamp.runId, read: NAMES.length, errors: 0 });
  });

  it('writes UPDATING into the Summary before anything else, and OK after everything else', async () => {
    const host = await prepared();
    const seen: string[] = [];
    host.document.engine.model.on('update', {}, () => {
      const state = / · (OK|UPDATING) · /.exec(peek(host, 'Summary', 'A1'))?.[1] ?? 'nothing';
      const now = `${state}${peek(host, 'Scores', 'B3') === '' ? '' : ' and Scores'}`;
      if (seen.at(-1) !== now) seen.push(now);
    });
    plan(host);
    expect(seen).toEqual(expect.arrayContaining(['UPDATING', 'OK and Scores']));
    expect(seen.at(-1)).toBe('OK and Scores');
    expect(seen).not.toContain('OK');
    expect(seen).not.toContain('nothing and Scores');
  });

  it('leaves the accounts tab as it was, cell by cell', async () => {
    const host = await prepared();
    const before = tabOf(host, 'Accounts');
    plan(host);
    expect(tabOf(host, 'Accounts')).toEqual(before);
  });

  it('freezes the stamp and the headers', async () => {
    const host = await prepared();
    plan(host);
    const frozen = host.snapshot().sheets.map(({ title, frozenRows }): [string, number] => [title, frozenRows]);
    expect(Object.fromEntries(frozen)).toMatchObject({ Accounts: 0, Summary: 2, Scores: 2, Segments: 2, Coverage: 2 });
  });
});

describe('running again', () => {
  it('with the same plan and list publishes the same cells but for the stamps', async () => {
    const host = await prepared();
    const { written } = plan(host);
    const first = new Map(written.map((title) => [title, unstamped(host, title)]));
    const again = plan(host);
    // What changed since the last run is news of the second one.
    for (const title of written.filter((one) => one !== 'Summary')) expect(unstamped(host, title)).toEqual(first.get(title));
    expect(again.written).toEqual(written);
    expect(stampOf(host, 'Summary')?.runId).toBe(again.report.stamp.runId);
    const third = unstamped(host, 'Summary');
    plan(host);
    expect(unstamped(host, 'Summary')).toEqual(third);
  });

  it('makes no second tab of any kind', async () => {
    const host = await prepared();
    plan(host);
    const titles = titlesOf(host);
    plan(host);
    expect(titlesOf(host)).toEqual(titles);
  });

  it('over a shorter list leaves no row of the longer one', async () => {
    const host = await prepared();
    plan(host);
    host.person.deleteRows('Accounts', 4, 8);
    plan(host);
    expect(recordsOf(host, 'Scores').map((record) => record.get('Rank'))).toEqual([1, 2, 3, 4, 5]);
    expect(stampOf(host, 'Summary')).toMatchObject({ read: 5 });
  });

  it('without segments leaves no segment of the run before', async () => {
    const host = await prepared();
    plan(host);
    host.person.clear('Plan Segments', 'A2:J2');
    host.person.clear('Plan Rules', 'A2:E2');
    plan(host);
    expect(recordsOf(host, 'Segments').map((record) => record.get('Segment'))).not.toContain('1-2');
    expect(recordsOf(host, 'Scores').every((record) => record.get('Segment') === '')).toBe(true);
  });

  it('follows our tab when the team renames it', async () => {
    const host = await prepared();
    plan(host);
    host.person.renameTab('Scores', 'Call list');
    const { runId } = plan(host).report.stamp;
    expect(valuesOf(host, 'Call list').join()).toContain(`run ${runId}`);
    expect(titlesOf(host)).not.toContain('Scores');
  });
});

describe('what is the team’s stays', () => {
  const THEIRS: Rows = [
    ['Scores of the match', 'Goals'],
    ['Reds', 3],
  ];

  it('a tab of their own that is called Scores: ours is Scores (Segment Planner)', async () => {
    const host = await prepared({}, { Scores: THEIRS });
    const before = tabOf(host, 'Scores');
    plan(host);
    expect(tabOf(host, 'Scores')).toEqual(before);
    expect(recordsOf(host, 'Scores (Segment Planner)')).toHaveLength(NAMES.length);
    plan(host);
    expect(titlesOf(host).filter((title) => title.startsWith('Scores'))).toEqual(['Scores', 'Scores (Segment Planner)']);
  });

  it('notes, other tabs and the tab that is open', async () => {
    const host = await prepared({}, { Notes: [['Call Ann'], ['=SUM(1,2)']] });
    host.person.note('Notes', 'A1', 'on Monday');
    host.person.note('Accounts', 'B2', 'checked');
    host.person.openTab('Notes');
    const before = tabOf(host, 'Notes');
    plan(host);
    expect(tabOf(host, 'Notes')).toEqual(before);
    expect(tabOf(host, 'Accounts').cells.B2?.note).toBe('checked');
    expect(host.document.activeSheet).toBe(before.id);
  });
});

describe.each<[string, Partial<Switches>]>([
  ['where a text format keeps = from becoming a formula', { atFormatStopsFormula: true }],
  ['where it does not', { atFormatStopsFormula: false }],
])('text stays text %s', (_, switches) => {
  it('in Scores and in the XLSX', async () => {
    const host = await prepared(switches);
    plan(host);
    const accounts = recordsOf(host, 'Scores').map((record) => record.get('Account'));
    expect([...accounts].sort()).toEqual([...NAMES].sort());
    const book = host.snapshot();
    for (const { cells } of book.sheets) for (const { formula } of Object.values(cells)) expect(formula).toBeUndefined();
    const { bytes } = await writeXlsxFile(book);
    const scores = (await openWorkbook('book.xlsx', bytes)).sheets.find(({ title }) => title === 'Scores')!;
    const column = Object.entries(scores.cells).flatMap(([position, { value }]) =>
      /^B([3-9]|\d\d)$/.test(position) ? [value] : [],
    );
    expect(column.sort()).toEqual([...NAMES].sort());
  });

  it('in the plan’s own tabs, which export as they were imported', async () => {
    const host = await prepared(switches);
    expect(host.person.values('Plan ICP', 'A2')).toEqual([['=2+2']]);
    expect(valueOf(host, { kind: 'exportPlan' }).plan).toEqual(PLAN);
  });
});

describe('importing a plan', () => {
  it('into tabs that hold another plan is refused, and nothing is written', async () => {
    const host = await prepared();
    const before = host.snapshot();
    const reply = ask(host, { kind: 'importPlan', plan: { ...PLAN, icp: [{ Field: 'X', Operator: 'is known' }] } });
    expect(reply).toMatchObject({ ok: false, error: { what: expect.stringContaining('Plan ICP') as string } });
    expect(host.snapshot()).toEqual(before);
  });

  it('that is there already changes nothing', async () => {
    const host = await prepared();
    const before = host.snapshot();
    expect(ask(host, { kind: 'importPlan', plan: PLAN }).ok).toBe(true);
    expect(host.snapshot()).toEqual(before);
  });
});

describe('a run that is refused', () => {
  const refused = async (rows: Rows, runResult: PlanJson = PLAN) => {
    const host = await openAddOn(bookOf({ Accounts: rows }));
    if (runResult.icp !== undefined) valueOf(host, { kind: 'importPlan', plan: runResult });
    const before = host.snapshot();
    const reply = ask<RunReply>(host, { kind: 'planEverything', accountsTab: 'Accounts' });
    expect(host.snapshot()).toEqual(before);
    return reply.ok ? 'no refusal' : reply.error;
  };
  const icp = (row: object): PlanJson => ({ format: 1, icp: [...PLAN.icp!, { ...PLAN.icp![0]!, ...row }] });

  it.each<[string, Rows, PlanJson, RegExp]>([
    ['an unknown operator', ACCOUNTS, icp({ Operator: 'equals' }), /^'Plan ICP'!D5: "equals" is no operator\./],
    [
      'a Must without a column',
      ACCOUNTS,
      icp({ Type: 'Must', Field: 'Revenue' }),
      /^'Plan ICP'!C5: The Must .* cannot be checked/,
    ],
    ['headers without rows', ACCOUNTS.slice(0, 1), PLAN, /^Accounts!A2: There are headers but no rows/],
    ['an empty tab', [['']], PLAN, /^Accounts: The tab "Accounts" is empty\./],
    ['no plan', ACCOUNTS, { format: 1 }, /^Plan ICP: No active rule has a weight above 0/],
  ])('for %s writes nothing and tells one sentence', async (_, rows, runResult, what) => {
    const error = await refused(rows, runResult);
    expect(error).toMatchObject({ what: expect.stringMatching(what) as string });
  });

  it('reports all reasons with their cells', async () => {
    const error = await refused(ACCOUNTS, icp({ Operator: 'equals', Importance: 'Vital', Dimension: 'Moods' }));
    expect(error).toMatchObject({
      problems: [
        { code: 'DIMENSION_UNKNOWN', at: "'Plan ICP'!B5" },
        { code: 'OPERATOR_UNKNOWN' },
        { code: 'IMPORTANCE_UNKNOWN', at: "'Plan ICP'!F5" },
      ],
      fix: expect.stringContaining('(2 more to fix)') as string,
    });
  });
});

describe('a request', () => {
  it.each<readonly [string, Rows]>([
    [
      'has no column for a rule',
      [
        ['Company', 'Topic'],
        ['Acme', 'a'],
        ['Bolt', 'b'],
      ],
    ],
    [
      'shares no value',
      [
        ['Company', 'Industry', 'Employees'],
        ['Acme', 'Software', 50],
      ],
    ],
  ])('that a list that %s cannot serve is answered with the mend alone', async (_, rows) => {
    const host = await openAddOn(bookOf({ Accounts: rows }));
    expect(ask(host, { kind: 'proposePlan', accountsTab: 'Accounts' })).toMatchObject({
      ok: false,
      error: {
        what: 'Accounts has no column a first rule could use, or too few accounts that share a value.',
        fix: 'Add accounts, or a column such as Industry, Employees, Annual revenue or Country.',
        problems: [{ code: 'NO_RULE_FOUND' }],
      },
    });
  });

  it.each([['{}'], ['{"kind":"__proto__"}'], ['{"kind":"constructor"}'], ['[]'], ['null'], ['{"kind":"check","asOf":5}']])(
    'that is none (%s) is answered with a sentence',
    async (text) => {
      const host = await openAddOn(bookOf({ Accounts: ACCOUNTS }));
      const reply = JSON.parse(String(host.callFromPage('serve', [text]))) as { ok: boolean; error: { what: string } };
      expect(reply.ok).toBe(false);
      expect(reply.error.what).toMatch(/^[^\n]+\.$/);
    },
  );
});
