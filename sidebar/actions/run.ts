/** A run in steps, its cancellation between two of them, and the previous run brought back. */
import type { PlanProgress, Restored, RunReply } from '../../src/commands/protocol/replies';
import { counted, shownNumber } from '../../src/domain/facts/figure';
import { changesOf } from '../plan/entries';
import { tabsRead } from './columns';
import type { Context } from './context';
import { readAgain, readPlanTabs, reload } from './reload';
import { save } from './savePlan';

/** Accounts a run writes in one call; a longer list is written in steps that can be stopped between. */
const STEP = 20_000;

/**
 * Saves what is unsaved, then writes the result tabs; a conflict in saving stops it before anything is written.
 * `goesToScores`: the sheet moves to the accounts, as whoever asked for tiers wants to see them.
 */
export async function run(context: Context, goesToScores = false): Promise<void> {
  const { dispatch, getState, work } = context;
  if (changesOf(getState().draft).length > 0 && !(await save(context))) return;
  const size = getState().lists?.meta.size ?? 0;
  const outcome = await work('Reading, scoring, writing the result tabs', (signal) => {
    if (size > STEP) showProgress(context, 0, size);
    return writeSteps(context, signal).then((reply) => reply && follow(context, signal, reply, goesToScores));
  });
  if (outcome !== undefined)
    dispatch({ kind: 'done', outcome, notice: `${counted(outcome.report.accounts.scored, 'account')} scored.` });
}

/** Undefined when it was cancelled before the last step. */
async function writeSteps(context: Context, signal: AbortSignal): Promise<RunReply | undefined> {
  const { ask, getState } = context;
  for (;;) {
    const step = await ask<PlanProgress>({ kind: 'planStep', ...tabsRead(getState()) });
    if (step.outcome !== undefined) {
      return step.outcome;
    }
    showProgress(context, step.done, step.of);
    if (signal.aborted) {
      await cancelRun(context, signal, step);
      return undefined;
    }
  }
}

async function cancelRun(context: Context, signal: AbortSignal, { done, of }: PlanProgress): Promise<void> {
  await context.ask({ kind: 'cancelRun' });
  await reload(context, signal, true);
  context.dispatch({ kind: 'notice', notice: `Stopped at ${shownNumber(done)} of ${shownNumber(of)} rows.` });
}

/** Plan and lists as the run read them, so that the page counts from what was written. What cannot be read is said to be behind. */
async function follow(context: Context, signal: AbortSignal, outcome: RunReply, goesToScores: boolean): Promise<RunReply> {
  const { dispatch, getState } = context;
  try {
    await readPlanTabs(context);
    if (getState().lists?.meta.marks.cells !== outcome.cells) await readAgain(context, signal);
    if (goesToScores) await context.ask({ kind: 'show', tab: 'Scores' });
  } catch {
    dispatch({ kind: 'behind', what: ['lists'] });
  }
  return outcome;
}

function showProgress({ dispatch }: Context, done: number, total: number): void {
  dispatch({ kind: 'job', job: { what: 'Writing the result tabs', done, total } });
}

/** Brings back the plan of the previous run, and the result tabs with it. */
export async function undo(context: Context): Promise<void> {
  const restored = await context.work('Bringing back the previous run', async (signal) => {
    const reply = await context.ask<Restored>({ kind: 'restorePrevious', what: 'run' });
    await reload(context, signal, false);
    return reply;
  });
  if (restored === undefined) return;
  const notice = `The plan of ${restored.time} is back, and the tabs with it.`;
  context.dispatch({ kind: 'done', outcome: restored.outcome, notice });
}
