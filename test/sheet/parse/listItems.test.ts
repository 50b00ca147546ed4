/** Items of lists as tools write them, and the columns whose commas join choices. */
import fc from 'fast-check';
import { hasListMark, isCommaList, listItems, textCounts } from '../../../src/sheet/parse/listItems';

describe('listItems', () => {
  it.each([
    ['["Salesforce","HubSpot"]', ['Salesforce', 'HubSpot']],
    ["['Salesforce', 'HubSpot']", ['Salesforce', 'HubSpot']],
    ['{a,b}', ['a', 'b']],
    ['{"Food, Beverage",Retail}', ['Food, Beverage', 'Retail']],
    ['[Salesforce, HubSpot]', ['Salesforce', 'HubSpot']],
    ['["a \\"quoted\\" one", "b"]', ['a "quoted" one', 'b']],
    ['["L\'Oréal"]', ["L'Oréal"]],
    ['[]', ['[]']],
    ['{"a": 1}', ['{"a": 1}']],
    ['a; b', ['a', 'b']],
    ['Food, Beverage', ['Food, Beverage']],
  ])('of %s are %j', (text, items) => expect(listItems(text, false)).toEqual(items));

  it('of a list column are parted by commas that quotes do not keep', () => {
    expect(listItems('Fintech, Retail', true)).toEqual(['Fintech', 'Retail']);
    expect(listItems('"Food, Beverage", "Retail"', true)).toEqual(['Food, Beverage', 'Retail']);
  });

  it('are what a program put into its notation', () => {
    const word = fc.stringMatching(/^[A-Za-z][A-Za-z ,.&+'"\\-]{0,12}[A-Za-z]$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (items) => {
        expect(listItems(JSON.stringify(items), false)).toEqual(items);
        expect(hasListMark(JSON.stringify(items))).toBe(true);
      }),
    );
  });
});

describe('isCommaList', () => {
  it.each([
    [['Fintech, Retail', 'Retail', 'Fintech', 'Retail, Health', 'Health', 'Fintech, Health'], true],
    [['Fintech, Retail', 'Fintech', 'Retail', 'Retail, Fintech'], false],
    [['Food, Beverage', 'Food, Beverage', 'Food, Beverage', 'Retail', 'Food, Beverage'], false],
    [['Oil, Gas and Mining', 'Glass, Ceramics and Concrete', 'Hospital, Health Care', 'Retail'], false],
    [['Austin, TX', 'Dallas, TX', 'Houston, TX', 'Miami, FL'], false],
    [['1,200', '1,500', '2,200', '2,500', '1,200'], false],
    [['Acme, Inc.', 'Bolt, Inc.', 'Crane, Inc.', 'Dune, Inc.'], false],
    [['A, B', 'B, C', 'C, A', ''], true],
  ])('of %j is %s', (cells, expected) => expect(isCommaList(textCounts(cells))).toBe(expected));

  it('finds the choices of every multi-select of a few options', () => {
    const options = ['Fintech', 'Retail', 'Health', 'Energy'];
    fc.assert(
      fc.property(fc.array(fc.subarray(options, { minLength: 1 }), { minLength: 4, maxLength: 20 }), (rows) => {
        const cells = [...rows.map((row) => row.join(', ')), ...options];
        const joined = cells.filter((cell) => cell.includes(',')).length;
        expect(isCommaList(textCounts(cells))).toBe(joined >= 3);
      }),
    );
  });
});
