/** Requests the page or the command line sends to `serve`, and what comes back. Plain JSON: no dates, no undefined in arrays. */
import type { Day } from '../domain/fact';
import type { MarketInputs, Override, Persona, Settings } from '../domain/plan';
import type { HistoryLine } from '../domain/review/scoreHistory';
import type { Test } from '../domain/rule';
import type { PlanKey } from '../sheet/plan/tabs';
import type { Problem } from '../sheet/problem';

/** Where the lists are; tabs by title. Left out, they are found by their headers. */
export interface Source {
  readonly accountsTab?: string;
  readonly contactsTab?: string;
  /** `YYYY-MM-DD`; wins over the setting `As of`. */
  readonly asOf?: string;
}

/** The plan as JSON: arrays of rows keyed by the plan tabs' headers; missing keys are blank. */
export interface PlanJson {
  readonly format: 1;
  readonly icp?: readonly PlanRow[];
  readonly tam?: readonly PlanRow[];
  readonly segments?: readonly PlanRow[];
  readonly rules?: readonly PlanRow[];
  readonly personas?: readonly PlanRow[];
  readonly settings?: readonly PlanRow[];
  readonly columns?: readonly PlanRow[];
  readonly results?: readonly PlanRow[];
  readonly overrides?: readonly PlanRow[];
}

/** One row of a plan tab, header to cell. */
export type PlanRow = Readonly<Record<string, string | number | boolean>>;

export type Request =
  | { readonly kind: 'hello' }
  | ({ readonly kind: 'check' } & Source)
  | ({ readonly kind: 'proposePlan' } & Source)
  | { readonly kind: 'importPlan'; readonly plan: PlanJson }
  | { readonly kind: 'exportPlan' }
  | ColumnsRequest
  | CsvImportRequest
  | SavePlan
  | RestorePrevious
  | ({ readonly kind: 'state' } & Source)
  | ({ readonly kind: 'planEverything'; readonly withScores?: boolean } & Source)
  /** One step of the same in calls that end before Google's six minutes: ask again until the reply has an `outcome`. */
  | ({ readonly kind: 'planStep'; readonly withScores?: boolean } & Source)
  | { readonly kind: 'cancelPlan' }
  /** Freezes the month of the as-of day in Snapshot and Review; a closed month stays as it is. */
  | ({ readonly kind: 'closeMonth' } & Source)
  | HistoryRequest
  | {
      /** The same computation on grids given with the request; writes nothing. For lists too large for a sheet. */
      readonly kind: 'planGrid';
      readonly accounts: readonly (readonly (string | number | boolean)[])[];
      readonly contacts?: readonly (readonly (string | number | boolean)[])[];
      readonly plan: PlanJson;
      readonly asOf: string;
      readonly withScores?: boolean;
    };

/** The account's scores at each closed month. */
export interface HistoryRequest {
  readonly kind: 'scoreHistory';
  /** As in the column Account key of Scores. */
  readonly key: string;
}

export interface HistoryReply {
  readonly key: string;
  readonly lines: readonly HistoryLine[];
}

export interface ClosedReport {
  /** `2026-05`. */
  readonly month: string;
  /** Rows added to Review. */
  readonly rows: number;
  readonly sentences: readonly string[];
}

/** Changes of one plan tab, by the content the page loaded: `before` null adds a row at the end, `after` null removes one. */
export interface SavePlan {
  readonly kind: 'savePlan';
  readonly key: PlanKey;
  readonly changes: readonly RowChange[];
}

export interface RowChange {
  readonly before: PlanRow | null;
  readonly after: PlanRow | null;
}

/** A row that no longer stands as it was loaded; `now` is null when none resembles it. */
export interface RowConflict extends RowChange {
  readonly now: PlanRow | null;
}

/** On a conflict nothing was written. */
export type SavedPlan =
  { readonly kind: 'saved'; readonly key: PlanKey } | { readonly kind: 'conflict'; readonly rows: readonly RowConflict[] };

/** `plan` undoes the last change of the plan; `run` goes back to the last run's other plan and plans everything again. */
export interface RestorePrevious {
  readonly kind: 'restorePrevious';
  readonly what: 'plan' | 'run';
}

export interface Restored {
  /** Titles of the plan tabs written. */
  readonly written: readonly string[];
  /** When the restored plan was logged. */
  readonly time: string;
  readonly outcome?: PlanOutcome;
}

/** Whether the published results still fit; `sentences` says so for people and is empty when they do. */
export interface StateReport {
  readonly state: 'none' | 'published' | 'unfinished';
  readonly runId: string;
  readonly time: string;
  readonly planChanged: boolean;
  readonly listChanged: boolean;
  readonly sentences: readonly string[];
  /** Rows written of an unfinished run of many steps. */
  readonly done?: number;
}

/** How far a run in steps has come, in rows of Scores; with the last step its outcome. */
export interface PlanProgress {
  readonly done: number;
  readonly of: number;
  readonly outcome?: PlanOutcome;
}

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** What went wrong in three parts; `problems` holds all of them when there were several. */
export interface Failure {
  readonly what: string;
  readonly fix: string;
  readonly problems: readonly Problem[];
}

/** One account's line, in the list's order. Scores have 4 decimals, `known` is an unrounded share; null is unknown. */
export interface ScoreLine {
  readonly account_key: string;
  readonly fit: number | null;
  readonly signal: number | null;
  readonly known: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly tier: string;
  readonly segment: string;
}

