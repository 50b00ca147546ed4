/** Results with bad input, snapshots there and back, review rows found and never rewritten. */
import { sourceOf } from '../../../src/sheet/address';
import type { Fact } from '../../../src/domain/facts/fact';
import { movementOf } from '../../../src/domain/review/movement';
import { monthName, monthNamed, monthOf } from '../../../src/domain/review/month';
import type { Plan } from '../../../src/domain/rules/plan';
import type { Settings } from '../../../src/domain/rules/settings';
import { planTableOf } from '../../../src/sheet/plan/planTable';
import type { Grid } from '../../../src/sheet/grid';
import { readLanes } from '../../../src/sheet/review/readLanes';
import { readLayers, sourcedRules } from '../../../src/sheet/review/readLayers';
import { readMonth, readResults } from '../../../src/sheet/review/readResults';
import {
  findReview,
  frozenOf,
  repeatedRows,
  reviewColumns,
  REVIEW_TITLE,
  rowsToClose,
} from '../../../src/sheet/review/reviewRows';
import { packSnapshot, unpackSnapshot } from '../../../src/sheet/review/snapshot';
import { reviewOf } from '../../../src/sheet/review/review';
import { EXAMPLE_ACCOUNTS, EXAMPLE_ICP, runOf } from '../../support/sheet/render/runs';

const MAY = monthNamed('2026-05')!;
const HEADERS = ['Month', 'Segment', 'Tier', 'Variant', 'Contacted', 'Bounced', 'Replies', 'Meetings', 'Opportunities', 'Won'];
const read = (...rows: Grid) =>
  readResults(
    planTableOf('results', { tab: 'Results', grid: [HEADERS, ...rows] }),
    ['Fintech', '__proto__'],
    new Map([['Banks', 'Fintech']]),
    MAY,
    undefined,
  );
const codes = (...rows: Grid) => read(...rows).problems.map(({ code, at }) => `${code} ${at}`);

