/** Everything the page knows, and how each event changes it. One reducer; no view keeps a plan of its own. */
import type { ColumnsReply } from '../src/commands/protocol/columns';
import type { Greeting, RunReply, RowConflict, StateReport } from '../src/commands/protocol/replies';
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
  readonly outcome: RunReply | undefined;
  /** How the published results stand to plan and list; undefined before there is a list. */
  readonly report: StateReport | undefined;
  /** The plan was changed here since. */
  readonly isStale: boolean;
}

export type Event =
  | { readonly kind: 'greeted'; readonly greeting: Greeting }
  | { readonly kind: 'asked'; readonly asked: Request['kind'] }
  | { readonly kind: 'go'; readonly view: View }
  | { readonly kind: 'opened'; readonly greeting: Greeting; readonly draft: Draft; readonly report: StateReport | undefined }
  | { readonly kind: 'listed'; readonly lists: PageLists | undefined }
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
  isStale: false,
};

/** The state after an event. It only computes, so that an action can look ahead before the page is drawn. */
export function reduce(state: State, event: Event): State {
  switch (event.kind) {
    case 'go':
      return { ...state, view: event.view, notice: '', trouble: undefined };
    case 'greeted':
      return { ...state, greeting: event.greeting };
    case 'asked':
      return { ...state, asked: event.asked };
    case 'opened':
      return { ...state, greeting: event.greeting, draft: event.draft, report: event.report, trouble: undefined };
    case 'listed':
      return { ...state, lists: event.lists };
    case 'columns':
      return state.lists === undefined ? state : { ...state, lists: withColumns(state.lists, [event.reply]) };
    case 'draft':
      return { ...state, draft: event.draft, notice: '', isStale: true };
    case 'answers':
      return { ...state, answers: event.answers };
    case 'saved':
      return { ...state, draft: settled(state.draft, event.key), conflicts: [] };
    case 'job':
      return { ...state, job: event.job, ...(event.job === undefined ? {} : { trouble: undefined, notice: '' }) };
    case 'trouble':
      return { ...state, trouble: event.trouble, job: undefined };
    case 'conflicts':
      return { ...state, conflicts: event.conflicts, job: undefined };
    case 'notice':
      return { ...state, notice: event.notice };
    case 'done':
      return { ...state, outcome: event.outcome, notice: event.notice, report: undefined, job: undefined, isStale: false };
  }
}
