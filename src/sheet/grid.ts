/** Cells, grids and problems: what the readers take in and what the renderers give out. */

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

/** Letters of a 1-based column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Address as people write it: `Accounts!C7`, `'My list'!C7`. Row and column are 1-based. */
export function addressOf(tab: string, row: number, column: number): string {
  return `${quotedTab(tab)}!${columnLetters(column)}${row}`;
}

/** Tab title for an address: quoted unless it is a plain word, an inner apostrophe doubled. */
export function quotedTab(tab: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(tab) && !/^[A-Za-z]{1,3}[0-9]+$/.test(tab) ? tab : `'${tab.replace(/'/g, "''")}'`;
}
