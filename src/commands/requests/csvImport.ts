/** Rows of a CSV file, read by the page, into a tab of their own; chunk by chunk, and a chunk sent twice is written once. */
import { cellText, isSameCell } from '../../sheet/cellText';
import type { Cell, Grid } from '../../sheet/grid';
import { verifiedRectangle } from '../writing/verifiedWrite';
import { hashOf } from '../../sheet/hash';
import { lockedTabs } from '../workbook/locked';
import { assertTextsFit } from '../writing/longText';
import { freeTitle, titlesOf } from '../workbook/ownTabs';
import type { CsvImportRequest } from '../protocol/requests';
import type { CsvImportReply } from '../protocol/replies';
import { forgetImport, rememberImport, stoppedImport } from '../writing/stoppedImport';
import { isProbe, withGuard } from '../writing/textGuard';
import { havingWritten, refusal, Refusal } from '../../sheet/problem';
import type { Tab } from '../workbook/tab';
import type { TextGuard, Workbook } from '../workbook/workbook';

const AGAIN = 'Import the file again; it gets a tab of its own.';

function stopped(message: string): Refusal {
  return new Refusal(refusal({ code: 'IMPORT_STOPPED', message, fix: AGAIN }), { wrote: 'part' });
}

/** Kind of a pending tab whose first chunk is being written. */
const IMPORT = 'import';

/** @throws Refusal with one sentence when the tab is gone, holds other rows than those sent before, or does not keep those of this chunk. */
export function csvImport(request: CsvImportRequest, workbook: Workbook): CsvImportReply {
  const { row, title } = request;
  const rows = request.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell)));
  assertTextsFit(title, row, rows);
  return lockedTabs(workbook, (tabs) =>
    row === 1 ? firstChunk(request, rows, workbook, tabs) : laterChunk(request, rows, workbook, tabs),
  );
}

/** Into a tab of its own, or into the one that a stopped import of the same rows has begun. */
function firstChunk({ title, whole }: CsvImportRequest, rows: Grid, workbook: Workbook, tabs: readonly Tab[]): CsvImportReply {
  const begun = begunTab(title, rows, tabs, workbook, whole);
  const own = begun === undefined ? freeTitle(title, titlesOf(workbook, tabs)) : workbook.titleOf(begun.id);
  workbook.beginTabs([[IMPORT, own]]);
  const tab = begun ?? workbook.create(own, undefined, false);
  let guard: TextGuard = 'format';
  // Remembered before the first cell is written, so that no stop leaves a part that nobody can tell from a list.
  if (whole !== undefined) rememberImport(workbook, tab, { ...whole, done: 0, guard });
  withGuard(workbook, tab, rows, (probed) => {
    guard = probed;
    writeChunk(workbook, tab, 1, rows, probed);
  });
  workbook.endTabs();
  noteProgress(workbook, tab, whole, rows.length, guard, headOf(rows, widthOf(rows)));
  return { tab: own, rows: rows.length, guard };
}

/**
 * Pending, or remembered as that of this file, and holding nothing but cells of these rows and the probe of an unfinished import.
 * A file that nothing is remembered of is known by its title and its rows.
 */
function begunTab(
  title: string,
  rows: Grid,
  tabs: readonly Tab[],
  workbook: Workbook,
  whole: CsvImportRequest['whole'],
): Tab | undefined {
  const stopped = whole === undefined ? undefined : stoppedImport(workbook, tabs);
  const known = whole === undefined ? title : stopped?.mark === whole.mark ? stopped.tab : undefined;
  const pending = workbook.pendingTabs().flatMap(([kind, name]) => (kind === IMPORT ? [name] : []));
  return tabs.find((tab) => {
    if (tab.kind !== undefined) return false;
    const isPending = pending.includes(workbook.titleOf(tab.id));
    if (workbook.titleOf(tab.id) !== known && !isPending) return false;
    const grid = workbook.read(tab);
    const isOther = (cell: Cell, x: number): boolean => isPending && x === 0 && isProbe(cell);
    return isPart(grid, 0, rows, isOther) && (isPending || grid.length === rows.length);
  });
}

function laterChunk(
  { title, row, whole, guard = 'format' }: CsvImportRequest,
  rows: Grid,
  workbook: Workbook,
  tabs: readonly Tab[],
): CsvImportReply {
  const tab = tabs.find(({ id, kind }) => kind === undefined && workbook.titleOf(id) === title);
  if (tab === undefined) throw stopped(`The tab "${title}" is gone, so the import stopped.`);
  const grid = workbook.read(tab);
  const width = widthOf(rows);
  const head = headOf(grid, width);
  const begun = stoppedImport(workbook, tabs);
  const isHead = begun?.tab !== title || (begun.head ?? head) === head;
  const refuse = (isSame: boolean): void => {
    if (isSame) return;
    throw stopped(`The tab "${title}" changed during the import.`);
  };
  refuse(isHead && grid.length >= row - 1 && isPart(grid, row - 1, rows, () => false));
  havingWritten('part', () => {
    writeChunk(workbook, tab, row, rows, guard);
  });
  // A column that came or went pushes the headers too.
  refuse(headOf(workbook.readBack(tab, 1, 1, 1, width), width) === head);
  noteProgress(workbook, tab, whole, row - 1 + rows.length, guard, head);
  return { tab: title, rows: row - 1 + rows.length, guard };
}

/** By which a later chunk sees whether its columns still stand where those of the first were written. */
function headOf([line = []]: Grid, width: number): string {
  return hashOf(JSON.stringify(line.slice(0, width)).replace(/(,"")+]$/, ']'));
}

/** How far it is, for whoever opens the page after a stop; nothing once all rows are there. */
function noteProgress(
  workbook: Workbook,
  tab: Tab,
  whole: CsvImportRequest['whole'],
  done: number,
  guard: TextGuard,
  head: string,
): void {
  if (whole === undefined) return;
  if (done < whole.rows) rememberImport(workbook, tab, { ...whole, done, guard, head });
  else forgetImport(workbook);
}

/** True where each cell from the row `from` on is blank, or the one of `rows` that belongs there. */
function isPart(grid: Grid, from: number, rows: Grid, isOther: (cell: Cell, x: number) => boolean): boolean {
  return grid
    .slice(from)
    .every((cells, y) => cells.every((cell, x) => cell === '' || isSameCell(rows[y]?.[x] ?? '', cell) || isOther(cell, x)));
}

/** @throws Refusal when a cell holds something else than the file, before it is written or afterwards. */
function writeChunk(workbook: Workbook, tab: Tab, row: number, rows: Grid, guard: TextGuard): void {
  const rectangle = { row, column: 1, cells: rows, formats: Array.from({ length: widthOf(rows) }, () => 'General') };
  verifiedRectangle(workbook, tab, rectangle, { before: [], from: row, guard, again: 'import the file again' });
}

function widthOf(rows: Grid): number {
  return Math.max(1, ...rows.slice(0, 1).map(({ length }) => length));
}
