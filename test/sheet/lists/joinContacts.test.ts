/** Contacts joined to accounts, one way after the other; what joins to nothing is counted. */
import fc from 'fast-check';
import type { Cell, Grid } from '../../../src/sheet/grid';
import { problemOf, readGrid } from '../../support/sheet/lists/lists';

const ACCOUNTS: Grid = [
  ['Account ID', 'Account name', 'Domain'],
  ['a1', 'Acme', 'acme.com'],
  ['b2', 'Bolt', 'https://bolt.co.uk'],
  ['NA', 'Nadia', 'gmail.com'],
  ['a1', 'Acme again', ''],
];
const HEADERS = ['Account ID', 'Domain', 'Full name', 'Title', 'Email', 'Email status'];
const joined = (...rows: Cell[][]) => readGrid(ACCOUNTS, { contacts: [HEADERS, ...rows] });
const accountsOf = (row: Cell[]): readonly number[] => joined(row).lists.contacts!.all.map(({ account }) => account);

describe('a contact belongs to', () => {
  it.each<[string, Cell[], number[]]>([
    ['every row of its account ID', ['a1', '', 'Ann', '', '', ''], [0, 3]],
    ['the account of its ID even where its domain names another', ['b2', 'acme.com', 'Ann', '', '', ''], [1]],
    ['the account of its domain', ['', 'www.bolt.co.uk', 'Ann', '', '', ''], [1]],
    ['the account of its domain when the ID is nobody’s', ['zz', 'bolt.co.uk', 'Ann', '', '', ''], [1]],
    ['the account of its email', ['', '', 'Ann', '', 'ann@mail.bolt.co.uk', ''], [1]],
    ['the account of its email when the domain is nobody’s', ['', 'else.com', 'Ann', '', 'ann@acme.com', ''], [0]],
    ['an account whose ID reads like a blank', ['NA', '', 'Ann', '', '', ''], [2]],
    ['nobody by free mail', ['', '', 'Ann', '', 'ann@gmail.com', ''], []],
    ['nobody by another case of the ID', ['A1', '', 'Ann', '', '', ''], []],
    ['nobody by the account’s name', ['Acme', '', 'Ann', '', '', ''], []],
  ])('%s', (_, row, accounts) => {
    expect(accountsOf(row)).toEqual(accounts);
  });

  it('nobody, and then it is counted and listed once', () => {
    const read = joined(
      ['a1', '', 'Ann', '', '', ''],
      ['', '', 'Bob', '', 'bob@gmail.com', ''],
      ['', '', 'Cy', '', 'cy@x.com', ''],
    );
    expect(read.lists.contacts).toMatchObject({ unmatched: 2 });
    expect(problemOf(read, 'CONTACT_WITHOUT_ACCOUNT')).toMatchObject({
      severity: 'problem',
      at: 'Contacts!A3',
      found: 'Bob, bob@gmail.com',
      count: 2,
    });
  });
});

describe('an address is verified', () => {
  it.each<[string, Cell, boolean]>([
    ['ann@acme.com', 'verified', true],
    ['ann@acme.com', 'Valid', true],
    ['ann@acme.com', 'DELIVERABLE', true],
    ['ann@acme.com', 'guessed', false],
    ['ann@acme.com', 'catch-all', false],
    ['ann@acme.com', 'unverified', false],
    ['ann@acme.com', '', false],
    ['ann@acme.com', 95, false],
    ['', 'verified', false],
    ['on request', 'verified', false],
  ])('%s with the status %p: %p', (email, status, isVerified) => {
    expect(joined(['a1', '', 'Ann', 'CFO', email, status]).lists.contacts!.all[0]).toMatchObject({ isVerified });
  });
});

