/** XLSX files into a workbook. With the other xlsx files the only place that knows hucre's types. */
import { readXlsx } from 'hucre/xlsx';
import type { Cell, Sheet, Workbook } from 'hucre/xlsx';
import type { CellData, CellValue, SheetData } from '../core/document/workbookData';
import { addressOf, boxAddress, parseBox } from '../core/document/a1';
import { showsDay } from '../core/document/numberFormat';
import { daysFrom1904 } from './dates';
import { sheetsFormula, shiftedFormula } from './formulas';
import { fittedBook, type FittedBook } from './fitting';
import { emptySheet } from '../core/document/emptySheet';
import { workbookOf } from './sheets';
import { Unreadable } from './unreadable';
import { readCharts } from './xlsxCharts';
import { POINTS, stylesOf } from './xlsxStyles';
import { lostInXlsx } from './xlsxLeftOut';
import { openPackage } from './xlsxPackage';
import { readConditional, readValidation } from './xlsxRules';

/** Reads the workbook, with what it could not take over; throws a sentence when hucre cannot, or for cells outside of any tab. */
export async function readXlsxFile(name: string, bytes: Uint8Array, title: string): Promise<FittedBook> {
  const { bytes: parts, formats } = await openPackage(name, bytes);
  let book: ReadBook;
  try {
    book = { ...(await readXlsx(parts, { readStyles: true })), formats };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\.$/, '') : 'unknown fault';
    throw new Unreadable(`${name}: the XLSX file cannot be read (${reason}); save it again from a spreadsheet program.`);
  }
  const left: string[] = [];
  const sheets = book.sheets.map((sheet, index) => sheetOf(name, sheet, index, book, left));
  const named = (book.namedRanges ?? []).filter((range) => range.scope === undefined && !range.name.startsWith('_xlnm'));
  const fitted = fittedBook({
    ...workbookOf(title, sheets),
    namedRanges: named.map(({ name: rangeName, range }) => ({ name: rangeName, range: range.replace(/\$(?=[A-Z0-9])/g, '') })),
  });
  return { ...fitted, notes: [...left, ...fitted.notes] };
}

/** What hucre read, and the number formats its cells name by number. */
type ReadBook = Workbook & { readonly formats: ReadonlyMap<number, string> };

/** Of the frozen rows alone: others follow their texts, which wrap otherwise here than where the file was made. */
function heightsOf({ rowDefs, freezePane }: Sheet): Pick<SheetData, 'rowHeights'> {
  const rows = [...(rowDefs ?? [])].flatMap(([row, { height }]) =>
    height === undefined || row >= (freezePane?.rows ?? 0) ? [] : [[row + 1, Math.round(height / POINTS)] as const],
  );
  return rows.length === 0 ? {} : { rowHeights: Object.fromEntries(rows) };
}

function tabColorOf({ view }: Sheet): Pick<SheetData, 'tabColor'> {
  const rgb = view?.tabColor?.rgb;
  return rgb === undefined ? {} : { tabColor: `#${rgb.slice(-6).toLowerCase()}` };
}

function sheetOf(name: string, sheet: Sheet, index: number, book: ReadBook, left: string[]): SheetData {
  const cells = cellsOf(name, sheet, book);
  const hiddenRows = [...(sheet.rowDefs ?? [])].filter(([, row]) => row.hidden === true).map(([row]) => row + 1);
  const hiddenColumns = (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden === true ? [column + 1] : []));
  const validations = (sheet.dataValidations ?? []).map(readValidation);
  const conditionalFormats = (sheet.conditionalRules ?? []).map((rule) => readConditional(rule, book));
  const kept = {
    ...emptySheet(sheet.name, index),
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    frozenRows: sheet.freezePane?.rows ?? 0,
    frozenColumns: sheet.freezePane?.columns ?? 0,
    cells,
    merges: (sheet.merges ?? []).map((merge) =>
      boxAddress({
        row: merge.startRow + 1,
        column: merge.startCol + 1,
        rows: merge.endRow - merge.startRow + 1,
        columns: merge.endCol - merge.startCol + 1,
      }),
    ),
    hiddenRows: hiddenRows.sort((a, b) => a - b),
    ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}),
    columnWidths: widthsOf(sheet),
    ...heightsOf(sheet),
    ...tabColorOf(sheet),
    ...(sheet.autoFilter === undefined ? {} : { filter: sheet.autoFilter.range }),
    validations: validations.flat(),
    conditionalFormats: conditionalFormats.flat(),
    ...readCharts(sheet.charts, sheet.name, widthsOf(sheet)),
  };
  const read = (rules: readonly (readonly unknown[])[]): number => rules.filter(({ length }) => length > 0).length;
  left.push(...lostInXlsx(sheet, kept, { validations: read(validations), conditionalFormats: read(conditionalFormats) }));
  return kept;
}

/** Characters to pixels, as Excel's default font has them. Keyed by 1-based column. */
function widthsOf(sheet: Sheet): Record<number, number> {
  const widths: Record<number, number> = {};
  sheet.columns?.forEach((column, index) => {
    if (column.width !== undefined) widths[index + 1] = Math.round(column.width * 7 + 5);
  });
  return widths;
}

