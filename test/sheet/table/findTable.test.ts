/** The table in a grid: headers anywhere, rows that are none, and every row accounted for. */
import fc from 'fast-check';
import type { Cell, Grid } from '../../../src/sheet/grid';
import { findTable } from '../../../src/sheet/table/findTable';

const HEADERS = ['Account name', 'Domain', 'Employees', 'Country'];
const ROWS: Cell[][] = [
  ['Acme', 'acme.com', 250, 'Germany'],
  ['Bolt', 'bolt.io', '51-200', 'US'],
  ['Total', 'total.com', 100000, 'France'],
];
const codes = (grid: Grid): string[] => findTable('List', grid).problems.map(({ code }) => code);
const table = (grid: Grid) => findTable('List', grid).table!;

describe('findTable', () => {
  it('reads headers in row 1', () => {
    expect(findTable('List', [HEADERS, ...ROWS])).toEqual({
      table: { tab: 'List', headers: HEADERS, headerRow: 1, columns: [1, 2, 3, 4], rows: ROWS, rowNumbers: [2, 3, 4], read: 3 },
      problems: [],
    });
  });

  it('finds headers below titles and blank rows, and says so', () => {
    const grid = [['Our target accounts', '', '', ''], ['', '', '', ''], ['Exported 2026-01-31', '', '', ''], HEADERS, ...ROWS];
    expect(table(grid)).toMatchObject({ headers: HEADERS, headerRow: 4, rowNumbers: [5, 6, 7] });
    expect(codes(grid)).toEqual(['HEADER_NOT_FIRST']);
  });

  it.each([
    [
      'English',
      [
        ['Who', 'What they do', 'Where they sit'],
        ['Alder', 'Retail', 'Leeds'],
        ['Birch', 'Health', 'York'],
        ['Cedar', 'Software', 'Leeds'],
        ['Dogwood', 'Retail', 'Hull'],
      ],
    ],
    [
      'English with a web address',
      [
        ['Ent', 'Hp', 'Segm', 'Hds', 'Trn'],
        ['Alder', 'alder.com', 'Retail', '120', '5000'],
        ['Birch', 'birch.com', 'Software', '40', '9000'],
        ['Brand', 'brand.com', 'Technology', '70', '7000'],
        ['Cedar', 'cedar.com', 'Media', '70', '7000'],
      ],
    ],
    [
      'English with a status',
      [
        ['Outfit', 'Standing'],
        ['Alder', 'Prospect'],
        ['Birch', 'Client'],
        ['Customer', 'Client'],
      ],
    ],
    [
      'Portuguese',
      [
        ['Quem', 'O que faz', 'Onde fica'],
        ['Amieiro', 'Varejo', 'Recife'],
        ['Cedro', 'Software', 'Recife'],
        ['Damasco', 'Industria', 'Natal'],
      ],
    ],
    [
      'Turkish',
      [
        ['Kim', 'Ne yapar', 'Nerede'],
        ['Kayın', 'Perakende', 'İzmir'],
        ['Sedir', 'Software', 'Bursa'],
        ['Meşe', 'Sektör', 'Ankara'],
      ],
    ],
    [
      'Japanese',
      [
        ['だれ', '何をするか', 'どこ'],
        ['アルダー', '小売', '東京'],
        ['バーチ', 'ソフトウェア', '大阪'],
        ['シーダー', '産業', '市'],
      ],
    ],
  ] as const)('takes the first row of an %s list of unknown headers, whatever the rows say', (_, rows) => {
    const grid = rows.map((row) => [...row]);
    expect(table(grid)).toMatchObject({ headers: rows[0], headerRow: 1, rows: rows.slice(1) });
    expect(codes(grid)).not.toContain('HEADER_NOT_FIRST');
  });

  it('drops no row of a list for a later row of words that are values too', () => {
    const word = fc.constantFrom(
      'Software',
      'Technology',
      'Client',
      'Brand',
      'Owner',
      'Company',
      'Media',
      'Leeds',
      'Prospect',
      'Market',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 12 }), (rows) => {
        expect(table([['Who', 'What', 'Where'], ...rows])).toMatchObject({ headerRow: 1, read: rows.length });
      }),
    );
  });

  it('keeps every row above headers that stand again far below', () => {
    const data = Array.from({ length: 6 }, (_, row): Cell[] => [`Firm ${'abcdef'[row]!}`, 'Retail', 'Leeds']);
    expect(table([['Who', 'What', 'Where'], ...data, ['Company name', 'Industry', 'City'], ...data])).toMatchObject({
      headerRow: 1,
      read: 13,
    });
  });

  it('finds headers that start right of empty columns', () => {
    const grid = [HEADERS, ...ROWS].map((row) => ['', '', ...row]);
    expect(table(grid)).toMatchObject({ headers: HEADERS, columns: [3, 4, 5, 6] });
    expect(table(grid).rows[0]).toEqual(ROWS[0]);
  });

  it('joins two rows of headers when the lower ones repeat', () => {
    const grid = [
      ['Company', '', 'Contact', ''],
      ['Name', 'Country', 'Name', 'Country'],
      ['Acme', 'DE', 'Ann', 'US'],
    ];
    expect(table(grid)).toMatchObject({
      headers: ['Company Name', 'Company Country', 'Contact Name', 'Contact Country'],
      headerRow: 2,
      rowNumbers: [3],
    });
    expect(codes(grid)).toEqual(['HEADER_DOUBLE']);
  });

  it.each<[string, Cell[][], string[]]>([
    [
      'over two rows beside a group',
      [
        ['Account name', 'Size', '', 'Country'],
        ['', 'Employees', 'Annual revenue', ''],
        ['Acme', 250, 5_000_000, 'DE'],
      ],
      ['Account name', 'Employees', 'Annual revenue', 'Country'],
    ],
    [
      'over two rows beside groups of equal names',
      [
        ['Account ID', 'Company', '', 'Contact', ''],
        ['', 'Name', 'Country', 'Name', 'Country'],
        ['a1', 'Acme', 'DE', 'Ann', 'US'],
      ],
      ['Account ID', 'Company Name', 'Company Country', 'Contact Name', 'Contact Country'],
    ],
    [
      'over two rows, most names in the lower one',
      [
        ['Account name', '', '', '', 'Notes of ours'],
        ['', 'Domain', 'Employees', 'Country', ''],
        ['Acme', 'acme.com', 250, 'DE', 'x'],
      ],
      ['Account name', 'Domain', 'Employees', 'Country', 'Notes of ours'],
    ],
  ])('reads headers merged %s', (_, grid, headers) => {
    expect(table(grid)).toMatchObject({ headers, headerRow: 2, rowNumbers: [3] });
    expect(codes(grid)).toEqual(['HEADER_DOUBLE']);
  });

  it('takes no row of data for more headers, however wordy it is', () => {
    const grid = [
      ['Account name', 'Domain', '', 'Country'],
      ['Acme', 'acme.com', 'a note', 'Germany'],
      ['Industry', '', 'Software', 'Germany'],
    ];
    expect(table(grid)).toMatchObject({ headerRow: 1, rowNumbers: [2, 3] });
  });

  it('reads headers nobody knows when they fill the width and hold no values', () => {
    const grid = [
      ['Zebra', 'Yak', 'Xerus'],
      ['a', 1, 'b'],
      ['c', 2, 'd'],
    ];
    expect(table(grid)).toMatchObject({ headers: ['Zebra', 'Yak', 'Xerus'], headerRow: 1 });
  });

  it('drops blank rows and keeps the sheet rows of the others', () => {
    const grid = [HEADERS, ROWS[0]!, ['', ' ', '', '\u00a0'], ROWS[1]!, ['', '', '', '']];
    expect(table(grid)).toMatchObject({ rowNumbers: [2, 4], read: 2 });
  });

  it('leaves out a totals row, but not the company Total', () => {
    const grid = [HEADERS, ...ROWS, ['Grand total', '', 100301, '']];
    expect(table(grid)).toMatchObject({ rowNumbers: [2, 3, 4], read: 4 });
    expect(codes(grid)).toEqual(['TOTALS_ROW']);
    expect(codes([HEADERS, ...ROWS])).toEqual([]);
  });

  it('leaves out footnotes below the list', () => {
    const grid = [HEADERS, ...ROWS, ['', '', '', ''], ['Total companies: 3', '', '', ''], ['Source: our CRM', '', '', '']];
    expect(table(grid)).toMatchObject({ rowNumbers: [2, 3, 4], read: 5 });
    expect(codes(grid)).toEqual(['FOOTNOTE_ROW', 'FOOTNOTE_ROW']);
    expect(codes([HEADERS, ...ROWS, ['Source Ltd', '', '', '']])).toEqual([]);
  });

  it('leaves out the legal block that reports end with, name and company of the report among it, and totals with their count', () => {
    const lone = (text: string): Cell[] => [text, '', '', ''];
    const notice = ['Copyright (c) 2000-2026 Vendor, Inc. All rights reserved.', 'Confidential Information - Do Not Distribute'];
    const block = ['Target accounts', ...notice, 'Generated By:  Ada 11/30/2026', 'Acme Holding'].map(lone);
    const grid = [HEADERS, ...ROWS, ['Grand Totals (3 records)', '', 100301, ''], lone(''), ...block];
    expect(table(grid)).toMatchObject({ rowNumbers: [2, 3, 4], read: 9 });
    expect(codes(grid)).toEqual([...block.map(() => 'FOOTNOTE_ROW'), 'TOTALS_ROW']);
    expect(codes([HEADERS, ...ROWS, ...notice.map(lone)])).toEqual(['FOOTNOTE_ROW', 'FOOTNOTE_ROW']);
  });

  it('keeps accounts of which nothing but the name is known, whatever stands below them', () => {
    const lone = (text: string): Cell[] => [text, '', '', ''];
    const copyright = lone('© 2026 Vendor');
    expect(table([HEADERS, ...ROWS, lone(''), lone('Crux'), lone('Confidential Records Ltd')])).toMatchObject({
      rowNumbers: [2, 3, 4, 6, 7],
    });
    expect(table([HEADERS, ...ROWS, lone('Crux'), lone('Dyno'), copyright])).toMatchObject({ rowNumbers: [2, 3, 4, 5, 6] });
    expect(table([HEADERS, lone('Acme'), lone('Bolt'), copyright])).toMatchObject({ rowNumbers: [2, 3] });
    expect(table([HEADERS, ...ROWS, lone('Crux'), lone(''), copyright])).toMatchObject({ rowNumbers: [2, 3, 4, 5] });
  });

  it('takes years for headers', () => {
    const grid = [
      ['Account name', 2023, 2024, '2025'],
      ['Acme', 10, 20, 30],
    ];
    expect(table(grid)).toMatchObject({ headers: ['Account name', '2023', '2024', '2025'], headerRow: 1 });
  });

  it('leaves out headers that stand again in the middle', () => {
    const grid = [HEADERS, ROWS[0]!, HEADERS, ROWS[1]!];
    expect(table(grid)).toMatchObject({ rowNumbers: [2, 4], read: 3 });
    expect(codes(grid)).toEqual(['HEADER_AGAIN']);
  });

  it('counts the first of equal headers and notes the others', () => {
    const grid = [
      ['Account name', 'Domain', 'account name ', 'Notes'],
      ['Acme', 'acme.com', 'Other', 'x'],
    ];
    const found = findTable('List', grid);
    expect(found.table).toMatchObject({
      headers: ['Account name', 'Domain', 'Notes'],
      columns: [1, 2, 4],
      rows: [['Acme', 'acme.com', 'x']],
    });
    expect(found.problems).toMatchObject([{ code: 'HEADER_REPEATED', at: 'List!C1', count: 1 }]);
  });

  it('notes content beyond the headers and keeps the row', () => {
    const found = findTable('List', [
      [...HEADERS, ''],
      [...ROWS[0]!, 'stray'],
      [...ROWS[1]!, ''],
    ]);
    expect(found.table!.rows).toHaveLength(2);
    expect(found.problems).toMatchObject([
      { code: 'BEYOND_HEADERS', severity: 'problem', at: 'List!E2', found: 'stray', count: 1 },
    ]);
  });

  it.each([
    ['TAB_EMPTY', []],
    [
      'TAB_EMPTY',
      [
        ['', ' '],
        ['', ''],
      ],
    ],
    ['NO_ROWS', [HEADERS]],
    ['NO_ROWS', [HEADERS, ['', '', '', '']]],
    [
      'NO_HEADERS',
      [
        ['acme.com', 250],
        ['bolt.io', 30],
      ],
    ],
    ['STILL_LOADING', [HEADERS, ['Acme', 'Loading...', 1, 'DE']]],
    ['STILL_LOADING', [HEADERS, ['Acme', 'LOADING…', 1, 'DE']]],
    ['STILL_LOADING', [HEADERS, ['Acme', ' loading... ', 1, 'DE']]],
    ['STILL_LOADING', [['Account name', 'Loading...', 'Employees', 'Country'], ...ROWS]],
    ['STILL_LOADING', [['Loading...']]],
  ] as [string, Grid][])('refuses with %s', (code, grid) => {
    const found = findTable('List', grid);
    expect(found.table).toBeUndefined();
    expect(found.problems).toMatchObject([{ code, severity: 'refusal' }]);
  });

  it('takes __proto__ and constructor for headers like any other', () => {
    const grid = [
      ['Account name', '__proto__', 'constructor'],
      ['Acme', 'a', 'b'],
    ];
    expect(table(grid).headers).toEqual(['Account name', '__proto__', 'constructor']);
  });

  it('finds a table of 500 columns', () => {
    const grid = [
      Array.from({ length: 500 }, (_, column) => (column === 0 ? 'Account name' : `Field ${column}`)),
      Array.from({ length: 500 }, (_, column) => `v${column}`),
    ];
    expect(table(grid).headers).toHaveLength(500);
  });

  it('reads as many rows as it keeps and reports, whatever blank rows and columns are put in', () => {
    const blank = ['', '', '', ''];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Cell[][]>([blank], [ROWS[0]!], [ROWS[1]!], [HEADERS]), { minLength: 1 }),
        fc.nat(3),
        (blocks, above) => {
          const body = [ROWS[0]!, ...blocks.flat()];
          const { table: found, problems } = findTable('List', [...Array<Cell[]>(above).fill(blank), HEADERS, ...body]);
          const filled = body.filter((row) => row !== blank).length;
          const reported = problems
            .filter(({ code }) => code === 'HEADER_AGAIN' || code === 'TOTALS_ROW')
            .reduce((sum, { count }) => sum + count, 0);
          expect(found!.read).toBe(filled);
          expect(found!.rows.length + reported).toBe(filled);
          expect(found!.rowNumbers.every((row) => row > above + 1)).toBe(true);
        },
      ),
    );
  });
});

