/** "Close this month": freezes the month's facts and figures, once. Closing it again adds nothing and changes nothing. */
import { havingWritten, refusal, Refusal } from '../../sheet/problem';
import { counted } from '../../domain/facts/figure';
import { monthName, monthOf } from '../../domain/review/month';
import type { Cell, Grid } from '../../sheet/grid';
import { shownText } from '../../sheet/parse/text';
import { planJsonOf } from '../../sheet/plan/planJson';
import { TEXT } from '../../sheet/ownTabs/block';
import { closedOf } from '../../sheet/review/past';
import { findReview, REVIEW_TITLE, reviewColumns, rowsToClose } from '../../sheet/review/reviewRows';
import { packSnapshot } from '../../sheet/review/snapshot';
import { verifiedRectangle, type RectangleWrite } from '../writing/verifiedWrite';
import { compute, type Computed } from '../result/compute';
import { applyFormatting, reviewFormatting } from '../writing/applyFormatting';
import { findLists } from '../workbook/findLists';
import { lockedTabs } from '../workbook/locked';
import { LOG, openLog } from '../writing/log';
import { findOwnTabs, makeOwnTabs, tabOf } from '../workbook/ownTabs';
import { assertEditable } from '../workbook/permission';
import {
  appendTab,
  closedMonths,
  isPart,
  pastBefore,
  REVIEW,
  SNAPSHOT,
  SNAPSHOT_HEADERS,
  SNAPSHOT_TITLE,
  readSnapshotHeaders,
  snapshotRows,
  snapshotText,
} from '../writing/pastMonths';
import { findPlanTabs, planGridsOf, unfitResults } from '../workbook/planTabs';
import type { Source } from '../protocol/requests';
import type { ClosedReport } from '../protocol/replies';
import type { TabKind } from '../../sheet/ownTabs/tabKind';
import type { Tab } from '../workbook/tab';
import type { Moment, Rectangle, TextGuard, Workbook } from '../workbook/workbook';

const AGAIN = 'close the month again';

/**
 * Closes the month of the as-of day. The snapshot is written first and the rows of Review after it; a stop in between leaves the month
 * to be closed again, which adds what is missing.
 * @throws Refusal when plan, lists or tabs forbid it.
 */
export function closeMonth(request: Source, workbook: Workbook, moment: Moment): ClosedReport {
  return lockedTabs(workbook, (tabs) => closeLocked(request, workbook, tabs, moment));
}

function closeLocked(request: Source, workbook: Workbook, tabs: readonly Tab[], moment: Moment): ClosedReport {
  const plans = findPlanTabs(workbook, tabs);
  const plan = planGridsOf(plans);
  if (!plan.has('icp'))
    throw new Refusal(
      refusal({
        code: 'NO_PLAN',
        message: 'There is no tab Plan ICP, so there is no month to close.',
        fix: 'Make a plan first.',
      }),
    );
  const inputs = {
    ...findLists(workbook, tabs, request),
    plan,
    titles: workbook.titleOf,
    locale: workbook.locale,
    asOf: request.asOf,
    past: pastBefore(workbook, tabs, { isClosing: true }),
    unfitResults: unfitResults(workbook, tabs, plans),
  };
  const computed = compute(inputs, moment);
  const month = monthOf(computed.run.plan.asOf);
  const made = ownTabs(workbook, tabs);
  const log = openLog(workbook, tabOf(made, LOG.kind));
  log.append([], moment);
  const then = addSnapshot(workbook, tabOf(made, SNAPSHOT.kind), log.guard, computed, planJsonOf(plans), moment);
  const rows = havingWritten('part', () => addReview(workbook, tabOf(made, REVIEW.kind), log.guard, computed, then));
  const name = monthName(month);
  const sentence =
    rows === 0 && then !== ''
      ? `${name} was closed before: nothing was added.`
      : `${name} is closed: ${counted(rows, 'row')} in Review, where Decision, Owner, Next date and Note are yours.`;
  const unused = computed.leftOut.filter(({ kind }) => kind === 'results').map(({ why, fix }) => `${why} ${fix}`);
  return { month: name, rows, sentences: [sentence, ...unused] };
}

/** Nothing is written when one of the tabs cannot be edited. */
function ownTabs(workbook: Workbook, tabs: readonly Tab[]): ReadonlyMap<TabKind, Tab> {
  const wanted = [REVIEW, SNAPSHOT, LOG];
  const found = new Map(findOwnTabs(workbook, tabs, wanted));
  for (const each of [REVIEW, SNAPSHOT]) {
    const tab = appendTab(workbook, tabs, each);
    if (tab !== undefined) found.set(each.kind, { tab, isUnnamed: tab.kind === undefined });
  }
  assertEditable(
    workbook,
    [...found.values()].map(({ tab }) => tab),
  );
  return makeOwnTabs(workbook, tabs, found, wanted);
}

/**
 * From the row after the last month that arrived whole: what a stop left below it is written over, what a user has typed there is not.
 * @returns the text of a month that was closed before; '' of a new one.
 */
function addSnapshot(
  workbook: Workbook,
  tab: Tab,
  guard: TextGuard,
  { run, review, planHash, icpHash }: Computed,
  plan: unknown,
  { runId }: Moment,
): string {
  const month = monthOf(run.plan.asOf);
  const marks = readSnapshotHeaders(workbook, tab);
  const closed = closedMonths(marks);
  const there = closed.find((each) => each.month === month);
  if (there !== undefined) return snapshotText(workbook, tab, there);
  const text = packSnapshot(run.runResult, { month, planHash, icpHash, plan, renamed: review.renamed });
  const head =
    closed.length > 0 ? [] : [SNAPSHOT_HEADERS.map((_, position) => (position === 0 ? SNAPSHOT_TITLE : '')), SNAPSHOT_HEADERS];
  const end = Math.max(1, ...closed.map((each) => each.row + each.parts));
  const { row, before } = rowsBelow(workbook, tab, end, head);
  const cells = [...head, ...snapshotRows(month, runId, icpHash, text)];
  const rectangle = { row, column: 1, cells, formats: SNAPSHOT_HEADERS.map(() => TEXT) };
  verifiedRectangle(workbook, tab, rectangle, { before, from: row, guard, again: AGAIN });
  return '';
}

