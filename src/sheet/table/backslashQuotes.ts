/** Files that mark a quote inside a quoted field by a backslash, as MySQL and some scripts write them: told from those that double it. */
import { csvRecords } from './csvRecords';
import { assertRowFits } from './csvSize';

export interface QuotedRows {
  readonly rows: readonly (readonly string[])[];
  /** A sentence that names the first row where quotes are marked so; undefined where none is. */
  readonly note: string | undefined;
}

/**
 * Rows with `\"` read as a quote where that alone closes every quoted field and gives the rows concerned the width that most rows have. Quotes are
 * otherwise read as doubled: `"C:\data\"` ends in a backslash.
 * @throws UnreadableFile for more rows or columns than a tab has.
 */
export function quotedRows(text: string, separator: string): QuotedRows {
  const doubled = csvRecords(text, separator, 'doubled', assertRowFits);
  const asDoubled: QuotedRows = { rows: doubled.rows, note: undefined };
  if (!text.includes('\\"') || (doubled.broken.length === 0 && isEven(doubled.rows))) return asDoubled;
  const marked = csvRecords(text, separator, 'backslash');
  const [first] = marked.escaped;
  if (first === undefined) return asDoubled;
  const width = commonestWidth(marked.rows);
  if (marked.broken.length === 0 && marked.escaped.every((row) => marked.rows[row]?.length === width)) {
    const rest = marked.escaped.length === 1 ? '' : ` and ${marked.escaped.length - 1} more`;
    const note = `Row ${first + 1}${rest}: quotes are marked by a backslash (\\") and were read as quotes; check these cells.`;
    return { rows: marked.rows, note };
  }
  const [broken] = doubled.broken;
  if (broken === undefined) return asDoubled;
  const note = `Row ${broken + 1}: quotes do not close, perhaps because some are marked by a backslash (\\"); cells and rows from here on may be joined. Write such quotes twice ("") in the file and open it again.`;
  return { rows: doubled.rows, note };
}

/** A line of nothing has one empty field, whatever the width. */
function isEven(rows: readonly (readonly string[])[]): boolean {
  const width = rows[0]?.length ?? 0;
  return rows.every((row) => row.length === width || (row.length === 1 && row[0] === ''));
}

function commonestWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let [width, most] = [0, 0];
  for (const [one, count] of counts) if (count > most) [width, most] = [one, count];
  return width;
}