describe('rows of totals', () => {
  const headers = ['Account Name', 'Website', 'Employees', 'Annual Revenue'];
  const firms: Cell[][] = [1, 2, 3, 4, 5].map((n) => [`Firm ${n}`, `firm${n}.com`, n * 10 + 1, n * 100000]);
  const left = (grid: Grid): readonly [number, string[]] => [table(grid).rows.length, codes(grid)];

  it.each<[string, Cell[]]>([
    ['a label with the number of records', ['Grand Totals (5 records)', '', 155, 1500000]],
    ['a count of the rows', ['Count: 5', '', '', '']],
    ['no label, and sums', ['', '', 155, 1500000]],
    ['an average', ['Average', '', 31, 300000]],
    ['what Salesforce writes', ['Total', 'Count', 5, '']],
    ['a number of records', ['5 records', '', '', '']],
    ['a Japanese label', ['合計', '', 155, 1500000]],
  ])('at the end are left out with a note: %s', (_, totals) => {
    expect(left([headers, ...firms, totals])).toEqual([5, ['TOTALS_ROW']]);
  });

  it('between the rows are left out with one note that counts them', () => {
    const grid = [
      headers,
      ['Retail (2 records)', '', '', ''],
      ...firms.slice(0, 2),
      ['Subtotal', '', 32, 300000],
      ...firms.slice(2),
      ['Total', '', 123, 1200000],
      ['Elm', 'elm.com', 7, 5],
    ];
    expect(left(grid)).toEqual([6, ['TOTALS_ROW']]);
    expect(findTable('List', grid).problems[0]).toMatchObject({ at: 'List!A2', count: 3 });
    expect(table(grid).rowNumbers).toEqual([3, 4, 6, 7, 8, 10]);
  });

  it('between groups of a Salesforce report are left out with the total of all, whose counts stand in a column of their own', () => {
    const headers = ['Industry', 'Account Name', 'Employees'];
    const rows: Cell[][] = [
      ['Technology', 'Alder Inc', '250'],
      ['Technology', 'Birch LLC', '90'],
      ['Subtotal', 'Count: 2', '340'],
      ['Retail', 'Cedar Stores', '1200'],
      ['Subtotal', 'Count: 1', '1200'],
      ['Total', 'Count: 3', '1540'],
      ['Retail', 'Added later', '7'],
    ];
    expect(table([headers, ...rows]).rows).toEqual([rows[0], rows[1], rows[3], rows[6]]);
  });

  it('end a Salesforce report together with its footer', () => {
    const footer: Cell[][] = [
      ['Grand Totals (5 records)', '', 155, 1500000],
      ['', '', '', ''],
      ['Example Ltd', '', '', ''],
      ['Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.', '', '', ''],
      ['Confidential Information - Do Not Distribute', '', '', ''],
      ['Generated By:  Kim Doe 31/01/2026', '', '', ''],
    ];
    expect(table([headers, ...firms, ...footer]).rows).toEqual(firms);
  });

  it('are no companies that are called so, nor sums that are none', () => {
    const rows: Cell[][] = [
      ['Total', '', 999, 1],
      ['Sum', 'sum.com', 12, 300000],
      ['Count', '', 5, ''],
      ...firms,
      ['', '', 156, 1500000],
    ];
    expect(left([headers, ...rows])).toEqual([rows.length, []]);
  });

  it('hold what the rows above add up to, whatever the rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(1e6)), { minLength: 3, maxLength: 9 }),
        (amounts) => {
          const rows = amounts.map(([one, other], row): Cell[] => [`Firm ${row}`, 'x.com', one, other]);
          const sums = [0, 1].map((at) => amounts.reduce((sum, pair) => sum + pair[at as 0 | 1], 0));
          fc.pre(sums[1] !== 0);
          expect(table([headers, ...rows, ['', '', ...sums]]).rows).toEqual(rows);
        },
      ),
    );
  });
});

