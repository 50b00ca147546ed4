/** Rows of a plan tab as they are wanted: found by their content, whatever row they are in; the team's own columns go with them. */
import { cellText, isSameCell } from '../../sheet/cellText';
import { isCalendarDate, type Cell, type Grid } from '../../sheet/grid';
import { fold } from '../../domain/facts/text';
import { shownText } from '../../sheet/parse/text';
import { PLAN_TABS, type PlanKey } from '../../sheet/plan/tabs';
import type { PlanRow, RowChange } from '../protocol/requests';
import type { RowConflict } from '../protocol/replies';

/** A plan tab's columns: the plan's headers by place, the first of equal ones; the rest is the team's. */
export interface PlanColumns {
  readonly header: readonly Cell[];
  readonly positions: ReadonlyMap<string, number>;
}

/** The tab's columns, and behind them those it lacks and `rows` fill; a tab without headers gets all. */
export function planColumns(key: PlanKey, grid: Grid, rows: readonly (PlanRow | null)[]): PlanColumns {
  const isBare = (grid[0] ?? []).every((cell) => cell === '');
  const header: Cell[] = isBare ? [] : [...(grid[0] ?? [])];
  const positions = new Map<string, number>();
  for (const name of PLAN_TABS[key].headers) {
    const position = header.findIndex((cell) => fold(shownText(cell)) === fold(name));
    if (position >= 0) positions.set(name, position);
    else if (isBare || rows.some((row) => row !== null && cellOf(row, name) !== '')) {
      positions.set(name, header.length);
      header.push(name);
    }
  }
  return { header, positions };
}

interface ChangedRows {
  readonly rows: Grid;
  readonly conflicts: readonly RowConflict[];
  /** Rows of the body, from 0, that hold what was to be saved already: an added row is not added to them, a changed one becomes their equal. */
  readonly equalRows: readonly number[];
}

/**
 * Applies the changes, or tells which rows no longer stand as they were loaded. Every row keeps its place, so that notes, formulas and
 * the team's columns stay beside what they were written for: a removed row becomes blank, which every reader passes over.
 * A change that a stopped save has already made, or made in part, counts as loaded: saving again converges. With `isSecond` an added row is
 * another one than those it equals.
 */
export function changedRows(
  { positions, header }: PlanColumns,
  body: Grid,
  changes: readonly RowChange[],
  isSecond = false,
): ChangedRows {
  const rows: (readonly Cell[])[] = [...body];
  const taken = new Set<number>();
  const find = (isWanted: (cells: readonly Cell[]) => boolean): number => {
    const index = body.findIndex((cells, at) => !taken.has(at) && isWanted(cells));
    if (index >= 0) taken.add(index);
    return index;
  };
  const exact = changes.map(({ before }) => (before === null ? -1 : find((cells) => isRow(positions, cells, before))));
  const conflicts: RowConflict[] = [];
  const equalRows: number[] = [];
  changes.forEach((change, number) => {
    const { before, after } = change;
    const asLoaded = exact[number] ?? -1;
    const isOther = isSecond && before === null;
    const index = asLoaded >= 0 || isOther ? asLoaded : find((cells) => isHalfDone(positions, cells, change));
    const equal = body.findIndex(
      (cells, at) => after !== null && (at !== index || before === null) && isRow(positions, cells, after),
    );
    if (equal >= 0 && !isSameRow(before, after)) equalRows.push(equal);
    if (index >= 0) rows[index] = filled(positions, header.length, body[index] ?? [], after ?? {});
    else if (before === null && after !== null) rows.push(filled(positions, header.length, [], after));
    else if (before !== null) {
      const now = body.find((cells, at) => !taken.has(at) && isNamesake(positions, cells, before));
      if (now !== undefined || after !== null)
        conflicts.push({ before, now: now === undefined ? null : rowOf(positions, now), after });
    }
  });
  return { rows, conflicts, equalRows };
}

function isSameRow(one: PlanRow | null, other: PlanRow | null): boolean {
  return (
    one !== null && other !== null && JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())
  );
}

/** Each cell is that of the one row or of the other, and not all of them blank: a save that was stopped while it wrote. */
function isHalfDone(positions: PlanColumns['positions'], cells: readonly Cell[], { before, after }: RowChange): boolean {
  const [old, now] = [before ?? {}, after ?? {}];
  if (isRow(positions, cells, {})) return false;
  return [...positions].every(([name, position]) => {
    const cell = plainOf(cells[position]);
    return isSameCell(cellOf(old, name), cell) || isSameCell(cellOf(now, name), cell);
  });
}