function cellsOf(name: string, sheet: Sheet, book: ReadBook): Record<string, CellData> {
  const cells: Record<string, CellData> = {};
  sheet.rows.forEach((row, rowIndex) => {
    row.forEach((value, column) => {
      const typed = valueOf(value, undefined, book);
      if (typed !== undefined) cells[addressOf(rowIndex + 1, column + 1)] = { value: typed };
    });
  });
  const shared = new Map<number, { readonly row: number; readonly column: number; readonly body: string }>();
  for (const [key, cell] of sheet.cells ?? []) {
    const [row = NaN, column = NaN] = key.split(',').map(Number);
    if (!Number.isInteger(row) || !Number.isInteger(column) || row < 0 || column < 0) continue;
    if (cell.formulaType === 'shared' && cell.formula !== '' && cell.formula !== undefined) {
      shared.set(cell.formulaSharedIndex ?? -1, { row, column, body: cell.formula });
    }
    const detailed = detailedCell(cell, row, column, shared, book);
    if (Object.keys(detailed).length > 0) cells[addressOf(row + 1, column + 1)] = detailed;
  }
  markSpills(name, sheet, cells);
  return cells;
}

type SharedFormulas = ReadonlyMap<number, { readonly row: number; readonly column: number; readonly body: string }>;

function detailedCell(cell: Cell, row: number, column: number, shared: SharedFormulas, book: ReadBook): CellData {
  const format = formatOf(cell, book);
  const value = valueOf(cell.formulaResult ?? cell.value, format, book);
  const formula = formulaOf(cell, row, column, shared);
  return {
    ...(value === undefined ? {} : { value }),
    ...(formula === undefined ? {} : { formula }),
    ...(format === undefined ? {} : { format }),
    ...(cell.comment === undefined ? {} : { note: cell.comment.text }),
    ...linkOf(cell.hyperlink, book),
    ...stylesOf(cell.style, book),
  };
}

/** Places within the file are reported by the tab's number, as Sheets does. */
function linkOf(link: Cell['hyperlink'], book: Workbook): Pick<CellData, 'link'> {
  if (link === undefined) return {};
  if (link.location === undefined) return link.target === '' ? {} : { link: link.target };
  const at = link.location.lastIndexOf('!');
  const title = link.location.slice(0, Math.max(0, at)).replace(/^'|'$/g, '').replace(/''/g, "'");
  const gid = book.sheets.findIndex(({ name }) => name === title);
  return gid < 0 ? {} : { link: `#gid=${gid}&range=${link.location.slice(at + 1).replace(/\$/g, '')}` };
}

function formulaOf(cell: Cell, row: number, column: number, shared: SharedFormulas): string | undefined {
  if (cell.formula === undefined) return undefined;
  if (cell.formula !== '') return sheetsFormula(cell.formula);
  const first = shared.get(cell.formulaSharedIndex ?? -1);
  return first === undefined ? undefined : sheetsFormula(shiftedFormula(first.body, row - first.row, column - first.column));
}

/** Formats stand by number in the read styles: `"164"`. General is none. */
function formatOf({ style }: Cell, { formats }: ReadBook): string | undefined {
  const [, id] = /^"(\d+)"$/.exec(style?.numFmt ?? '') ?? [];
  const format = id === undefined ? undefined : formats.get(Number(id));
  return format === undefined || format === '' || /^general$/i.test(format) ? undefined : format;
}

/** As stored, but for the days of files that count from 1904. */
function valueOf(value: Cell['value'] | undefined, format: string | undefined, book: ReadBook): CellValue | undefined {
  if (value === null || value === undefined || value === '' || value instanceof Date) return undefined;
  // More than a number can be: as text it is reported.
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return typeof value === 'number' && book.dateSystem === '1904' && showsDay(format) ? daysFrom1904(value) : value;
}

/** Cells under an array formula hold its results: taken for typed ones, they would stand in the way of the spill. */
function markSpills(name: string, sheet: Sheet, cells: Record<string, CellData>): void {
  const grid = { rows: sheet.rows.length, columns: sheet.rows[0]?.length ?? 0 };
  let looks = 0;
  for (const [key, cell] of sheet.cells ?? []) {
    const box = cell.formulaType === 'array' && cell.formulaRef !== undefined ? parseBox(cell.formulaRef, grid) : undefined;
    if (box === undefined) continue;
    const [bottom, right] = [Math.min(box.row + box.rows - 1, grid.rows), Math.min(box.column + box.columns - 1, grid.columns)];
    looks += Math.max(0, bottom - box.row + 1) * Math.max(0, right - box.column + 1);
    if (looks > MAX_SPILLED)
      throw new Unreadable(
        `${name}: the array formulas of "${sheet.name}" reach over more cells than can be read; save it with their values.`,
      );
    for (let row = box.row - 1; row < bottom; row += 1) {
      for (let column = box.column - 1; column < right; column += 1) {
        const at = addressOf(row + 1, column + 1);
        const under = cells[at];
        if (under !== undefined && key !== `${row},${column}`) cells[at] = { ...under, spilled: true };
      }
    }
  }
}

/** A few seconds' looks; results of array formulas in real workbooks are far fewer. */
const MAX_SPILLED = 20_000_000;
