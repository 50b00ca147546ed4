/** What the readers of the plan's tabs give: defaults, aliases, values, and nothing that depends on the order of columns. */
import { addressOfSource, addressText } from '../../../src/sheet/address';
import fc from 'fast-check';
import { PLAN_KEYS, PLAN_TABS } from '../../../src/sheet/plan/tabs';
import type { IcpRule, Test } from '../../../src/domain/rules/rule';
import { RULE, gridsOf, read, readGrids, refusalsIn, reordered, type PlanRows } from '../../support/sheet/plan/plans';

const ruleOf = (row: object): IcpRule => read({ icp: [{ ...RULE, ...row }] }).plan.icp[0]!;
const testOf = (operator: string, value: string | number): Test => ruleOf({ Operator: operator, Value: value }).test;

describe('a rule of the profile', () => {
  it('has the defaults of the closed lists', () => {
    expect(ruleOf({})).toMatchObject({ type: 'Score', dimension: 'Firmographic', weight: 1, ifBlank: 'unknown' });
    expect(ruleOf({ Type: 'Must' }).weight).toBeUndefined();
    expect(ruleOf({ Type: 'Must', Importance: 'High' }).weight).toBe(2);
    expect(ruleOf({ Type: 'Exclude', Importance: 'Critical' }).weight).toBeUndefined();
  });

  it.each([
    ['Firmographic', 'in', 'unknown'],
    ['Technographic', 'in', 'unknown'],
    ['Behavioral', 'in', 'no'],
    ['Situational', 'in', 'no'],
    ['Firmographic', 'within last', 'no'],
    ['Technographic', 'at least', 'unknown'],
  ])('of %s with "%s" takes a blank cell as %s', (Dimension, Operator, ifBlank) => {
    expect(ruleOf({ Dimension, Operator, Value: 12 }).ifBlank).toBe(ifBlank);
    expect(ruleOf({ Dimension, Operator, Value: 12, 'If blank': 'yes' }).ifBlank).toBe('yes');
  });

  it.each([
    ['technological', 'Technographic'],
    ['operational', 'Situational'],
    ['trigger', 'Situational'],
    ['Environmental', 'Situational'],
    ['INTENT', 'Behavioral'],
  ])('with the dimension %s is %s', (alias, dimension) => {
    expect(ruleOf({ Dimension: alias }).dimension).toBe(dimension);
  });

  it.each([
    ['Critical', 4],
    ['Very high', 3],
    ['high', 2],
    ['Medium', 1],
    [2.5, 2.5],
    ['0', 0],
  ])('of importance %s weighs %s (S3.10)', (Importance, weight) => {
    expect(ruleOf({ Importance }).weight).toBe(weight);
  });

  it('is named by its Rule, else by Field, operator and Value', () => {
    expect(ruleOf({ Rule: 'Size' }).name).toBe('Size');
    expect(ruleOf({ Operator: ' IN ' }).name).toBe('Industry in Fintech; Software');
    expect(ruleOf({ Operator: 'is known', Value: '' }).name).toBe('Industry is known');
  });
});

