/** What can be wished of a column: every value with its count, ranges that hold the accounts they say. */
import { readFileSync } from 'node:fs';
import { fieldChoices } from '../../../src/domain/learning/fieldChoices';
import type { Cell } from '../../../src/sheet/grid';
import { parseCsv } from '../../../src/sheet/table/csv';
import { readGrid } from '../../support/sheet/lists/lists';

const shown = (_: string, cell: string): string => cell;
const choices = (header: string, cells: readonly Cell[], field = header) =>
  fieldChoices(readGrid([['Account name', header], ...cells.map((cell, i) => [`Firm ${i}`, cell])]).lists.accounts, field, shown);

describe('choices', () => {
  it('are all values, not the first eight', () => {
    const cells = Array.from({ length: 60 }, (_, i) => `Kind ${i % 20}`);
    const found = choices('Industry', cells);
    expect(found?.kind === 'values' && found.values.map(({ count }) => count)).toEqual(Array.from({ length: 20 }, () => 3));
  });

  it('are items of a list, never the whole cell', () => {
    const found = choices('Technologies', ['a; b', 'b; c', 'a; b', 'c']);
    expect(found?.kind === 'values' && found.values.map((value) => [value.shown, value.count])).toEqual([
      ['b', 3],
      ['a', 2],
      ['c', 2],
    ]);
  });

  it.each<[string, string, Cell[]]>([
    ['yes and no', 'Country', ['Yes', 'No', 'yes', 'no', 'Yes', 'No']],
    ['a value of its own for each account', 'Notes', Array.from({ length: 40 }, (_, i) => `Text ${i}`)],
    ['one value', 'Industry', ['A', 'A', 'A', 'A']],
    ['nothing', 'Industry', ['', 'n/a', '', '']],
  ])('are none in a column of %s', (_, header, cells) => {
    expect(choices(header, cells)).toBeUndefined();
  });

  it('are none for a field the list lacks', () => {
    expect(choices('Industry', ['A', 'B'], 'Employees')).toBeUndefined();
  });

  it('of sizes are the bands people know, those that hold accounts', () => {
    const found = choices('Employees', [5, 30, 40, 120, 300, 10_000]);
    expect(found?.kind === 'ranges' && found.ranges.map(({ says, count }) => [says, count])).toEqual([
      ['1–10', 1],
      ['11–50', 2],
      ['51–200', 1],
      ['201–500', 1],
      ['5,001–10,000', 1],
    ]);
  });

  it('hold each account once, a round amount among those it begins', () => {
    const amounts = [5e5, 1e6, 1e6, 2e6, 10e6, 60e6];
    const found = choices('Annual revenue', amounts);
    expect(found?.kind === 'ranges' && found.ranges.map(({ says, count }) => [says, count])).toEqual([
      ['0–1M', 1],
      ['1M–10M', 3],
      ['10M–50M', 1],
      ['50M–100M', 1],
    ]);
  });

  it('of a list of bands are its own bands', () => {
    const found = choices('Employees', ['1-10', '11-50', '1-10', '10,001+']);
    expect(found?.kind === 'ranges' && found.ranges.map(({ says, count }) => [says, count])).toEqual([
      ['1–10', 2],
      ['11–50', 1],
      ['10,001+', 1],
    ]);
  });

  it('of other numbers are quarters that count what lies in them', () => {
    const years = Array.from({ length: 80 }, (_, i) => 1940 + i);
    const found = choices('Founded', years);
    expect(found?.kind === 'ranges' && found.ranges.map(({ says }) => says)).toEqual([
      '1940–1960',
      '1961–1980',
      '1981–1999',
      '2000–2019',
    ]);
  });

  it('count in the sample what a count by hand counts', () => {
    const [headers = [], ...rows] = parseCsv(readFileSync('examples/accounts.csv', 'utf8'));
    const { accounts } = readGrid([headers, ...rows]).lists;
    const found = fieldChoices(accounts, 'Funding stage', shown);
    const at = headers.indexOf('Funding stage (synthetic)');
    const byHand = (stage: string): number => rows.filter((row) => row[at] === stage).length;
    expect(found?.kind === 'values' && found.values.length).toBe(5);
    for (const value of found?.kind === 'values' ? found.values : []) expect(value.count).toBe(byHand(value.shown));
  });
});