describe('the contacts tab', () => {
  it('names people as they are called, None and Null among them', () => {
    expect(joined(['a1', '', 'Null', '', '', '']).lists.contacts!.all[0]?.name).toBe('Null');
    const parts = readGrid(ACCOUNTS, {
      contacts: [
        ['Account ID', 'First name', 'Last name'],
        ['a1', 'Jo', 'None'],
      ],
    });
    expect(parts.lists.contacts!.all[0]?.name).toBe('Jo None');
  });

  it('that cannot be read is a problem and no refusal, and coverage is then not known', () => {
    const read = readGrid(ACCOUNTS, {
      contacts: [
        ['Email', 'Title'],
        ['', ''],
      ],
    });
    expect(read.lists.contacts).toBeUndefined();
    expect(problemOf(read, 'NO_ROWS')).toMatchObject({ severity: 'problem' });
    expect(read.isRefused).toBe(false);
  });

  it('goes by the team’s mapping, for contacts alone', () => {
    const contacts: Grid = [
      ['Firm', 'First name', 'Last name', 'Mail', 'Checked'],
      ['a1', 'Ann', 'Lee', 'ann@else.com', 'verified'],
    ];
    const columns = [
      ['Contacts', 'contacts', 'Account ID', 'Firm'],
      ['Contacts', 'contacts', 'Email', 'Mail'],
      ['', 'contacts', 'Email status', 'Checked'],
      ['Elsewhere', 'contacts', 'Title', 'Mail'],
    ];
    const read = readGrid(ACCOUNTS, { contacts, columns });
    expect(read.lists.contacts!.all).toMatchObject([
      { account: 0, email: 'ann@else.com', title: '', isVerified: true },
      { account: 3, isVerified: true },
    ]);
  });
});

describe('contacts that are still loading', () => {
  it('stop the run: without them nobody would count as reachable', () => {
    const read = joined(['a1', '', 'Ann', '', 'loading…', '']);
    expect(read).toMatchObject({
      isRefused: true,
      problems: [{ code: 'STILL_LOADING', severity: 'refusal', at: 'Contacts!E2' }],
    });
  });
});

describe('a list of people without a website', () => {
  const people: Grid = [
    ['first_name', 'last_name', 'email', 'company', 'title', 'industry', 'employees'],
    ['Ann', 'Roe', 'ann.roe@alder.com', 'Alder', 'Head of RevOps', 'Software', 120],
    ['Bob', 'Doe', 'bob.doe@birch.io', 'Birch', 'CFO', 'Software', 80],
    ['Cid', 'Poe', 'cid.poe@cedar.de', 'Cedar', 'CEO', 'Retail', 300],
    ['Dee', 'Loe', 'dee.loe@alder.com', 'Alder', 'CTO', 'Software', 120],
  ];

  it('has each contact at the account of its own row', () => {
    const read = readGrid(people);
    expect(read.lists.accounts.keys).toEqual(['alder', 'birch', 'cedar']);
    expect(read.lists.contacts).toMatchObject({ unmatched: 0 });
    expect(read.lists.contacts!.all.map(({ account, name }) => [account, name])).toEqual([
      [0, 'Ann Roe'],
      [1, 'Bob Doe'],
      [2, 'Cid Poe'],
      [0, 'Dee Loe'],
    ]);
    expect(problemOf(read, 'CONTACT_WITHOUT_ACCOUNT')).toBeUndefined();
  });

  it('keeps a contact at its company whatever its address says', () => {
    const firm = fc.constantFrom('Alder', 'Birch', 'Cedar', '');
    const email = fc.constantFrom('a@alder.com', 'b@birch.io', 'c@gmail.com', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(firm, email), { minLength: 1, maxLength: 12 }), (rows) => {
        const list = rows.map(([company, address], row) => [`P${row}`, 'Roe', address, company, 'CFO', 'Retail', 5]);
        const { lists } = readGrid([people[0]!, ['Zoe', 'Roe', '', 'Zeta', 'CEO', 'Retail', 5], ...list]);
        const companyOf = new Map(lists.contacts!.all.map(({ name, account }) => [name, lists.accounts.keys[account]]));
        rows.forEach(([company], row) => {
          if (company !== '') expect(companyOf.get(`P${row} Roe`)).toBe(company.toLowerCase());
        });
      }),
    );
  });
});
