/** `Review`: one row a month and segment, figures frozen when the month was closed, decisions the team's. Rows are found, never rewritten. */
import { monthName, type Month } from '../../domain/review/month';
import { shownRate } from '../../domain/stats/rates';
import { poolRates, type PooledRates, type ResultEvent } from '../../domain/review/results';
import type { Frozen, SegmentReview } from '../../domain/review/suggestion';
import type { SegmentResult } from '../../domain/lanes/segmentResults';
import { isSameCell } from '../cellText';
import { addressText } from '../address';
import type { Cell, Grid } from '../grid';
import { fold } from '../../domain/facts/text';
import { shownText } from '../parse/text';
import { readShare } from '../plan/readSettings';
import { makeProblem, type Problem } from '../problem';
import { COUNT, SCORE, SHARE, TEXT, column, numberCell, type BlockColumn } from '../ownTabs/block';
import { differenceSentence } from './differenceSentence';
import type { Run } from '../run/run';
import { readMonth } from './readResults';
import type { Review } from './review';

export const REVIEW_TITLE =
  'Segment Planner review: rows are added by "Close this month" and never rewritten. Decision, Owner, Next date and Note are yours.';

/** A column, and its cell in the row of a segment and of the whole plan; the team's columns have neither. */
interface ReviewColumn extends BlockColumn {
  /** False for the team's own. */
  readonly isFigure: boolean;
  readonly ofSegment?: (result: SegmentResult, review: SegmentReview | undefined) => Cell;
  readonly ofPlan?: (run: Run, review: Review) => Cell;
}

/** Columns of the tab; row 2 holds the headers. A function, so that formulas do not build it at load. */
export function reviewColumns(): readonly ReviewColumn[] {
  const of = (
    header: string,
    format: string,
    width: number,
    note: string,
    ofSegment?: ReviewColumn['ofSegment'],
    ofPlan: ReviewColumn['ofPlan'] = () => '',
  ): ReviewColumn => ({
    ...column(header, format, width, note),
    isFigure: ofSegment !== undefined,
    ...(ofSegment === undefined ? {} : { ofSegment, ofPlan }),
  });
  const rate = (name: string, outcome: ResultEvent): ReviewColumn =>
    of(
      `${name} rate`,
      SHARE,
      85,
      'Of the people contacted; Why has the interval.',
      (_, review) => numberCell(review?.rates[outcome]?.rate),
      (_, { pooled }) => numberCell(poolRates(pooled)[outcome]?.rate),
    );
  return [
    { ...column('Month', TEXT, 65, 'The month that was closed.'), isFigure: true },
    of('Segment', TEXT, 180, 'Blank: the whole plan.', ({ segment }) => segment.name),
    of('Suggestion', TEXT, 85, 'Why is beside it.', (_, review) => review?.suggestion ?? ''),
    of(
      'Why',
      TEXT,
      320,
      'As it was at the close.',
      (_, review) => [repliesText(review?.rates), review?.why, ...(review?.changes ?? [])].join(' ').trim(),
      (_, { difference, successors, period, pooled }) =>
        [
          difference === null ? 'First closed month.' : differenceSentence(difference),
          ...successors,
          period?.sentence ?? repliesText(poolRates(pooled)),
        ]
          .join(' ')
          .trim(),
    ),
    of('Decision', TEXT, 130, 'Yours: what you do with it.'),
    of('Owner', TEXT, 85, 'Yours: who does it.'),
    of('Next date', 'yyyy-mm-dd', 90, 'Yours; red when due.'),
    of('Note', TEXT, 200, 'Yours: why.'),
    of('Verdict', TEXT, 70, 'Worst of the five checks.', ({ verdict }) => verdict),
    of(
      'Matches',
      COUNT,
      70,
      'Of the whole plan: ICP.',
      ({ matches }) => matches,
      ({ market }) => market.icp.accounts,
    ),
    of(
      'Assigned',
      COUNT,
      70,
      'The first segment takes an account, in the ICP or not.',
      ({ assigned }) => assigned,
      ({ segments }) => segments.reduce((sum, { assigned }) => sum + assigned, 0),
    ),
    of('Tier 1–2', COUNT, 65, 'Among the assigned.', ({ top }) => top),
    of('Coverage', SHARE, 75, 'With a verified email.', ({ coverage }) => numberCell(coverage)),
    of('Reachable', SHARE, 75, 'In a wanted role, verified.', ({ reachable }) => numberCell(reachable)),
    of('Score', SCORE, 60, '0 to 100.', ({ score }) => numberCell(score.score)),
    of(
      'Contacted',
      COUNT,
      75,
      'People, over the months pooled.',
      (_, review) => review?.rates.contacted ?? 0,
      (_, { pooled }) => poolRates(pooled).contacted,
    ),
    rate('Reply', 'replies'),
    rate('Meeting', 'meetings'),
    rate('Opportunity', 'opportunities'),
    rate('Won', 'won'),
  ];
}

/** A rate of the row, with what the row has no column for. */
function repliesText(rates: PooledRates | undefined): string {
  return rates?.replies ? `Replies ${shownRate(rates.replies)}.` : '';
}

