/**
 * Four months of a team on the sample, through the built add-on: plan, results, a refresh, a plan change with a renamed segment, overrides
 * with two segments merged. Every number is compared with the oracle.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from '../../src/sheet/table/csv';
import type { RunReply } from '../../src/commands/protocol/replies';
import type { Host } from '../../workbench/core/realm/host';
import type { CellValue, WorkbookData } from '../../workbench/core/document/workbookData';
import { addressOf } from '../../workbench/core/document/a1';
import { openWorkbook } from '../support/workbench/files/openWorkbook';
import { writeXlsxFile } from '../../workbench/files/xlsxWrite';
import { openAddOn, recordsOf, titlesOf, valuesOf, type Rows } from '../support/commands/addOn';
import { FOLDER, asOf, openMonth, planOf, valueOf } from '../support/system/fourMonths';

const MONTHS = [1, 2, 3, 4];
const DECISIONS = [
  ['Decision', 'Merge with US teams'],
  ['Owner', 'Ada'],
  ['Next date', '2026-10-15'],
  ['Note', 'Ask team C first'],
] as const;
const TIERS = ['Tier 1', 'Tier 2', 'Tier 3', 'Tier 4', 'Needs data', 'Excluded'];

interface Difference {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly net: Readonly<Record<string, readonly number[]>>;
  readonly new: readonly number[];
  readonly gone: readonly number[];
  readonly migration: Readonly<Record<string, number>>;
  readonly moves: Readonly<Record<string, readonly [string, string, readonly string[]]>>;
  readonly stability: Readonly<Record<string, number>>;
}

type RateNames = 'Reply' | 'Meeting' | 'Opportunity' | 'Won' | 'Bounce';
type Rates = { readonly Contacted: number; readonly more?: number | null } & Readonly<
  Record<RateNames, readonly [rate: number, low: number, high: number] | null>
>;

interface Told {
  readonly successors: Readonly<Record<string, readonly [string, string]>>;
  readonly segments: Readonly<Record<string, Rates>>;
  readonly tiers: Readonly<Record<string, Rates>>;
  readonly months: Readonly<Record<string, Rates>>;
  readonly segmentMonths: Readonly<Record<string, Rates>>;
  readonly variants: Readonly<Record<string, Rates>>;
  readonly change: {
    readonly since: string;
    readonly before: Rates;
    readonly after: Rates;
    readonly reply: number;
    readonly meeting: number;
    readonly replyOfAll: number;
    readonly meetingOfAll: number;
  } | null;
  readonly review: Readonly<Record<string, Readonly<Record<string, string | number | null>>>>;
}

const answers = new Map<string, unknown>();

/** Each question is asked once. */
function python(script: string, months: readonly number[]): unknown {
  const question = `${script} ${months.join(' ')}`;
  if (!answers.has(question)) answers.set(question, asked(script, months));
  return answers.get(question);
}

