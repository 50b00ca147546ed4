/** References of an XLSX file are looked at before they are used: what lies in the tab is kept, the rest is left out and told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseBox } from '../../../workbench/core/document/a1';
import type { SheetData } from '../../../workbench/core/document/workbookData';
import { openWorkbookFile } from '../../../workbench/files/open';
import type { FittedBook } from '../../../workbench/files/fitting';
import { Unreadable } from '../../../workbench/files/unreadable';
import { writeXlsxFile } from '../../../workbench/files/xlsxWrite';
import { workbench } from '../../support/workbench/core/workbench';
import { rawXlsx, xlsxParts, zipOf } from '../../support/workbench/files/rawXlsx';

const DATA = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row></sheetData>';

const opened = async (xml: string): Promise<FittedBook> => openWorkbookFile('list.xlsx', rawXlsx([{ name: 'List', xml }]));
const firstTab = ({ book }: FittedBook): SheetData => {
  const [sheet] = workbench('', { workbook: book }).snapshot().sheets;
  if (sheet === undefined) throw new Error('The workbook has no tab.');
  return sheet;
};

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await openWorkbookFile('list.xlsx', bytes);
    return 'opened';
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

test('a link over several cells is kept on the first one', async () => {
  const book = await openWorkbookFile('link-over-range.xlsx', readFileSync(join(__dirname, 'xlsx', 'link-over-range.xlsx')));
  expect(firstTab(book).cells).toMatchObject({
    A1: { value: 'Account name', link: '#gid=0&range=A1' },
    B1: { value: 'Industry' },
  });
  expect(firstTab(book).cells.B1).not.toHaveProperty('link');
});

test.each([
  ['a merge over everything', `${DATA}<mergeCells><mergeCell ref="A4:XFD1048576"/></mergeCells>`, { merges: ['A4:Z1000'] }, []],
  [
    'merges over each other',
    `${DATA}<mergeCells><mergeCell ref="A4:B5"/><mergeCell ref="B5:C6"/><mergeCell ref="ZZZZ1:B2"/></mergeCells>`,
    { merges: ['A4:B5'] },
    ['List: 2 merges of cells were left out, because they overlap others or reach too far.'],
  ],
  [
    'columns hidden up to the last there can be',
    `<cols><col min="5" max="16384" hidden="1"/></cols>${DATA}`,
    { hiddenColumns: Array.from({ length: 22 }, (_, index) => index + 5) },
    [],
  ],
  [
    'all columns hidden',
    `<cols><col min="1" max="16384" hidden="1"/></cols>${DATA}`,
    { columns: 26 },
    ['List: all columns are hidden, so they are shown.'],
  ],
  [
    'a freeze at row 2,000,000',
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="2000000" state="frozen"/></sheetView></sheetViews>${DATA}`,
    { frozenRows: 0 },
    ['List: rows up to 2000000 cannot be frozen in a tab of 1000, so none are.'],
  ],
  ['a filter over everything', `${DATA}<autoFilter ref="A1:XFD1048576"/>`, { filter: 'A1:Z1000' }, []],
  [
    'rules outside of the cells',
    `${DATA}<dataValidations><dataValidation type="list" sqref="A2:A1048576 XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
    { validations: [{ range: 'A2:A1000', values: ['a', 'b'], rejects: false }] },
    ["List: 1 rule outside of the tab's cells was left out."],
  ],
  [
    'a formatted cell in the last row',
    `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="300000"><c r="B300000" s="1"/></row></sheetData>`,
    { rows: 1000, columns: 26 },
    [],
  ],
])('%s', async (_name, xml, kept, notes) => {
  const book = await opened(xml);
  expect(firstTab(book)).toMatchObject(kept);
  expect(book.notes).toEqual(notes);
});

test('an array formula over everything spills as far as it has results', async () => {
  const xml =
    '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">{1,2}</f><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>';
  expect(firstTab(await opened(xml)).cells).toMatchObject({ A1: { value: 1 }, B1: { value: 2, spilled: true } });
});

test('two tabs of one name get names of their own', async () => {
  const { book, notes } = await openWorkbookFile(
    'list.xlsx',
    rawXlsx(['List', 'LIST', 'List'].map((name) => ({ name, xml: DATA }))),
  );
  expect(
    workbench('', { workbook: book })
      .snapshot()
      .sheets.map(({ title }) => title),
  ).toEqual(['List', 'LIST 2', 'List 3']);
  expect(notes).toHaveLength(2);
});

test.each([
  ['16,385 columns', 'XFE1', /^list\.xlsx: the tab "Wide & far" has 16,385 columns and a tab of XLSX at most 16,384 columns; /],
  ['18,279 columns', 'AAAA1', /has 18,279 columns/],
  ['2,000,000 rows', 'A2000000', /has 2,000,000 rows and a tab of XLSX at most 1,048,576 rows; /],
  [
    'one cell in the last corner',
    'XFD1048576',
    /reaches over 1,048,576 rows and 16,384 columns and at most 10,000,000 cells are read; /,
  ],
])('%s are refused', async (_name, position, sentence) => {
  const xml = `<sheetData><row><c r="A1"><v>1</v></c><c r="${position}"><v>2</v></c></row></sheetData>`;
  expect(await refusal(rawXlsx([{ name: 'Wide &amp; far', xml }]))).toMatch(sentence);
});

test('a title of 5,000 characters is shortened in the sentence that names it', async () => {
  const xml = '<sheetData><row><c r="A1"><v>1</v></c><c r="XFE1"><v>2</v></c></row></sheetData>';
  const sentence = await refusal(rawXlsx([{ name: 't'.repeat(5000), xml }]));
  expect(sentence).toContain(`the tab "${'t'.repeat(99)}…" has 16,385 columns`);
  expect(sentence.length).toBeLessThan(300);
});

test('a file with an encrypted part is refused', async () => {
  const parts = xlsxParts([{ xml: DATA }]).map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, flags: 1 } : part));
  expect(await refusal(zipOf(parts))).toBe('list.xlsx: parts of the file are encrypted; save it without a password.');
});

const row = fc.oneof(fc.integer({ min: 1, max: 1500 }), fc.constantFrom(0, 1_048_576, 1_048_577, 2_000_000, 4_294_967_297));
const letters = fc.oneof(
  fc.constantFrom('A', 'B', 'Z', 'AA', 'XFD', 'XFE', 'ZZZ', 'AAAA', '', 'a', 'É'),
  fc.string({ maxLength: 2 }).map(escaped),
);
const cellAt = fc.tuple(letters, row).map(([column, line]) => `${column}${line}`);
const area = fc.oneof(
  cellAt,
  fc.tuple(cellAt, cellAt).map((ends) => ends.join(':')),
  fc.constantFrom('', ':', 'A:A', '1:1', 'A1:', '#REF!', 'Tab!A1', '$A$1:$B$2', 'A1 B2:C3'),
);

function escaped(text: string): string {
  return text.replace(/[<>&"']/g, '_');
}

/** A tab whose every reference is made up. */
interface Tab {
  readonly cells: readonly (readonly [string, string])[];
  readonly arrays: readonly string[];
  readonly merges: readonly string[];
  readonly links: readonly string[];
  readonly rules: readonly string[];
  readonly filter: string;
  readonly freeze: number;
  readonly columns: readonly [number, number];
}

