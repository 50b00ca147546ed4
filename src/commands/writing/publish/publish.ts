/** The one gate through which generated tabs are written: everything is checked first, the Summary's first cell commits. */
import { GENERATED_TABS } from '../../../sheet/ownTabs/block';
import { typedOver } from '../../../sheet/ownTabs/ownBlock';
import { havingWritten, type Problem } from '../../../sheet/problem';
import { LOG, lastOf, openLog, planEntries, planEntry, typedEntry, type LoggedEntry } from '../log';
import { makeOwnTabs, tabOf } from '../../workbook/ownTabs';
import type { Tab } from '../../workbook/tab';
import type { Moment, Workbook } from '../../workbook/workbook';
import { verifyBlocks } from './verifyBlocks';
import { acceptable, differencesOf, isUnderHeaders, assertUnedited, assertOwnSummary, typedSince } from './compare';
import { stampCell, writeStamp, abortIfSuperseded } from './commit';
import { leaseOf, PART_ROWS, resumable } from './lease';
import { linkRows } from './links';
import { preflight, typedNow, writtenColumns, type Checked } from './preflight';
import type { Publication, Published } from './publication';
import { formatTarget, growTab, withRoom, writeRows } from './rectangle';
import type { Target, Writing } from './writing';

export interface Step {
  readonly runId: string;
  /** Rows of `Scores` written so far, and all of them. */
  readonly done: number;
  readonly of: number;
  readonly published?: Published;
}

/**
 * One call's part of a run: long tabs go in parts of {@link PART_ROWS} rows, and with `mayPause` each call writes one part and leaves
 * the rest to the next; the last part commits. The caller holds the lock.
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
  const made = publication.first === undefined ? 0 : 1;
  let final = preflight(workbook, publication.render([]), tabs, moment, { made });
  let found: readonly Problem[] = [];
  // What was typed over is reported in Problems, which may make that tab longer or call for it: so it is checked once more.
  for (;;) {
    const told = [...final.notes, ...final.typed.map(({ problem }) => problem)];
    if (told.length === found.length) break;
    found = told;
    final = preflight(workbook, publication.render(found), tabs, moment, { before: final });
  }
  const resumed = resumable(final.stamp, publication, moment);
  const stamp = resumed === undefined ? publication.stamp : { ...publication.stamp, runId: resumed.runId, time: resumed.time };
  const start = isInPlace(final) ? (resumed?.lease?.done ?? 0) : 0;
  const writing = begin(workbook, { ...publication, stamp }, final, tabs, { ...moment, runId: stamp.runId }, start);
  const rows = Math.max(0, ...writing.targets.map(({ block }) => block.rows.length));
  const done = writeParts(writing, final, start, rows, mayPause);
  if (done < rows) return { runId: stamp.runId, done, of: rows };
  return {
    runId: stamp.runId,
    done,
    of: rows,
    published: havingWritten('part', () => finish(writing, publication, final, found)),
  };
}

/** Written parts are gone on with only below their headers: where a column or a tab came or went since, rows would not stand under them. */
function isInPlace({ footprints, olds }: Checked): boolean {
  return footprints.every(({ block }) => isUnderHeaders(block, olds.get(block.kind)?.grid[1]));
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
  const wanted = [...checked.footprints.map(({ block }) => ({ kind: block.kind, title: GENERATED_TABS[block.kind] })), LOG];
  const made = withRoom({ title: '' }, 'new tabs', () => makeOwnTabs(workbook, tabs, checked.found, wanted));
  const targets = checked.footprints.map((position) => ({ ...position, tab: tabOf(made, position.block.kind) }));
  const [summary] = targets;
  if (summary === undefined) throw new Error('There is nothing to write.');
  for (const target of targets) growTab(workbook, target);
  const log = openLog(workbook, tabOf(made, LOG.kind), () => {
    assertOwnSummary(workbook, summary, checked.olds.get('summary')?.grid);
    workbook.write(summary.tab, stampCell(stamp, 'UPDATING', leaseOf(moment, start)), 'format');
  });
  const entries = [...planEntries(log, plan), ...checked.typed.map(typedEntry)];
  if (entries.length > 0) log.append(entries, moment);
  workbook.flush();
  first?.(log);
  for (const target of targets) if (target.isFresh || target.isOlder) formatTarget(workbook, target);
  return { workbook, moment, stamp, log, targets };
}