function asked(script: string, months: readonly number[]): unknown {
  const run = spawnSync('python3', ['-B', join('test/oracle', script), ...months.map((month) => join(FOLDER, String(month)))], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}
const oracle = (month: number): Difference => python('months.py', [month - 1, month]) as Difference;
const resultsTold = (month: number): Told => python('review.py', MONTHS.slice(0, month)) as Told;

type Records = readonly ReadonlyMap<string, CellValue>[];
const part = (records: Records, name: string): Records => records.filter((record) => record.get('Part') === name);
const numbers = (records: Records, header: string): readonly number[] =>
  TIERS.map((tier) => Number(records.find((record) => record.get('Item') === tier)?.get(header)));

/** Rows of one part of `Rates` against the oracle's: item by item, each rate with both ends, and contacts still needed. */
function expectRates(records: Records, name: string, told: Readonly<Record<string, Rates>>): void {
  const rows = part(records, name).filter((record) => record.get('Contacted') !== 0);
  expect(rows.map((record) => record.get('Item')).sort()).toEqual(
    Object.entries(told)
      .flatMap(([item, { Contacted }]) => (Contacted === 0 ? [] : [item]))
      .sort(),
  );
  for (const record of rows) {
    const item = String(record.get('Item'));
    const { more, ...wanted } = told[item]!;
    expect([item, record.get('Contacted')]).toEqual([item, wanted.Contacted]);
    for (const rate of ['Reply', 'Meeting', 'Opportunity', 'Won', 'Bounce'] as const) {
      const shown = ['rate', 'from', 'to'].map((end) => record.get(`${rate} ${end}`));
      expect([item, rate, ...shown]).toEqual([item, rate, ...(wanted[rate] ?? ['', '', '']).map(near)]);
    }
    // A segment of the plan and a variant; a name that is none is compared with nothing.
    if (more !== undefined && record.get('Verdict') !== '')
      expect([item, record.get('More contacts')]).toEqual([item, more ?? '']);
  }
}
const near = (value: string | number | null): unknown =>
  typeof value === 'number' ? (expect.closeTo(value, 9) as unknown) : (value ?? '');

/** Names of the sample's accounts, by ID. */
const names = new Map(parseCsv(readFileSync('examples/accounts.csv', 'utf8')).map(([id = '', name = '']) => [id, name]));

describe('four months', () => {
  const outcomes: RunReply[] = [];
  const changes: Records[] = [];
  const rates: Records[] = [];
  let host: Host;
  let reviewAfterSeptember: Rows = [];

  beforeAll(async () => {
    let book: WorkbookData | undefined;
    for (const month of MONTHS) {
      host = await openMonth(book, month);
      valueOf(host, { kind: 'importPlan', plan: planOf(month) });
      outcomes.push(valueOf(host, { kind: 'planEverything', asOf: asOf(month) }));
      changes.push(month === 1 ? [] : recordsOf(host, 'Changes'));
      rates.push(month === 1 ? [] : recordsOf(host, 'Rates'));
      valueOf(host, { kind: 'closeMonth', asOf: asOf(month) });
      if (month === 3) {
        const headers = valuesOf(host, 'Review')[1]!;
        for (const [header, text] of DECISIONS) host.person.type('Review', addressOf(17, headers.indexOf(header) + 1), text);
        reviewAfterSeptember = valuesOf(host, 'Review').slice(0, 17);
      }
      book = month === 4 ? undefined : host.snapshot();
    }
  }, 240_000);

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
    const wanted = Object.entries(told.moves).map(([key, [from, to, causes]]) => [
      names.get(key) ?? key,
      `${from} → ${to}: ${causes.join(', ')}.`,
    ]);
    expect(Object.fromEntries(moves)).toEqual(Object.fromEntries(wanted));
    const inputs = part(records, 'Input');
    expect(inputs.map((record) => record.get('Item')).sort()).toEqual(Object.keys(told.stability).sort());
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

  it.each([2, 3, 4])('month %i: every rate, both its ends and the contacts still needed are what the oracle reads', (month) => {
    const told = resultsTold(month);
    const records = rates[month - 1] ?? [];
    expectRates(records, 'Segment', told.segments);
    expectRates(records, 'Tier', told.tiers);
    expectRates(records, 'Month', told.months);
    expectRates(records, 'Segment by month', told.segmentMonths);
    expectRates(records, 'Variant', told.variants);
    const { change } = told;
    const periods = change === null ? {} : { [`Before ${change.since}`]: change.before, [`Since ${change.since}`]: change.after };
    expectRates(records, 'Change', periods);
  });

  it.each(MONTHS)('month %i: the rows of Review are what the oracle reads', (month) => {
    const told = resultsTold(month).review;
    const rows = recordsOf(host, 'Review').filter((record) => record.get('Month') === asOf(month).slice(0, 7));
    expect(rows.map((record) => record.get('Segment')).sort()).toEqual(Object.keys(told).sort());
    for (const record of rows)
      for (const [header, value] of Object.entries(told[String(record.get('Segment'))]!))
        expect([record.get('Segment'), header, record.get(header)]).toEqual([record.get('Segment'), header, near(value)]);
  });

  it('a renamed and two merged segments are told by rules and accounts, and keep their results', () => {
    const notes = (month: number, code: string) =>
      outcomes[month - 1]!.report.problems.filter((problem) => problem.code === code).map(({ found, message }) => [
        found,
        message,
      ]);
    expect(resultsTold(3).successors).toEqual({ 'HubSpot teams with new money': ['HubSpot lane', 'the same'] });
    expect(notes(3, 'SEGMENT_RENAMED')).toEqual([
      [
        'HubSpot teams with new money',
        'HubSpot teams with new money is HubSpot lane now: it asks the same. Its results count there.',
      ],
    ]);
    const merged = Object.entries(resultsTold(4).successors).map(([from, [to, taken]]) => [
      from,
      `${from} went into ${to}, which takes ${taken.replace(' of ', ' of its ')} accounts. Its results count there.`,
    ]);
    expect(merged).toHaveLength(2);
    expect(notes(4, 'SEGMENT_MERGED').sort()).toEqual(merged.sort());
  });

  it('bad results are told: an unknown segment, more than 100 %, no results yet, a month without any', () => {
    expect(outcomes[3]!.report.problems.filter(({ code }) => code === 'RESULT_TWICE')).toEqual([]);
    const codes = outcomes[3]!.report.problems.map(({ code, at }) => `${code} ${at}`);
    expect(codes).toEqual(expect.arrayContaining(['RESULT_SEGMENT Results!B16', 'RESULT_ABOVE_ALL Results!G17']));
    const missing = part(rates[3]!, 'Month').find((record) => record.get('Item') === '2026-08');
    expect([missing?.get('Contacted'), missing?.get('Reply rate'), missing?.get('Why')]).toEqual([0, '', 'No results.']);
    expect(titlesOf(host)).toContain('Rates');
    const firstMonth = recordsOf(host, 'Review').filter(
      (record) => record.get('Month') === '2026-07' && record.get('Segment') !== '',
    );
    expect(firstMonth.map((record) => record.get('Why')).filter((why) => !String(why).includes('No results yet.'))).toEqual([]);
  });

  it('Review: closed rows and the team’s decisions are never rewritten', () => {
    expect(valuesOf(host, 'Review').slice(0, 17)).toEqual(reviewAfterSeptember);
    const row = recordsOf(host, 'Review')[14]!;
    expect(['Decision', 'Owner', 'Note'].map((header) => row.get(header))).toEqual([
      'Merge with US teams',
      'Ada',
      'Ask team C first',
    ]);
    expect(row.get('Next date')).not.toBe('');
  });

  it('Review keeps what changed and why in the row of the whole plan', () => {
    const [whole] = recordsOf(host, 'Review').filter((record) => record.get('Month') === '2026-10');
    for (const part of [
      'Since 2026-09 was closed: ICP 46 → 46',
      'went into Salesforce teams',
      'Since the ICP changed in 2026-09',
    ])
      expect(whole?.get('Why')).toContain(part);
  });

  it('closing a month again adds nothing and changes nothing', () => {
    const before = [valuesOf(host, 'Review'), valuesOf(host, 'Snapshot')];
    const report = valueOf(host, { kind: 'closeMonth', asOf: asOf(4) });
    expect(report).toEqual({ month: '2026-10', rows: 0, sentences: ['2026-10 was closed before: nothing was added.'] });
    expect([valuesOf(host, 'Review'), valuesOf(host, 'Snapshot')]).toEqual(before);
  });

  it('a closed month survives the file as XLSX: no cell of it is longer than such a file can hold', async () => {
    const parts = valuesOf(host, 'Snapshot').flatMap(([month, , , part, , text]) =>
      /^\d{4}-/.test(String(month)) && part !== '' ? [String(text)] : [],
    );
    expect(parts.length).toBeGreaterThan(MONTHS.length);
    expect(Math.max(...parts.map((text) => text.length))).toBeLessThanOrEqual(32_767);
    const { bytes, notes } = await writeXlsxFile(host.snapshot());
    expect(notes.filter((note) => /cut|long/.test(note))).toEqual([]);
    const again = await openAddOn(await openWorkbook('book.xlsx', bytes));
    const { report } = valueOf(again, { kind: 'planEverything', accountsTab: 'Accounts', asOf: '2026-11-30' });
    const codes = report.problems.map(({ code }) => code);
    expect(codes).not.toContain('SNAPSHOT_UNREADABLE');
    expect(codes.filter((code) => code === 'RESULT_SEGMENT')).toHaveLength(1);
  }, 120_000);

  it('S3.15: replies and meetings before and since the ICP changed, like with like, and as ratios of all with both rates', () => {
    const { change } = resultsTold(4);
    const sentence = String(part(rates[3]!, 'Change')[1]?.get('Why'));
    const shown = (ratio: number) => String(Math.round(ratio * 10) / 10);
    const mix = 'in the same mix of segments and tiers; all together';
    expect(sentence).toContain(
      `Since the ICP changed in 2026-09: replies ${shown(change!.reply)} × ${mix} ${shown(change!.replyOfAll)} ×`,
    );
    // 10 of 630 people against 44 of 900 over four strata are too few to claim anything at every look.
    expect(change!.meeting).toBeGreaterThan(2);
    expect(sentence).toContain(`meetings no difference shown ${mix} ${shown(change!.meetingOfAll)} ×`);
  });

  it('the history of an account names tier, scores and cause at each closed month', () => {
    const { lines } = valueOf(host, { kind: 'scoreHistory', key: 'quill-bills' });
    expect(lines.map(({ month, why }) => [month, why])).toEqual([
      ['2026-07', 'First closed month.'],
      ['2026-08', 'By data (Employees (synthetic) 3 → 51-200): Excluded → Tier 2, fit 46.6 → 73.3.'],
      ['2026-09', 'By plan: fit 73.3 → 76.4, signal 50 → 40.'],
      ['2026-10', 'By override: Tier 2 → Excluded.'],
    ]);
    const nobody = valueOf(host, { kind: 'scoreHistory', key: 'nobody' });
    expect(nobody).toEqual({ key: 'nobody', lines: [], sentences: ['nobody is in no closed month.'] });
  });

  it('the owner of the ICP whose segment was merged away is told', () => {
    const finding = outcomes[3]!.report.checklist.find(({ id }) => id === 'owner left');
    expect(finding?.actual).toBe("ICP ('Plan Settings'!B5): SDR team C owns no segment and no account any more");
  });

  it('the Summary says what changed and why in one line', () => {
    const lines = recordsOf(host, 'Summary');
    const changed = lines.find((record) => record.get('What') === "Since September's close");
    expect([changed?.get('Accounts'), changed?.get('Next')]).toEqual(['0', 'The same accounts as then']);
    expect(lines.filter((record) => record.get('What') === 'Segments')).toHaveLength(2);
  });
});
