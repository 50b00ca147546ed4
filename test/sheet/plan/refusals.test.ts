/** Everything in a plan that refuses a run: its code, its cell, what stood there and how to mend it. */
import type { Problem } from '../../../src/sheet/problem';
import { gridOfJson } from '../../../src/sheet/plan/planJson';
import { RULE, gridsOf, read, readGrids, refusalsIn, refusalsOf, type PlanRows } from './plans';

const icp = (row: object): PlanRows => ({ icp: [RULE, { ...RULE, ...row }] });
const rule = (row: object): PlanRows => ({ icp: [RULE], rules: [{ For: 'TAM', ...RULE, ...row }] });
const segment = (...rows: object[]): PlanRows => ({ icp: [RULE], segments: rows.map((row) => ({ Segment: 'Banks', ...row })) });
const setting = (name: string, value: string | number): PlanRows => ({
  icp: [RULE],
  settings: [{ Setting: name, Value: value }],
});
const item = (...rows: object[]): PlanRows => ({ icp: [RULE], tam: rows as never });
const override = (row: object): PlanRows => ({ icp: [RULE], overrides: [row as never] });

type Case = readonly [what: string, plan: PlanRows, code: string, at: string, found: string, fix: RegExp];

const CASES: readonly Case[] = [
  ['an operator left out', icp({ Operator: '' }), 'OPERATOR_MISSING', "'Plan ICP'!D3", '', /^Use one of: is, is not, in,/],
  [
    'an unknown operator',
    icp({ Operator: 'betwen' }),
    'OPERATOR_UNKNOWN',
    "'Plan ICP'!D3",
    'betwen',
    /Did you mean "between"\?$/,
  ],
  ['a pattern as operator', icp({ Operator: 'matches' }), 'OPERATOR_UNKNOWN', "'Plan ICP'!D3", 'matches', /^Use one of/],
  [
    'an unknown dimension',
    icp({ Dimension: 'Firmografic' }),
    'DIMENSION_UNKNOWN',
    "'Plan ICP'!B3",
    'Firmografic',
    /Did you mean "Firmographic"\?$/,
  ],
  ['an unknown type', icp({ Type: 'Should' }), 'TYPE_UNKNOWN', "'Plan ICP'!G3", 'Should', /^Use one of: Score, Must, Exclude\./],
  ['an Include in the profile', icp({ Type: 'Include' }), 'TYPE_UNKNOWN', "'Plan ICP'!G3", 'Include', /Score, Must, Exclude/],
  [
    'a Must among the bounds',
    rule({ Type: 'Must' }),
    'TYPE_UNKNOWN',
    "'Plan Rules'!E2",
    'Must',
    /^Use one of: Include, Exclude\./,
  ],
  [
    'importance in other words',
    icp({ Importance: 'Vital' }),
    'IMPORTANCE_UNKNOWN',
    "'Plan ICP'!F3",
    'Vital',
    /Critical \(4\), Very high \(3\), High \(2\), Medium \(1\)/,
  ],
  ['importance as a range', icp({ Importance: '1-3' }), 'IMPORTANCE_UNKNOWN', "'Plan ICP'!F3", '1-3', /a number of 0 or more/],
  ['a negative importance', icp({ Importance: -5 }), 'WEIGHT_NEGATIVE', "'Plan ICP'!F3", '-5', /0 switches a rule off/],
  [
    'an unknown answer for blanks',
    icp({ 'If blank': 'maybe' }),
    'IF_BLANK_UNKNOWN',
    "'Plan ICP'!H3",
    'maybe',
    /unknown, no, yes/,
  ],
  [
    'an unknown answer of Active',
    icp({ Active: 'paused' }),
    'ACTIVE_UNKNOWN',
    "'Plan ICP'!K3",
    'paused',
    /^Use one of: Yes, No\./,
  ],
  ['a rule without a field', icp({ Field: ' ' }), 'FIELD_MISSING', "'Plan ICP'!C3", '', /e\.g\. Industry/],
  ['a value left out', icp({ Value: '' }), 'VALUE_UNUSABLE', "'Plan ICP'!E3", '', /Fill in Value/],
  ['a list of separators only', icp({ Value: ' ; ; ' }), 'VALUE_UNUSABLE', "'Plan ICP'!E3", '; ;', /Fintech; Insurance/],
  [
    'a bound that is no number',
    icp({ Operator: 'at least', Value: 'many' }),
    'VALUE_UNUSABLE',
    "'Plan ICP'!E3",
    'many',
    /50, 10M or 2 %/,
  ],
  [
    'a bound that is a range',
    icp({ Operator: 'at most', Value: '50-100' }),
    'VALUE_UNUSABLE',
    "'Plan ICP'!E3",
    '50-100',
    /^Write a number/,
  ],
  [
    'reversed ends',
    icp({ Operator: 'between', Value: '500-50' }),
    'VALUE_UNUSABLE',
    "'Plan ICP'!E3",
    '500-50',
    /lower end first/,
  ],
  [
    'reversed ends in words',
    icp({ Operator: 'between', Value: '1M to 10k' }),
    'VALUE_UNUSABLE',
    "'Plan ICP'!E3",
    '1M to 10k',
    /lower end first/,
  ],
  [
    'reversed days',
    icp({ Operator: 'between', Value: '2026-02-01; 2026-01-01' }),
    'VALUE_UNUSABLE',
    "'Plan ICP'!E3",
    '2026-02-01; 2026-01-01',
    /lower end first/,
  ],
  [
    'a number and a day as ends',
    icp({ Operator: 'between', Value: '5; 2026-01-01' }),
    'VALUE_UNUSABLE',
    "'Plan ICP'!E3",
    '5; 2026-01-01',
    /lower end first/,
  ],
  ['an open end', icp({ Operator: 'between', Value: '50+' }), 'VALUE_UNUSABLE', "'Plan ICP'!E3", '50+', /lower end first/],
  ['half a month', icp({ Operator: 'within last', Value: 1.5 }), 'VALUE_UNUSABLE', "'Plan ICP'!E3", '1.5', /^Write e\.g\. 12\./],
  [
    'days for months',
    icp({ Operator: 'within last', Value: '90 days' }),
    'VALUE_UNUSABLE',
    "'Plan ICP'!E3",
    '90 days',
    /^Write e\.g\. 12\./,
  ],
  ['a bound that is for nothing', rule({ For: '' }), 'FOR_MISSING', "'Plan Rules'!A2", '', /^Write TAM or a segment/],
  [
    'a rule for an unknown segment',
    rule({ For: 'Bankes' }),
    'SEGMENT_UNKNOWN',
    "'Plan Rules'!A2",
    'Bankes',
    /Add the segment to Plan Segments/,
  ],
  [
    'a segment without a name',
    segment({ Segment: '', Owner: 'Ann' }),
    'SEGMENT_UNNAMED',
    "'Plan Segments'!A2",
    '',
    /Write one in the column Segment/,
  ],
  [
    'a segment named twice',
    segment({}, { Segment: ' BANKS ' }),
    'SEGMENT_TWICE',
    "'Plan Segments'!A3",
    'BANKS',
    /a name of its own/,
  ],
  ['a segment named TAM', segment({ Segment: 'tam' }), 'SEGMENT_TWICE', "'Plan Segments'!A2", 'tam', /a name of its own/],
  [
    'a priority in words',
    segment({ Priority: 'first' }),
    'NUMBER_UNUSABLE',
    "'Plan Segments'!B2",
    'first',
    /^Use a number, or leave it blank/,
  ],
  ['an urgency above 10', segment({ Urgency: 11 }), 'NUMBER_UNUSABLE', "'Plan Segments'!G2", '11', /from 1 to 10/],
  [
    'an unknown level',
    segment({ Competition: 'Fierce' }),
    'LEVEL_UNKNOWN',
    "'Plan Segments'!H2",
    'Fierce',
    /^Use one of: High, Medium, Low/,
  ],
  [
    'an unknown role',
    { icp: [RULE], personas: [{ Persona: 'P', Role: 'Boss' }] },
    'ROLE_UNKNOWN',
    "'Plan Personas'!B2",
    'Boss',
    /Economic buyer, Technical buyer/,
  ],
  [
    'an unknown setting',
    setting('Tier 1 form', 80),
    'SETTING_UNKNOWN',
    "'Plan Settings'!A2",
    'Tier 1 form',
    /Did you mean "Tier 1 from"\?/,
  ],
  ['a setting nothing is like', setting('Zzzz', 80), 'SETTING_UNKNOWN', "'Plan Settings'!A2", 'Zzzz', /^Remove the row\.$/],
  [
    'a choice outside its words',
    setting('Tiers by', 'signal'),
    'SETTING_UNUSABLE',
    "'Plan Settings'!B2",
    'signal',
    /^Use one of: fit, all rules; the default is fit\.$/,
  ],
  [
    'a score above 100',
    setting('Tier 1 from', 101),
    'SETTING_UNUSABLE',
    "'Plan Settings'!B2",
    '101',
    /a score from 0 to 100; the default is 90/,
  ],
  [
    'a share above 100 %',
    setting('Needs data below', '101%'),
    'SETTING_UNUSABLE',
    "'Plan Settings'!B2",
    '101%',
    /from 0 % to 100 %; the default is 50%/,
  ],
  ['a negative share', setting('Needs data below', '-5%'), 'SETTING_UNUSABLE', "'Plan Settings'!B2", '-5%', /from 0 % to 100 %/],
  [
    'half an account',
    setting('Accounts per month', 2.5),
    'SETTING_UNUSABLE',
    "'Plan Settings'!B2",
    '2.5',
    /a whole number of 0 or more\.$/,
  ],
  ['no business days', setting('Business days per month', 0), 'SETTING_UNUSABLE', "'Plan Settings'!B2", '0', /a number above 0/],
  [
    'a day that does not exist',
    setting('As of', '2026-02-30'),
    'SETTING_UNUSABLE',
    "'Plan Settings'!B2",
    '2026-02-30',
    /a date such as 2026-01-31/,
  ],
  ['cuts that rise', setting('Tier 2 from', 95), 'CUTS_OUT_OF_ORDER', 'Plan Settings', '90, 95, 50', /90, 70 and 50/],
  [
    'bands of the share that fall',
    setting('ICP share of TAM narrow', '20%'),
    'SETTINGS_OUT_OF_ORDER',
    'Plan Settings',
    '0.01, 0.2, 0.15, 0.5',
    /rising order/,
  ],
  [
    'sizes of segments that fall',
    setting('Smallest segment', 200),
    'SETTINGS_OUT_OF_ORDER',
    'Plan Settings',
    '200, 100',
    /rising order/,
  ],
  [
    'bands of coverage that fall',
    setting('Coverage low', '90%'),
    'SETTINGS_OUT_OF_ORDER',
    'Plan Settings',
    '0.9, 0.8',
    /rising order/,
  ],
  [
    'an unknown item of the market',
    item({ Item: 'Contract value', Value: 1 }),
    'ITEM_UNKNOWN',
    "'Plan TAM'!A2",
    'Contract value',
    /Did you mean "Average contract value"\?/,
  ],
  [
    'an item of the market twice',
    item({ Item: 'Close rate', Value: '20%' }, { Item: 'close rate', Value: '30%' }),
    'ITEM_TWICE',
    "'Plan TAM'!A3",
    'close rate',
    /^Keep one row/,
  ],
  [
    'a rate above 100 %',
    item({ Item: 'Close rate', Value: '120%' }),
    'MARKET_VALUE_UNUSABLE',
    "'Plan TAM'!B2",
    '120%',
    /a share from 0 % to 100 %/,
  ],
  [
    'a negative number of the market',
    item({ Item: 'Revenue target', Value: -1 }),
    'MARKET_VALUE_UNUSABLE',
    "'Plan TAM'!B2",
    '-1',
    /a number of 0 or more/,
  ],
  ['an override without a key', override({ Tier: 'Tier 1' }), 'OVERRIDE_INCOMPLETE', 'Overrides!A2', '', /^Fill in both/],
  [
    'an override without a tier',
    override({ 'Account key': 'acme.com' }),
    'OVERRIDE_INCOMPLETE',
    'Overrides!B2',
    '',
    /^Fill in both/,
  ],
  [
    'an override to Needs data',
    override({ 'Account key': 'a', Tier: 'Needs data' }),
    'TIER_UNKNOWN',
    'Overrides!B2',
    'Needs data',
    /Tier 1, Tier 2, Tier 3, Tier 4, Excluded/,
  ],
  [
    'a plan in which nothing weighs',
    {
      icp: [
        { ...RULE, Importance: 0 },
        { ...RULE, Type: 'Exclude' },
      ],
    },
    'NO_USABLE_RULE',
    'Plan ICP',
    '',
    /^Add a rule/,
  ],
  ['a plan whose only rule is off', { icp: [{ ...RULE, Active: 'No' }] }, 'NO_USABLE_RULE', 'Plan ICP', '', /^Add a rule/],
  ['a plan without rules', {}, 'NO_USABLE_RULE', 'Plan ICP', '', /^Add a rule/],
];

