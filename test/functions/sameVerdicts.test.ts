/** Formulas and tabs judge alike: a segment's five checks, its score and the reverse funnel, from the cells of the tabs. */
import { checkName } from '../../src/domain/checks/checkNames';
import type { CheckId } from '../../src/domain/facts/check';
import { shownNumber } from '../../src/domain/facts/figure';
import type { PlanJson } from '../../src/commands/protocol/requests';
import type { Host } from '../../workbench/core/realm/host';
import { bookOf, openAddOn, recordsOf, valueOf, type Rows } from '../support/commands/addOn';

jest.setTimeout(60_000);

/** Segments by their number of accounts, at and beside the cuts of 10 and 20. */
const LANES = [
  { size: 20, 'Pain point': 'Slow audits', 'Buyer roles': 'CTO', Urgency: '8', Competition: 'Low' },
  { size: 21, 'Pain point': 'n/a', 'Buyer roles': '-', Urgency: '', Competition: 'High' },
  { size: 9, 'Pain point': '', 'Buyer roles': 'CTO; none', Urgency: '1', Competition: '' },
  { size: 10, 'Pain point': 'Unknown', 'Buyer roles': '', Urgency: '10', Competition: 'Medium' },
] as const;

const nameOf = (size: number): string => `Lane of ${size}`;

/** All fit; every second has a verified email. */
const ACCOUNTS: Rows = [
  ['Account name', 'Industry', 'Employees', 'Verified emails'],
  ...LANES.flatMap(({ size }) =>
    Array.from({ length: size }, (_, index) => [`Firm ${index} of ${size}`, nameOf(size), 120, index % 2]),
  ),
];

const planOf = (rounding: string): PlanJson => ({
  format: 1,
  icp: [{ Field: 'Employees', Operator: 'between', Value: '50-500' }],
  segments: LANES.map(({ size, ...lane }) => ({ Segment: nameOf(size), ...lane })),
  rules: LANES.map(({ size }) => ({ For: nameOf(size), Field: 'Industry', Operator: 'is', Value: nameOf(size) })),
  tam: [
    { Item: 'Average contract value', Value: '12000' },
    { Item: 'Revenue target', Value: '5000000' },
    { Item: 'Close rate', Value: '20%' },
    { Item: 'Meeting to opportunity rate', Value: '40%' },
    { Item: 'Reply to meeting rate', Value: '30%' },
    { Item: 'Reply rate', Value: '15%' },
  ],
  settings: [
    { Setting: 'Small segment', Value: '20' },
    { Setting: 'Smallest segment', Value: '10' },
    { Setting: 'Coverage wanted', Value: '50%' },
    { Setting: 'Reverse funnel rounding', Value: rounding },
  ],
});

async function runResult(rounding: string): Promise<Host> {
  const host = await openAddOn(bookOf({ Accounts: ACCOUNTS, Formulas: [['']] }));
  valueOf(host, { kind: 'importPlan', plan: planOf(rounding) });
  valueOf(host, { kind: 'planEverything', accountsTab: 'Accounts' });
  return host;
}

function rowsOf(host: Host, formula: string): Rows {
  const result = host.evaluate(formula);
  if (result.kind !== 'rows') throw new Error(`${formula} gives ${JSON.stringify(result)}`);
  return result.rows;
}

const quoted = (value: string): string => `"${value}"`;

describe('SEGMENT_CHECK and SEGMENT_SCORE', () => {
  let host: Host;
  beforeAll(async () => {
    host = await runResult('article');
  }, 30_000);

  it.each(LANES)('give what the tabs say of $size accounts', ({ size, ...lane }) => {
    const row = recordsOf(host, 'Segments').find((record) => record.get('Segment') === nameOf(size))!;
    const coverage = String(row.get('Coverage'));
    const words = [lane['Pain point'], lane['Buyer roles'], lane.Competition].map(quoted).join(', ');
    const five = rowsOf(host, `=SEGMENT_CHECK(${String(row.get('Matches'))}, ${coverage}, ${words}, 20, 50%)`).slice(1);
    const inTab = new Map(recordsOf(host, 'Coverage').map((record) => [String(record.get('What to fix first')), record]));
    expect(five).toHaveLength(5);
    for (const [id, status, actual, fix] of five) {
      const record = inTab.get(`${nameOf(size)}: ${checkName(id as CheckId)}`);
      // A formula has no cell of the segment to name.
      const shown = ['Status', 'Now', 'How'].map((name) => String(record?.get(name)).replace(/ \('Plan Segments'!A\d+\)$/, ''));
      // What passes is counted in one line a segment.
      if (status === 'Pass') expect(record).toBeUndefined();
      else expect(shown).toEqual([status, actual, fix]);
    }

    const fit = String(Number(row.get('Mean fit')) * 10);
    const score = `=SEGMENT_SCORE(${fit}, ${quoted(lane.Urgency)}, "", ${coverage}, ${quoted(lane.Competition)})`;
    expect(host.evaluate(score)).toMatchObject({ kind: 'value', value: row.get('Score') });
  });
});

describe('OUTREACH_PLAN', () => {
  it.each(['each step', 'none'])('rounds as the tab does: %s', async (rounding) => {
    const host = await runResult(rounding);
    const formula = `=OUTREACH_PLAN(5000000, 12000, 20%, 40%, 30%, 15%, "${rounding}")`;
    const steps = recordsOf(host, 'Coverage').flatMap((record) => {
      const [, step] = /^Outreach for the target: (.*)$/.exec(String(record.get('What to fix first'))) ?? [];
      return step === undefined ? [] : [[step, record.get('Now')]];
    });
    const shown = rowsOf(host, formula)
      .slice(1)
      .map(([step, value]) => [step, shownNumber(Number(value))]);
    expect(steps.slice(0, 7)).toEqual(shown);
  });
});
