/** The one gate through which generated tabs are written: everything is checked first, the Summary's first cell commits. */
import { cellText, isSameCell } from '../sheet/cellText';
import type { Cell, Grid } from '../sheet/grid';
import { addressOf } from '../sheet/grid';
import { isMark, markOf, MARKS } from '../sheet/marks';
import { shownText } from '../sheet/parse/text';
import type { Typed } from '../sheet/ownBlock';
import { GENERATED_TABS, TEXT, type Block } from '../sheet/render/block';
import { readStamp, stampText, type Lease, type Stamp } from '../sheet/stamp';
import { clipped, Refusal, type Problem } from '../sheet/problem';
import { LAYOUT_VERSION } from '../sheet/version';
import { LOG, lastOf, openLog, planEntries, type Log, type LogEntry, type LoggedEntry } from './log';
import { makeOwnTabs } from './ownTabs';
import { preflight, writtenColumns, type Checked, type Place } from './preflight';
import type { PlanJson } from './protocol';
import type { Moment, Tab, Workbook } from './workbook';

/** What is to be published, and what it was made of. */
export interface Publication {
  /** The blocks with these problems beside those of the run; the first is the Summary. */
  readonly render: (problems: readonly Problem[]) => readonly Block[];
  readonly stamp: Omit<Stamp, 'state' | 'layout' | 'lease'>;
  readonly plan: PlanJson;
  /** Figures for the log, from which the next run tells what changed. */
  readonly counts: string;
}

export interface Published {
  /** Titles of the tabs written, in order. */
  readonly written: readonly string[];
  /** What was found or could not be done while writing. */
  readonly problems: readonly Problem[];
  /** The run before this one, where the log knows it. */
  readonly previous: LoggedEntry | undefined;
}

/** A run that is being written; between the calls of a long one it is made anew from the stamp. */
interface Writing {
  readonly workbook: Workbook;
  readonly moment: Moment;
  readonly stamp: Publication['stamp'];
  readonly log: Log;
  readonly targets: readonly Target[];
}

interface Target extends Place {
  readonly tab: Tab;
}

/** No call runs longer than 6 minutes: a lease that is older belongs to a run that died. */
export const LEASE_MINUTES = 7;
/** Rows of a rectangle in one step. */
export const STEP_ROWS = 20_000;

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
  const checked = preflight(workbook, publication.render([]), tabs, moment);
  const found = [...checked.notes, ...checked.typed.map(({ problem }) => problem)];
  // What was typed over is told in Problems, which may make that tab longer or call for it: so it is checked once more.
  const final = found.length === 0 ? checked : preflight(workbook, publication.render(found), tabs, moment, checked);
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
  return { runId: stamp.runId, done: rows, of: rows, published: finish(writing, publication.render, publication.counts, found) };
}

function leaseOf({ install, minute }: Moment, done: number): Lease {
  return { install, until: minute + LEASE_MINUTES, done };
}

/** The unfinished run of this install that the step goes on with; none when plan or lists have changed since: then all is written anew. */
function resumable(stamp: Stamp | undefined, { stamp: now }: Publication, { install }: Moment): Stamp | undefined {
  const isSame = stamp?.planHash === now.planHash && stamp.listHash === now.listHash && stamp.version === now.version;
  return isSame && stamp.state === 'UPDATING' && stamp.lease?.install === install && stamp.lease.done > 0 ? stamp : undefined;
}

/** From here on every stop is visible. What will be written over goes to the log, and arrives there, before it is. */
function begin(
  workbook: Workbook,
  { stamp, plan }: Publication,
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
  for (const target of targets) refuseEdited(workbook, target, checked);
  for (const target of targets) prepare(workbook, target);
  return { workbook, moment, stamp, log, targets };
}

