/** Which column answers for a field: the team's mapping, an exact header, a recognized one; and what a plan asks of columns that are not there. */
import { checkFields } from '../../../src/sheet/lists/checkFields';
import type { JsonRow } from '../../../src/sheet/plan/planJson';
import { read, type PlanRows } from '../../support/sheet/plan/plans';
import { keysOf, problemOf, readGrid, shownOf } from '../../support/sheet/lists/lists';

const GRID = [
  ['Company', 'Website', 'Industry', 'Branch', '# Employees', '__proto__'],
  ['Acme', 'acme.com', 'Fintech', 'Banking', '51-200', 'x'],
  ['Bolt', 'bolt.io', 'Software', '', '1,200', 'y'],
];

describe('a field is answered by', () => {
  it('a recognised header, where none is exact', () => {
    expect(shownOf(readGrid(GRID), 'Employees')).toEqual(['51-200', '1,200']);
    expect(shownOf(readGrid(GRID), ' account NAME ')).toEqual(['Acme', 'Bolt']);
  });

  it('the exact header rather than a recognised one', () => {
    const read = readGrid([
      ['Company', 'Sector', 'Industry'],
      ['Acme', 'a', 'b'],
    ]);
    expect([shownOf(read, 'Industry'), shownOf(read, 'Sector')]).toEqual([['b'], ['a']]);
  });

  it('the team’s mapping rather than the exact header', () => {
    const read = readGrid(GRID, { columns: [['', '', 'Industry', 'Branch']] });
    expect(shownOf(read, 'industry')).toEqual(['Banking', '']);
  });

  it('the team’s mapping of any field, canonical or not', () => {
    const read = readGrid(GRID, {
      columns: [
        ['Accounts', 'accounts', 'Line of work', 'Branch'],
        ['', '', 'constructor', '__proto__'],
      ],
    });
    expect(shownOf(read, 'Line of work')).toEqual(['Banking', '']);
    expect(shownOf(read, 'constructor')).toEqual(['x', 'y']);
  });

  it('nothing, where the team mapped it to a blank column', () => {
    const columns = [
      ['Accounts', 'accounts', 'Employees', ''],
      ['', '', 'Industry', ''],
    ];
    const read = readGrid(GRID, { columns });
    expect([shownOf(read, 'Employees'), shownOf(read, 'Industry'), shownOf(read, '# Employees')]).toEqual([
      null,
      null,
      ['51-200', '1,200'],
    ]);
  });

  it('what a mapping of another tab or of contacts does not change', () => {
    const columns = [
      ['Other', 'accounts', 'Industry', 'Branch'],
      ['Accounts', 'contacts', 'Industry', 'Branch'],
    ];
    expect(shownOf(readGrid(GRID, { columns }), 'Industry')).toEqual(['Fintech', 'Software']);
  });

  it('nothing for names that objects are born with', () => {
    const read = readGrid([
      ['Account name', 'Industry'],
      ['Acme', 'x'],
    ]);
    for (const field of ['__proto__', 'constructor', 'toString', 'valueOf']) expect(shownOf(read, field)).toBeNull();
  });

  it('its own header even when that is __proto__', () => {
    expect(shownOf(readGrid(GRID), '__proto__')).toEqual(['x', 'y']);
  });
});

describe('a mapped column', () => {
  it('decides the account key', () => {
    const rows = [
      ['Ref', 'Company'],
      ['k-1', 'Acme'],
      ['k-2', 'Acme'],
    ];
    expect(keysOf(rows)).toEqual(['acme', 'acme']);
    expect(readGrid(rows, { columns: [['', '', 'Account ID', 'Ref']] }).lists.accounts.keys).toEqual(['k-1', 'k-2']);
  });
});

describe('equal headers', () => {
  it('count once, the first, and the others are noted', () => {
    const read = readGrid([
      ['Company', 'Industry', ' INDUSTRY'],
      ['Acme', 'a', 'b'],
    ]);
    expect(shownOf(read, 'Industry')).toEqual(['a']);
    expect(problemOf(read, 'HEADER_REPEATED')).toMatchObject({ severity: 'note', at: 'Accounts!C1', found: 'INDUSTRY' });
  });
});

