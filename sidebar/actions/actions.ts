/** What every button does, bound to one page. */
import type { Draft } from '../plan/entries';
import type { View } from '../state';
import { fetchColumns } from './columns';
import type { Context } from './context';
import { importCsv, keepImport } from './importCsv';
import { close, history } from './months';
import { open } from './open';
import { discard, recover, refresh } from './reload';
import { run, undo } from './run';
import { importPlan, save } from './savePlan';
import { selected } from './selected';
import { show } from './show';

export type Actions = ReturnType<typeof actionsOf>;

/** Every action, without its first argument. */
export function actionsOf(context: Context) {
  const { ask, cancel, dispatch } = context;
  const bind =
    <P extends readonly unknown[], R>(action: (context: Context, ...rest: P) => R) =>
    (...rest: P): R =>
      action(context, ...rest);
  return {
    ask,
    cancel,
    go: (view: View): void => dispatch({ kind: 'go', view }),
    edit: (draft: Draft): void => dispatch({ kind: 'draft', draft }),
    open: bind(open),
    save: bind(save),
    discard: bind(discard),
    recover: bind(recover),
    refresh: bind(refresh),
    run: bind(run),
    undo: bind(undo),
    close: bind(close),
    history: bind(history),
    selected: bind(selected),
    show: bind(show),
    seek: (view: View, id: number): void => dispatch({ kind: 'seek', view, id }),
    explain: (account: number): void => dispatch({ kind: 'explain', account }),
    fetch: bind(fetchColumns),
    importCsv: bind(importCsv),
    keepImport: bind(keepImport),
    importPlan: bind(importPlan),
  };
}
