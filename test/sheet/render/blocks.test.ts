/** The result tabs: which appear, their columns, blank for what is unknown, and numbers that add up. */
import fc from 'fast-check';
import type { Problem } from '../../../src/sheet/problem';
import { columnLetters } from '../../../src/sheet/address';
import type { Grid } from '../../../src/sheet/grid';
import { emptyColumns, type GeneratedKind } from '../../../src/sheet/ownTabs/block';
import { renderBlocks } from '../../../src/sheet/render/blocks';
import { shownText } from '../../../src/sheet/parse/text';
import { renderCoverage } from '../../../src/sheet/render/coverageTab';
import { renderFunnel } from '../../../src/sheet/render/funnelTab';
import { arranged, problemLines, problemRows } from '../../../src/sheet/render/problemRows';
import { renderProblems } from '../../../src/sheet/render/problemsTab';
import { renderScores } from '../../../src/sheet/render/scoresTab';
import { renderSegments } from '../../../src/sheet/render/segmentsTab';
import { renderSummary } from '../../../src/sheet/render/summaryTab';
import { isStampText, readStamp, stampText, type Stamp } from '../../../src/sheet/ownTabs/stamp';
import { SCORES_RANGE } from '../../../sidebar/take/formulas';
import type { PlanRows } from '../../support/sheet/plan/plans';
import { ACCOUNTS, EXAMPLE_ICP, SEGMENTS, columnOf, recordsOf, reviewedOf, runOf } from '../../support/sheet/render/runs';

const note: Problem = { code: 'CELLS_MERGED', severity: 'note', at: 'A!A1', found: '', message: 'm', fix: 'f', count: 1 };
const PLAN: PlanRows = { icp: EXAMPLE_ICP };
const kinds = (plan = PLAN, problems: readonly Problem[] = [], present: readonly GeneratedKind[] = []) =>
  renderBlocks(reviewedOf(runOf(ACCOUNTS, plan)), problems, new Set(present)).map(({ kind }) => kind);

describe('tabs appear when there is something to say in them', () => {
  it('of a first plan Summary and Scores alone', () => {
    expect(kinds()).toEqual(['summary', 'scores']);
  });

  it('with segments also Segments, Coverage, Lanes and Funnel, with anything to tell of the data Problems', () => {
    expect(kinds(PLAN, [{ ...note, fix: '' }])).toEqual(['summary', 'scores', 'problems']);
    expect(kinds(SEGMENTS, [note])).toEqual(['summary', 'scores', 'segments', 'coverage', 'lanes', 'funnel', 'problems']);
  });

  it('and again when they are there already, so that none shows an older run', () => {
    expect(kinds(PLAN, [], ['segments', 'coverage', 'funnel', 'problems'])).toEqual([
      'summary',
      'scores',
      'segments',
      'coverage',
      'funnel',
      'problems',
    ]);
  });

  it('each as a rectangle: as many cells a row as columns', () => {
    for (const block of renderBlocks(reviewedOf(runOf(ACCOUNTS, SEGMENTS)), [note], new Set())) {
      expect(new Set(block.rows.map((row) => row.length))).toEqual(new Set([block.columns.length]));
      expect(new Set(block.columns.map(({ header }) => header)).size).toBe(block.columns.length);
    }
  });
});

