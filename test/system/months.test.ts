/** Four months of a team through the built add-on: plan, results, a refresh, a plan change with a renamed segment, overrides; held against the oracle. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanJson, Request } from '../../src/commands/protocol/requests';
import type { ClosedReport, HistoryReply, PlanOutcome } from '../../src/commands/protocol/replies';
import type { Host } from '../../workbench/core/host';
import type { CellValue, WorkbookData } from '../../workbench/core/workbookData';
import { sheetOfRows } from '../../workbench/files/csv';
import { ask, bookOf, openAddOn, recordsOf, tabOf, type Rows } from '../commands/addOn';

const FOLDER = 'test/golden/months';
const file = (month: number, name: string): string => readFileSync(join(FOLDER, String(month), name), 'utf8');
const accountsOf = (month: number): Rows =>
  file(month, 'accounts.csv')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(',').map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)));
const asOf = (month: number): string => file(month, 'as-of.txt').trim();
const TIERS = ['Tier 1', 'Tier 2', 'Tier 3', 'Tier 4', 'Needs data', 'Excluded'];

interface Answers {
  readonly importPlan: unknown;
  readonly planEverything: PlanOutcome;
  readonly closeMonth: ClosedReport;
  readonly scoreHistory: HistoryReply;
}

function valueOf<Kind extends keyof Answers>(host: Host, request: Extract<Request, { readonly kind: Kind }>): Answers[Kind] {
  const reply = ask<Answers[Kind]>(host, request);
  if (!reply.ok) throw new Error(`${reply.error.what} ${reply.error.fix}`);
  return reply.value;
}

interface Told {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly net: Readonly<Record<string, readonly number[]>>;
  readonly new: readonly number[];
  readonly gone: readonly number[];
  readonly migration: Readonly<Record<string, number>>;
  readonly moves: Readonly<Record<string, readonly [string, string, readonly string[]]>>;
  readonly stability: Readonly<Record<string, number>>;
}

function oracle(month: number): Told {
  const run = spawnSync(
    'python3',
    ['-B', 'test/oracle/months.py', join(FOLDER, String(month - 1)), join(FOLDER, String(month))],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Told;
}

/** The file of the month before with this month's list in place of the old one. */
async function openMonth(book: WorkbookData | undefined, month: number): Promise<Host> {
  const rows = accountsOf(month);
  if (book === undefined) return openAddOn(bookOf({ Accounts: rows }));
  // The plan arrives as a file of its own, and an import replaces no plan: the old tabs are cut out as the team would empty them.
  const kept = book.sheets.filter(({ title }) => !/^(Plan .*|Results|Overrides|Columns)$/.test(title));
  const sheets = kept.map((sheet) => (sheet.title === 'Accounts' ? sheetOfRows('Accounts', sheet.id, rows) : sheet));
  return openAddOn({ ...book, sheets });
}

type Records = readonly ReadonlyMap<string, CellValue>[];
const part = (records: Records, name: string): Records => records.filter((record) => record.get('Part') === name);
const numbers = (records: Records, header: string): readonly number[] =>
  TIERS.map((tier) => Number(records.find((record) => record.get('Item') === tier)?.get(header)));

