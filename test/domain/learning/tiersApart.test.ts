/** Four tiers from few answers, whatever the list: never fewer than the answers alone make, and what was asked for weighs more than what is added. */
import fc from 'fast-check';
import { dayOf } from '../../../src/domain/facts/day';
import type { Accounts } from '../../../src/domain/facts/accounts';
import { rulesFromWishes, type Wished } from '../../../src/domain/learning/wishes';
import { profileApart } from '../../../src/domain/learning/tiersApart';
import { sharedByCustomers } from '../../../src/domain/learning/customers';
import { TIER_2 } from '../../../src/domain/score/tier';
import { DEFAULT_SETTINGS } from '../../../src/domain/rules/settings';
import { readPlan } from '../../../src/sheet/plan/readPlan';
import { gridsOfPlan } from '../../../src/sheet/plan/planJson';
import { countriesNamed } from '../../../src/sheet/parse/country';
import { computeRun } from '../../../src/sheet/run/run';
import { ruleRow } from '../../../src/sheet/propose/ruleRow';
import type { FirstRule } from '../../../src/domain/learning/firstRule';
import type { Cell } from '../../../src/sheet/grid';
import { parseCsv } from '../../../src/sheet/table/csv';
import { readFileSync } from 'node:fs';
import { readGrid } from '../../support/sheet/lists/lists';

const AS_OF = dayOf(2026, 11, 30);
const shown = (_: string, cell: string): string => cell;
const ground = (accounts: Accounts) => ({ accounts, settings: DEFAULT_SETTINGS, asOf: AS_OF, names: shown });
const values = (field: string, ...chosen: string[]): Wished => ({
  field,
  values: chosen,
  near: [],
  range: undefined,
  currency: undefined,
});
const range = (field: string, low: number, high: number): Wished => ({
  field,
  values: [],
  near: [],
  range: { low, high },
  currency: undefined,
});

/** Tiers 1 to 4 as a run of the written plan counts them. */
const tiers = (accounts: Accounts, rules: readonly FirstRule[]): readonly number[] =>
  run(accounts, rules).counts.tiers.slice(0, 4);

function run(accounts: Accounts, rules: readonly FirstRule[]) {
  const { plan, problems } = readPlan(gridsOfPlan({ format: 1, icp: rules.map((rule) => ruleRow(rule, '')) }), countriesNamed, {
    runDay: AS_OF,
  });
  expect(problems).toEqual([]);
  return computeRun({ accounts, contacts: undefined }, plan, null).runResult;
}
const profile = (accounts: Accounts, wishes: readonly Wished[], without: readonly string[] = []) =>
  profileApart(ground(accounts), rulesFromWishes(accounts, wishes, shown).rules, { without, customers: [] });

const sample = readGrid(parseCsv(readFileSync('examples/accounts.csv', 'utf8'))).lists.accounts;
/** A list with a trade, a size in bands and a founding year, as a directory gives it. */
const directory = readGrid([
  ['Company', 'Industry', 'Company size', 'Country', 'Founded'],
  ...Array.from({ length: 300 }, (_, i): Cell[] => [
    `Firm ${i}`,
    ['Machinery', 'Food', 'Chemicals', 'Textiles'][(i * 7) % 4]!,
    ['1-10', '11-50', '51-200', '201-500', '501-1000'][(i * 11) % 5]!,
    ['Germany', 'France', 'Italy'][(i * 13) % 3]!,
    1950 + ((i * 17) % 70),
  ]),
]).lists.accounts;

