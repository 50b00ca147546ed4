/** "Close this month" on the built bundle: what the team finds in Review right after it, and a month closed twice. */
import type { ClosedReport } from '../../../src/commands/protocol/replies';
import type { Host } from '../../../workbench/core/realm/host';
import { ACCOUNTS, PLAN } from '../../support/faults/books';
import { ask, bookOf, openAddOn, tabOf, valueOf, valuesOf } from '../../support/commands/addOn';

const DAY = '2026-11-21';

function closed(host: Host): ClosedReport {
  const reply = ask<ClosedReport>(host, { kind: 'closeMonth', asOf: DAY });
  if (!reply.ok) throw new Error(reply.error.what);
  return reply.value;
}

async function runResult(): Promise<Host> {
  const host = await openAddOn(bookOf({ Accounts: ACCOUNTS }));
  valueOf(host, { kind: 'importPlan', plan: PLAN });
  valueOf(host, { kind: 'planEverything', asOf: DAY });
  return host;
}

it('Review has its drop-down, its due colour and its name at once, and no other tab is dressed anew', async () => {
  const host = await runResult();
  const [chart] = host.document.liveCharts();
  host.document.removeChart(chart?.id ?? null);
  closed(host);
  const review = tabOf(host, 'Review');
  expect(review.validations).toMatchObject([{ values: ['Keep', 'Merge', 'Tighten', 'Split', 'Pause'], rejects: false }]);
  expect(JSON.stringify(review.conditionalFormats)).toMatch(/dateBefore/i);
  expect(host.snapshot().namedRanges.map(({ name }) => name)).toContain('SP_Review');
  valueOf(host, { kind: 'planEverything', asOf: DAY });
  expect(tabOf(host, 'Summary').charts ?? []).toEqual([]);
}, 60_000);

it('a segment that the plan has got since adds no row to a month that is closed', async () => {
  const host = await runResult();
  expect(closed(host).rows).toBeGreaterThan(1);
  const [, [was] = []] = host.person.values('Plan Segments', 'A1:A2');
  const rules = host.person.values('Plan Rules', 'A1:A40').map(([name]) => name);
  host.person.type('Plan Segments', 'A2', 'Renamed');
  rules.forEach((name, row) => {
    if (name === was) host.person.type('Plan Rules', `A${row + 1}`, 'Renamed');
  });
  const before = valuesOf(host, 'Review');
  expect(closed(host)).toEqual({ month: '2026-11', rows: 0, sentences: ['2026-11 was closed before: nothing was added.'] });
  expect(valuesOf(host, 'Review')).toEqual(before);
}, 60_000);
