/**
 * The month meeting of a team that has closed three months on the sample, in the page: what changed and why, decide, change the plan, close,
 * take along. Numbers are compared with the second reading in Python, those of the changed plan too.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import type { PlanJson } from '../../src/commands/protocol/requests';
import type { CellValue, WorkbookData } from '../../workbench/core/document/workbookData';
import { addressOf } from '../../workbench/core/document/a1';
import { readCsv } from '../../workbench/files/csv';
import { openWorkbook } from '../support/workbench/files/openWorkbook';
import { writeXlsxFile } from '../../workbench/files/xlsxWrite';
import { FOLDER, asOf, openMonth, planOf, valueOf } from '../support/system/fourMonths';
import {
  fileOf,
  openFile,
  openPage,
  openSidebar,
  selectCell,
  serve,
  shootPage,
  tabsOf,
  type Served,
} from '../support/browser/harness';

jest.setTimeout(240_000);

const TIERS = ['Tier 1', 'Tier 2', 'Tier 3', 'Tier 4', 'Needs data', 'Excluded'];
const CAUSES = ['time', 'data', 'plan', 'override'];
const SEGMENT = 'Fintech under audit';
const DECISIONS = ['Tighten', 'Ada', '2026-11-16', 'From 20 people on; ask team A for a cleaner list'];

let served: Served;
let page: Page;
/** The folder of October with the plan as the meeting changes it. */
let changed: string;
const complaints: string[] = [];

beforeAll(async () => {
  changed = changedMonth();
  const path = fileOf('Outbound.xlsx', await untilOctober());
  served = await serve();
  page = await openPage(served, complaints);
  await openFile(page, path);
  await tabNamed('Review').waitFor({ timeout: 60_000 });
}, 240_000);
afterAll(() => served.close());
afterEach(() => {
  expect(complaints).toEqual([]);
});

/** The file as the meeting finds it: three months closed, October's list and results in place, not planned yet. */
async function untilOctober(): Promise<Uint8Array> {
  let book: WorkbookData | undefined;
  for (const month of [1, 2, 3]) {
    const host = await openMonth(book, month);
    valueOf(host, { kind: 'importPlan', plan: planOf(month) });
    valueOf(host, { kind: 'planEverything', asOf: asOf(month) });
    valueOf(host, { kind: 'closeMonth', asOf: asOf(month) });
    book = host.snapshot();
  }
  const host = await openMonth(book, 4);
  valueOf(host, { kind: 'importPlan', plan: octoberPlan() });
  return (await writeXlsxFile(host.snapshot())).bytes;
}

/** Closed in November, so the last day of October is typed in. */
function octoberPlan(): PlanJson {
  const plan = planOf(4);
  return { ...plan, settings: [...(plan.settings ?? []), { Setting: 'As of', Value: asOf(4) }] };
}

interface Difference {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly net: Readonly<Record<string, readonly number[]>>;
  readonly moves: Readonly<Record<string, readonly [string, string, readonly string[]]>>;
}
interface Told {
  readonly segments: Readonly<Record<string, { readonly Contacted: number; readonly Reply: readonly number[] | null }>>;
  readonly review: Readonly<Record<string, Readonly<Record<string, string | number | null>>>>;
}

const answers = new Map<string, unknown>();

