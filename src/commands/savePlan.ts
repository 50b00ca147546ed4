/** Saves rows of one plan tab by compare-and-set: a row is found by what the page loaded, and one changed meanwhile stops the save. */
import type { Grid } from '../sheet/grid';
import { planJsonOf, strayKeys } from '../sheet/plan/planJson';
import { PLAN_KEYS, PLAN_TABS, type PlanKey } from '../sheet/plan/tabs';
import { decorate, planDressed } from './decorate';
import { lockedTabs } from './locked';
import { refuseLong } from './longText';
import { LOG, openLog, planEntries, type Log } from './log';
import { markPlan } from './markChanged';
import { findOwnTabs, makeOwnTabs, tabOf } from './ownTabs';
import { arrangedRows, changedRows, planColumns } from './planRows';
import { refuseProtected } from './permission';
import { findPlanTabs, planKind, type FoundPlanTab } from './planTabs';
import type { PlanRow, SavePlan } from './protocol/requests';
import type { SavedPlan } from './protocol/replies';
import type { Tab } from './tab';
import type { Moment, Workbook } from './workbook';
import { dressPlanTab, writePlanTab } from './writePlanTab';

export function savePlan(request: SavePlan, workbook: Workbook, moment: Moment): SavedPlan {
  const { key, changes } = checked(request);
  return lockedTabs(workbook, (tabs) => {
    const plans = findPlanTabs(workbook, tabs);
    const { grid } = plans.get(key) ?? { grid: [] };
    const columns = planColumns(
      key,
      grid,
      changes.map(({ after }) => after),
    );
    const { rows, conflicts } = changedRows(columns, grid.slice(1), changes);
    if (conflicts.length > 0) return { kind: 'conflict', rows: conflicts };
    const wanted = [{ key, known: plans.get(key), grid: [columns.header, ...rows], asOne: false }];
    const log = openPlanLog(workbook, tabs, moment, plans, wanted);
    const written = writeTabs(workbook, tabs, wanted, log);
    markPlan(workbook, tabs, log, plans, wanted);
    decorate(
      workbook,
      written.map((tab) => planDressed(tab, key, [columns.header, ...rows])),
    );
    return { kind: 'saved', key };
  });
}

/** The log, holding the plan as it stands before anything is written. @throws Error when a text is too long for a cell, or the log or a tab to be written may not be edited. */
export function openPlanLog(
  workbook: Workbook,
  tabs: readonly Tab[],
  moment: Moment,
  plans: ReadonlyMap<PlanKey, FoundPlanTab>,
  wanted: readonly WantedPlanTab[] = [],
): Log {
  for (const { key, known, grid } of wanted) refuseLong(known?.tab.title ?? PLAN_TABS[key].title, 1, grid);
  const found = findOwnTabs(workbook, tabs, [LOG]);
  refuseProtected(workbook, [
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
  /** Headers and rows as they shall stand. */
  readonly grid: Grid;
  /** One rectangle, of which a stop leaves whole rows; else only the cells that change. */
  readonly asOne: boolean;
}

/** Brings the tabs to the wanted rows, headers first; makes those that are missing, all at once. @returns them in their order. */
export function writeTabs(workbook: Workbook, tabs: readonly Tab[], wanted: readonly WantedPlanTab[], log: Log): readonly Tab[] {
  const kinds = wanted.map(({ key }) => ({ ...PLAN_TABS[key], kind: planKind(key) }));
  const own = new Map(findOwnTabs(workbook, tabs, kinds));
  for (const { key, known } of wanted)
    if (known !== undefined) own.set(planKind(key), { tab: known.tab, isUnnamed: known.tab.kind === undefined });
  const made = makeOwnTabs(workbook, tabs, own, kinds);
  return wanted.map(({ key, known, grid, asOne }) => {
    const tab = tabOf(made, planKind(key));
    if ((known?.grid[0] ?? []).every((cell) => cell === '')) dressPlanTab(workbook, tab, key);
    writePlanTab(workbook, tab, known?.grid ?? [], grid, log.guard, asOne);
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

function checked({ key, changes }: SavePlan): SavePlan {
  if (!PLAN_KEYS.includes(key)) throw new Error(`"key" must be one of: ${PLAN_KEYS.join(', ')}.`);
  const isRow = (row: unknown): boolean =>
    row === null ||
    (typeof row === 'object' && Object.values(row).every((cell) => ['string', 'number', 'boolean'].includes(typeof cell)));
  const list: unknown = changes;
  if (!Array.isArray(list) || !changes.every(({ before, after }) => isRow(before) && isRow(after)))
    throw new Error('"changes" must be an array of {before, after}, each a row or null.');
  const stray = strayKeys(
    key,
    changes.flatMap(({ after }) => (after === null ? [] : [after])),
  );
  if (stray.length > 0) throw new Error(`${PLAN_TABS[key].title} has no column ${stray.map((name) => `"${name}"`).join(', ')}.`);
  return { kind: 'savePlan', key, changes };
}
