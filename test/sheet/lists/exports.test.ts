/** Exports of CRM tools in several languages: the fields that each of them has, by its headers and its cells. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from '../../../src/sheet/table/csv';
import { readGrid } from '../../support/sheet/lists/lists';

const FIELDS = [
  'Account name',
  'Domain',
  'Industry',
  'Employees',
  'Annual revenue',
  'Country',
  'State',
  'City',
  'Founded',
  'Last contacted',
  'Account owner',
  'Account status',
];

/** Header of each recognized field; the exports hold their columns in the order of `FIELDS`. */
function recognised(name: string): { readonly headers: readonly string[]; readonly found: ReadonlyMap<string, string> } {
  const text = readFileSync(join(__dirname, 'exports', name), 'utf8').replace(/^\ufeff/, '');
  const { headers, columns } = readGrid(parseCsv(text));
  return { headers, found: new Map(columns.map(({ field, header }) => [field, header])) };
}

describe('the export of a CRM', () => {
  it.each(['espo-de', 'espo-fr', 'hubspot-de', 'hubspot-en', 'hubspot-fr', 'odoo', 'pipedrive-de', 'sf-dataloader', 'sf-de'])(
    'of %s has eleven of its twelve fields recognised, and none in the place of another',
    (name) => {
      const { headers, found } = recognised(`${name}.csv`);
      const right = FIELDS.filter((field, index) => found.get(field) === headers[index]);
      expect(right.length).toBeGreaterThanOrEqual(11);
      expect([...found.keys()].filter((field) => !right.includes(field))).toEqual([]);
    },
  );

  it('whose headers are numbered has all six fields', () => {
    const { headers, found } = recognised('numbered-headers.csv');
    expect([...found]).toEqual(
      ['Account name', 'Domain', 'Industry', 'Employees', 'Annual revenue', 'Country'].map((field, index) => [
        field,
        headers[index],
      ]),
    );
  });

  it('in Japanese has all eight fields', () => {
    const { headers, found } = recognised('utf8-japanese.csv');
    expect([...found.values()].sort()).toEqual([...headers].sort());
    expect(found.get('Account name')).toBe('会社名');
    expect(found.get('Industry')).toBe('業種');
    expect(found.get('State')).toBe('都道府県');
    expect(found.has('Account owner')).toBe(false);
  });
});
