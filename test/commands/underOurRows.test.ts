/** What stands where our tabs grow to, and what a change of zone and language between two runs does, on the true engine. */
import type { PlanJson } from '../../src/commands/protocol/requests';
import type { RunReply } from '../../src/commands/protocol/replies';
import type { Host } from '../../workbench/core/realm/host';
import { columnLetters } from '../../src/sheet/address';
import { ask, bookOf, openAddOn, recordsOf, tabOf, valueOf, valuesOf, type Rows } from '../support/commands/addOn';

jest.setTimeout(60_000);

const ACCOUNTS: Rows = [
  ['Account name', 'Industry', 'Employees', 'Last contacted', 'Hiring'],
  ['Acme', 'Fintech', 60, '2026-11-01', 'yes'],
  ['Bolt', 'Fintech', '1.200', '2026-03-09', 'no'],
  ['Cogs', 'Retail', 80, '', 'yes'],
];
const PLAN: PlanJson = {
  format: 1,
  icp: [
    { Field: 'Industry', Operator: 'is', Value: 'Fintech', Importance: 'High' },
    { Field: 'Employees', Operator: 'at least', Value: 50 },
    { Field: 'Last contacted', Operator: 'within last', Value: 6 },
  ],
  overrides: [{ 'Account key': 'cogs', Tier: 'Tier 1', Reason: 'Asked us', Date: '2026-10-02' }],
};
const RUN = { kind: 'planEverything', accountsTab: 'Accounts', asOf: '2026-11-21' } as const;

async function runResult(): Promise<Host> {
  const host = await openAddOn(bookOf({ Accounts: ACCOUNTS }));
  valueOf(host, { kind: 'importPlan', plan: PLAN });
  valueOf(host, RUN);
  return host;
}
const typedOver = ({ report }: RunReply) => report.problems.filter(({ code }) => code === 'TYPED_OVER');
const log = (host: Host): string => valuesOf(host, 'Log').flat().join('\n');

describe('below our rows, where a longer list will reach,', () => {
  const grow = (host: Host): RunReply => {
    host.person.insertRows('Accounts', 4, 4);
    host.person.paste(
      'Accounts',
      'A4',
      ['Dyno', 'Echo', 'Flux', 'Gale'].map((name) => [name, 'Retail', '70']),
    );
    return valueOf(host, RUN);
  };

  it.each([
    ['a formula that shows nothing', 'C8', '=IF(1>2, "x", "")', /^Scores!C8$/],
    ['a formula with a result', 'B9', '=COUNTA(B3:B5)', /^Scores!B9$/],
    ['a text', 'B8', 'our total', /^Scores!B8$/],
  ])('%s is named, and kept in the log as it was typed', async (_, position, text, at) => {
    const host = await runResult();
    host.person.type('Scores', position, text);
    const outcome = grow(host);
    expect(typedOver(outcome).map((problem) => problem.at)).toEqual([expect.stringMatching(at)]);
    expect(log(host)).toContain(JSON.stringify(text.replace(/, /g, ',')).slice(1, -1).slice(0, 12));
    expect(recordsOf(host, 'Scores')).toHaveLength(7);
    expect(typedOver(valueOf(host, RUN))).toEqual([]);
  });

  it('a formula that no run reaches stays', async () => {
    const host = await runResult();
    host.person.type('Scores', 'B40', '=COUNTA(B3:B9)');
    expect(typedOver(grow(host))).toEqual([]);
    expect(host.person.values('Scores', 'B40')).toEqual([[7]]);
  });
});

describe('within our rows', () => {
  it.each([
    ['shows nothing in a blank cell', 'Missing', 3, '=IF(1>2,"x","")'],
    ['shows the number that the run had written', 'Fit', 4, '=20+5'],
  ])('a formula that %s is named, and kept in the log as it was typed', async (_, header, row, text) => {
    const host = await runResult();
    const before = valuesOf(host, 'Scores').slice(1);
    const column = before[0]?.indexOf(header) ?? -1;
    const position = `${columnLetters(column + 1)}${row}`;
    host.person.type('Scores', position, text);
    expect(host.person.values('Scores', position)).toEqual([[before[row - 2]?.[column]]]);
    const outcome = valueOf(host, RUN);
    expect(typedOver(outcome).map((problem) => problem.at)).toEqual([`Scores!${position}`]);
    expect(log(host)).toContain(JSON.stringify(text).slice(1, -1));
    expect(valuesOf(host, 'Scores').slice(1)).toEqual(before);
    expect(typedOver(valueOf(host, RUN))).toEqual([]);
  });
});

describe('another zone and language of the spreadsheet between two runs', () => {
  it('moves no day, is no edit of ours or of the plan, and finds the rows that a page has loaded', async () => {
    const host = await runResult();
    const before = valuesOf(host, 'Scores').slice(1);
    const plan = valueOf(host, { kind: 'exportPlan' }).plan;
    const accounts = tabOf(host, 'Accounts');
    for (const [zone, locale] of [
      ['Pacific/Kiritimati', 'en_US'],
      ['America/Los_Angeles', 'en_GB'],
    ] as const) {
      host.document.timeZone = zone;
      host.document.locale = locale;
      const outcome = valueOf(host, RUN);
      expect(typedOver(outcome)).toEqual([]);
      expect(valuesOf(host, 'Scores').slice(1)).toEqual(before);
      expect(valueOf(host, { kind: 'exportPlan' }).plan).toEqual(plan);
      expect(tabOf(host, 'Accounts')).toEqual(accounts);
    }
    const [row = null] = plan.overrides ?? [];
    const saved = ask(host, {
      kind: 'savePlan',
      key: 'overrides',
      changes: [{ before: row, after: { ...row, Tier: 'Tier 2' } }],
    });
    expect(saved).toMatchObject({ ok: true, value: { kind: 'saved' } });
    expect(valueOf(host, { kind: 'exportPlan' }).plan.overrides?.[0]).toEqual({ ...row, Tier: 'Tier 2' });
  });
});
