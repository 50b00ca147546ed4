/** Single cells far below or far right of a list: they would make a small tab as large as a spreadsheet can be. */
import { addressOf, positionOf } from '../core/document/a1';
import type { CellData } from '../core/document/workbookData';

/** A tab of fewer cells is opened as it is, however sparse. */
const LARGE = 1_000_000;
/** Blank rows or columns behind which a cell no longer belongs to what stands before. */
const GAP = { row: 10_000, column: 500 } as const;
/** Of the filled cells; more of them are a table of their own. */
const MOST_STRAY = 0.01;

export interface Gathered {
  readonly cells: Readonly<Record<string, CellData>>;
  /** Addresses of those left out. */
  readonly strays: readonly string[];
}

/** The cells without those behind a wide gap, where a tab reaches over more than 1,000,000 cells and nearly all of them are blank. */
export function withoutStrays(cells: Readonly<Record<string, CellData>>, isFilled: (cell: CellData) => boolean): Gathered {
  const places = Object.entries(cells).flatMap(([place, cell]) => {
    const position = isFilled(cell) ? positionOf(place) : undefined;
    return position === undefined ? [] : [position];
  });
  const [rows, columns] = [reach(places, 'row'), reach(places, 'column')];
  if (rows * columns <= LARGE) return { cells, strays: [] };
  const [lastRow, lastColumn] = [lastBefore(places, 'row'), lastBefore(places, 'column')];
  const isStray = ({ row, column }: Place): boolean => row > lastRow || column > lastColumn;
  const strays = places.filter(isStray);
  if (strays.length === 0 || strays.length > Math.max(1, places.length * MOST_STRAY)) return { cells, strays: [] };
  const kept = Object.entries(cells).filter(([place]) => {
    const position = positionOf(place);
    return position === undefined || !isStray(position);
  });
  return { cells: Object.fromEntries(kept), strays: strays.map(({ row, column }) => addressOf(row, column)) };
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function reach(places: readonly Place[], side: keyof Place): number {
  return places.reduce((most, place) => Math.max(most, place[side]), 0);
}

/** The last row or column before the first wide gap. */
function lastBefore(places: readonly Place[], side: keyof Place): number {
  const filled = [...new Set(places.map((place) => place[side]))].sort((a, b) => a - b);
  const at = filled.findIndex((index, position) => index - (filled[position - 1] ?? index) > GAP[side]);
  return at < 0 ? Infinity : (filled[at - 1] ?? Infinity);
}
