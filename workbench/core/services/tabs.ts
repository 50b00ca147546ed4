/** Tabs by gid: titles, presence, which one is on screen. */
import { emptySheet } from '../document/emptySheet';
import type { Execution } from '../realm/execution';
import { ServiceError } from '../faults/signals';

/** A tab that has been deleted meanwhile answers nothing. */
export function assertSheet(run: Execution, gid: number): void {
  openSheetId(run, gid);
}

/** The engine's id of a tab that must still be there. */
export function openSheetId(run: Execution, gid: number): string {
  const uid = run.document.engine.uid(gid);
  if (uid === undefined) throw new ServiceError(`Sheet ${gid} not found`);
  return uid;
}

/** The tab's title as it is now. @throws ServiceError when the tab is gone. */
export function titleOf(run: Execution, gid: number): string {
  return run.document.engine.getters.getSheetName(openSheetId(run, gid));
}

/** Puts the tab on screen. @throws ServiceError when the run must not write or the tab is gone. */
export function activateSheet(run: Execution, gid: number): void {
  run.assertMayWrite('setActiveSheet');
  const { engine } = run.document;
  engine.dispatch('ACTIVATE_SHEET', { sheetIdFrom: engine.getters.getActiveSheetId(), sheetIdTo: openSheetId(run, gid) });
}

/** Titles are unique whatever their case. */
export function assertFreeTitle(run: Execution, title: string, except?: number): void {
  if (title === '') throw new ServiceError('The sheet name cannot be empty.');
  const { engine } = run.document;
  const taken = engine.getters
    .getSheetIds()
    .some((id) => engine.getters.getSheetName(id).toLowerCase() === title.toLowerCase() && engine.gid(id) !== except);
  if (taken) throw new ServiceError(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

/** Makes a tab of 1,000 × 26 and shows it; `position` counts from 0, default is behind the active tab. */
export function insertSheet(run: Execution, title: string | undefined, position: number | undefined): number {
  run.restructuring('insertSheet');
  const { engine } = run.document;
  const ids = engine.getters.getSheetIds();
  const name = title ?? freeTitle(run);
  assertFreeTitle(run, name);
  const { rows, columns } = emptySheet(name, 0);
  run.document.assertRoomFor(rows * columns);
  const gid = engine.freeGid();
  const behindActive = ids.indexOf(engine.getters.getActiveSheetId()) + 1;
  const made = engine.dispatch('CREATE_SHEET', {
    sheetId: String(gid),
    name,
    position: Math.min(position ?? behindActive, ids.length),
    rows,
    cols: columns,
  });
  if (!made)
    throw new ServiceError(`Workbench: a tab named "${name}" cannot be made: its title has characters the engine refuses`);
  activateSheet(run, gid);
  return gid;
}

function freeTitle(run: Execution): string {
  const { engine } = run.document;
  const taken = new Set(engine.getters.getSheetIds().map((id) => engine.getters.getSheetName(id)));
  let number = taken.size + 1;
  while (taken.has(`Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}
