/** What customers share against the list: nothing that the list has as well, and the middle half is a half. */
import fc from 'fast-check';
import type { FirstRule } from '../../../src/domain/learning/firstRule';
import { sharedByCustomers } from '../../../src/domain/learning/customers';
import type { Cell } from '../../../src/sheet/grid';
import { readGrid } from '../../support/sheet/lists/lists';

const shown = (_: string, cell: string): string => cell;
const HEADERS = ['Account name', 'Industry', 'Employees', 'Country', 'Technologies'];
const listOf = (rows: readonly (readonly Cell[])[]) =>
  readGrid([HEADERS, ...rows.map((row, i) => [`Firm ${i}`, ...row])]).lists.accounts;
const ideal = (rules: readonly FirstRule[]) =>
  rules.filter(({ part }) => part === 'ideal').map(({ field, value }) => [field, value]);

/** 100 accounts: 93 in the US, 20 in Fintech, sizes 10 to 1000. */
const rows = Array.from({ length: 100 }, (_, i): Cell[] => [
  i % 5 === 0 ? 'Fintech' : 'Retail',
  10 * (i + 1),
  i < 93 ? 'US' : 'Germany',
  'Slack; AWS',
]);
const list = listOf(rows);

describe('what customers share', () => {
  it('is no finding where the list has as much of it', () => {
    const customers = [0, 5, 10, 15, 20, 25, 30, 95];
    const { rules, none } = sharedByCustomers(list, customers, shown);
    expect(ideal(rules)).toContainEqual(['Industry', 'Fintech']);
    expect(rules.map(({ field }) => field)).not.toContain('Country');
    expect(none).toContainEqual({ field: 'Country', says: 'US', customers: 7 / 8, list: 0.93 });
  });

  it('says how many of them have it, and how much of the list', () => {
    const { rules } = sharedByCustomers(list, [0, 5, 10, 15, 21], shown);
    expect(rules[0]?.evidence).toBe('4 of 5 customers, 20 % of the list');
  });

  it('of other customers comes near: ideal ones meet that rule too', () => {
    const mixed = listOf(rows.map((row, i) => (i === 41 ? ['Health', ...row.slice(1)] : row)));
    const [rule, near] = sharedByCustomers(mixed, [0, 5, 10, 15, 41], shown).rules;
    expect([rule?.value, near?.value, near?.part]).toEqual(['Fintech', 'Fintech; Health', 'near']);
    expect([rule?.weight, near?.weight]).toEqual([2, 2]);
  });

  it('of numbers is from the first quartile to the third, and from the lowest to the highest is near', () => {
    // Sizes 100, 110, 120, 130, 200: quartiles 110 and 130.
    const [rule, near] = sharedByCustomers(list, [9, 10, 11, 12, 19], shown).rules.filter(({ field }) => field === 'Employees');
    expect([rule?.value, near?.value]).toEqual(['110-130', '100-200']);
    expect(rule?.evidence).toBe('3 of 5 customers, 3 % of the list');
  });

  it('of bands ends where a band ends, since a straddled one is unknown', () => {
    const bands = ['1-10', '11-50', '51-200', '201-500', '501-1,000'];
    const banded = listOf(rows.map((row, i) => [row[0]!, bands[Math.floor(i / 20)]!, row[2]!, row[3]!]));
    const rule = sharedByCustomers(banded, [42, 44, 46, 48, 50], shown).rules.find(({ field }) => field === 'Employees');
    expect(rule?.value).toBe('51-200');
  });

  it('is nothing where they are spread over the list as the list is', () => {
    const spread = Array.from({ length: 10 }, (_, i) => i * 10 + (i % 5));
    expect(sharedByCustomers(list, spread, shown).rules).toEqual([]);
  });

  it('is never a value that all have, nor the whole cell of a list', () => {
    const { rules } = sharedByCustomers(list, [0, 5, 10, 15], shown);
    expect(rules.map(({ field }) => field)).not.toContain('Technologies');
  });

  it('always has at least half of the customers and a quarter more of them than of the list', () => {
    const customers = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 20 });
    const industries = fc.array(fc.constantFrom('A', 'B', 'C', 'D', ''), { minLength: 100, maxLength: 100 });
    fc.assert(
      fc.property(customers, industries, (chosen, values) => {
        const random = listOf(rows.map((row, i) => [values[i]!, ...row.slice(1)]));
        const rule = sharedByCustomers(random, chosen, shown).rules.find(
          ({ field, part }) => field === 'Industry' && part === 'ideal',
        );
        if (rule === undefined) return;
        const wanted = new Set(String(rule.value).split('; '));
        const share = (of: readonly string[]): number =>
          of.filter((value) => wanted.has(value)).length / of.filter((value) => value !== '').length;
        const ofCustomers = share(chosen.map((account) => values[account]!));
        expect(ofCustomers).toBeGreaterThanOrEqual(0.5);
        expect(ofCustomers).toBeGreaterThanOrEqual(1.25 * share(values) - 1e-9);
      }),
      { numRuns: 100 },
    );
  });
});
