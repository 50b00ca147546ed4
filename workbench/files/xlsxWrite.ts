/** A workbook into an XLSX file. With the other xlsx files the only place that knows hucre's types. */
import { writeXlsx } from 'hucre/xlsx';
import type { Cell, WriteSheet } from 'hucre/xlsx';
import type { CellData, SheetData, WorkbookData } from '../core/document/workbookData';
import { addressOf, fixedAddress, parseBox, positionOf } from '../core/document/a1';

import { xlsxFormula } from './formulas';
import { writtenChart } from './xlsxCharts';
import { DEFAULT_FONT, POINTS, styleOf } from './xlsxStyles';
import { writtenConditional, writtenValidation } from './xlsxRules';

/** An XLSX cell holds fewer characters than one of Sheets (50,000). */
const MAX_CELL_TEXT = 32_767;

export interface WrittenXlsx {
  readonly bytes: Uint8Array;
  /** What could not be carried over, one sentence each. */
  readonly notes: readonly string[];
}

/** The file's bytes, with notes on whatever XLSX could not hold. */
export async function writeXlsxFile(book: WorkbookData): Promise<WrittenXlsx> {
  const notes: string[] = [];
  const titles = new Map<string, string>();
  for (const sheet of book.sheets) titles.set(sheet.title, sheetName(sheet.title, new Set(titles.values())));
  const places = new Map(book.sheets.map(({ id, title }) => [id, quoted(titles.get(title) ?? title)]));
  const sheets = book.sheets.map((sheet) => writtenSheet(sheet, titles.get(sheet.title) ?? sheet.title, places, notes));
  const visible = book.sheets.findIndex((sheet) => !sheet.hidden);
  const bytes = await writeXlsx({
    sheets,
    namedRanges: book.namedRanges.map(({ name, range }) => ({ name, range: fixedRange(range) })),
    defaultFont: DEFAULT_FONT,
    activeSheet: Math.max(0, visible),
    properties: { title: book.title, creator: 'Segment Planner' },
  });
  return { bytes, notes };
}

/** `Accounts!A1:C9` as `Accounts!$A$1:$C$9`: XLSX takes a name without `$` relative to the cell that uses it. */
function fixedRange(range: string): string {
  const at = range.lastIndexOf('!') + 1;
  return range.slice(0, at) + fixedAddress(range.slice(at));
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
  for (let copy = 2; lower.has(name.toLowerCase()); copy += 1) name = `${clean.slice(0, 31 - String(copy).length - 1)} ${copy}`;
  return name;
}

/** Tabs by their ids, quoted for addresses. */
type Places = ReadonlyMap<number, string>;

function quoted(title: string): string {
  return `'${title.replace(/'/g, "''")}'`;
}

function writtenSheet(sheet: SheetData, name: string, places: Places, notes: string[]): WriteSheet {
  const rows: (string | number | boolean | null)[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const position = positionOf(address);
    if (position === undefined) continue;
    const detail = { ...detailOf(cell, `${sheet.title}!${address}`, notes), ...linkFor(cell, places) };
    if (detail.value !== undefined && detail.value !== null && !(detail.value instanceof Date)) {
      while (rows.length < position.row) rows.push([]);
      const row = rows[position.row - 1] ?? [];
      while (row.length < position.column - 1) row.push(null);
      row[position.column - 1] = detail.value;
    }
    if (Object.keys(detail).length > 1 || detail.value === undefined)
      cells.set(`${position.row - 1},${position.column - 1}`, detail);
  }
  return {
    name,
    rows,
    cells,
    columns: columnsOf(sheet),
    hidden: sheet.hidden,
    ...(sheet.tabColor === undefined ? {} : { view: { tabColor: { rgb: sheet.tabColor.slice(1).toUpperCase() } } }),
    rowDefs: rowsOf(sheet),
    merges: sheet.merges.flatMap((text) => {
      const box = parseBox(text, sheet);
      if (box === undefined) return [];
      const [startRow, startCol] = [box.row - 1, box.column - 1];
      return [{ startRow, startCol, endRow: startRow + box.rows - 1, endCol: startCol + box.columns - 1 }];
    }),
    ...(sheet.frozenRows + sheet.frozenColumns === 0
      ? {}
      : { freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns } }),
    ...(sheet.filter === undefined ? {} : { autoFilter: { range: sheet.filter } }),
    dataValidations: sheet.validations.flatMap((rule) => writtenValidation(rule, sheet.title, notes)),
    conditionalRules: sheet.conditionalFormats.map((format, index) => writtenConditional(format, index + 1)),
    // Printed, a tab is as wide as a page, and frozen rows stand on each; of a tab too wide to be read so, its first columns.
    pageSetup: {
      ...printed(sheet),
      orientation: 'landscape',
      paperSize: 'a4',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(sheet.frozenRows > 0 ? { printTitlesRow: `$1:$${sheet.frozenRows}` } : {}),
    },
    charts: (sheet.charts ?? []).map((chart) => writtenChart(chart, quoted(name), sheet.columnWidths)),
  };
}

