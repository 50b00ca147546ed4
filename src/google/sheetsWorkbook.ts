/** The workbook port over SpreadsheetApp. The only file that reads and writes cells of a spreadsheet. */
import type { Rectangle, Tab, TabKind, TextGuard, Workbook, Dress } from '../commands/workbook';
import type { Cell, Grid } from '../sheet/grid';
import { isCalendarDate } from '../sheet/grid';
import { calendarDateOfInstant } from '../sheet/parse/instant';
import { shownText } from '../sheet/parse/text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Developer metadata key of our tabs; visible to every script on the document, so that two installs know each other's tabs. */
const METADATA_KEY = 'segment-planner-tab';
/** On the spreadsheet itself: tabs that are being made, between their insertion and their own metadata. */
const MAKING_KEY = 'segment-planner-making';
/** On the spreadsheet itself, with a name behind it: texts that outlive a call. */
const NOTE_KEY = 'segment-planner-';
const LOCK_WAIT_MS = 10_000;

/** Opens the port on the active spreadsheet. */
export function openWorkbook(): Workbook {
  const spreadsheet = SpreadsheetApp.getActive();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const sheets = new Map<number, Sheet>();
  const sheetOf = (tab: Tab): Sheet => {
    const sheet = sheets.get(tab.id);
    if (sheet === undefined) throw new Error(`The tab "${tab.title}" is gone. Run again.`);
    return sheet;
  };
  let lock: GoogleAppsScript.Lock.Lock | null = null;
  return {
    locale: spreadsheet.getSpreadsheetLocale(),
    timeZone,
    tabs: () => listTabs(spreadsheet, sheets),
    read: (tab) => toGrid(sheetOf(tab).getDataRange().getValues(), timeZone),
    sizeOf: (tab) => ({ rows: sheetOf(tab).getMaxRows(), columns: sheetOf(tab).getMaxColumns() }),
    create: (title, kind, isHidden) => createTab(spreadsheet, sheets, title, kind, isHidden),
    grow: (tab, rows, columns) => growSheet(sheetOf(tab), rows, columns),
    dress: (tab, dress) => dressSheet(sheetOf(tab), dress),
    write: (tab, rectangle, guard) => writeRectangle(sheetOf(tab), rectangle, guard),
    readBack: (tab, row, column, rows, columns) =>
      toGrid(sheetOf(tab).getRange(row, column, rows, columns).getValues(), timeZone),
    hasFormulas: (tab, row, column, rows, columns) =>
      sheetOf(tab)
        .getRange(row, column, rows, columns)
        .getFormulas()
        .some((cells) => cells.some((formula) => formula !== '')),
    isAnchored: (tab, row, column, rows, columns) => {
      const range = sheetOf(tab).getRange(row, column, rows, columns);
      return [range.getFormulas(), range.getNotes()].some((texts) => texts.some((line) => line.some((text) => text !== '')));
    },
    canEdit: (tab, row, column, rows, columns) => sheetOf(tab).getRange(row, column, rows, columns).canEdit(),
    cellCount: () => spreadsheet.getSheets().reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0),
    announce: (tabs) => {
      spreadsheet.addDeveloperMetadata(MAKING_KEY, JSON.stringify(tabs), SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
    },
    announced: () => {
      for (const made of announcementsIn(spreadsheet)) made.remove();
    },
    announcement: () => announcementsIn(spreadsheet).flatMap((made) => JSON.parse(made.getValue() ?? '[]') as [string, string][]),
    name: (tab, kind) => {
      nameSheet(sheetOf(tab), kind);
      return { ...tab, kind };
    },
    selection: () => {
      const cell = currentCell(spreadsheet);
      return cell === null ? undefined : { id: cell.getSheet().getSheetId(), row: cell.getRow() };
    },
    recall: (name) => notesIn(spreadsheet, name)[0]?.getValue() ?? undefined,
    remember: (name, text) => {
      const [first, ...others] = notesIn(spreadsheet, name);
      for (const note of text === undefined ? [first, ...others] : others) note?.remove();
      if (text === undefined) return;
      if (first !== undefined) first.setValue(text);
      else spreadsheet.addDeveloperMetadata(NOTE_KEY + name, text, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
    },
    flush: () => {
      SpreadsheetApp.flush();
    },
    lock: () => {
      lock = documentLock();
      return lock?.tryLock(LOCK_WAIT_MS) === true;
    },
    unlock: () => {
      lock?.releaseLock();
    },
    toast: (message) => {
      spreadsheet.toast(message, 'Segment Planner', 5);
    },
  };
}

/** Tabs in their order. Of several tabs of one kind (a duplicated tab carries the same metadata) the one the metadata names is ours. */
function listTabs(spreadsheet: Spreadsheet, sheets: Map<number, Sheet>): readonly Tab[] {
  const kinds = new Map<number, TabKind>();
  for (const metadata of spreadsheet.createDeveloperMetadataFinder().withKey(METADATA_KEY).find()) {
    const [kind = '', id = ''] = (metadata.getValue() ?? '').split('@');
    if (kind !== '' && /^\d+$/.test(id)) kinds.set(Number(id), kind);
  }
  sheets.clear();
  return spreadsheet.getSheets().map((sheet) => {
    const id = sheet.getSheetId();
    sheets.set(id, sheet);
    return { id, title: sheet.getName(), kind: kinds.get(id) };
  });
}

function createTab(
  spreadsheet: Spreadsheet,
  sheets: Map<number, Sheet>,
  title: string,
  kind: TabKind | undefined,
  isHidden: boolean,
): Tab {
  // insertSheet makes the new tab the active one; the team's view must not jump.
  const active = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(title, spreadsheet.getSheets().length);
  const id = sheet.getSheetId();
  if (kind !== undefined) nameSheet(sheet, kind);
  spreadsheet.setActiveSheet(active);
  if (isHidden) sheet.hideSheet();
  sheets.set(id, sheet);
  return { id, title, kind };
}

/** The tab's own id goes with the kind: a duplicated tab carries the same words, and is told by its id. */
function nameSheet(sheet: Sheet, kind: TabKind): void {
  const value = `${kind}@${String(sheet.getSheetId())}`;
  sheet.addDeveloperMetadata(METADATA_KEY, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}

/** Typed as never null, and null outside a document: without a lock nothing may be written. */
function documentLock(): GoogleAppsScript.Lock.Lock | null {
  return LockService.getDocumentLock();
}

/** Typed as never null, and null where no cell has the focus, such as on a chart's own tab. */
function currentCell(spreadsheet: Spreadsheet): GoogleAppsScript.Spreadsheet.Range | null {
  return spreadsheet.getCurrentCell();
}

function notesIn(spreadsheet: Spreadsheet, name: string): readonly GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
  return spreadsheet
    .createDeveloperMetadataFinder()
    .withKey(NOTE_KEY + name)
    .find();
}

function announcementsIn(spreadsheet: Spreadsheet): readonly GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
  return spreadsheet.createDeveloperMetadataFinder().withKey(MAKING_KEY).find();
}

function growSheet(sheet: Sheet, rows: number, columns: number): void {
  const missingRows = rows - sheet.getMaxRows();
  const missingColumns = columns - sheet.getMaxColumns();
  if (missingRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missingRows);
  if (missingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missingColumns);
}

function dressSheet(sheet: Sheet, dress: Dress): void {
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
  for (const column of dress.hiddenColumns ?? []) sheet.hideColumns(column);
}

function writeRectangle(sheet: Sheet, rectangle: Rectangle, guard: TextGuard): void {
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
  return format === undefined || format === '@' ? 'General' : format;
}

/** Days go in as `YYYY-MM-DD`, which every locale of Sheets reads as that day: a Date would depend on three zones. */
function valueOf(cell: Cell, guard: TextGuard): string | number | boolean {
  if (isCalendarDate(cell)) return shownText(cell);
  if (typeof cell !== 'string') return cell;
  const needsMark = guard === 'apostrophe' ? cell !== '' : guard === 'formatDoubled' && cell.startsWith("'");
  return needsMark ? `'${cell}` : cell;
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