/** Each question is asked once. */
function python(script: string, folders: readonly string[]): unknown {
  const question = [script, ...folders].join(' ');
  if (!answers.has(question)) {
    const run = spawnSync('python3', ['-B', join('test/oracle', script), ...folders], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    answers.set(question, JSON.parse(run.stdout));
  }
  return answers.get(question);
}
const month = (number: number): string => join(FOLDER, String(number));
const difference = (october: string) => python('months.py', [month(3), october]) as Difference;
const told = (october: string) => python('review.py', [month(1), month(2), month(3), october]) as Told;

function changedMonth(): string {
  const folder = mkdtempSync(join(tmpdir(), 'october-'));
  const plan = planOf(4);
  mkdirSync(join(folder, '4'));
  cpSync(join(FOLDER, 'contacts.csv'), join(folder, 'contacts.csv'));
  for (const name of ['accounts.csv', 'as-of.txt']) cpSync(join(month(4), name), join(folder, '4', name));
  const icp = plan.icp?.map((rule) => (rule.Rule === '30 to 500 people' ? { ...rule, Value: '50-500' } : rule));
  const rule = { For: SEGMENT, Field: 'Employees (synthetic)', Operator: 'at least', Value: '20', Type: 'Include' };
  writeFileSync(join(folder, '4', 'plan.json'), JSON.stringify({ ...plan, icp, rules: [...(plan.rules ?? []), rule] }));
  return join(folder, '4');
}

type Records = readonly ReadonlyMap<string, CellValue>[];

const tabNamed = (title: string) =>
  page.locator('.o-sheet').filter({ has: page.locator('.o-sheet-name', { hasText: new RegExp(`^\\s*${title}\\s*$`) }) });

async function choose(...names: readonly string[]): Promise<void> {
  for (const name of names) await page.getByRole('menuitem', { name, exact: true }).click();
}

/** Opens the tab, pictures it, and takes it along as CSV. */
async function csvOf(title: string, shot?: string): Promise<string> {
  await tabNamed(title).click();
  if (shot !== undefined) await shootPage(page, shot);
  const [download] = await Promise.all([page.waitForEvent('download'), choose('File', 'Download this tab as CSV')]);
  expect(download.suggestedFilename()).toBe(`Outbound - ${title}.csv`);
  return readFileSync(await download.path(), 'utf8');
}

/** Rows below the stamp and the headers. */
function recordsIn(csv: string): Records {
  const [, headers = [], ...rows] = readCsv('tab.csv', Buffer.from(csv)).rows;
  // A number of more digits than a spreadsheet keeps is left as text by the reader.
  const typed = (cell: CellValue = ''): CellValue => (/^0\.\d{10,}$/.test(String(cell)) ? Number(cell) : cell);
  return rows.map((row) => new Map(headers.map((header, column) => [String(header), typed(row[column])])));
}
const ofPart = (records: Records, name: string): Records => records.filter((record) => record.get('Part') === name);
const numbersOf = (records: Records, header: string): readonly number[] =>
  TIERS.map((tier) => Number(records.find((record) => record.get('Item') === tier)?.get(header)));

/** Keys of accounts by their names, as Scores has both. */
let keys: ReadonlyMap<unknown, unknown>;

async function readKeys(): Promise<void> {
  keys = new Map(recordsIn(await csvOf('Scores')).map((record) => [record.get('Account'), record.get('Account key')]));
}

function expectDifference(records: Records, wanted: Difference): void {
  const tiers = ofPart(records, 'Tier');
  expect([numbersOf(tiers, 'Before'), numbersOf(tiers, 'Now')]).toEqual([wanted.before, wanted.after]);
  for (const cause of CAUSES) expect([cause, numbersOf(tiers, `By ${cause}`)]).toEqual([cause, wanted.net[cause]]);
  const moves = ofPart(records, 'Account').map((record) => [keys.get(record.get('Item')), record.get('Why')]);
  expect(Object.fromEntries(moves)).toEqual(
    Object.fromEntries(
      Object.entries(wanted.moves).map(([key, [from, to, causes]]) => [key, `${from} → ${to}: ${causes.join(', ')}.`]),
    ),
  );
}

/** Waits until this cell is selected: the tab, and the cell as the name box says. */
async function arrives(at: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const box = document.querySelector<HTMLInputElement>('.o-named-range-selector input');
    const tab = document.querySelector('.o-sheet.active')?.textContent.trim() ?? '';
    return `${tab}!${box?.value ?? ''}` === wanted;
  }, at);
}

/** Goes to a cell and follows its link by keyboard. */
async function follow(tab: string, row: number, column: number, to: string): Promise<void> {
  await tabNamed(tab).click();
  await selectCell(page, tab, row, column);
  await arrives(`${tab}!${addressOf(row, column)}`);
  await page.keyboard.press('Alt+Enter');
  await arrives(to);
}

const tierCounts = async (sidebar: FrameLocator): Promise<readonly number[]> =>
  Promise.all(
    TIERS.map(async (tier) => {
      const row = sidebar.getByRole('row', { name: new RegExp(`^${tier} `) });
      return Number(/\d+/.exec(await row.locator('td').last().innerText())?.[0]);
    }),
  );

/** 1-based row of a record in its tab. */
const rowOf = (records: Records, isIt: (record: Records[number]) => boolean): number => records.findIndex(isIt) + 3;

