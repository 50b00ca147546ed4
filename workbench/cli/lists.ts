/** Opened files into the workbook a command works on: which tab holds the accounts, which the contacts. */
import { positionOf } from '../core/document/a1';
import type { CellValue, SheetData, WorkbookData } from '../core/document/workbookData';
import { rowsOfSheet, sheetOfRows } from '../files/csv';
import type { GridFit } from '../files/csv';
import type { OpenedFile } from '../files/open';
import { workbookOf } from '../files/sheets';
import type { Source } from './protocol';
import { Refused } from './refused';

/** Tabs of the plan and of results, by title: none of them is the team's list. */
const OURS =
  /^(Plan (ICP|TAM|Segments|Rules|Personas|Settings)|Columns|Results|Overrides|Summary|Scores|Segments|Coverage|Lanes|Rates|Changes|Funnel|Problems|Learning|Snapshot|Review|Log)( \(Segment Planner\))?$/;

/** A list too long for a tab keeps its rows instead; see planGrid. */
export const MAX_TAB_ROWS = 50_000;

export interface Lists {
  readonly book: WorkbookData;
  readonly source: Source;
  /** Rows of the accounts, the header and records swallowed by an open quote among them. */
  readonly rowCount: number;
  readonly accounts: () => readonly (readonly CellValue[])[];
  readonly contacts: (() => readonly (readonly CellValue[])[]) | undefined;
}

export interface ListFiles {
  readonly accounts: OpenedFile;
  /** As given on the command line, for sentences. */
  readonly name: string;
  readonly tab?: string;
  readonly contacts?: OpenedFile;
  /** How many accounts go into the tab; a longer list stays rows. */
  readonly tabRows?: number;
  /** By default fitted: the engine evaluates blank cells too. */
  readonly grid?: GridFit;
}

/** One workbook of the accounts and, where given, the contacts, with the tabs the bundle is to read. Its tabs become rows only when asked for. */
export function listsOf(files: ListFiles): Lists {
  const { book, sheet, rows, others = [] } = accountsOf(files);
  const added = files.contacts === undefined ? undefined : contactsOf(files.contacts, book, files.grid ?? 'fitted');
  return {
    book: added === undefined ? book : { ...book, sheets: [...book.sheets, added] },
    source: {
      ...(others.length > 0 ? {} : { accountsTab: sheet.title }),
      ...(added === undefined ? {} : { contactsTab: added.title }),
    },
    rowCount: files.accounts.kind === 'csv' ? files.accounts.table.records : Math.max(...[sheet, ...others].map(lastRowOf)),
    accounts: () => rows ?? rowsOfSheet(sheet),
    contacts: added === undefined ? undefined : () => rowsOfSheet(added),
  };
}

interface Accounts {
  readonly book: WorkbookData;
  readonly sheet: SheetData;
  readonly rows?: readonly (readonly CellValue[])[];
  /** Tabs that may hold the accounts as well: the bundle judges by headers and cells, as in Google. */
  readonly others?: readonly SheetData[];
}

function accountsOf({ accounts, name, tab, tabRows = Infinity, grid = 'fitted' }: ListFiles): Accounts {
  if (accounts.kind === 'csv') {
    const { rows, records } = accounts.table;
    // Of a list that goes to the bundle as rows no tab is built: building it would cost more than the plan.
    const sheet = sheetOfRows(tab ?? 'Accounts', 0, records - 1 > tabRows ? [] : rows, grid);
    return { book: workbookOf('Segment Planner', [sheet]), sheet, rows };
  }
  const { book } = accounts;
  const visible = book.sheets.filter((sheet) => !sheet.hidden && !OURS.test(sheet.title) && Object.keys(sheet.cells).length > 0);
  const [first, ...others] = visible;
  // The rows of a list too long for a tab are handed over without its tabs, so there is nothing to judge by.
  const isOpen = tab === undefined && visible.every((each) => lastRowOf(each) - 1 <= tabRows);
  const sheet = tab === undefined ? first : book.sheets.find((candidate) => candidate.title === tab);
  if (sheet !== undefined) return { book, sheet, ...(isOpen ? { others } : {}) };
  const titles = book.sheets.map((candidate) => candidate.title).join(', ');
  if (tab !== undefined) throw new Refused(`${name}: there is no tab "${tab}"; the workbook has ${titles}.`);
  throw new Refused(`${name}: no tab holds accounts, there are only ${titles}; name one with --tab.`);
}

/** The contacts as one more tab; of a workbook its first visible one. */
function contactsOf(file: OpenedFile, book: WorkbookData, grid: GridFit): SheetData {
  const titles = new Set(book.sheets.map((sheet) => sheet.title));
  const title = ['Contacts', 'Contacts 2', 'Contacts 3'].find((candidate) => !titles.has(candidate)) ?? 'Contacts given';
  const id = Math.max(0, ...book.sheets.map((sheet) => sheet.id)) + 1;
  if (file.kind === 'csv') return sheetOfRows(title, id, file.table.rows, grid);
  const sheet = file.book.sheets.find((candidate) => !candidate.hidden) ?? file.book.sheets[0];
  return sheet === undefined ? sheetOfRows(title, id, []) : { ...sheet, title, id };
}

function lastRowOf(sheet: SheetData): number {
  let last = 0;
  for (const [address, cell] of Object.entries(sheet.cells)) {
    if (cell.value !== undefined) last = Math.max(last, positionOf(address)?.row ?? 0);
  }
  return last;
}

/** Whether the workbook carries a plan of its own. */
export function hasPlan(book: WorkbookData): boolean {
  return book.sheets.some((sheet) => /^Plan ICP( \(Segment Planner\))?$/.test(sheet.title));
}
