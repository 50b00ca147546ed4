/** CSV files and tabs: the product's own CSV reader and writer, with what a file's name and a tab's grid add to it. */
import { decodeBytes, UnreadableFile, type Encoding } from '../../src/sheet/table/decode';
import { formatCsv, readCsvText } from '../../src/sheet/table/csv';
import type { CellData, CellValue, SheetData } from '../core/document/workbookData';
import { isDateFormat } from '../core/document/numberFormat';
import { addressOf, positionOf } from '../core/document/a1';
import { hasCalendarText, textOfSerial } from './dates';
import { emptySheet } from './sheets';
import { Unreadable } from './unreadable';

export interface CsvTable {
  readonly rows: readonly (readonly CellValue[])[];
  readonly separator: string;
  readonly encoding: Encoding;
  /** What to say about an encoding that was inferred, and of quotes marked by a backslash. */
  readonly notes: readonly string[];
}

/** Rows of a CSV file, typed; '' is a blank cell. @throws Unreadable with a sentence for bytes that are no text. */
export function readCsv(name: string, bytes: Uint8Array): CsvTable {
  const { text, encoding, note } = decoded(name, bytes);
  const { rows, separator, quoteNote } = readCsvText(text);
  return { rows, separator, encoding, notes: [note, quoteNote].filter((one) => one !== undefined) };
}

function decoded(name: string, bytes: Uint8Array): ReturnType<typeof decodeBytes> {
  try {
    return decodeBytes(bytes);
  } catch (error) {
    throw error instanceof UnreadableFile ? new Unreadable(`${name}: ${error.message}`) : error;
  }
}

/** How large the grid around the rows is: `roomy` as a new tab in Google (1,000 × 26), `fitted` as small as the rows. */
export type GridSize = 'roomy' | 'fitted';

/** Rows as a tab. */
export function sheetOfRows(
  title: string,
  id: number,
  rows: readonly (readonly CellValue[])[],
  grid: GridSize = 'roomy',
): SheetData {
  const cells: Record<string, CellData> = {};
  let columns = 1;
  rows.forEach((row, rowIndex) => {
    columns = Math.max(columns, row.length);
    row.forEach((value, column) => {
      if (value !== '') cells[addressOf(rowIndex + 1, column + 1)] = { value };
    });
  });
  const [leastRows, leastColumns] = grid === 'roomy' ? [1000, 26] : [1, 1];
  return { ...emptySheet(title, id), rows: Math.max(leastRows, rows.length), columns: Math.max(leastColumns, columns), cells };
}

/** The filled part of a tab as rows; dates become ISO text because rows carry no formats. */
export function rowsOfSheet(sheet: SheetData): CellValue[][] {
  const rows: CellValue[][] = [];
  let width = 0;
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const position = positionOf(address);
    if (position === undefined || cell.value === undefined || cell.value === '') continue;
    while (rows.length < position.row) rows.push([]);
    const row = rows[position.row - 1] ?? [];
    while (row.length < position.column) row.push('');
    row[position.column - 1] = plainValueOf(cell.value, cell.format);
    width = Math.max(width, row.length);
  }
  for (const row of rows) while (row.length < width) row.push('');
  return rows;
}

function plainValueOf(value: CellValue, format: string | undefined): CellValue {
  return typeof value === 'number' && isDateFormat(format) && hasCalendarText(value) ? textOfSerial(value) : value;
}

/** Rows as CSV as the product writes it; with a byte order mark, Excel takes it for UTF-8. */
export function writeCsv(rows: readonly (readonly (CellValue | null)[])[], options: { readonly bom?: boolean } = {}): string {
  return `${options.bom === true ? '\uFEFF' : ''}${formatCsv(rows.map((row) => row.map((cell) => cell ?? '')))}`;
}
