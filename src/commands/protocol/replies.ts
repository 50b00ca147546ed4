/** What `serve` answers with. Plain JSON, as the requests are. */
import type { HistoryLine } from '../../domain/review/scoreHistory';
import type { PlanKey } from '../../sheet/plan/tabs';
import type { Problem } from '../../sheet/problem';
import type { PlanJson, PlanRow, RowChange } from './requests';

/** What the page must know before anything else. */
export interface Greeting {
  readonly version: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly tabs: readonly { readonly title: string; readonly isOurs: boolean }[];
  readonly stopped?: StoppedImport;
  /** What this user's page kept last. */
  readonly draft?: string;
}

export interface DraftReply {
  /** False for a text that was forgotten, or too long to be kept. */
  readonly isKept: boolean;
}

export interface HistoryReply {
  readonly key: string;
  /** Rising by month; a month in which the account was not listed has none. */
  readonly lines: readonly HistoryLine[];
  /** Why there is no line. */
  readonly sentences: readonly string[];
}

export interface ClosedReport {
  /** `2026-05`. */
  readonly month: string;
  /** Rows added to Review. */
  readonly rows: number;
  readonly sentences: readonly string[];
}

/** A row that no longer stands as it was loaded; `now` is null when none resembles it. */
export interface RowConflict extends RowChange {
  readonly now: PlanRow | null;
}

/**
 * On a conflict nothing was written, nor where a batch of Results equals one that stands: `sentences` ask whether they are one. Of a plan that is
 * saved they name rows that held the same already.
 */
export type SavedPlan =
  | { readonly kind: 'saved'; readonly key: PlanKey; readonly sentences: readonly string[] }
  | { readonly kind: 'conflict'; readonly rows: readonly RowConflict[] }
  | { readonly kind: 'equal'; readonly sentences: readonly string[] };

export interface Restored {
  /** Titles of the plan tabs written. */
  readonly written: readonly string[];
  /** When the restored plan was logged. */
  readonly time: string;
  readonly outcome?: RunReply;
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
  /** The last run again, when it was asked for and can be had. */
  readonly outcome?: RunReply;
  /** Months that are closed, e.g. `2026-11`; told with the outcome's request. */
  readonly closed?: readonly string[];
}

/** Fingerprints of what a page reads; a part that differs has changed since. */
export interface SheetMarks extends ListMarks {
  /** Of the plan tabs. */
  readonly plan: string;
  /** Id of the last run; '' before the first. */
  readonly run: string;
}

export interface ListMarks {
  /** Of titles, sizes and headers of the lists. */
  readonly extent: string;
  /** Of their cells; left out of a quick look at long lists. */
  readonly cells?: string;
}

/** How far a run in steps has come, in rows of Scores; with the last step its outcome. */
export interface PlanProgress {
  readonly done: number;
  readonly of: number;
  readonly outcome?: RunReply;
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
  /** Fit by signal, sixteen cells; none without signal rules. */
  readonly grid: readonly {
    readonly fit: string;
    readonly signal: string;
    readonly accounts: number;
    readonly available: number;
  }[];
  readonly segments: readonly {
    readonly segment: string;
    readonly matches: number;
    readonly available: number;
    readonly customers: number;
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
  /** What the plan asks for and the run leaves out; `kind` is rule, override or results. */
  readonly leftOut: readonly {
    readonly kind: string;
    readonly name: string;
    readonly field: string;
    readonly why: string;
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

export interface RunReply {
  readonly report: PlanReport;
  /** The result in a few sentences, for people. */
  readonly sentences: readonly string[];
  /** The result tabs written, by the names we give them, in the order they were written. */
  readonly written: readonly string[];
  /** Mark of the cells that were read from tabs. */
  readonly cells?: string;
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
  /** The problems as the tab `Problems` shows them, one line a row. */
  readonly lines: readonly string[];
}

export interface ProposedPlan {
  readonly plan: PlanJson;
  /** What was proposed and from what evidence, one sentence each. */
  readonly notes: readonly string[];
}

export interface CsvImportReply {
  readonly tab: string;
  /** Rows of the tab now. */
  readonly rows: number;
  readonly guard: 'format' | 'formatDoubled' | 'apostrophe';
}

/** The row of the cell that has the focus. */
export interface SelectionReply {
  readonly tab: string;
  /** 1-based. */
  readonly row: number;
  /** Account key of that row where the tab is our Scores and the row holds an account, else ''. */
  readonly key: string;
  /** Whether the tab is one of ours. */
  readonly isOurs: boolean;
}

/** An import that was stopped: by Cancel, by closing the page, or by a lost connection. */
export interface StoppedImport {
  /** Title of its tab now. */
  readonly tab: string;
  readonly file: string;
  /** Rows written, of all, headers included. */
  readonly done: number;
  readonly rows: number;
  /** What the page told of the file's content: the same file has the same mark. */
  readonly mark: string;
  readonly guard: 'format' | 'formatDoubled' | 'apostrophe';
  /** Hash of the headers as they were written. */
  readonly head?: string;
}
