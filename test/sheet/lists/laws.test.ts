/** Laws of a whole run over lists: columns may stand anywhere, blank rows and rows of others change no score, and the counts add up. */
import fc from 'fast-check';
import { scoreLines } from '../../../src/commands/result/report';
import type { Cell } from '../../../src/sheet/grid';
import { runPlan, type Run } from '../../../src/sheet/run/run';
import { read, refusalsOf, reordered, type PlanRows } from '../../support/sheet/plan/plans';
import { readGrid } from '../../support/sheet/lists/lists';

const HEADERS = [
  'Account name',
  'Industry',
  'Employees',
  'Country',
  'Technologies',
  'Hiring',
  'Last funding date',
  'constructor',
];

const PLAN: PlanRows = {
  icp: [
    { Field: 'Industry', Operator: 'in', Value: 'Fintech; Software', Importance: 'High' },
    { Field: 'Employees', Operator: 'between', Value: '50-500', Importance: 'Critical' },
    { Field: 'Country', Operator: 'in', Value: 'DACH; US', Importance: 'Medium' },
    { Field: 'Technologies', Operator: 'is', Value: 'Salesforce', Importance: 0.5, Dimension: 'Technographic' },
    { Field: 'Hiring', Operator: 'is true', Importance: 'Very high', Dimension: 'Behavioral' },
    { Field: 'Last funding date', Operator: 'within last', Value: 12, Dimension: 'Situational' },
    { Field: 'Industry', Operator: 'is', Value: 'Gambling', Type: 'Exclude' },
    { Field: 'Employees', Operator: 'at least', Value: 5, Type: 'Must' },
    { Field: 'constructor', Operator: 'is known', 'If blank': 'unknown' },
  ],
  segments: [{ Segment: 'Banks' }, { Segment: '__proto__' }],
  rules: [
    { For: 'TAM', Field: 'Country', Operator: 'is not', Value: 'FR' },
    { For: 'Banks', Field: 'Industry', Operator: 'is', Value: 'Fintech' },
    { For: '__proto__', Field: 'Employees', Operator: 'at most', Value: 200 },
  ],
  settings: [{ Setting: 'Segments draw from', Value: 'Tier 3 and up' }],
};

const of = (...cells: Cell[]) => fc.constantFrom<Cell>(...cells);
const account = fc.tuple(
  fc.integer({ min: 1, max: 40 }).map((n) => `Firm ${n}`),
  of('', 'Fintech', 'software', 'Gambling', 'Retail', 'n/a'),
  of('', 3, 60, '51-200', '201-1000', '10,001+', '500-50', 'many', '1,200'),
  of('', 'Germany', 'US', 'FR', 'Atlantis', 'Österreich'),
  of('', 'Salesforce; Slack', 'HubSpot', 'Slack, Salesforce'),
  of('', true, false, 'yes', 'no', 'perhaps'),
  of('', '2026-05-01', '2020-01-01', '2027-01-01', { year: 2026, month: 6, day: 30 }),
  of('', 'x', '__proto__'),
);
/** Each run reads two lists. */
const RUNS = { numRuns: 40 };
const lists = fc.array(account, { minLength: 1, maxLength: 12 });

const run = (rows: readonly (readonly Cell[])[]): Run => runPlan(readGrid(rows), read(PLAN).plan);
const lines = (rows: readonly (readonly Cell[])[]) => scoreLines(run(rows));

describe('a run over a list', () => {
  it('has a plan that is not refused', () => {
    expect(refusalsOf(PLAN)).toEqual([]);
  });

  it('gives the same scores, tiers and segments whatever the order of the columns', () => {
    fc.assert(
      fc.property(
        lists,
        fc.shuffledSubarray(
          HEADERS.map((_, i) => i),
          { minLength: HEADERS.length },
        ),
        (rows, order) => {
          expect(lines(reordered([HEADERS, ...rows], order))).toEqual(lines([HEADERS, ...rows]));
        },
      ),
      RUNS,
    );
  });

  it('gives the same with blank rows in between', () => {
    fc.assert(
      fc.property(lists, fc.array(fc.nat(12), { maxLength: 5 }), (rows, gaps) => {
        const spaced: Cell[][] = rows.map((row) => [...row]);
        for (const gap of gaps)
          spaced.splice(
            Math.min(gap, spaced.length),
            0,
            HEADERS.map((_, i) => (i % 2 === 0 ? '' : '  ')),
          );
        expect(lines([HEADERS, ...spaced])).toEqual(lines([HEADERS, ...rows]));
      }),
      RUNS,
    );
  });

  it('gives each account the same, whatever the order of the rows', () => {
    fc.assert(
      fc.property(
        lists.chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray(
              rows.map((_, i) => i),
              { minLength: rows.length },
            ),
          ),
        ),
        ([rows, order]) => {
          const one = lines([HEADERS, ...rows]);
          expect(lines([HEADERS, ...order.map((row) => rows[row]!)])).toEqual(order.map((row) => one[row]));
        },
      ),
      RUNS,
    );
  });

  it('gives each account the same with extra columns of the team, errors and other accounts beside it', () => {
    fc.assert(
      fc.property(lists, lists, (rows, others) => {
        const errors: Cell[][] = [['', 'Fintech', 60, 'US', '', '', '', '']];
        const wide = [[...HEADERS, 'Our note'], ...[...rows, ...errors, ...others].map((row) => [...row, 'keep'])];
        // A name that stands in two countries has its country in the key, and the others may bring the second.
        const bare = (all: ReturnType<typeof lines>) =>
          all.map((line) => ({ ...line, account_key: line.account_key.replace(/ · [A-Z]{2}$/, '') }));
        expect(bare(lines(wide).slice(0, rows.length))).toEqual(bare(lines([HEADERS, ...rows])));
      }),
      RUNS,
    );
  });

  it('keeps the counting identities (MODEL §17)', () => {
    fc.assert(
      fc.property(lists, fc.nat(3), (rows, errors) => {
        const nameless = Array.from({ length: errors }, (): Cell[] => ['', 'Fintech', 60, '', '', '', '', '']);
        const { runResult, read: list, market, segments } = run([HEADERS, ...rows, ...nameless]);
        const { counts, segmentation } = runResult;
        const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);
        expect([counts.accounts, list.errors]).toEqual([rows.length, errors]);
        expect(counts.scored + counts.excluded).toBe(counts.accounts);
        expect(sum(counts.tiers)).toBe(counts.accounts);
        expect(market.icp.accounts).toBe((counts.tiers[0] ?? 0) + (counts.tiers[1] ?? 0));
        expect(market.icp.confirmed).toBeLessThanOrEqual(market.icp.accounts);
        const { noLane, dataMissing } = segmentation.unassigned;
        expect(sum(segments.map(({ assigned }) => assigned)) + noLane + dataMissing).toBe(segmentation.drawn);
        expect(counts.duplicates).toBe(rows.length - new Set(list.lists.accounts.keys).size);
      }),
      RUNS,
    );
  });
});
