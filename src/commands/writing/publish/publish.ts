/** The one way in which generated tabs are written, as a list of steps; docs/WRITING.md tells what each keeps safe. */
import { havingWritten } from '../../../sheet/problem';
import type { Tab } from '../../workbook/tab';
import type { Moment, Workbook } from '../../workbook/workbook';
import { lastOf, planEntry } from '../log';
import { formatFresh, logBefore, makePlaces, markUpdating } from './begin';
import { checkRun } from './check';
import { abortIfSuperseded, whileWritten, writeStamp } from './commit';
import type { Publication, Published } from './publication';
import { reportMore } from './report';
import { rowCount, verifyRows, writeParts } from './rows';
import type { CheckedRun, Writing } from './writing';

/** How far a call has come. */
export interface Step {
  readonly runId: string;
  /** Rows of `Scores` written so far, and all of them. */
  readonly done: number;
  readonly of: number;
  readonly published?: Published;
}

/**
 * One call's part of a run: long tabs go in parts, and with `mayPause` each call writes one part and leaves the rest to the next; the
 * last part commits. The caller holds the lock.
 * A stop anywhere leaves `UPDATING` in the Summary's first cell, and running again converges.
 * @throws Refusal before the first write when something forbids it, after it when the sheet does not hold what was written.
 */
export function publishStep(
  workbook: Workbook,
  publication: Publication,
  tabs: readonly Tab[],
  moment: Moment,
  { mayPause }: { readonly mayPause: boolean },
): Step {
  // First of all, so that whatever forbids the run is known while nothing has been written.
  const run = checkRun(workbook, publication, tabs, moment);
  // Before the stamp, which needs a Summary to stand in; a full file is reported here, with all results as they were.
  const places = makePlaces(run);
  // Before everything else that is written: from here on each stop is visible in Summary!A1.
  const writing = markUpdating(run, places);
  // Before it is written over, so that no stop loses what a user had typed.
  logBefore(run, writing.log);
  // Once the log holds the plan, which this may be a part of.
  publication.first?.(writing.log);
  // While the tabs are empty: later a user may have widened a column.
  formatFresh(writing);
  // Tab by tab, each looked at just before: what a user has typed since the check stops the run.
  const done = writeParts(writing, run, mayPause);
  const { runId } = run.stamp;
  const of = rowCount(writing);
  return done < of
    ? { runId, done, of }
    : { runId, done, of, published: havingWritten('part', () => whileWritten(writing, () => finish(writing, run))) };
}

/** The last steps, once all rows are written. */
function finish(writing: Writing, run: CheckedRun): Published {
  // Before the commit: no tab is called current that does not hold its rows.
  const verified = verifyRows(writing, run);
  // After the rows were verified, which may find more to report, and before the commit, which covers this tab too.
  const { problems, target } = reportMore(writing, run, verified);
  // Just before the commit: where another run has begun meanwhile, neither of the two is whole.
  abortIfSuperseded(writing, target === undefined ? verified.summary : undefined);
  // Before the commit, so that each committed run is in the log; a stop here leaves an entry of a run that is repeated.
  logRun(writing, run);
  // Last: this one cell commits.
  writeStamp(writing);
  return {
    targets:
      target === undefined ? writing.targets : [...writing.targets.filter(({ block }) => block.kind !== 'problems'), target],
    problems,
    previous: lastOf(writing.log.entries, ({ kind, run: id }) => kind === 'run' && id !== run.stamp.runId),
  };
}

/** The run with its figures, from which the next one tells what changed. */
function logRun({ log, moment }: Writing, { publication: { plan, counts } }: CheckedRun): void {
  log.append([{ kind: 'run', about: planEntry(plan).about, text: counts }], moment, true);
}
