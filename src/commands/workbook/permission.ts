/** Where this user cannot write, told in one sentence before anything is written. */
import { makeProblem, Refusal, type Problem } from '../../sheet/problem';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

/** Protected ranges and view-only users alike. */
export function noPermission(at: string): Problem {
  const message = 'You may not edit this tab: it is protected, or the file is shared with you for viewing only.';
  const fix = 'Ask the owner of the file for permission to edit.';
  return makeProblem({ severity: 'refusal', code: 'NO_PERMISSION', at, message, fix });
}

/** True for a rectangle from A1 on, as far as the tab's grid reaches, of which this user may edit every cell. */
export function mayWrite(workbook: Workbook, tab: Tab, rows: number, columns: number): boolean {
  const size = workbook.sizeOf(tab);
  return workbook.canEdit(tab, 1, 1, Math.min(rows, size.rows), Math.min(columns, size.columns));
}

/** @throws Refusal that names every tab which this user cannot edit throughout. */
export function assertEditable(workbook: Workbook, tabs: readonly Tab[]): void {
  const locked = tabs.filter((tab) => !mayWrite(workbook, tab, Infinity, Infinity));
  if (locked.length > 0)
    throw new Refusal(
      locked.map(({ id }) => noPermission(workbook.titleOf(id))),
      { wrote: 'nothing' },
    );
}

/** True where no tab lets this user write: the file is only shown to them. */
export function isViewer(workbook: Workbook): boolean {
  return workbook.tabs().every((tab) => !workbook.canEdit(tab, 1, 1, 1, 1));
}
