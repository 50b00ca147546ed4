/** Counts of the page are the counts of the run; how quick they are is in the bench. */
import { readFileSync } from 'node:fs';
import type { PlanJson } from '../../../src/commands/protocol/requests';
import { ALL_TIERS } from '../../../src/domain/rules/plan';
import { parseCsv } from '../../../src/sheet/table/csv';
import { editRow } from '../../../sidebar/plan/entries';
import { liveOf, warningOf } from '../../../sidebar/plan/live';
import { NOTHING_CHANGED, applied, movesBetween } from '../../../sidebar/plan/whatIf';
import { opened } from '../../support/sidebar/lists';

const plan = JSON.parse(readFileSync('examples/plan.json', 'utf8')) as PlanJson;
const accounts = parseCsv(readFileSync('examples/accounts.csv', 'utf8'));
const contacts = parseCsv(readFileSync('examples/contacts.csv', 'utf8'));
const sample = opened(accounts, plan, contacts);

test('on the sample the page counts what the run reports: tiers, market, segments', () => {
  const { runResult, market, segments } = liveOf(sample.lists, sample.draft);
  expect(ALL_TIERS.map((tier, position) => ({ tier, accounts: runResult.counts.tiers[position] }))).toEqual(
    sample.report.tiers.map(({ tier, accounts: count }) => ({ tier, accounts: count })),
  );
  const { accounts: icp, confirmed, possible, shareOfTam, verdict, estimate } = market.icp;
  expect({
    listed: market.listed,
    tam: market.tam,
    sam: market.sam,
    som: market.som,
    icp: { accounts: icp, confirmed, possible, shareOfTam, verdict, estimate },
  }).toEqual(sample.report.market);
  expect(
    segments.map(({ segment, matches, available, customers, assigned, coverage, reachable, score, rank, verdict: word }) => ({
      segment: segment.name,
      matches,
      available,
      customers,
      assigned,
      coverage,
      reachable,
      score: score.score,
      rank,
      verdict: word,
    })),
  ).toEqual(sample.report.segments);
});

test('every account meets, fails or leaves blank each rule', () => {
  for (const { matches, fails, blank } of liveOf(sample.lists, sample.draft).counts.values())
    expect(matches + fails + blank).toBe(2534);
});

test('12,000 accounts come in two slices and are counted as the run counts them', () => {
  const rows = Array.from({ length: 12_000 }, (_, index) => [`a${index}`, ...(accounts[1 + (index % 2500)] ?? []).slice(1)]);
  const large = opened([accounts[0]!, ...rows], plan, contacts);
  expect(large.lists.read).toBe(12_000);
  const live = liveOf(large.lists, large.draft);
  expect(live.runResult.counts.tiers).toEqual(large.report.tiers.map(({ accounts: count }) => count));
});

test('a sample counts its own accounts as the run counts them, twice the same, and near the whole list’s shares', () => {
  const part = opened(accounts, plan, contacts, { most: 800 });
  expect([part.lists.read, part.lists.meta.size]).toEqual([800, 2534]);
  const { runResult } = liveOf(part.lists, part.draft);
  const whole = liveOf(sample.lists, sample.draft).runResult;
  const tierByRow = new Map(sample.lists.meta.rows.map((row, account) => [row, whole.tiering.final[account]]));
  part.lists.meta.rows.forEach((row, account) => expect(runResult.tiering.final[account]).toBe(tierByRow.get(row)));
  const again = opened(accounts, plan, contacts, { most: 800 });
  expect(liveOf(again.lists, again.draft).runResult.counts).toEqual(runResult.counts);
  runResult.counts.tiers.forEach((count, tier) =>
    expect(Math.abs(count / 800 - (whole.counts.tiers[tier] ?? 0) / 2534)).toBeLessThan(0.05),
  );
});

test('a filter that removes most of the list is warned of; a score is not a filter', () => {
  const count = { matches: 10, fails: 88, blank: 2 };
  expect(warningOf(count, 'must')).toBe('Removes 88% of the list on its own. Loosen it, or make it a score.');
  expect(warningOf(count, 'score')).toBe('');
  expect(warningOf({ matches: 90, fails: 10, blank: 0 }, 'exclude')).toBe('Removes 90% of the list on its own.');
  expect(warningOf({ matches: 1, fails: 9, blank: 90 }, 'score')).toMatch(/^Blank for 90%/);
});

test('a what-if moves whom the changed plan moves, and nothing changed moves nobody', () => {
  const before = liveOf(sample.lists, sample.draft).runResult;
  expect(movesBetween(before, liveOf(sample.lists, applied(sample.draft, NOTHING_CHANGED)).runResult).moved).toBe(0);
  const first = sample.draft.icp[0]!;
  const change = { weights: new Map([[first.id, 9]]), cuts: new Map([['tier2From' as const, 60]]) };
  const after = liveOf(sample.lists, applied(sample.draft, change)).runResult;
  const moves = movesBetween(before, after);
  expect(moves.moved).toBe(before.tiering.final.filter((tier, account) => tier !== after.tiering.final[account]).length);
  expect(editRow(sample.draft, 'icp', first.id, { Importance: 9 }).icp[0]?.after?.Importance).toBe(9);
});

test('a segment meets its rules on the page as in the run, however the two spell its name', () => {
  const rows = [
    ['Account name', 'Domain', 'Industry'],
    ['A', 'a.example', 'Software'],
    ['B', 'b.example', 'Software'],
    ['C', 'c.example', 'Retail'],
  ];
  const icp = [{ Field: 'Industry', Operator: 'in', Value: 'Software' }];
  const spelled: readonly (readonly [string, string])[] = [
    ['Großkunden', 'GROSSKUNDEN'],
    ['ﬁntech', ' FinTech\u00a0'],
  ];
  for (const [Segment, For] of spelled) {
    const rules = [{ For, Field: 'Industry', Operator: 'in', Value: 'Software' }];
    const file = opened(rows, { format: 1, icp, segments: [{ Segment }], rules });
    const { segments, counts } = liveOf(file.lists, file.draft);
    expect(file.report.segments.map(({ matches }) => matches)).toEqual([2]);
    expect(segments.map(({ matches }) => matches)).toEqual([2]);
    expect(counts.get(file.draft.rules[0]!.id)).toEqual({ matches: 2, fails: 1, blank: 0 });
  }
});