describe('Results', () => {
  it('reads people by month, segment, tier and variant; blanks are not known', () => {
    expect(read(['2026-05', 'fintech', '1', 'B', 9, '', 3, 0, '', '']).rows).toEqual([
      {
        source: sourceOf({ tab: 'Results', row: 2, column: 1 }),
        month: MAY,
        segment: 'Fintech',
        tier: 0,
        variant: 'B',
        contacted: 9,
        bounced: null,
        replies: 3,
        meetings: 0,
        opportunities: null,
        won: null,
        cycleDays: null,
        churn: null,
      },
    ]);
    expect(read(['2026-05', '__proto__', '', '', 5, '', 1, '', '', '']).rows[0]!.segment).toBe('__proto__');
  });

  it.each([['2026-05'], ['May 2026'], ['05/2026'], ['5.2026'], ['2026-05-31'], [{ year: 2026, month: 5, day: 1 }]])(
    'reads %p as May',
    (cell) => expect(readMonth(cell)).toBe(MAY),
  );

  it('S3.15: cycle and churn where the team adds the columns; what is no number is told', () => {
    const table = planTableOf('results', {
      tab: 'Results',
      grid: [
        [...HEADERS, 'Cycle days', 'Churn'],
        ['2026-05', 'Fintech', '', '', 9, '', '', '', '', '', 45, '22%'],
        ['2026-05', 'Fintech', 'X', '', 9, '', '', '', '', '', 'long', '140%'],
      ],
    });
    const { rows, problems } = readResults(table, ['Fintech'], new Map(), MAY, undefined);
    expect(rows.map(({ cycleDays, churn }) => [cycleDays, churn])).toEqual([
      [45, 0.22],
      [null, null],
    ]);
    expect(problems.filter(({ code }) => code === 'RESULT_FIGURE').map(({ at }) => at)).toEqual(['Results!K3', 'Results!L3']);
  });

  it('leaves out what is no month, comes later, or counts nobody, and says where', () => {
    expect(codes(['', 'Fintech', '', '', 9], ['soon', '', '', '', 9], ['13/2026', '', '', '', 9])).toEqual([
      'RESULT_MONTH Results!A2',
      'RESULT_MONTH Results!A3',
      'RESULT_MONTH Results!A4',
    ]);
    expect(codes(['2026-06', '', '', '', 9])).toEqual(['RESULT_FUTURE Results!A2']);
    expect(codes(['2026-05', '', '', '', ''], ['2026-05', '', '', 'x', 0])).toEqual([
      'RESULT_COUNT Results!E2',
      'RESULT_COUNT Results!E3',
    ]);
  });

  it('takes no rate above 100 % and no rate for a count', () => {
    const { rows, problems } = read(['2026-05', 'Fintech', '', '', 9, '', 12, '18%', '', '']);
    expect(rows[0]).toMatchObject({ contacted: 9, replies: null, meetings: null });
    expect(problems.map(({ message }) => message)).toEqual([
      'Replies 12 of 9 contacted is more than 100 %, so Replies is in no rate.',
      '"18%" is no number of people under Meetings.',
    ]);
  });

  it('notes more at a step than at the one before, and counts both', () => {
    const { rows, problems } = read(['2026-05', 'Fintech', '', '', 100, '', 3, 2, 20, 30]);
    expect(rows[0]).toMatchObject({ meetings: 2, opportunities: 20, won: 30 });
    expect(problems.map(({ code, severity, at, message }) => [code, severity, at, message])).toEqual([
      ['RESULT_ABOVE_STEP', 'note', 'Results!I2', 'Opportunities 20 of 2 Meetings is more than 100 %; both are counted.'],
      ['RESULT_ABOVE_STEP', 'note', 'Results!J2', 'Won 30 of 20 Opportunities is more than 100 %; both are counted.'],
    ]);
  });
  it('follows a renamed segment, keeps an unknown one under its own name, and notes a row typed twice under one name', () => {
    const { rows, problems } = read(
      ['2026-05', 'Banks', '', '', 9],
      ['2026-05', 'Gone', '', '', 9],
      ['2026-05', 'Fintech', '', '', 9],
      ['2026-05', 'Fintech', 'X', '', 9],
    );
    expect(rows.map(({ segment }) => segment)).toEqual(['Fintech', 'Gone', 'Fintech', 'Fintech']);
    expect(problems.map(({ code }) => code)).toEqual(['RESULT_SEGMENT', 'RESULT_TIER', 'RESULT_TWICE']);
  });
});

it('results of closed months stand under the names of then, later ones under those of now', () => {
  const table = planTableOf('results', {
    tab: 'Results',
    grid: [HEADERS, ['2026-04', 'A', '', '', 9], ['2026-05', 'A', '', '', 9], ['2026-05', 'B']],
  });
  const { rows } = readResults(table, ['A', 'B'], new Map([['A', 'B']]), MAY, MAY - 1);
  expect(rows.map(({ segment }) => segment)).toEqual(['B', 'A']);
});

const SEGMENTS = {
  segments: [{ Segment: 'Fintech', 'Pain point': 'audits' }],
  rules: [{ For: 'Fintech', Field: 'Industry', Operator: 'is', Value: 'Fintech' }],
};
const run = runOf(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP, ...SEGMENTS });
const NOTHING = {
  layers: [],
  sourced: new Set<string>(),
  results: [],
  past: undefined,
  typed: run.plan.market,
  icpHash: 'x',
  renamed: new Map<string, string>(),
  successors: [],
};
it('S3.15: a month counts with the ICP it was closed with, whatever the plan has become since', () => {
  const now = monthOf(run.plan.asOf);
  const { rows } = readResults(
    planTableOf('results', {
      tab: 'Results',
      grid: [HEADERS, ...[now - 1, now].map((at) => [monthName(at), '', '', '', 9, '', 3])],
    }),
    ['Fintech'],
    new Map(),
    now,
    undefined,
  );
  const change = (months: readonly { readonly month: number; readonly icpHash: string }[]) =>
    reviewOf(run, { ...NOTHING, results: rows, past: { last: undefined, months, frozen: new Map() }, icpHash: 'new' }).period;
  expect(change([{ month: now - 1, icpHash: 'old' }])?.since).toBe(now);
  const closed = [now - 1, now].map((month) => ({ month, icpHash: 'old' }));
  expect(change(closed)).toBeNull();
  expect(change([{ month: now - 1, icpHash: 'older' }, ...closed.slice(1)])?.since).toBe(now);
});

