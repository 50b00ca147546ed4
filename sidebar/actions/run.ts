/** A run in steps, its cancellation between two of them, and the previous run brought back. */
import type { PlanProgress, Restored, RunReply } from '../../src/commands/protocol/replies';
import { shownNumber } from '../../src/domain/facts/figure';
import { changesOf } from '../plan/entries';
import { tabsRead } from './columns';
import type { Context } from './context';
import { reload } from './reload';
import { save } from './savePlan';

/** Accounts a run writes in one call; a longer list is written in steps that can be stopped between. */
const STEP = 20_000;

/** Saves what is unsaved, then writes the result tabs; a conflict in saving stops it before anything is written. */
export async function run(context: Context): Promise<void> {
  const { dispatch, getState, work } = context;
  if (changesOf(getState().draft).length > 0 && !(await save(context))) return;
  const size = getState().lists?.meta.size ?? 0;
  const outcome = await work('Reading, scoring, writing the result tabs', (signal) => {
    if (size > STEP) showProgress(context, 0, size);
    return writeSteps(context, signal);
  });
  if (outcome !== undefined) dispatch({ kind: 'done', outcome, notice: `Written: ${outcome.written.join(', ')}.` });
}

/** Undefined when it was cancelled before the last step. */
async function writeSteps(context: Context, signal: AbortSignal): Promise<RunReply | undefined> {
  const { ask, getState } = context;
  for (;;) {
    const step = await ask<PlanProgress>({ kind: 'planStep', ...tabsRead(getState()) });
    if (step.outcome !== undefined) {
      // The first run writes the tab Columns; what the page changes of it later must be found there.
      if (getState().draft.columns.length === 0) await reload(context, true).catch(() => undefined);
      return step.outcome;
    }
    showProgress(context, step.done, step.of);
    if (signal.aborted) {
      await cancelRun(context, step);
      return undefined;
    }
  }
}

async function cancelRun(context: Context, { done, of }: PlanProgress): Promise<void> {
  await context.ask({ kind: 'cancelPlan' });
  await reload(context, true);
  context.dispatch({ kind: 'notice', notice: `Stopped at ${shownNumber(done)} of ${shownNumber(of)} rows.` });
}

function showProgress({ dispatch }: Context, done: number, total: number): void {
  dispatch({ kind: 'job', job: { what: 'Writing the result tabs', done, total } });
}

/** Brings back the plan of the previous run, and the result tabs with it. */
export async function undo(context: Context): Promise<void> {
  const restored = await context.work('Bringing back the previous run', async () => {
    const reply = await context.ask<Restored>({ kind: 'restorePrevious', what: 'run' });
    await reload(context, false);
    return reply;
  });
  if (restored === undefined) return;
  const notice = `The plan of ${restored.time} is back, and the tabs with it.`;
  context.dispatch({ kind: 'done', outcome: restored.outcome, notice });
}
