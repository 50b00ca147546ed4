/** One rectangle a tab: stamp, headers, rows with their marks, and blanks as far as an older run reached. */
import { cellText } from '../../sheet/cellText';
import type { Cell, Grid } from '../../sheet/grid';
import { markOf } from '../../sheet/marks';
import type { Block } from '../../sheet/render/block';
import { stampText } from '../../sheet/stamp';
import { LAYOUT_VERSION } from '../../sheet/version';
import type { Workbook } from '../workbook';
import { writtenColumns, type Place } from './preflight';
import type { Target, Writing } from './writing';

/** Growth first, then the looks of a tab that holds nothing of ours yet. */
export function prepare(workbook: Workbook, { block, tab, rows, columns, isFresh, needsRoom }: Target): void {
  if (needsRoom) workbook.grow(tab, rows, columns);
  if (!isFresh) return;
  const all = writtenColumns(block);
  workbook.dress(tab, {
    frozenRows: 2,
    frozenColumns: block.frozenColumns,
    widths: all.map(({ width }, index) => [index + 1, width]),
    headerRow: 2,
    headerNotes: all.map(({ note }, index) => [index + 1, note]),
    hiddenColumns: [all.length],
  });
}

/** Block rows from `first` to before `last`; with the first ones the stamp and the headers, with the last ones blanks over an older, longer run. */
export function writeRows({ workbook, log, stamp }: Writing, target: Target, first: number, last: number): void {
  const { block, tab } = target;
  if (first >= block.rows.length && first > 0) return;
  const text = block.kind === 'summary' ? undefined : stampText({ ...stamp, layout: LAYOUT_VERSION, state: 'OK' });
  const all = rectangleOf(target, text);
  const from = first <= 0 ? (text === undefined ? 1 : 0) : first + 2;
  const cells = all.slice(from, last >= block.rows.length ? undefined : last + 2);
  const formats = Array.from({ length: target.columns }, (_, index) => writtenColumns(block)[index]?.format ?? 'General');
  workbook.write(tab, { row: from + 1, column: 1, cells, formats }, log.guard);
}

/** Stamp, headers, rows with their marks, then blanks as far as an older run reached. */
export function rectangleOf({ block, rows, columns }: Place, stamp = ''): Grid {
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
    return [...cells, markOf(cells)];
  });
  bodies.set(block, body);
  return body;
}