const marks = { month: MAY, planHash: 'p', icpHash: 'i', plan: { format: 1 }, renamed: new Map([['Banks', 'Fintech']]) };

const readings = ({ shown, isBlank, text, items, countries, quantity, day, truth }: Fact) => [
  shown,
  isBlank,
  text,
  [...items],
  [...countries],
  quantity,
  day,
  truth,
];

describe('a snapshot', () => {
  const text = packSnapshot(run.runResult, marks);
  const back = unpackSnapshot(text)!;

  it('comes back as it went, and the same month again has not moved', () => {
    expect([back.month, back.planHash, back.keys, [...back.tiers]]).toEqual([
      MAY,
      'p',
      run.read.lists.accounts.keys,
      [...run.runResult.tiering.final],
    ]);
    const { moves } = movementOf({ ...back, plan: run.plan }, run.runResult);
    expect(moves).toEqual([]);
  });

  it('keeps every reading of a fact', () => {
    for (const field of ['Employees', 'Country', 'Hiring', 'Industry']) {
      const [was, is] = [run.read.lists.accounts.attribute(field)!, back.accounts.attribute(field)!];
      expect(is.facts.map(readings)).toEqual(was.facts.map(readings));
      expect([...is.codes]).toEqual([...was.codes]);
    }
  });

  describe('of rows that share a domain', () => {
    const shared = runOf(
      [
        ['Account name', 'Domain', 'Employees'],
        ['Acme Hotels', 'acme.com', 60],
        ['Acme Foods', 'acme.com', 70],
        ['ACME Hotels Ltd', 'acme.com', 80],
      ],
      { icp: [{ Field: 'Employees', Operator: 'at least', Value: 50 }] },
    );
    const packed = packSnapshot(shared.runResult, marks);

    it('keeps which of them repeat an account, as the run had it', () => {
      expect(shared.read.lists.accounts.isDuplicate).toEqual([false, false, true]);
      expect(unpackSnapshot(packed)!.accounts.isDuplicate).toEqual([false, false, true]);
    });

    it('goes by the keys where the month was closed before that was kept', () => {
      const older = JSON.stringify({ ...(JSON.parse(packed) as object), duplicates: undefined });
      expect(unpackSnapshot(older)!.accounts.isDuplicate).toEqual([false, true, true]);
    });
  });

  it('that a user edited counts as none', () => {
    for (const bad of ['', '{}', text.slice(1), '{"format":1,"keys":["a"],"tiers":[]}', 'null'])
      expect(unpackSnapshot(bad)).toBeUndefined();
  });
});

