/** What a team reads on Funnel, Summary, Segments and Coverage. */
import { FILLS } from '../../../src/sheet/render/tabFormat';
import { generatedFormat } from '../../../src/sheet/render/generatedFormat';
import { shownText } from '../../../src/sheet/parse/text';
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
    expect(rowOf(tab, 'Rule', 'Industry')).toMatchObject({
      Verdict: 'raises quality',
      Evidence: expect.stringMatching(/^Won 20 of 20 /),
    });
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
  const line = (what: string) => rowOf(block, 'What', what);

  it('S3.23–S3.25: TAM, SAM and SOM in money, companies whole', () => {
    expect([line('TAM'), line('SAM'), line('SOM')].map(({ Next }) => Next)).toEqual([
      '1,200,000,000 a year',
      '240,000,000 a year',
      '4,800,000 a year',
    ]);
    expect(['TAM', 'SAM', 'SOM', 'ICP of the market'].map((what) => line(what).Accounts)).toEqual([100_000, 20_000, 400, 50_000]);
  });

  it('S0.7, S0.8: revenue at the capture share with its budget verdict', () => {
    expect(line('Capture share')).toMatchObject({ Next: '120,000,000 a year', Verdict: 'larger team' });
  });

  it('S3.27, S0.28: says in one line what the target asks for and who can be written to', () => {
    expect(line('Outreach for the target')).toMatchObject({
      Verdict: 'Fail',
      Next: '417 customers need 115,833 emails, 450 a business day; 2 accounts can be written to',
    });
  });

  it('S3.16–S3.19: says how each tier is worked, and why accounts are in none', () => {
    expect(line('Tier 1')).toMatchObject({ Accounts: 1, Next: 'One to one on several channels, executives included' });
    expect(line('Needs data').Next).toBe('Fill in Employees first (1 account)');
  });

  it('draws a bar for each tier that has accounts, the longest for the most', () => {
    expect(['Tier 1', 'Tier 2', 'Tier 3', 'Tier 4'].map((tier) => shownText(line(tier).Verdict ?? '').length)).toEqual([
      4, 8, 4, 4,
    ]);
  });

  it('names the five worst findings, Fail first', () => {
    const from = columnOf(block, 'What').indexOf('To do, worst first') + 1;
    expect(columnOf(block, 'Verdict').slice(from, from + 6)).toEqual(['Fail', 'Fail', 'Fail', 'Check', 'Check', '']);
  });

  it('draws the grid with a play and the available accounts in each cell that has accounts', () => {
    const from = columnOf(block, 'What').indexOf('Fit × signal');
    expect(block.rows.slice(from).map((row) => row.slice(0, 5))).toEqual([
      ['Fit × signal', 'High signal', 'Medium', 'Low', 'None'],
      ['Fit 90 and up', 'Executives, this week: 2 of 2', '–', '–', 'Await a signal: 1 of 1'],
      ['Fit 70 to 90', '–', '–', '–', '–'],
      ['Fit 50 to 70', '–', '–', '–', 'Automated, last: 1 of 1'],
      ['Fit below 50', '–', '–', '–', 'Leave out: 1 of 1'],
    ]);
  });

  it('says first, in amber, what the run leaves out', () => {
    const run = runOf(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP });
    const rule = { kind: 'rule', name: 'Raised', field: 'Funding', why: 'Funding has no column.', fix: 'Choose one.' } as const;
    const [, first] = renderSummary(run, reviewedOf(run).review, [rule, rule]).rows;
    expect(first).toEqual(['Left out', '', '', '', '', '2 rules: Funding has no column. Choose one.']);
    expect(generatedFormat('summary').paints).toContainEqual({
      kind: 'word',
      headers: ['What'],
      word: 'Left out',
      fill: FILLS.middling,
    });
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

  const row = (what: string) => rowOf(block, 'What to fix first', what);

  it('S0.20, S2.11: names the segments without a hypothesis and the roles without titles', () => {
    expect(row('Segments without a hypothesis')).toMatchObject({ Status: 'Check', Now: "__proto__ ('Plan Segments'!A3)" });
    expect(row('Buyer roles without titles')).toMatchObject({ Status: 'Check', Now: "Champion ('Plan Segments'!A3)" });
  });

  it('S1.26: finds the phone that two people share', () => {
    expect(row('Contacts that share an address').Now).toBe(
      '0 emails and 1 phone (5550100200: 2 contacts) on more than one contact',
    );
  });

  it('S1.22, S2.11, S3.20–S3.22: shows roles, titles and committees of each segment', () => {
    expect(['roles', 'titles', 'buying committee'].map((what) => row(`German fintech: ${what}`).Now)).toEqual([
      'Technical buyer 2 (1 verified)',
      'CTO 2',
      '3 to 7 known people at 0 accounts, fewer at 1, more at 0, none at 0',
    ]);
  });

  it('shows or counts every check of the report, once', () => {
    const open = columnOf(block, 'Status').filter((status) => ['Fail', 'Check', 'Not known'].includes(shownText(status)));
    const passed = block.rows
      .filter(([, status]) => status === 'Pass')
      .map(([, , now]) => Number.parseInt(shownText(now ?? ''), 10));
    expect(open.length + passed.reduce((sum, count) => sum + count, 0)).toBe(run.checks.length);
  });

  it('has no cell above 25 words', () => {
    for (const cells of block.rows) for (const cell of cells) expect(shownText(cell).split(' ').length).toBeLessThanOrEqual(25);
  });

  it('S3.27, S3.16–S3.19: shows the steps of the reverse funnel and the hours of each tier', () => {
    const tam = [
      { Item: 'Average contract value', Value: 12_000 },
      { Item: 'Revenue target', Value: 5_000_000 },
      { Item: 'Close rate', Value: '20%' },
      { Item: 'Meeting to opportunity rate', Value: '40%' },
      { Item: 'Reply to meeting rate', Value: '30%' },
      { Item: 'Reply rate', Value: '15%' },
    ];
    const figures = renderCoverage(runOf(accounts, { ...SEGMENTS, tam }));
    const now = (start: string) =>
      figures.rows.filter(([what]) => shownText(what ?? '').startsWith(start)).map(([, , cell]) => shownText(cell ?? ''));
    expect(now('Outreach for the target: ').slice(0, 7)).toEqual(['417', '2,085', '5,213', '17,375', '115,833', '9,653', '450']);
    const hours = now('Time for Tier').map((share) => Number.parseFloat(share));
    expect(hours.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
  });
});