describe('Scores', () => {
  const block = renderScores(runOf(ACCOUNTS, SEGMENTS));

  it('has the columns of a work list', () => {
    expect(block.columns.map(({ header }) => header)).toEqual([
      ...['Rank', 'Account', 'Industry', 'Employees', 'Country', 'Hiring', 'Fact 5', 'Tier', 'Fit', 'Signal', 'Grid', 'Why'],
      ...['Missing', 'Segment', 'Best contact', 'Owner', 'Status', 'This month', 'Offer angle', 'Domain', 'Known', 'Low'],
      ...['High', 'Tier reason', 'Account key'],
    ]);
  });

  it('is as wide as the lookups that the page prints ask for', () => {
    expect(SCORES_RANGE).toBe(`$A:$${columnLetters(block.columns.length + 1)}`);
  });

  it('shows fit and signal as one label', () => {
    expect(columnOf(block, 'Grid')).toEqual(['1A', '1A', '1D', '3D', '4D', '']);
  });

  it('shows the facts that rules ask about, as typed, in the plan’s order', () => {
    expect(columnOf(block, 'Industry')[0]).toBe('Fintech');
    expect(new Set(columnOf(block, 'Fact 5'))).toEqual(new Set(['']));
    expect(emptyColumns(block).map((column) => block.columns[column - 1]?.header)).toContain('Fact 5');
  });

  it('tells a fact apart from a column of ours that has its name', () => {
    const accounts: Grid = [
      ['Account name', 'Tier', 'TIER (list)', 'Domain'],
      ['Acme', 'Gold', 'x', 'acme.example'],
    ];
    const icp = ['Tier', 'TIER (list)', 'Domain'].map((Field) => ({ Field, Operator: 'is known' }));
    const headers = renderScores(runOf(accounts, { icp })).columns.map(({ header }) => header);
    expect(headers.slice(2, 7)).toEqual(['Tier (list)', 'TIER (list) (list)', 'Fact 3', 'Fact 4', 'Fact 5']);
  });

  it('lists every account once, in work order, with its rank', () => {
    expect(columnOf(block, 'Rank')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(recordsOf(block).map((row) => [row.get('Account'), row.get('Tier'), row.get('Fit')])).toEqual([
      ['Northwind Pay', 'Tier 1', 100],
      ['Quill Works', 'Tier 2', 100],
      ['Delta Desk', 'Tier 2', 100],
      ['Acme Retail', 'Tier 3', 57.1429],
      ['Tall Ship Bank', 'Tier 4', 28.5714],
      ['Umber Cloud', 'Needs data', 100],
    ]);
  });

  it('shows what stands in the list, keys, segment, offer and owner', () => {
    expect(columnOf(block, 'Account key')).toEqual([
      'northwind.example',
      'quill works',
      'delta.example',
      'acme retail',
      'tall ship bank',
      'umber cloud',
    ]);
    expect(columnOf(block, 'Segment').slice(0, 3)).toEqual(['German fintech', '', 'Software']);
    expect(columnOf(block, 'Offer angle').slice(0, 3)).toEqual(['', '', 'Ship faster']);
    expect(columnOf(block, 'Owner').slice(0, 3)).toEqual(['', '', 'Ann']);
    expect(columnOf(block, 'Missing')).toEqual(['', 'Industry, Country', '', '', '', 'Employees']);
    expect(columnOf(block, 'Status')).toEqual(['', '', '', 'Customer', '', '']);
  });

  it('leaves a score blank, never 0, when nothing of weight is known', () => {
    const blank = renderScores(
      runOf([ACCOUNTS[0]!, ['Ghost', '', '', '', '', '', '', ''], ['Zero', '', 'Retail', 5, 'US', '', '', '']], PLAN),
    );
    expect(recordsOf(blank).map((row) => [row.get('Account'), row.get('Fit'), row.get('Known'), row.get('Tier')])).toEqual([
      ['Zero', 0, 1, 'Tier 4'],
      ['Ghost', '', 0, 'Needs data'],
    ]);
  });

  it('fills This month only when the team says how many accounts it works, segment by segment', () => {
    expect(new Set(columnOf(block, 'This month'))).toEqual(new Set(['']));
    const plan = { ...SEGMENTS, settings: [{ Setting: 'Accounts per month', Value: 2 }] };
    expect(columnOf(renderScores(runOf(ACCOUNTS, plan)), 'This month')).toEqual(['Yes', 'No', 'Yes', 'No', 'No', 'No']);
  });

  it('names a verified contact in a wanted role before any other', () => {
    const contacts = [
      ['Domain', 'Full name', 'Title', 'Email', 'Email status'],
      ['northwind.example', 'Guess Who', 'CFO', 'g@northwind.example', 'guessed'],
      ['northwind.example', 'Tess Dev', 'CTO', 't@northwind.example', 'verified'],
      ['northwind.example', 'Fin Ance', 'Group CFO', 'f@northwind.example', 'verified'],
    ];
    expect(columnOf(renderScores(runOf(ACCOUNTS, SEGMENTS, contacts)), 'Best contact')[0]).toBe(
      'Fin Ance, Group CFO, f@northwind.example',
    );
  });
});

describe('Segments', () => {
  const block = renderSegments(runOf(ACCOUNTS, SEGMENTS));

  it('lists segments by rank and then who is in none; assigned and the rest sum to the pool', () => {
    expect(columnOf(block, 'Segment')).toEqual(['Software', 'German fintech', 'Unassigned', 'Not enough data']);
    expect(columnOf(block, 'Rank')).toEqual([1, 2, '', '']);
    expect(columnOf(block, 'Matches')).toEqual([1, 1, '', '']);
    expect(columnOf(block, 'Assigned')).toEqual([1, 1, 0, 1]);
  });

  it('leaves coverage blank without contacts', () => {
    expect(columnOf(block, 'Coverage')).toEqual(['', '', '', '']);
  });

  it('shows which segments share accounts', () => {
    const plan = {
      ...SEGMENTS,
      rules: [...SEGMENTS.rules!.slice(0, 2), { For: 'Software', Field: 'Hiring', Operator: 'is true' }],
    };
    const shared = renderSegments(runOf(ACCOUNTS, plan));
    expect(columnOf(shared, 'Overlaps with').slice(0, 2)).toEqual(expect.arrayContaining(['Software (1)', 'German fintech (1)']));
  });
});

describe('Coverage', () => {
  const rows = recordsOf(renderCoverage(runOf(ACCOUNTS, SEGMENTS)));

  it('has what needs work first, worst first, each with its fix', () => {
    const statuses = rows.map((row) => shownText(row.get('Status') ?? ''));
    const judged = statuses.filter((status) => status !== '');
    const order = ['Fail', 'Check', 'Not known', 'Pass'];
    expect(judged).toEqual([...judged].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(statuses.slice(0, judged.length)).toEqual(judged);
    for (const row of rows.slice(0, judged.length)) expect(row.get('How') === '').toBe(row.get('Status') === 'Pass');
  });

  it('names what passes in one line for the plan and for each segment', () => {
    const passed = rows.filter((row) => row.get('Status') === 'Pass').map((row) => row.get('What to fix first'));
    expect(passed).toEqual(['Everything else of the plan', 'German fintech: everything else']);
  });
});

describe('Funnel', () => {
  const rows = recordsOf(renderFunnel(runOf(ACCOUNTS, SEGMENTS)));

  it('takes each rule as a strict filter: after = before − mismatch − blank (MODEL §15)', () => {
    expect(rows.map((row) => ['Rule', 'Before', 'Mismatch', 'Blank', 'After'].map((header) => row.get(header)))).toEqual([
      ['Industry', 6, 1, 1, 4],
      ['Employees', 4, 1, 1, 2],
      ['Country', 2, 0, 0, 2],
      ['Hiring', 2, 1, 0, 1],
    ]);
  });

  it('says what leaving a rule out gives back', () => {
    expect(rows.map((row) => [row.get('Gives back'), row.get('Of that blank')])).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
      [1, 0],
    ]);
  });
});

