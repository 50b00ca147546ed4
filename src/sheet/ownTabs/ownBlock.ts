/** What stands in a generated tab before it is written again: whose it is, how far it reaches, what a user typed into it. */
import { addressText, noTitles, type TabRef, type Titles } from '../address';
import type { Cell, Grid } from '../grid';
import type { BlockColumn, GeneratedKind } from './block';
import { migrateHeaders, writtenHeaders } from './layout';
import { changedCells, isRowHash, ROW_HASHES } from './rowHash';
import { shownText } from '../parse/text';
import { makeProblem, type Problem } from '../problem';
import { isStampText, readStamp, type Stamp } from './stamp';

export interface OwnBlock {
  readonly stamp: Stamp | undefined;
  /** False in a fresh tab: nothing of ours has arrived yet. */
  readonly hasHeaders: boolean;
  /** Rows and columns of ours from A1 on, old leftovers included; 0 in a fresh tab. */
  readonly rows: number;
  readonly columns: number;
  /** What forbids writing: foreign columns inside the block, foreign content in place of it. */
  readonly refusals: readonly Problem[];
  /** Blank columns inserted inside the block, which the next write closes. */
  readonly notes: readonly Problem[];
  /**
   * Cells and rows of others that the next write of `reach` rows will cover. `formulas`: those of the tab from A1 on, '' where a cell holds
   * none. We write none, and a formula may show just what the run had written, or nothing.
   */
  typedWithin(reach: number, formulas: readonly (readonly string[])[]): readonly Typed[];
}

/** A row of the block in which a user typed. */
export interface Typed {
  readonly problem: Problem;
  /** From 0. */
  readonly row: number;
  /** The row's cells as they stand, for the log. */
  readonly cells: readonly Cell[];
}

/** Rows and columns in which the headers are looked for: a user may have inserted a few above or before. */
const NEAR = 12;

/** Reads the tab's grid against the columns of its block, the marks last; `titles` are asked where something is reported. */
export function ownBlock(tab: TabRef, grid: Grid, { kind, columns: wanted }: OwnColumns, titles: Titles = noTitles): OwnBlock {
  const at = (row: number, column: number): string => addressText({ tab, row: row + 1, column: column + 1 }, titles);
  const stampRow = grid.slice(0, NEAR).findIndex((cells) => cells.slice(0, NEAR).some(isStamp));
  const stamp = readStamp(shownText(grid[stampRow]?.find(isStamp) ?? ''));
  const names = (cells: readonly Cell[]): readonly string[] => migrateHeaders(cells.map(shownText), stamp?.layout ?? 0);
  const headers = writtenHeaders(kind, wanted, stamp);
  const headerRow = grid
    .slice(0, NEAR)
    .findIndex((cells) => names(cells).filter((n) => headers.includes(n)).length * 2 >= headers.length);
  if (headerRow < 0) return withoutHeaders(at, grid, stamp, wanted.length);
  const found = names(grid[headerRow] ?? []);
  const context: Context = { at, grid, headers, found, headerRow, marks: found.lastIndexOf(ROW_HASHES) };
  const columns = Math.max(wanted.length, context.marks + 1);
  const lastRow = lastOwnRow(context);
  return {
    stamp,
    hasHeaders: true,
    rows: lastRow + 1,
    columns,
    refusals: [...foreignColumns(context, columns), ...rowHashesGone(context, stamp)],
    notes: blankColumns(context),
    typedWithin: (reach, formulas) => [...typedAbove(context, formulas), ...typedRows(context, reach, formulas)],
  };
}

/** A generated tab as it will be written, the column of marks included. */
interface OwnColumns {
  readonly kind: GeneratedKind;
  readonly columns: readonly BlockColumn[];
}

/** Address of a cell, row and column from 0, as text. */
type AddressAt = (row: number, column: number) => string;

interface Context {
  readonly at: AddressAt;
  readonly grid: Grid;
  /** Headers as they were last written. */
  readonly headers: readonly string[];
  /** Headers as they stand. */
  readonly found: readonly string[];
  readonly headerRow: number;
  /** Column of the marks, or -1 in layouts without. */
  readonly marks: number;
}

/** Nothing but a stamp may stand in a tab without our headers: else it holds a user's own content by now. */
function withoutHeaders(at: AddressAt, grid: Grid, stamp: Stamp | undefined, width: number): OwnBlock {
  const refusals: Problem[] = [];
  grid.forEach((cells, row) => {
    const column = cells.slice(0, width).findIndex((cell) => cell !== '' && !isStamp(cell));
    if (column < 0 || refusals.length > 0) return;
    const message = 'The tab is one that the planner writes, but its headers are gone and something else stands here.';
    const fix = 'Move it to a tab of your own, then empty or delete this one.';
    refusals.push(
      makeProblem({
        severity: 'refusal',
        code: 'HEADERS_GONE',
        at: at(row, column),
        found: shownText(cells[column] ?? ''),
        message,
        fix,
      }),
    );
  });
  return { stamp, hasHeaders: false, rows: 0, columns: 0, refusals, notes: [], typedWithin: () => [] };
}

