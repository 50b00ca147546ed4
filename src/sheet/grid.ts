/** Cells and grids: what the readers take in and what the renderers give out. */

/**
 * A cell's value as the spreadsheet hands it over: text, number, truth value, calendar day or '' for blank.
 * Error cells arrive as text such as `#N/A`. Points in time have become calendar days in the spreadsheet's zone.
 */
export type Cell = string | number | boolean | CalendarDate;

/** A calendar day without a zone. `month` is 1–12. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Rows of cells, row-major; all rows of a grid have the same length. */
export type Grid = readonly (readonly Cell[])[];

/** Cells merged into one; the value is that of the first, the others are blank. Row and column are 1-based. */
export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** True for a cell that holds a calendar day. */
export function isCalendarDate(cell: Cell): cell is CalendarDate {
  return typeof cell === 'object';
}
