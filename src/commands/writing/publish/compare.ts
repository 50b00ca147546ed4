/** Cells looked at again: before they are written over, and when they should hold what was written. */
import { isSameCell } from '../../../sheet/cellText';
import type { Cell, Grid } from '../../../sheet/grid';
import { changedCells, isRowHash, ROW_HASHES } from '../../../sheet/ownTabs/rowHash';
import { shownText } from '../../../sheet/parse/text';
import { clipped, makeProblem, Refusal, refusalsIn, type Problem } from '../../../sheet/problem';
import { asTyped, typed, type Typed } from '../../../sheet/ownTabs/ownBlock';
import type { Block } from '../../../sheet/ownTabs/block';
import { isStampText } from '../../../sheet/ownTabs/stamp';
import { isOurs } from '../isOurs';
import { differingCells } from '../pieces';
import { tabAddress } from '../../workbook/tabAddress';
import type { Workbook } from '../../workbook/workbook';
import { assertHolder } from './commit';
import { ownBlockOf, writtenColumns } from './preflight';
import { endsBefore, rectangleOf, tabStamp } from './rectangle';
import type { Target, Writing } from './writing';

/**
 * A lock stops no people: what was typed since the tab was read must not be written over unseen. Looks at the cells that the block's rows
 * from `first` to before `last` will take; only the moment until the flush is left.
 * @param before the tab as it was read; left out for one that was not there.
 */
export function assertUnedited(
  { workbook, stamp }: Writing,
  target: Target,
  before: Grid = [],
  first: number,
  last: number,
): void {
  const { block, tab, rows, columns } = target;
  if (endsBefore(target, first)) return;
  const from = first > 0 ? first + 2 : 0;
  const isSummary = block.kind === 'summary' && from === 0;
  const count = (last >= block.rows.length ? rows : last + 2) - from;
  const now = workbook.readBack(tab, from + 1, 1, count, columns);
  if (isSummary) assertHolder({ stamp }, now);
  now.forEach((cells, row) => {
    const old = before[from + row] ?? [];
    const isStamp = isSummary && row === 0;
    const index = cells.findIndex((cell, column) => !isSameCell(old[column] ?? '', cell) && !(isStamp && column === 0));
    if (index >= 0) throw edited(tabAddress(workbook, tab, from + row + 1, index + 1), cells[index]);
  });
  // Above the part a column may have come or gone, which none of its blank cells tells.
  if (from > 0 && !isUnderHeaders(block, workbook.readBack(tab, 2, 1, 1, columns)[0]))
    throw edited(tabAddress(workbook, tab, 2, 1), '');
}

/** Stops where the cell that is written first and commits at the end is no longer as it was read. */
export function assertOwnSummary(workbook: Workbook, { tab }: Target, [[old = ''] = []]: Grid = []): void {
  const [[now = ''] = []] = workbook.readBack(tab, 1, 1, 1, 1);
  if (!isSameCell(old, now)) throw edited(tabAddress(workbook, tab, 1, 1), now);
}

/** True where the second row of the tab, `found`, holds the headers of the block and nothing before them. */
export function isUnderHeaders(block: Block, found: readonly Cell[] = []): boolean {
  return writtenColumns(block).every(({ header }, column) => found[column] === header);
}

function edited(at: string, cell: Cell = ''): Refusal {
  const message = 'A user has edited this tab while the run was about to write it, so it was left as it is.';
  const found = clipped(shownText(cell));
  return new Refusal([makeProblem({ severity: 'refusal', code: 'EDITED_MEANWHILE', at, found, message, fix: 'Run again.' })]);
}

/** @throws Refusal when a number, a formula or a lost cell is among them; text that stayed text is only reported. */
export function acceptable(differences: readonly Problem[]): readonly Problem[] {
  const wrong = refusalsIn(differences);
  if (wrong.length > 0) throw new Refusal(wrong);
  return differences;
}

