/**
 * CSV text to cells and back: separators found out, quotes as in RFC 4180, and the guard against formulas. Written here because papaparse takes the rest
 * of the file for one cell after `"Acme" Inc,2`, and leaves line feeds in cells where CR and CRLF are mixed.
 */
import { quotedRows } from './backslashQuotes';
import { csvRecords, fieldAt } from './csvRecords';
import { assertFewCells } from './csvSize';
import { guardText, stripGuard } from './guard';

const SEPARATORS = [',', ';', '\t', '|'] as const;
type Separator = (typeof SEPARATORS)[number];

/** Rows of a CSV text, every cell as text. Line ends may be CRLF, LF or CR; a line of nothing is a row of one empty cell, but for the last. */
export function parseCsv(text: string, separator: string = separatorOf(text)): string[][] {
  return csvRecords(text, separator, 'doubled').rows;
}

/** Fields of one line, or undefined when its quotes do not close. */
export function fieldsOfLine(line: string, separator: string): string[] | undefined {
  if ((line.match(/"/g) ?? []).length % 2 === 1) return undefined;
  const fields: string[] = [];
  for (let at = 0; ; at += 1) {
    const field = fieldAt(line, at, separator, 'doubled');
    fields.push(field.value);
    at = field.end;
    if (at >= line.length) return fields;
  }
}

/**
 * Separator of a CSV text: the one that gives the first lines the same number of fields, at least two; the comma when none does.
 * A line `sep=;` on top decides.
 */
export function separatorOf(text: string): string {
  const declared = declaredSeparator(text);
  if (declared !== undefined) return declared.separator;
  const head = text.slice(0, 200_000);
  let best: { readonly separator: Separator; readonly score: number } = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const score = evenness(head, separator, head.length < text.length);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function declaredSeparator(text: string): { readonly separator: string; readonly length: number } | undefined {
  const [line, separator] = /^\ufeff?sep=([^"\r\n])(?:\r\n?|\n)/i.exec(text.slice(0, 20)) ?? [];
  return line === undefined || separator === undefined ? undefined : { separator, length: line.length };
}

/** Share of the first rows that have the commonest width, times a bonus for width; 0 when that width is 1. */
function evenness(head: string, separator: Separator, isCut: boolean): number {
  const rows = parseCsv(firstLines(head), separator);
  const whole = isCut && rows.length > 1 ? rows.slice(0, -1) : rows;
  const widths = new Map<number, number>();
  for (const row of whole) if (row.length > 1 || row[0] !== '') widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let width = 1;
  let count = 0;
  for (const [one, many] of widths) if (one > 1 && many > count) [width, count] = [one, many];
  const total = [...widths.values()].reduce((sum, many) => sum + many, 0);
  // A header of many columns weighs too: its separator is hardly ever part of a name.
  const headerWidth = whole[0]?.length ?? 1;
  return width < 2 ? 0 : (count / total) * (1 + Math.log(width)) + (headerWidth === width ? 0.5 : 0);
}

function firstLines(text: string): string {
  let at = 0;
  for (let line = 0; line < 200 && at >= 0; line += 1) at = text.indexOf('\n', at) + 1 || -1;
  return at < 0 ? text : text.slice(0, at);
}

/** A cell as a CSV file or a tab holds it. */
export type CsvCell = string | number | boolean;

/** Rows of a CSV file with plain numbers as numbers; a line `sep=;` on top is no row. */
export interface CsvRead {
  readonly rows: readonly (readonly (string | number)[])[];
  readonly separator: string;
  /** What to say about quotes marked by a backslash; undefined where there are none. */
  readonly quoteNote: string | undefined;
}

/** The cells of a CSV text, guards taken off. @throws UnreadableFile for more cells than a spreadsheet holds. */
export function readCsvText(text: string): CsvRead {
  const declared = declaredSeparator(text);
  const separator = declared?.separator ?? separatorOf(text);
  assertFewCells(text, separator);
  const { rows, note } = quotedRows(declared === undefined ? text : text.slice(declared.length), separator);
  return { rows: rows.map((row) => row.map(cellOfField)), separator, quoteNote: note };
}

/**
 * A number where writing it gives the field back unchanged; `1.10`, `00123`, `1e5` and IDs of 16 digits stay text. A guarded field is text without its
 * guard.
 */
export function cellOfField(field: string): string | number {
  const text = stripGuard(field);
  const isNumber =
    text === field && /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/.test(field) && field.replace(/[-.]/g, '').length <= 15;
  return isNumber && String(Number(field)) === field ? Number(field) : text;
}

/** Rows as CSV: CRLF, quotes where any separator needs them. Texts are guarded; numbers and truth values (`TRUE`, `FALSE`) are not. */
export function formatCsv(rows: readonly (readonly CsvCell[])[], separator: Separator = ','): string {
  return rows.map((row) => `${lineOf(row, separator)}\r\n`).join('');
}

/** A row of one blank cell would be an empty line, which readers skip. */
function lineOf(row: readonly CsvCell[], separator: string): string {
  return row.length === 1 && row[0] === '' ? '""' : row.map(fieldOf).join(separator);
}

function fieldOf(cell: CsvCell): string {
  if (typeof cell !== 'string') return typeof cell === 'number' ? String(cell) : cell ? 'TRUE' : 'FALSE';
  const text = guardText(cell);
  return /[",;\t|\r\n\ufeff]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
