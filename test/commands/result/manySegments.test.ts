/** Fifty segments with the longest names a run takes: what does not fit into a cell of ours is cut by us, and nobody is asked to shorten it. */
import { bookOf, openAddOn, valueOf, valuesOf } from '../../support/commands/addOn';

jest.setTimeout(60_000);

const NAMES = Array.from({ length: 50 }, (_, index) => `${String(index).padStart(2, '0')} ${'long '.repeat(52)}`.slice(0, 264));

it('50 segments of 264 characters that all share their accounts are published with every cell cut to what it holds', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => [`Firm ${index}`, 'Software', 'Germany']);
  const host = await openAddOn(bookOf({ Accounts: [['Account name', 'Industry', 'Country'], ...rows] }));
  valueOf(host, {
    kind: 'importPlan',
    plan: {
      format: 1,
      icp: [{ Field: 'Industry', Operator: 'is', Value: 'Software', Importance: 'High' }],
      segments: NAMES.map((Segment) => ({ Segment, 'Buyer roles': 'CEO', Competition: 'High' })),
      rules: NAMES.map((For) => ({ For, Field: 'Country', Operator: 'is', Value: 'Germany' })),
    },
  });
  const { report } = valueOf(host, { kind: 'planEverything', accountsTab: 'Accounts', asOf: '2026-11-30' });
  expect(report.problems.filter(({ code }) => code === 'TEXT_TOO_LONG')).toEqual([]);
  const texts = ['Summary', 'Scores', 'Segments', 'Coverage', 'Lanes'].flatMap((tab) =>
    valuesOf(host, tab)
      .flat()
      .filter((value): value is string => typeof value === 'string'),
  );
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(50_000);
  expect(texts.join('\n')).not.toMatch(/[Ss]horten it/);
  expect(report.segments).toHaveLength(50);
});
