/** Recognition of columns: the lists it was tuned on, lists it has never seen, and what cells decide. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Cell } from '../../../src/sheet/grid';
import type { ListName } from '../../../src/sheet/fields';
import { judgeList } from '../../../src/sheet/columns/judgeList';
import { registrableDomain } from '../../../src/sheet/parse/domain';
import { recognise, type Recognition } from '../../../src/sheet/columns/recognise';
import type { Table } from '../../../src/sheet/table/table';

interface Expected {
  readonly kind: string;
  readonly headers: readonly string[];
  readonly accounts: Readonly<Record<string, string>>;
  readonly contacts: Readonly<Record<string, string>>;
}
const load = (name: string) =>
  Object.entries(JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as Record<string, Expected>);
const tuned = load('tunedHeaders.json');
const heldOut = load('heldOutHeaders.json');
/** Exports in seven languages and of English tools; written before the names of those languages were, and not tuned on. */
const heldOutAbroad = load('heldOutHeaders2.json');
/** Exports in the same languages of tools that the others lack; 55 of 83 were recognized before a name was added for them. */
const laterAbroad = load('heldOutHeaders3.json');
const LISTS = ['accounts', 'contacts'] as const;

/** Recognition from headers alone, as of a table without rows. */
function recogniseHeaders(headers: readonly string[]): Recognition {
  const columns = headers.map((_, index) => index + 1);
  return recognise({ tab: '', headers, headerRow: 1, columns, rows: [], rowNumbers: [], read: 0 });
}

function mappingOf(recognition: Recognition, list: ListName): Record<string, string> {
  return Object.fromEntries([...recognition[list].values()].map(({ field, header }) => [field, header]));
}

/** Fields recognized as expected, expected at all, and recognized as another column or where none was expected. */
function rateOf(lists: readonly (readonly [string, Expected])[]): { right: number; wanted: number; wrong: string[] } {
  let right = 0;
  let wanted = 0;
  const wrong: string[] = [];
  for (const [name, expected] of lists) {
    const recognition = recogniseHeaders(expected.headers);
    for (const list of LISTS) {
      const found = mappingOf(recognition, list);
      wanted += Object.keys(expected[list]).length;
      for (const [field, header] of Object.entries(expected[list])) if (found[field] === header) right += 1;
      for (const [field, header] of Object.entries(found))
        if (expected[list][field] !== header) wrong.push(`${name} ${field}=${header}`);
    }
  }
  return { right, wanted, wrong };
}

describe('headers of the tools', () => {
  it.each(tuned)('of %s are recognised', (_, expected) => {
    const recognition = recogniseHeaders(expected.headers);
    expect(recognition.kind).toBe(expected.kind);
    for (const list of LISTS) expect(mappingOf(recognition, list)).toEqual(expected[list]);
  });

  it('are recognised in lists that no rule was tuned on', () => {
    const [seen, unseen, abroad, later] = [rateOf(tuned), rateOf(heldOut), rateOf(heldOutAbroad), rateOf(laterAbroad)];
    const share = ({ right, wanted }: { right: number; wanted: number }): string =>
      `${right} of ${wanted} (${((100 * right) / wanted).toFixed(1)} %)`;
    console.log(
      `columns recognised: tuned lists ${share(seen)}, wrong ${seen.wrong.length}; held-out lists ${share(unseen)}, wrong ${unseen.wrong.length}; ` +
        `held-out lists of other languages ${share(abroad)}, wrong ${abroad.wrong.length}; of other tools ${share(later)}, wrong ${later.wrong.length}`,
    );
    expect(unseen.right / unseen.wanted).toBeGreaterThan(0.8);
    expect(unseen.wrong.length / unseen.wanted).toBeLessThan(0.1);
    expect(Math.min(abroad.right / abroad.wanted, later.right / later.wanted)).toBeGreaterThan(0.9);
  });
});

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
const accounts = (headers: readonly string[], rows: readonly (readonly Cell[])[] = []) =>
  mappingOf(recognise(tableOf(headers, rows)), 'accounts');

