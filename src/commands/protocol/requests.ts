/** What the page or the command line asks of `serve`. Plain JSON: no dates, no undefined in arrays. */
import type { JsonRow, PlanJson } from '../../sheet/plan/planJson';
import type { PlanKey } from '../../sheet/plan/tabs';

/** Where the lists are; tabs by title. Left out, they are found by their headers. */
export interface Source {
  readonly accountsTab?: string;
  readonly contactsTab?: string;
  /** `YYYY-MM-DD`; wins over the setting `As of`. */
  readonly asOf?: string;
}

export type { PlanJson };
/** One row of a plan tab, header to cell. */
export type PlanRow = JsonRow;

export type Request =
  | { readonly kind: 'hello' }
  | ({ readonly kind: 'check' } & Source)
  | ({ readonly kind: 'proposePlan' } & ProposeRequest)
  | { readonly kind: 'importPlan'; readonly plan: PlanJson }
  | { readonly kind: 'exportPlan' }
  | ColumnsRequest
  | CsvImportRequest
  /** The team keeps what a stopped import left in its tab. */
  | { readonly kind: 'keepImport' }
  | DraftRequest
  /** Where the person stands in the sheet. */
  | { readonly kind: 'selection' }
  | SavePlan
  | RestorePrevious
  /** `withOutcome`: the last run's own figures too, where plan and lists still are what it was made from. */
  | ({ readonly kind: 'state'; readonly withOutcome?: boolean } & Source)
  | SheetMarksRequest
  | ShowRequest
  | ({ readonly kind: 'planEverything'; readonly withScores?: boolean } & Source)
  /** One step of the same in calls that end before Google's six minutes: ask again until the reply has an `outcome`. */
  | ({ readonly kind: 'planStep'; readonly withScores?: boolean } & Source)
  | { readonly kind: 'cancelRun' }
  /** Freezes the month of the as-of day in Snapshot and Review; a closed month stays as it is. */
  | ({ readonly kind: 'closeMonth' } & Source)
  | HistoryRequest
  | {
      /** A whole run on grids given with the request; writes nothing. For lists too large for a sheet. */
      readonly kind: 'planGrid';
      readonly accounts: readonly (readonly (string | number | boolean)[])[];
      readonly contacts?: readonly (readonly (string | number | boolean)[])[];
      readonly plan: PlanJson;
      readonly asOf: string;
      readonly withScores?: boolean;
    };

/** A first plan for a list; with `starter` the starter plan of this id, adapted to it. */
export interface ProposeRequest extends Source {
  readonly starter?: string;
}

/** What the page has not saved, kept for this user until the file is opened again; '' forgets it. `hello` gives it back. */
export interface DraftRequest {
  readonly kind: 'draft';
  readonly text: string;
}

/** Whether the sheet is still as the page read it; the tabs are those the page has read. */
export interface SheetMarksRequest extends Source {
  readonly kind: 'sheetMarks';
  /** Every cell of long lists too. */
  readonly isThorough: boolean;
}

/** Brings a tab into view: one of ours by the name we give it, any other by its title. */
export interface ShowRequest {
  readonly kind: 'show';
  readonly tab: string;
  /** 1-based; its first row where it is left out. */
  readonly row?: number;
}

/** The account's scores at each closed month. */
export interface HistoryRequest {
  readonly kind: 'scoreHistory';
  /** As in the column Account key of Scores. */
  readonly key: string;
}

/** Changes of one plan tab, by the content the page loaded: `before` null adds a row at the end, `after` null removes one. */
export interface SavePlan {
  readonly kind: 'savePlan';
  readonly key: PlanKey;
  readonly changes: readonly RowChange[];
  /** The batches of Results are others than those they equal: they are added. */
  readonly again?: boolean;
}

export interface RowChange {
  readonly before: PlanRow | null;
  readonly after: PlanRow | null;
}

/** `plan` undoes the last change of the plan; `run` goes back to the last run's other plan and plans everything again. */
export interface RestorePrevious {
  readonly kind: 'restorePrevious';
  readonly what: 'plan' | 'run';
}

/** Columns and contacts for the page. */
export interface ColumnsRequest extends Source {
  readonly kind: 'columns';
  readonly fields: readonly string[];
  /** First account of the slice, from 0; a reply holds at most 10,000. */
  readonly from?: number;
  /** Of a longer list, a seeded sample of so many accounts instead of all, in the list's order; the same for lists of the same length. */
  readonly most?: number;
  /** Only the account of this sheet row, or of this key; of several with the key, all. Wins over `most`. */
  readonly only?: number | string;
  /** Names and addresses of the contacts too. */
  readonly people?: boolean;
}

/** A chunk of a CSV file for a new tab. */
export interface CsvImportRequest {
  readonly kind: 'csvImport';
  /** Wanted title with the first chunk, the tab's own title afterwards. */
  readonly title: string;
  /** 1-based row of the chunk's first line; 1 makes the tab. */
  readonly row: number;
  /** As wide as each other. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** As the reply to the first chunk says. */
  readonly guard?: 'format' | 'formatDoubled' | 'apostrophe';
  /** The whole of which this is a part; with it, an import that stops half way is remembered in the file. */
  readonly whole?: { readonly file: string; readonly rows: number; readonly mark: string };
}
