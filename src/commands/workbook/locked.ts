/** The document's lock around a piece of work: waited for at most 10 s, let go however the work ends. */
import { GENERATED_TABS } from '../../sheet/ownTabs/block';
import { isNewerLayout } from '../../sheet/ownTabs/layout';
import { refusal, Refusal, type Problem } from '../../sheet/problem';
import type { Stamp } from '../../sheet/ownTabs/stamp';
import { ownSummary } from './ownSummary';
import { isViewer, noPermission } from './permission';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

/**
 * For a run, which looks at our tabs itself.
 * @throws Refusal when another run holds the lock, or there is none to be had; Refusal where the file is only shown to this user.
 */
export function locked<T>(workbook: Workbook, work: () => T): T {
  if (!workbook.lock())
    throw new Refusal(
      refusal({ code: 'LOCKED', message: 'Another run is writing in this file.', fix: 'Wait a minute and run again.' }),
    );
  try {
    return work();
  } catch (error) {
    throw forViewer(workbook, error);
  } finally {
    workbook.unlock();
  }
}

/** {@link locked} for work that writes and is given the tabs. @throws Refusal where a newer version has written: then this one only reads. */
export function lockedTabs<T>(workbook: Workbook, work: (tabs: readonly Tab[]) => T): T {
  return locked(workbook, () => {
    const tabs = workbook.tabs();
    assertLayoutNotNewer([ownSummary(workbook, tabs)?.stamp]);
    return work(tabs);
  });
}

/** Stops before a newer add-on's tabs are written over. */
export function assertLayoutNotNewer(stamps: readonly (Stamp | undefined)[]): void {
  const newer = newerIn(stamps);
  if (newer.length > 0) throw new Refusal(newer, { wrote: 'nothing' });
}

/** What a newer version has written, as the sentence that says so; empty where none has. */
export function newerIn(stamps: readonly (Stamp | undefined)[]): readonly Problem[] {
  const newer = stamps.find((stamp) => isNewerLayout(stamp?.layout));
  if (newer === undefined) return [];
  const message = `A newer version of the add-on (${newer.version}) has written the results, so this one only reads them.`;
  const fix = 'Close the file and open it again to get the newest version.';
  const at = GENERATED_TABS.summary;
  return [refusal({ code: 'NEWER_LAYOUT', at, found: newer.version, message, fix })];
}

const VIEW_ONLY = 'You may not edit this file: it is shared with you for viewing only, or every tab is protected.';

/** What Sheets says to one who may only look is said in its own words and tells nobody what to do. */
function forViewer(workbook: Workbook, error: unknown): unknown {
  const [first] = error instanceof Refusal ? error.problems : [];
  if (first !== undefined && !['NO_ROOM', 'NO_PERMISSION'].includes(first.code)) return error;
  try {
    return isViewer(workbook) ? new Refusal({ ...noPermission(''), message: VIEW_ONLY }, { wrote: 'nothing' }) : error;
  } catch {
    return error;
  }
}
