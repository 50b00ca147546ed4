/** Addresses are values, and become text where they are printed. */
import fc from 'fast-check';
import { addressOfSource, addressText, columnLetters, sourceOf, tabTitle, type Address } from '../../src/sheet/address';

const address: fc.Arbitrary<Address> = fc.record({
  tab: fc.oneof(fc.integer({ min: 0 }), fc.string()),
  row: fc.integer({ min: 1, max: 10_000_000 }),
  column: fc.integer({ min: 1, max: 18_278 }),
});

describe('an address', () => {
  it('is written with the title of its tab, quoted where the title is no plain word', () => {
    expect(addressText({ tab: 'Accounts', row: 7, column: 3 })).toBe('Accounts!C7');
    expect(addressText({ tab: "Ann's list", row: 1, column: 27 })).toBe("'Ann''s list'!AA1");
    expect(addressText({ tab: 'Q1', row: 1, column: 1 })).toBe("'Q1'!A1");
  });

  it('asks for the title of a tab that it knows by its id, and for no other', () => {
    const asked: number[] = [];
    const titles = (id: number): string => `Tab${String(asked.push(id))}_`;
    expect(addressText({ tab: 12, row: 2, column: 2 }, titles)).toBe('Tab1_!B2');
    expect(addressText({ tab: 'Own', row: 2, column: 2 }, titles)).toBe('Own!B2');
    expect(asked).toEqual([12]);
  });

  it('without the titles of a workbook has no text for an id', () => {
    expect(() => tabTitle(12)).toThrow('12');
  });

  it('comes back from the source that the domain carries', () => {
    fc.assert(fc.property(address, (each) => expect(addressOfSource(sourceOf(each))).toEqual(each)));
  });

  it('has letters that count columns from A to Z, then from AA on', () => {
    expect([1, 26, 27, 52, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']);
  });
});