const shown = (value: string | number | null | undefined): unknown =>
  typeof value === 'number' ? (expect.closeTo(value, 9) as unknown) : (value ?? '');

test('the page says that the plan has changed since, and planning gives the tiers of the second reading', async () => {
  await shootPage(page, '30-month-opened');
  const sidebar = await openSidebar(page);
  await sidebar.getByText(/^Plan changed since the run of /).waitFor();
  await sidebar.getByRole('button', { name: 'Update results' }).click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  await shootPage(page, '31-month-planned');
  expect(await tierCounts(sidebar)).toEqual(difference(month(4)).after);
});

test('Summary says on its first screen what changed, why, and what the results suggest, beside one chart', async () => {
  const records = recordsIn(await csvOf('Summary', '32-month-summary'));
  const line = (what: string) => records.find((record) => record.get('What') === what);
  expect(line("Since September's close")?.get('Next')).toBe('The same accounts as then');
  const reply = told(month(4)).review['']?.['Reply rate'];
  expect(line('Replies')?.get('Next')).toMatch(new RegExp(`^${(100 * Number(reply)).toFixed(1)}%`));
  expect(line(SEGMENT)?.get('Next')).toMatch(/^Tighten: /);
  const bars = page.getByRole('img', { name: 'From the list to accounts that can be reached' });
  const from = records.findIndex((record) => record.get('What') === 'From the list to reachable') + 1;
  const path = records.slice(from, from + 5).map((record) => [record.get('What'), String(record.get('Accounts'))]);
  const labels = await bars.locator('.bar-label').allTextContents();
  expect(path.slice(0, labels.length).map(([label]) => label)).toEqual(labels);
  expect(labels.length).toBeGreaterThanOrEqual(4);
  expect(await bars.locator('.bar-number').allTextContents()).toEqual(
    path.slice(0, labels.length).map(([, count]) => Number(count).toLocaleString('en-US')),
  );
  const box = await bars.boundingBox();
  expect((box?.x ?? 2000) + (box?.width ?? 0)).toBeLessThanOrEqual(980);
  await shootPage(page, '33-month-chart');
});

test('links lead by mouse and by keyboard to the tab and cell that prove the figure, and back', async () => {
  const summary = recordsIn(await csvOf('Summary'));
  await selectCell(page, 'Summary', 1);
  const overlay = await page.locator('.o-grid-overlay').boundingBox();
  // Down the first column, whose rows are as high as their texts ask.
  const link = page.getByRole('button', { name: 'Changes!A3' });
  // The page shows a link once the mouse has rested on its cell.
  for (let y = 60; y < 400 && !(await link.isVisible()); y += 11) {
    await page.mouse.move((overlay?.x ?? 0) + 40, (overlay?.y ?? 0) + y);
    await page.mouse.move((overlay?.x ?? 0) + 42, (overlay?.y ?? 0) + y + 1);
    await page.waitForTimeout(500);
  }
  await link.waitFor();
  await shootPage(page, '34-month-link');
  await page.getByRole('button', { name: 'Changes!A3' }).click();
  await arrives('Changes!A3');
  await follow('Changes', 2, 1, 'Summary!A1');
  const segmentRow = rowOf(summary, (record) => record.get('What') === SEGMENT);
  const rates = recordsIn(await csvOf('Rates'));
  const rated = rowOf(rates, (record) => record.get('Item') === SEGMENT);
  const segments = recordsIn(await csvOf('Segments'));
  const ranked = rowOf(segments, (record) => record.get('Segment') === SEGMENT);
  await follow('Summary', segmentRow, 1, `Segments!B${ranked}`);
  await follow('Rates', rated, 2, `Segments!B${ranked}`);
});

test('Changes and Rates hold the numbers of the second reading, Coverage the checks', async () => {
  await readKeys();
  expectDifference(recordsIn(await csvOf('Changes', '35-month-changes')), difference(month(4)));
  const rates = ofPart(recordsIn(await csvOf('Rates', '36-month-rates')), 'Segment');
  for (const [name, { Contacted, Reply }] of Object.entries(told(month(4)).segments)) {
    const record = rates.find((each) => each.get('Item') === name);
    expect([name, record?.get('Contacted')]).toEqual([name, Contacted]);
    const ends = ['Reply rate', 'Reply from', 'Reply to'].map((header) => record?.get(header));
    expect([name, ...ends]).toEqual([name, ...(Reply ?? ['', '', '']).map(shown)]);
  }
  const coverage = recordsIn(await csvOf('Coverage', '37-month-coverage'));
  expect(coverage.find((record) => record.get('What to fix first') === 'Emails that bounce')?.get('Status')).toBe('Check');
});

