/** Plan tabs as they are wanted: logged as they stand, then brought to the wanted rows, with the team's columns beside them. */
import type { Grid } from '../../sheet/grid';
import { planJsonOf } from '../../sheet/plan/planJson';
import { PLAN_TABS, type PlanKey } from '../../sheet/plan/tabs';
import { havingWritten } from '../../sheet/problem';
import type { PlanRow } from '../protocol/requests';
import { findOwnTabs, makeOwnTabs, tabOf } from '../workbook/ownTabs';
import { assertEditable } from '../workbook/permission';
import { arrangedRows, planColumns } from '../workbook/planRows';
import { planKind } from '../../sheet/ownTabs/tabKind';
import type { FoundPlanTab } from '../workbook/planTabs';
import type { Tab } from '../workbook/tab';
import type { Moment, Workbook } from '../workbook/workbook';
import { LOG, openLog, planEntries, type Log } from './log';
import { assertTextsFit } from './longText';
import { formatPlanTab, writePlanTab } from './writePlanTab';

/** The log, holding the plan as it stands before anything is written. @throws Refusal when a text is too long for a cell, or the log or a tab to be written cannot be edited. */
export function openPlanLog(
  workbook: Workbook,
  tabs: readonly Tab[],
  moment: Moment,
  plans: ReadonlyMap<PlanKey, FoundPlanTab>,
  wanted: readonly WantedPlanTab[] = [],
): Log {
  for (const { key, known, grid } of wanted)
    assertTextsFit(known === undefined ? PLAN_TABS[key].title : known.tab.id, 1, grid, workbook.titleOf);
  const found = findOwnTabs(workbook, tabs, [LOG]);
  assertEditable(workbook, [
    ...[...found.values()].map(({ tab }) => tab),
    ...wanted.flatMap(({ known }) => (known === undefined ? [] : [known.tab])),
  ]);
  const log = openLog(workbook, tabOf(makeOwnTabs(workbook, tabs, found, [LOG]), LOG.kind));
  if (plans.size > 0) log.append(planEntries(log, planJsonOf(plans)), moment);
  workbook.flush();
  return log;
}

export interface WantedPlanTab {
  readonly key: PlanKey;
  readonly known: FoundPlanTab | undefined;
  /** Headers and rows as they are wanted. */
  readonly grid: Grid;
  /** One rectangle, of which a stop leaves whole rows; else only the cells that change. */
  readonly asOne: boolean;
}

/** Brings the tabs to the wanted rows, headers first; makes those that are missing, all at once. A refusal says whether one before it was written. @returns them in their order. */
export function writeTabs(workbook: Workbook, tabs: readonly Tab[], wanted: readonly WantedPlanTab[], log: Log): readonly Tab[] {
  const kinds = wanted.map(({ key }) => ({ ...PLAN_TABS[key], kind: planKind(key) }));
  const own = new Map(findOwnTabs(workbook, tabs, kinds));
  for (const { key, known } of wanted)
    if (known !== undefined) own.set(planKind(key), { tab: known.tab, isUnnamed: known.tab.kind === undefined });
  const made = makeOwnTabs(workbook, tabs, own, kinds);
  let hasWritten = false;
  return wanted.map(({ key, known, grid, asOne }) => {
    const tab = tabOf(made, planKind(key));
    if ((known?.grid[0] ?? []).every((cell) => cell === '')) formatPlanTab(workbook, tab, key);
    const write = (): boolean => writePlanTab(workbook, tab, known?.grid ?? [], grid, log.guard, asOne);
    const wrote = hasWritten ? havingWritten('part', write) : write();
    hasWritten ||= wrote;
    return tab;
  });
}

/** The wanted rows of a tab under its headers, the team's columns beside them. */
export function arrangedTab(
  workbook: Workbook,
  key: PlanKey,
  known: FoundPlanTab | undefined,
  rows: readonly PlanRow[],
): WantedPlanTab {
  const old = known?.grid ?? [];
  const columns = planColumns(key, old, rows);
  const isFilled = old.length > 1;
  const isStuck = known !== undefined && isFilled && workbook.isAnchored(known.tab, 2, 1, old.length - 1, old[0]?.length ?? 1);
  return { key, known, grid: [columns.header, ...arrangedRows(columns, old.slice(1), rows, isStuck)], asOne: !isFilled };
}