describe('four tiers', () => {
  it.each<[string, Accounts, readonly Wished[]]>([
    ['one industry of the sample', sample, [values('Industry', 'Fintech')]],
    ['a size of the sample', sample, [range('Employees', 51, 200)]],
    [
      'industry and country of the sample',
      sample,
      [values('Industry', 'Fintech'), values('Country', 'United States of America')],
    ],
    ['a technology and a stage of the sample', sample, [values('Technologies', 'HubSpot'), values('Funding stage', 'Series A')]],
    ['one industry of the directory', directory, [values('Industry', 'Machinery')]],
    ['a band of the directory', directory, [range('Employees', 51, 200)]],
    ['two countries of the directory', directory, [values('Country', 'Germany', 'France')]],
    [
      'industry, band and country of the directory',
      directory,
      [values('Industry', 'Food'), range('Employees', 11, 50), values('Country', 'Italy')],
    ],
  ])('come of %s', (_, accounts, wishes) => {
    expect(tiers(accounts, profile(accounts, wishes)).every((count) => count > 0)).toBe(true);
  });

  it('come of weights below what was asked for: a rule added never weighs more than the lightest wish', () => {
    const rules = profile(directory, [values('Industry', 'Machinery')]);
    expect(rules.filter(({ part }) => part === 'typical').length).toBeGreaterThan(0);
    const sum = (of: readonly FirstRule[]): number => of.reduce((total, { weight }) => total + weight, 0);
    expect(sum(rules.filter(({ field }) => field !== 'Industry'))).toBeLessThanOrEqual(4);
  });

  it('need nothing added where the answers part the list by themselves', () => {
    const rules = profile(directory, [values('Industry', 'Food'), range('Employees', 11, 50), values('Country', 'Italy')]);
    expect(rules.every(({ part }) => part === 'ideal' || part === 'near')).toBe(true);
  });

  it('never hold a rule on a field that was left out', () => {
    const fields = (without: readonly string[]) =>
      profile(directory, [values('Industry', 'Machinery')], without).map(({ field }) => field);
    const [added] = fields([]).filter((field) => field !== 'Industry');
    expect(fields([added!])).not.toContain(added);
    expect(new Set(fields(['Employees', 'Country', 'Founded']))).toEqual(new Set(['Industry']));
  });

  it('cost at most one in five of the customers that the rules kept', () => {
    const accounts = sample;
    const industry = accounts.attribute('Industry')!;
    const fintech = [...industry.codes.keys()].filter((account) => industry.facts[industry.codes[account]!]!.text === 'fintech');
    for (const offset of [0, 1, 2, 3, 4]) {
      const customers = [0, 1, 2, 3, 4].map((i) => fintech[offset + i * 60]!);
      const { rules } = sharedByCustomers(accounts, customers, shown);
      const kept = (all: readonly FirstRule[]): number =>
        customers.filter((account) => run(accounts, all).tiering.computed[account]! <= TIER_2).length;
      const alone = kept(rules);
      expect(alone).toBe(5);
      expect(kept(profileApart(ground(accounts), rules, { without: [], customers }))).toBeGreaterThanOrEqual(4);
    }
  });

  it('a near band is the next one, so that no cell straddles it', () => {
    const near = profile(directory, [range('Employees', 51, 200)]).find(({ part }) => part === 'near');
    expect(near?.value).toBe('11-500');
  });

  it('a signal that none of the best shows is left out, since it would leave Tier 1 empty', () => {
    const list = (hiring: (i: number) => number) =>
      readGrid([
        ['Company', 'Industry', 'Open roles'],
        ...Array.from({ length: 60 }, (_, i): Cell[] => [`Firm ${i}`, i % 3 === 0 ? 'Food' : 'Steel', hiring(i)]),
      ]).lists.accounts;
    const fields = (accounts: Accounts) => profile(accounts, [values('Industry', 'Food')]).map(({ field }) => field);
    expect(fields(list((i) => (i % 3 === 0 && i < 30 ? 5 : 0)))).toEqual(['Industry', 'Open roles']);
    expect(fields(list((i) => (i % 3 === 1 ? 5 : 0)))).toEqual(['Industry']);
  });

  it('are never fewer than the answers alone make', () => {
    const cell = (...cells: Cell[]) => fc.constantFrom<Cell>(...cells);
    const row = fc.tuple(
      cell('A', 'B', 'C', ''),
      cell(5, 20, 90, 400, ''),
      cell('US', 'Germany', ''),
      cell('x; y', 'y', 'z', ''),
    );
    const lists = fc.array(row, { minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(lists, (rows) => {
        const { accounts } = readGrid([
          ['Company', 'Industry', 'Employees', 'Country', 'Technologies'],
          ...rows.map((cells, i): Cell[] => [`Firm ${i}`, ...cells]),
        ]).lists;
        const alone = rulesFromWishes(accounts, [values('Industry', 'A')], shown).rules;
        if (alone.length === 0) return;
        const filled = (rules: readonly FirstRule[]): number => tiers(accounts, rules).filter((count) => count > 0).length;
        expect(filled(profileApart(ground(accounts), alone, { without: [], customers: [] }))).toBeGreaterThanOrEqual(
          filled(alone),
        );
      }),
      { numRuns: 60 },
    );
  });
});