test('the month is closed from the page: its rows of Review are those of the second reading', async () => {
  const sidebar = page.frameLocator('.sidebar-frame');
  await sidebar.getByRole('button', { name: 'Lock October figures' }).click();
  await sidebar.getByText(/^Freezes October’s tiers, segments and rates in Review/).waitFor();
  await sidebar.getByRole('button', { name: 'Lock them' }).click();
  await sidebar.getByText('2026-10 is closed: 4 rows in Review').waitFor();
  await sidebar.getByText('October is locked.').waitFor();
  expect(await sidebar.getByRole('button', { name: 'Lock October figures' }).isDisabled()).toBe(true);
  await shootPage(page, '38-month-closed');
  const rows = recordsIn(await csvOf('Review', '39-month-review')).filter((record) => record.get('Month') === '2026-10');
  const wanted = told(month(4)).review;
  expect(rows.map((record) => record.get('Segment')).sort()).toEqual(Object.keys(wanted).sort());
  for (const record of rows)
    for (const [header, value] of Object.entries(wanted[String(record.get('Segment'))] ?? {}))
      expect([record.get('Segment'), header, record.get(header)]).toEqual([record.get('Segment'), header, shown(value)]);
});

test('decisions are typed beside the reason; the plan is changed as decided, and counted before it is saved', async () => {
  const review = recordsIn(await csvOf('Review'));
  const row = rowOf(review, (record) => record.get('Month') === '2026-10' && record.get('Segment') === SEGMENT);
  const column = [...(review[0]?.keys() ?? [])].indexOf('Decision') + 1;
  await selectCell(page, 'Review', row, column);
  for (const [position, text] of DECISIONS.entries()) {
    await arrives(`Review!${addressOf(row, column + position)}`);
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await arrives(`Review!${addressOf(row, column + DECISIONS.length)}`);
  await shootPage(page, '40-month-decided');
  const sidebar = page.frameLocator('.sidebar-frame');
  const plan = [await csvOf('Plan ICP'), await csvOf('Plan Rules')];
  const steps = sidebar.getByRole('navigation', { name: 'Steps' }).getByRole('button');
  await steps.nth(2).click();
  const rule = sidebar.locator('details', { hasText: '30 to 500 people' });
  await rule.locator('summary').click();
  await rule.getByLabel('Value').fill('50-500');
  const wanted = difference(changed);
  await sidebar.getByText('1 change not saved').waitFor();
  expect(await tierCounts(sidebar)).toEqual(wanted.after);
  await shootPage(page, '41-month-counted');
  await steps.nth(3).click();
  const segment = sidebar.locator('details', { hasText: SEGMENT }).first();
  await segment.locator('summary').first().click();
  await segment.getByRole('button', { name: 'Add a rule' }).click();
  const added = segment.locator('details').last();
  await added.getByLabel('Field').fill('Employees (synthetic)');
  await added.getByLabel('Operator').selectOption('at least');
  await added.getByLabel('Value').fill('20');
  const { Matches, Assigned } = told(changed).review[SEGMENT] ?? {};
  await segment.getByText(new RegExp(`^${String(Matches)} matches?, \\d+ available, ${String(Assigned)} assigned$`)).waitFor();
  await shootPage(page, '42-month-tightened');
  expect([await csvOf('Plan ICP'), await csvOf('Plan Rules')]).toEqual(plan);
});

test('the changed plan is written, the month closed again adds nothing, and the decisions stay', async () => {
  const sidebar = page.frameLocator('.sidebar-frame');
  const before = await csvOf('Review');
  await sidebar.getByRole('navigation', { name: 'Steps' }).getByRole('button').nth(5).click();
  await sidebar.getByRole('button', { name: 'Update results' }).click();
  await sidebar.getByText(/Written: Summary/).waitFor();
  const wanted = difference(changed);
  expect(await tierCounts(sidebar)).toEqual(wanted.after);
  expectDifference(recordsIn(await csvOf('Changes', '43-month-replanned')), wanted);
  const summary = recordsIn(await csvOf('Summary', '44-month-summary'));
  const icp = (counts: readonly number[]): number => (counts[0] ?? 0) + (counts[1] ?? 0);
  const since = summary.find((record) => record.get('What') === "Since September's close");
  const [was, is] = [icp(wanted.before), icp(wanted.after)];
  expect(String(since?.get('Accounts'))).toBe(is > was ? `+${is - was}` : String(is - was));
  const net = (cause: string): number => icp(wanted.net[cause] ?? []);
  for (const cause of CAUSES.filter((each) => net(each) !== 0))
    expect(since?.get('Next')).toContain(`${net(cause) > 0 ? '+' : ''}${net(cause)} by ${cause}`);
  // October was worked with the ICP it was closed with, not with the one of the meeting.
  expect(summary.find((record) => record.get('What') === 'Since the ICP changed')?.get('Next')).toContain('in 2026-09:');
  const segments = recordsIn(await csvOf('Segments'));
  for (const record of segments.filter((each) => each.get('Rank') !== '')) {
    const { Matches, Assigned } = told(changed).review[String(record.get('Segment'))] ?? {};
    expect([record.get('Matches'), record.get('Assigned')]).toEqual([Matches, Assigned]);
  }
  expect(await sidebar.getByRole('button', { name: 'Lock October figures' }).isDisabled()).toBe(true);
  await choose('Extensions', 'Segment Planner', 'Close this month');
  await page.getByText('2026-10 was closed before: nothing was added.').waitFor();
  await page.getByRole('button', { name: 'OK' }).click();
  expect(await csvOf('Review')).toBe(before);
  const decided = recordsIn(before).find((record) => record.get('Month') === '2026-10' && record.get('Segment') === SEGMENT);
  expect(['Decision', 'Owner', 'Next date', 'Note'].map((header) => decided?.get(header))).toEqual(DECISIONS);
});

test('taken along as CSV and XLSX; the file opened again holds decisions, links, chart and drop-downs', async () => {
  const sidebar = page.frameLocator('.sidebar-frame');
  await sidebar.getByRole('button', { name: 'Export the best to HubSpot, Apollo, Outreach …' }).click();
  await sidebar.getByLabel('For', { exact: true }).selectOption('Smartlead');
  await shootPage(page, '45-month-take');
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    sidebar.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(readFileSync(await list.path(), 'utf8')).toContain(`,${SEGMENT},`);
  const before = [await csvOf('Review'), await csvOf('Summary')];
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save XLSX' }).click()]);
  const bytes = readFileSync(await file.path());
  const { SHOTS } = process.env;
  if (SHOTS !== undefined) writeFileSync(join(SHOTS, 'month.xlsx'), bytes);
  const book = await openWorkbook('Outbound.xlsx', new Uint8Array(bytes));
  const review = book.sheets.find(({ title }) => title === 'Review');
  expect(review?.validations.map(({ values }) => values)).toContainEqual(['Keep', 'Merge', 'Tighten', 'Split', 'Pause']);
  await openFile(page, fileOf('Outbound.xlsx', bytes));
  await page.locator('.sidebar-frame').waitFor({ state: 'detached' });
  expect(await tabsOf(page)).toEqual(book.sheets.filter(({ hidden }) => !hidden).map(({ title }) => title));
  expect([await csvOf('Review', '46-month-reopened'), await csvOf('Summary')]).toEqual(before);
  const reopened = rowOf(recordsIn(await csvOf('Summary')), (record) => record.get('What') === "Since September's close");
  await follow('Summary', reopened, 1, 'Changes!A3');
  await tabNamed('Summary').click();
  await page.getByRole('img', { name: 'From the list to accounts that can be reached' }).waitFor({ state: 'attached' });
  const [again] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save XLSX' }).click()]);
  const saved = await openWorkbook('Outbound.xlsx', new Uint8Array(readFileSync(await again.path())));
  expect(saved.sheets.find(({ title }) => title === 'Summary')?.charts).toEqual(
    book.sheets.find(({ title }) => title === 'Summary')?.charts,
  );
  expect(saved.sheets.find(({ title }) => title === 'Summary')?.charts).toHaveLength(1);
});
