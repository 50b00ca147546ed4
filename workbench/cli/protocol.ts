/** What the bundle's `serve` takes and gives, as far as the workbench uses it; the add-on's own protocol.ts decides. */

export interface Problem {
  readonly code: string;
  readonly severity: 'refusal' | 'problem' | 'note';
  readonly at: string;
  readonly found: string;
  readonly message: string;
  readonly fix: string;
  readonly count: number;
}

type PlainCell = string | number | boolean;

/** A plan as JSON; only its format number is looked at here, the bundle checks the rest. */
export interface PlanJson {
  readonly format: 1;
}

export interface Source {
  readonly accountsTab?: string;
  readonly contactsTab?: string;
  readonly asOf?: string;
}

export type Request =
  | ({ readonly kind: 'check' } & Source)
  | ({ readonly kind: 'proposePlan'; readonly starter?: string } & Source)
  | { readonly kind: 'importPlan'; readonly plan: PlanJson }
  | { readonly kind: 'exportPlan' }
  | ({ readonly kind: 'planEverything'; readonly withScores?: boolean } & Source)
  | ({ readonly kind: 'planStep'; readonly withScores?: boolean } & Source)
  | ({ readonly kind: 'state' } & Source)
  | ({ readonly kind: 'closeMonth' } & Source)
  | {
      readonly kind: 'planGrid';
      readonly accounts: readonly (readonly PlainCell[])[];
      readonly contacts?: readonly (readonly PlainCell[])[];
      readonly plan: PlanJson;
      readonly asOf: string;
      readonly withScores?: boolean;
    };

/** A request of one kind. */
export type Asked<Kind extends Request['kind']> = Extract<Request, { readonly kind: Kind }>;

/** What each kind of request is answered with. */
export interface Answers {
  readonly check: CheckReport;
  readonly proposePlan: ProposedPlan;
  readonly importPlan: unknown;
  readonly exportPlan: { readonly plan: PlanJson };
  readonly planEverything: RunReply;
  /** With the last step its outcome. */
  readonly planStep: { readonly done: number; readonly of: number; readonly outcome?: RunReply };
  readonly state: { readonly sentences: readonly string[] };
  readonly planGrid: RunReply;
  readonly closeMonth: { readonly sentences: readonly string[] };
}

interface Failure {
  readonly what: string;
  readonly fix: string;
  readonly problems: readonly Problem[];
}

export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Failure };

export interface ScoreLine {
  readonly account_key: string;
  readonly fit: number | null;
  readonly signal: number | null;
  readonly known: number;
  readonly low: number;
  readonly high: number;
  readonly tier: string;
  readonly segment: string;
}

/** The report goes out as JSON unread. */
export interface RunReply {
  readonly report: unknown;
  readonly sentences: readonly string[];
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
  /** The problems as the tab `Problems` shows them. */
  readonly lines: readonly string[];
}

interface ProposedPlan {
  readonly plan: PlanJson;
  readonly notes: readonly string[];
}