const tab: fc.Arbitrary<Tab> = fc.record({
  cells: fc.array(fc.tuple(cellAt, fc.constantFrom('<v>1</v>', '<f>A1+B2</f>', '<is><t>x</t></is>')), { maxLength: 3 }),
  arrays: fc.array(area, { maxLength: 2 }),
  merges: fc.array(area, { maxLength: 4 }),
  links: fc.array(area, { maxLength: 2 }),
  rules: fc.array(area, { maxLength: 2 }),
  filter: area,
  freeze: row,
  columns: fc.tuple(row, row),
});

test('law: whatever a file refers to, it opens with what lies in its tabs, or is refused with a sentence', async () => {
  const property = fc.asyncProperty(fc.array(tab, { minLength: 1, maxLength: 2 }), async (tabs) => {
    const file = rawXlsx(tabs.map((each) => ({ name: 'List', xml: xmlOf(each) })));
    const read = await openWorkbookFile('list.xlsx', file).catch((error: unknown) => error);
    if (read instanceof Unreadable) return !read.message.includes('undefined');
    const { book } = read as FittedBook;
    for (const sheet of book.sheets) expect(outside(sheet)).toEqual([]);
    // The engine takes seconds for a grid of millions of cells; what it does with references does not depend on that.
    const isLarge = book.sheets.some(({ rows, columns }) => rows * columns > 200_000);
    const { sheets } = isLarge ? book : workbench('', { workbook: book }).snapshot();
    for (const sheet of sheets) expect(outside(sheet)).toEqual([]);
    expect(new Set(sheets.map(({ title }) => title.toLowerCase())).size).toBe(tabs.length);
    const { bytes } = await writeXlsxFile({ ...book, sheets });
    for (const sheet of (await openWorkbookFile('list.xlsx', bytes)).book.sheets) expect(outside(sheet)).toEqual([]);
    return true;
  });
  await fc.assert(property, { numRuns: process.env.PLANNER_LONG === '1' ? 5000 : 60 });
}, 600_000);