/** A row of a plan tab as it is wanted, and which row of the body it is, from 0; {} for a blank one. */
interface Slot {
  readonly row: PlanRow;
  readonly from?: number;
}

/**
 * The rows in this order and no others. A row that can stay where it is stays; one that is not wanted gives its place to a new one or
 * becomes blank, and what the team wrote beside it stays. A row that has to move brings the team's columns along, and what stood beside
 * its new place goes to the end; with `isStuck` the team's columns stay where they are.
 */
export function arrangedRows({ positions, header }: PlanColumns, body: Grid, wanted: readonly PlanRow[], isStuck: boolean): Grid {
  const slots = slotsOf(positions, body, wanted);
  const moved = new Set(slots.flatMap(({ from }, at) => (from === undefined || from === at || isStuck ? [] : [from])));
  const own = new Set(positions.values());
  const over: (readonly Cell[])[] = [];
  const rows = Array.from({ length: Math.max(slots.length, body.length) }, (_, at) => {
    const { row, from } = slots[at] ?? { row: {} };
    const beside = moved.has(at) ? [] : (body[at] ?? []);
    if (from === undefined || from === at || isStuck) return filled(positions, header.length, beside, row);
    const extras = beside.map((cell, column) => (own.has(column) ? '' : cell));
    if (extras.some((cell) => cell !== '')) over.push(extras);
    return filled(positions, header.length, body[from] ?? [], row);
  });
  return [...rows, ...over];
}

function slotsOf(positions: PlanColumns['positions'], body: Grid, wanted: readonly PlanRow[]): readonly Slot[] {
  const slots: Slot[] = [];
  const taken = new Set<number>();
  const gone = body.map((cells) => !wanted.some((row) => isRow(positions, cells, row)));
  for (const row of wanted) {
    const find = (first: number): number =>
      body.findIndex((cells, at) => at >= first && !taken.has(at) && isRow(positions, cells, row));
    const ahead = find(slots.length);
    const isReached = ahead >= 0 && gone.slice(slots.length, ahead).every((isGone) => isGone);
    while (isReached && slots.length < ahead) slots.push({ row: {} });
    const from = ahead >= 0 ? ahead : find(0);
    taken.add(from);
    slots.push(from < 0 ? { row } : { row, from });
  }
  return slots;
}

/** Rows beside which something of the team's will not stand any more, as they are. */
export function rowsLeft({ positions }: PlanColumns, old: Grid, grid: Grid): readonly number[] {
  const own = new Set(positions.values());
  return old.flatMap((cells, row) =>
    cells.some((cell, column) => cell !== '' && !own.has(column) && !isSameCell(cell, grid[row]?.[column] ?? '')) ? [row] : [],
  );
}

/** The row as the page has it: blank cells left out, days as text. */
function rowOf(positions: PlanColumns['positions'], cells: readonly Cell[]): PlanRow {
  return Object.fromEntries(
    [...positions].flatMap(([name, position]) => (plainOf(cells[position]) === '' ? [] : [[name, plainOf(cells[position])]])),
  );
}

function isRow(positions: PlanColumns['positions'], cells: readonly Cell[], row: PlanRow): boolean {
  return [...positions].every(([name, position]) => isSameCell(cellOf(row, name), plainOf(cells[position])));
}

/** Shares what names a row: its first filled cell under a header of the plan. */
function isNamesake(positions: PlanColumns['positions'], cells: readonly Cell[], row: PlanRow): boolean {
  const first = [...positions].find(([name]) => cellOf(row, name) !== '');
  return first !== undefined && plainOf(cells[first[1]]) === cellOf(row, first[0]);
}

/** The row's cells over those that stood there: what reads the same stays as it is, a date a date. */
function filled(positions: PlanColumns['positions'], width: number, cells: readonly Cell[], row: PlanRow): readonly Cell[] {
  const made: Cell[] = Array.from({ length: width }, (_, index) => cells[index] ?? '');
  for (const [name, position] of positions) {
    const cell = cellOf(row, name);
    if (!isSameCell(cell, plainOf(made[position]))) made[position] = cell;
  }
  return made;
}

function cellOf(row: PlanRow, name: string): string | number | boolean {
  const cell = Object.prototype.hasOwnProperty.call(row, name) ? (row[name] ?? '') : '';
  return typeof cell === 'string' ? cellText(cell) : cell;
}

function plainOf(cell: Cell | undefined): string | number | boolean {
  return cell === undefined ? '' : isCalendarDate(cell) ? shownText(cell) : cell;
}
