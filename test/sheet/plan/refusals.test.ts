/** What refuses a whole plan, all reasons told at once, and what refuses none; single rows are in the files `refused…`. */
import type { Problem } from '../../../src/sheet/problem';
import { gridOfJson, type JsonRow } from '../../../src/sheet/plan/planJson';
import { parsePlanJson } from '../../../src/sheet/plan/planSchema';
import { RULE, gridsOf, read, readGrids, refusalsIn, refusalsOf, type PlanRows } from '../../support/sheet/plan/plans';
import { icp, refusedFor } from '../../support/sheet/plan/refused';

describe('a plan is refused for', () => {
  refusedFor([
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
  ]);

  it.each<[PlanRows, string, string]>([
    [{ icp: Array(201).fill(RULE) as JsonRow[] }, 'Plan ICP', 'Plan ICP holds 201 rules; at most 200 are read.'],
    [
      { icp: [RULE], segments: Array.from({ length: 51 }, (_, index) => ({ Segment: `S${index}` })) },
      'Plan Segments',
      'Plan Segments holds 51 segments; at most 50 are read.',
    ],
    [
      { icp: [RULE], rules: Array(20_000).fill({ For: 'TAM', ...RULE }) as JsonRow[] },
      'Plan Rules',
      'Plan Rules holds 20,000 rules; at most 500 are read.',
    ],
  ])('more rows than are worked through, and nothing else about what they hold', (plan, at, message) => {
    expect(refusalsOf(plan)).toMatchObject([{ code: 'ROWS_TOO_MANY', at, message }]);
    expect(parsePlanJson({ format: 1, ...plan }).problems).toMatchObject([{ message }]);
  });

  it('nothing at the limits themselves', () => {
    const segments = Array.from({ length: 50 }, (_, index) => ({ Segment: `S${index}` }));
    const rules = Array(500).fill({ For: 'S1', ...RULE }) as JsonRow[];
    expect(refusalsOf({ icp: Array(200).fill(RULE) as JsonRow[], segments, rules })).toEqual([]);
    const blank = Array(300).fill({}) as JsonRow[];
    expect(refusalsOf({ icp: [...blank, RULE] })).toEqual([]);
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