describe('a rule whose field has no column', () => {
  const lists = readGrid(GRID);
  const check = (plan: PlanRows) => checkFields(read(plan), lists.lists.accounts, lists.accountsTab, lists.headers);
  const rule = (Field: string, more: JsonRow = {}): JsonRow => ({ Field, Operator: 'is known', ...more });
  const known = rule('Industry');

  it('is left out of the scores, with the nearest header', () => {
    expect(check({ icp: [known, rule('Industri', { Rule: 'Line' })] })).toEqual([
      {
        code: 'FIELD_WITHOUT_COLUMN',
        severity: 'problem',
        at: "'Plan ICP'!C3",
        found: 'Industri',
        message: 'The rule "Line" is left out of every score: Accounts has no column "Industri".',
        fix: 'Did you mean "Industry"?',
        count: 1,
      },
    ]);
  });

  it.each([['Must'], ['Exclude']])('refuses the run as a %s', (Type) => {
    expect(check({ icp: [known, rule('Moon phase', { Type })] })).toMatchObject([
      {
        code: 'FIELD_WITHOUT_COLUMN',
        severity: 'refusal',
        at: "'Plan ICP'!C3",
        fix: 'Write one of its headers, or add the column.',
      },
    ]);
  });

  it('refuses the run as a bound of the market or of a segment', () => {
    const plan: PlanRows = {
      icp: [known],
      segments: [{ Segment: 'Banks' }, { Segment: 'Off', Active: 'No' }],
      rules: ['TAM', 'Banks', 'Off'].map((For) => ({ For, ...rule('Branche') })),
    };
    expect(check(plan).map(({ severity, at, message }) => [severity, at, message])).toEqual([
      ['refusal', "'Plan Rules'!B2", 'The rule "Branche is known" for TAM cannot be checked: Accounts has no column "Branche".'],
      [
        'refusal',
        "'Plan Rules'!B3",
        'The rule "Branche is known" for Banks cannot be checked: Accounts has no column "Branche".',
      ],
    ]);
  });

  it('refuses the run when no rule that weighs is left', () => {
    const plan = { icp: [rule('Nothing'), rule('Industry', { Importance: 0 }), rule('Industry', { Type: 'Exclude' })] };
    expect(check(plan).map(({ code, severity }) => [code, severity])).toEqual([
      ['FIELD_WITHOUT_COLUMN', 'problem'],
      ['NO_RULE_WITH_COLUMN', 'refusal'],
    ]);
  });

  it('is nothing of the sort when all have their columns', () => {
    expect(check({ icp: [known, rule('company', { Type: 'Must' })] })).toEqual([]);
  });
});

describe('a row of Columns that reaches nothing', () => {
  const told = (columns: readonly (readonly string[])[], contacts?: readonly (readonly string[])[]) =>
    readGrid(GRID, { columns, ...(contacts === undefined ? {} : { contacts }) })
      .problems.filter(({ code }) => code.startsWith('TYPED_'))
      .map(({ at, message, fix }) => `${at} ${message} ${fix}`);
  const PEOPLE = [
    ['First name', 'Company', 'Mail', 'Other mail'],
    ['Ann', 'Acme', 'ann@acme.com', 'a@acme.com'],
  ];

  it('names the tab that was renamed, with the cell and the mend', () => {
    expect(told([['Old list', 'accounts', 'Industry', 'Branch']])).toEqual([
      'Columns!A2 The column of Industry is chosen for the tab "Old list", and the list is in Accounts: the choice has no effect. Write Accounts in Tab, or clear the row.',
    ]);
    expect(told([['Old list', '', 'Employees', '']])).toHaveLength(1);
    expect(told([['People', 'contacts', 'Email', 'Other mail']], PEOPLE)).toEqual([
      'Columns!A2 The column of Email is chosen for the tab "People", and the list is in Contacts: the choice has no effect. Write Contacts in Tab, or clear the row.',
    ]);
  });

  it('names the header that is gone, of accounts and of contacts', () => {
    expect(told([['Accounts', 'accounts', 'Industry', 'Sector']])).toEqual([
      'Columns!D2 Industry is given the column "Sector", which Accounts does not have. Write the header as it stands there, or clear the row.',
    ]);
    expect(told([['Contacts', 'contacts', 'Email', 'E-Mail 2']], PEOPLE)).toEqual([
      'Columns!D2 Email is given the column "E-Mail 2", which Contacts does not have. Write the header as it stands there, or clear the row.',
    ]);
  });

  it('is passed over where it would change nothing, or is plainly of another list', () => {
    expect(
      told([
        ['Old list', 'accounts', 'Industry', 'Industry'],
        ['Old list', 'accounts', 'City', ''],
        ['Umsätze', 'accounts', 'Annual revenue', 'Umsatz'],
        ['Old people', 'contacts', 'Email', 'Industry'],
        ['', '', 'Industry', 'Branch'],
      ]),
    ).toEqual([]);
  });
});
