/** What a team reads on Funnel, Summary, Segments and Coverage. */
import { renderBlocks } from '../../../src/sheet/render/blocks';
import { renderCoverage } from '../../../src/sheet/render/coverageTab';
import { renderFunnel } from '../../../src/sheet/render/funnelTab';
import { renderSegments } from '../../../src/sheet/render/segmentsTab';
import { renderSummary } from '../../../src/sheet/render/summaryTab';
import { EXAMPLE_ACCOUNTS, EXAMPLE_ICP, columnOf, rowOf, reviewedOf, runOf } from '../../support/sheet/render/runs';
import type { PlanRows } from '../../support/sheet/plan/plans';

const SEGMENTS: PlanRows = {
  icp: EXAMPLE_ICP,
  segments: [
    { Segment: 'German fintech', 'Buyer roles': 'CTO', Hypothesis: 'New rules bite', 'Pain point': 'Audits', Competition: 'Low' },
    { Segment: '__proto__', 'Buyer roles': 'Champion', 'Pain point': 'Cost', Competition: 'High' },
  ],
  rules: [
    { For: 'German fintech', Field: 'Industry', Operator: 'is', Value: 'Fintech' },
    { For: '__proto__', Field: 'Industry', Operator: 'is', Value: 'Software' },
  ],
};

describe('Funnel', () => {
  const block = renderFunnel(runOf(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP }));

  it('S0.26: goes rule by rule, before − mismatch − blank = after', () => {
    expect(columnOf(block, 'Before')).toEqual([6, 4, 2, 2]);
    expect(columnOf(block, 'Mismatch')).toEqual([1, 1, 0, 1]);
    expect(columnOf(block, 'Blank')).toEqual([1, 1, 0, 0]);
    expect(columnOf(block, 'After')).toEqual([4, 2, 2, 1]);
  });

  it('S0.29: says what each rule gives back, and of that what is only blank', () => {
    expect(rowOf(block, 'Rule', 'Hiring')).toMatchObject({ 'Gives back': 1, 'Of that blank': 0 });
    expect(rowOf(block, 'Rule', 'Employees')).toMatchObject({ 'Gives back': 1, 'Of that blank': 1 });
  });

  it('shares the whole loss out over the rules', () => {
    const shares = columnOf(block, 'Share of the loss').map(Number);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('does not judge a rule by fewer than ten accounts', () => {
    expect(new Set(columnOf(block, 'Verdict'))).toEqual(new Set(['not known']));
  });

  it('S0.29: goes by customers and lost deals where Account status tells them', () => {
    const rows = Array.from({ length: 40 }, (_, i) => [
      `a${i}`,
      i < 20 ? 'Fintech' : 'Retail',
      i < 20 ? 'Customer' : 'Closed lost',
    ]);
    const icp = [{ Rule: 'Industry', Field: 'Industry', Operator: 'is', Value: 'Fintech' }];
    const tab = renderFunnel(runOf([['Account name', 'Industry', 'Account status'], ...rows], { icp }));
    expect(rowOf(tab, 'Rule', 'Industry')).toMatchObject({ Verdict: 'keeps', Evidence: expect.stringMatching(/^Won 20 of 20 /) });
  });

  it('is written with the first bound of the market', () => {
    const rules = [{ For: 'TAM', Field: 'Employees', Operator: 'at least', Value: 10 }];
    const run = runOf(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP.slice(0, 1), rules });
    expect(renderBlocks(reviewedOf(run), [], new Set()).map(({ kind }) => kind)).toEqual(['summary', 'scores', 'funnel']);
  });
});

describe('Summary', () => {
  const market = [
    { Item: 'Companies in the market', Value: 100_000 },
    { Item: 'Average contract value', Value: 12_000 },
    { Item: 'Serviceable companies', Value: 20_000 },
    { Item: 'Winnable share', Value: '2%' },
    { Item: 'Capture share', Value: '10%' },
    { Item: 'Revenue target', Value: 5_000_000 },
    { Item: 'Close rate', Value: '20%' },
    { Item: 'Meeting to opportunity rate', Value: '40%' },
    { Item: 'Reply to meeting rate', Value: '30%' },
    { Item: 'Reply rate', Value: '15%' },
    { Item: 'Accounts wanted', Value: 30 },
  ];
  const block = renderSummary(
    runOf(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP, tam: market }),
    reviewedOf(runOf(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP, tam: market })).review,
  );
  const line = (measure: string) => rowOf(block, 'Measure', measure);

  it('S3.23–S3.25: TAM, SAM and SOM in money', () => {
    expect([line('TAM'), line('SAM'), line('SOM')].map(({ Money }) => Money)).toEqual([1.2e9, 2.4e8, 4.8e6]);
    expect(line('SOM').Count).toBe(400);
  });

  it('S2.6, S3.38: says what each number is for and must not be used for', () => {
    expect(line('TAM').Note).toMatch(/For boards.*Not for targeting/);
    expect(line('SOM').Note).toMatch(/Not for a list of accounts/);
    expect(line('ICP').Note).toMatch(/Not for sizing the market/);
  });

  it('S0.7, S0.8: revenue at the capture share with its budget verdict', () => {
    expect(line('Captured TAM')).toMatchObject({ Share: 0.1, Money: 1.2e8, Verdict: 'larger team' });
  });

  it('S3.27: ends with the reverse funnel', () => {
    const measures = columnOf(block, 'Measure');
    const from = measures.indexOf('customers');
    expect(columnOf(block, 'Count').slice(from, from + 7)).toEqual([417, 2085, 5213, 17_375, 115_833, 9653, 450]);
  });

  it('S0.28: sets the accounts the outreach needs against those that can be written to', () => {
    expect(line('accounts needed a year')).toMatchObject({ Count: 38_611, Note: expect.stringContaining('3 people an account') });
    expect(line('accounts with a verified email').Count).toBe(2);
    expect(line('accounts short')).toMatchObject({ Count: 38_609, Verdict: 'Fail' });
    expect(line('weeks until used up').Count).toBeCloseTo((52 * 2) / 38_611, 6);
  });

  it('S3.16–S3.19: judges the share of Tier 1 and shows what is expected of the others', () => {
    expect(line('Tier 1')).toMatchObject({ Count: 1, Verdict: 'Check' });
    expect(line('Tier 1').Note).toContain('replies 15–25 %, meetings 8–12 %');
    expect(line('Tier 3')).toMatchObject({ Verdict: 'not judged' });
  });

  it('S3.16: asks Tier 1 for a buying signal only where a rule looks for one', () => {
    const noteOf = (icp: PlanRows['icp']) => {
      const run = runOf(EXAMPLE_ACCOUNTS, { icp: icp ?? [] });
      return rowOf(renderSummary(run, reviewedOf(run).review), 'Measure', 'Tier 1').Note;
    };
    expect(noteOf(EXAMPLE_ICP)).toContain('From 90, with a buying signal.');
    expect(noteOf(EXAMPLE_ICP.slice(0, 1))).toContain('From 90. ');
  });

  it('S3.16–S3.19: parts the hours by the article’s time for an account, and says that its shares sum to 110 %', () => {
    const parts = columnOf(block, 'Part');
    const hours = block.rows.filter((_, index) => parts[index] === 'Time');
    expect(hours.reduce((sum, row) => sum + Number(row[3]), 0)).toBeCloseTo(1, 12);
    expect(hours[0]?.[6]).toContain('110 %');
  });

  it('names the five worst findings, Fail first', () => {
    const parts = columnOf(block, 'Part');
    const verdicts = columnOf(block, 'Verdict').filter((_, index) => parts[index] === 'To do');
    expect(verdicts).toEqual(['Fail', 'Fail', 'Fail', 'Check', 'Check']);
  });
});

