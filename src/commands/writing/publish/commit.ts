/** The one cell that commits a run, and whose run it holds: another install has no part in our lock. */
import type { Grid } from '../../../sheet/grid';
import { shownText } from '../../../sheet/parse/text';
import { refusal, Refusal } from '../../../sheet/problem';
import { TEXT } from '../../../sheet/ownTabs/block';
import { readStamp, stampText, type Lease, type Stamp } from '../../../sheet/ownTabs/stamp';
import { LAYOUT_VERSION } from '../../../sheet/ownTabs/version';
import type { Rectangle } from '../../workbook/workbook';
import { writtenColumns } from './preflight';
import { rectangleOf } from './rectangle';
import type { Writing } from './writing';

/** Another run holds the Summary, or a user has typed over its first cell. */
function superseded(): Refusal {
  const message = 'Another run, or a user, has written over Summary!A1 meanwhile, so this one stopped.';
  return new Refusal(refusal({ code: 'SUPERSEDED', message, fix: 'Run again.' }), { wrote: 'part' });
}

/** Stops where another run holds the Summary, which is not ours to write over. `seen` is the Summary as just read. */
export function assertHolder({ stamp }: Pick<Writing, 'stamp'>, seen: Grid): void {
  if (stampIn(seen)?.runId !== stamp.runId) throw superseded();
}

/** Stops where another run holds the Summary, and marks both unfinished: rows of ours may lie over its own by now. */
export function abortIfSuperseded(writing: Writing, seen?: Grid): void {
  const holder = seen === undefined ? heldStamp(writing) : stampIn(seen);
  if (holder?.runId === writing.stamp.runId) return;
  if (holder !== undefined) rollBack(writing);
  throw superseded();
}

/**
 * The part of a run that has rows of its own in the tabs. Where it stops while another run holds the Summary, both are marked unfinished:
 * that run may have looked at its rows before ours came over them.
 */
export function whileWritten<Value>(writing: Writing, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const holder = error instanceof Refusal ? heldStamp(writing) : undefined;
    if (holder !== undefined && holder.runId !== writing.stamp.runId) rollBack(writing);
    throw error;
  }
}

/** The tabs hold no run whole: anybody may begin one at once. */
function rollBack({ workbook, stamp, moment, targets: [summary] }: Writing): void {
  if (summary === undefined) return;
  workbook.write(summary.tab, stampCell(stamp, 'UPDATING', { install: moment.install, until: 0, done: 0 }), 'format');
  workbook.flush();
}

/** Rewrites the one cell that commits, with whatever waits to be written before it. Without a lease it commits. */
export function writeStamp(writing: Writing, lease?: Lease): void {
  const { workbook, targets, stamp } = writing;
  const [summary] = targets;
  if (summary === undefined) return;
  const state = lease === undefined ? 'OK' : 'UPDATING';
  workbook.write(summary.tab, stampCell(stamp, state, lease), 'format');
  workbook.flush();
  const isLast = lease === undefined;
  const found = workbook.readBack(summary.tab, 1, 1, isLast ? summary.rows : 1, isLast ? summary.columns : 1);
  const held = stampIn(found);
  if (held?.state !== state || held.runId !== stamp.runId)
    throw new Refusal(
      refusal({ code: 'COMMIT_LOST', message: 'Summary!A1 does not hold what was written.', fix: 'Run again.' }),
      { wrote: 'part' },
    );
  // Rows of another run carry its marks: they came between our last look and the commit.
  const column = writtenColumns(summary.block).length - 1;
  if (!isLast || rectangleOf(summary).every((cells, row) => row < 2 || cells[column] === found[row]?.[column])) return;
  rollBack(writing);
  throw superseded();
}

/** The Summary's first cell. It needs no guard: nothing in a stamp reads as a formula or a number. */
export function stampCell(stamp: Writing['stamp'], state: Stamp['state'], lease?: Lease): Rectangle {
  const text = stampText({ ...stamp, layout: LAYOUT_VERSION, state, ...(lease === undefined ? {} : { lease }) });
  return { row: 1, column: 1, cells: [[text]], formats: [TEXT] };
}

function heldStamp({ workbook, targets: [summary] }: Writing): Stamp | undefined {
  return summary === undefined ? undefined : stampIn(workbook.readBack(summary.tab, 1, 1, 1, 1));
}

function stampIn(grid: Grid): Stamp | undefined {
  return readStamp(shownText(grid[0]?.[0] ?? ''));
}
