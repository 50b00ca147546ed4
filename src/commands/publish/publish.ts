/** The one gate through which generated tabs are written: everything is checked first, the Summary's first cell commits. */
import { GENERATED_TABS, TEXT, type Block } from '../../sheet/render/block';
import type { Typed } from '../../sheet/ownBlock';
import { clipped, type Problem } from '../../sheet/problem';
import { stampText } from '../../sheet/stamp';
import { LAYOUT_VERSION } from '../../sheet/version';
import { LOG, lastOf, openLog, planEntries, planEntry, type LogEntry, type LoggedEntry } from '../log';
import { makeOwnTabs } from '../ownTabs';
import type { Moment, Tab, Workbook } from '../workbook';
import { acceptable, differencesOf, refuseEdited } from './compare';
import { leaseOf, resumable, STEP_ROWS } from './lease';
import { preflight, writtenColumns, type Checked } from './preflight';
import type { Publication, Published } from './publication';
import { prepare, writeRows } from './rectangle';
import { setStamp, type Writing } from './writing';

export interface Step {
  readonly runId: string;
  /** Rows of `Scores` written so far, and all of them. */
  readonly done: number;
  readonly of: number;
  readonly published?: Published;
}

/**
 * One call's part of a run: {@link STEP_ROWS} rows of a long tab, with `isWhole` all of it; the last part commits. The caller holds the lock.
 * A stop anywhere leaves `UPDATING` in the Summary's first cell, and running again converges.
 * @throws Refusal before the first write when something forbids it, after it when the sheet does not hold what was written.
 */
export function publishStep(
  workbook: Workbook,
  publication: Publication,
  tabs: readonly Tab[],
  moment: Moment,
  { isWhole }: { readonly isWhole: boolean },
): Step {
  const more = publication.first === undefined ? 0 : 1;
  const checked = preflight(workbook, publication.render([]), tabs, moment, { more });
  const found = [...checked.notes, ...checked.typed.map(({ problem }) => problem)];
  // What was typed over is told in Problems, which may make that tab longer or call for it: so it is checked once more.
  const final = found.length === 0 ? checked : preflight(workbook, publication.render(found), tabs, moment, { before: checked });
  const resumed = isWhole ? undefined : resumable(checked.stamp, publication, moment);
  const stamp = resumed === undefined ? publication.stamp : { ...publication.stamp, runId: resumed.runId, time: resumed.time };
  const start = resumed?.lease?.done ?? 0;
  const writing = begin(
    workbook,
    { ...publication, stamp },
    { ...final, typed: checked.typed },
    tabs,
    { ...moment, runId: stamp.runId },
    start,
  );
  const rows = Math.max(0, ...writing.targets.map(({ block }) => block.rows.length));
  if (isWhole || rows <= STEP_ROWS) {
    for (const target of writing.targets) writeRows(writing, target, 0, Infinity);
  } else {
    const done = Math.min(rows, start + STEP_ROWS);
    for (const target of writing.targets) writeRows(writing, target, start, done);
    workbook.flush();
    setStamp(writing, 'UPDATING', leaseOf(moment, done));
    if (done < rows) return { runId: stamp.runId, done, of: rows };
  }
  return { runId: stamp.runId, done: rows, of: rows, published: finish(writing, publication, found) };
}

/** From here on every stop is visible. What will be written over goes to the log, and arrives there, before it is. */
function begin(
  workbook: Workbook,
  { stamp, plan, first }: Publication,
  checked: Checked,
  tabs: readonly Tab[],
  moment: Moment,
  start: number,
): Writing {
  const wanted = [...checked.places.map(({ block }) => ({ kind: block.kind, title: GENERATED_TABS[block.kind] })), LOG];
  const made = makeOwnTabs(workbook, tabs, checked.found, wanted);
  const targets = checked.places.map((place) => ({ ...place, tab: tabOf(made, place.block.kind) }));
  const [summary] = targets;
  if (summary === undefined) throw new Error('There is nothing to write.');
  // The stamp needs no guard: nothing in it reads as a formula or a number.
  const text = stampText({ ...stamp, layout: LAYOUT_VERSION, state: 'UPDATING', lease: leaseOf(moment, start) });
  workbook.write(summary.tab, { row: 1, column: 1, cells: [[text]], formats: [TEXT] }, 'format');
  workbook.flush();
  const log = openLog(workbook, tabOf(made, LOG.kind));
  log.append([...planEntries(log, plan), ...checked.typed.map(entryOf)], moment);
  workbook.flush();
  first?.(log);
  for (const target of targets) refuseEdited(workbook, target, checked);
  for (const target of targets) prepare(workbook, target);
  return { workbook, moment, stamp, log, targets };
}

function tabOf(made: ReadonlyMap<string, Tab>, kind: string): Tab {
  const tab = made.get(kind);
  if (tab === undefined) throw new Error(`The tab "${kind}" could not be made. Run again.`);
  return tab;
}

function entryOf({ problem, cells }: Typed): LogEntry {
  return { kind: 'typed', about: problem.at, text: JSON.stringify(cells) };
}

/** Reads everything back; what differs is written once more, and what differs then is told or stops the run. Then the commit. */
function finish(writing: Writing, { render, counts, plan }: Publication, found: readonly Problem[]): Published {
  const { workbook, targets, log, moment, stamp } = writing;
  workbook.flush();
  const again = targets.filter((target) => differencesOf(writing, target).length > 0);
  for (const target of again) writeRows(writing, target, 0, Infinity);
  if (again.length > 0) workbook.flush();
  const kept = again.flatMap((target) => acceptable(differencesOf(writing, target)));
  // Cells that an earlier step of this run has written over are known to the log alone.
  const earlier = log.entries.filter(
    ({ kind, run, about }) => kind === 'typed' && run === stamp.runId && !found.some(({ at }) => at === about),
  );
  const problems = [...found, ...kept, ...earlier.map(overwritten)];
  if (problems.length > found.length) tell(writing, render(problems));
  log.append([{ kind: 'run', about: planEntry(plan).about, text: counts }], moment);
  workbook.flush();
  setStamp(writing, 'OK');
  const previous = lastOf(log.entries, ({ kind, run }) => kind === 'run' && run !== stamp.runId);
  return { written: targets.map(({ tab }) => tab.title), problems, previous };
}

/** Writes the Problems tab anew, with what only turned up while writing. */
function tell(writing: Writing, blocks: readonly Block[]): void {
  const { workbook, targets } = writing;
  const block = blocks.find(({ kind }) => kind === 'problems');
  if (block === undefined) return;
  const wanted = [{ kind: block.kind, title: GENERATED_TABS.problems }];
  const known = targets.find((target) => target.block.kind === 'problems');
  const tab = known?.tab ?? tabOf(makeOwnTabs(workbook, workbook.tabs(), new Map(), wanted), block.kind);
  const place = { rows: 0, columns: writtenColumns(block).length, isFresh: true, ...known };
  const target = { ...place, block, tab, rows: Math.max(place.rows, block.rows.length + 2), needsRoom: true };
  prepare(workbook, target);
  writeRows(writing, target, 0, Infinity);
  workbook.flush();
  acceptable(differencesOf(writing, target));
}

function overwritten({ about, text }: LoggedEntry): Problem {
  const message = 'Somebody had typed here since the last run; the run has written its own results over it.';
  const fix = 'Keep notes in a tab of your own. The hidden tab Log keeps what stood here.';
  return { code: 'TYPED_OVER', severity: 'problem', at: about, found: clipped(text), message, fix, count: 1 };
}
