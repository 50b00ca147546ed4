/** Records swallowed by broken quoting: taken apart where certain, reported always, never where a doubt remains. */
import fc from 'fast-check';
import type { Cell } from '../../../src/sheet/grid';
import { parseCsv } from '../../../src/sheet/table/csv';
import { countRecords, repairTable } from '../../../src/sheet/table/repair';
import type { Table } from '../../../src/sheet/table/table';

function tableOf(headers: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  return {
    tab: 'List',
    headers,
    headerRow: 1,
    columns: headers.map((_, column) => column + 1),
    rows,
    rowNumbers: rows.map((_, row) => row + 2),
    read: rows.length,
  };
}
const HEADERS = ['Name', 'Domain', 'Size', 'City'];

describe('repairTable', () => {
  it('takes apart records that a quote has swallowed', () => {
    // The quote before `Foo` was never closed, so the next one, three lines on, closed it.
    const text =
      'Name,Domain,Size,City\nAcme,acme.com,10,Bonn\nBolt,"Foo,20,Kiel\nCent,cent.io,30,Ulm\nDelt,delt.io",40,Rom\nEcho,echo.io,50,Bari\n';
    const [headers = [], ...rows] = parseCsv(text, ',');
    expect(rows).toHaveLength(3);
    const { table, problems } = repairTable(tableOf(headers, rows));
    expect(table.rows).toEqual([
      ['Acme', 'acme.com', '10', 'Bonn'],
      ['Bolt', 'Foo', '20', 'Kiel'],
      ['Cent', 'cent.io', '30', 'Ulm'],
      ['Delt', 'delt.io', '40', 'Rom'],
      ['Echo', 'echo.io', '50', 'Bari'],
    ]);
    expect(table.rowNumbers).toEqual([2, 3, 3, 3, 4]);
    expect(problems).toMatchObject([{ code: 'RECORDS_REPAIRED', at: 'List!B3', count: 3 }]);
  });

  it('leaves addresses and descriptions of several lines alone', () => {
    const rows = [
      ['Acme', 'acme.com', 'Main St 1\nBonn, Germany', 'x'],
      ['Bolt', 'bolt.io', 'One, two\nthree, four', 'y'],
    ];
    expect(repairTable(tableOf(HEADERS, rows))).toEqual({ table: tableOf(HEADERS, rows), problems: [] });
  });

  it('leaves a complete row with two lines in a cell alone', () => {
    const rows = [['Acme', 'acme.com', 'Berlin, Germany\nHamburg, Germany', 'x']];
    expect(repairTable(tableOf(HEADERS, rows)).table.rows).toEqual(rows);
    const even = [['Acme', 'Berlin, b, c\nHamburg, y', 'd', 'e']];
    expect(repairTable(tableOf(HEADERS, even)).table.rows).toEqual(even);
  });

  it('reports what looks swallowed and cannot be told apart', () => {
    const rows = [['Acme', 'a.com,10\nBolt,b.com,20,Kiel,extra\nCent', '30', 'Rom']];
    const { table, problems } = repairTable(tableOf(HEADERS, rows));
    expect(table.rows).toEqual(rows);
    expect(problems).toMatchObject([{ code: 'RECORDS_SWALLOWED', at: 'List!B2' }]);
  });

  it('reports the rest of a list of two columns that a quote has swallowed, and no address', () => {
    const swallowed = (cell: string) => repairTable(tableOf(['Company', 'Employees'], [['Acme', cell]]));
    expect(swallowed('50\nBolt,60\nCent,70\n').problems).toMatchObject([{ code: 'RECORDS_SWALLOWED', at: 'List!B2' }]);
    expect(swallowed('Park Lane 1\nBerlin, Germany\nEurope').problems).toEqual([]);
    expect(swallowed('Park Lane 1\nBerlin, Germany').problems).toEqual([]);
  });

  it('gives back every run of records that is joined at a field', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const record = fc.array(word, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        (records, start, stop) => {
          const first = records[0]!;
          const last = records[records.length - 1]!;
          const middle = records.slice(1, -1).map((one) => one.join(','));
          const cell = [first.slice(start).join(','), ...middle, last.slice(0, stop + 1).join(',')].join('\n');
          // Two records joined at the same field look like an address of two lines.
          fc.pre(cell.includes(',') && cell.length > 10 && (records.length > 2 || start !== stop));
          const joined = [...first.slice(0, start), cell, ...last.slice(stop + 1)];
          expect(repairTable(tableOf(HEADERS, [joined])).table.rows).toEqual(records);
        },
      ),
    );
  });

  it('changes nothing in a table without line breaks', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.stringMatching(/^[a-z,;|]{0,12}$/), { minLength: 4, maxLength: 4 })), (rows) => {
        expect(repairTable(tableOf(HEADERS, rows)).table.rows).toEqual(rows);
      }),
    );
  });
});

it('counts the rows it would make before it makes them', () => {
  const lines = Array.from({ length: 500 }, (_, index) => `Firm ${index},f${index}.com,${index},Bonn`);
  const rows = parseCsv(`${HEADERS.join(',')}\nAcme,acme.com,10,Bonn\n"Bolt,bolt.io,20,Kiel\n${lines.join('\n')}\n`, ',');
  expect(rows).toHaveLength(3);
  const { table } = repairTable(tableOf(rows[0] ?? [], rows.slice(1)));
  expect([table.rows.length + 1, countRecords(rows)]).toEqual([503, 503]);
  expect(
    countRecords([
      ['Name', 'Text'],
      ['Acme', 'One, two\nthree, four\nfive, six'],
    ]),
  ).toBe(2);
});