describe('a plan is refused for', () => {
  it.each(CASES)('%s', (_, plan, code, at, found, fix) => {
    const [refusal, ...others] = refusalsOf(plan);
    expect(refusal).toMatchObject({ code, at, found, severity: 'refusal', count: 1 });
    expect(refusal?.fix).toMatch(fix);
    expect(refusal?.message).toMatch(/^[^\n]+\.$/);
    expect(others).toEqual([]);
  });

  it('a tab whose first row holds none of its headers, and says nothing else about its rows', () => {
    const grid = [
      ['Industry', 'in', 'Fintech'],
      ['Country', 'in', 'DACH'],
    ];
    const found = refusalsIn(readGrids(new Map([['icp', { tab: 'My rules', grid }]])));
    expect(found).toMatchObject([{ code: 'HEADERS_MISSING', at: 'My rules', severity: 'refusal' }]);
    expect(found[0]?.fix).toBe(
      'Row 1 must hold: Rule, Dimension, Field, Operator, Value, Importance, Type, If blank, Why, Source, Active.',
    );
  });

  it('long text, which is clipped to 80 characters in what it says', () => {
    const [refusal] = refusalsOf(icp({ Operator: 'x'.repeat(5000) }));
    expect(refusal?.found).toHaveLength(80);
    expect(refusal?.message).toContain('…');
  });

  it('the cell as it stands in this workbook: the tab may have another title and other columns in between', () => {
    const grid = [
      ['Note', 'Operator', 'Field', 'Value'],
      ['ours', 'is', 'Industry', 'Fintech'],
      ['', '', '', ''],
      ['', 'equals', 'Industry', 'Fintech'],
    ];
    const plan = readGrids(new Map([['icp', { tab: "Ann's plan", grid }]]));
    expect(refusalsIn(plan)).toMatchObject([{ code: 'OPERATOR_UNKNOWN', at: "'Ann''s plan'!B4" }]);
  });
});

