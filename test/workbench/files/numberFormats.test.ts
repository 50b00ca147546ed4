/** The value of a cell never depends on how it is shown: every built-in format, those found in the wild, and made-up ones. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as engine from '@odoo/o-spreadsheet';
import fc from 'fast-check';
import { isDateFormat } from '../../../workbench/core/document/numberFormat';
import type { SheetData, WorkbookData } from '../../../workbench/core/document/workbookData';
import { FormatNames } from '../../../workbench/core/engine/format';
import { addressOf } from '../../../workbench/core/document/a1';
import { openWorkbook } from '../../support/workbench/files/openWorkbook';
import { writeXlsxFile } from '../../../workbench/files/xlsxWrite';
import { script, workbench } from '../../support/workbench/core/workbench';
import { rawXlsx, stylesOf } from '../../support/workbench/files/rawXlsx';
import { DATE_FORMATS, NUMBER_FORMATS } from '../../support/workbench/files/wildFormats';

const VALUES = [0, 1, -1, 0.5, 1.5, 59, 60, 61, -1234.5, 45296.99930555555, 1234567.891, 1e12, 0.000123456789012];
const BUILT_IN = [
  ...Array.from({ length: 50 }, (_, id) => id).filter((id) => id < 23 || id > 36),
  27,
  30,
  32,
  36,
  50,
  58,
  59,
  62,
  67,
  71,
  81,
];
const WILD = [...NUMBER_FORMATS, ...DATE_FORMATS];

/** One row a format: every value under it. */
async function opened(formats: readonly (string | number)[], more = ''): Promise<WorkbookData> {
  const rows = formats.map(
    (_, row) =>
      `<row r="${row + 1}">${VALUES.map((value, column) => `<c r="${addressOf(row + 1, column + 1)}" s="${row}"><v>${value}</v></c>`).join('')}</row>`,
  );
  return openWorkbook(
    'formats.xlsx',
    rawXlsx([{ name: 'Accounts', xml: `<sheetData>${rows.join('')}</sheetData>` }], stylesOf(formats), more),
  );
}

const sheetOf = ({ sheets }: WorkbookData): SheetData => sheets[0] ?? fail();
const fail = (): never => {
  throw new Error('The workbook has no tab.');
};

/** Values and formats of the grid, row by row. */
function gridOf(book: WorkbookData, rows: number): { readonly values: unknown[][]; readonly formats: unknown[] } {
  const { cells } = sheetOf(book);
  const lines = Array.from({ length: rows }, (_, row) => VALUES.map((_value, column) => cells[addressOf(row + 1, column + 1)]));
  return { values: lines.map((line) => line.map((cell) => cell?.value)), formats: lines.map((line) => line[1]?.format) };
}

const asStored = (format: string | number): string | undefined =>
  typeof format === 'string' && !/^general$/i.test(format) && format !== '' ? format : undefined;

test('there are over two hundred formats found in the wild', () => {
  expect(new Set(WILD).size).toBeGreaterThan(300);
});

describe.each([
  ['built-in formats', BUILT_IN],
  ['formats found in the wild', WILD],
] as const)('%s', (_name, formats) => {
  test('are read with the values as stored', async () => {
    const { values, formats: read } = gridOf(await opened(formats), formats.length);
    for (const line of values) expect(line).toEqual(VALUES);
    formats.forEach((format, row) => {
      if (typeof format === 'string') expect(read[row]).toBe(asStored(format));
    });
  });

  test('keep values and formats through the engine, a saved file and the engine again', async () => {
    const book = await opened(formats);
    const once = workbench('', { workbook: book }).snapshot();
    const again = await openWorkbook('again.xlsx', (await writeXlsxFile(once)).bytes);
    const twice = workbench('', { workbook: again }).snapshot();
    for (const each of [once, again, twice]) expect(gridOf(each, formats.length)).toEqual(gridOf(book, formats.length));
  }, 60_000);

  test('never make a formula over them an error', async () => {
    const book = await opened(formats);
    const host = workbench('', { workbook: book });
    formats.forEach((format, row) => {
      const sum = host.evaluate(`=SUM(${addressOf(row + 1, 1)}:${addressOf(row + 1, VALUES.length)})`);
      expect([format, sum]).toEqual([format, { kind: 'value', value: expect.anything() }]);
    });
    expect(host.evaluate(`=SUMPRODUCT(ISERROR(A1:M${formats.length})*1)`)).toEqual({ kind: 'value', value: 0 });
  });
});

test('dates are dates by what the format means', async () => {
  expect(NUMBER_FORMATS.filter((format) => isDateFormat(format))).toEqual([]);
  expect(DATE_FORMATS.filter((format) => !isDateFormat(format))).toEqual([]);
  const host = workbench(
    script('return sheet.getRange(1, 10, a, 1).getValues().map(function (row) { return row[0] instanceof Date; });'),
    {
      workbook: await opened(WILD),
    },
  );
  expect(host.run('test', WILD.length)).toEqual(WILD.map((format) => DATE_FORMATS.includes(format)));
});

