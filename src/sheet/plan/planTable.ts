/** A plan tab as rows under known headers, each cell with its address. */
import type { Day } from '../../domain/facts/fact';
import type { Address, TabRef } from '../address';
import type { Cell, Grid } from '../grid';
import { readDay } from '../parse/date';
import { fold } from '../../domain/facts/text';
import { shownText } from '../parse/text';
import { PLAN_TABS, type PlanKey } from './tabs';

/** One row of a plan tab that is not blank under the plan's headers. */
export interface PlanTableRow {
  /** 1-based row of the sheet. */
  readonly row: number;
  /** The cell under a header; '' where the tab lacks the column. */
  cell(header: string): Cell;
  /** The cell as trimmed text. Only white space is blank here: `unknown` and `none` are words of the plan's closed lists. */
  text(header: string): string;
  /** Address of the cell, or of the row's first cell where the column is missing. */
  at(header: string): Address;
}

/** A plan tab as it was read. */
export interface PlanGrid {
  readonly tab: TabRef;
  readonly grid: Grid;
}

export interface PlanTable {
  readonly key: PlanKey;
  readonly tab: TabRef;
  readonly rows: readonly PlanTableRow[];
}

/** Reads a plan tab's grid: row 1 holds the headers, any order, unknown ones are left alone. */
export function planTableOf(key: PlanKey, { tab, grid }: PlanGrid): PlanTable {
  const columns = new Map<string, number>();
  (grid[0] ?? []).forEach((cell, column) => {
    const name = fold(textOfCell(cell));
    if (name !== '' && !columns.has(name)) columns.set(name, column);
  });
  const known = PLAN_TABS[key].headers.flatMap((header) => columns.get(fold(header)) ?? []);
  const rows: PlanTableRow[] = [];
  grid.slice(1).forEach((cells, index) => {
    if (known.some((column) => textOfCell(cells[column] ?? '') !== '')) rows.push(rowOf(tab, index + 2, cells, columns));
  });
  return { key, tab, rows };
}

/** The headers a tab must have and lacks, in the tab's own order. */
export function missingHeaders(key: PlanKey, grid: Grid): readonly string[] {
  const present = new Set((grid[0] ?? []).map((cell) => fold(textOfCell(cell))));
  const { headers, optional } = PLAN_TABS[key];
  return headers.filter((header) => !optional.includes(header) && !present.has(fold(header)));
}

/** A cell as text: trimmed, days as `YYYY-MM-DD`, numbers without grouping. */
export function textOfCell(cell: Cell): string {
  return shownText(cell);
}

/** The day a cell of the plan stands for: a date, or text such as `2026-01-31`; plans have no column whose evidence could tell d/m from m/d. */
export function dayOfCell(cell: Cell): Day | undefined {
  return readDay(cell, { order: undefined, isDateColumn: false });
}

function rowOf(tab: TabRef, row: number, cells: readonly Cell[], columns: ReadonlyMap<string, number>): PlanTableRow {
  const cellOf = (header: string): Cell => {
    const column = columns.get(fold(header));
    return column === undefined ? '' : (cells[column] ?? '');
  };
  return {
    row,
    cell: cellOf,
    text: (header) => textOfCell(cellOf(header)),
    at: (header) => ({ tab, row, column: (columns.get(fold(header)) ?? 0) + 1 }),
  };
}
