/** One rectangle a tab: stamp, headers, rows with their marks, and blanks as far as an older run reached. */
import { cellText } from '../../../sheet/cellText';
import type { Cell, Grid } from '../../../sheet/grid';
import { rowHash } from '../../../sheet/ownTabs/rowHash';
import { TEXT, type Block } from '../../../sheet/ownTabs/block';
import { clipped, makeProblem, Refusal, thrownText } from '../../../sheet/problem';
import { stampText } from '../../../sheet/ownTabs/stamp';
import { LAYOUT_VERSION } from '../../../sheet/ownTabs/version';
import type { Workbook } from '../../workbook/workbook';
import { writtenColumns, type Footprint } from './preflight';
import type { Target, Writing } from './writing';

/** @throws Refusal where Sheets gives the tab no more cells; no cell has been written then. */
export function growTab(workbook: Workbook, { tab, rows, columns, needsRoom }: Target): void {
  const size = `${rows} rows and ${columns} columns`;
  if (needsRoom)
    withRoom(
      () => workbook.titleOf(tab.id),
      size,
      () => {
        workbook.grow(tab, rows, columns);
      },
    );
}

/** What makes the file larger; `title` names the tab in the refusal. Whatever Sheets says against it, in its user's language, becomes a sentence that tells what to do. */
export function withRoom<T>(title: () => string, needed: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const found = clipped(thrownText(error));
    const message = `The results need ${needed} here, and Sheets did not give them: ${found}`;
    const fix = 'If the file is near ten million cells, delete unused rows, columns or tabs. Then run again.';
    throw new Refusal([makeProblem({ severity: 'refusal', code: 'NO_ROOM', at: title(), found, message, fix })]);
  }
}

/** Pixels of row 1: of the stamp only the line for people is seen. */
const STAMP_HEIGHT = 21;

/** Pixels that the longest word of a header needs: it may stand on two lines, and no word is broken. */
function wordWidth(header: string): number {
  return 12 + 8 * Math.max(...header.split(' ').map((word) => word.length));
}

/** The looks of a tab that holds nothing of ours yet, or columns of an older layout. */
export function formatTarget(workbook: Workbook, { block, tab }: Target): void {
  const all = writtenColumns(block);
  workbook.formatSheet(tab, {
    frozenRows: 2,
    frozenColumns: block.frozenColumns,
    widths: all.map(({ header, width }, index) => [index + 1, Math.max(width, wordWidth(header))]),
    headerRow: 2,
    headerNotes: all.map(({ note }, index) => [index + 1, note]),
    numberColumns: all.flatMap(({ format }, index) => (format === TEXT ? [] : [index + 1])),
    hiddenColumns: [all.length],
    shownColumns: all.length - 1,
    firstRow: STAMP_HEIGHT,
  });
}

/** True for a shorter tab, which an earlier part has written whole. */
export function endsBefore({ block }: Target, first: number): boolean {
  return first > 0 && first >= block.rows.length;
}

/** Block rows from `first` to before `last`; with the first ones the stamp and the headers, with the last ones blanks over an older, longer run. */
export function writeRows({ workbook, log, stamp }: Writing, target: Target, first: number, last: number): void {
  const { block, tab } = target;
  if (endsBefore(target, first)) return;
  const text = block.kind === 'summary' ? undefined : tabStamp(stamp, block);
  const all = rectangleOf(target, text);
  const from = first <= 0 ? (text === undefined ? 1 : 0) : first + 2;
  const cells = all.slice(from, last >= block.rows.length ? undefined : last + 2);
  const formats = Array.from({ length: target.columns }, (_, index) => writtenColumns(block)[index]?.format ?? 'General');
  workbook.write(tab, { row: from + 1, column: 1, cells, formats }, log.guard);
  if (from !== 1) return;
  // Beside the cell that commits, which is not touched here, a user may have typed.
  const beside = (all[0] ?? []).slice(1);
  workbook.write(tab, { row: 1, column: 2, cells: [beside], formats: beside.map(() => TEXT) }, log.guard);
}

/** The stamp of a tab other than the Summary, which holds once the Summary names the same run. */
export function tabStamp(stamp: Writing['stamp'], { columns }: Block): string {
  const facts = columns.filter(({ isFact }) => isFact === true).map(({ header }) => header);
  return stampText({ ...stamp, layout: LAYOUT_VERSION, state: 'OK', ...(facts.length === 0 ? {} : { facts }) });
}

/** Stamp, headers, rows with their marks, then blanks as far as an older run reached. */
export function rectangleOf({ block, rows, columns }: Footprint, stamp = ''): Grid {
  const padded = (cells: readonly Cell[]): Cell[] => Array.from({ length: columns }, (_, index) => cells[index] ?? '');
  const filled: (readonly Cell[])[] = [
    padded([stamp]),
    padded(writtenColumns(block).map(({ header }) => header)),
    ...bodyOf(block).map((cells) => (cells.length === columns ? cells : padded(cells))),
  ];
  while (filled.length < rows) filled.push(padded([]));
  return filled;
}

let bodies: WeakMap<Block, readonly (readonly Cell[])[]> | undefined;

/** The rows as they are written, each with its mark; made once a block, since writing and comparing both ask. */
function bodyOf(block: Block): readonly (readonly Cell[])[] {
  bodies ??= new WeakMap();
  const known = bodies.get(block);
  if (known !== undefined) return known;
  const body = block.rows.map((row) => {
    const cells = row.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell));
    return [...cells, rowHash(cells)];
  });
  bodies.set(block, body);
  return body;
}
