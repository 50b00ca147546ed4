/** A run that is being written: what it is, where it goes, and the one cell that commits it. */
import { shownText } from '../../sheet/parse/text';
import { TEXT } from '../../sheet/render/block';
import { readStamp, stampText, type Lease, type Stamp } from '../../sheet/stamp';
import { LAYOUT_VERSION } from '../../sheet/version';
import type { Log } from '../log';
import type { Moment, Tab, Workbook } from '../workbook';
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

/** Rewrites the one cell that commits, if it is still this run's. */
export function setStamp({ workbook, targets, stamp }: Writing, state: Stamp['state'], lease?: Lease): void {
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
