/** How columns are read: by their own cells, with a note where something was decided. */
import type { Cell } from '../../../src/sheet/grid';
import { columnStats } from '../../../src/sheet/columns/columnStats';
import { makeAttribute } from '../../../src/sheet/parse/fact';

const lows = (header: string, cells: Cell[], kind: 'number' | 'money' | undefined, locale = 'en-US') => {
  const { facts, codes } = makeAttribute(header, cells, columnStats(header, cells, kind, locale).reading);
  return [...codes].map((code) => facts[code]?.quantity?.low);
};

const messages = (...args: Parameters<typeof columnStats>) => columnStats(...args).notes.map(({ message }) => message);

describe('profileColumn', () => {
  it('multiplies by the unit of the header and says so', () => {
    expect(lows('Revenue (in 000s USD)', ['1,200', 5, '$2M'], 'money')).toEqual([1_200_000, 5000, 2_000_000]);
    expect(messages('Revenue (in 000s USD)', ['1'], 'money', 'en-US')).toEqual([
      'The header gives a unit: numbers are multiplied by 1,000.',
    ]);
    expect(messages('Revenue (Millions USD)', ['1'], 'money', 'en-US')).toEqual([
      'The header gives a unit: numbers are multiplied by 1,000,000.',
    ]);
  });

  it('tells for each decision what to do where it is wrong', () => {
    const fixes = (...args: Parameters<typeof columnStats>) => columnStats(...args).notes.map(({ fix }) => fix);
    expect(fixes('Revenue (Mio. EUR)', ['1,5', '12,25'], 'money', 'en-US')).toEqual([
      'Set Number locale in Plan Settings if this is wrong.',
      'Rename the column if this is wrong.',
    ]);
    expect(fixes('Employees', [{ year: 2026, month: 1, day: 10 }], 'number', 'en-US')).toEqual([
      'Import the column again as plain text.',
    ]);
  });

  it('does not divide shares that are shares already', () => {
    expect(lows('Growth (%)', [0.12, 0.3], 'number')).toEqual([0.12, 0.3]);
    expect(lows('Growth (%)', [12, 0.3, '7%'], 'number')).toEqual([0.12, 0.003, 0.07]);
  });

  it('takes the point of a count for a group’s, and of other numbers as the locale has it', () => {
    const styleOf = (cells: Cell[], isWhole: boolean) => columnStats('Mitarbeiter', cells, 'number', 'en-US', isWhole);
    expect(styleOf(['1.200', '85'], true)).toMatchObject({
      reading: { numberStyle: { decimal: ',' } },
      notes: [{ message: 'Counts have no decimals: the point in "1.200" groups thousands.' }],
    });
    expect(styleOf(['1.200', '85'], false)).toMatchObject({ reading: { numberStyle: { decimal: '.' } } });
    expect(styleOf(['1.200', '12.5'], true)).toMatchObject({ reading: { numberStyle: { decimal: '.' } } });
    expect(styleOf(['1,200', '85'], true)).toMatchObject({ reading: { numberStyle: { decimal: '.' } }, notes: [] });
  });

  it('reads numbers by the evidence of the column', () => {
    expect(lows('Employees', ['1,234', '12'], 'number', 'de_DE')).toEqual([1234, 12]);
    expect(lows('Revenue', ['1.234,50 €', '12'], 'money', 'en_US')).toEqual([1234.5, 12]);
    expect(messages('Revenue', ['1.234'], 'money', 'en-US')).toHaveLength(1);
  });

  it('finds the kind of a column that goes by its own header', () => {
    const kind = (header: string, cells: Cell[]) => columnStats(header, cells, undefined, 'en-US').reading.kind;
    expect(kind('Renewal', ['2026-01-01', { year: 2026, month: 2, day: 1 }, ''])).toBe('date');
    expect(kind('Shipping Country', ['Germany', 'US', 'Narnia'])).toBe('country');
    expect(kind('Region', ['Germany', 'US', 'France', 'UK', 'Spain'])).toBe('country');
    expect(kind('State', ['CA', 'IN', 'GA'])).toBe('text');
    expect(kind('Notes', ['hello', '5'])).toBe('text');
    expect(kind('Empty', ['', ''])).toBe('text');
  });

  it('takes a column for lists when most of its cells are', () => {
    expect(columnStats('Tools', ['a;b', 'c\nd', 'e'], undefined, 'en-US').reading.isList).toBe(true);
    expect(columnStats('Tools', ['a,b', 'c,d'], undefined, 'en-US').reading.isList).toBe(false);
    expect(columnStats('Technologies', ['a, b'], 'list', 'en-US').reading.isList).toBe(true);
  });

  it('says when bands have been turned into dates', () => {
    expect(messages('Employees', [{ year: 2026, month: 1, day: 10 }, 'Nov-50', '51-200'], 'number', 'en-US')).toEqual([
      '2 cells hold dates where numbers are expected; opening a list in a spreadsheet turns bands such as 1-10 into dates.',
    ]);
  });

  it('says when the locale decides the order of day and month', () => {
    expect(messages('Last funding date', ['03/04/2020'], 'date', 'en-US')).toEqual([expect.stringContaining('month/day')]);
    expect(columnStats('Last funding date', ['03/04/2020', '31/12/2020'], 'date', 'en-US').reading.dateStyle.order).toBe('dmy');
  });
});