describe('a Value is read', () => {
  const number = (value: number) => ({ kind: 'number', value });
  const dollars = (value: number) => ({ ...number(value), currency: 'USD' });
  it.each<[string, string | number, object]>([
    ['at least', 50, { bound: number(50) }],
    ['at least', '10M', { bound: number(10_000_000) }],
    ['at most', '2 %', { bound: number(0.02) }],
    ['at most', '$1,200.5', { bound: dollars(1200.5) }],
    ['at least', '2025-06-30', { bound: { kind: 'day', day: 20_269 } }],
    ['between', '50-500', { from: number(50), to: number(500) }],
    ['between', '50 to 500', { from: number(50), to: number(500) }],
    ['between', '50; 500', { from: number(50), to: number(500) }],
    ['between', '$10-50M', { from: dollars(10_000_000), to: dollars(50_000_000) }],
    ['between', '5-10%', { from: number(0.05), to: number(0.1) }],
    ['between', '10 to 50M', { from: number(10_000_000), to: number(50_000_000) }],
    ['between', '-20 to -10', { from: number(-20), to: number(-10) }],
    ['between', '2026-01-01 to 2026-01-31', { from: { kind: 'day', day: 20_454 }, to: { kind: 'day', day: 20_484 } }],
    ['within last', '12', { months: 12 }],
    ['within last', '6 months', { months: 6 }],
    ['contains', ' SalesForce ', { text: 'salesforce' }],
    [
      'is',
      'ＤＡＣＨ',
      { terms: [{ text: 'dach', number: undefined, countries: expect.arrayContaining(['AT', 'CH', 'DE']) as string[] }] },
    ],
    ['is not', 1200, { terms: [{ text: '1200', number: 1200, countries: [] }] }],
    ['is true', 'ignored', {}],
  ])('"%s" %s', (operator, value, wanted) => {
    expect(testOf(operator, value)).toEqual({ operator, ...wanted });
  });
});

describe('rules of bounds and segments', () => {
  const plan: PlanRows = {
    icp: [RULE],
    segments: [{ Segment: 'Banks' }, { Segment: '__proto__' }, { Segment: 'constructor' }, { Segment: 'Empty' }],
    rules: [
      { For: ' tam ', Field: 'Country', Operator: 'in', Value: 'DACH' },
      { For: '__PROTO__', Field: '__proto__', Operator: 'is', Value: 'constructor' },
      { For: 'banks', Field: 'Industry', Operator: 'is', Value: 'Bank', Type: 'Exclude' },
      { For: 'constructor', Field: 'toString', Operator: 'is known' },
    ],
  };

  it('go to the market or to their segment, names compared folded, hostile names like any other', () => {
    const { tam, segments } = read(plan).plan;
    expect(refusalsIn(read(plan))).toEqual([]);
    expect(tam.map(({ name }) => name)).toEqual(['Country in DACH']);
    expect(segments.map(({ name, rules }) => [name, rules.map((rule) => `${rule.type} ${rule.field}`)])).toEqual([
      ['Banks', ['Exclude Industry']],
      ['__proto__', ['Include __proto__']],
      ['constructor', ['Include toString']],
      ['Empty', []],
    ]);
  });

  it('know the cell of their Field, for what is found later', () => {
    expect(read(plan).bounds.map(({ source }) => addressText(addressOfSource(source)))).toEqual([
      "'Plan Rules'!B2",
      "'Plan Rules'!B3",
      "'Plan Rules'!B4",
      "'Plan Rules'!B5",
    ]);
  });

  it('do not weigh on the run when their segment is off', () => {
    const off: PlanRows = { ...plan, segments: plan.segments!.map((row) => ({ ...row, Active: 'No' })) };
    expect(read(off).bounds.map(({ for: owner }) => owner)).toEqual(['tam']);
    expect(read(off).plan.segments).toEqual([]);
  });
});

describe('segments, personas and overrides', () => {
  it('split what holds several items, and keep what is text as text', () => {
    const { segments, personas } = read({
      icp: [RULE],
      segments: [{ Segment: 'A', 'Buyer roles': 'CFO; Head of Sales|CTO,\nVP', Priority: -1, Urgency: '7', Competition: 'low' }],
      personas: [{ Persona: 'Boss', Role: 'economic BUYER', Titles: 'CEO; Founder' }, { Motivations: 'left open' }],
    }).plan;
    expect(segments[0]).toMatchObject({
      buyerRoles: ['CFO', 'Head of Sales', 'CTO', 'VP'],
      priority: -1,
      urgency: 7,
      competition: 'Low',
    });
    expect(personas).toEqual([{ name: 'Boss', role: 'Economic buyer', titles: ['CEO', 'Founder'] }]);
  });

  it('keep every override in order, keys as typed', () => {
    const rows = [
      { 'Account key': 'Acme', Tier: 'tier 1', Reason: 'asked', By: 'Ann' },
      { 'Account key': '__proto__', Tier: 'Excluded' },
      { 'Account key': 7, Tier: 'Tier 4' },
    ];
    expect(read({ icp: [RULE], overrides: rows }).plan.overrides).toEqual([
      { key: 'Acme', tier: 'Tier 1', reason: 'asked', by: 'Ann' },
      { key: '__proto__', tier: 'Excluded', reason: '', by: '' },
      { key: '7', tier: 'Tier 4', reason: '', by: '' },
    ]);
  });
});

