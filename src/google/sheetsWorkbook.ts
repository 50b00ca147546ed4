/** The workbook port over SpreadsheetApp. */
import type { PendingKind, Tab } from '../commands/workbook/tab';
import type { Workbook } from '../commands/workbook/workbook';
import { refusal, Refusal } from '../sheet/problem';
import type { Merge } from '../sheet/grid';
import { tabColor } from '../sheet/ownTabs/tabOrder';
import { openFormatting } from './formatting';
import { formatSheet, readBelow, readSheet, toGrid, writeRectangle } from './sheetCells';
import { openSizes } from './sheetSizes';
import { addMetadata, beginTabs, pendingTabsIn, createTab, listTabs, metadataIn, nameSheet } from './sheetTabs';
import { draftIn, keepDraftIn } from './userDraft';

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
  const titles = new Map<number, string>();
  const sheetOf = (tab: Pick<Tab, 'id'>): Sheet => {
    const sheet = sheets.get(tab.id);
    if (sheet === undefined)
      throw new Refusal(
        refusal({ code: 'TAB_GONE', at: titles.get(tab.id) ?? '', message: 'The tab is gone.', fix: 'Run again.' }),
      );
    return sheet;
  };
  // In their order, as far as this run knows it.
  let known: Tab[] = [];
  const sizes = openSizes();
  let lock: GoogleAppsScript.Lock.Lock | null = null;
  // Only this run changes it while it holds the lock, and it is asked for with every kind of tab.
  let pending: ReturnType<Workbook['pendingTabs']> | undefined;
  return {
    locale: spreadsheet.getSpreadsheetLocale(),
    timeZone,
    formatting: openFormatting(spreadsheet, sheetOf),
    tabs: () => {
      titles.clear();
      known = [...listTabs(spreadsheet, sheets)];
      return [...known];
    },
    titleOf: (id) => {
      const title = titles.get(id) ?? sheetOf({ id }).getName();
      titles.set(id, title);
      return title;
    },
    read: (tab) => {
      const grid = readSheet(sheetOf(tab), -1, timeZone);
      sizes.learn(tab.id, { rows: grid.length, columns: grid[0]?.length ?? 0 });
      return grid;
    },
    readFrom: (tab, row) => readBelow(sheetOf(tab), row, timeZone),
    readColumns: (tab, columns) => readSheet(sheetOf(tab), columns, timeZone),
    merges: (tab) => mergesIn(sheetOf(tab), sizes.known(tab.id)),
    extentOf: (tab) => ({ rows: sheetOf(tab).getLastRow(), columns: sheetOf(tab).getLastColumn() }),
    sizeOf: (tab) => sizes.of(sheetOf(tab)),
    isHidden: (tab) => sheetOf(tab).isSheetHidden(),
    create: (title, kind, isHidden) => {
      const tab = createTab(spreadsheet, sheets, known, { title, kind, isHidden });
      titles.set(tab.id, title);
      return tab;
    },
    grow: (tab, rows, columns) => {
      sizes.grow(sheetOf(tab), rows, columns);
    },
    formatSheet: (tab, dress) => {
      if (tab.kind !== undefined) sheetOf(tab).setTabColor(tabColor(tab.kind));
      formatSheet(sheetOf(tab), dress);
    },
    write: (tab, rectangle, guard) => writeRectangle(sheetOf(tab), rectangle, guard),
    readBack: (tab, row, column, rows, columns) =>
      toGrid(sheetOf(tab).getRange(row, column, rows, columns).getValues(), timeZone),
    isAnchored: (tab, row, column, rows, columns) => {
      const range = sheetOf(tab).getRange(row, column, rows, columns);
      return [range.getFormulas(), range.getNotes()].some((texts) => texts.some((line) => line.some((text) => text !== '')));
    },
    formulas: (tab, row, column, rows, columns) => sheetOf(tab).getRange(row, column, rows, columns).getFormulas(),
    numberFormats: (tab, row, column, rows, columns) => sheetOf(tab).getRange(row, column, rows, columns).getNumberFormats(),
    canEdit: (tab, row, column, rows, columns) => sheetOf(tab).getRange(row, column, rows, columns).canEdit(),
    protectedTabs: () => protectedIn(spreadsheet),
    cellCount: () =>
      spreadsheet
        .getSheets()
        .map((sheet) => sizes.of(sheet))
        .reduce((sum, { rows, columns }) => sum + rows * columns, 0),
    beginTabs: (tabs) => {
      pending = undefined;
      beginTabs(spreadsheet, tabs, [...sheets.keys()]);
    },
    endTabs: () => {
      pending = undefined;
      for (const made of pendingTabsIn(spreadsheet)) made.remove();
    },
    pendingTabs: () =>
      (pending ??= pendingTabsIn(spreadsheet).flatMap((made) => JSON.parse(made.getValue() ?? '[]') as [PendingKind, string][])),
    tagTab: (tab, kind) => {
      nameSheet(sheetOf(tab), kind);
      known = known.map((each) => (each.id === tab.id ? { id: tab.id, kind } : each));
      return { id: tab.id, kind };
    },
    selection: () => {
      const cell = currentCell(spreadsheet);
      return cell === null ? undefined : { id: cell.getSheet().getSheetId(), row: cell.getRow() };
    },
    show: (tab, row) => {
      sheetOf(tab).getRange(row, 1).activate();
    },
    recall: (name) => metadataIn(spreadsheet, NOTE_KEY + name)[0]?.getValue() ?? undefined,
    remember: (name, text) => {
      const [first, ...others] = metadataIn(spreadsheet, NOTE_KEY + name);
      for (const note of text === undefined ? [first, ...others] : others) note?.remove();
      if (text === undefined) return;
      if (first !== undefined) first.setValue(text);
      else addMetadata(spreadsheet, NOTE_KEY + name, text);
    },
    draft: () => draftIn(spreadsheet.getId()),
    keepDraft: (text) => {
      keepDraftIn(spreadsheet.getId(), text);
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

/** Of the rectangle that has been read, whose corners are known; else of the data range, which is asked for first. */
function mergesIn(sheet: Sheet, read: { readonly rows: number; readonly columns: number } | undefined): readonly Merge[] {
  const range = read === undefined ? sheet.getDataRange() : sheet.getRange(1, 1, read.rows, read.columns);
  return range.getMergedRanges().map((merged) => ({
    row: merged.getRow(),
    column: merged.getColumn(),
    rows: merged.getNumRows(),
    columns: merged.getNumColumns(),
  }));
}

/** Tabs in which anything is protected from anybody. */
function protectedIn(spreadsheet: Spreadsheet): ReadonlySet<number> {
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  const protections = [RANGE, SHEET].flatMap((type) => spreadsheet.getProtections(type));
  return new Set(protections.map((protection) => protection.getRange().getSheet().getSheetId()));
}
