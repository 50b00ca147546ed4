/** The port to the workbook: all that a command may ask of it. Implemented by `src/google`, where Apps Script is named. */
import type { Titles } from '../../sheet/address';
import type { Cell, Grid, Merge } from '../../sheet/grid';
import type { FormattingPort } from './formatting';
import type { TabKind } from '../../sheet/ownTabs/tabKind';
import type { PendingKind, Tab } from './tab';

/** How a fresh tab of ours looks; applied once, at its creation, so that the team's own changes stay. */
export interface SheetFormat {
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Pixels by 1-based column. */
  readonly widths: readonly (readonly [column: number, pixels: number])[];
  readonly headerRow: number;
  /** Notes on header cells by 1-based column. */
  readonly headerNotes: readonly (readonly [column: number, note: string])[];
  /** 1-based columns of numbers, whose headers stand above them at the right. */
  readonly numberColumns?: readonly number[];
  /** 1-based columns nobody needs to see. */
  readonly hiddenColumns?: readonly number[];
  /** So many columns from the first are shown, those an older layout had hidden too. */
  readonly shownColumns?: number;
  /** Height of row 1 in pixels, which then shows the first line of its text alone. */
  readonly firstRow?: number;
}

/** Guards that keep text from being read as a formula, a number or a date: a text format, the same with a leading apostrophe doubled, or an apostrophe. */
export type TextGuard = 'format' | 'formatDoubled' | 'apostrophe';

/** A rectangle to be written, its upper left cell at `row`, `column`. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly cells: Grid;
  /** Number format of each column; `@` marks text. */
  readonly formats: readonly string[];
}

export interface Workbook {
  /** e.g. `de_DE`. */
  readonly locale: string;
  readonly timeZone: string;
  /** What is shown beside the cells. */
  readonly formatting: FormattingPort;
  /** The tabs in their order. */
  tabs(): readonly Tab[];
  /** Title of a tab by its id: a round trip when it is asked for first since the tabs were listed. */
  readonly titleOf: Titles;
  /** A1 to the last row and column that hold anything; days are calendar days in the spreadsheet's zone. */
  read(tab: Tab): Grid;
  /** {@link Workbook.read} from a row on; nothing where nothing stands so far down. */
  readFrom(tab: Tab, row: number): Grid;
  /** {@link Workbook.read} of the first `columns` columns. */
  readColumns(tab: Tab, columns: number): Grid;
  /** Merged ranges among the cells read, in no order; one round trip after {@link Workbook.read}. */
  merges(tab: Tab): readonly Merge[];
  /** One round trip. */
  isHidden(tab: Tab): boolean;
  /** Where its content ends; 0 for an empty tab. Two round trips. */
  extentOf(tab: Tab): { readonly rows: number; readonly columns: number };
  sizeOf(tab: Tab): { readonly rows: number; readonly columns: number };
  /** Adds a tab where its kind belongs, in the color of its kind, and leaves the active tab active. Throws when the title is taken. */
  create(title: string, kind: TabKind | undefined, isHidden: boolean): Tab;
  /** Grows the tab's grid to at least so many rows and columns; never shrinks it. With 0 columns only rows are looked at. */
  grow(tab: Tab, rows: number, columns: number): void;
  formatSheet(tab: Tab, dress: SheetFormat): void;
  write(tab: Tab, rectangle: Rectangle, guard: TextGuard): void;
  /** The cells of a rectangle as they now stand. */
  readBack(tab: Tab, row: number, column: number, rows: number, columns: number): readonly (readonly Cell[])[];
  /** True for a rectangle in which a cell carries a formula or a note: its rows must not be moved by writing values. */
  isAnchored(tab: Tab, row: number, column: number, rows: number, columns: number): boolean;
  /** Formulas of a rectangle, '' where there is none. */
  formulas(tab: Tab, row: number, column: number, rows: number, columns: number): readonly (readonly string[])[];
  /** Number formats of a rectangle. */
  numberFormats(tab: Tab, row: number, column: number, rows: number, columns: number): readonly (readonly string[])[];
  /** True when this user may edit every cell of the rectangle; false for viewers everywhere. */
  canEdit(tab: Tab, row: number, column: number, rows: number, columns: number): boolean;
  /** Ids of the tabs that carry a protection, whomever it keeps out. */
  protectedTabs(): ReadonlySet<number>;
  /** Cells of all grids together, empty ones included. Two round trips a tab. */
  cellCount(): number;
  /** Says that tabs of these kinds and titles are about to be made; tabs that a stopped run made without naming them are named. */
  beginTabs(tabs: readonly (readonly [kind: PendingKind, title: string])[]): void;
  /** Says that all tabs begun are made. */
  endTabs(): void;
  /** Tabs that a stopped run had begun; the pair of kind '' holds the ids of tabs that were there before, with commas. */
  pendingTabs(): readonly (readonly [kind: PendingKind, title: string])[];
  /** Marks a tab as ours; the metadata follows it through renaming and moving. */
  tagTab(tab: Tab, kind: TabKind): Tab;
  /** The active tab and the 1-based row of the cell with the focus; undefined when there is none. */
  selection(): { readonly id: number; readonly row: number } | undefined;
  /** Brings the tab into view and puts the focus on the first cell of the row. */
  show(tab: Tab, row: number): void;
  /** A text kept in the file under a name, in no cell; undefined when there is none. */
  recall(name: string): string | undefined;
  /** Keeps a text, or forgets it. */
  remember(name: string, text: string | undefined): void;
  /** A text kept for this user and this file, in no cell; undefined when there is none. */
  draft(): string | undefined;
  /** Keeps a text instead, or forgets it. */
  keepDraft(text: string | undefined): void;
  /** Commits buffered writes; their errors surface here. */
  flush(): void;
  /** Waits up to 10 s for the document's lock; false when another run holds it. */
  lock(): boolean;
  unlock(): void;
}

/** What a command may know of the moment it runs in; the only clock. */
export interface Moment {
  /** `2026-11-21 20:59` in the spreadsheet's zone. */
  readonly time: string;
  /** Day of the run in the spreadsheet's zone, days since 1970-01-01. */
  readonly day: number;
  /** Distinguishes runs; random, never part of a number. */
  readonly runId: string;
  /** Identity of the install: two of them on one file do not share a lock. */
  readonly install: string;
  /** Minutes since 1970-01-01; only leases are measured with it. */
  readonly minute: number;
}