describe('items of the market', () => {
  const market = (Value: string | number, Unit = '', Item = 'Average contract value') =>
    read({ icp: [RULE], tam: [{ Item, Value, Unit }] }).plan.market;

  it.each<[string | number, string, number]>([
    [12_000, '', 12_000],
    ['$12k', '', 12_000],
    ['1.2', 'M', 1_200_000],
    [3, 'billion', 3e9],
    [12_000, 'USD a year', 12_000],
    [0, '', 0],
  ])('%s %s is %s', (value, unit, wanted) => {
    expect(market(value, unit).averageContractValue).toBe(wanted);
  });

  it.each<[string | number, string, number]>([
    ['20%', '', 0.2],
    [0.2, '', 0.2],
    [20, '', 0.2],
    [1, '', 0.01],
    ['1', '%', 0.01],
    ['0.5', 'percent', 0.005],
    ['100%', '', 1],
  ])('a rate of %s %s is %s', (value, unit, wanted) => {
    expect(market(value, unit, 'Close rate').closeRate).toBeCloseTo(wanted, 12);
  });

  it('left blank are unknown and not 0', () => {
    expect(read({ icp: [RULE], tam: [{ Item: 'Close rate' }] }).plan.market.closeRate).toBeUndefined();
  });
});

describe('the order of columns', () => {
  const plan: PlanRows = {
    icp: [
      { ...RULE, Rule: 'One', Importance: 3, 'If blank': 'yes' },
      { ...RULE, Type: 'Must', Dimension: 'trigger' },
    ],
    tam: [{ Item: 'Close rate', Value: '20%' }],
    segments: [{ Segment: '__proto__', Priority: 2, Urgency: 3 }, { Segment: 'constructor' }],
    rules: [
      { For: 'constructor', ...RULE, Type: 'Exclude' },
      { For: 'TAM', ...RULE },
    ],
    personas: [{ Persona: 'P', Role: 'Champion', Titles: 'x' }],
    settings: [{ Setting: 'Tier 1 from', Value: 91 }],
    overrides: [{ 'Account key': 'a', Tier: 'Tier 2' }],
  };
  const whole = read(plan).plan;

  it('and columns of the team in between change nothing', () => {
    const orders = fc.tuple(
      ...PLAN_KEYS.map((key) => {
        const positions = [...PLAN_TABS[key].headers, '', ''].map((_, index) => index);
        return fc.shuffledSubarray(positions, { minLength: positions.length });
      }),
    );
    fc.assert(
      fc.property(orders, (shuffles) => {
        const grids = new Map(
          [...gridsOf(plan)].map(([key, { tab, grid }]) => {
            const extra = grid.map((row, index) => [...row, index === 0 ? '__proto__' : 'ours', index === 0 ? 'constructor' : 7]);
            return [key, { tab, grid: reordered(extra, shuffles[PLAN_KEYS.indexOf(key)]!) }] as const;
          }),
        );
        const { plan: found, problems } = readGrids(grids);
        // Only the cells they were read from differ.
        const withoutSources = (value: unknown) =>
          JSON.parse(JSON.stringify(value, (name, part: unknown) => (name === 'source' ? '' : part))) as unknown;
        expect(withoutSources(found)).toEqual(withoutSources(whole));
        expect(problems).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('lets the first of equal headers count', () => {
    const grid = [
      ['Field', 'Operator', 'Value', 'field'],
      ['Industry', 'is', 'Bank', 'Country'],
    ];
    expect(readGrids(new Map([['icp', { tab: 'Plan ICP', grid }]])).plan.icp[0]?.field).toBe('Industry');
  });
});