describe('Summary', () => {
  const rows = recordsOf(renderSummary(runOf(ACCOUNTS, SEGMENTS), reviewedOf(runOf(ACCOUNTS, SEGMENTS)).review));
  const line = (what: string) => rows.find((row) => row.get('What') === what);

  it('shows the counts that add up, and of them what is free to work', () => {
    const tiers = ['Tier 1', 'Tier 2', 'Tier 3', 'Tier 4', 'Needs data', 'Excluded'];
    expect(tiers.map((tier) => line(tier)?.get('Accounts'))).toEqual([1, 2, 1, 1, 1, 0]);
    expect(tiers.map((tier) => line(tier)?.get('Available'))).toEqual([1, 2, 0, 1, '', '']);
    expect(line('ICP accounts')?.get('Next')).toBe('2 confirmed, 1 to verify. 1 others might qualify.');
  });

  it('has no row for money that is not known, and none without a word', () => {
    expect(['TAM', 'SAM', 'SOM', 'Money'].map(line)).toEqual([undefined, undefined, undefined, undefined]);
    for (const row of rows) expect(row.get('What')).not.toBe('');
  });
});

describe('Problems', () => {
  it('come with what stops or hurts first, each with where, how many and the mend', () => {
    const problem: Problem = {
      ...note,
      severity: 'problem',
      code: 'CELLS_UNUSABLE',
      at: 'B!B2',
      found: '=1+1',
      message: 'Bad.',
      fix: 'Fix.',
      count: 7,
    };
    expect(renderProblems([note, problem]).rows).toEqual([
      ['Problem', 'B!B2', 7, '=1+1', 'Bad.', 'Fix.', 'CELLS_UNUSABLE'],
      ['Note', 'A!A1', 1, '', 'm', 'f', 'CELLS_MERGED'],
    ]);
  });
});

