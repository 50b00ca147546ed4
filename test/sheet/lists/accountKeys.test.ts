/** Account keys, duplicates and rows that are no account. */
import fc from 'fast-check';
import type { Cell } from '../../../src/sheet/grid';
import { keysOf, problemOf, readGrid } from '../../support/sheet/lists/lists';

const HEADERS = ['Account ID', 'Account name', 'Domain', 'Employees'];

describe('the key of an account', () => {
  it('the key of an account is its ID, as typed', () => {
    expect(keysOf([HEADERS, ['aB-7', 'Acme', 'acme.com', 1], [' 007 ', 'Bolt', '', 2], [7, 'Core', '', 3]])).toEqual([
      'aB-7',
      '007',
      '7',
    ]);
  });

  it('an account without an ID has its registrable domain as key', () => {
    const rows: Cell[][] = [HEADERS, ['', 'Acme', 'https://www.acme.co.uk/a', 1], ['', 'Bolt', 'MAIL.bolt.io', 2]];
    expect(keysOf(rows)).toEqual(['acme.co.uk', 'bolt.io']);
  });

  it('an account without an ID has its folded name as key where the domain is free mail or a shared host', () => {
    const rows: Cell[][] = [
      HEADERS,
      ['', ' ACME  Ltd', 'gmail.com', 1],
      ['', 'Straße', 'linkedin.com/company/bolt', 2],
      ['', 'None', 'n/a', 3],
      ['', '-', '', 4],
    ];
    expect(keysOf(rows)).toEqual(['acme  ltd', 'strasse', 'none', '-']);
  });

  it('is the sheet row only where the list has no such column, which is said once', () => {
    const read = readGrid([
      ['Industry', 'Employees'],
      ['Fintech', 120],
      ['', ''],
      ['Fintech', 120],
    ]);
    expect(read.lists.accounts.keys).toEqual(['row 2', 'row 4']);
    expect(read.lists.accounts.isDuplicate).toEqual([false, false]);
    expect(problemOf(read, 'KEYED_BY_ROW')).toMatchObject({ severity: 'note', at: 'Accounts', count: 1 });
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty'])('may be %s', (name) => {
    const read = readGrid([
      ['Account name', 'Employees'],
      [name, 1],
      ['Acme', 2],
      [name, 3],
    ]);
    expect(read.lists.accounts).toMatchObject({
      keys: [name.toLowerCase(), 'acme', name.toLowerCase()],
      isDuplicate: [false, false, true],
    });
  });
});

describe('a row that gives none of the three', () => {
  const rows: Cell[][] = [
    HEADERS,
    ['1', 'Acme', '', 1],
    ['', '#N/A', 'gmail.com', 40],
    ['', '', '', ''],
    ['', '', '-', 'n/a'],
    ['', '', '', 7],
  ];
  const read = readGrid(rows);

  it('is an error, counted and listed with its row, and no account', () => {
    expect([read.lists.accounts.keys, read.errors, read.rows]).toEqual([['1'], 2, [2]]);
    expect(problemOf(read, 'ROW_WITHOUT_ACCOUNT')).toMatchObject({
      severity: 'problem',
      at: 'Accounts!A3',
      found: '#N/A, gmail.com, 40',
      count: 2,
      message: expect.stringContaining('rows 3, 6.') as string,
    });
  });

  it('is not read either when the list goes by rows and nothing but words for blank stands in it', () => {
    const read = readGrid([
      ['Industry', 'Employees'],
      ['Fintech', 120],
      ['–', 'N/A'],
      ['', 'none'],
      ['Retail', ''],
    ]);
    expect(read.lists.accounts.keys).toEqual(['row 2', 'row 5']);
  });

  it('is not read at all when nothing but words for blank stands in it', () => {
    expect(problemOf(read, 'ROW_WITHOUT_ACCOUNT')?.message).not.toContain('5');
  });
});

describe('duplicates', () => {
  it('are the rows after the first of a key, told with both rows', () => {
    const read = readGrid([
      HEADERS,
      ['', 'Acme', 'acme.com', 1],
      ['', 'Acme GmbH', 'www.acme.com/de', 2],
      ['x', 'Acme', 'acme.com', 3],
      ['', 'ACME.COM', '', 4],
    ]);
    expect(read.lists.accounts.isDuplicate).toEqual([false, true, false, true]);
    expect(problemOf(read, 'ACCOUNT_REPEATED')).toMatchObject({
      severity: 'problem',
      at: 'Accounts!A3',
      found: 'acme.com',
      count: 2,
      message: expect.stringContaining('row 3 repeats row 2, row 5 repeats row 2.') as string,
    });
  });

  it('are counted as accounts like any other', () => {
    const read = readGrid([HEADERS, ['1', 'A', '', 1], ['1', 'A', '', 9]]);
    expect([read.lists.accounts.size, read.errors]).toEqual([2, 0]);
  });
});

describe('rows of messy lists', () => {
  const blank = fc.constantFrom<Cell>('', ' ', '-', 'n/a', 'unknown', '#REF!');
  const cell = fc.oneof(
    blank,
    fc.constantFrom<Cell>('Acme', 'acme.com', 'gmail.com', '__proto__', 'None', 0, 7, true, '51-200'),
    fc.string({ maxLength: 8 }).filter((text) => !text.includes('oading')),
  );
  const tidy = fc.tuple(cell, cell, cell, cell);

  it('are each kept or an error, never lost: read = kept + errors', () => {
    fc.assert(
      fc.property(fc.array(tidy, { minLength: 1, maxLength: 12 }), (rows) => {
        const read = readGrid([HEADERS, ['anchor', 'Anchor', 'anchor.com', 1], ...rows, ['end', 'End', 'end.com', 2]]);
        const words = new Set([
          '',
          '-',
          'n/a',
          'unknown',
          '#ref!',
          '–',
          'na',
          'none',
          'null',
          'select',
          'missing',
          'not available',
        ]);
        const isNothing = (row: readonly Cell[]): boolean =>
          row.every((one) => typeof one === 'string' && words.has(one.trim().toLowerCase()));
        const isNamed = ([id, name, domain]: readonly Cell[]): boolean =>
          [id, name].some((one) => typeof one !== 'string' || (one.trim() !== '' && one !== '#REF!')) || domain === 'acme.com';
        const certain = rows.filter((row) => isNamed(row)).length;
        const possible = rows.filter((row) => isNamed(row) || !isNothing(row)).length;
        const { size } = read.lists.accounts;
        expect(size).toBe(read.lists.accounts.keys.length);
        expect(size).toBe(read.rows.length);
        expect(size).toBeGreaterThanOrEqual(certain + 2);
        expect(size + read.errors).toBe(possible + 2);
        expect(problemOf(read, 'ROW_WITHOUT_ACCOUNT')?.count ?? 0).toBe(read.errors);
      }),
    );
  });

  it('keep their sheet rows, in order', () => {
    fc.assert(
      fc.property(fc.array(tidy, { minLength: 1, maxLength: 12 }), (rows) => {
        const read = readGrid([HEADERS, ['anchor', 'Anchor', 'anchor.com', 1], ...rows]);
        expect([...read.rows].sort((a, b) => a - b)).toEqual(read.rows);
        expect(new Set(read.rows).size).toBe(read.rows.length);
        expect(read.rows[0]).toBe(2);
      }),
    );
  });
});