describe('all reasons are told at once', () => {
  const codes = (problems: readonly Problem[]): string[] => problems.map(({ code }) => code).sort();

  it('over all tabs and several in one row', () => {
    const plan: PlanRows = {
      icp: [
        RULE,
        { Field: '', Operator: 'equals', Dimension: 'Wrong', Importance: 'Vital', Type: 'Should', 'If blank': 'perhaps' },
      ],
      tam: [{ Item: 'Churn', Value: 3 }],
      segments: [{ Segment: 'A', Urgency: 99 }, { Segment: 'A' }],
      rules: [{ For: 'Nowhere', Field: 'X', Operator: 'is', Value: '1' }],
      personas: [{ Persona: 'P', Role: 'King' }],
      settings: [{ Setting: 'As of', Value: 'soon' }],
      overrides: [{ 'Account key': 'x', Tier: 'Tier 9' }],
    };
    expect(codes(refusalsOf(plan))).toEqual([
      'DIMENSION_UNKNOWN',
      'FIELD_MISSING',
      'IF_BLANK_UNKNOWN',
      'IMPORTANCE_UNKNOWN',
      'ITEM_UNKNOWN',
      'NUMBER_UNUSABLE',
      'OPERATOR_UNKNOWN',
      'ROLE_UNKNOWN',
      'SEGMENT_TWICE',
      'SEGMENT_UNKNOWN',
      'SETTING_UNUSABLE',
      'TIER_UNKNOWN',
      'TYPE_UNKNOWN',
    ]);
  });

  it('for a rule that is for an unknown segment and cannot be read', () => {
    const plan: PlanRows = { icp: [RULE], rules: [{ For: 'Nowhere', Field: 'X', Operator: 'equals', Value: '1' }] };
    expect(codes(refusalsOf(plan))).toEqual(['OPERATOR_UNKNOWN', 'SEGMENT_UNKNOWN']);
  });

  it('without a second reason that would go away with the first', () => {
    expect(codes(refusalsOf({ icp: [{ ...RULE, Operator: 'equals' }] }))).toEqual(['OPERATOR_UNKNOWN']);
  });

  it('and each unknown segment once, however many rules it has', () => {
    const rules = ['is', 'is not', 'in'].map((Operator) => ({ For: 'Nowhere', Field: 'X', Operator, Value: '1' }));
    expect(codes(refusalsOf({ icp: [RULE], rules }))).toEqual(['SEGMENT_UNKNOWN']);
  });
});

