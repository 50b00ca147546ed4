/** How large a CSV text may be, judged before it becomes cells: a few megabytes of separators would fill gigabytes. */
import { UnreadableFile } from './decode';

/** As many as a tab of Google Sheets can have; XLSX has fewer. */
const MOST_COLUMNS = 18_278;
/** As many as a tab of XLSX has. */
const MOST_ROWS = 1_048_576;
/** As many as a spreadsheet of Google Sheets holds. */
const MOST_CELLS = 10_000_000;

/** Far more than the 50,000 characters that a cell of a spreadsheet holds, because an open quote may swallow records that are taken apart again. */
export const LONGEST_FIELD = 5_000_000;

const LINE_FEED = 10;
const RETURN = 13;

/** Counts separators and line ends, quoted ones too. @throws UnreadableFile above 10,000,000. */
export function assertFewCells(text: string, separator: string): void {
  const code = separator.charCodeAt(0);
  let cells = 1;
  for (let at = 0; at < text.length; at += 1) {
    const one = text.charCodeAt(at);
    if (one !== code && one !== LINE_FEED && (one !== RETURN || text.charCodeAt(at + 1) === LINE_FEED)) continue;
    cells += 1;
    if (cells > MOST_CELLS)
      throw new UnreadableFile(
        `The file holds more than ${grouped(MOST_CELLS)} cells, perhaps blank ones.`,
        'Delete blank rows and columns, or split the list.',
      );
  }
}

/** Asked while a text is read, so that no more rows are made. `row` counts from 1, `longest` is its longest field. @throws UnreadableFile. */
export function assertRowFits(row: number, width: number, longest: number): void {
  if (longest > LONGEST_FIELD)
    throw new UnreadableFile(
      `Row ${grouped(row)} has a cell of more than ${grouped(LONGEST_FIELD)} characters.`,
      'Check that every quote in and before this row is closed.',
    );
  if (width > MOST_COLUMNS)
    throw new UnreadableFile(
      `Row ${grouped(row)} has ${grouped(width)} cells and a tab at most ${grouped(MOST_COLUMNS)} columns.`,
      'Check the separators and quotes of this row.',
    );
  if (row > MOST_ROWS)
    throw new UnreadableFile(
      `The file has more than ${grouped(MOST_ROWS)} rows, perhaps blank ones.`,
      'Delete blank rows, or split the list.',
    );
}

/** Rows that all become as wide as the widest. @throws UnreadableFile for more cells than a spreadsheet holds. */
export function assertTabHolds(rows: number, columns: number): void {
  if (rows * columns > MOST_CELLS)
    throw new UnreadableFile(
      `The list needs a tab of ${grouped(rows)} rows and ${grouped(columns)} columns; a spreadsheet holds ${grouped(MOST_CELLS)} cells.`,
      'Check the rows that are wider than the headers, or split the list.',
    );
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
