/** The one way to write cells: look, write, flush, look again, name what differs, and write once more what was lost. */
import { isSameCell } from '../../sheet/cellText';
import type { Cell, Grid } from '../../sheet/grid';
import { havingWritten, type Problem } from '../../sheet/problem';

/** Cells on their way into a tab, and how it is judged whether they arrived. */
export interface Piece {
  /** @throws Refusal where a user has typed since the tab was read: nothing is written over that. */
  readonly look: () => void;
  readonly write: () => void;
  readonly read: () => Grid;
  /** Cells of the tab, as read back, that do not hold what was written. */
  readonly differences: (found: Grid) => readonly Problem[];
}

/** A piece and the tab as it was read back. */
export interface ReadBack<P extends Piece> {
  readonly piece: P;
  readonly found: Grid;
}

/** Looks at all pieces, then writes them all: of a refusal nothing is written. */
export function writePieces(pieces: readonly Piece[], flush: () => void): void {
  for (const { look } of pieces) look();
  havingWritten('part', () => {
    for (const { write } of pieces) write();
    flush();
  });
}

/** What pieces have become: as they were read back first, those written once more, and what still differed then. */
export interface Verified<P extends Piece> {
  readonly read: readonly ReadBack<P>[];
  readonly again: readonly P[];
  readonly differences: readonly Problem[];
}

/**
 * Reads the pieces back, and writes once more those of which cells were lost. `settle` is given these before: it refuses, or keeps elsewhere,
 * what a user has typed into them.
 */
export function verifyPieces<P extends Piece>(
  pieces: readonly P[],
  settle: (differing: readonly ReadBack<P>[]) => void,
  flush: (again: readonly P[]) => void,
): Verified<P> {
  const read = pieces.map((piece) => ({ piece, found: piece.read() }));
  const differing = read.filter(({ piece, found }) => piece.differences(found).length > 0);
  if (differing.length === 0) return { read, again: [], differences: [] };
  settle(differing);
  const again = differing.map(({ piece }) => piece);
  for (const { write } of again) write();
  flush(again);
  return { read, again, differences: again.flatMap((piece) => piece.differences(piece.read())) };
}

/** Cells that are looked at, from A1 on; blank where they end. */
export interface Looked {
  readonly wanted: Grid;
  /** First row looked at, from 1. All below it is, so that a row or column which came or went is seen wherever it pushes something. */
  readonly from?: number;
  /** Whether a cell is looked at, its row and column from 0 on. */
  readonly isWatched?: (row: number, column: number) => boolean;
}

/** Whether a cell may hold what it holds now; row and column from 0. */
export type Fine = (wanted: Cell, now: Cell, row: number, column: number) => boolean;

/** A cell that holds something else than is wanted; row and column from 0. */
export interface DifferingCell {
  readonly row: number;
  readonly column: number;
  readonly wanted: Cell;
  readonly now: Cell;
}

/** Cells reported of one tab: more would say nothing new. */
const MOST_CELLS = 20;

/** Cells of `found`, which begins at row `from`, that are not fine; the first ones, row by row. */
export function differingCells(
  { wanted, from = 1, isWatched = () => true }: Looked,
  found: Grid,
  isFine: Fine = isSameCell,
): readonly DifferingCell[] {
  const cells: DifferingCell[] = [];
  for (let row = from - 1; row < Math.max(wanted.length, from - 1 + found.length); row += 1) {
    const [meant = [], line = []] = [wanted[row], found[row - from + 1]];
    for (let column = 0; column < Math.max(meant.length, line.length); column += 1) {
      const [cell, now] = [meant[column] ?? '', line[column] ?? ''];
      if (!isWatched(row, column) || isFine(cell, now, row, column)) continue;
      cells.push({ row, column, wanted: cell, now });
      if (cells.length === MOST_CELLS) return cells;
    }
  }
  return cells;
}