function xmlOf({ cells, arrays, merges, links, rules, filter, freeze, columns }: Tab): string {
  return `<sheetViews><sheetView><pane ySplit="${freeze}" xSplit="${freeze}" state="frozen"/></sheetView></sheetViews>
    <cols><col min="${columns[0]}" max="${columns[1]}" hidden="1" width="9"/></cols>
    <sheetData><row r="1"><c r="A1"><v>1</v></c>${arrays.map((ref) => `<c r="B1"><f t="array" ref="${ref}">A1</f><v>1</v></c>`).join('')}
    ${cells.map(([ref, content]) => `<c r="${ref}">${content}</c>`).join('')}</row></sheetData>
    <autoFilter ref="${filter}"/><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>
    ${rules.map((ref) => `<conditionalFormatting sqref="${ref}"><cfRule type="expression" priority="1"><formula>A1</formula></cfRule></conditionalFormatting>`).join('')}
    <dataValidations>${rules.map((ref) => `<dataValidation type="list" sqref="${ref}"><formula1>"a"</formula1></dataValidation>`).join('')}</dataValidations>
    <hyperlinks>${links.map((ref) => `<hyperlink ref="${ref}" location="List!A1"/>`).join('')}</hyperlinks>`;
}

/** Ranges of a tab that do not lie in it. */
function outside(sheet: SheetData): string[] {
  const ranges = [
    ...sheet.merges,
    ...(sheet.filter === undefined ? [] : [sheet.filter]),
    ...sheet.validations.map(({ range }) => range),
    ...Object.keys(sheet.cells),
  ];
  const hidden = sheet.hiddenColumns ?? [];
  const odd = hidden.some((column) => column > sheet.columns) || hidden.length >= sheet.columns || sheet.frozenRows >= sheet.rows;
  return [
    ...ranges.filter((range) => {
      const box = parseBox(range, sheet);
      return box === undefined || box.row + box.rows - 1 > sheet.rows || box.column + box.columns - 1 > sheet.columns;
    }),
    ...(odd ? ['hidden or frozen'] : []),
  ];
}

test.each([
  ['the last row there is', 'A1048576', ['List: A1048576, far from everything else, was left out; move what is needed closer.']],
  [
    'the last column, in a tab of 600 rows',
    'XFD600',
    ['List: XFD600, far from everything else, was left out; move what is needed closer.'],
  ],
  ['row 9,000', 'A9000', []],
  ['column 300', 'KN1', []],
])('one value in %s', async (_name, place, notes) => {
  const row = place.replace(/[A-Z]+/, '');
  const far = `<row r="${row}"><c r="${place}"><v>7</v></c></row>`;
  const book = await opened(
    DATA.replace('</sheetData>', row === '1' ? `</sheetData>` : `${far}</sheetData>`).replace(
      '</c></row></sheetData>',
      row === '1' ? `</c><c r="${place}"><v>7</v></c></row></sheetData>` : '</c></row></sheetData>',
    ),
  );
  expect(book.notes).toEqual(notes);
  const [sheet] = book.book.sheets;
  expect([sheet?.cells[place]?.value, sheet?.cells.C1?.value]).toEqual([notes.length === 0 ? 7 : undefined, 3]);
});

test('a table of its own far below stays', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => 1_000_000 + index).map(
    (row) => `<row r="${row}"><c r="B${row}"><v>1</v></c></row>`,
  );
  const { notes, book } = await opened(DATA.replace('</sheetData>', `${rows.join('')}</sheetData>`));
  expect(notes).toEqual([]);
  expect(book.sheets[0]?.cells.B1000039).toEqual({ value: 1 });
});

test('what the workbook cannot hold is said, tab by tab', async () => {
  const rules =
    '<conditionalFormatting sqref="A1:A9"><cfRule type="duplicateValues" priority="1"/></conditionalFormatting><dataValidations><dataValidation type="list" sqref="A2"><formula1>$C$1:$C$3</formula1></dataValidation><dataValidation type="whole" sqref="B2"><formula1>1</formula1></dataValidation></dataValidations>';
  const { notes } = await opened(`<sheetProtection sheet="1"/>${DATA}${rules}`);
  expect(notes).toEqual(['List: 2 rules for what may be typed, 1 conditional format and 1 protection were left out.']);
});
