/** Values that a column's own cells make clear or leave unclear: shares with and without their sign, days in eight digits, currencies beside amounts. */
import type { Cell } from '../../../src/sheet/grid';
import { isoOf } from '../../../src/sheet/parse/date';
import { problemOf, readGrid, shownOf } from '../../support/sheet/lists/lists';

function quantities(header: string, cells: readonly Cell[]) {
  const read = readGrid([['Company', header], ...cells.map((cell, row) => [`Company ${row}`, cell])]);
  const attribute = read.lists.accounts.attribute(header);
  return { read, values: cells.map((_, row) => attribute?.facts[attribute.codes[row] ?? -1]?.quantity?.low ?? null) };
}

describe('a column of shares', () => {
  it('reads 12 % and 0.12 alike and leaves a bare 12 unused, told with its count', () => {
    const { read, values } = quantities('Headcount growth', ['12%', '0.12', '12', '-5%', '1.5', '150%']);
    expect(values).toEqual([0.12, 0.12, null, -0.05, null, 1.5]);
    expect(problemOf(read, 'CELLS_UNUSABLE')).toMatchObject({ count: 2, found: '12' });
    expect(problemOf(read, 'COLUMN_READ_AS')?.message).toContain('2 cells hold a bare number above 1');
  });

  it('is none for one percent sign among head counts', () =>
    expect(quantities('Employees', ['120', '45', '12%', '300', '51-200', '9']).values).toEqual([120, 45, 0.12, 300, 51, 9]));

  it('keeps 12 as 12 % where the header says percent', () =>
    expect(quantities('Headcount growth (%)', [12, 5, 40]).read.columns.map(({ field }) => field)).toContain('Headcount growth'));
});

describe('a column of dates', () => {
  it.each<[string, Cell[]]>([
    ['text', ['20240105', '20231231', '20220630']],
    ['numbers', [20240105, 20231231, 20220630]],
  ])('reads days of eight digits as %s', (_, cells) => {
    const read = readGrid([['Company', 'Last contacted'], ...cells.map((cell, row): Cell[] => [`a${row}`, cell])]);
    const days = read.lists.accounts.attribute('Last contacted')?.facts.map(({ day }) => (day === undefined ? '' : isoOf(day)));
    expect(days).toEqual(['2024-01-05', '2023-12-31', '2022-06-30']);
  });

  it('reads no day that the calendar lacks', () => {
    const read = readGrid([
      ['Company', 'Last contacted'],
      ['a', 20240230],
      ['b', 20241301],
      ['c', '2024-01-05'],
      ['d', 45000],
    ]);
    expect(read.lists.accounts.attribute('Last contacted')?.facts.map(({ day }) => day !== undefined)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('amounts beside a column of currencies', () => {
  const rows: Cell[][] = [
    ['Company', 'Annual revenue', 'Currency'],
    ['a', 1200000, 'EUR'],
    ['b', '2,500,000', 'USD'],
    ['c', 1250.125, 'GBP'],
    ['d', '$5M', 'EUR'],
    ['e', '', 'EUR'],
    ['f', '3M', ''],
  ];
  const read = readGrid(rows);

  it('are in the currency of their row, unless they name one', () => {
    const attribute = read.lists.accounts.attribute('Annual revenue');
    const amounts = Array.from(attribute?.codes ?? [], (code) => attribute?.facts[code]?.quantity);
    expect(amounts.map((quantity) => (quantity === undefined ? null : [quantity.low, quantity.currency ?? '']))).toEqual([
      [1200000, 'EUR'],
      [2500000, 'USD'],
      [1250.125, 'GBP'],
      [5000000, 'USD'],
      null,
      [3000000, ''],
    ]);
    expect(shownOf(read, 'Annual revenue')?.[0]).toBe('EUR 1200000');
  });

  it('are reported as mixed', () => expect(problemOf(read, 'CURRENCIES_MIXED')?.message).toContain('mixes USD, EUR, GBP'));

  it('stay bare where the header names a currency or two columns hold codes', () => {
    const named = readGrid([
      ['Company', 'Annual revenue (USD)', 'Currency'],
      ['a', 5, 'EUR'],
      ['b', 6, 'EUR'],
    ]);
    expect(named.lists.accounts.attribute('Annual revenue')?.facts.map(({ quantity }) => quantity?.currency)).toEqual([
      'USD',
      'USD',
    ]);
    const two = readGrid([
      ['Company', 'Annual revenue', 'Currency', 'Deal currency'],
      ['a', 5, 'EUR', 'USD'],
      ['b', 6, 'EUR', 'USD'],
    ]);
    expect(two.lists.accounts.attribute('Annual revenue')?.facts.map(({ quantity }) => quantity?.currency)).toEqual([
      undefined,
      undefined,
    ]);
  });
});