/** A lock stops no people: what was typed since the tab was read must not be written over unseen. Only the moment until the flush is left. */
function refuseEdited(workbook: Workbook, { block, tab, needsRoom }: Target, { olds }: Checked): void {
  const old = olds.get(block.kind);
  if (old === undefined) return;
  const { grid } = old;
  // Without growth the rectangle lies within what was read, and one round trip shows it.
  const now = needsRoom ? workbook.read(tab) : workbook.readBack(tab, 1, 1, old.rows, old.columns);
  const isSummary = block.kind === 'summary';
  const height = Math.max(grid.length, now.length);
  for (let row = isSummary ? 1 : 0; row < height; row += 1) {
    const [before = [], after = []] = [grid[row], now[row]];
    const index = Array.from({ length: Math.max(before.length, after.length) }, (_, column) => column).find(
      (column) => !isSameCell(before[column] ?? '', after[column] ?? ''),
    );
    if (index === undefined) continue;
    const at = addressOf(tab.title, row + 1, index + 1);
    const message = 'Somebody has edited this tab while the run was about to write it, so it was left as it is.';
    const found = clipped(shownText(after[index] ?? ''));
    throw new Refusal([{ code: 'EDITED_MEANWHILE', severity: 'refusal', at, found, message, fix: 'Run again.', count: 1 }]);
  }
}

function tabOf(made: ReadonlyMap<string, Tab>, kind: string): Tab {
  const tab = made.get(kind);
  if (tab === undefined) throw new Error(`The tab "${kind}" could not be made. Run again.`);
  return tab;
}

function entryOf({ problem, cells }: Typed): LogEntry {
  return { kind: 'typed', about: problem.at, text: JSON.stringify(cells) };
}

/** Growth first, then the looks of a tab that holds nothing of ours yet. */
function prepare(workbook: Workbook, { block, tab, rows, columns, isFresh, needsRoom }: Target): void {
  if (needsRoom) workbook.grow(tab, rows, columns);
  if (!isFresh) return;
  const all = writtenColumns(block);
  workbook.dress(tab, {
    frozenRows: 2,
    frozenColumns: block.frozenColumns,
    widths: all.map(({ width }, index) => [index + 1, width]),
    headerRow: 2,
    headerNotes: all.map(({ note }, index) => [index + 1, note]),
    hiddenColumns: [all.length],
  });
}

/** Block rows from `first` to before `last`; with the first ones the stamp and the headers, with the last ones blanks over an older, longer run. */
function writeRows({ workbook, log, stamp }: Writing, target: Target, first: number, last: number): void {
  const { block, tab } = target;
  if (first >= block.rows.length && first > 0) return;
  const text = block.kind === 'summary' ? undefined : stampText({ ...stamp, layout: LAYOUT_VERSION, state: 'OK' });
  const all = rectangleOf(target, text);
  const from = first <= 0 ? (text === undefined ? 1 : 0) : first + 2;
  const cells = all.slice(from, last >= block.rows.length ? undefined : last + 2);
  const formats = Array.from({ length: target.columns }, (_, index) => writtenColumns(block)[index]?.format ?? 'General');
  workbook.write(tab, { row: from + 1, column: 1, cells, formats }, log.guard);
}

/** Stamp, headers, rows with their marks, then blanks as far as an older run reached. */
function rectangleOf({ block, rows, columns }: Place, stamp = ''): Grid {
  const padded = (cells: readonly Cell[]): Cell[] => Array.from({ length: columns }, (_, index) => cells[index] ?? '');
  const filled: (readonly Cell[])[] = [
    padded([stamp]),
    padded(writtenColumns(block).map(({ header }) => header)),
    ...bodyOf(block).map((cells) => (cells.length === columns ? cells : padded(cells))),
  ];
  while (filled.length < rows) filled.push(padded([]));
  return filled;
}

let bodies: WeakMap<Block, readonly (readonly Cell[])[]> | undefined;

/** The rows as they are written, each with its mark; made once a block, since writing and comparing both ask. */
function bodyOf(block: Block): readonly (readonly Cell[])[] {
  bodies ??= new WeakMap();
  const known = bodies.get(block);
  if (known !== undefined) return known;
  const body = block.rows.map((row) => {
    const cells = row.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell));
    return [...cells, markOf(cells)];
  });
  bodies.set(block, body);
  return body;
}

