/** Says in the stamp of the Summary that plan or accounts have changed since the run: generated tabs hold no formulas that could. */
import type { Grid } from '../../sheet/grid';
import { shownText } from '../../sheet/parse/text';
import { planJsonOf } from '../../sheet/plan/planJson';
import type { PlanKey } from '../../sheet/plan/tabs';
import { TEXT } from '../../sheet/ownTabs/block';
import { isGenerated } from '../../sheet/ownTabs/tabKind';
import { isNewerLayout } from '../../sheet/ownTabs/layout';
import { readStamp, stampText, type Changed, type Stamp } from '../../sheet/ownTabs/stamp';
import { lastOf, planEntry, type Log } from './log';
import { ownSummary } from '../workbook/ownSummary';
import type { Tab } from '../workbook/tab';
import type { Workbook } from '../workbook/workbook';

/** What differs from the run. Undefined for the lists where nobody has looked: then the stamp keeps what it says of them. */
export interface Seen {
  readonly plan: boolean;
  readonly accounts: boolean | undefined;
}

/**
 * After plan tabs were written: `plan` as it stood before, `written` over it, beside the plan of the run as the log has it. The caller holds the lock.
 * That the Summary cannot be written is no reason to call the plan unsaved: the sidebar reports it all the same.
 */
export function stampPlanChanged(
  workbook: Workbook,
  tabs: readonly Tab[],
  { entries }: Pick<Log, 'entries'>,
  plan: ReadonlyMap<PlanKey, { readonly grid: Grid }>,
  written: readonly { readonly key: PlanKey; readonly grid: Grid }[],
): void {
  try {
    const own = ownSummary(workbook, tabs);
    if (own === undefined) return;
    const now = new Map([...plan, ...written.map(({ key, grid }) => [key, { grid }] as const)]);
    const ran = lastOf(entries, ({ kind, run }) => kind === 'run' && run === own.stamp.runId);
    stampChanged(workbook, tabs, own, { plan: planEntry(planJsonOf(now)).about !== ran?.about, accounts: undefined });
  } catch {
    // See above.
  }
}

/** True where the stamp says what was seen, or may not say it: of an unfinished run, and of a newer version. */
export function isStampedChanged(stamp: Stamp, seen: Seen): boolean {
  return stamp.state !== 'OK' || isNewerLayout(stamp.layout) || changedOf(seen, stamp.changed) === stamp.changed;
}

/**
 * Rewrites the Summary's first cell, if it says otherwise and still holds this committed run; then those of the other tabs of the run,
 * where people read its results too. The caller holds the lock.
 */
export function stampChanged(
  workbook: Workbook,
  tabs: readonly Tab[],
  { tab, stamp }: { readonly tab: Tab; readonly stamp: Stamp },
  seen: Seen,
): void {
  if (isStampedChanged(stamp, seen)) return;
  const stampIn = (each: Tab): Stamp | undefined => readStamp(shownText(workbook.readBack(each, 1, 1, 1, 1)[0]?.[0] ?? ''));
  const held = stampIn(tab);
  if (held?.state !== 'OK' || held.runId !== stamp.runId) return;
  const changed = changedOf(seen, held.changed);
  const say = (each: Tab, own: Stamp): void => {
    const text = stampText({ ...own, changed });
    workbook.write(each, { row: 1, column: 1, cells: [[text]], formats: [TEXT] }, 'format');
  };
  say(tab, held);
  workbook.flush();
  for (const each of tabs) {
    const own = each.id !== tab.id && isGenerated(each.kind) ? stampIn(each) : undefined;
    if (own?.runId === held.runId) say(each, own);
  }
  workbook.flush();
}

function changedOf({ plan, accounts }: Seen, before: Changed | undefined): Changed | undefined {
  const lists = accounts ?? (before === 'accounts' || before === 'plan and accounts');
  if (plan) return lists ? 'plan and accounts' : 'plan';
  return lists ? 'accounts' : undefined;
}
