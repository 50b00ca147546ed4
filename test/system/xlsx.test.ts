/** The written XLSX as another program reads it: LibreOffice finds the same values and not one formula. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseCsv } from 'hucre/csv';
import type { CellValue } from '../../workbench/core/document/workbookData';
import { openWorkbook } from '../support/workbench/files/openWorkbook';
import { rowsOfSheet } from '../../workbench/files/csv';
import { deskWith, type Desk } from '../support/system/planner';

jest.setTimeout(60_000);

/** As CSV of every tab: comma, quote, UTF-8, all tabs, values as shown are off so that numbers stay whole. */
const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
/** The same with formulas for values. */
const FORMULAS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1';

function opened(desk: Desk, filter: string, into: string): ReadonlyMap<string, string[][]> {
  const profile = `-env:UserInstallation=${pathToFileURL(desk.at('profile')).href}`;
  const args = [profile, '--headless', '--convert-to', filter, '--outdir', desk.at(into), desk.at('book.xlsx')];
  const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const files = readdirSync(desk.at(into));
  return new Map(
    files.map((file) => [
      /^book-(.*)\.csv$/.exec(file)?.[1] ?? file,
      parseCsv(readFileSync(join(desk.at(into), file), 'utf8')).map((row) => row.map(String)),
    ]),
  );
}

/** Our value where LibreOffice says the same, else what it says: a share is shown as a percentage. */
function agreed(ours: CellValue, theirs: string): CellValue {
  if (typeof ours !== 'number') return theirs === String(ours) ? ours : theirs;
  const number = theirs.endsWith('%') ? Number(theirs.slice(0, -1)) / 100 : Number(theirs);
  return theirs !== '' && Math.abs(number - ours) < 1e-9 ? ours : theirs;
}

const NAMES = [
  '=1+1',
  '+49 30 1',
  '-5',
  '@here',
  '007',
  'TRUE',
  '1-2',
  '1e5',
  '=HYPERLINK("http://x")',
  'Comma, "Quote"',
  'Zürich 株式会社',
  '_x0041_',
];
const quoted = (text: string): string => `"${(/^[=+\-@]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
const LIST = ['Account name,Industry,Employees', ...NAMES.map((name, i) => `${quoted(name)},Fintech,${100 + i}`)].join('\n');
const PLAN = {
  format: 1,
  icp: [
    { Rule: '=2+2', Field: 'Industry', Operator: 'is', Value: 'Fintech', Importance: 'High' },
    { Field: 'Employees', Operator: 'between', Value: '100-104', Importance: 'Medium' },
  ],
  segments: [{ Segment: '=3+3', 'Offer angle': '-1' }],
  rules: [{ For: '=3+3', Field: 'Industry', Operator: 'is', Value: 'Fintech' }],
};

describe('LibreOffice opens the workbook of planner plan --out', () => {
  let desk: Desk;
  let values: ReadonlyMap<string, string[][]>;
  let formulas: ReadonlyMap<string, string[][]>;
  beforeAll(() => {
    desk = deskWith({ 'list.csv': LIST, 'plan.json': JSON.stringify(PLAN) });
    const ended = desk.planner('plan', 'list.csv', '--plan', 'plan.json', '--out', 'book.xlsx', '--as-of', '2026-06-15');
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    values = opened(desk, FILTER, 'values');
    formulas = opened(desk, FORMULAS, 'formulas');
  }, 120_000);

  it('and finds every tab', async () => {
    const book = await openWorkbook('book.xlsx', readFileSync(desk.at('book.xlsx')));
    expect([...values.keys()].sort()).toEqual(book.sheets.map(({ title }) => title).sort());
  });

  it('and finds the same value in every cell of Scores', async () => {
    const book = await openWorkbook('book.xlsx', readFileSync(desk.at('book.xlsx')));
    const ours = rowsOfSheet(book.sheets.find(({ title }) => title === 'Scores')!).slice(1);
    const theirs = values.get('Scores')!.slice(1);
    expect(theirs.length).toBeGreaterThanOrEqual(NAMES.length + 1);
    ours.forEach((row, r) => expect(row.map((value, column) => agreed(value, theirs[r]?.[column] ?? ''))).toEqual(row));
  });

  it('and finds the names as text', () => {
    const [, headers = [], ...rows] = values.get('Scores')!;
    const account = headers.indexOf('Account');
    expect(rows.map((row) => row[account]).sort()).toEqual([...NAMES].sort());
  });

  it('and finds no formula: what begins with = when formulas are shown begins so when values are', () => {
    const signs = (tabs: ReadonlyMap<string, string[][]>): string[] =>
      [...tabs].flatMap(([title, rows]) =>
        rows.flatMap((row, r) => row.flatMap((cell, c) => (cell.startsWith('=') ? [`${title} ${r} ${c} ${cell}`] : []))),
      );
    expect(signs(formulas)).toEqual(signs(values));
    expect(signs(values).length).toBeGreaterThan(4);
  });
});
