/** The page's one value: what it knows, what follows from it, and what it can do. */
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { HistoryReply, StoppedImport } from '../src/commands/protocol/replies';
import type { PlanJson } from '../src/commands/protocol/requests';
import { actionsOf } from './actions';
import { useFieldColumns } from './fieldColumns';
import type { Draft } from './plan/entries';
import type { PageLists } from './plan/lists';
import { liveOf, type Live } from './plan/live';
import { START, reduce, type Event, type State, type View } from './state';
import type { CsvFile } from './take/csvFile';

export interface Planner {
  readonly state: State;
  readonly live: Live | undefined;
  readonly go: (view: View) => void;
  readonly edit: (draft: Draft) => void;
  readonly dispatch: (event: Event) => void;
  readonly open: (accountsTab?: string) => Promise<void>;
  readonly save: (draft?: Draft) => Promise<boolean>;
  readonly run: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly discard: () => Promise<void>;
  readonly recover: () => Promise<void>;
  readonly importCsv: (file: CsvFile, stopped?: StoppedImport) => Promise<void>;
  readonly keepImport: () => Promise<void>;
  readonly history: (key: string) => Promise<HistoryReply | undefined>;
  readonly selected: () => Promise<PageLists | string | undefined>;
  readonly importPlan: (plan: PlanJson) => Promise<void>;
  readonly fetch: (fields: readonly string[], people?: boolean) => Promise<PageLists | undefined>;
  readonly cancel: () => void;
}

/** The planner of this page; it asks for the workbook once, when the page is first drawn. */
export function usePlanner(): Planner {
  const [state, tell] = useReducer(reduce, START);
  const latest = useRef(state);
  latest.current = state;
  // The next step of an action must see this one's event before the page is drawn again, or it would send the same change twice.
  const dispatch = useCallback((event: Event): void => {
    latest.current = reduce(latest.current, event);
    tell(event);
  }, []);
  const isCancelled = useRef(false);
  const live = useMemo(
    () => (state.lists === undefined ? undefined : liveOf(state.lists, state.draft)),
    [state.lists, state.draft],
  );
  const actions = useMemo(() => actionsOf(dispatch, () => latest.current, isCancelled), []);
  useEffect(() => {
    void actions.open();
  }, []);
  useFieldColumns(state, actions, dispatch);
  return { state, live, dispatch, ...actions };
}