/** A column of a user's inside the rectangle that will be written. A blank one holds nothing to lose. */
function foreignColumns({ at, grid, headers, found, headerRow }: Context, columns: number): readonly Problem[] {
  return Array.from({ length: columns }, (_, column) => column).flatMap((column) => {
    if (headers.includes(found[column] ?? '') && found.indexOf(found[column] ?? '') === column) return [];
    const row = grid.findIndex((cells) => (cells[column] ?? '') !== '' && !isStamp(cells[column] ?? ''));
    if (row < 0) return [];
    const message = "A column that is not the planner's stands inside its block, or is called Marks.";
    const fix = 'Move the column to a tab of your own, or delete it.';
    return [
      makeProblem({
        severity: 'refusal',
        code: 'COLUMN_IN_BLOCK',
        at: at(found[column] === '' ? row : headerRow, column),
        found: shownText(grid[row]?.[column] ?? ''),
        message,
        fix,
      }),
    ];
  });
}

/** Layouts before it had no marks. */
const FIRST_WITH_MARKS = 1;

/** Without marks nothing tells which rows are ours and what a user has typed into them; only an older layout had none. */
function rowHashesGone({ at, headers, headerRow, marks }: Context, stamp: Stamp | undefined): readonly Problem[] {
  if (marks >= 0 || (stamp !== undefined && (stamp.layout ?? 0) < FIRST_WITH_MARKS)) return [];
  const message = `The hidden column ${ROW_HASHES} is gone, by which a run sees what a user has typed into this tab.`;
  const fix = 'Move what is yours to a tab of your own, then empty this one: select all and press Delete.';
  return [
    makeProblem({
      severity: 'refusal',
      code: 'MARKS_GONE',
      at: at(headerRow, headers.length - 1),
      message,
      fix,
    }),
  ];
}

function blankColumns({ at, found, headerRow, marks }: Context): readonly Problem[] {
  return found.slice(0, Math.max(0, marks)).flatMap((name, column) => {
    if (name !== '') return [];
    const message = 'A blank column had been inserted inside the block; the run has written its own columns over it.';
    return [makeProblem({ severity: 'note', code: 'COLUMN_INSERTED', at: at(headerRow, column), message })];
  });
}

/** Rows with a mark are ours; before there were marks, all rows were. */
function lastOwnRow({ grid, headerRow, marks }: Context): number {
  if (marks < 0) return Math.max(headerRow, grid.length - 1);
  for (let row = grid.length - 1; row > headerRow; row -= 1) if (isRowHash(grid[row]?.[marks] ?? '')) return row;
  return headerRow;
}

type Formulas = Parameters<OwnBlock['typedWithin']>[1];

/** The row as a user typed it: formulas instead of what they show. */
export function asTyped(cells: readonly Cell[], formulas: readonly string[] = []): readonly Cell[] {
  return cells.map((cell, column) => {
    const formula = formulas[column] ?? '';
    return formula === '' ? cell : formula;
  });
}

function typedAbove({ at, grid, headerRow, headers }: Context, formulas: Formulas): readonly Typed[] {
  return grid.slice(0, headerRow).flatMap((cells, row) => {
    const own = asTyped(cells.slice(0, headers.length), formulas[row]);
    const columns = own.flatMap((cell, column) => (cell === '' || isStamp(cell) ? [] : [column]));
    return columns.length === 0 ? [] : [typed(at, row, columns, own)];
  });
}

function typedRows({ at, grid, headers, found, headerRow, marks }: Context, reach: number, formulas: Formulas): readonly Typed[] {
  if (marks < 0) return [];
  const positions = headers.slice(0, -1).map((header) => found.indexOf(header));
  return grid.slice(headerRow + 1, reach).flatMap((values, index) => {
    const cells = asTyped(values, formulas[headerRow + 1 + index]);
    const own = positions.map((position) => cells[position] ?? '');
    const mark = cells[marks] ?? '';
    const changed = isRowHash(mark) ? changedCells(mark, own) : own.flatMap((cell, column) => (cell === '' ? [] : [column]));
    // What stood in a column of ours that a user has deleted is nobody's.
    const known = changed.map((column) => positions[column] ?? column).filter((column) => column >= 0);
    // Values in a column that was inserted have been refused; a formula may show nothing.
    const inserted = (formulas[headerRow + 1 + index] ?? []).flatMap((formula, column) =>
      formula === '' || column >= marks || positions.includes(column) ? [] : [column],
    );
    const columns = [...known, ...inserted];
    return columns.length === 0 ? [] : [typed(at, headerRow + 1 + index, columns, cells)];
  });
}

/** The row of a user who typed into these columns, from 0; `at` writes an address. */
export function typed(at: AddressAt, row: number, columns: readonly number[], cells: readonly Cell[]): Typed {
  const [first = 0] = columns;
  const message =
    columns.length === 1
      ? 'A user had changed this cell since the last run; the run has written its own result over it.'
      : `A user had changed ${columns.length} cells of this row since the last run; the run has written its own results over them.`;
  const shown = columns.map((column) => shownText(cells[column] ?? '')).join(' | ');
  return { problem: typedOver(at(row, first), shown, message), row, cells };
}

/** What is said of a cell of a user's that the run has written over. */
export function typedOver(at: string, found: string, message: string): Problem {
  const fix = 'Keep notes in a tab of your own. The hidden tab Log keeps what stood here.';
  return makeProblem({ severity: 'problem', code: 'TYPED_OVER', at, found, message, fix });
}

function isStamp(cell: Cell): boolean {
  return typeof cell === 'string' && isStampText(cell);
}
