/** Everything the page knows, and how each event changes it. One reducer; no view keeps a plan of its own. */
import type { ColumnsReply } from '../src/commands/protocol/columns';
import type { Greeting, RunReply, RowConflict, SheetMarks, StateReport } from '../src/commands/protocol/replies';
import type { Request } from '../src/commands/protocol/requests';
import type { PlanKey } from '../src/sheet/plan/tabs';
import { NO_ANSWERS, type Answers } from './plan/answers';
import { draftOf, settled, type Draft } from './plan/entries';
import { withColumns, type PageLists } from './plan/lists';
import type { Trouble } from './server';

export const STEPS = ['data', 'market', 'icp', 'segments', 'check', 'run'] as const;
export type View = (typeof STEPS)[number] | 'opening' | 'start' | 'home' | 'explain' | 'whatIf' | 'take' | 'csv';

/** Work under way; with a total it has a bar and can be stopped between two chunks. */
export interface Job {
  readonly what: string;
  readonly done?: number;
  readonly total?: number;
  readonly isSilent?: boolean;
}

/** What has changed in the sheet behind the page: the lists, the plan tabs, or the results of a run made elsewhere. */
export type Behind = 'lists' | 'plan' | 'run';

export interface State {
  readonly view: View;
  readonly greeting: Greeting | undefined;
  readonly lists: PageLists | undefined;
  readonly draft: Draft;
  /** To the first questions. */
  readonly answers: Answers;
  readonly job: Job | undefined;
  readonly trouble: Trouble | undefined;
  /** Kind of the last request. */
  readonly asked: Request['kind'] | '';
  readonly conflicts: readonly RowConflict[];
  /** Said aloud, and shown until the next event. */
  readonly notice: string;
  /** The last run, as long as the tabs are what it was made from; unsaved changes are looked for apart. */
  readonly outcome: RunReply | undefined;
  /** How the published results stand to plan and list; undefined before there is a list. */
  readonly report: StateReport | undefined;
  /** Of the plan tabs as they were read. */
  readonly planMark: string;
  /** Empty while the page shows the sheet as it is. */
  readonly behind: readonly Behind[];
  /** Local time at which the lists were read, e.g. `22:44`. */
  readonly readAt: string;
  /** Position in the lists of the account that Explain begins with; -1 for none. */
  readonly chosen: number;
  /** Id of the row that a view is to open and bring into sight; -1 for none. */
  readonly sought: number;
  /** Months that are closed, e.g. `2026-11`. */
  readonly closed: readonly string[];
}

export type Event =
  | { readonly kind: 'greeted'; readonly greeting: Greeting }
  | { readonly kind: 'asked'; readonly asked: Request['kind'] }
  | { readonly kind: 'go'; readonly view: View }
  | { readonly kind: 'explain'; readonly account: number }
  | { readonly kind: 'seek'; readonly view: View; readonly id: number }
  | { readonly kind: 'closed'; readonly month: string }
  | { readonly kind: 'opened'; readonly file: FileRead; readonly draft: Draft }
  | { readonly kind: 'planRead'; readonly draft: Draft; readonly mark: string }
  | { readonly kind: 'listed'; readonly lists: PageLists | undefined; readonly readAt: string }
  | { readonly kind: 'looked'; readonly marks: SheetMarks }
  | { readonly kind: 'behind'; readonly what: readonly Behind[] }
  | { readonly kind: 'columns'; readonly reply: ColumnsReply }
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'answers'; readonly answers: Answers }
  | { readonly kind: 'saved'; readonly key: PlanKey }
  | { readonly kind: 'job'; readonly job: Job | undefined }
  | { readonly kind: 'trouble'; readonly trouble: Trouble | undefined }
  | { readonly kind: 'conflicts'; readonly conflicts: readonly RowConflict[] }
  | { readonly kind: 'notice'; readonly notice: string }
  | { readonly kind: 'done'; readonly outcome: RunReply | undefined; readonly notice: string };

export const START: State = {
  view: 'opening',
  greeting: undefined,
  lists: undefined,
  draft: draftOf({ format: 1 }),
  answers: NO_ANSWERS,
  job: undefined,
  trouble: undefined,
  asked: '',
  conflicts: [],
  notice: '',
  outcome: undefined,
  report: undefined,
  planMark: '',
  behind: [],
  readAt: '',
  chosen: -1,
  sought: -1,
  closed: [],
};