describe('problems of one kind and column', () => {
  const cells = ['Accounts!C9', 'Accounts!C7', 'Accounts!D9', "'My list'!C9", 'Columns', 'Columns'].map((at) => ({
    ...note,
    at,
    count: 2,
  }));

  it('are one row at the first cell, counted together', () => {
    expect(problemRows(cells).map(([, at, count]) => [at, count])).toEqual([
      ['Accounts!C7', 4],
      ['Accounts!D9', 2],
      ["'My list'!C9", 2],
      ['Columns', 4],
    ]);
  });

  it('are one line of text each, with the same words', () => {
    expect(
      problemLines([{ ...note, found: 'many', count: 1200 }, note, { ...note, found: 'x', message: 'It holds "x".' }]),
    ).toEqual(['Note · A!A1 · 1,201 times, first "many" · m f', 'Note · A!A1 · It holds "x". f']);
  });

  it('keep their count however they are grouped, and grouping twice changes nothing', () => {
    const problem = fc.record({
      code: fc.constantFrom('CELLS_MERGED' as const, 'CELLS_UNUSABLE' as const),
      severity: fc.constantFrom('refusal' as const, 'problem' as const, 'note' as const),
      at: fc.constantFrom('X!A1', 'X!A2', 'X!B1', 'X', '', 'plan.json › icp › row 3'),
      found: fc.constantFrom('', 'f'),
      message: fc.constantFrom('m', 'n'),
      fix: fc.constantFrom('', 'f'),
      count: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(problem), (problems) => {
        const sum = (all: readonly Problem[]) => all.reduce((total, { count }) => total + count, 0);
        expect(sum(arranged(problems))).toBe(sum(problems));
        expect(arranged(arranged(problems))).toEqual(arranged(problems));
      }),
    );
  });
});

const STAMP: Stamp = {
  ...{ state: 'OK', runId: 'r', version: '1', time: '2026-11-21 20:59', planHash: 'p', listHash: 'l' },
  ...{ read: 1, scored: 1, excluded: 0, errors: 0 },
};

describe('the stamp', () => {
  const word = fc.stringMatching(/^[0-9a-z.-]{1,16}$/);
  const stamps: fc.Arbitrary<Stamp> = fc.record({
    state: fc.constantFrom('OK' as const, 'UPDATING' as const),
    runId: word,
    version: word,
    time: fc.constant('2026-11-21 20:59'),
    planHash: word,
    listHash: word,
    read: fc.nat(9_999_999),
    scored: fc.nat(9_999_999),
    excluded: fc.nat(9_999_999),
    errors: fc.nat(9_999_999),
    layout: fc.nat(99),
    facts: fc.array(fc.string(), { maxLength: 5 }),
  });

  it('is read back as it was written, and known for ours', () => {
    fc.assert(
      fc.property(stamps, (stamp) => {
        expect(readStamp(stampText(stamp))).toEqual(stamp);
        expect(isStampText(stampText(stamp))).toBe(true);
      }),
    );
  });

  it.each(['', 'Segment Planner', 'Account', 'Segment Planner 0.1.0 · DONE · run 1'])('is not read from %p', (text) => {
    expect(readStamp(text)).toBeUndefined();
  });

  it('begins with what people need, and never like a formula, a number or a date', () => {
    fc.assert(
      fc.property(stamps, (stamp) => /^(Up to date|Updating since|Plan changed|Accounts changed) /.test(stampText(stamp))),
    );
    const stamp = { ...STAMP, time: '2026-11-30 22:44', scored: 2100, excluded: 434 };
    const first = (rest: Partial<Stamp>) => stampText({ ...stamp, ...rest }).split('\n')[0];
    expect(first({})).toBe('Up to date · 30 Nov 2026, 22:44 · 2,534 accounts');
    expect(first({ changed: 'plan and accounts' })).toBe('Plan and accounts changed since 30 Nov 2026, 22:44 · 2,534 accounts');
    expect(first({ state: 'UPDATING' })).toBe('Updating since 30 Nov 2026, 22:44');
  });

  it('is read where it holds the marks alone, as versions before wrote it', () => {
    fc.assert(
      fc.property(stamps, (stamp) => {
        const [, marks = ''] = stampText(stamp).split('\n');
        expect(readStamp(marks)).toEqual(stamp);
        expect(isStampText(marks)).toBe(true);
      }),
    );
  });
});
