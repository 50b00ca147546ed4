/** What a meeting reads: Rates, Changes, Lanes and the Summary's lines, from a run with results and a closed month. */
import { monthNamed } from '../../../src/domain/review/month';
import type { ResultRow } from '../../../src/domain/review/results';
import { renderBlocks } from '../../../src/sheet/render/blocks';
import { renderChanges } from '../../../src/sheet/render/changesTab';
import { renderLanes } from '../../../src/sheet/render/lanesTab';
import { renderRates } from '../../../src/sheet/render/ratesTab';
import { reviewOf, type Past } from '../../../src/sheet/review/review';
import { packSnapshot, unpackSnapshot } from '../../../src/sheet/review/snapshot';
import { columnOf, EXAMPLE_ACCOUNTS, EXAMPLE_ICP, rowOf, runOf } from '../../support/sheet/render/runs';

const MAY = monthNamed('2026-05')!;
const SEGMENTS = {
  segments: [
    {
      Segment: 'Fintech',
      Hypothesis: 'auditors ask',
      'Pain point': 'audits',
      'Buyer roles': 'CFO; Economic buyer',
      'Offer angle': 'records',
      Owner: 'Ada',
    },
    { Segment: '__proto__', 'Pain point': 'forecasts' },
  ],
  rules: [
    { For: 'Fintech', Field: 'Industry', Operator: 'is', Value: 'Fintech' },
    { For: '__proto__', Field: 'Industry', Operator: 'is', Value: 'Software' },
  ],
};
const run = runOf(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP, ...SEGMENTS });
const results = [3, 4].map((replies, index): ResultRow => ({
  month: MAY + index,
  segment: 'Fintech',
  tier: 0,
  variant: index === 0 ? 'A' : 'B',
  contacted: 9,
  replies,
  meetings: null,
  opportunities: null,
  won: null,
  bounced: 0,
}));
const before = runOf([...EXAMPLE_ACCOUNTS.slice(0, 3), ['Gone Ltd', 'Fintech', 60, 'Germany', '', 1]], { icp: EXAMPLE_ICP });
const marks = { month: MAY, planHash: 'p', icpHash: 'old', plan: {}, renamed: new Map<string, string>() };
const snapshot = unpackSnapshot(packSnapshot(before.runResult, marks))!;
const past: Past = {
  last: { snapshot, plan: before.plan, layers: [] },
  months: [{ month: MAY, icpHash: 'old' }],
  frozen: new Map(),
};
const SUCCESSORS = { renamed: new Map([['Banks', 'Fintech']]), successors: ['Banks is Fintech now: it asks the same.'] };
const review = reviewOf(run, {
  layers: [],
  sourced: new Set(),
  results,
  past,
  typed: run.plan.market,
  icpHash: 'new',
  ...SUCCESSORS,
});
const lanes = {
  personas: [
    {
      name: 'Finance head',
      role: 'Economic buyer',
      texts: [['Pain points', 'audits'] as const, ['Outreach tips', 'be brief'] as const],
    },
  ],
  motions: new Map([['fintech', 'Cycle: 90 days']]),
};

it('all tabs are rectangles, and appear with what they have to say', () => {
  const blocks = renderBlocks({ run, review, lanes, leftOut: [] }, [], new Set());
  expect(blocks.map(({ kind }) => kind)).toEqual([
    'summary',
    'scores',
    'segments',
    'coverage',
    'lanes',
    'rates',
    'changes',
    'funnel',
  ]);
  for (const { rows, columns } of blocks) expect(rows.every((row) => row.length === columns.length)).toBe(true);
});

it('Rates: 7 of 18 with their interval; what is not known stays blank', () => {
  const row = rowOf(renderRates(review), 'Item', 'Fintech');
  expect(row).toMatchObject({ Contacted: 18, 'Meeting rate': '', 'Bounce rate': 0, Verdict: 'Merge' });
  expect(row['Reply rate']).toBeCloseTo(7 / 18, 12);
  expect(row['Reply from']).toBeLessThan(7 / 18);
  const { columns, rows } = renderRates(review);
  expect(rows.map((cells) => cells[0])).toEqual([
    'Segment',
    'Segment',
    'Tier',
    'Month',
    'Month',
    'Variant',
    'Variant',
    'Change',
    'Change',
  ]);
  expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
});

it('a segment that took over another says so on Rates and on the Summary', () => {
  expect(rowOf(renderRates(review), 'Item', 'Fintech')).toMatchObject({
    Why: expect.stringMatching(/ With the results of Banks\.$/),
  });
  const [summary] = renderBlocks({ run, review, lanes, leftOut: [] }, [], new Set());
  expect(rowOf(summary!, 'What', 'Segments').Next).toBe('Banks is Fintech now: it asks the same. Its results count there.');
});

it('Changes: Before and all parts are Now, tier by tier; who is new and gone is counted', () => {
  const block = renderChanges(run, review.difference);
  const tiers = block.rows.filter(([part]) => part === 'Tier');
  for (const [, , was, ...rest] of tiers) {
    const parts = rest.slice(0, 7).map(Number);
    expect(Number(was) + parts.reduce((a, b) => a + b, 0)).toBe(Number(rest[7]));
  }
  const total = (header: string) =>
    columnOf(block, header)
      .slice(0, 6)
      .reduce<number>((sum, cell) => sum + Number(cell), 0);
  expect([total('New'), total('Gone')]).toEqual([4, -1]);
});

it('the Summary says it in one line, by cause', () => {
  const [summary] = renderBlocks({ run, review, lanes, leftOut: [] }, [], new Set());
  expect(rowOf(summary!, 'What', "Since May's close")).toMatchObject({ Accounts: '0', Next: expect.stringMatching(/new/) });
});

it('S1.41: a lane says why, problem, buyers, offer, personas, motion and what is expected', () => {
  const { rows } = renderLanes(run, review, lanes);
  const fintech = new Map(rows.filter(([segment]) => segment === 'Fintech').map(([, line, text]) => [line, text]));
  expect(fintech.get('Why this segment')).toBe('auditors ask');
  expect(fintech.get('Finance head')).toBe('Pain points: audits\nOutreach tips: be brief');
  expect(fintech.get('Buying motion')).toBe('Cycle: 90 days');
  expect(fintech.get('Expected')).toBe('Replies from 8–15 % of the people, meetings from 4–7 %');
  expect(fintech.size).toBeLessThanOrEqual(14);
  expect(rows.some(([segment]) => segment === '__proto__')).toBe(true);
});
