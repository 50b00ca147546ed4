/** A workbook of several tabs on the command line: the list is found as the sidebar finds it. */
import { readFileSync } from 'node:fs';
import type { CellValue, SheetData } from '../../workbench/core/document/workbookData';
import { sheetOfRows } from '../../workbench/files/csv';
import { workbookOf } from '../../workbench/files/sheets';
import { writeXlsxFile } from '../../workbench/files/xlsxWrite';
import { deskWith } from '../support/system/planner';

jest.setTimeout(30_000);

const tab = (title: string, id: number, rows: readonly (readonly CellValue[])[]): SheetData =>
  sheetOfRows(title, id, rows, 'fitted');
const COVER = tab('Read me', 0, [['Target accounts'], ['Prepared by', 'Sales operations'], ['Figures of', 'October']]);
const ACCOUNTS = tab('Accounts 2026', 1, [
  ['Account name', 'Domain', 'Industry', 'Employees'],
  ['Acme', 'acme.com', 'Software', 120],
  ['Bolt', 'bolt.io', 'Software', 300],
  ['Crux', 'crux.de', 'Retail', 40],
  ['Dyno', 'dyno.io', 'Retail', 60],
  ['Echo', 'echo.de', 'Logistics', 500],
  ['Flux', 'flux.com', 'Health', 900],
  ['Grid', 'grid.com', 'Logistics', 80],
  ['Hive', 'hive.io', 'Energy', 700],
]);
const CONTACTS = tab('People', 2, [
  ['Full name', 'Title', 'Email', 'Email status', 'Domain'],
  ['Ada', 'CTO', 'ada@acme.com', 'valid', 'acme.com'],
]);

test('a cover sheet in front of the list is passed over by start, check and plan; --tab still decides', async () => {
  const { bytes } = await writeXlsxFile(workbookOf('b', [COVER, ACCOUNTS, CONTACTS]));
  const desk = deskWith({ 'b.xlsx': bytes });
  expect(desk.planner('check', 'b.xlsx').stdout).toMatch(/^8 rows read, 8 kept/);
  expect(desk.planner('start', 'b.xlsx', '--out', 'plan.json')).toMatchObject({ status: 0 });
  expect(desk.planner('plan', 'b.xlsx', '--plan', 'plan.json', '--scores', 's.csv')).toMatchObject({ status: 0 });
  expect(readFileSync(desk.at('s.csv'), 'utf8').split('\r\n').slice(1, 4)).toEqual([
    expect.stringMatching(/^acme\.com,/),
    expect.stringMatching(/^bolt\.io,/),
    expect.stringMatching(/^crux\.de,/),
  ]);
  expect(desk.planner('check', 'b.xlsx', '--tab', 'Read me')).toMatchObject({ status: 0 });
  expect(desk.planner('plan', 'b.xlsx', '--plan', 'plan.json', '--tab', 'Read me').stderr).toMatch(/ in Read me, /);
});