describe('four months', () => {
  const outcomes: PlanOutcome[] = [];
  const changes: Records[] = [];
  let host: Host;
  let reviewAfterMay = '';

  beforeAll(async () => {
    let book: WorkbookData | undefined;
    for (const month of [1, 2, 3, 4]) {
      host = await openMonth(book, month);
      valueOf(host, { kind: 'importPlan', plan: JSON.parse(file(month, 'plan.json')) as PlanJson });
      outcomes.push(valueOf(host, { kind: 'planEverything', asOf: asOf(month) }));
      changes.push(month === 1 ? [] : recordsOf(host, 'Changes'));
      valueOf(host, { kind: 'closeMonth', asOf: asOf(month) });
      if (month === 3) reviewAfterMay = JSON.stringify(tabOf(host, 'Review').cells);
      book = host.snapshot();
    }
  }, 120_000);

  it.each([2, 3, 4])('month %i: every number of the difference is what the oracle reads', (month) => {
    const told = oracle(month);
    const records = changes[month - 1] ?? [];
    const tiers = part(records, 'Tier');
    expect(numbers(tiers, 'Before')).toEqual(told.before);
    expect(numbers(tiers, 'Now')).toEqual(told.after);
    for (const cause of ['time', 'data', 'plan', 'override'])
      expect([cause, numbers(tiers, `By ${cause}`)]).toEqual([cause, told.net[cause]]);
    expect(numbers(tiers, 'By add-on')).toEqual([0, 0, 0, 0, 0, 0]);
    expect(numbers(tiers, 'New')).toEqual(told.new);
    expect(numbers(tiers, 'Gone').map((count) => 0 - count)).toEqual(told.gone);
    expect(Object.fromEntries(part(records, 'Move').map((record) => [record.get('Item'), record.get('Now')]))).toEqual(
      told.migration,
    );
    const moves = part(records, 'Account').map((record) => [record.get('Item'), record.get('Why')]);
    const wanted = Object.entries(told.moves).map(([key, [from, to, causes]]) => [key, `${from} → ${to}: ${causes.join(', ')}.`]);
    expect(Object.fromEntries(moves)).toEqual(Object.fromEntries(wanted));
    const inputs = part(records, 'Input');
    for (const [field, index] of Object.entries(told.stability))
      expect(Number(inputs.find((record) => record.get('Item') === field)?.get('Before'))).toBeCloseTo(index, 9);
  });

  it('each cause is met in the story, and accounts come and go', () => {
    const told = [2, 3, 4].map(oracle);
    for (const cause of ['time', 'data', 'plan', 'override'])
      expect([cause, told.some(({ moves }) => Object.values(moves).some(([, , causes]) => causes.includes(cause)))]).toEqual([
        cause,
        true,
      ]);
    expect(told[0]!.new.some((count) => count > 0) && told[0]!.gone.some((count) => count > 0)).toBe(true);
  });

  it('Review has one row a month for the plan and each segment, and closed rows are never rewritten', () => {
    const rows = recordsOf(host, 'Review').map((record) => [record.get('Month'), record.get('Segment')]);
    expect(rows.map(([month]) => month)).toEqual(
      ['03', '04', '05', '06'].flatMap((month) => Array.from({ length: 3 }, () => `2026-${month}`)),
    );
    expect(
      rows
        .slice(6, 9)
        .map(([, segment]) => segment)
        .sort(),
    ).toEqual(['', 'Fintech', 'SaaS lane']);
    const now = tabOf(host, 'Review').cells;
    for (const [place, cell] of Object.entries(JSON.parse(reviewAfterMay) as Record<string, { value?: CellValue }>))
      expect(now[place]?.value).toEqual(cell.value);
  });

  it('closing a month again adds nothing and changes nothing', () => {
    const before = [tabOf(host, 'Review').cells, tabOf(host, 'Snapshot').cells];
    const report = valueOf(host, { kind: 'closeMonth', asOf: asOf(4) });
    expect(report).toEqual({ month: '2026-06', rows: 0, sentences: ['2026-06 was closed before: nothing was added.'] });
    expect([tabOf(host, 'Review').cells, tabOf(host, 'Snapshot').cells]).toEqual(before);
  });

  it('the renamed segment keeps its results of the months before, and bad results are told', () => {
    const rates = recordsOf(host, 'Rates');
    const row = (item: string) => rates.find((record) => record.get('Part') === 'Segment' && record.get('Item') === item);
    // April to June, the last three months: 140 as Software in April, 60 as Software and 90 as SaaS lane in May.
    expect(row('SaaS lane')?.get('Contacted')).toBe(290);
    expect(row('Banks')?.get('Contacted')).toBe(9);
    expect(row('Fintech')?.get('Reply rate')).toBeCloseTo(38 / 270, 12);
    const codes = outcomes[3]!.report.problems.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['RESULT_SEGMENT', 'RESULT_ABOVE_ALL']));
  });

  it('S3.15: replies before and since the ICP changed, as a ratio with both rates', () => {
    const sentence = String(
      recordsOf(host, 'Rates')
        .find((record) => String(record.get('Item')).startsWith('Since'))
        ?.get('Why'),
    );
    expect(sentence).toMatch(/^Since the ICP changed in 2026-05: replies 2\.\d+ ×/);
  });

  it('the history of an account names tier, scores and cause at each closed month', () => {
    const { lines } = valueOf(host, { kind: 'scoreHistory', key: 'A034' });
    expect(lines.map(({ month, why }) => [month, why])).toEqual([
      ['2026-03', 'First closed month.'],
      ['2026-04', 'By data (Industry Retail → blank, Hiring blank → yes): Tier 3 → Tier 2, fit 57.1 → 80, signal 0 → 66.6.'],
      ['2026-05', 'By plan: Tier 2 → Tier 3, fit 80 → 57.1.'],
      ['2026-06', 'By override: Tier 3 → Tier 1.'],
    ]);
    expect(valueOf(host, { kind: 'scoreHistory', key: 'nobody' }).lines).toEqual([]);
  });

  it('the Summary says what changed and why in one sentence', () => {
    const line = recordsOf(host, 'Summary').find((record) => record.get('Part') === 'Changed');
    expect(line?.get('Note')).toContain('Since 2026-05 was closed: ICP');
    expect(line?.get('Note')).toContain('by override');
  });
});
