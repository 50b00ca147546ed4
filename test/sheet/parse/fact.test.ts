/** Facts: distinct cells share one, readings follow the kind of column, and odd names are data like any other. */
import fc from 'fast-check';
import type { Cell } from '../../../src/sheet/grid';
import { makeAttribute, makeFact, PLAIN_READING, type ColumnReading } from '../../../src/sheet/parse/fact';
import { isListColumn } from '../../../src/sheet/parse/listItems';
import type { FieldKind } from '../../../src/sheet/fields';

const reading = (kind: FieldKind, more: Partial<ColumnReading> = {}): ColumnReading => ({ ...PLAIN_READING, kind, ...more });

describe('makeAttribute', () => {
  it('keeps one fact for equal cells and tells types apart', () => {
    const cells: Cell[] = [
      '1',
      1,
      true,
      '1',
      1,
      { year: 2020, month: 1, day: 1 },
      { year: 2020, month: 1, day: 1 },
      '2020-01-01',
      '__proto__',
      'constructor',
      '__proto__',
    ];
    const { codes, facts } = makeAttribute('x', cells, PLAIN_READING);
    expect([...codes]).toEqual([0, 1, 2, 0, 1, 3, 3, 4, 5, 6, 5]);
    expect(facts.map(({ text }) => text)).toEqual(['1', '1', 'true', '2020-01-01', '2020-01-01', '__proto__', 'constructor']);
  });

  it('gives each row the fact of its own cell', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom('', '__proto__', 'toString'));
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const { codes, facts } = makeAttribute('x', cells, PLAIN_READING);
        cells.forEach((one, row) => expect(facts[codes[row]!]!.shown).toBe(makeFact(one, PLAIN_READING).shown));
        expect(new Set(codes).size).toBe(facts.length);
      }),
    );
  });

  it('reads no cell of 100,000 before a rule asks, and then the one that is asked for', () => {
    const cells = Array.from({ length: 100_000 }, (_, row) => `${row} employees`);
    let asked = 0;
    const counted: ColumnReading = {
      ...reading('number'),
      get numberStyle() {
        asked += 1;
        return PLAIN_READING.numberStyle;
      },
    };
    const { facts } = makeAttribute('x', cells, counted);
    expect([facts.length, asked]).toEqual([100_000, 0]);
    expect(facts[7]?.quantity).toMatchObject({ low: 7 });
    expect(asked).toBe(1);
  });
});

describe('a fact', () => {
  it('is blank in any dress, but a name may be a dash', () => {
    expect(makeFact('N/A', reading('text')).isBlank).toBe(true);
    expect(makeFact('None', reading('name')).isBlank).toBe(false);
    expect(makeFact('#REF!', reading('name')).isBlank).toBe(true);
    expect(makeFact(0, reading('number')).isBlank).toBe(false);
  });

  it('multiplies bare numbers by the unit of the header, suffixed ones not', () => {
    const thousands = reading('money', { unit: { factor: 1000, currency: 'USD' } });
    const dollars = (amount: number) => ({ low: amount, high: amount, currency: 'USD' });
    expect(makeFact('1,200', thousands).quantity).toEqual(dollars(1_200_000));
    expect(makeFact(1200, thousands).quantity).toEqual(dollars(1_200_000));
    expect(makeFact('$5M', thousands).quantity).toEqual(dollars(5e6));
    const percent = reading('number', { unit: { factor: 0.01, isPercent: true } });
    expect(makeFact(7, percent).quantity).toEqual({ low: 0.07, high: 0.07 });
    expect(makeFact('7%', percent).quantity).toEqual({ low: 0.07, high: 0.07 });
  });

  it('compares founding as a year and as a day', () => {
    expect(makeFact(1999, reading('year'))).toMatchObject({ quantity: { low: 1999, high: 1999 }, day: 10592 });
    expect(makeFact('1999-05-01', reading('year')).quantity).toEqual({ low: 1999, high: 1999 });
    expect(makeFact({ year: 1999, month: 5, day: 1 }, reading('year')).quantity).toEqual({ low: 1999, high: 1999 });
    expect(makeFact('51-200', reading('year')).quantity).toBeUndefined();
  });

  it('has no number where the kind has none', () => {
    expect(makeFact('123', reading('id')).quantity).toBeUndefined();
    expect(makeFact('2024-05-01', reading('text')).quantity).toBeUndefined();
    expect(makeFact('2024-05-01', reading('text')).day).toBe(19844);
    expect(makeFact({ year: 2026, month: 1, day: 10 }, reading('number')).quantity).toBeUndefined();
  });

  it('lists its items and the whole cell', () => {
    expect(makeFact('Slack; HubSpot , Jira', reading('list', { isList: true })).items).toEqual([
      'slack; hubspot , jira',
      'slack',
      'hubspot',
      'jira',
    ]);
    expect(makeFact('A, B', reading('text', { isList: true })).items).toEqual(['a, b', 'a', 'b']);
    expect(makeFact('A; B, C', reading('text')).items).toEqual(['a; b, c', 'a', 'b, c']);
    expect(makeFact('https://www.acme.com/', reading('domain')).items).toEqual(['https://www.acme.com/', 'acme.com']);
    expect(makeFact('California', reading('state')).items).toEqual(['california', 'ca']);
  });

  it('knows countries beside its items in country columns alone', () => {
    expect(makeFact('Germany; Narnia; UK', reading('country', { isList: true })).countries).toEqual(['', 'DE', '', 'GB']);
    expect(makeFact('Germany', reading('country')).countries).toEqual(['DE']);
    expect(makeFact('Germany', reading('text')).countries).toEqual(['']);
  });

  it('always has as many countries as items', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom<FieldKind>('country', 'text', 'list', 'state', 'domain'),
        fc.boolean(),
        (text, kind, isList) => {
          const fact = makeFact(text, reading(kind, { isList }));
          expect(fact.countries.length).toBe(fact.items.length);
          expect(fact.items[0]).toBe(fact.text);
        },
      ),
    );
  });
});

describe('isListColumn', () => {
  it('asks more than half of the filled cells', () => {
    expect(isListColumn(['a;b', 'c'])).toBe(false);
    expect(isListColumn(['a;b', 'c|d', 'e', '', 'n/a'])).toBe(true);
    expect(isListColumn(['a\nb'])).toBe(true);
    expect(isListColumn([])).toBe(false);
  });
});