describe('Review', () => {
  const headers = reviewColumns().map(({ header }) => header);
  const empty: Grid = [[REVIEW_TITLE, ...headers.slice(1).map(() => '')], headers];
  const review = reviewOf(run, NOTHING);

  it('never has a rate without its interval', () => {
    const row = { month: MAY, segment: 'Fintech', tier: undefined, variant: '', contacted: 9, replies: 3 };
    const results = [{ ...row, meetings: null, opportunities: null, won: null, bounced: null }];
    const [plan, lane] = rowsToClose(empty, run, reviewOf(run, { ...NOTHING, results }), MAY);
    for (const each of [plan, lane]) expect(each!.cells.get('Why')).toContain('Replies 33.33 % (12 to 64.6 %, 3 of 9).');
  });

  it('gets one row for the plan and one a segment, and none the second time', () => {
    const added = rowsToClose(empty, run, review, MAY);
    expect(added.map(({ cells }) => [cells.get('Month'), cells.get('Segment')])).toEqual([
      ['2026-05', ''],
      ['2026-05', 'Fintech'],
    ]);
    const once = [...empty, ...added.map(({ cells }) => headers.map((header) => cells.get(header) ?? ''))];
    expect(rowsToClose(once, run, review, MAY)).toEqual([]);
    expect(rowsToClose(once, run, review, MAY + 1)).toHaveLength(2);
    expect(rowsToClose(once.slice(0, 3), run, review, MAY)).toHaveLength(1);
    const torn = once.map((cells, row) => (row === 3 ? cells.map((cell, position) => (position > 4 ? '' : cell)) : cells));
    expect(rowsToClose(torn, run, review, MAY).map(({ at }) => at)).toEqual([3]);
    const edited = once.map((cells, row) =>
      row === 3 ? cells.map((cell, position) => (position === 3 ? 99 : position > 4 ? '' : cell)) : cells,
    );
    expect(rowsToClose(edited, run, review, MAY)).toEqual([]);
    expect(frozenOf(once, MAY).get('Fintech')).toEqual({ coverage: 1, reachable: null });
    expect(frozenOf(once, MAY - 1).size).toBe(0);
  });

  it('two rows of one month and segment are told, and the first counts', () => {
    const added = rowsToClose(empty, run, review, MAY).map(({ cells }) => headers.map((header) => cells.get(header) ?? ''));
    expect(repeatedRows([...empty, ...added])).toEqual([]);
    const [first, second] = repeatedRows([...empty, ...added, ...added]);
    expect([first!.at, second!.at, first!.code]).toEqual(['Review!A5', 'Review!A6', 'REVIEW_TWICE']);
    expect([first!.message, second!.message]).toEqual([
      '2026-05 stands for the whole plan at Review!A3 already; the figures there count.',
      '2026-05 stands for Fintech at Review!A4 already; the figures there count.',
    ]);
    const changed = added.map((cells) => cells.map((cell, position) => (headers[position] === 'Coverage' ? 0.25 : cell)));
    expect(frozenOf([...empty, ...added, ...changed], MAY).get('Fintech')!.coverage).toBe(1);
  });

  it('finds its headers where the team has put others between, and never fills the team’s', () => {
    const moved = ['Ours', 'Note', ...headers.filter((header) => header !== 'Note')];
    expect(findReview([['x'], moved])!.positions.get('Month')).toBe(2);
    for (const { cells } of rowsToClose(empty, run, review, MAY))
      for (const header of ['Decision', 'Owner', 'Next date', 'Note']) expect(cells.has(header)).toBe(false);
  });

  it('is not found in a tab that lost its headers', () => expect(findReview([['Month', 'Segment']])).toBeUndefined());
});

describe('layers, sources and lanes', () => {
  const withSettings = (typed: Partial<Settings>): Plan => ({ ...run.plan, settings: { ...run.plan.settings, ...typed } });

  it('only layers the team has begun, with the cadence of the list where none is typed', () => {
    expect(readLayers(withSettings({ icpOwner: ' Ada ' }), undefined)).toEqual([
      { layer: 'ICP', owner: 'Ada', reviewedOn: undefined, cadence: 1 },
      { layer: 'Segments', owner: '', reviewedOn: undefined, cadence: 1 },
    ]);
  });
  it('a review on a day to come is none', () => {
    const on = (day: number) => readLayers({ ...withSettings({ icpReviewedOn: day }), segments: [] }, undefined)[0]!.reviewedOn;
    expect([on(run.plan.asOf), on(run.plan.asOf + 1)]).toEqual([run.plan.asOf, undefined]);
  });
  it('rules with a Source by the cells they were read from', () => {
    const table = planTableOf('icp', {
      tab: 'Plan ICP',
      grid: [
        ['Field', 'Source'],
        ['A', 'won deals'],
        ['B', ''],
      ],
    });
    expect(sourcedRules(table)).toEqual(new Set([sourceOf({ tab: 'Plan ICP', row: 2, column: 1 })]));
  });
  it('S1.42: cycle and committee where the team gives them', () => {
    const segments = planTableOf('segments', {
      tab: 'S',
      grid: [
        ['Segment', 'Cycle', 'Committee'],
        ['Banks', '90 days', 5],
      ],
    });
    expect(readLanes(planTableOf('personas', { tab: 'P', grid: [] }), segments).motions.get('banks')).toBe(
      'Cycle: 90 days; Committee: 5',
    );
  });
});