/** @returns rows written: all, or those of one part where another call goes on. Behind each part but the last the stamp says how far it is. */
function writeParts(writing: Writing, { olds }: Checked, start: number, rows: number, mayPause: boolean): number {
  const { moment, targets } = writing;
  for (let done = start; ;) {
    const next = done + PART_ROWS >= rows ? Infinity : done + PART_ROWS;
    const look = (): void => {
      for (const target of targets) assertUnedited(writing, target, olds.get(target.block.kind)?.grid, done, next);
    };
    if (done === 0) look();
    else havingWritten('part', look);
    havingWritten('part', () => {
      for (const target of targets) writeRows(writing, target, done, next);
      if (done === 0) for (const target of targets) linkRows(writing, target);
      verifyBlocks(writing, targets);
    });
    if (next === Infinity) return rows;
    done = next;
    abortIfSuperseded(writing);
    writeStamp(writing, leaseOf(moment, done));
    if (mayPause) return done;
  }
}

/**
 * Reads everything back; what differs is written once more, and what differs then is reported or stops the run. Then the commit.
 * What a user has typed since the flush is named and logged like what was typed before the run.
 */
function finish(
  writing: Writing,
  { render, counts, plan }: Publication,
  { olds }: Checked,
  found: readonly Problem[],
): Published {
  const { workbook, targets, log, moment, stamp } = writing;
  // The Summary last: its first cell tells whether the run is still ours to commit.
  const read = [...targets].reverse().map((target) => ({ target, grid: workbook.read(target.tab) }));
  const differing = read.filter(({ target, grid }) => differencesOf(writing, target, grid).length > 0);
  const typed = differing.flatMap(({ target, grid }) => typedSince(writing, target, olds.get(target.block.kind)?.grid, grid));
  if (typed.length > 0) log.append(typed.map(typedEntry), moment, true);
  const again = differing.map(({ target }) => target);
  // A user may still be at it, and in more than one cell.
  for (const { target, grid } of differing) assertUnedited(writing, target, grid, 0, Infinity);
  for (const target of again) writeRows(writing, target, 0, Infinity);
  for (const target of again) linkRows(writing, target);
  if (again.length > 0) verifyBlocks(writing, again);
  const kept = again.flatMap((target) => acceptable(differencesOf(writing, target, workbook.read(target.tab))));
  // Cells that an earlier step of this run has written over are known to the log alone.
  const earlier = log.entries.filter(
    ({ kind, run, about }) => kind === 'typed' && run === stamp.runId && !found.some(({ at }) => at === about),
  );
  const all = [...found, ...[...log.typed, ...typed].map(({ problem }) => problem), ...kept, ...earlier.map(overwritten)];
  const { problems, target: told }: Reported = all.length > found.length ? report(writing, render, all) : { problems: all };
  abortIfSuperseded(writing, again.length > 0 || told !== undefined ? undefined : read[read.length - 1]?.grid);
  log.append([{ kind: 'run', about: planEntry(plan).about, text: counts }], moment, true);
  writeStamp(writing);
  const previous = lastOf(log.entries, ({ kind, run }) => kind === 'run' && run !== stamp.runId);
  return {
    targets: told === undefined ? targets : [...targets.filter(({ block }) => block.kind !== 'problems'), told],
    problems,
    previous,
  };
}

/** Writes the Problems tab again, with what only turned up while writing, and what a user has typed into that tab meanwhile. */
function report(writing: Writing, render: Publication['render'], problems: readonly Problem[]): Reported {
  const { workbook, targets, log, moment } = writing;
  const block = render(problems).find(({ kind }) => kind === 'problems');
  if (block === undefined) return { problems };
  const wanted = [{ kind: block.kind, title: GENERATED_TABS.problems }];
  const known = targets.find((target) => target.block.kind === 'problems');
  const tab = known?.tab ?? tabOf(makeOwnTabs(workbook, workbook.tabs(), new Map(), wanted), block.kind);
  const position = { rows: 0, columns: writtenColumns(block).length, isFresh: true, isOlder: false, ...known };
  const target = { ...position, block, tab, rows: Math.max(position.rows, block.rows.length + 2), needsRoom: true };
  growTab(workbook, target);
  if (target.isFresh) formatTarget(workbook, target);
  const typed = typedNow(workbook, tab, target).filter(
    ({ problem }) => !problems.some(({ at, found }) => at === problem.at && found === problem.found),
  );
  if (typed.length > 0) {
    log.append(typed.map(typedEntry), moment, true);
    const others = targets.filter((each) => each !== known);
    return report({ ...writing, targets: [...others, target] }, render, [...problems, ...typed.map(({ problem }) => problem)]);
  }
  writeRows(writing, target, 0, Infinity);
  workbook.flush();
  acceptable(differencesOf(writing, target, workbook.read(tab)));
  return { target, problems };
}

interface Reported {
  readonly problems: readonly Problem[];
  readonly target?: Target;
}

function overwritten({ about, text }: LoggedEntry): Problem {
  return typedOver(about, text, 'A user had typed here since the last run; the run has written its own results over it.');
}
