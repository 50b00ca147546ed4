/** Closed months in the workbook: the hidden tab `Snapshot`, appended part by part, and the tab `Review`. */
import type { Month } from '../../domain/review/month';
import { monthName, monthNamed } from '../../domain/review/month';
import { textParts } from '../../sheet/cellText';
import type { Cell, Grid } from '../../sheet/grid';
import { shownText } from '../../sheet/parse/text';
import type { PastText } from '../../sheet/review/past';
import { findReview } from '../../sheet/review/reviewRows';
import { findOwnTabs, type WantedTab } from '../workbook/ownTabs';
import type { Tab } from '../workbook/tab';
import type { Workbook } from '../workbook/workbook';

export const REVIEW: WantedTab = { kind: 'review', title: 'Review' };

export const SNAPSHOT_TITLE = 'Segment Planner snapshots: what each month was closed with.';
export const SNAPSHOT: WantedTab = { kind: 'snapshot', title: 'Snapshot', isHidden: true, mark: SNAPSHOT_TITLE };
export const SNAPSHOT_HEADERS = ['Month', 'Run', 'ICP', 'Part', 'Of', 'Text'];
/** Column of the text, 1-based. */
const TEXT_COLUMN = 6;

/** A month all of whose parts arrived. */
export interface ClosedMonth {
  readonly month: Month;
  readonly icpHash: string;
  /** 1-based row of its first part. */
  readonly row: number;
  readonly parts: number;
}

/** Our tab of this kind: by metadata, else, in a file that lost it, by its first cell or, of Review, by its headers. */
export function appendTab(workbook: Workbook, tabs: readonly Tab[], wanted: WantedTab): Tab | undefined {
  const own = findOwnTabs(workbook, tabs, [wanted]).get(wanted.kind);
  if (own !== undefined) return own.tab;
  const orphan = tabs.find((tab) => tab.kind === undefined && workbook.titleOf(tab.id) === wanted.title);
  if (orphan === undefined || wanted.kind !== 'review') return undefined;
  const { rows, columns } = workbook.sizeOf(orphan);
  return findReview(workbook.readBack(orphan, 1, 1, Math.min(12, rows), columns)) === undefined ? undefined : orphan;
}

/** Rows of Snapshot without their long texts. */
export function readSnapshotHeaders(workbook: Workbook, tab: Tab): Grid {
  return workbook.readColumns(tab, TEXT_COLUMN - 1);
}

/** Months in the order they were closed; of two of one month the first counts. */
export function closedMonths(marks: Grid): readonly ClosedMonth[] {
  const closed = new Map<Month, ClosedMonth>();
  marks.forEach((cells, index) => {
    const [name = '', run = '', icpHash = '', part = '', of = ''] = cells.map(shownText);
    const month = monthNamed(name);
    const parts = Number(of);
    if (month === undefined || part !== '1' || closed.has(month)) return;
    const isWhole = Array.from({ length: parts }, (_, next) => marks[index + next]?.map(shownText) ?? []).every(
      (other, next) => other[0] === name && other[1] === run && other[3] === String(next + 1),
    );
    if (isWhole) closed.set(month, { month, icpHash, row: index + 1, parts });
  });
  return [...closed.values()].sort((a, b) => a.month - b.month);
}

/** True of a row of Snapshot that holds a part of a month. */
export function isPart([name = '', run = '', , part, of]: readonly Cell[]): boolean {
  return monthNamed(shownText(name)) !== undefined && run !== '' && typeof part === 'number' && typeof of === 'number';
}

/** A closed month's snapshot, its parts joined. */
export function snapshotText(workbook: Workbook, tab: Tab, { row, parts }: ClosedMonth): string {
  return workbook
    .readBack(tab, row, TEXT_COLUMN, parts, 1)
    .map(([cell = '']) => (typeof cell === 'string' ? cell : shownText(cell)))
    .join('');
}

/**
 * The newest month closed before `month`; where there is none, that month itself, unless it is being closed: then a stop has left its
 * snapshot, and its rows of Review must come out as they would have.
 */
export function pastBefore(
  workbook: Workbook,
  tabs: readonly Tab[],
  { isClosing = false } = {},
): (month: Month) => PastText | undefined {
  return (month) => {
    const tab = appendTab(workbook, tabs, SNAPSHOT);
    if (tab === undefined) return undefined;
    const all = closedMonths(readSnapshotHeaders(workbook, tab)).filter(
      (closed) => closed.month < month || (closed.month === month && !isClosing),
    );
    const last = [...all].reverse().find((closed) => closed.month < month) ?? all[0];
    const reviewTab = appendTab(workbook, tabs, REVIEW);
    const review: Grid = reviewTab === undefined ? [] : workbook.read(reviewTab);
    return { months: all, snapshot: last === undefined ? '' : snapshotText(workbook, tab, last), review };
  };
}

/** Rows of one month's text, in parts that a cell holds. */
export function snapshotRows(month: Month, runId: string, icpHash: string, text: string): Grid {
  const parts = textParts(text);
  return parts.map((part, index) => [monthName(month), runId, icpHash, index + 1, parts.length, part]);
}