describe('what is no row or column of the list', () => {
  it('is said once where a column without a header numbers the rows', () => {
    const numbered = (from: number, step = 1): Grid => [['', ...HEADERS], ...ROWS.map((row, at) => [from + at * step, ...row])];
    for (const from of [0, 1]) {
      expect(table(numbered(from))).toMatchObject({ headers: HEADERS, rows: ROWS });
      expect(findTable('List', numbered(from)).problems).toMatchObject([
        { code: 'ROWS_COUNTED', severity: 'note', at: 'List!A2', count: 1 },
      ]);
    }
    // Rows that were taken out leave gaps.
    for (const grid of [numbered(0, 2), numbered(17, 5)])
      expect(findTable('List', grid).problems).toMatchObject([{ code: 'ROWS_COUNTED', at: 'List!A2' }]);
    expect(findTable('List', numbered(9, -2)).problems).toMatchObject([{ code: 'BEYOND_HEADERS', count: 3, at: 'List!A2' }]);
  });

  it('is content where numbers with gaps stand right of the list', () => {
    const grid = [HEADERS, ...ROWS.map((row, at) => [...row, 10 * at])];
    expect(findTable('List', grid).problems).toMatchObject([{ code: 'BEYOND_HEADERS', count: 3, at: 'List!E2' }]);
  });

  it.each([
    ['Unnamed: 0', 0, 1],
    ['Unnamed: 0', 1, 1],
    ['unnamed_0', 0, 3],
  ])('is said once where a column called "%s" numbers the rows from %d by %d', (header, from, step) => {
    const grid = [[header, ...HEADERS], ...ROWS.map((row, at): Cell[] => [String(from + at * step), ...row])];
    const { table: found, problems } = findTable('List', grid);
    expect(found).toMatchObject({ headers: HEADERS, rows: ROWS });
    expect(problems).toMatchObject([{ severity: 'note', code: 'ROWS_COUNTED', at: 'List!A2', count: 1 }]);
  });

  it('is none where such a column holds something else', () => {
    const grid = [['Unnamed: 0', ...HEADERS], ...ROWS.map((row, at): Cell[] => [9 - at, ...row])];
    expect(findTable('List', grid)).toMatchObject({ table: { headers: ['Unnamed: 0', ...HEADERS] }, problems: [] });
  });

  it('is a row of check boxes that nobody ticked', () => {
    const boxed = (box: Cell): Cell[][] => [
      ...ROWS.map((row) => [...row, true]),
      ...Array.from({ length: 990 }, () => ['', '', '', '', box]),
    ];
    for (const box of [false, 'FALSE'])
      expect(table([[...HEADERS, 'Done'], ...boxed(box)])).toMatchObject({ read: 3, rowNumbers: [2, 3, 4] });
    expect(table([[...HEADERS, 'Done'], ...boxed(true)])).toMatchObject({ read: 993 });
  });
});
