/** CSV files and tabs: the product's own CSV reader and writer, with what a file's name and a tab's grid add to it. */
import { decodeBytes, UnreadableFile, type Encoding } from '../../src/sheet/table/decode';
import { formatCsv, readCsvText } from '../../src/sheet/table/csv';
import { assertTabHolds } from '../../src/sheet/table/csvSize';
import { countRecords } from '../../src/sheet/table/repair';
import type { CellData, CellValue, SheetData } from '../core/document/workbookData';
import { isDateFormat } from '../core/document/numberFormat';
import { addressOf, positionOf } from '../core/document/a1';
import { hasCalendarText, textOfSerial } from './dates';
import { emptySheet } from '../core/document/emptySheet';
import { Unreadable } from './unreadable';

export interface CsvTable {
  readonly rows: readonly (readonly CellValue[])[];
  readonly separator: string;
  readonly encoding: Encoding;
  /** Rows once records that an open quote has swallowed are taken apart. */
  readonly records: number;
  /** What to say about an encoding that was inferred, and of quotes marked by a backslash. */
  readonly notes: readonly string[];
}

/** Rows of a CSV file, typed; '' is a blank cell. @throws Unreadable with a sentence for bytes that are no text or make too many cells. */
export function readCsv(name: string, bytes: Uint8Array): CsvTable {
  try {
    const { text, encoding, note } = decodeBytes(bytes);
    const { rows, separator, quoteNote } = readCsvText(text);
    const notes = [note, quoteNote].filter((one) => one !== undefined);
    return { rows, separator, encoding, records: countRecords(rows), notes };
  } catch (error) {
    throw error instanceof UnreadableFile ? new Unreadable(`${name}: ${error.message}`) : error;
  }
}

/** How large the grid around the rows is: `roomy` as a new tab in Google (1,000 × 26), `fitted` as small as the rows. */
export type GridFit = 'roomy' | 'fitted';

/** Rows as a tab. @throws Unreadable where the widest row would make them more cells than a spreadsheet holds. */
export function sheetOfRows(
  title: string,
  id: number,
  rows: readonly (readonly CellValue[])[],
  grid: GridFit = 'roomy',
): SheetData {
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  assertFits(title, rows.length, columns);
  const cells: Record<string, CellData> = {};
  rows.forEach((row, rowIndex) => {
    row.forEach((value, column) => {
      if (value !== '') cells[addressOf(rowIndex + 1, column + 1)] = { value };
    });
  });
  const [leastRows, leastColumns] = grid === 'roomy' ? [1000, 26] : [1, 1];
  return { ...emptySheet(title, id), rows: Math.max(leastRows, rows.length), columns: Math.max(leastColumns, columns), cells };
}

function assertFits(title: string, rows: number, columns: number): void {
  try {
    assertTabHolds(rows, columns);
  } catch (error) {
    throw error instanceof UnreadableFile ? new Unreadable(`${title}: ${error.message}`) : error;
  }
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
