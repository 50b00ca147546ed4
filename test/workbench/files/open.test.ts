/** Opening: files are told apart by content, and what is no list is refused with one sentence before it costs anything. */
import { writeXlsx } from 'hucre/xlsx';
import { openFile } from '../../../workbench/files/open';
import { openWorkbook } from '../../support/workbench/files/openWorkbook';
import { MAX_FILE_BYTES } from '../../../workbench/files/unreadable';
import { zipOf } from '../../support/workbench/files/rawXlsx';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const refusal = async (name: string, bytes: Uint8Array): Promise<string> => {
  try {
    await openFile(name, bytes);
    return 'no refusal';
  } catch (error) {
    return error instanceof Error ? error.message : 'no error';
  }
};

jest.setTimeout(60_000);

describe('refused with one sentence', () => {
  const workbook = [{ name: '[Content_Types].xml', content: '<Types/>' }];

  test.each([
    ['an empty file', 'a.csv', new Uint8Array(), 'a.csv: the file is empty; export the list again.'],
    ['white space', 'a.csv', utf8(' \r\n\r\n\t'), 'a.csv: the file holds no text but white space; export the list again.'],
    [
      '60 MB',
      'a.csv',
      new Uint8Array(60 * 1024 * 1024),
      'a.csv: the file is 60 MB and at most 50 MB are read; split the list or leave out columns.',
    ],
    [
      'a ZIP called .csv',
      'a.csv',
      zipOf([{ name: 'list.csv', content: 'a,b' }]),
      'a.csv: this is a ZIP archive, not a workbook; unpack it and give the CSV or XLSX file inside.',
    ],
    [
      'a cut ZIP',
      'a.xlsx',
      zipOf(workbook).subarray(0, 40),
      'a.xlsx: the file is a damaged ZIP archive; download or export it again.',
    ],
    [
      'a bomb',
      'a.xlsx',
      zipOf([...workbook, { name: 'xl/worksheets/sheet1.xml', content: 'x', claims: 4_000_000_000 }]),
      'a.xlsx: the workbook would unpack to 3,815 MB and at most 400 MB are read; save it with fewer rows.',
    ],
    [
      'an OpenDocument file',
      'a.ods',
      zipOf([
        { name: 'mimetype', content: 'x' },
        { name: 'content.xml', content: 'x' },
      ]),
      'a.ods: this is an OpenDocument file; save it as XLSX or CSV.',
    ],
    ['a PDF', 'a.csv', utf8('%PDF-1.7\n'), 'a.csv: this is a PDF; export the list as CSV or XLSX.'],
    [
      'a web page',
      'a.xls',
      utf8('<html><table>'),
      'a.xls: this is a web page or XML, whatever its ending says; open it in a spreadsheet program and save it as CSV or XLSX.',
    ],
    ['JSON', 'a.json', utf8('[{"a":1}]'), 'a.json: this is JSON; export the list as CSV or XLSX.'],
    [
      'an old XLS',
      'a.xls',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'a.xls: this is an old XLS workbook or one locked with a password; save it as XLSX without a password.',
    ],
    [
      'other binary data',
      'a.csv',
      Uint8Array.from({ length: 99 }, (_, index) => (index * 7) % 5),
      'a.csv: This file is binary data, not text. Save the list as CSV and try again.',
    ],
  ])('%s', async (_what, name, bytes, sentence) => {
    expect(await refusal(name, bytes)).toBe(sentence);
  });

  test('a workbook without its parts names what is wrong', async () => {
    const sentence = await refusal('a.xlsx', zipOf([...workbook, { name: 'xl/other.xml', content: '<x/>' }]));
    expect(sentence).toMatch(/^a\.xlsx: the XLSX file cannot be read \(.+\); save it again from a spreadsheet program\.$/);
  });

  test('an entry that inflates beyond its claim is stopped', async () => {
    const sentence = await refusal(
      'a.xlsx',
      zipOf([
        { name: '[Content_Types].xml', content: 'x'.repeat(50_000_000), claims: 1000 },
        { name: 'xl/workbook.xml', content: '<x/>' },
      ]),
    );
    expect(sentence).toMatch(/^a\.xlsx: the XLSX file cannot be read/);
  });
});

describe('content decides, not the ending', () => {
  test('a CSV called .xlsx is read as CSV', async () => {
    const book = await openWorkbook('list.xlsx', utf8('Name,Size\nA,1\n'));
    expect(book.sheets[0]).toMatchObject({
      title: 'list',
      rows: 1000,
      columns: 26,
      cells: { A1: { value: 'Name' }, B2: { value: 1 } },
    });
  });

  test('an XLSX called .csv is read as XLSX', async () => {
    const book = await openWorkbook('list.csv', await writeXlsx({ sheets: [{ name: 'Mine', rows: [['x']] }] }));
    expect(book.sheets.map((sheet) => sheet.title)).toEqual(['Mine']);
  });

  test('a tab may be named by the caller', async () => {
    expect((await openWorkbook('a.csv', utf8('x,y\n'), 'Accounts')).sheets[0]?.title).toBe('Accounts');
  });
});

test('a list of 50,000 rows is opened in a few seconds', async () => {
  const text = `Name,Employees,Country,Industry\n${'Acme Industries,1234,Germany,Software\n'.repeat(50_000)}`;
  expect(text.length).toBeLessThan(MAX_FILE_BYTES);
  const book = await openWorkbook('big.csv', utf8(text));
  expect(book.sheets[0]?.rows).toBe(50_001);
}, 20_000);
