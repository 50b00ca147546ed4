/** A table: headers and rows found in a grid, with the places they stand at. */
import type { Cell } from '../grid';

export interface Table {
  readonly tab: string;
  /** Trimmed, never blank; equal headers occur once, the first column counts. */
  readonly headers: readonly string[];
  /** 1-based sheet row of the headers (the lower one of two). */
  readonly headerRow: number;
  /** 1-based sheet column of each header. */
  readonly columns: readonly number[];
  /** Rows of data, `rows[i][c]` under `headers[c]`; wholly blank rows, totals and repeated headers left out. */
  readonly rows: readonly (readonly Cell[])[];
  /** 1-based sheet row of each row. */
  readonly rowNumbers: readonly number[];
  /** Filled rows below the headers: the rows above, plus those the problems report as left out; records taken out of one cell count one by one. */
  readonly read: number;
}
