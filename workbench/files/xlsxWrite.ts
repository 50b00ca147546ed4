/** A workbook into an XLSX file. With xlsxRead.ts the only place that knows hucre's types. */
import { writeXlsx } from 'hucre/xlsx';
import type { Cell, WriteSheet } from 'hucre/xlsx';
import type { CellData, SheetData, WorkbookData } from '../core/workbookData';
import { positionOf, rangeOf } from './address';
import { isDateFormat } from './dates';
import { xlsxFormula } from './formulas';
import { styleOf } from './xlsxLooks';
import { writtenConditional, writtenValidation } from './xlsxRules';

/** An XLSX cell holds fewer characters than one of Sheets (50,000). */
const MAX_CELL_TEXT = 32_767;

export interface XlsxOutcome {
  readonly bytes: Uint8Array;
  /** What could not be carried over, one sentence each. */
  readonly notes: readonly string[];
}

export async function writeXlsxFile(book: WorkbookData): Promise<XlsxOutcome> {
  const notes: string[] = [];
  const titles = new Map<string, string>();
  for (const sheet of book.sheets) titles.set(sheet.title, sheetName(sheet.title, new Set(titles.values())));
  const sheets = book.sheets.map((sheet) => writtenSheet(sheet, titles.get(sheet.title) ?? sheet.title, notes));
  const visible = book.sheets.findIndex((sheet) => !sheet.hidden);
  const bytes = await writeXlsx({
    sheets,
    namedRanges: book.namedRanges.map(({ name, range }) => ({ name, range: fixedRange(range) })),
    activeSheet: Math.max(0, visible),
    properties: { title: book.title, creator: 'Segment Planner' },
  });
  return { bytes, notes };
}

/** `Accounts!A1:C9` as `Accounts!$A$1:$C$9`: XLSX takes a name without `$` relative to the cell that uses it. */
function fixedRange(range: string): string {
  const at = range.lastIndexOf('!') + 1;
  return (
    range.slice(0, at) +
    range
      .slice(at)
      .replace(/\$/g, '')
      .replace(/([A-Z]+)([0-9]+)/g, '$$$1$$$2')
  );
}

/** A title that XLSX accepts: at most 31 characters, none of `[]:*?/\`, no other tab of the same name in any case. */
function sheetName(title: string, taken: ReadonlySet<string>): string {
  const clean =
    title
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .slice(0, 31) || 'Sheet';
  const lower = new Set([...taken].map((other) => other.toLowerCase()));
  let name = clean;
  for (let copy = 2; lower.has(name.toLowerCase()); copy += 1)
    name = `${clean.slice(0, 31 - String(copy).length - 1)} ${String(copy)}`;
  return name;
}

function writtenSheet(sheet: SheetData, name: string, notes: string[]): WriteSheet {
  const rows: (string | number | boolean | null)[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const position = positionOf(address);
    if (position === undefined) continue;
    const detail = detailOf(cell, `${sheet.title}!${address}`, notes);
    if (detail.value !== undefined && detail.value !== null && !(detail.value instanceof Date)) {
      while (rows.length <= position.row) rows.push([]);
      const row = rows[position.row] ?? [];
      while (row.length < position.column) row.push(null);
      row[position.column] = detail.value;
    }
    if (Object.keys(detail).length > 1 || detail.value === undefined)
      cells.set(`${String(position.row)},${String(position.column)}`, detail);
  }
  return {
    name,
    rows,
    cells,
    columns: widthsOf(sheet),
    hidden: sheet.hidden,
    rowDefs: new Map(sheet.hiddenRows.map((row) => [row - 1, { hidden: true }])),
    merges: sheet.merges.flatMap((text) => {
      const range = rangeOf(text);
      return range === undefined
        ? []
        : [{ startRow: range.from.row, startCol: range.from.column, endRow: range.to.row, endCol: range.to.column }];
    }),
    ...(sheet.frozenRows + sheet.frozenColumns === 0
      ? {}
      : { freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns } }),
    ...(sheet.filter === undefined ? {} : { autoFilter: { range: sheet.filter } }),
    dataValidations: sheet.validations.flatMap((rule) => writtenValidation(rule, sheet.title, notes)),
    conditionalRules: sheet.conditionalFormats.map((format, index) => writtenConditional(format, index + 1)),
  };
}

/** Pixels to characters, as Excel's default font has them. */
function widthsOf(sheet: SheetData): { width?: number }[] {
  const widths: { width?: number }[] = [];
  for (const [column, pixels] of Object.entries(sheet.columnWidths)) {
    while (widths.length < Number(column)) widths.push({});
    widths[Number(column) - 1] = { width: Math.max(1, (pixels - 5) / 7) };
  }
  return widths;
}

function detailOf(cell: CellData, at: string, notes: string[]): Partial<Cell> {
  const style = styleOf(cell);
  const body = cell.formula === undefined ? undefined : xlsxFormula(cell.formula);
  const comment = commentOf(cell, body === undefined);
  const value = typeof cell.value === 'string' ? fittingText(cell.value, at, notes) : numberFor(cell);
  return {
    ...(value === undefined || value === '' ? {} : { value }),
    ...(body === undefined ? {} : { formula: body, ...(value === undefined ? {} : { formulaResult: value }) }),
    ...(style === undefined ? {} : { style }),
    ...(comment === '' ? {} : { comment: { author: 'Segment Planner', text: comment } }),
  };
}

/** XLSX counts a 29 February 1900 that never was, so its days before are numbered one lower than in Sheets. */
function numberFor(cell: CellData): number | boolean | undefined {
  if (typeof cell.value === 'string') return undefined;
  return typeof cell.value === 'number' && cell.value >= 2 && cell.value < 61 && isDateFormat(cell.format)
    ? cell.value - 1
    : cell.value;
}

/** The cell's note and, where its formula cannot live in XLSX, the formula whose value stands in its place. */
function commentOf(cell: CellData, asValue: boolean): string {
  const formula = cell.formula !== undefined && asValue ? `Value of the formula ${cell.formula}` : '';
  return [cell.note ?? '', formula]
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, MAX_CELL_TEXT);
}

/**
 * Text as an XLSX cell can hold it. `_x0041_` is XLSX's own escape for a character, so a text that looks like one is
 * escaped; half surrogates and the two non-characters would make the file ill-formed.
 */
function fittingText(text: string, at: string, notes: string[]): string {
  const safe = text
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  if (safe.length <= MAX_CELL_TEXT) return safe;
  notes.push(
    `${at}: the text is ${String(text.length)} characters long and was cut at ${String(MAX_CELL_TEXT)}, the most an XLSX cell holds.`,
  );
  return safe.slice(0, MAX_CELL_TEXT).replace(/[\uD800-\uDBFF]$/, '');
}
