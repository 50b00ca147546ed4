/** A run on its way into the sheet: what is known before it is written, and what it is written with. */
import type { Problem } from '../../../sheet/problem';
import type { Log } from '../log';
import type { Tab } from '../../workbook/tab';
import type { Moment, Workbook } from '../../workbook/workbook';
import type { Checked, Footprint } from './preflight';
import type { Publication } from './publication';

/** A run that may be written: all that could forbid it has been looked at. */
export interface CheckedRun {
  readonly workbook: Workbook;
  readonly publication: Publication;
  /** The tabs as they were listed. */
  readonly tabs: readonly Tab[];
  readonly checked: Checked;
  /** What is reported of cells the run will write over. */
  readonly reported: readonly Problem[];
  /** With run id and time of the run it goes on with, where it does. */
  readonly stamp: Publication['stamp'];
  readonly moment: Moment;
  /** Rows of `Scores` that an earlier call has written. */
  readonly start: number;
}

/** A run that is being written; between the calls of a long one it is made again from the stamp. */
export interface Writing {
  readonly workbook: Workbook;
  readonly moment: Moment;
  readonly stamp: Publication['stamp'];
  readonly log: Log;
  /** The Summary first. */
  readonly targets: readonly Target[];
}

/** A block and the tab it goes into. */
export interface Target extends Footprint {
  readonly tab: Tab;
}
