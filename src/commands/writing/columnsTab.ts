/** The hidden tab `Columns`: written with the first run that finds none, for the team to see and change; never written again. */
import { isSameCell } from '../../sheet/cellText';
import type { Cell, Grid } from '../../sheet/grid';
import type { JsonRow } from '../../sheet/plan/planJson';
import type { PlanKey } from '../../sheet/plan/tabs';
import { columnRows } from '../../sheet/propose/columnRows';
import type { ReadLists } from '../../sheet/lists/readLists';
import type { FoundPlanTab } from '../workbook/planTabs';
import type { Log } from './log';
import { arrangedTab, writeTabs } from './wantedPlanTabs';
import { ownSummary } from '../workbook/ownSummary';
import type { Tab } from '../workbook/tab';
import type { Workbook } from '../workbook/workbook';

/** Plan tabs as they are found. */
export type PlanTabs = ReadonlyMap<PlanKey, FoundPlanTab>;

/**
 * What was recognized, where no tab says so yet; undefined where one does, whatever it says. A tab that holds the beginning of just this is
 * what a stopped run left, unless a run was completed since: then the team has cut it short.
 */
export function missingColumns(
  workbook: Workbook,
  tabs: readonly Tab[],
  plans: PlanTabs,
  read: ReadLists,
  contactsTab: string | undefined,
): readonly JsonRow[] | undefined {
  const rows = columnRows(read, contactsTab);
  const grid = plans.get('columns')?.grid;
  if (grid === undefined) return rows;
  const wanted = arrangedTab(workbook, 'columns', undefined, rows).grid;
  const isSame = (cells: readonly Cell[], row: number): boolean =>
    cells.every((cell, column) => isSameCell(cell, wanted[row]?.[column] ?? ''));
  const isBeginning = grid.every(
    (cells, row) => isSame(cells, row) || (row === grid.length - 1 && isSame(beginning(cells), row)),
  );
  const isWhole = grid.length >= wanted.length && grid.every(isSame);
  return isBeginning && !isWhole && ownSummary(workbook, tabs)?.stamp.state !== 'OK' ? rows : undefined;
}

/** The cells as far as they are filled. */
function beginning(cells: readonly Cell[]): readonly Cell[] {
  const blank = cells.findIndex((cell) => cell === '');
  return blank < 0 ? cells : cells.slice(0, blank);
}

/** The plan as it stands once the tab is there. */
export function withColumnRows(
  workbook: Workbook,
  plans: PlanTabs,
  rows: readonly JsonRow[] | undefined,
): ReadonlyMap<PlanKey, { readonly grid: Grid }> {
  if (rows === undefined) return plans;
  const { grid } = arrangedTab(workbook, 'columns', undefined, rows);
  return new Map<PlanKey, { readonly grid: Grid }>([...plans, ['columns', { grid }]]);
}

/** @returns the tab as it then stands. */
export function writeColumns(workbook: Workbook, plans: PlanTabs, rows: readonly JsonRow[], log: Log): PlanTabs {
  const wanted = arrangedTab(workbook, 'columns', plans.get('columns'), rows);
  // The result tabs have been made meanwhile.
  const made = writeTabs(workbook, workbook.tabs(), [wanted], log);
  return new Map(made.map((tab) => ['columns', { tab, grid: wanted.grid }]));
}
