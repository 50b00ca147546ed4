/** Amounts in two currencies are never compared and never added in silence: what a rule cannot judge is unknown and said once. */
import fc from 'fast-check';
import { matchFacts, MET, NOT_MET, UNKNOWN } from '../../../src/domain/rules/match';
import { runFormula } from '../../../src/functions/runFormula';
import type { Cell } from '../../../src/sheet/grid';
import { checkCurrencies } from '../../../src/sheet/lists/checkCurrencies';
import { packSnapshot, unpackSnapshot } from '../../../src/sheet/review/snapshot';
import { proposeRules } from '../../../src/sheet/propose/proposeRules';
import { runPlan } from '../../../src/sheet/run/run';
import { read, refusalsOf, RULE, type PlanRows } from '../../support/sheet/plan/plans';
import { problemOf, readGrid, squared } from '../../support/sheet/lists/lists';

const HEADERS = ['Account name', 'Industry', 'Annual revenue'];
const listOf = (amounts: readonly Cell[], header = 'Annual revenue') =>
  readGrid([[...HEADERS.slice(0, 2), header], ...amounts.map((amount, index): Cell[] => [`Firm ${index}`, 'Fintech', amount])]);
const rule = (Operator: string, Value: Cell, more: object = {}): PlanRows => ({
  icp: [{ Field: 'Annual revenue', Operator, Value: Value as string, ...more }],
});

/** Outcome of the rule for one amount. */
function outcome(amount: Cell, plan: PlanRows, header?: string): number | undefined {
  const attribute = listOf([amount], header).lists.accounts.attribute('Annual revenue')!;
  return matchFacts(attribute.facts, read(plan).icp[0]!, 0)[0];
}

describe('a rule that names a currency', () => {
  it.each<[Cell, string, string, number]>([
    ['€7M', 'at least', '$5M', UNKNOWN],
    ['$7M', 'at least', '$5M', MET],
    ['7M', 'at least', '$5M', MET],
    [7_000_000, 'at least', '$5M', MET],
    ['€1M', 'at most', '5M USD', UNKNOWN],
    ['€7M', 'between', '$5M-$10M', UNKNOWN],
    ['€7M', 'between', '€5M to €10M', MET],
    ['€7M', 'between', '5; €10M', MET],
    ['€1M-€20M', 'at least', '$500', UNKNOWN],
    ['€5M', 'is', '$5M', UNKNOWN],
    ['€5M', 'is not', '$5M', UNKNOWN],
    ['€5M', 'in', '$5M; €5M', MET],
    ['€6M', 'in', '$5M; €5M', UNKNOWN],
    ['€6M', 'not in', '£5M', UNKNOWN],
    ['£6M', 'not in', '£5M', MET],
  ])('reads %p against %s %s', (amount, operator, value, expected) => {
    expect(outcome(amount, rule(operator, value))).toBe(expected);
  });

  it('reads bare numbers in the currency their header names', () => {
    expect(outcome(7_000_000, rule('at least', '$5M'), 'Annual revenue (EUR)')).toBe(UNKNOWN);
    expect(outcome(7_000_000, rule('at least', '€5M'), 'Annual revenue (EUR)')).toBe(MET);
    expect(outcome('$7M', rule('at least', '$5M'), 'Annual revenue (EUR)')).toBe(MET);
  });

  it('leaves another currency unknown whatever If blank says: the cell is not blank', () => {
    for (const answer of ['yes', 'no']) expect(outcome('€7M', rule('at least', '$5M', { 'If blank': answer }))).toBe(UNKNOWN);
  });

  it('is refused where its two ends name two', () => {
    expect(refusalsOf(rule('between', '$5M; €10M'))).toMatchObject([
      { code: 'VALUE_UNUSABLE', at: "'Plan ICP'!E2", message: 'The ends of "$5M; €10M" are in two currencies.' },
    ]);
  });
});

it('a rule without a currency takes every number as it stands', () => {
  expect(['€7M', '$7M', '7M', '£1M'].map((amount) => outcome(amount, rule('at least', '5M')))).toEqual([MET, MET, MET, NOT_MET]);
});

describe('the problem', () => {
  const told = (amounts: readonly Cell[], plan: PlanRows) => checkCurrencies(read(plan), listOf(amounts));
  const two: PlanRows = {
    icp: [{ Rule: 'Big', Field: 'Annual revenue', Operator: 'at least', Value: '$5M' }],
    rules: [{ For: 'TAM', Field: 'annual revenue', Operator: 'at most', Value: '$9B' }],
  };

  it('is one a column: the currencies, the counts, the first cell, the rules and the mend', () => {
    expect(told(['$1M', '€7M', '7M', '£2M', '€9M', ''], two)).toEqual([
      {
        code: 'CURRENCY_OTHER',
        severity: 'problem',
        at: 'Accounts!C3',
        found: '€7M',
        message:
          '"Annual revenue" holds amounts in EUR (2), GBP (1), and the plan asks in USD: they are unknown to "Big", "annual revenue at most $9B".',
        fix: 'Convert the amounts to USD; nothing here knows a rate.',
        count: 3,
      },
    ]);
  });

  it('is none where all amounts are in the rule’s currency, or the rule names none', () => {
    expect(told(['$1M', '7M', '', 'many'], two)).toEqual([]);
    expect(told(['$1M', '€7M'], rule('at least', '5M'))).toEqual([]);
  });

  it('of a column that mixes currencies is there without any rule, with the cells of the rarer ones', () => {
    expect(problemOf(listOf(['$1M', '€7M', '7M', '$2M', '£1']), 'CURRENCIES_MIXED')).toMatchObject({
      at: 'Accounts!C3',
      found: '€7M',
      count: 2,
      message: expect.stringContaining('mixes USD, EUR, GBP; amounts in two currencies are never added, nor compared'),
    });
    expect(problemOf(listOf(['$1M', '7M']), 'CURRENCIES_MIXED')).toBeUndefined();
  });
});

