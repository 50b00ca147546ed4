/** Identity from what many share: directories, cut IDs, two names on one key, one name in two countries, one company in several spellings. */
import fc from 'fast-check';
import type { Cell } from '../../../src/sheet/grid';
import { partedName } from '../../../src/sheet/lists/accountNames';
import { parseCsv } from '../../../src/sheet/table/csv';
import { keysOf, problemOf, readGrid } from '../../support/sheet/lists/lists';

it('records that an open quote had put into one row are told as one row, which repeats nothing', () => {
  const grid = parseCsv('Account name,Industry,City\n"Acme,Fintech,Berlin\nAcme,Fintech,Berlin\nBolt,Retail,Rome\n');
  const { message, count } = problemOf(readGrid(grid), 'ACCOUNT_REPEATED')!;
  expect(count).toBe(1);
  expect(message).toContain('row 2 holds one account twice');
  expect(message).not.toMatch(/row (\d+) repeats row \1\b/);
});

describe('a domain with several names', () => {
  const firms = ['Alder', 'Birch', 'Cedar', 'Dogwood'];
  const directory: Cell[][] = [
    ['company', 'link'],
    ...firms.map((firm) => [firm, `https://cluster.example.com/profile/${firm}`]),
  ];

  it('is no key from three names on, told once with their count', () => {
    const read = readGrid(directory);
    expect(read.lists.accounts).toMatchObject({
      keys: ['alder', 'birch', 'cedar', 'dogwood'],
      isDuplicate: [false, false, false, false],
    });
    expect(read.problems.filter(({ code }) => code === 'DOMAIN_SHARED')).toMatchObject([
      { found: 'example.com', count: 4, severity: 'problem' },
    ]);
    expect(problemOf(read, 'ACCOUNT_REPEATED')).toBeUndefined();
  });

  it('joins no contacts then', () => {
    const contacts = [
      ['Email', 'Full name'],
      ['ann@example.com', 'Ann Lee'],
    ];
    expect(readGrid(directory, { contacts }).lists.contacts).toMatchObject({ all: [], unmatched: 1 });
  });

  it('stays the key of two names, which are told and are no duplicates', () => {
    const read = readGrid([
      ['Company', 'Website'],
      ['Alder', 'alder.com'],
      ['Alder Labs', 'alder.com'],
      ['ALDER, Inc.', 'www.alder.com'],
    ]);
    expect(read.lists.accounts).toMatchObject({
      keys: ['alder.com', 'alder.com', 'alder.com'],
      isDuplicate: [false, false, true],
    });
    expect(problemOf(read, 'KEY_OF_TWO_NAMES')).toMatchObject({
      count: 1,
      at: 'Accounts!A3',
      message: expect.stringContaining('row 3 (Alder Labs) and row 2 (Alder)') as string,
    });
    expect(problemOf(read, 'ACCOUNT_REPEATED')).toMatchObject({
      count: 1,
      message: expect.stringContaining('row 4 repeats row 2') as string,
    });
  });

  it('stays the key of three rows of one company', () =>
    expect(
      keysOf([
        ['Company', 'Website'],
        ['Alder', 'alder.com'],
        ['Alder GmbH', 'alder.com/de'],
        ['ALDER', 'shop.alder.com'],
      ]),
    ).toEqual(['alder.com', 'alder.com', 'alder.com']));
});

describe('an ID', () => {
  it('cut to a rounded number is no key, told once', () => {
    const read = readGrid([
      ['Record ID', 'Company', 'Website'],
      ['1.23457E+11', 'Alder', 'alder.com'],
      ['1.23457E+11', 'Birch', 'birch.com'],
      ['1.23457E+11', 'Cedar', ''],
      ['9.87654E+11', 'Elm', 'elm.com'],
    ]);
    expect(read.lists.accounts).toMatchObject({
      keys: ['alder.com', 'birch.com', 'cedar', 'elm.com'],
      isDuplicate: [false, false, false, false],
    });
    expect(read.problems.filter(({ code }) => code === 'IDS_CUT')).toMatchObject([
      { count: 4, found: '1.23457E+11', at: 'Accounts!A2' },
    ]);
  });

  it.each(['001A000001LuwFyIAJ', '123457000000', '12E4', '0015e00000', '7e+1'])('such as %s stays one', (id) =>
    expect(
      keysOf([
        ['Record ID', 'Company'],
        [id, 'Alder'],
        ['x', 'Birch'],
      ]),
    ).toEqual([id, 'x']),
  );
});

describe('names without other evidence', () => {
  it('that differ in legal form, case or spacing are proposed as one and counted apart', () => {
    const read = readGrid([
      ['Company', 'Country'],
      ['Acme Inc', 'United States'],
      ['Acme, Inc.', 'United States'],
      ['ACME INC.', 'United States'],
      ['Acme Incorporated', 'United States'],
      ['Acme GmbH', 'Germany'],
      ['Acmé Inc', 'France'],
      ['Birch & Co. KG', 'Germany'],
      ['Birch und Co KG', 'Germany'],
      ['Pty Alder', 'Australia'],
      ['Alder Pty Limited', 'Australia'],
    ]);
    expect(new Set(read.lists.accounts.keys).size).toBe(10);
    expect(read.lists.accounts.isDuplicate).not.toContain(true);
    expect(problemOf(read, 'NAMES_ALIKE')).toMatchObject({
      severity: 'note',
      count: 3,
      message:
        'Names may mean one account: Acme Inc (row 2), Acme, Inc. (row 3), ACME INC. (row 4), Acme Incorporated (row 5); Birch & Co. KG (row 8), Birch und Co KG (row 9); Pty Alder (row 10), Alder Pty Limited (row 11). They are counted apart.',
    });
  });

  it('of two legal forms are not proposed', () =>
    expect(
      problemOf(
        readGrid([
          ['Company', 'Employees'],
          ['Acme GmbH', 1],
          ['Acme Inc', 2],
        ]),
        'NAMES_ALIKE',
      ),
    ).toBeUndefined());

  it('met with two countries are two keys, and that is told with both', () => {
    const read = readGrid([
      ['Company', 'Country'],
      ['Bolt', 'Estonia'],
      ['bolt', 'US'],
      ['Bolt', ''],
      ['Core', 'Germany'],
      ['Core', 'Deutschland'],
    ]);
    expect(read.lists.accounts).toMatchObject({
      keys: ['bolt · EE', 'bolt · US', 'bolt', 'core', 'core'],
      isDuplicate: [false, false, false, false, true],
    });
    expect(problemOf(read, 'NAME_IN_TWO_COUNTRIES')).toMatchObject({
      count: 2,
      message: expect.stringContaining('"bolt · EE", "bolt · US"') as string,
    });
  });

  it('have one stem whatever their legal form, case, dots and spaces', () => {
    const forms = ['Inc', 'Inc.', 'Incorporated', 'GmbH', 'S.A.', 'Ltd', 'LIMITED', 'LLC', 'B.V.', 'Oy'];
    const base = fc.constantFrom('Alder', 'Blue Spruce', 'Crane-Works', 'Łódź Media');
    fc.assert(
      fc.property(base, fc.constantFrom(...forms), fc.constantFrom(' ', ', ', '  '), fc.boolean(), (name, form, gap, isUpper) => {
        const written = `${name}${gap}${form}`;
        expect(partedName(isUpper ? written.toUpperCase() : written).stem).toBe(partedName(name).stem);
      }),
    );
  });
});
