/** The first steps of a run that write: tabs, the stamp that says `UPDATING`, and in the log what will be written over. */
import { GENERATED_TABS } from '../../../sheet/ownTabs/block';
import { makeOwnTabs, tabOf } from '../../workbook/ownTabs';
import type { Tab } from '../../workbook/tab';
import { LOG, openLog, planEntries, typedEntry, type Log } from '../log';
import { stampCell } from './commit';
import { assertOwnSummary } from './compare';
import { leaseOf } from './lease';
import { formatTarget, growTab, withRoom } from './rectangle';
import type { CheckedRun, Target, Writing } from './writing';

/** Where the blocks go, the Summary first, and the tab of the log. */
export interface Places {
  readonly targets: readonly Target[];
  readonly log: Tab;
}

/** Makes the tabs that are missing and gives each the room its block needs. @throws Refusal where the file has no room. */
export function makePlaces({ workbook, checked, tabs }: CheckedRun): Places {
  const wanted = [...checked.footprints.map(({ block }) => ({ kind: block.kind, title: GENERATED_TABS[block.kind] })), LOG];
  const made = withRoom(
    () => '',
    'new tabs',
    () => makeOwnTabs(workbook, tabs, checked.found, wanted),
  );
  const targets = checked.footprints.map((footprint) => ({ ...footprint, tab: tabOf(made, footprint.block.kind) }));
  for (const target of targets) growTab(workbook, target);
  return { targets, log: tabOf(made, LOG.kind) };
}

/** Writes `UPDATING` with run id and lease; it arrives with the first flush, that of the text guard's probe. @throws Refusal where the cell is not as it was read. */
export function markUpdating({ workbook, checked, stamp, moment, start }: CheckedRun, { targets, log }: Places): Writing {
  const [summary] = targets;
  if (summary === undefined) throw new Error('A run without a Summary has no cell to commit.');
  const opened = openLog(workbook, log, () => {
    assertOwnSummary(workbook, summary, checked.olds.get('summary')?.grid);
    workbook.write(summary.tab, stampCell(stamp, 'UPDATING', leaseOf(moment, start)), 'format');
  });
  return { workbook, moment, stamp, log: opened, targets };
}

/** The plan, unless it was the last one logged, and each row a user had typed over. */
export function logBefore({ workbook, checked, publication, moment }: CheckedRun, log: Log): void {
  const entries = [...planEntries(log, publication.plan), ...checked.typed.map(typedEntry)];
  if (entries.length > 0) log.append(entries, moment);
  workbook.flush();
}

/** The looks of tabs that hold nothing of ours yet, or columns of an older layout. */
export function formatFresh({ workbook, targets }: Writing): void {
  for (const target of targets) if (target.isFresh || target.isOlder) formatTarget(workbook, target);
}