/** The state after an event. It only computes, so that an action can look ahead before the page is drawn. */
export function reduce(state: State, event: Event): State {
  switch (event.kind) {
    case 'go':
      return { ...state, view: event.view, notice: '', trouble: undefined, chosen: -1, sought: -1 };
    case 'seek':
      return { ...state, view: event.view, sought: event.id };
    case 'explain':
      return { ...state, view: 'explain', notice: '', trouble: undefined, chosen: event.account };
    case 'closed':
      return { ...state, closed: [...state.closed, event.month] };
    case 'greeted':
      return { ...state, greeting: event.greeting };
    case 'asked':
      return { ...state, asked: event.asked };
    case 'opened':
      return opened(state, event.file, event.draft);
    case 'planRead':
      return { ...state, draft: event.draft, planMark: event.mark, behind: without(state.behind, 'plan') };
    case 'listed':
      return { ...state, lists: event.lists, readAt: event.readAt, behind: without(state.behind, 'lists') };
    case 'columns':
      return withReply(state, event.reply);
    case 'looked':
      return { ...state, behind: behindOf(state, event.marks) };
    case 'behind':
      return { ...state, behind: event.what };
    case 'draft':
      return { ...state, draft: event.draft, notice: '' };
    case 'answers':
      return { ...state, answers: event.answers };
    case 'saved':
      return { ...state, draft: settled(state.draft, event.key), conflicts: [], ...planChanged(state) };
    case 'job':
      return { ...state, job: event.job, ...(event.job === undefined ? {} : { trouble: undefined, notice: '' }) };
    case 'trouble':
      return { ...state, trouble: event.trouble, job: undefined };
    case 'conflicts':
      return { ...state, conflicts: event.conflicts, job: undefined };
    case 'notice':
      return { ...state, notice: event.notice };
    case 'done':
      return { ...state, ...done(event.outcome), notice: event.notice, job: undefined };
  }
}

/** What the file holds now, apart from the columns of its lists. */
export interface FileRead {
  readonly greeting: Greeting;
  /** Undefined for a file without a list. */
  readonly report: StateReport | undefined;
  readonly mark: string;
}

function opened(state: State, { greeting, report, mark }: FileRead, draft: Draft): State {
  const outcome = report?.outcome;
  return {
    ...state,
    greeting,
    draft,
    report,
    outcome,
    planMark: mark,
    behind: [],
    closed: report?.closed ?? [],
    trouble: undefined,
  };
}

/** Columns of another state of the sheet would stand beside the wrong accounts. */
function withReply(state: State, reply: ColumnsReply): State {
  const { lists } = state;
  if (lists === undefined) return state;
  if (reply.marks.cells !== lists.meta.marks.cells) return { ...state, behind: ['lists'] };
  return { ...state, lists: withColumns(lists, [reply]) };
}

function behindOf({ lists, planMark, report }: State, { extent, cells, plan, run }: SheetMarks): readonly Behind[] {
  const known = lists?.meta.marks;
  const isList = known !== undefined && (cells === undefined ? extent !== known.extent : cells !== known.cells);
  return [
    ...(isList ? ['lists' as const] : []),
    ...(plan === planMark ? [] : ['plan' as const]),
    ...(run === (report?.runId ?? '') ? [] : ['run' as const]),
  ];
}

/** The tabs hold another plan than the last run's. */
function planChanged({ report }: State): Pick<State, 'report' | 'outcome'> {
  if (report?.state !== 'published') return { report, outcome: undefined };
  const sentences = report.planChanged
    ? report.sentences
    : [...report.sentences, `Plan changed since the run of ${report.time}.`];
  return { report: { ...report, planChanged: true, sentences }, outcome: undefined };
}

/** A run replaces all that was known of results. */
function done(outcome: RunReply | undefined): Pick<State, 'outcome'> & Partial<Pick<State, 'report' | 'behind'>> {
  if (outcome === undefined) return { outcome };
  const { runId, time } = outcome.report.stamp;
  const report: StateReport = { state: 'published', runId, time, planChanged: false, listChanged: false, sentences: [] };
  return { outcome, report };
}

function without(behind: readonly Behind[], gone: Behind): readonly Behind[] {
  return behind.filter((each) => each !== gone);
}
