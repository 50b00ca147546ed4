/** What publishing is given, and what it gives back. */
import type { Block } from '../../../sheet/ownTabs/block';
import type { Problem } from '../../../sheet/problem';
import type { Stamp } from '../../../sheet/ownTabs/stamp';
import type { Log, LoggedEntry } from '../log';
import type { PlanJson } from '../../protocol/requests';
import type { Tab } from '../../workbook/tab';

/** What is to be published, and what it was made of. */
export interface Publication {
  /** The blocks with these problems beside those of the run; the first is the Summary. */
  readonly render: (problems: readonly Problem[]) => readonly Block[];
  readonly stamp: Omit<Stamp, 'state' | 'layout' | 'lease'>;
  readonly plan: PlanJson;
  /** Writes what must be there beside the results, in a tab of its own; once the log holds the plan. */
  readonly first?: (log: Log) => void;
  /** Figures for the log, from which the next run tells what changed. */
  readonly counts: string;
}

export interface Published {
  /** What was written where, the Summary first. */
  readonly targets: readonly { readonly tab: Tab; readonly block: Block; readonly rows: number }[];
  /** What was found or could not be done while writing. */
  readonly problems: readonly Problem[];
  /** The run before this one, where the log knows it. */
  readonly previous: LoggedEntry | undefined;
}
