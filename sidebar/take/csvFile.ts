/** A CSV file on its way into a tab: rows of equal width, plain numbers as numbers, chunks for the server. */
import { readCsvText } from '../../src/sheet/table/csv';
import { assertTabHolds } from '../../src/sheet/table/csvSize';
import { UnreadableFile } from '../../src/sheet/table/decode';

/** Rows a request carries. */
export const CHUNK = 2_000;

export type CsvRows = readonly (readonly (string | number)[])[];

export interface CsvFile {
  /** Of the tab it goes into. */
  readonly title: string;
  readonly rows: CsvRows;
  /** The same content has the same mark. */
  readonly mark: string;
}

/** The rows under a title, with a mark by which an import that stopped knows the same file. */
export function csvFile(title: string, rows: CsvRows): CsvFile {
  return { title, rows, mark: `${rows.length}-${hashOf(JSON.stringify(rows))}` };
}

/** FNV-1a of 32 bits: tells one export from another, and need not withstand anybody. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Rows of the text, blank ones left out, all as wide as the widest, headers as text. @throws UnreadableFile when nothing is in it, or too much. */
export function rowsOfCsv(text: string): CsvRows {
  const rows = readCsvText(text).rows.filter((row) => row.some((cell) => String(cell).trim() !== ''));
  if (rows.length < 2)
    throw new UnreadableFile('The file holds no rows below its headers.', 'Choose a CSV file with headers in its first line.');
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width < 2)
    throw new UnreadableFile('The file has one column only.', 'Save it as CSV with a comma, semicolon or tab between columns.');
  assertTabHolds(rows.length, width);
  return rows.map((row, index) =>
    Array.from({ length: width }, (_, column) => (index === 0 ? String(row[column] ?? '') : (row[column] ?? ''))),
  );
}

/** The rows behind the first `done` in pieces, each with its 1-based row. */
export function chunksOf(rows: CsvRows, done = 0): readonly { readonly row: number; readonly rows: CsvRows }[] {
  return Array.from({ length: Math.ceil((rows.length - done) / CHUNK) }, (_, chunk) => {
    const from = done + chunk * CHUNK;
    return { row: from + 1, rows: rows.slice(from, from + CHUNK) };
  });
}
