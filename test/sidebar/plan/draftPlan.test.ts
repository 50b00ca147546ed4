/** The draft is read as a run reads the tabs: the same rules, and the same counts for whatever plan and cells. */
import fc from 'fast-check';
import type { PlanJson, PlanRow } from '../../../src/commands/protocol/requests';
import { dayOf } from '../../../src/domain/facts/day';
import { OPERATORS } from '../../../src/domain/rules/rule';
import type { Cell } from '../../../src/sheet/grid';
import type { Problem } from '../../../src/sheet/problem';
import { countriesNamed } from '../../../src/sheet/parse/country';
import { planJsonOf } from '../../../src/sheet/plan/planJson';
import { readPlan } from '../../../src/sheet/plan/readPlan';
import { PLAN_TABS } from '../../../src/sheet/plan/tabs';
import { itemProblem, readDraft } from '../../../sidebar/plan/draftPlan';
import { addRow, draftOf } from '../../../sidebar/plan/entries';
import { liveOf } from '../../../sidebar/plan/live';
import { refusedChanges } from '../../../sidebar/plan/refusals';
import { opened } from '../../support/sidebar/lists';

const RULE = { Field: 'Industry', Operator: 'in', Value: 'Software' };
const DAY = dayOf(2026, 11, 21);
const FIELDS = ['Industry', 'Country', 'Employees', 'Annual revenue', 'Last funding date', 'Note'];

const oneRow = fc.oneof(
  fc.record({
    Field: fc.constantFrom('Industry', 'Country', 'Note'),
    Operator: fc.constantFrom('in', 'not in', 'IN', ' Not in '),
    Value: fc.constantFrom('Software; Fintech', 'DACH', 'germany, France', '"Retail; Food"', '7', 'ﬁntech', 'SOFTWARE\u00a0'),
  }),
  fc.record({
    Field: fc.constantFrom('Industry', 'Country', 'Note'),
    Operator: fc.constantFrom('is', 'is not', 'contains', 'does not contain'),
    Value: fc.constantFrom<string | number>('Software', 'EMEA', 'Straße', 'STRASSE', 7, '50-500'),
  }),
  fc.record({
    Field: fc.constantFrom('Employees', 'Annual revenue', 'Note'),
    Operator: fc.constantFrom('at least', 'at most'),
    Value: fc.constantFrom<string | number>(50, '50', '1,200', '$10M', '€5k', '2 %', '300k'),
  }),
  fc.record({
    Field: fc.constantFrom('Employees', 'Annual revenue'),
    Operator: fc.constant('between'),
    Value: fc.constantFrom('50-500', '50 to 500', '10-50M', '$1M–$5M', '10; 50M'),
  }),
  fc.record({
    Field: fc.constant('Last funding date'),
    Operator: fc.constantFrom('within last', 'at least'),
    Value: fc.constant('12'),
  }),
  fc.record({ Field: fc.constantFrom(...FIELDS), Operator: fc.constantFrom('is known', 'is unknown', 'is true', 'is false') }),
);
const Active = fc.constantFrom<string | boolean>('Yes', 'no', true, false, 'TRUE');
const icpRow = fc
  .tuple(
    oneRow,
    fc.record(
      {
        Type: fc.constantFrom('Score', 'must', 'EXCLUDE'),
        Importance: fc.constantFrom<string | number>('high', 'Critical', 0, 2.5, '3'),
        Dimension: fc.constantFrom('Behavioural', 'trigger', 'Firmographic'),
        'If blank': fc.constantFrom('yes', 'No', 'unknown'),
        Active,
      },
      { requiredKeys: [] },
    ),
  )
  .map(([rule, more]) => ({ ...rule, ...more }));
const boundRow = fc
  .tuple(
    oneRow,
    fc.constantFrom('Include', 'exclude', ''),
    fc.constantFrom('tam', 'GROSSKUNDEN', 'grosskunden', 'banks', 'Banks\u00a0'),
  )
  .map(([rule, Type, For]) => ({ ...rule, Type, For }));
const settings = fc.subarray<PlanRow>([
  { Setting: 'tiers by', Value: 'All rules' },
  { Setting: 'Tier 1 needs a signal', Value: false },
  { Setting: 'The list was already filtered', Value: 'yes' },
  { Setting: 'Tier 2 from', Value: '60' },
  { Setting: 'Needs data below', Value: '20%' },
  { Setting: 'Segments draw from', Value: 'tier 3 and up' },
  { Setting: 'As of', Value: '2026-06-30' },
  { Setting: 'Smallest segment', Value: 2 },
]);
const tam = fc.subarray<PlanRow>([
  { Item: 'companies in the market', Value: '1.2', Unit: 'thousand' },
  { Item: 'Average contract value', Value: '12k' },
  { Item: 'Serviceable companies', Value: 600 },
  { Item: 'Winnable share', Value: 20, Unit: '%' },
  { Item: 'Capture share', Value: '5%' },
]);
const plans: fc.Arbitrary<PlanJson> = fc.record({
  format: fc.constant(1 as const),
  icp: fc.array(icpRow, { maxLength: 5 }).map((rows): readonly PlanRow[] => [RULE, ...rows]),
  rules: fc.array(boundRow, { maxLength: 3 }),
  segments: fc.tuple(Active, Active).map(([one, other]): readonly PlanRow[] => [
    { Segment: 'Großkunden', Priority: '2', Active: one },
    { Segment: 'Banks', Urgency: 5, Competition: 'low', Active: other },
  ]),
  settings,
  tam,
});
const cells: fc.Arbitrary<readonly Cell[]> = fc.tuple(
  fc.constantFrom('Software', 'software ', 'FinTech', 'ﬁntech', 'Retail; Food', 'Straße', '', 'n/a', '7'),
  fc.constantFrom('Germany', 'DE', 'france', 'USA', ''),
  fc.constantFrom<Cell>(5, 50, '1,200', '10,001+', '51-200', 'unknown', ''),
  fc.constantFrom<Cell>('$10M', '€4M', 2_000_000, '<1M', ''),
  fc.constantFrom<Cell>({ year: 2026, month: 3, day: 1 }, '2019-01-31', ''),
  fc.constantFrom<Cell>('yes', 'no', true, 7, 'STRASSE', ''),
);

