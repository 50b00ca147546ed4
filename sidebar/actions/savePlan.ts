/** The plan tabs written: from the draft, or whole from a plan file. */
import type { SavedPlan } from '../../src/commands/protocol/replies';
import type { PlanJson } from '../../src/commands/protocol/requests';
import { changesOf, type Draft } from '../plan/entries';
import type { Problem } from '../../src/sheet/problem';
import { problemsOf } from '../plan/live';
import { nameOfRow, placeOf, refusedChanges } from '../plan/refusals';
import { Trouble } from '../server';
import type { Context } from './context';
import { readAgain, readPlanTabs, reload } from './reload';

/** Writes what was changed, tab by tab; false when it stopped at a tab that was changed meanwhile, or went wrong. */
export async function save(context: Context, draft: Draft = context.getState().draft): Promise<boolean> {
  const { dispatch, getState, work } = context;
  const { lists } = getState();
  const refused = lists === undefined ? [] : refusedChanges(draft, problemsOf(lists, draft));
  if (refused.length > 0) {
    dispatch({ kind: 'trouble', trouble: refusedTrouble(draft, refused) });
    return false;
  }
  const said: string[] = [];
  const isDone =
    (await work('Saving the plan', async (signal) => {
      const keys = changesOf(draft).map(({ key }) => key);
      const isSaved = await saveChanges(context, draft, said);
      await readPlanTabs(context);
      // Both say how the lists are read.
      if (keys.includes('columns') || keys.includes('settings')) await readAgain(context, signal);
      return isSaved;
    })) === true;
  if (isDone || said.length > 0)
    dispatch({ kind: 'notice', notice: [...(isDone ? ['Saved to the plan tabs.'] : []), ...said].join(' ') });
  return isDone;
}

/** In the words of the run that would have refused it. */
function refusedTrouble(draft: Draft, problems: readonly Problem[]): Trouble {
  const [first] = problems;
  const place = first && placeOf(draft, first);
  const name = place === undefined ? '' : `${nameOfRow(place.entry)}: `;
  return new Trouble(`${name}${first?.message ?? ''}`, 'Nothing was saved.', first?.fix ?? '', 'refused', problems);
}

/** @param said gets what the server says of rows that stand already. */
async function saveChanges({ ask, dispatch }: Context, draft: Draft, said: string[]): Promise<boolean> {
  for (const { key, changes } of changesOf(draft)) {
    const rows = changes.map(({ before, after }) => ({ before, after }));
    const reply = await ask<SavedPlan>({ kind: 'savePlan', key, changes: rows });
    if (reply.kind === 'conflict') {
      dispatch({ kind: 'conflicts', conflicts: reply.rows });
      return false;
    }
    said.push(...reply.sentences);
    if (reply.kind === 'equal') return false;
    dispatch({ kind: 'saved', key });
  }
  return true;
}

/** Replaces the plan of the tabs by that of a file, and goes home. */
export async function importPlan(context: Context, plan: PlanJson): Promise<void> {
  const isDone = await context.work('Importing the plan', async (signal) => {
    await context.ask({ kind: 'importPlan', plan });
    await reload(context, signal, false);
    return true;
  });
  if (isDone === true) context.dispatch({ kind: 'go', view: 'home' });
}