/** 1-based row for the next month: `end`, where only parts and headers that a stop left stand from there on; else below all of it. */
function rowsBelow(workbook: Workbook, tab: Tab, end: number, head: Grid): { row: number; before: Grid } {
  const left = workbook.readFrom(tab, end);
  const isLeft = left.every((cells, y) => isPart(cells) || cells.every((cell, x) => cell === '' || cell === head[y]?.[x]));
  return { row: isLeft ? end : end + left.length, before: [...Array.from({ length: end - 1 }, () => []), ...left] };
}

/**
 * Of a month closed before only rows that a stop left out: of the segments of `then`, not of those the plan has since.
 * @returns how many rows were added. Columns that the team put between ours are left alone, and its own four are never written.
 */
function addReview(workbook: Workbook, tab: Tab, guard: TextGuard, { run, review }: Computed, then: string): number {
  const grid = withReviewHeaders(workbook, tab, guard);
  const found = findReview(grid);
  if (found === undefined)
    throw new Refusal(
      refusal({
        code: 'REVIEW_HEADERS_GONE',
        message: 'The tab Review has lost some of its headers.',
        fix: 'Write them back into one row, then close the month again.',
      }),
    );
  const names = then === '' ? undefined : closedOf(then)?.plan.segments.map(({ name }) => name);
  const rows = rowsToClose(grid, run, review, monthOf(run.plan.asOf)).filter(({ cells }) => {
    const segment = shownText(cells.get('Segment') ?? '');
    return segment === '' || names?.includes(segment) !== false;
  });
  const written = reviewColumns().flatMap(({ header, format, isFigure }) =>
    isFigure ? [{ header, format, position: found.positions.get(header) ?? 0 }] : [],
  );
  // The team types its own columns meanwhile; a row or column that comes or goes pushes ours, or a header.
  const own = new Set(written.map(({ position }) => position));
  const isWatched = (row: number, column: number): boolean => own.has(column) && row >= found.headerRow;
  writeEach(workbook, tab, reviewRectangles(rows, written, grid.length), { before: grid, isWatched, guard, again: AGAIN });
  const added = rows.filter(({ at }) => at === undefined).length;
  applyFormatting(workbook, [reviewFormatting(tab, grid.length + added)]);
  return rows.length;
}

/** A fresh Review gets its title and headers; one that holds anything of the team's is left as it stands. @returns the tab as read. */
function withReviewHeaders(workbook: Workbook, tab: Tab, guard: TextGuard): Grid {
  const columns = reviewColumns();
  const before = workbook.read(tab);
  const cells = [columns.map((_, position) => (position === 0 ? REVIEW_TITLE : '')), columns.map(({ header }) => header)];
  // A stop may have left a part of these two rows; whatever else stands there is the team's.
  if (!before.every((line, y) => line.every((cell, x) => cell === '' || cell === cells[y]?.[x]))) return before;
  if (findReview(before) === undefined) {
    const rectangle = { row: 1, column: 1, cells, formats: columns.map(() => TEXT) };
    verifiedRectangle(workbook, tab, rectangle, { before, from: 1, guard, again: AGAIN });
  }
  const grid = workbook.read(tab);
  workbook.formatSheet(tab, {
    frozenRows: 2,
    frozenColumns: 2,
    widths: columns.map(({ width }, index) => [index + 1, width]),
    headerRow: 2,
    headerNotes: columns.map(({ note }, index) => [index + 1, note]),
  });
  return grid;
}

type ReviewColumn = Pick<ReturnType<typeof reviewColumns>[number], 'header' | 'format'> & { readonly position: number };

/** What is to be written: rows that a stop left half, each where it stands, and new ones below `end`, the last row of the tab. */
function reviewRectangles(
  rows: ReturnType<typeof rowsToClose>,
  columns: readonly ReviewColumn[],
  end: number,
): readonly Rectangle[] {
  const fresh = rows.filter(({ at }) => at === undefined);
  return spansOf(columns).flatMap((span) => {
    const formats = span.map(({ format }) => format);
    const column = (span[0]?.position ?? 0) + 1;
    const cellsOf = (some: typeof rows): Cell[][] => some.map(({ cells }) => span.map(({ header }) => cells.get(header) ?? ''));
    const halves = rows.flatMap((row) =>
      row.at === undefined ? [] : [{ row: row.at + 1, column, cells: cellsOf([row]), formats }],
    );
    return fresh.length === 0 ? halves : [...halves, { row: end + 1, column, cells: cellsOf(fresh), formats }];
  });
}

/** One after the other, each checked beside what those before it have written. */
function writeEach(workbook: Workbook, tab: Tab, rectangles: readonly Rectangle[], how: RectangleWrite): void {
  rectangles.reduce((before, rectangle) => verifiedRectangle(workbook, tab, rectangle, { ...how, before }), how.before);
}

/** Columns that stand next to each other. */
function spansOf<T extends { readonly position: number }>(columns: readonly T[]): readonly (readonly T[])[] {
  const spans: T[][] = [];
  for (const column of [...columns].sort((a, b) => a.position - b.position)) {
    const last = spans[spans.length - 1];
    if (last?.[last.length - 1]?.position === column.position - 1) last.push(column);
    else spans.push([column]);
  }
  return spans;
}
