/** `plan.json` and the plan tabs' grids, exact inverses of each other. */
import { isCalendarDate, type Cell, type Grid } from '../grid';
import { fold } from '../../domain/facts/text';
import { shownText } from '../parse/text';
import type { PlanGrids } from './readPlan';
import { PLAN_KEYS, PLAN_TABS, type PlanKey } from './tabs';

/** One row of `plan.json`: header to cell; missing keys are blank. */
export type JsonRow = Readonly<Record<string, string | number | boolean>>;

/** A plan as JSON: arrays of rows keyed by the tabs' headers; missing keys are blank. */
export type PlanJson = { readonly format: 1 } & Partial<Readonly<Record<PlanKey, readonly JsonRow[]>>>;

/** The rows of a tab as JSON; wholly blank rows are left out, blank cells too. Days become `YYYY-MM-DD`. */
export function jsonRowsOf(key: PlanKey, grid: Grid): readonly JsonRow[] {
  const headers = PLAN_TABS[key].headers;
  const columns = (grid[0] ?? []).map((cell) => headers.find((header) => fold(header) === fold(shownText(cell))) ?? '');
  return grid.slice(1).flatMap((cells) => {
    const entries = cells.flatMap((cell, column): [string, string | number | boolean][] => {
      const header = columns[column] ?? '';
      return header === '' || cell === '' || columns.indexOf(header) !== column ? [] : [[header, jsonValue(cell)]];
    });
    return entries.length === 0 ? [] : [Object.fromEntries(entries)];
  });
}

/** The grid of a plan tab from its JSON rows: headers first, blank where a key is missing. */
export function gridOfJson(key: PlanKey, rows: readonly JsonRow[]): Grid {
  const { headers } = PLAN_TABS[key];
  return [headers, ...rows.map((row) => headers.map((header): Cell => ownCell(row, header)))];
}

/** A plan's JSON as the grids of its tabs. */
export function gridsOfPlan(plan: PlanJson): PlanGrids {
  return new Map(
    PLAN_KEYS.flatMap((key) => {
      const rows = plan[key];
      return rows === undefined ? [] : [[key, { tab: PLAN_TABS[key].title, grid: gridOfJson(key, rows) }] as const];
    }),
  );
}

/** Keys of a row that no header of its tab matches; a misspelt key must not vanish in silence. */
export function strayKeys(key: PlanKey, rows: readonly JsonRow[]): readonly string[] {
  const known = new Set(PLAN_TABS[key].headers);
  return [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !known.has(name));
}

/** All plan tabs as JSON; tabs that do not exist or hold no row are left out. */
export function planJsonOf(grids: ReadonlyMap<PlanKey, { readonly grid: Grid }>): PlanJson {
  const entries = PLAN_KEYS.flatMap((key): [PlanKey, readonly JsonRow[]][] => {
    const entry = grids.get(key);
    const rows = entry === undefined ? [] : jsonRowsOf(key, entry.grid);
    return rows.length === 0 ? [] : [[key, rows]];
  });
  return { format: 1, ...Object.fromEntries(entries) };
}

function ownCell(row: JsonRow, header: string): Cell {
  return Object.prototype.hasOwnProperty.call(row, header) ? (row[header] ?? '') : '';
}

function jsonValue(cell: Cell): string | number | boolean {
  return isCalendarDate(cell) ? shownText(cell) : cell;
}