describe('Segments', () => {
  it('S1.40: shares credits out in launch order, none to a segment that fails', () => {
    const settings = [
      { Setting: 'Enrichment credits', Value: 100 },
      { Setting: 'Credits per account', Value: 2 },
      { Setting: 'Smallest segment', Value: 0 },
      { Setting: 'Small segment', Value: 0 },
      { Setting: 'Coverage low', Value: '0%' },
    ];
    const block = renderSegments(runOf(EXAMPLE_ACCOUNTS, { ...SEGMENTS, settings }));
    expect(rowOf(block, 'Segment', 'German fintech')).toMatchObject({ 'To enrich': 0, Credits: 0 });
    expect(rowOf(block, 'Segment', '__proto__')).toMatchObject({
      Credits: 0,
      'Credits why': 'Fails its checks: fix it before paying for data.',
    });
  });

  it('leaves credits blank without a budget', () => {
    expect(columnOf(renderSegments(runOf(EXAMPLE_ACCOUNTS, SEGMENTS)), 'Credits').every((cell) => cell === '')).toBe(true);
  });
});

describe('Coverage', () => {
  const contacts = [
    ['Company', 'Full name', 'Title', 'Email', 'Email status', 'Phone'],
    ['Northwind Pay', 'Ada B', 'CTO', 'ada@northwind.com', 'verified', '555 0100 200'],
    ['Northwind Pay', 'Cy D', 'CTO', 'cy@northwind.com', 'guessed', '5550100200'],
    ['Delta Desk', 'Eva F', 'VP Sales', 'eva@delta.com', 'verified', ''],
  ];
  const domains = ['Domain', 'northwind.com', 'delta.com', '', '', '', ''];
  const accounts = EXAMPLE_ACCOUNTS.map((row, index) => [...row, domains[index] ?? '']);
  const run = runOf(accounts, SEGMENTS, contacts);
  const block = renderCoverage(run);

  it('S1.10, S0.33: checks the whole plan first', () => {
    const ids = block.rows.filter((row) => row[0] === '').map((row) => row[1]);
    expect(ids).toEqual([
      'icp share',
      'tier 1 share',
      'dimensions',
      'firmographic only',
      'person fields',
      'separation',
      'segment count',
      'concentration',
      'hypothesis',
      'role titles',
      'shared addresses',
    ]);
  });

  it('S0.20, S2.11: names the segments without a hypothesis and the roles without titles', () => {
    expect(rowOf(block, 'Check', 'hypothesis')).toMatchObject({ Status: 'Check', Actual: "__proto__ ('Plan Segments'!A3)" });
    expect(rowOf(block, 'Check', 'role titles')).toMatchObject({ Status: 'Check', Actual: "Champion ('Plan Segments'!A3)" });
  });

  it('S1.26: finds the phone that two people share', () => {
    expect(rowOf(block, 'Check', 'shared addresses').Actual).toBe(
      '0 emails and 1 phone (5550100200: 2 contacts) on more than one contact',
    );
  });

  it('S1.22, S2.11, S3.20–S3.22: shows roles, titles and committees of each segment', () => {
    const rows = block.rows.filter((row) => row[0] === 'German fintech' && row[2] === '').map((row) => [row[1], row[3]]);
    expect(rows).toEqual([
      ['roles', 'Technical buyer 2 (1 verified) at 1 account'],
      ['titles', 'CTO 2'],
      ['committee', '3 to 7 known people at 0 accounts, fewer at 1, more at 0, none at 0'],
    ]);
  });

  it('is the checklist of the report, in the same order', () => {
    expect(block.rows.slice(0, run.checks.length).map((row) => row[1])).toEqual(run.checks.map(({ id }) => id));
  });
});