/** Cells that do not hold what was written, the first ones of the tab; the Summary's first cell is the commit's own. */
export function differencesOf({ workbook, stamp }: Writing, target: Target, found: Grid): readonly Problem[] {
  const { tab, block } = target;
  const isSummary = block.kind === 'summary';
  const wanted = rectangleOf(target, isSummary ? '' : tabStamp(stamp, block));
  const isWatched = (row: number, column: number): boolean =>
    row < target.rows && column < target.columns && !(isSummary && row === 0 && column === 0);
  return [
    ...leftovers(workbook, target, found),
    ...differingCells({ wanted, isWatched }, found).map((cell) =>
      differs(tabAddress(workbook, tab, cell.row + 1, cell.column + 1), cell.wanted, cell.now, cell.row > 1),
    ),
  ];
}

/**
 * Rows of the rectangle, as read back, in which a user has typed since it was written: see {@link isOurs}.
 * @throws Refusal when a column of a user's stands in the block by now, or has pushed cells of ours out of it, as a row does.
 */
export function typedSince({ workbook }: Writing, target: Target, before: Grid = [], found: Grid): readonly Typed[] {
  const { block, tab, rows, columns: width } = target;
  const own = ownBlockOf(workbook, tab, block, found);
  // Links that arrived without their headers are no content of a user's: cell by cell they are ours.
  const refusals = [...(own.hasHeaders ? own.refusals : []), ...leftovers(workbook, target, found)];
  if (refusals.length > 0) throw new Refusal(refusals);
  const marks = writtenColumns(block).length - 1;
  const formulas = workbook.formulas(tab, 1, 1, Math.min(rows, found.length), Math.min(width, found[0]?.length ?? 1));
  return rectangleOf(target).flatMap((cells, row) => {
    const now = asTyped(found[row] ?? [], formulas[row]);
    const mark = now[marks] ?? '';
    // A row that fits its mark has only been moved.
    if (isRowHash(mark) && changedCells(mark, now.slice(0, marks)).length === 0) return [];
    const isFine = (cell: Cell, column: number): boolean => {
      const it = now[column] ?? '';
      const isStamp = row === 0 && column === 0 && isStampText(shownText(it));
      return isStamp || isOurs(cell, it, before[row]?.[column] ?? '', workbook.locale);
    };
    const columns = cells.flatMap((cell, column) => (isFine(cell, column) ? [] : [column]));
    return columns.length === 0 ? [] : [typed((y, x) => tabAddress(workbook, tab, y + 1, x + 1), row, columns, now)];
  });
}

/** Rows and columns of ours outside the rectangle: a user has inserted one while it was written, and pushed old cells out of it. */
function leftovers(workbook: Workbook, { tab, rows, columns }: Target, found: Grid): Problem[] {
  const row = found.findIndex((cells, index) => index >= rows && cells.slice(0, columns).some(isRowHash));
  const column = (found[1] ?? []).findIndex((cell, index) => index >= columns && cell === ROW_HASHES);
  const positions: (readonly [number, number])[] = [
    ...(row < 0 ? [] : [[row, 0] as const]),
    ...(column < 0 ? [] : [[1, column] as const]),
  ];
  return positions.map(([y, x]) => differs(tabAddress(workbook, tab, y + 1, x + 1), '', found[y]?.[x] ?? '', false));
}

/** Text that stayed text is only reported: a wrong number, a formula or a lost cell stops the run. */
function differs(at: string, wanted: Cell, found: Cell, isBody: boolean): Problem {
  const isText = typeof wanted === 'string' && typeof found === 'string' && wanted !== '' && found !== '';
  // What reads as a formula may have become one, whose result is a text like any other.
  const isReported = isBody && isText && !/^[=+@-]/.test(wanted);
  const text = JSON.stringify(found);
  const message = `The sheet holds ${clipped(text)} where ${clipped(JSON.stringify(wanted))} was written.`;
  const fix = isReported
    ? 'The sheet does not keep this text as it is.'
    : 'A user may be typing there, or the cell is merged with others: unmerge it. Then run again.';
  return makeProblem({ severity: isReported ? 'problem' : 'refusal', code: 'CELL_DIFFERS', at, found: text, message, fix });
}
