/** Every filled row of a list is an account, an error, or a row that the problems count as left out. */
import fc from 'fast-check';
import type { Cell } from '../../../src/sheet/grid';
import { shownText } from '../../../src/sheet/parse/text';
import type { Problem } from '../../../src/sheet/problem';
import { readGrid, squared } from '../../support/sheet/lists/lists';

const HEADERS: readonly Cell[] = ['Company', 'Website', 'Headcount', 'Country', 'Notes'];
const LEFT_OUT = new Set(['HEADER_AGAIN', 'TOTALS_ROW', 'FOOTNOTE_ROW']);
const sum = (problems: readonly Problem[], codes: ReadonlySet<string>): number =>
  problems.reduce((total, { code, count }) => total + (codes.has(code) ? count : 0), 0);

const of = (...cells: Cell[]) => fc.constantFrom<Cell>(...cells);
const row = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(
      of('Acme', 'Bolt', '__proto__', '-', ''),
      of('acme.com', 'gmail.com', ''),
      of(5, 'many', ''),
      of('DE', 'Narnia', ''),
      of('x', ''),
    ),
  },
  { weight: 2, arbitrary: fc.constant(['', '', '', '', ''] as Cell[]) },
  { weight: 1, arbitrary: fc.constant(HEADERS) },
  { weight: 1, arbitrary: fc.constant(['Total', '', 80, '', ''] as Cell[]) },
  { weight: 1, arbitrary: fc.constant(['Source: CRM', '', '', '', ''] as Cell[]) },
  { weight: 1, arbitrary: fc.constant(['', 'n/a', '-', 'none', ' '] as Cell[]) },
  { weight: 1, arbitrary: fc.constant(['Cogs', 'cogs.io', 7, 'DE', 'x', 'beyond'] as Cell[]) },
  { weight: 1, arbitrary: fc.constant(['Dyno', 'dyno.com', '9,DE,a\nEcho,echo.com,8,DE,b\nFox,fox.com,7,US,c'] as Cell[]) },
);
/** Wholly blank rows are not read; a dash is a name where names stand. */
const isFilled = ([name = '', ...others]: readonly Cell[]): boolean =>
  shownText(name) !== '' || others.some((cell) => !['', '-', 'n/a', 'none'].includes(shownText(cell)));

it('whatever the list holds, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 14 }), fc.nat(2), (rows, titles) => {
      const above = Array.from({ length: titles }, (_, index): Cell[] => [`Title ${index}`]);
      const { lists, errors, problems } = readGrid(squared([...above, HEADERS, ['Zeta', 'zeta.com', 1, 'DE', ''], ...rows]));
      const repaired = problems.filter(({ code }) => code === 'RECORDS_REPAIRED');
      const taken = repaired.reduce((total, { count }) => total + count - 1, 0);
      const reported = errors + sum(problems, LEFT_OUT);
      expect(lists.accounts.size + reported).toBe(1 + rows.filter(isFilled).length + taken);
      expect(sum(problems, new Set(['ROW_WITHOUT_ACCOUNT']))).toBe(errors);
      expect(sum(problems, new Set(['HEADER_NOT_FIRST']))).toBe(titles);
    }),
    { numRuns: 300 },
  );
});

it.each([
  ['First name', 'Last name', 'Title', 'Company', 'Email'],
  ['Nome', 'Cognome', 'Ruolo', 'Azienda', 'Email'],
  ['Voornaam', 'Achternaam', 'Functie', 'Bedrijf', 'E-mail'],
])('of people of whose companies only the name is known (%s, %s …), each company is an account once', (...headers) => {
  const read = readGrid([
    headers,
    ['Ann', 'Roe', 'CFO', 'Alder', 'ann@alder.com'],
    ['Bob', 'Doe', 'CEO', 'Birch', ''],
    ['Cid', 'Poe', 'CTO', 'Alder', ''],
  ]);
  expect(read.lists.accounts).toMatchObject({ keys: ['alder', 'birch'], isDuplicate: [false, false] });
  expect(read.lists.contacts?.all).toHaveLength(3);
  expect(read.lists.contacts).toMatchObject({ unmatched: 0 });
});

it('of people, each row is a contact, and each company an account once', () => {
  const person = fc.tuple(
    of('Ann', 'Bob'),
    of('Ames', 'Bell'),
    of('CFO', 'CTO'),
    of('acme.com', 'bolt.io', 'gmail.com', ''),
    of('Acme', 'Bolt', ''),
    of('51-200'),
  );
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 12 }), (people) => {
      const { lists, errors, problems } = readGrid(
        squared([['First name', 'Last name', 'Job title', 'Company website', 'Company name', 'Company size'], ...people]),
      );
      const nobodys = sum(problems, new Set(['PERSON_WITHOUT_ACCOUNT']));
      const joined = lists.contacts!.all.length;
      expect(errors).toBe(0);
      expect(joined + lists.contacts!.unmatched).toBe(people.length);
      expect(lists.accounts.size).toBeLessThanOrEqual(people.length - nobodys);
      expect(new Set(lists.accounts.keys).size).toBe(lists.accounts.size);
    }),
  );
});