describe('nothing adds amounts of the list', () => {
  const PLAN: PlanRows = {
    icp: [RULE],
    tam: [
      { Item: 'Companies in the market', Value: 1000 },
      { Item: 'Average contract value', Value: '$12k' },
      { Item: 'Revenue target', Value: '$1M' },
      { Item: 'Close rate', Value: '20%' },
    ],
    segments: [{ Segment: 'All' }],
    rules: [{ For: 'All', Field: 'Industry', Operator: 'is', Value: 'Fintech' }],
  };
  const amount = fc.constantFrom<Cell>('', '$1M', '€7M', '£20-30M', 5, '1B', 'many');

  it('so that no figure of money, market, segment or funnel depends on them', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), (amounts) => {
        const figures = (cells: readonly Cell[]) => {
          const { market, outreach, segments, supply, runResult } = runPlan(listOf(cells), read(PLAN).plan);
          return { market, outreach, supply, segments, counts: runResult.counts };
        };
        expect(figures(amounts)).toEqual(figures(amounts.map(() => '')));
      }),
    );
  });
});

describe('figures of the plan in two currencies are refused', () => {
  const market = (value: string, unit = '') =>
    refusalsOf({
      icp: [RULE],
      tam: [
        { Item: 'Average contract value', Value: '$12k' },
        { Item: 'Close rate', Value: '20%', Unit: '%' },
        { Item: 'Revenue target', Value: value, Unit: unit },
      ],
    });

  it.each([
    ['€1M', ''],
    ['1M', 'EUR'],
    ['1', '€'],
  ])('%s %s beside dollars', (value, unit) => {
    expect(market(value, unit)).toMatchObject([
      {
        code: 'MARKET_CURRENCIES_MIXED',
        at: "'Plan TAM'!B4",
        message:
          '"Revenue target" is in EUR and "Average contract value" is not: amounts in two currencies cannot be added or divided.',
      },
    ]);
  });

  it.each([
    ['$1M', ''],
    ['1M', ''],
    ['1M', 'USD'],
    ['1', 'M'],
  ])('%s %s beside dollars is not', (value, unit) => {
    expect(market(value, unit)).toEqual([]);
  });
});

describe('currencies survive', () => {
  it('a closed month', () => {
    const run = runPlan(listOf(['€7M', '$7M', '<€5']), read(rule('at least', '$5M')).plan);
    const marks = { month: 1, planHash: '', icpHash: '', plan: {}, renamed: new Map<string, string>() };
    const { accounts } = unpackSnapshot(packSnapshot(run.runResult, marks))!;
    const facts = accounts.attribute('Annual revenue')!.facts;
    expect(facts.map(({ quantity }) => quantity)).toEqual(
      run.read.lists.accounts.attribute('Annual revenue')!.facts.map(({ quantity }) => quantity),
    );
  });

  it('CLEAN_NUMBER only as one: numbers alone could be added up', () => {
    const clean = (...cells: Cell[]) => runFormula('CLEAN_NUMBER', 'range locale?', [cells.map((cell) => [cell])]);
    expect(clean('$5M', 7, '$1k')).toEqual([[5_000_000], [7], [1000]]);
    expect(() => clean('$5M', '€7M', '$1')).toThrow('CLEAN_NUMBER: "range" is amounts in USD, EUR. Give those of one currency');
  });
});

it('a first plan proposes a range of the currency most amounts are in, and names it', () => {
  const amounts = Array.from({ length: 40 }, (_, index) => (index % 4 === 0 ? `€${index + 1}00` : `$${index + 1}M`));
  const { proposals } = proposeRules(listOf(amounts).lists.accounts, 0);
  const proposed = proposals.find(({ row }) => row.Field === 'Annual revenue')!;
  expect(proposed.row.Value).toBe('USD 11000000-USD 31000000');
  expect(refusalsOf({ icp: [proposed.row] })).toEqual([]);
  expect(squared([[proposed.note]])[0]![0]).toContain('USD');
  const one = proposeRules(listOf(amounts.map((text) => text.replace('€', '$'))).lists.accounts, 0).proposals;
  expect(String(one.find(({ row }) => row.Field === 'Annual revenue')!.row.Value)).toMatch(/^\d+-\d+$/);
});
