/** A first plan over the built add-on: from the list, or from a starter plan, always one that a run takes. */
import type { ProposedPlan } from '../../../src/commands/protocol/replies';
import { ask, bookOf, openAddOn, valueOf, type Rows } from '../../support/commands/addOn';

const INDUSTRIES = ['Retail', 'Computer Software', 'Machinery', 'Banking', 'Legal Services'];
const ACCOUNTS: Rows = [
  ['Account name', 'Domain', 'Industry', 'Employees', 'Funding stage'],
  ...Array.from({ length: 120 }, (_, i) => [
    `Firm ${i}`,
    `firm${i}.example`,
    INDUSTRIES[i % 5]!,
    8 + 7 * ((i * 11) % 120),
    ['Seed', 'Series A', ''][i % 3]!,
  ]),
];

const propose = async (starter?: string) => {
  const host = await openAddOn(bookOf({ Accounts: ACCOUNTS }));
  return { host, reply: ask<ProposedPlan>(host, { kind: 'proposePlan', ...(starter === undefined ? {} : { starter }) }) };
};

test.each([undefined, 'sales-software', 'agency', 'manufacturing-supplier', 'fintech', 'midmarket-hr'])(
  'a plan proposed from %s runs, and has accounts in four tiers',
  async (starter) => {
    const { host, reply } = await propose(starter);
    if (!reply.ok) throw new Error(reply.error.what);
    valueOf(host, { kind: 'importPlan', plan: reply.value.plan });
    const { report } = valueOf(host, { kind: 'planEverything' });
    expect(report.tiers.slice(0, 4).map(({ accounts }) => accounts > 0)).toEqual([true, true, true, true]);
  },
);

test('a starter plan says what it leaves out, and brings the people who buy', async () => {
  const { reply } = await propose('sales-software');
  if (!reply.ok) throw new Error(reply.error.what);
  expect(reply.value.notes[0]).toBe('The starter plan "Software for sales teams", in the words of the list.');
  expect(reply.value.notes).toContain('Left out: Technologies: the list has no such column.');
  expect(reply.value.plan.personas).toHaveLength(3);
  expect(reply.value.plan.icp?.map(({ Field }) => Field)).not.toContain('Technologies');
});

test('a starter plan of another name is refused with the names there are', async () => {
  const { reply } = await propose('rockets');
  expect(reply.ok ? '' : reply.error.what).toMatch(/^"starter" must be one of: sales-software, .*fintech\.$/);
});
