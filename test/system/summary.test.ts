/** What a manager reads on Summary of the sample: counted once more from Scores alone, on one screen, and in few words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbook } from '../support/workbench/files/openWorkbook';
import type { CellValue, SheetData } from '../../workbench/core/document/workbookData';
import { positionOf } from '../../workbench/core/document/a1';
import { deskWith } from '../support/system/planner';

jest.setTimeout(240_000);

type Row = ReadonlyMap<string, CellValue>;

let summary: readonly Row[];
let scores: readonly Row[];
let coverage: readonly Row[];

beforeAll(async () => {
  const files = ['accounts.csv', 'contacts.csv', 'plan.json'];
  const desk = deskWith(Object.fromEntries(files.map((name) => [name, readFileSync(join('examples', name))])));
  const args = ['plan', 'accounts.csv', '--plan', 'plan.json', '--contacts', 'contacts.csv', '--as-of', '2026-11-30'];
  expect(desk.planner(...args, '--out', 'book.xlsx')).toMatchObject({ status: 0 });
  const book = await openWorkbook('book.xlsx', new Uint8Array(readFileSync(desk.at('book.xlsx'))));
  const rowsOf = (title: string): readonly Row[] => recordsIn(book.sheets.find((sheet) => sheet.title === title)!);
  [summary, scores, coverage] = [rowsOf('Summary'), rowsOf('Scores'), rowsOf('Coverage')];
});

/** Rows below the headers that hold something. */
function recordsIn({ cells }: SheetData): readonly Row[] {
  const grid: (CellValue[] | undefined)[] = [];
  for (const [at, { value }] of Object.entries(cells)) {
    const { row, column } = positionOf(at)!;
    if (value !== undefined && value !== '') (grid[row - 1] ??= [])[column - 1] = value;
  }
  const headers = (grid[1] ?? []).map(String);
  return grid
    .slice(2)
    .flatMap((row) => (row === undefined ? [] : [new Map(headers.map((header, at) => [header, row[at] ?? '']))]));
}

const line = (what: string): Row => summary.find((row) => row.get('What') === what) ?? new Map();
const figures = (what: string) => ['Accounts', 'Available'].map((header) => line(what).get(header));
const count = (isIt: (row: Row) => boolean): number => scores.filter(isIt).length;
const isFree = (row: Row): boolean => ['', 'Contacted'].includes(String(row.get('Status')));
const words = (rows: readonly Row[]): number =>
  rows
    .flatMap((row) => [...row].flatMap(([header, cell]) => (header === 'Marks' ? [] : String(cell).split(/\s+/))))
    .filter((word) => word !== '').length;

it('counts tiers, and of them what is free to work, as Scores holds them', () => {
  for (const tier of ['Tier 1', 'Tier 2', 'Tier 3', 'Tier 4'])
    expect([tier, ...figures(tier)]).toEqual([
      tier,
      count((row) => row.get('Tier') === tier),
      count((row) => row.get('Tier') === tier && isFree(row)),
    ]);
  for (const tier of ['Needs data', 'Excluded'])
    expect(line(tier).get('Accounts')).toBe(count((row) => row.get('Tier') === tier));
  const isIcp = (row: Row): boolean => row.get('Tier') === 'Tier 1' || row.get('Tier') === 'Tier 2';
  expect(figures('ICP accounts')).toEqual([count(isIcp), count((row) => isIcp(row) && isFree(row))]);
});

it('counts the path by the reasons in Scores, and shares of the accounts in the market', () => {
  const inMarket = count((row) => !String(row.get('Tier reason')).includes('is outside the TAM'));
  expect([line('Listed accounts').get('Accounts'), line('In the market').get('Accounts')]).toEqual([scores.length, inMarket]);
  const icp = Number(line('ICP accounts').get('Accounts'));
  expect(line('ICP accounts').get('Share')).toBeCloseTo(icp / inMarket, 12);
  expect(line('Tier 4').get('Share')).toBeCloseTo(Number(line('Tier 4').get('Accounts')) / inMarket, 12);
  const taken = count((row) => row.get('Segment') !== '' && isFree(row));
  expect(line('Available in a segment').get('Accounts')).toBe(taken);
});

it('counts the cells of the grid by their labels in Scores', () => {
  const from = summary.findIndex((row) => row.get('What') === 'Fit × signal') + 1;
  const columns = ['Accounts', 'Share', 'Available', 'Verdict'];
  summary.slice(from, from + 4).forEach((row, fit) =>
    columns.forEach((column, signal) => {
      const label = `${fit + 1}${'ABCD'.charAt(signal)}`;
      const all = scores.filter((each) => each.get('Grid') === label);
      const shown = String(row.get(column));
      const told =
        all.length === 0 ? '–' : `${all.filter(isFree).length.toLocaleString('en-US')} of ${all.length.toLocaleString('en-US')}`;
      expect([label, shown.replace(/^.*: /, '')]).toEqual([label, told]);
    }),
  );
});

it('is read in a minute: 300 words on the first screen, none of the cells above 25, no row empty, no company in parts', () => {
  // A screen of 1440 × 900 shows 24 of the rows beside the sidebar, one of 1280 × 720 18.
  const screen = words(summary.slice(0, 26));
  expect(screen).toBeLessThanOrEqual(300);
  for (const row of [...summary, ...coverage])
    for (const [, cell] of row) expect(String(cell).split(/\s+/).length).toBeLessThanOrEqual(25);
  for (const row of summary) {
    expect(row.get('What')).not.toBe('');
    if (typeof row.get('Accounts') === 'number') expect(Number.isInteger(row.get('Accounts'))).toBe(true);
    expect([...row.values()].join(' ')).not.toMatch(/\bS\d\.\d|the article/i);
  }
  const folder = process.env.SHOTS;
  if (folder !== undefined) console.log({ summary: words(summary), screen, coverage: words(coverage) });
});