test('cells that spell a format differently keep each its own spelling', async () => {
  const spellings = [
    'yyyy-mm-dd hh:mm:ss',
    'yyyy-mm-dd h:mm:ss',
    'YYYY-MM-DD hh:mm:ss',
    'yyyy-mm-dd hh:mm:ss;@',
    'yyyy\\-mm\\-dd hh:mm:ss',
  ];
  const host = workbench(script('return sheet.getRange(1, 1, 5, 1).getNumberFormats();'), { workbook: await opened(spellings) });
  expect(host.run('test')).toEqual(spellings.map((format) => [format]));
});

test('a format that a script sets is the one it reads, drawable or not', () => {
  const host = workbench(
    script(
      'sheet.getRange("A1").setValue(5); return a.map(function (f) { sheet.getRange("A1").setNumberFormat(f); return [sheet.getRange("A1").getNumberFormat(), sheet.getRange("A1").getValue()]; });',
    ),
  );
  const formats = NUMBER_FORMATS.filter((format) => asStored(format) !== undefined && !format.includes('@'));
  expect(host.run('test', formats)).toEqual(formats.map((format) => [format, 5]));
});

test.each([
  ['#,##0;[Red]-#,##0', 1234.5, '1,235'],
  ['€ #,##0', 1200, '€ 1,200'],
  ['#,##0.00 [$€-407]', 1.5, '1.50 €'],
  ['yyyy-mm-dd h:mm:ss', 45296.5, '2024-01-05 12:00:00'],
  ['dd/mm/yy;@', 45296, '05/01/24'],
  ['[h]:mm', 1.5, '36:00'],
  ['_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', -5, '(5.00)'],
  ['[>=1000000]0.0,,"M";0', 12, '12'],
  ['General" units"', 12.25, '12.25 units'],
  ['# ?/?', 0.125, '0.125'],
])('%s shows %d as %s', async (format, value, shown) => {
  const xml = `<sheetData><row r="1"><c r="A1" s="0"><v>${value}</v></c></row></sheetData>`;
  const workbook = await openWorkbook('one.xlsx', rawXlsx([{ xml }], stylesOf([format])));
  expect(workbench(script('return sheet.getRange("A1").getDisplayValue().trim();'), { workbook }).run('test')).toBe(shown);
});

test('a file that counts days from 1904 has its days, and its amounts and durations unchanged', async () => {
  const formats = ['yyyy-mm-dd', 'h:mm', '[h]:mm', '#,##0', 'General', 'mmm-yy'];
  const { values } = gridOf(await opened(formats, '<workbookPr date1904="1"/>'), formats.length);
  expect(values.map((line) => line[8])).toEqual([227.5, -1234.5, -1234.5, -1234.5, -1234.5, 227.5]);
});

test('law: whatever the format, the engine can draw it, and it is found again by what is drawn', () => {
  const pieces = fc.constantFrom(
    '0',
    '#',
    '?',
    ',',
    '.',
    '%',
    ';',
    '@',
    '"',
    '\\',
    '_',
    '*',
    '[',
    ']',
    '[$-409]',
    '[Red]',
    '[>9]',
    '[h]',
    'E+',
    '/',
    'General',
    'y',
    'm',
    'd',
    'h',
    's',
    'AM/PM',
    ' ',
    '€',
    'x',
    '-',
    '(',
    ')',
  );
  const names = new FormatNames(engine);
  const seen = new Map<string, string>();
  const property = fc.property(
    fc.array(pieces, { minLength: 1, maxLength: 9 }).map((parts) => parts.join('')),
    fc.option(fc.double({ noNaN: true })),
    (typed, value) => {
      const drawn = names.drawn(typed, value ?? undefined);
      if (drawn === undefined) return /^general$/i.test(typed);
      const before = seen.get(drawn);
      seen.set(drawn, typed);
      for (const number of [0, 7, -3.25, 45296.5])
        engine.helpers.formatValue(number, { format: drawn, locale: engine.constants.DEFAULT_LOCALE });
      return names.typed(drawn) === typed && (before === undefined || before === typed);
    },
  );
  fc.assert(property, { numRuns: process.env.PLANNER_LONG === '1' ? 100_000 : 3000 });
});

test.each(['x-formats', 'x-dateformats'])('%s.xlsx is saved again with its values and formats', async (name) => {
  const book = await openWorkbook(`${name}.xlsx`, readFileSync(join(__dirname, 'xlsx', `${name}.xlsx`)));
  const saved = await openWorkbook(`${name}.xlsx`, (await writeXlsxFile(workbench('', { workbook: book }).snapshot())).bytes);
  expect(sheetOf(saved).cells).toEqual(sheetOf(book).cells);
  const numbers = Object.values(sheetOf(book).cells).filter(({ value }) => typeof value === 'number');
  expect(numbers.length).toBeGreaterThan(8);
});