/** The columns that fit a landscape page at more than half their size; nothing where all do. */
function printed({ cells, columnWidths, hiddenColumns = [] }: SheetData): { printArea?: string } {
  const ends = Object.keys(cells).map(positionOf);
  const [rows, columns] = [Math.max(1, ...ends.map((end) => end?.row ?? 1)), Math.max(1, ...ends.map((end) => end?.column ?? 1))];
  let [last, room] = [0, PRINTED_PIXELS];
  while (last < columns && room >= 0) {
    last += 1;
    if (!hiddenColumns.includes(last)) room -= columnWidths[last] ?? 100;
  }
  return room >= 0 ? {} : { printArea: fixedAddress(`A1:${addressOf(rows, last - 1)}`) };
}

/** A page of A4 shows about 1,030 at full size. */
const PRINTED_PIXELS = 1_800;

function rowsOf(sheet: SheetData): Map<number, { height?: number; hidden?: boolean }> {
  const rows = new Map<number, { height?: number; hidden?: boolean }>(heightsOf(sheet));
  for (const [row, pixels] of Object.entries(sheet.rowHeights ?? {})) rows.set(Number(row) - 1, { height: pixels * POINTS });
  for (const row of sheet.hiddenRows) rows.set(row - 1, { ...rows.get(row - 1), hidden: true });
  return rows;
}

/** Heights of rows whose wrapped texts need several lines: XLSX stores them, and not every reader works them out. */
function heightsOf({ cells, columnWidths }: SheetData): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>();
  for (const [address, { value, wrap }] of Object.entries(cells)) {
    const position = wrap === true && typeof value === 'string' ? positionOf(address) : undefined;
    if (position === undefined) continue;
    const fitting = Math.max(1, ((columnWidths[position.column] ?? 100) - 10) / CHARACTER);
    const lines = String(value)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / fitting)), 0);
    const height = Math.min(409, lines * LINE + 3);
    if (lines > 1 && height > (heights.get(position.row - 1)?.height ?? 0)) heights.set(position.row - 1, { height });
  }
  return heights;
}

/** Pixels of a character of Arial 10 in running text, and points of a line. */
const CHARACTER = 5.8;
const LINE = 12.8;

/** Pixels to characters, as Excel's default font has them. */
function columnsOf({ columnWidths, hiddenColumns = [] }: SheetData): { width?: number; hidden?: boolean }[] {
  const last = Math.max(0, ...Object.keys(columnWidths).map(Number), ...hiddenColumns);
  return Array.from({ length: last }, (_, index) => {
    const pixels = columnWidths[index + 1];
    return {
      ...(pixels === undefined ? {} : { width: Math.max(1, (pixels - 5) / 7) }),
      ...(hiddenColumns.includes(index + 1) ? { hidden: true } : {}),
    };
  });
}

/** A link within the file leads to the tab by its title, since XLSX knows no other name of it. */
function linkFor({ link }: CellData, places: Places): Pick<Partial<Cell>, 'hyperlink'> {
  if (link === undefined) return {};
  const [, gid, range = 'A1'] = /^#gid=(\d+)(?:&range=([A-Z]+\d+))?$/.exec(link) ?? [];
  const place = gid === undefined ? undefined : places.get(Number(gid));
  if (gid === undefined) return { hyperlink: { target: link } };
  return place === undefined ? {} : { hyperlink: { target: '', location: `${place}!${range}` } };
}

function detailOf(cell: CellData, at: string, notes: string[]): Partial<Cell> {
  const style = styleOf(cell);
  const body = cell.formula === undefined ? undefined : xlsxFormula(cell.formula);
  const comment = commentOf(cell, body === undefined);
  const value = typeof cell.value === 'string' ? fittingText(cell.value, at, notes) : cell.value;
  return {
    ...(value === undefined || value === '' ? {} : { value }),
    ...(body === undefined ? {} : { formula: body, ...(value === undefined ? {} : { formulaResult: value }) }),
    ...(style === undefined ? {} : { style }),
    ...(comment === '' ? {} : { comment: { author: 'Segment Planner', text: comment } }),
  };
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
  notes.push(`${at}: the text is ${text.length} characters long and was cut at ${MAX_CELL_TEXT}, the most an XLSX cell holds.`);
  return safe.slice(0, MAX_CELL_TEXT).replace(/[\uD800-\uDBFF]$/, '');
}