/** Reads everything back; what differs is written once more, and what differs then is told or stops the run. Then the commit. */
function finish(writing: Writing, render: Publication['render'], counts: string, found: readonly Problem[]): Published {
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
  log.append([{ kind: 'run', about: stamp.planHash, text: counts }], moment);
  workbook.flush();
  setStamp(writing, 'OK');
  const previous = lastOf(log.entries, ({ kind, run }) => kind === 'run' && run !== stamp.runId);
  return { written: targets.map(({ tab }) => tab.title), problems, previous };
}

/** @throws Refusal when a number, a formula or a lost cell is among them; text that stayed text is only told. */
function acceptable(differences: readonly Problem[]): readonly Problem[] {
  const wrong = differences.filter(({ severity }) => severity === 'refusal');
  if (wrong.length > 0) throw new Refusal(wrong);
  return differences;
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

/** Rewrites the one cell that commits, if it is still this run's. */
function setStamp({ workbook, targets, stamp }: Writing, state: Stamp['state'], lease?: Lease): void {
  const [summary] = targets;
  if (summary === undefined) return;
  const holder = (): Stamp | undefined => readStamp(shownText(workbook.readBack(summary.tab, 1, 1, 1, 1)[0]?.[0] ?? ''));
  // Another install has no part in our lock: what it began meanwhile is not ours to commit.
  if (holder()?.runId !== stamp.runId)
    throw new Error('Another run has begun to write in this file meanwhile, so this one was not completed. Run again.');
  const text = stampText({ ...stamp, layout: LAYOUT_VERSION, state, ...(lease === undefined ? {} : { lease }) });
  workbook.write(summary.tab, { row: 1, column: 1, cells: [[text]], formats: [TEXT] }, 'format');
  workbook.flush();
  if (holder()?.state !== state) throw new Error('The last cell did not arrive in the sheet. Run again.');
}

/** Cells that do not hold what was written, at most 20 a tab; the Summary's first cell is the commit's own. */
function differencesOf({ workbook, stamp }: Writing, target: Target): readonly Problem[] {
  const { tab, rows, columns, block } = target;
  const isSummary = block.kind === 'summary';
  const wanted = rectangleOf(target, isSummary ? '' : stampText({ ...stamp, layout: LAYOUT_VERSION, state: 'OK' }));
  const found = workbook.read(tab);
  const differences: Problem[] = leftovers(tab, found, rows, columns);
  wanted.forEach((cells, row) => {
    cells.forEach((cell, index) => {
      const now = found[row]?.[index] ?? '';
      if (differences.length < 20 && !isSameCell(cell, now) && !(isSummary && row === 0 && index === 0))
        differences.push(differs(addressOf(tab.title, row + 1, index + 1), cell, now, row > 1));
    });
  });
  return differences;
}

/** Rows and columns of ours outside the rectangle: somebody has inserted one while it was written, and pushed old cells out of it. */
function leftovers(tab: Tab, found: Grid, rows: number, columns: number): Problem[] {
  const row = found.findIndex((cells, index) => index >= rows && cells.slice(0, columns).some(isMark));
  const column = (found[1] ?? []).findIndex((cell, index) => index >= columns && cell === MARKS);
  const places: (readonly [number, number])[] = [
    ...(row < 0 ? [] : [[row, 0] as const]),
    ...(column < 0 ? [] : [[1, column] as const]),
  ];
  return places.map(([y, x]) => differs(addressOf(tab.title, y + 1, x + 1), '', found[y]?.[x] ?? '', false));
}

/** Text that stayed text is only told: a wrong number, a formula or a lost cell stops the run. */
function differs(at: string, wanted: Cell, found: Cell, isBody: boolean): Problem {
  const isTold = isBody && typeof wanted === 'string' && typeof found === 'string' && wanted !== '' && found !== '';
  return {
    code: 'CELL_DIFFERS',
    severity: isTold ? 'problem' : 'refusal',
    at,
    found: clipped(JSON.stringify(found)),
    message: `The sheet holds ${clipped(JSON.stringify(found))} where ${clipped(JSON.stringify(wanted))} was written.`,
    fix: isTold
      ? 'The sheet does not keep this text as it is.'
      : 'Somebody may be typing there, or the cell has a rule of its own. Run again.',
    count: 1,
  };
}