/** Where the headers stand, by name, and the row below which the months follow; undefined in a tab that is none of ours. */
export interface ReviewTab {
  readonly positions: ReadonlyMap<string, number>;
  /** 0-based row of the headers. */
  readonly headerRow: number;
}

/** The headers may have been moved or others put between; all of ours must be there. */
export function findReview(grid: Grid): ReviewTab | undefined {
  const wanted = reviewColumns().map(({ header }) => header);
  for (const [headerRow, cells] of grid.slice(0, 12).entries()) {
    const names = cells.map((cell) => fold(shownText(cell)));
    const positions = new Map(wanted.map((header) => [header, names.indexOf(fold(header))]));
    if ([...positions.values()].every((position) => position >= 0)) return { positions, headerRow };
  }
  return undefined;
}

/** Frozen figures of a month by segment; the first row of a month and segment counts. */
export function frozenOf(grid: Grid, month: Month): ReadonlyMap<string, Frozen> {
  const tab = findReview(grid);
  const frozen = new Map<string, Frozen>();
  if (tab === undefined) return frozen;
  for (const cells of grid.slice(tab.headerRow + 1)) {
    const at = (header: string): Cell => cells[tab.positions.get(header) ?? -1] ?? '';
    const segment = shownText(at('Segment'));
    if (readMonth(at('Month')) !== month || frozen.has(segment)) continue;
    frozen.set(segment, { coverage: shareAt(at('Coverage')), reachable: shareAt(at('Reachable')) });
  }
  return frozen;
}

/** Rows of a month and segment that has one already, above; the figures of the first count. */
export function repeatedRows(grid: Grid): readonly Problem[] {
  const tab = findReview(grid);
  const seen = new Map<string, string>();
  return grid.flatMap((cells, index): readonly Problem[] => {
    const at = (header: string): Cell => cells[tab?.positions.get(header) ?? -1] ?? '';
    const month = tab === undefined || index <= tab.headerRow ? undefined : readMonth(at('Month'));
    if (month === undefined) return [];
    const segment = shownText(at('Segment'));
    const key = JSON.stringify([month, segment]);
    const address = addressText({ tab: 'Review', row: index + 1, column: (tab?.positions.get('Month') ?? 0) + 1 });
    const first = seen.get(key);
    if (first === undefined) seen.set(key, address);
    const message = `${monthName(month)} stands for ${segment || 'the whole plan'} at ${first ?? ''} already; the figures there count.`;
    const fix = 'Keep the row that holds your decision.';
    return first === undefined
      ? []
      : [makeProblem({ severity: 'problem', code: 'REVIEW_TWICE', at: address, found: segment, message, fix })];
  });
}

/** A share as it was written: here 1 is all and not 1 %. */
function shareAt(cell: Cell): number | null {
  return typeof cell === 'number' ? cell : (readShare(cell) ?? null);
}

/** A row to be written, header to cell; the team's columns are not among the headers, so that nothing is ever written there. */
export interface RowToClose {
  readonly cells: ReadonlyMap<string, Cell>;
  /** 0-based row in which a stop left a part of it; undefined for a new one. */
  readonly at: number | undefined;
}

/** Rows that the month still lacks: the whole plan first, then the segments in launch order. A row with other figures stays as it is. */
export function rowsToClose(grid: Grid, run: Run, review: Review, month: Month): readonly RowToClose[] {
  const tab = findReview(grid);
  const cellAt = (row: number, header: string): Cell => grid[row]?.[tab?.positions.get(header) ?? -1] ?? '';
  return rowsOf(run, review, month).flatMap((cells): RowToClose[] => {
    const at = grid.findIndex(
      (_, row) =>
        row > (tab?.headerRow ?? 0) &&
        readMonth(cellAt(row, 'Month')) === month &&
        shownText(cellAt(row, 'Segment')) === shownText(cells.get('Segment') ?? ''),
    );
    if (at < 0) return [{ cells, at: undefined }];
    const missing = [...cells].filter(([header, cell]) => !isSameCell(cell, cellAt(at, header)));
    return missing.length > 0 && missing.every(([header]) => cellAt(at, header) === '') ? [{ cells, at }] : [];
  });
}

function rowsOf(run: Run, review: Review, month: Month): readonly ReadonlyMap<string, Cell>[] {
  const ranked = [...run.segments].sort((a, b) => a.rank - b.rank);
  const columns = reviewColumns();
  const row = (cellOf: (column: ReviewColumn) => Cell | undefined): ReadonlyMap<string, Cell> =>
    new Map([
      ['Month', monthName(month)],
      ...columns.flatMap((each): [string, Cell][] => {
        const cell = cellOf(each);
        return cell === undefined ? [] : [[each.header, cell]];
      }),
    ]);
  return [
    row(({ ofPlan }) => ofPlan?.(run, review)),
    ...ranked.map((result) => {
      const reviewed = review.segments.find(({ segment }) => segment === result.segment.name);
      return row(({ ofSegment }) => ofSegment?.(result, reviewed));
    }),
  ];
}