describe('recognise', () => {
  it.each(['Nombre de salariés', 'NOMBRE DE SALARIES', 'Salariés'])('takes "%s" for head counts, not for pay', (header) =>
    expect(accounts(['Raison sociale', header])).toMatchObject({ Employees: header }),
  );

  it('never takes a word inside a header for the header', () => {
    const traps = [
      'Company Name for Emails',
      'Email Domain',
      'Employee Growth Rank',
      'Previous Company Name',
      'Parent Company',
      'Company LinkedIn URL',
      'Revenue Growth',
      'Domain Authority',
      'Country Manager',
      'Industry Report URL',
      'Account Owner Email',
      'Number of Retail Locations',
      'Billing Zip',
      'Facebook Url',
      'Estimated IT Budget',
      'Founders',
    ];
    expect(accounts(traps)).toEqual({});
  });

  it('lets the exact header win', () => {
    expect(accounts(['Website', 'Domain', 'Company Size', 'Employees'])).toMatchObject({
      Domain: 'Domain',
      Employees: 'Employees',
    });
  });

  it('lets the mapping of the team win over all, and a blank one close the field', () => {
    const table = tableOf(['Employees', 'FTE Europe', 'Domain', 'Account name'], []);
    const { accounts: found } = recognise(table, [
      { list: 'accounts', field: 'employees', column: ' fte europe' },
      { list: 'accounts', field: 'Domain', column: '' },
    ]);
    expect(found.get('Employees')).toMatchObject({ header: 'FTE Europe', confidence: 1, reason: 'typed' });
    expect(found.has('Domain')).toBe(false);
  });

  it('reads glued, snake and camel case alike', () => {
    for (const header of [
      'annualrevenue',
      'annual_revenue',
      'AnnualRevenue',
      'Annual Revenue',
      'ANNUAL REVENUE',
      'annual-revenue',
      ' Annual  revenue ',
    ]) {
      expect(Object.keys(accounts([header, 'Company']))).toContain('Annual revenue');
    }
  });

  it.each([
    ['Annual Rev. (USD)', 'Annual revenue'],
    ['Rev. (USD m)', 'Annual revenue'],
    ['Umsatz TEUR', 'Annual revenue'],
    ['No. of Emp.', 'Employees'],
    ['Avg. No. of Employees', 'Employees'],
    ['Average number of employees', 'Employees'],
    ['Yr. Founded', 'Founded'],
    ['Acct. Mgr.', 'Account owner'],
    ['Open job posts', 'Open roles'],
    ['Job ads', 'Open roles'],
    ['Avg. Monthly Visits', 'Website visits'],
    ['1. Company', 'Account name'],
    ['Annual Revenue (USD, FY23)', 'Annual revenue'],
    ['Employees (whole, no dots)', 'Employees'],
    ['BILLINGSTATE', 'State'],
    ['Address 1: City', 'City'],
    ['Unternehmens-Domainname', 'Domain'],
    ['Rechnungsanschrift (Ort)', 'City'],
    ['Bundesland/Kreis', 'State'],
    ['industry_id/name', 'Industry'],
    ['Annual_Revenue__c', 'Annual revenue'],
    ['Nº de empleados', 'Employees'],
    ['会社のドメイン名', 'Domain'],
  ])('reads the short form %s as %s', (header, field) => {
    expect(accounts([header])).toEqual({ [field]: header });
  });

  it('takes a short form for no more than the word it stands for', () => {
    for (const header of ['Rev. date', 'Rev. Growth (%)', 'Avg. Rev. per Account', 'Avg. contract value', 'No.', 'Emp. Rank'])
      expect(accounts([header])).toEqual({});
  });

  it('never takes a remark that makes another thing of a header for one that does not', () => {
    for (const header of ['Revenue (YoY growth)', 'Employees (change)', 'City/Country', 'Address 2: City'])
      expect(accounts([header])).toEqual({});
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['a place', ['Headquarters', 'Name'], ['Germany', 'France', 'Spain', 'Germany', 'Italy']],
    ['a city', ['Headquarters', 'Name'], ['Leeds', 'York', 'Hull', 'Bath', 'Ely']],
    ['a place under a word for the company', ['Account', 'Name'], ['Germany', 'France', 'Spain', 'Germany', 'Italy']],
    ['one of few values', ['Account', 'Name'], ['Large', 'Small', 'Large', 'Small', 'Large']],
    ['a number', ['Account', 'Name'], ['100', '101', '102', '103', '104']],
    ['a code', ['Account', 'Name'], ['AC-100', 'AC-101', 'AC-102', 'AC-103', 'AC-104']],
  ])('takes no entity word alone for the name over cells that hold %s', (_, headers, cells) => {
    const rows = cells.map((cell, row) => [cell, ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm'][row]!]);
    expect(accounts(headers, rows)['Account name']).toBe('Name');
  });

  it('takes an entity word alone for the name where its cells are names', () => {
    const rows = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm'].map((name) => [name, 'Ann Roe']);
    expect(accounts(['Account', 'Owner'], rows)).toEqual({ 'Account name': 'Account', 'Account owner': 'Owner' });
  });

  it.each([
    ['three addresses of the company', ['Company', 'Website', 'Sales mail', 'Support mail', 'Billing desk', 'Employees']],
    ['addresses under the usual names', ['Company', 'Website', 'Email', 'Work email', 'Email address', 'Employees']],
  ])('takes a list of companies with %s for companies', (_, headers) => {
    const rows = ['alder', 'birch', 'cedar', 'elm'].map((name, row) => [
      name,
      `${name}.com`,
      `sales@${name}.com`,
      `help@${name}.com`,
      `bills@${name}.com`,
      row + 10,
    ]);
    expect(recognise(tableOf(headers, rows)).kind).toBe('accounts');
    expect(accounts(headers, rows)).toMatchObject({ 'Account name': 'Company', Domain: 'Website', Employees: 'Employees' });
  });

  it('takes a list of companies that names one contact each for companies', () => {
    const headers = ['Company', 'Contact Name', 'Email', 'Phone', 'City', 'State', 'Country', 'Industry', 'Employees'];
    const row = ['Alder', 'Ann Roe', 'ann@alder.com', '555-111-2222', 'Austin', 'Texas', 'United States', 'Software', 120];
    expect(recognise(tableOf(headers, [row, row, row, row])).kind).toBe('accounts');
  });

  it('finds no words in signs, nor in a header read in a wrong encoding', () => {
    for (const header of ['‹ÆŽí', '\u008bÆ\u008eí', 'ã∆éÌ', '\ufffd\ufffd\ufffd\ufffd', '★', '$', '@', '#', '%', '→ … ←', 'Æ'])
      expect(accounts([header])).toEqual({});
  });

  it('lets the name of a field with a remark beside it win over another of its names', () => {
    expect(accounts(['Company status', 'Account status (synthetic)'])).toEqual({
      'Account status': 'Account status (synthetic)',
    });
  });

  it('goes by the cells where headers say nothing', () => {
    const rows = [
      ['Acme Inc', 'acme.com', '51-200', 'Germany', 'Software'],
      ['Bolt', 'https://bolt.io', '11-50', 'France', 'Retail'],
      ['Cent GmbH', 'cent.de', '201-500', 'Deutschland', 'Software'],
      ['Delta', 'delta.co.uk', '10,001+', 'UK', 'Banking'],
      ['Echo AG', 'echo.ch', '2-10', 'CH', 'Retail'],
    ];
    const long = Array.from({ length: 25 }, (_, row) =>
      rows[row % 5]!.map((cell, column) => (column === 0 ? `${cell} ${'abcdefghijklmnopqrstuvwxyz'[row]!}` : cell)),
    );
    const { accounts: found } = recognise(tableOf(['A', 'B', 'C', 'D', 'E'], long));
    expect(mappingOf({ kind: 'accounts', accounts: found, contacts: new Map(), unaided: [] }, 'accounts')).toEqual({
      'Account name': 'A',
      Domain: 'B',
      Industry: 'E',
      Employees: 'C',
      Country: 'D',
    });
    for (const match of found.values()) expect(match).toMatchObject({ reason: 'cells', confidence: expect.any(Number) });
    expect([...found.values()].every(({ confidence }) => confidence >= 0.5 && confidence <= 0.8)).toBe(true);
  });

  it('mistrusts a header that the cells contradict', () => {
    const rows = Array.from({ length: 5 }, (_, row) => [`Firm ${row}`, 'Healthcare', 'Enterprise']);
    expect(accounts(['Company', 'Website', 'Company size'], rows)).toEqual({ 'Account name': 'Company' });
  });

  it('takes a header at its word where fewer than three cells say otherwise', () => {
    const headers = ['Company', '# Employees', 'Website', 'Founded in'];
    const rows = [
      ['Acme', 'about fifty', 'soon', 'long ago'],
      ['Bolt', '', 'n/a', 'unknown'],
      ['Cent', 'a few', 'none', ''],
    ];
    const found = { 'Account name': 'Company', Employees: '# Employees', Domain: 'Website', Founded: 'Founded in' };
    expect(accounts(headers, rows)).toEqual(found);
    expect(accounts(headers, [...rows, ['Delta', 'many', '', '']])).not.toHaveProperty('Employees');
  });

  it('mistrusts profile pages as the domain', () => {
    const rows = Array.from({ length: 5 }, (_, row) => [`Firm ${row}`, `https://www.linkedin.com/company/${row}`]);
    expect(accounts(['Company', 'URL'], rows)).toEqual({ 'Account name': 'Company' });
  });

  it('takes the column with cells before one that nobody fills, and the other where it is the only one', () => {
    const rows = Array.from({ length: 20 }, (_, row): Cell[] => [
      `Firm ${row}`,
      row === 7 ? 'firm7.com' : '',
      `firm${row}.com`,
      '',
    ]);
    expect(accounts(['Name', 'Domain name', 'Company URL', 'Founding year'], rows)).toMatchObject({
      Domain: 'Company URL',
      Founded: 'Founding year',
    });
    expect(accounts(['Name', 'Domain', 'Company URL', ''], rows)).toMatchObject({ Domain: 'Domain' });
  });

  it('takes companies’ own sites before pages of one directory, and a directory where nothing else is there', () => {
    const rows = Array.from({ length: 6 }, (_, row): Cell[] => [
      `Firm ${row}`,
      `https://forum.example.org/organizations/firm-${row}`,
      row === 0 ? 'Visit the site' : `http://www.firm${row}.com/`,
      ['Switzerland', 'Ireland', 'India'][row % 3]!,
    ]);
    const headers = ['organization_name', 'link', 'organization_site', 'organization_headquarters'];
    expect(accounts(headers, rows)).toEqual({
      'Account name': 'organization_name',
      Domain: 'organization_site',
      Country: 'organization_headquarters',
    });
    expect(
      accounts(
        ['Name', 'Link', 'A', 'B'],
        rows.map(([name, link]) => [name!, link!, '', '']),
      ),
    ).toMatchObject({ Domain: 'Link' });
  });

  it('takes no addresses for domains by their cells where many stand at few hosts', () => {
    const rowsAt = (host: (row: number) => string) =>
      Array.from({ length: 12 }, (_, row): Cell[] => [`Firm ${row}`, `https://${host(row)}/api/v2/${row}`]);
    expect(
      accounts(
        ['Name', 'Endpoint'],
        rowsAt((row) => `firm${row}.com`),
      ),
    ).toMatchObject({ Domain: 'Endpoint' });
    expect(
      accounts(
        ['Name', 'Endpoint'],
        rowsAt((row) => ['jobs.io', 'hire.co', 'lever.com'][row % 3]!),
      ),
    ).not.toHaveProperty('Domain');
  });

  it('takes a path to the name of a related record for the record', () =>
    expect(accounts(['Nom', 'Vendeur/Nom', 'Pays/Nom du pays'])).toMatchObject({
      'Account owner': 'Vendeur/Nom',
      Country: 'Pays/Nom du pays',
    }));

  it('takes the first website of a list in programming notation', () => {
    const rows = Array.from({ length: 4 }, (_, row): Cell[] => [`Firm ${row}`, `['www.firm${row}.es', 'firm.com']`]);
    expect(accounts(['nombre', 'pagina_web'], rows)).toMatchObject({ Domain: 'pagina_web' });
    expect(registrableDomain(`['www.firm1.es', 'firm.com']`)).toBe('firm1.es');
    expect(registrableDomain('[see notes]')).toBeUndefined();
  });

  it('finds both ends of a range in two columns', () => {
    const { accounts: found } = recogniseHeaders(['Company', 'Revenue Max', 'Revenue Min']);
    expect(found.get('Annual revenue')).toMatchObject({ header: 'Revenue Min', column: 2, upperColumn: 1 });
  });

  it('gives the same fields whatever the order of the columns', () => {
    const list = tuned.find(([name]) => name === 'zoominfo')![1];
    fc.assert(
      fc.property(fc.shuffledSubarray([...list.headers], { minLength: list.headers.length }), (headers) => {
        const recognition = recogniseHeaders(headers);
        for (const one of LISTS) expect(mappingOf(recognition, one)).toEqual(list[one]);
      }),
      { numRuns: 20 },
    );
  });

  it('stands any headers, also __proto__ and constructor', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('__proto__', 'constructor', 'toString', 'Domain'))),
        (headers) => {
          const { accounts: found } = recogniseHeaders(headers);
          for (const match of found.values()) expect(headers[match.column]).toBe(match.header);
        },
      ),
    );
  });
});

describe('judgeList', () => {
  const companies: Cell[][] = [
    ['Company', 'Domain', 'Employees'],
    ['Acme', 'acme.com', 5],
  ];
  const people: Cell[][] = [
    ['First Name', 'Last Name', 'Email', 'Company'],
    ['Ann', 'Lee', 'ann@acme.com', 'Acme'],
  ];
  const notes: Cell[][] = [
    ['Topic', 'Text'],
    ['a', 'b'],
  ];

  it('tells accounts, contacts and neither apart', () => {
    expect(judgeList(companies).accounts).toBeGreaterThan(judgeList(people).accounts);
    expect(judgeList(people).contacts).toBeGreaterThan(0);
    expect(judgeList(companies).contacts).toBe(0);
    expect(judgeList(notes)).toEqual({ accounts: 0, contacts: 0 });
    expect(judgeList([])).toEqual({ accounts: 0, contacts: 0 });
  });
});
