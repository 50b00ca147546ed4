/** The page's one value: what it knows, what follows from it, and what it can do. */
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { actionsOf } from './actions/actions';
import { contextOf } from './actions/context';
import { useFieldColumns } from './fieldColumns';
import { useKeptDraft } from './keptDraft';
import { useSheetLook } from './sheetLook';
import { figuresOf, currentRun } from './plan/figures';
import { liveOf } from './plan/live';
import { START, reduce, type Event } from './state';

export type Planner = ReturnType<typeof usePlanner>;

/** The planner of this page; it asks for the workbook once, when the page is first drawn. */
export function usePlanner() {
  const [state, tell] = useReducer(reduce, START);
  const latest = useRef(state);
  latest.current = state;
  // The next step of an action must see this one's event before the page is drawn again, or it would send the same change twice.
  const dispatch = useCallback((event: Event): void => {
    latest.current = reduce(latest.current, event);
    tell(event);
  }, []);
  const asOf = currentRun(state)?.report.stamp.asOf;
  const live = useMemo(
    () => (state.lists === undefined ? undefined : liveOf(state.lists, state.draft, asOf)),
    [state.lists, state.draft, asOf],
  );
  const figures = live && figuresOf(state, live);
  const actions = useMemo(() => actionsOf(contextOf(dispatch, () => latest.current)), []);
  useEffect(() => {
    void actions.open();
  }, []);
  useFieldColumns(state, actions, dispatch);
  useKeptDraft(state, dispatch);
  useSheetLook(() => latest.current, dispatch);
  useEffect(() => void document.body.classList.toggle('old', state.behind.length > 0), [state.behind]);
  return { state, live, figures, dispatch, ...actions };
}
