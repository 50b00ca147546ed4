/** What a run leaves out is told: in JSON, in the sentences of the command line, and with what to do. */
import { compute, type Computed } from '../../../src/commands/result/compute';
import { reportOf } from '../../../src/commands/result/report';
import { sentencesOf } from '../../../src/commands/result/sentences';
import type { Grid } from '../../../src/sheet/grid';
import { gridsOfPlan, type PlanJson } from '../../../src/sheet/plan/planJson';

const ACCOUNTS: Grid = [
  ['Account name', 'Industry', 'Hiring'],
  ['Acme', 'SaaS', 'yes'],
  ['Bolt', 'Retail', 'no'],
];
const INDUSTRY = { Field: 'Industry', Operator: 'is', Value: 'SaaS', Importance: 'Critical' };
const HIRING = { Field: 'Hiring', Operator: 'is true', Dimension: 'Behavioral' };
const MOMENT = { day: 20_500, minute: 0, runId: 'r', time: '', install: 'i' };

function computed(plan: Omit<PlanJson, 'format'>, unfitResults?: { readonly tab: string; readonly grid: Grid }): Computed {
  return compute(
    {
      accounts: { tab: 'Accounts', grid: ACCOUNTS },
      contacts: undefined,
      plan: gridsOfPlan({ format: 1, ...plan }),
      locale: 'en-US',
      asOf: undefined,
      unfitResults,
    },
    MOMENT,
  );
}

const leftOut = (run: Computed) => reportOf(run, [], { version: '', runId: '', time: '', planHash: '' }).leftOut;
const told = (run: Computed) => sentencesOf(run).slice(3, -1);

it('is nothing where every rule has its column', () => {
  const run = computed({ icp: [INDUSTRY, HIRING] });
  expect([leftOut(run), told(run)]).toEqual([[], []]);
});

it('names the rule, its field and the nearest header', () => {
  const run = computed({ icp: [INDUSTRY, { Rule: 'Growing', Field: 'Hirings', Operator: 'is true' }] });
  expect(leftOut(run)).toEqual([
    { kind: 'rule', name: 'Growing', field: 'Hirings', why: 'Accounts has no column "Hirings".', fix: 'Did you mean "Hiring"?' },
  ]);
  expect(told(run)).toEqual(['1 rule left out: Hirings has no column.']);
});

it('says that half of the weight gives no Tier 1', () => {
  const run = computed({ icp: [INDUSTRY, HIRING, { Field: 'Moons', Operator: 'at least', Value: 3, Importance: 5 }] });
  expect(told(run)).toEqual([
    '1 rule left out: Moons has no column.',
    'Rules left out hold half of the weight or more: nobody is Tier 1 by the rules, nobody confirmed.',
  ]);
  expect(run.run.market.icp).toMatchObject({ accounts: 1, confirmed: 0 });
});

it('says that Tier 1 asks for no signal where every signal rule is left out', () => {
  const run = computed({ icp: [INDUSTRY, { ...HIRING, Field: 'Moons' }] });
  expect(told(run)).toEqual(['1 rule left out: Moons has no column.', 'No signal rule has a column: Tier 1 asks for no signal.']);
  expect(run.run.runResult.counts.tiers[0]).toBe(1);
});

it('names overrides that apply to nobody, and those without a reason', () => {
  const overrides = [
    { 'Account key': 'nobody.example', Tier: 'Tier 1', Reason: 'Asked us' },
    { 'Account key': 'bolt', Tier: 'Tier 2' },
  ];
  const run = computed({ icp: [INDUSTRY], overrides });
  expect(leftOut(run).map(({ kind, name, field }) => [kind, name, field])).toEqual([
    ['override', 'nobody.example', ''],
    ['override', 'bolt', ''],
  ]);
  expect(told(run)[0]).toBe(
    'No account has the key "nobody.example", so this override applies to none. Copy the Account key from Scores, or delete the row.',
  );
  expect(run.run.runResult.counts.tiers.slice(0, 2)).toEqual([1, 1]);
});

it('names a tab of results that lacks a column, and uses none of its rows', () => {
  const grid = [
    ['Month', 'Segment', 'Contacted', 'Replies'],
    ['2025-12', '', 10, 1],
  ];
  const run = computed({ icp: [INDUSTRY] }, { tab: 'Results', grid });
  expect(leftOut(run)).toEqual([
    {
      kind: 'results',
      name: 'Results',
      field: 'Meetings, Opportunities, Won',
      why: 'Results is not used: it has no column "Meetings", "Opportunities", "Won".',
      fix: 'Add it, blank where nothing was counted.',
    },
  ]);
  expect(run.review.results).toEqual([]);
});

it('reads results without the columns that may be left out', () => {
  const row = { Month: '2025-12', Segment: '', Contacted: 10, Replies: 1, Meetings: '', Opportunities: '', Won: '' };
  const plan = gridsOfPlan({ format: 1, icp: [INDUSTRY], results: [row] });
  const grid = plan.get('results')!.grid.map((cells) => cells.filter((_, column) => ![2, 3, 5].includes(column)));
  const run = compute(
    {
      accounts: { tab: 'Accounts', grid: ACCOUNTS },
      contacts: undefined,
      plan: new Map([...plan, ['results', { tab: 'Results', grid }]]),
      locale: 'en-US',
      asOf: undefined,
    },
    MOMENT,
  );
  expect(run.review.results).toMatchObject([{ contacted: 10, replies: 1, tier: undefined, bounced: null }]);
  expect(run.leftOut).toEqual([]);
});
