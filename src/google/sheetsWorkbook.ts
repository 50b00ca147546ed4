/** The workbook port over SpreadsheetApp. */
import type { Tab } from '../commands/tab';
import type { Workbook } from '../commands/workbook';
import { openLooks } from './decorations';
import { dressSheet, readSheet, toGrid, writeRectangle } from './sheetCells';
import { announce, announcementsIn, createTab, listTabs, nameSheet } from './sheetTabs';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

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
  const room = roomKnown();
  let lock: GoogleAppsScript.Lock.Lock | null = null;
  // Only this run changes it while it holds the lock, and it is asked for with every kind of tab.
  let announced: ReturnType<Workbook['announcement']> | undefined;
  return {
    locale: spreadsheet.getSpreadsheetLocale(),
    timeZone,
    looks: openLooks(spreadsheet, sheetOf),
    tabs: () => listTabs(spreadsheet, sheets),
    read: (tab) => {
      const grid = readSheet(sheetOf(tab), -1, timeZone);
      room.learn(tab.id, grid.length, grid[0]?.length ?? 0);
      return grid;
    },
    readColumns: (tab, columns) => readSheet(sheetOf(tab), columns, timeZone),
    merges: (tab) =>
      sheetOf(tab)
        .getDataRange()
        .getMergedRanges()
        .map((range) => ({
          row: range.getRow(),
          column: range.getColumn(),
          rows: range.getNumRows(),
          columns: range.getNumColumns(),
        })),
    sizeOf: (tab) => ({ rows: sheetOf(tab).getMaxRows(), columns: sheetOf(tab).getMaxColumns() }),
    create: (title, kind, isHidden) => createTab(spreadsheet, sheets, title, kind, isHidden),
    grow: (tab, rows, columns) => {
      growSheet(sheetOf(tab), room.missing(tab.id, rows, columns));
      room.learn(tab.id, rows, columns);
    },
    dress: (tab, dress) => dressSheet(sheetOf(tab), dress),
    write: (tab, rectangle, guard) => writeRectangle(sheetOf(tab), rectangle, guard),
    readBack: (tab, row, column, rows, columns) =>
      toGrid(sheetOf(tab).getRange(row, column, rows, columns).getValues(), timeZone),
    isAnchored: (tab, row, column, rows, columns) => {
      const range = sheetOf(tab).getRange(row, column, rows, columns);
      return [range.getFormulas(), range.getNotes()].some((texts) => texts.some((line) => line.some((text) => text !== '')));
    },
    canEdit: (tab, row, column, rows, columns) => sheetOf(tab).getRange(row, column, rows, columns).canEdit(),
    protectedTabs: () => protectedIn(spreadsheet),
    cellCount: () => spreadsheet.getSheets().reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0),
    announce: (tabs) => {
      announced = undefined;
      announce(spreadsheet, tabs);
    },
    announced: () => {
      announced = undefined;
      for (const made of announcementsIn(spreadsheet)) made.remove();
    },
    announcement: () =>
      (announced ??= announcementsIn(spreadsheet).flatMap((made) => JSON.parse(made.getValue() ?? '[]') as [string, string][])),
    name: (tab, kind) => {
      nameSheet(sheetOf(tab), kind);
      return { id: tab.id, title: tab.title, kind };
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
  };
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

/** Tabs in which anything is protected from anybody. */
function protectedIn(spreadsheet: Spreadsheet): ReadonlySet<number> {
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  const protections = [RANGE, SHEET].flatMap((type) => spreadsheet.getProtections(type));
  return new Set(protections.map((protection) => protection.getRange().getSheet().getSheetId()));
}

interface Room {
  learn(id: number, rows: number, columns: number): void;
  /** The wanted rows and columns, each 0 where the tab is known to have as many. */
  missing(id: number, rows: number, columns: number): { readonly rows: number; readonly columns: number };
}

/** What has been read or made of a tab's grid: asking for its size costs a round trip a side. */
function roomKnown(): Room {
  const known = new Map<number, readonly [rows: number, columns: number]>();
  return {
    learn: (id, rows, columns) => {
      const [oldRows, oldColumns] = known.get(id) ?? [0, 0];
      known.set(id, [Math.max(rows, oldRows), Math.max(columns, oldColumns)]);
    },
    missing: (id, rows, columns) => {
      const [oldRows, oldColumns] = known.get(id) ?? [0, 0];
      return { rows: rows > oldRows ? rows : 0, columns: columns > oldColumns ? columns : 0 };
    },
  };
}

function growSheet(sheet: Sheet, { rows, columns }: { readonly rows: number; readonly columns: number }): void {
  const has = rows > 0 ? sheet.getMaxRows() : 0;
  if (rows > has) sheet.insertRowsAfter(has, rows - has);
  const wide = columns > 0 ? sheet.getMaxColumns() : 0;
  if (columns > wide) sheet.insertColumnsAfter(wide, columns - wide);
}