export interface PlanReport {
  readonly accounts: {
    readonly read: number;
    readonly scored: number;
    readonly excluded: number;
    readonly errors: number;
    readonly duplicates: number;
  };
  readonly market: {
    readonly listed: number;
    readonly tam: { readonly companies: number | null; readonly value: number | null };
    readonly sam: { readonly companies: number | null; readonly value: number | null };
    readonly som: { readonly customers: number | null; readonly value: number | null };
    readonly icp: {
      readonly accounts: number;
      readonly confirmed: number;
      readonly possible: number;
      readonly shareOfTam: number | null;
      readonly verdict: string;
      readonly estimate: number | null;
    };
  };
  readonly outreach: readonly { readonly step: string; readonly value: number }[] | null;
  readonly tiers: readonly { readonly tier: string; readonly accounts: number; readonly share: number | null }[];
  readonly segments: readonly {
    readonly segment: string;
    readonly matches: number;
    readonly assigned: number;
    readonly coverage: number | null;
    readonly reachable: number | null;
    readonly score: number | null;
    readonly rank: number;
    readonly verdict: string;
  }[];
  readonly unassigned: { readonly noLane: number; readonly dataMissing: number };
  readonly funnel: readonly {
    readonly rule: string;
    readonly before: number;
    readonly after: number;
    readonly mismatch: number;
    readonly unknown: number;
  }[];
  readonly checklist: readonly {
    readonly id: string;
    readonly segment: string;
    readonly status: string;
    readonly actual: string;
    readonly rule: string;
    readonly fix: string;
  }[];
  readonly problems: readonly Problem[];
  readonly stamp: {
    readonly version: string;
    readonly runId: string;
    readonly time: string;
    readonly planHash: string;
    readonly asOf: string;
  };
}

export interface PlanOutcome {
  readonly report: PlanReport;
  /** The result in a few sentences, for people. */
  readonly sentences: readonly string[];
  /** Titles of the tabs written, in the order they were written. */
  readonly written: readonly string[];
  readonly scores?: readonly ScoreLine[];
}

export interface CheckReport {
  readonly columns: readonly {
    readonly list: string;
    readonly field: string;
    readonly column: string;
    readonly confidence: number;
  }[];
  readonly rows: { readonly read: number; readonly kept: number; readonly errors: number };
  readonly problems: readonly Problem[];
}

export interface ProposedPlan {
  readonly plan: PlanJson;
  /** What was proposed and from what evidence, one sentence each. */
  readonly notes: readonly string[];
}

/** Columns, contacts and the plan's numbers for the page, and Values read as tests. */
export interface ColumnsRequest extends Source {
  readonly kind: 'columns';
  readonly fields: readonly string[];
  readonly values?: readonly TypedValue[];
  /** First account of the slice, from 0; a reply holds at most 10,000. */
  readonly from?: number;
  /** Names and addresses of the contacts too. */
  readonly people?: boolean;
}

export interface TypedValue {
  readonly operator: string;
  readonly value: string | number | boolean;
}

/** A test, or why the value is none and what to write instead. */
export type ReadValue = { readonly test: Test } | { readonly message: string; readonly fix: string };

export interface ColumnsReply {
  readonly accountsTab: string;
  readonly contactsTab: string | null;
  readonly headers: readonly string[];
  readonly matches: readonly {
    readonly list: string;
    readonly field: string;
    readonly column: string;
    readonly sample: string;
    readonly confidence: number;
  }[];
  /** Accounts of the list; the next two hold those of the slice. */
  readonly size: number;
  readonly keys: readonly string[];
  /** 1-based sheet rows. */
  readonly rows: readonly number[];
  readonly errors: number;
  readonly problems: readonly Problem[];
  readonly columns: readonly WireColumn[];
  /** With the first slice only; null where there are none. */
  readonly contacts: WireContacts | null;
  readonly plan: {
    readonly settings: Settings;
    readonly market: MarketInputs;
    readonly personas: readonly Persona[];
    readonly overrides: readonly Override[];
    readonly asOf: Day;
  };
  /** Parallel to the values asked for. */
  readonly values: readonly ReadValue[];
}

export interface WireColumn {
  /** As asked for. */
  readonly field: string;
  /** Null: the list has no such column. */
  readonly header: string | null;
  readonly facts: readonly WireFact[];
  /** One code an account: 1 base64 digit up to 64 facts, 2 up to 4,096, else 3. */
  readonly codes: string;
}

/** A fact: as shown; blank; items, countries, ends of the quantity (null is infinite), day and truth where they are not plain. */
export interface WireFact {
  readonly s: string;
  readonly b?: 1;
  readonly i?: readonly string[];
  readonly c?: readonly string[];
  readonly q?: readonly [number | null, number | null];
  readonly d?: Day;
  readonly t?: boolean;
}

/** Contacts of the list's accounts as parallel columns; `verified` is a digit each. */
export interface WireContacts {
  readonly accounts: readonly number[];
  readonly titles: readonly string[];
  readonly verified: string;
  readonly unmatched: number;
  /** Name, email and phone of each, when asked for. */
  readonly people: readonly (readonly [string, string, string])[] | null;
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
}

export interface CsvImportReply {
  readonly tab: string;
  /** Rows of the tab now. */
  readonly rows: number;
  readonly guard: 'format' | 'formatDoubled' | 'apostrophe';
}
