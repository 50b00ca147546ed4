/** A people export becomes accounts and contacts, and no person is lost. */
import fc from 'fast-check';
import type { Cell } from '../../../src/sheet/grid';
import { recognise } from '../../../src/sheet/columns/recognise';
import { splitPeople } from '../../../src/sheet/columns/splitPeople';
import type { Table } from '../../../src/sheet/table/table';

const HEADERS = [
  'First Name',
  'Last Name',
  'Title',
  'Email',
  'Email Status',
  'Country',
  'Company Name',
  'Website',
  'Company Country',
  '# Employees',
];
function tableOf(rows: readonly (readonly Cell[])[]): Table {
  return {
    tab: 'People',
    headers: HEADERS,
    headerRow: 1,
    columns: HEADERS.map((_, column) => column + 1),
    rows,
    rowNumbers: rows.map((_, row) => row + 2),
    read: rows.length,
  };
}
const split = (rows: readonly (readonly Cell[])[]) => splitPeople(tableOf(rows), recognise(tableOf(rows)));

const ROWS = [
  ['Ann', 'Lee', 'VP Sales', 'ann@acme.com', 'Verified', 'France', 'Acme', 'https://www.acme.com', 'Germany', ''],
  ['Bob', 'Ray', 'CTO', 'bob@acme.com', 'Guessed', 'Spain', 'ACME Inc', 'acme.com', 'Germany', 250],
  ['Cid', 'Fox', 'CEO', 'cid@gmail.com', '', 'Italy', 'Bolt', '', 'Italy', 20],
  ['Dee', 'Orr', 'CEO', 'dee@bolt.io', '', 'Italy', '', '', '', ''],
  ['Eve', 'Moe', 'CEO', 'eve@gmail.com', '', 'Italy', '', '', '', ''],
];

describe('splitPeople', () => {
  it('makes one row an account, without the columns of the person', () => {
    const { accounts, contacts, accountMatches, problems } = split(ROWS);
    expect(accounts.headers).toEqual(['Company Name', 'Website', 'Company Country', '# Employees']);
    expect(accounts.rows).toEqual([
      ['Acme', 'https://www.acme.com', 'Germany', 250],
      ['Bolt', '', 'Italy', 20],
      ['', '', '', ''],
    ]);
    expect(accounts.rowNumbers).toEqual([2, 4, 5]);
    expect(contacts.rows).toBe(ROWS);
    expect([...accountMatches.values()].map(({ field, column }) => [field, accounts.headers[column]])).toEqual([
      ['Account name', 'Company Name'],
      ['Domain', 'Website'],
      ['Employees', '# Employees'],
      ['Country', 'Company Country'],
    ]);
    expect(problems).toMatchObject([{ code: 'PEOPLE_SPLIT' }, { code: 'PERSON_WITHOUT_ACCOUNT', count: 1, at: 'People!A6' }]);
  });

  it('makes no more accounts than people and gives each person at most one', () => {
    const cell = fc.constantFrom('', 'Acme', 'Bolt', 'acme.com', 'bolt.io', 'a@acme.com', 'b@gmail.com', '__proto__');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 10, maxLength: 10 })), (rows) => {
        const { accounts, contacts } = split([...ROWS, ...rows]);
        expect(contacts.rows).toHaveLength(ROWS.length + rows.length);
        expect(accounts.rows.length).toBeLessThanOrEqual(contacts.rows.length);
        expect(new Set(accounts.rowNumbers).size).toBe(accounts.rows.length);
      }),
    );
  });
});
