/** The plan and the state of its results, read again from the file. */
import type { Greeting, StateReport } from '../../src/commands/protocol/replies';
import type { PlanJson } from '../../src/commands/protocol/requests';
import { draftOf, rebased } from '../plan/entries';
import type { Context } from './context';

/** What the file holds now; `report` is undefined for a file without a list, which has no state yet. @throws Trouble */
export async function readFile({ ask }: Context) {
  const [greeting, { plan }, report] = await Promise.all([
    ask<Greeting>({ kind: 'hello' }),
    ask<{ readonly plan: PlanJson }>({ kind: 'exportPlan' }),
    ask<StateReport>({ kind: 'state' }).catch(() => undefined),
  ]);
  return { greeting, plan, report };
}

/** Reads the plan as the tabs now hold it; `isKept` keeps what is still unsaved here on top of it. @throws Trouble */
export async function reload(context: Context, isKept: boolean): Promise<StateReport | undefined> {
  const { greeting, plan, report } = await readFile(context);
  const draft = isKept ? rebased(context.getState().draft, plan) : draftOf(plan);
  context.dispatch({ kind: 'opened', greeting, draft, report });
  return report;
}

/** Drops what is unsaved for the plan of the tabs. */
export async function discard(context: Context): Promise<void> {
  await context.work('Reading the plan tabs', () => reload(context, false));
  context.dispatch({ kind: 'conflicts', conflicts: [] });
}

/** After a lost answer: how things stand, before anything is sent again. */
export async function recover(context: Context): Promise<void> {
  const { dispatch, work } = context;
  dispatch({ kind: 'job', job: undefined });
  const report = await work('Asking how things stand', () => reload(context, true));
  if (report !== undefined) dispatch({ kind: 'notice', notice: stateSentence(report) });
}

function stateSentence({ state, time, sentences }: StateReport): string {
  if (sentences.length > 0) return sentences.join(' ');
  return state === 'none' ? 'No run was written yet. You can run now.' : `The run of ${time} is complete.`;
}
