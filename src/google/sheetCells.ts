/** Cells of a tab as Apps Script hands them over and takes them: read in one call, written as rectangles with their formats. */
import type { SheetFormat, Rectangle, TextGuard } from '../commands/workbook/workbook';
import type { Cell, Grid } from '../sheet/grid';
import { isCalendarDate } from '../sheet/grid';
import { calendarDateOfInstant } from '../sheet/parse/instant';
import { shownText } from '../sheet/parse/text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A1 to the last row and column that hold anything, or to `columns`, in one round trip; A1 alone where nothing does. */
export function readSheet(sheet: Sheet, columns: number, timeZone: string): Grid {
  return toGrid(valuesOf(sheet, columns), timeZone);
}

/** -1 reaches to the last row or column with content. Where there is none, that is an error, and the data range is A1. */
function valuesOf(sheet: Sheet, columns: number): unknown[][] {
  try {
    return sheet.getSheetValues(1, 1, -1, columns);
  } catch {
    return sheet.getDataRange().getValues();
  }
}

/** From a row to the last with content, in one round trip; none where nothing stands there. */
export function readBelow(sheet: Sheet, row: number, timeZone: string): Grid {
  try {
    return toGrid(sheet.getSheetValues(row, 1, -1, -1), timeZone);
  } catch (error) {
    // A look that failed must not pass for one at blanks.
    if (row <= sheet.getLastRow()) throw error;
    return [];
  }
}

/** Buffers one rectangle with its formats; errors surface at the flush. */
export function writeRectangle(sheet: Sheet, rectangle: Rectangle, guard: TextGuard): void {
  const rows = rectangle.cells.length;
  const columns = rectangle.formats.length;
  if (rows === 0 || columns === 0) return;
  const range = sheet.getRange(rectangle.row, rectangle.column, rows, columns);
  // Formats go first: a text format decides how the value that follows is taken.
  range.setNumberFormats(
    rectangle.cells.map((cells) => cells.map((cell, column) => formatOf(cell, rectangle.formats[column], guard))),
  );
  range.setValues(rectangle.cells.map((cells) => cells.map((cell) => valueOf(cell, guard))));
}

function formatOf(cell: Cell, format: string | undefined, guard: TextGuard): string {
  if (typeof cell === 'string' && cell !== '') return guard === 'apostrophe' ? 'General' : '@';
  if (isCalendarDate(cell)) return 'yyyy-mm-dd';
  if (format === undefined || format === '@') return 'General';
  // A whole number would be shown with a bare decimal point.
  return Number.isInteger(cell) ? format.replace(/\.#+$/, '') : format;
}

/** Days go in as `YYYY-MM-DD`, which every locale of Sheets reads as that day: a Date would depend on three zones. */
function valueOf(cell: Cell, guard: TextGuard): string | number | boolean {
  if (isCalendarDate(cell)) return shownText(cell);
  if (typeof cell !== 'string') return cell;
  const needsMark = guard === 'apostrophe' ? cell !== '' : guard === 'formatDoubled' && cell.startsWith("'");
  return needsMark ? `'${cell}` : cell;
}

/** How a fresh tab of ours looks. */
export function formatSheet(sheet: Sheet, dress: SheetFormat): void {
  sheet.setFrozenRows(dress.frozenRows);
  sheet.setFrozenColumns(dress.frozenColumns);
  for (const [column, pixels] of dress.widths) sheet.setColumnWidth(column, pixels);
  const lastColumn = Math.max(1, ...dress.widths.map(([column]) => column));
  const header = sheet.getRange(dress.headerRow, 1, 1, lastColumn);
  header.setFontWeight('bold').setBackground('#f1f3f4').setFontColor('#202124');
  const notes = Array.from(
    { length: lastColumn },
    (_, index) => dress.headerNotes.find(([column]) => column === index + 1)?.[1] ?? '',
  );
  if (notes.some((note) => note !== '')) header.setNotes([notes]);
  const { numberColumns } = dress;
  // A header longer than its column stands on two lines, and none is cut.
  if (numberColumns !== undefined)
    header
      .setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP)
      .setHorizontalAlignments([notes.map((_, index) => (numberColumns.includes(index + 1) ? 'right' : 'left'))]);
  if (dress.shownColumns !== undefined) sheet.showColumns(1, dress.shownColumns);
  for (const column of dress.hiddenColumns ?? []) sheet.hideColumns(column);
  if (dress.firstRow === undefined) return;
  // Forced, since a row otherwise grows to what its cells hold.
  sheet.setRowHeightsForced(1, 1, dress.firstRow);
  sheet.getRange(1, 1, 1, lastColumn).setVerticalAlignment('top').setWrapStrategy(SpreadsheetApp.WrapStrategy.OVERFLOW);
}

/** Values as Apps Script hands them over, as cells; points in time become days in the spreadsheet's zone. */
export function toGrid(values: readonly (readonly unknown[])[], timeZone: string): Grid {
  return values.map((row) => row.map((value) => toCell(value, timeZone)));
}

function toCell(value: unknown, timeZone: string): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (isDate(value)) return calendarDateOfInstant(value, timeZone);
  return '';
}

/** `instanceof` fails for dates of another realm, which is where Sheets makes them. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
