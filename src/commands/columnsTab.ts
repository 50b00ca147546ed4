/** The hidden tab `Columns`: written with the first run that finds none, for the team to see and change; never written again. */
import type { Grid } from '../sheet/grid';
import type { JsonRow } from '../sheet/plan/planJson';
import type { PlanKey } from '../sheet/plan/tabs';
import { columnRows } from '../sheet/propose/columnRows';
import type { ReadLists } from '../sheet/lists/readLists';
import type { FoundPlanTab } from './planTabs';
import type { Log } from './log';
import { arrangedTab, writeTabs } from './savePlan';
import type { Workbook } from './workbook';

/** Plan tabs as they are found. */
export type PlanTabs = ReadonlyMap<PlanKey, FoundPlanTab>;

/** What was recognised, where no tab says so yet; a tab that a stop left without headers is none. Undefined where there is one. */
export function missingColumns(
  plans: PlanTabs,
  read: ReadLists,
  contactsTab: string | undefined,
): readonly JsonRow[] | undefined {
  const known = plans.get('columns');
  const isThere = known?.grid.some((cells) => cells.some((cell) => cell !== '')) === true;
  return isThere ? undefined : columnRows(read, contactsTab);
}

/** The plan as it stands once the tab is there. */
export function withColumns(
  workbook: Workbook,
  plans: PlanTabs,
  rows: readonly JsonRow[] | undefined,
): ReadonlyMap<PlanKey, { readonly grid: Grid }> {
  if (rows === undefined) return plans;
  const { grid } = arrangedTab(workbook, 'columns', undefined, rows);
  return new Map<PlanKey, { readonly grid: Grid }>([...plans, ['columns', { grid }]]);
}

export function writeColumns(workbook: Workbook, plans: PlanTabs, rows: readonly JsonRow[], log: Log): void {
  // The result tabs have been made meanwhile.
  writeTabs(workbook, workbook.tabs(), [arrangedTab(workbook, 'columns', plans.get('columns'), rows)], log);
}
