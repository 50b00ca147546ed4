/** The file read again: the plan of its tabs, the state of its results, and the columns of its lists. */
import type { Greeting, StateReport } from '../../src/commands/protocol/replies';
import type { PlanJson } from '../../src/commands/protocol/requests';
import { draftOf, rebased } from '../plan/entries';
import { listsFrom } from '../plan/lists';
import { Trouble } from '../server';
import type { FileRead } from '../state';
import { FIRST_FIELDS, readSlices, tabsRead } from './columns';
import type { Context } from './context';

/** The plan tabs as a reply gives them, with their mark. */
interface ExportedPlan {
  readonly plan: PlanJson;
  readonly mark: string;
}

/** What the file holds now. @throws Trouble */
export async function readFile(
  { ask, getState }: Context,
  tabs: { readonly accountsTab?: string } = tabsRead(getState()),
): Promise<FileRead & ExportedPlan> {
  const [greeting, exported, report] = await Promise.all([
    ask<Greeting>({ kind: 'hello' }),
    ask<ExportedPlan>({ kind: 'exportPlan' }),
    // A file without a list has no state yet.
    ask<StateReport>({ kind: 'state', withOutcome: true, ...tabs }).catch(() => undefined),
  ]);
  return { greeting, report, ...exported };
}

/** Everything as the sheet now holds it; `isKept` keeps what is still unsaved here on top of the plan. @throws Trouble */
export async function reload(context: Context, signal: AbortSignal, isKept: boolean): Promise<StateReport | undefined> {
  const file = await readFile(context);
  await readAgain(context, signal);
  const draft = isKept ? rebased(context.getState().draft, file.plan) : draftOf(file.plan);
  context.dispatch({ kind: 'opened', file, draft });
  return file.report;
}

/** The plan tabs alone, after what was written there. @throws Trouble */
export async function readPlanTabs({ ask, dispatch, getState }: Context): Promise<void> {
  const { plan, mark } = await ask<ExportedPlan>({ kind: 'exportPlan' });
  dispatch({ kind: 'planRead', draft: rebased(getState().draft, plan), mark });
}

/** Every column the page holds, read again; nothing before there is a list. @throws Trouble */
export async function readAgain(context: Context, signal: AbortSignal): Promise<void> {
  const state = context.getState();
  const { lists } = state;
  if (lists === undefined) return;
  const fields = [...new Set([...FIRST_FIELDS, ...lists.names])];
  const people = lists.lists.contacts?.all.some(({ email }) => email !== '') === true;
  const more = people ? { people } : {};
  const slices = await readSlices(context, signal, fields, { ...tabsRead(state), ...more }).catch((error: unknown) => {
    // A tab that was renamed or deleted is looked for by its headers.
    if (error instanceof Trouble && error.kind === 'refused') return readSlices(context, signal, fields, more);
    throw error;
  });
  context.dispatch({ kind: 'listed', lists: listsFrom(slices), readAt: timeNow() });
}

/** `22:44`, by the clock of whoever looks at the page. */
export function timeNow(): string {
  return new Date().toTimeString().slice(0, 5);
}

/** Shows the sheet as it is now; what is unsaved stays. */
export async function refresh(context: Context): Promise<void> {
  await context.work('Reading the sheet again', (signal) => reload(context, signal, true));
}

/** Drops what is unsaved for the plan of the tabs. */
export async function discard(context: Context): Promise<void> {
  await context.work('Reading the plan tabs', (signal) => reload(context, signal, false));
  context.dispatch({ kind: 'conflicts', conflicts: [] });
}

/** After a lost answer: how things stand, before anything is sent again. */
export async function recover(context: Context): Promise<void> {
  const { dispatch, work } = context;
  dispatch({ kind: 'job', job: undefined });
  const report = await work('Asking how things stand', (signal) => reload(context, signal, true));
  if (report !== undefined) dispatch({ kind: 'notice', notice: stateSentence(report) });
}

function stateSentence({ state, time, sentences }: StateReport): string {
  if (sentences.length > 0) return sentences.join(' ');
  return state === 'none' ? 'No run was written yet. You can run now.' : `The run of ${time} is complete.`;
}
