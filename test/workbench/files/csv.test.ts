/** CSV: csv-spectrum whole, encodings, separators, and export and import undoing each other. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { cellOfField, separatorOf } from '../../../src/sheet/table/csv';
import { readCsv, rowsOfSheet, sheetOfRows, writeCsv } from '../../../workbench/files/csv';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const rowsOf = (text: string): unknown => readCsv('list.csv', utf8(text)).rows;

describe('csv-spectrum', () => {
  const root = dirname(require.resolve('csv-spectrum/package.json'));
  const names = readdirSync(join(root, 'csvs')).map((file) => file.replace('.csv', ''));

  test.each(names)('%s reads as its JSON says', (name) => {
    const { rows } = readCsv(name, readFileSync(join(root, 'csvs', `${name}.csv`)));
    const [headers = [], ...records] = rows;
    const json = readFileSync(join(root, 'json', `${name}.json`), 'utf8');
    // The package's JSON of this one case is a bare object with another telephone number than its CSV.
    const expected: unknown = JSON.parse(
      name === 'location_coordinates' ? `[${json.replace('1234567890', '2095257564')}]` : json,
    );
    const read = records.map((record) =>
      Object.fromEntries(record.map((cell, column) => [String(headers[column]), String(cell)])),
    );
    expect(read).toEqual(expected);
  });
});

describe('encodings', () => {
  const text = 'Name;Stadt\r\nMüller;Köln\r\n';
  const expected = [
    ['Name', 'Stadt'],
    ['Müller', 'Köln'],
  ];
  const wide = (littleEndian: boolean, mark: boolean): Uint8Array => {
    const all = mark ? `\uFEFF${text}` : text;
    const view = new DataView(new ArrayBuffer(all.length * 2));
    for (let index = 0; index < all.length; index += 1) view.setUint16(index * 2, all.charCodeAt(index), littleEndian);
    return new Uint8Array(view.buffer);
  };

  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8', utf8(`\uFEFF${text}`)],
    ['Windows-1252', Uint8Array.from(text, (character) => character.charCodeAt(0))],
    ['UTF-16LE', wide(true, true)],
    ['UTF-16BE', wide(false, true)],
    ['UTF-16LE', wide(true, false)],
    ['UTF-16BE', wide(false, false)],
  ])('%s is recognised', (encoding, bytes) => {
    const table = readCsv('liste.csv', bytes);
    expect(table.encoding).toBe(encoding);
    expect(table.rows).toEqual(expected);
  });

  test('the euro sign and curly quotes of windows-1252 are kept', () => {
    expect(readCsv('x.csv', Uint8Array.from([0x80, 0x2c, 0x93, 0x61, 0x94])).rows).toEqual([['€', '“a”']]);
  });
});

describe('separators', () => {
  test.each([
    [',', 'a,b,c\n1,2,3\n'],
    [';', 'Name;Umsatz;Ort\nA;1,5;Köln, Mitte\nB;2,25;Bonn\n'],
    ['\t', 'a\tb\n"x, y, z"\t2\n"one; two"\t3\n'],
    ['|', 'a|b|c\n1|2,0|3\n'],
    [',', 'Name,Tags\nA,"x;y;z"\nB,"x;y"\n'],
    [',', 'Name,Text\nA,"first line; with\nsecond; line"\nB,c\n'],
    [',', 'one column\nA\nB\n'],
    [';', 'a;b;c\n1;2;3\n\n4;5;6\n'],
  ])('%j is found in %j', (separator, text) => {
    expect(separatorOf(text)).toBe(separator);
  });

  test('a first line sep=; decides and is no data', () => {
    expect(rowsOf('sep=;\r\na;b\r\n1,5;2\r\n')).toEqual([
      ['a', 'b'],
      ['1,5', 2],
    ]);
  });
});

describe('writing', () => {
  test('formula-looking text is guarded, typed numbers are not', () => {
    expect(writeCsv([['=1+1', '+1', '-Acme', '@x', '\tx', '\rx', '\nx', -5, true, 'plain']])).toBe(
      "'=1+1,'+1,'-Acme,'@x,\"'\tx\",\"'\rx\",\"'\nx\",-5,TRUE,plain\r\n",
    );
  });

  test('a byte order mark is written on request only', () => {
    expect(writeCsv([['a']], { bom: true })).toBe('\uFEFFa\r\n');
  });

  test('dates leave as ISO text whatever the time zone', () => {
    const sheet = {
      ...sheetOfRows('A', 0, []),
      cells: { A1: { value: 46347, format: 'm/d/yyyy' }, B1: { value: 46347.5, format: 'yyyy-mm-dd hh:mm' } },
    };
    expect(rowsOfSheet(sheet)).toEqual([['2026-11-21', '2026-11-21 12:00:00']]);
  });

  const cell = fc.oneof(
    fc.string({ unit: 'binary-ascii' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom("'", "''=x", "'-1", '=1+1', ' =1', '-', '00', '\r\n', '"', ',', ';', '__proto__', '＝1', '\u00a0'),
    fc.integer(),
  );

  test('export then import is the identity on text, but for text that is a plain number', () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (table) => {
        const width = Math.max(...table.map((row) => row.length));
        const full = [
          Array.from({ length: width }, (_, column) => `header ${column}`),
          ...table.map((row) => [...row, ...Array<string>(width - row.length).fill('')]),
        ];
        // A spreadsheet's cells hold no half surrogates and no NUL.
        const clean = full.map((row) =>
          row.map((value) => (typeof value === 'string' ? Buffer.from(value).toString().replace(/\0/g, '') : value)),
        );
        expect(readCsv('x.csv', utf8(writeCsv(clean))).rows).toEqual(
          clean.map((row) =>
            row.map((value) =>
              typeof value === 'string'
                ? cellOfField(value) === Number(value) && !value.startsWith('-')
                  ? Number(value)
                  : value
                : value,
            ),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('a guarded or quoted field is no formula for a reader that knows no guard', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', minLength: 1 }), (text) => {
        const [[field = '']] = [writeCsv([[text, 'b']]).split(/,b\r\n$/)];
        expect(field.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
      { numRuns: 500 },
    );
  });
});

test('rows and tabs are two views of the same cells', () => {
  const rows = [
    ['a', 'b', ''],
    ['', 2, true],
  ];
  expect(rowsOfSheet(sheetOfRows('T', 0, rows))).toEqual(rows);
});
