/** The plan's tabs in a workbook: found by metadata, else by their title and complete headers, and read. */
import type { Grid } from '../../sheet/grid';
import { missingHeaders, type PlanGrid } from '../../sheet/plan/planTable';
import type { PlanGrids } from '../../sheet/plan/readPlan';
import { PLAN_KEYS, PLAN_TABS, type PlanKey } from '../../sheet/plan/tabs';
import { planKind } from '../../sheet/ownTabs/tabKind';
import { isOwnTitle } from './ownTabs';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

export interface FoundPlanTab {
  readonly tab: Tab;
  readonly grid: Grid;
}

/** The plan tabs that exist, read. */
export function findPlanTabs(workbook: Workbook, tabs: readonly Tab[]): ReadonlyMap<PlanKey, FoundPlanTab> {
  const found = new Map<PlanKey, FoundPlanTab>();
  for (const key of PLAN_KEYS) {
    const own = tabs.find(({ kind }) => kind === planKind(key));
    const others = (): readonly Tab[] =>
      tabs.filter(({ id, kind }) => kind === undefined && isOwnTitle(workbook.titleOf(id), PLAN_TABS[key].title));
    for (const tab of own === undefined ? others() : [own]) {
      const grid = workbook.read(tab);
      // Without our metadata a tab counts only with its complete headers: a team's own tab of the same title stays theirs.
      if (found.has(key) || (tab !== own && missingHeaders(key, grid).length > 0)) continue;
      found.set(key, { tab, grid });
    }
  }
  return found;
}

/** So many of its headers tell that a tab called Results is meant to be ours. */
const FEWEST_HEADERS = 3;

/** A tab of the team's called Results that would be read if it lacked no column; none where one is read. */
export function unfitResults(
  workbook: Workbook,
  tabs: readonly Tab[],
  found: ReadonlyMap<PlanKey, FoundPlanTab>,
): PlanGrid | undefined {
  if (found.has('results')) return undefined;
  const { title, headers, optional } = PLAN_TABS.results;
  for (const tab of tabs.filter(({ id, kind }) => kind === undefined && isOwnTitle(workbook.titleOf(id), title))) {
    const grid = workbook.read(tab);
    if (headers.length - optional.length - missingHeaders('results', grid).length >= FEWEST_HEADERS) return { tab: tab.id, grid };
  }
  return undefined;
}

/** The grids as the plan's reader takes them, with the ids of their tabs. */
export function planGridsOf(found: ReadonlyMap<PlanKey, FoundPlanTab>): PlanGrids {
  return new Map([...found].map(([key, { tab, grid }]) => [key, { tab: tab.id, grid }]));
}
