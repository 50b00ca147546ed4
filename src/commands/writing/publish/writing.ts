/** A run that is being written: what it is and where it goes. */
import type { Log } from '../log';
import type { Tab } from '../../workbook/tab';
import type { Moment, Workbook } from '../../workbook/workbook';
import type { Footprint } from './preflight';
import type { Publication } from './publication';

/** A run that is being written; between the calls of a long one it is made again from the stamp. */
export interface Writing {
  readonly workbook: Workbook;
  readonly moment: Moment;
  readonly stamp: Publication['stamp'];
  readonly log: Log;
  readonly targets: readonly Target[];
}

export interface Target extends Footprint {
  readonly tab: Tab;
}