test('for any plan and any cells the page counts what the run reports', () => {
  let segmented = 0;
  fc.assert(
    fc.property(plans, fc.array(cells, { minLength: 4, maxLength: 16 }), (plan, rows) => {
      const accounts = [['Account ID', ...FIELDS], ...rows.map((row, index) => [`a${index}`, ...row])];
      const { lists, draft, report } = opened(accounts, plan);
      const { runResult, market, segments, checks } = liveOf(lists, draft);
      expect(runResult.counts.tiers).toEqual(report.tiers.map(({ accounts: count }) => count));
      expect([market.listed, market.tam, market.sam, market.som]).toEqual([
        report.market.listed,
        report.market.tam,
        report.market.sam,
        report.market.som,
      ]);
      expect(segments.map(({ segment, matches, assigned }) => [segment.name, matches, assigned])).toEqual(
        report.segments.map(({ segment, matches, assigned }) => [segment, matches, assigned]),
      );
      const shown = new Map(report.checklist.map(({ id, segment, actual }) => [`${id} ${segment}`, actual]));
      for (const { id, segment, actual } of checks) expect(shown.get(`${id} ${segment}`)).toBe(actual);
      if (segments.some(({ matches }) => matches > 0)) segmented += 1;
    }),
    { numRuns: 150 },
  );
  expect(segmented).toBeGreaterThan(10);
});

test('dates that a tab holds as dates are the same days in the draft', () => {
  const date = { year: 2026, month: 3, day: 1 };
  const grids = new Map([
    [
      'icp',
      {
        tab: PLAN_TABS.icp.title,
        grid: [
          ['Field', 'Operator', 'Value'],
          ['Last funding date', 'at least', date],
        ],
      },
    ] as const,
    [
      'settings',
      {
        tab: PLAN_TABS.settings.title,
        grid: [
          ['Setting', 'Value'],
          ['As of', date],
          ['ICP reviewed on', date],
        ],
      },
    ] as const,
  ]);
  const run = readPlan(grids, countriesNamed, { runDay: DAY });
  const draft = readDraft(draftOf(planJsonOf(grids)), DAY);
  expect(draft.plan.icp.map(({ test }) => test)).toEqual(run.plan.icp.map(({ test }) => test));
  expect([draft.plan.asOf, draft.plan.settings]).toEqual([run.plan.asOf, run.plan.settings]);
  expect([run.plan.asOf, run.plan.settings.icpReviewedOn]).toEqual([dayOf(2026, 3, 1), dayOf(2026, 3, 1)]);
});

test('each rule knows the row of the draft it was read from; a row that cannot be read has none', () => {
  const draft = draftOf({
    format: 1,
    icp: [{ ...RULE, Value: '' }, RULE, { ...RULE, Active: 'No' }, { ...RULE, Value: 'Retail' }],
    segments: [{ Segment: 'Banks' }, { Segment: 'Off', Active: 'No' }],
    rules: [
      { ...RULE, For: 'TAM' },
      { ...RULE, For: 'off' },
      { ...RULE, For: 'BANKS' },
    ],
    overrides: [{ 'Account key': 'Rule: Industry is Retail', Tier: 'Excluded' }],
  });
  const { idOf } = readDraft(draft, DAY);
  expect([...idOf.values()]).toEqual([draft.icp[1], draft.icp[3], draft.rules[0], draft.rules[2]].map((entry) => entry?.id));
});

test('a Value is refused in the sentence of the run, and a readable one is not', () => {
  /** What keeps a row from being saved. */
  const refusalOf = (row: PlanRow): Problem | undefined => {
    const draft = addRow(draftOf({ format: 1, icp: [{ ...RULE, Rule: 'Saved before' }] }), 'icp', row);
    return refusedChanges(draft, readDraft(draft, DAY).problems)[0];
  };
  const reversed = refusalOf({ ...RULE, Operator: 'between', Value: '500-50' });
  expect(reversed).toMatchObject({
    at: "'Plan ICP'!E3",
    message: 'The ends of "500-50" are reversed: no value lies between them.',
  });
  // A rule that was saved broken keeps nobody from saving another.
  const broken = addRow(draftOf({ format: 1, icp: [{ ...RULE, Operator: 'between', Value: '500-50' }] }), 'icp', RULE);
  expect(refusedChanges(broken, readDraft(broken, DAY).problems)).toEqual([]);
  expect(itemProblem({ Item: 'Close rate', Value: 'half' })?.fix).toMatch(/a share from 0 % to 100 %/);
  expect(itemProblem({ Item: 'Companies in the market', Value: '1.2', Unit: 'M' })).toBeUndefined();
  fc.assert(
    fc.property(fc.constantFrom(...OPERATORS), fc.oneof(fc.string({ maxLength: 12 }), fc.double()), (Operator, Value) => {
      const row = { ...RULE, Operator, Value };
      const [rule] = readDraft(draftOf({ format: 1, icp: [row] }), DAY).icp;
      expect(rule === undefined).toBe(refusalOf(row) !== undefined);
    }),
  );
});
