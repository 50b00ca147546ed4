/** The plan's tabs in a workbook: found by metadata, else by their title and complete headers, and read. */
import type { Grid } from '../sheet/grid';
import { missingHeaders } from '../sheet/plan/planTable';
import type { PlanGrids } from '../sheet/plan/readPlan';
import { PLAN_KEYS, PLAN_TABS, type PlanKey } from '../sheet/plan/tabs';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

export interface FoundPlanTab {
  readonly tab: Tab;
  readonly grid: Grid;
}

/** Kind in the metadata of a plan tab. */
export function planKind(key: PlanKey): string {
  return `plan-${key}`;
}

/** The plan tabs that exist, read. */
export function findPlanTabs(workbook: Workbook, tabs: readonly Tab[]): ReadonlyMap<PlanKey, FoundPlanTab> {
  const found = new Map<PlanKey, FoundPlanTab>();
  for (const key of PLAN_KEYS) {
    const tab =
      tabs.find(({ kind }) => kind === planKind(key)) ??
      tabs.find((other) => other.kind === undefined && other.title === PLAN_TABS[key].title);
    if (tab === undefined) continue;
    const grid = workbook.read(tab);
    // Without our metadata a tab counts only with its complete headers: a team's own tab of the same title stays theirs.
    if (tab.kind !== undefined || missingHeaders(key, grid).length === 0) found.set(key, { tab, grid });
  }
  return found;
}

/** The grids as the plan's reader takes them. */
export function planGridsOf(found: ReadonlyMap<PlanKey, FoundPlanTab>): PlanGrids {
  return new Map(
    [...found].map(([key, { tab, grid }]) => [
      key,
      {
        get tab() {
          return tab.title;
        },
        grid,
      },
    ]),
  );
}