describe('a plan that is still loading is refused', () => {
  it.each<[string, PlanRows, string]>([
    ['in a rule', { icp: [RULE, { ...RULE, Rule: 'LOADING...' }] }, "'Plan ICP'!A3"],
    ['in a cell nobody reads', { icp: [{ ...RULE, Why: 'loading…' }] }, "'Plan ICP'!I2"],
    ['in the results', { icp: [RULE], results: [{ Month: '2026-01', Contacted: 'Loading...' }] }, 'Results!E2'],
    ['in the mapping', { icp: [RULE], columns: [{ Field: 'Industry', Column: 'Loading…' }] }, 'Columns!D2'],
  ])('%s', (_, plan, at) => {
    expect(refusalsOf(plan)[0]).toMatchObject({ code: 'STILL_LOADING', at, message: 'The sheet is still calculating.' });
  });
});

describe('a plan is not refused for', () => {
  it.each<[string, PlanRows]>([
    ['an inactive rule, whatever it holds', icp({ Active: 'No', Operator: 'equals' })],
    ['rules of an inactive segment', { icp: [RULE], segments: [{ Segment: 'A', Active: 'No' }], rules: [{ For: 'a', ...RULE }] }],
    ['an unknown setting without a value', { icp: [RULE], settings: [{ Setting: 'Mood', Why: 'ours' }] }],
    ['an item of the market without a value', { icp: [RULE], tam: [{ Item: 'Close rate', Note: 'ask Ann' }] }],
    ['a plan of a Must alone', { icp: [{ ...RULE, Type: 'Must' }] }],
    [
      'words of closed lists in any case and with spaces',
      icp({
        Operator: ' NOT   In ',
        Type: 'must',
        Importance: 'very HIGH',
        Dimension: 'trigger',
        'If blank': 'Yes',
        Active: 'true',
      }),
    ],
    [
      'columns that are the team’s own',
      { icp: [RULE], columns: [{ Tab: '', List: 'accounts', Field: 'Industry', Column: 'Branch' }] },
    ],
  ])('%s', (_, plan) => {
    expect(refusalsOf(plan)).toEqual([]);
  });

  it('headers without rows: the tab says nothing yet', () => {
    const grids = new Map([...gridsOf({ icp: [RULE] }), ['tam', { tab: 'Plan TAM', grid: gridOfJson('tam', []) }] as const]);
    expect(read({ icp: [RULE] }).plan.market).toEqual(readGrids(grids).plan.market);
    expect(refusalsIn(readGrids(grids))).toEqual([]);
  });
});
