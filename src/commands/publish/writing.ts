/** A run that is being written: what it is, where it goes, and the one cell that commits it. */
import type { Grid } from '../../sheet/grid';
import { shownText } from '../../sheet/parse/text';
import { TEXT } from '../../sheet/render/block';
import { readStamp, stampText, type Lease, type Stamp } from '../../sheet/stamp';
import { LAYOUT_VERSION } from '../../sheet/version';
import type { Log } from '../log';
import type { Tab } from '../tab';
import type { Moment, Rectangle, Workbook } from '../workbook';
import type { Place } from './preflight';
import type { Publication } from './publication';

/** A run that is being written; between the calls of a long one it is made anew from the stamp. */
export interface Writing {
  readonly workbook: Workbook;
  readonly moment: Moment;
  readonly stamp: Publication['stamp'];
  readonly log: Log;
  readonly targets: readonly Target[];
}

export interface Target extends Place {
  readonly tab: Tab;
}

/** Another install has no part in our lock: what it began meanwhile is not ours to commit. `seen` is the Summary as just read. */
export function refuseOthers(writing: Writing, seen?: Grid): void {
  const holder = seen === undefined ? heldStamp(writing) : stampIn(seen);
  if (holder?.runId !== writing.stamp.runId)
    throw new Error('Another run has begun to write in this file meanwhile, so this one was not completed. Run again.');
}

/** Rewrites the one cell that commits, with whatever waits to be written before it. */
export function writeStamp(writing: Writing, state: Stamp['state'], lease?: Lease): void {
  const { workbook, targets, stamp } = writing;
  const [summary] = targets;
  if (summary === undefined) return;
  workbook.write(summary.tab, stampCell(stamp, state, lease), 'format');
  workbook.flush();
  const held = heldStamp(writing);
  if (held?.state !== state || held.runId !== stamp.runId)
    throw new Error('The last cell did not arrive in the sheet. Run again.');
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
