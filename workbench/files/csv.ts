/** CSV in and out: separator, quoting, the one `'` guard against formulas, numbers that are plainly numbers. */
import { parseCsv } from 'hucre/csv';
import type { CellData, CellValue, SheetData } from '../core/document/workbookData';
import { isDateFormat } from '../core/document/numberFormat';
import { addressOf, positionOf } from './address';
import { hasCalendarText, textOfSerial } from './dates';
import { decodeText } from './encoding';
import { emptySheet } from './sheets';

const SEPARATORS = [',', ';', '\t', '|'] as const;

export interface CsvTable {
  readonly rows: readonly (readonly CellValue[])[];
  readonly separator: string;
  readonly encoding: string;
}

/** Rows of a CSV file, typed; '' is a blank cell. Throws a sentence for bytes that are no text. */
export function readCsv(name: string, bytes: Uint8Array): CsvTable {
  const { text: decoded, encoding } = decodeText(name, bytes);
  const declared = /^sep=(.)\r?\n/i.exec(decoded);
  const text = declared === null ? decoded : decoded.slice(declared[0].length);
  const separator = declared?.[1] ?? separatorOf(text);
  const rows = parseCsv(text, { delimiter: separator }).map((row) => row.map((field) => cellOf(String(field ?? ''))));
  return { rows, separator, encoding };
}

/**
 * The separator that gives most records the same number of fields. Records are counted, not lines, so that line
 * breaks inside quotes do not mislead; of equals the one that splits the first record finest wins.
 */
export function separatorOf(text: string): string {
  const sample = text.slice(0, 65_536);
  let best = { separator: ',', agreement: 0, fields: 1 };
  for (const separator of SEPARATORS) {
    const records = parseCsv(sample, { delimiter: separator }).slice(0, 200);
    // The sample may cut its last record short.
    const widths = (sample.length < text.length ? records.slice(0, -1) : records).filter(
      (row) => row.length > 1 || row[0] !== '',
    );
    const counts = new Map<number, number>();
    for (const row of widths) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    const shared = Math.max(0, ...[...counts].filter(([width]) => width > 1).map(([, count]) => count));
    const agreement = shared / Math.max(1, widths.length);
    const fields = widths[0]?.length ?? 1;
    if (agreement > best.agreement + 1e-9 || (agreement > best.agreement - 1e-9 && agreement > 0 && fields > best.fields)) {
      best = { separator, agreement, fields };
    }
  }
  return best.separator;
}

/**
 * A field as Google reads a pasted one, but careful: only a number whose digits survive unchanged becomes a number,
 * so `00123`, `1e5` and 16-digit ids stay text. Text that looks like a formula stays text.
 */
export function cellOf(field: string): CellValue {
  if (GUARDED.test(field)) return field.slice(1);
  return PLAIN_NUMBER.test(field) && field.replace(/[-.]/g, '').length <= 15 && String(Number(field)) === field
    ? Number(field)
    : field;
}

const PLAIN_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

/** What a spreadsheet may take for a formula, also behind spaces or in full width; see OWASP, CSV injection. */
const DANGEROUS = /^'*[ \u00a0]*[=+\-@\t\r\n＝＋－＠﹢﹣﹦﹫]/;
/** One apostrophe in front of that. Export guards exactly these shapes, so export and import undo each other. */
const GUARDED = /^'+[ \u00a0]*[=+\-@\t\r\n＝＋－＠﹢﹣﹦﹫]/;

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
      if (value !== '') cells[addressOf(rowIndex, column)] = { value };
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
    while (rows.length <= position.row) rows.push([]);
    const row = rows[position.row] ?? [];
    while (row.length <= position.column) row.push('');
    row[position.column] = plainValueOf(cell.value, cell.format);
    width = Math.max(width, row.length);
  }
  for (const row of rows) while (row.length < width) row.push('');
  return rows;
}

function plainValueOf(value: CellValue, format: string | undefined): CellValue {
  return typeof value === 'number' && isDateFormat(format) && hasCalendarText(value) ? textOfSerial(value) : value;
}

/** RFC 4180 with CRLF; text that a spreadsheet could run gets one `'`, typed numbers do not. */
export function writeCsv(rows: readonly (readonly (CellValue | null)[])[], options: { readonly bom?: boolean } = {}): string {
  const lines = rows.map((row) => (row.length === 1 && row[0] === '' ? '""' : row.map(fieldOf).join(',')));
  return `${options.bom === true ? '\uFEFF' : ''}${lines.map((line) => `${line}\r\n`).join('')}`;
}

function fieldOf(value: CellValue | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const guarded = DANGEROUS.test(value) ? `'${value}` : value;
  return /[",;\t|\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}
