/** The grid of a tab: its size, rows and columns, and the ranges in it. */
import type { Box } from '../document/a1';
import { columnNumber, parseBox, splitTab } from '../document/a1';
import { OUTSIDE } from '../document/cellWrites';
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { ServiceError } from '../faults/signals';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;
type Sizes =
  | 'getMaxRows'
  | 'getMaxColumns'
  | 'getLastRow'
  | 'getLastColumn'
  | 'getFrozenRows'
  | 'getFrozenColumns'
  | 'getColumnWidth'
  | 'isRowHiddenByUser'
  | 'isColumnHiddenByUser'
  | 'isRowHiddenByFilter';

export abstract class SheetGrid extends Imitated implements Pick<GoogleSheet, Sizes> {
  readonly kind = 'Sheet';

  constructor(
    run: Execution,
    readonly gid: number,
  ) {
    super(run);
  }

  getMaxRows(): number {
    this.run.reading();
    return sheetSize(this).rows;
  }

  getMaxColumns(): number {
    this.run.reading();
    return sheetSize(this).columns;
  }

  getLastRow(): number {
    this.run.reading();
    sheetSize(this);
    return this.run.document.engine.contentSize(this.gid).rows;
  }

  getLastColumn(): number {
    this.run.reading();
    sheetSize(this);
    return this.run.document.engine.contentSize(this.gid).columns;
  }

  insertRowsAfter(after: number, count: number): this {
    return grow(this, 'insertRowsAfter', 'ROW', after, 'after', count);
  }

  insertRowAfter(after: number): this {
    return grow(this, 'insertRowAfter', 'ROW', after, 'after', 1);
  }

  insertRowsBefore(before: number, count: number): this {
    return grow(this, 'insertRowsBefore', 'ROW', before, 'before', count);
  }

  insertRowBefore(before: number): this {
    return grow(this, 'insertRowBefore', 'ROW', before, 'before', 1);
  }

  insertRows(index: number, count = 1): void {
    grow(this, 'insertRows', 'ROW', index, 'before', count);
  }

  insertColumnsAfter(after: number, count: number): this {
    return grow(this, 'insertColumnsAfter', 'COL', after, 'after', count);
  }

  insertColumnAfter(after: number): this {
    return grow(this, 'insertColumnAfter', 'COL', after, 'after', 1);
  }

  insertColumnsBefore(before: number, count: number): this {
    return grow(this, 'insertColumnsBefore', 'COL', before, 'before', count);
  }

  insertColumnBefore(before: number): this {
    return grow(this, 'insertColumnBefore', 'COL', before, 'before', 1);
  }

  deleteRows(from: number, count: number): void {
    shrink(this, 'deleteRows', 'ROW', from, count);
  }

  deleteRow(row: number): this {
    shrink(this, 'deleteRow', 'ROW', row, 1);
    return this;
  }

  deleteColumns(from: number, count: number): void {
    shrink(this, 'deleteColumns', 'COL', from, count);
  }

  deleteColumn(column: number): this {
    shrink(this, 'deleteColumn', 'COL', column, 1);
    return this;
  }

  getFrozenRows(): number {
    this.run.reading();
    return panes(this).ySplit;
  }

  getFrozenColumns(): number {
    this.run.reading();
    return panes(this).xSplit;
  }

  setFrozenRows(rows: number): void {
    reshape(this, 'setFrozenRows', rows > 0 ? 'FREEZE_ROWS' : 'UNFREEZE_ROWS', { quantity: rows });
  }

  setFrozenColumns(columns: number): void {
    reshape(this, 'setFrozenColumns', columns > 0 ? 'FREEZE_COLUMNS' : 'UNFREEZE_COLUMNS', { quantity: columns });
  }

  getColumnWidth(column: number): number {
    this.run.reading();
    const { engine } = this.run.document;
    return engine.getters.getColSize(engine.sheetId(this.gid), column - 1);
  }

  setColumnWidth(column: number, width: number): this {
    return this.setColumnWidths(column, 1, width);
  }

  setColumnWidths(start: number, count: number, width: number): this {
    return reshape(this, 'setColumnWidths', 'RESIZE_COLUMNS_ROWS', {
      dimension: 'COL',
      elements: span(start, count),
      size: width,
    });
  }

  setRowHeight(row: number, height: number): this {
    return this.setRowHeights(row, 1, height);
  }

  setRowHeights(start: number, count: number, height: number): this {
    return reshape(this, 'setRowHeights', 'RESIZE_COLUMNS_ROWS', {
      dimension: 'ROW',
      elements: span(start, count),
      size: height,
    });
  }

  setRowHeightsForced(start: number, count: number, height: number): this {
    return this.setRowHeights(start, count, height);
  }

  /** Needs fonts that nobody has outside a browser: accepted, widths stay. */
  autoResizeColumns(start: number, count: number): this {
    return reshape(this, 'autoResizeColumns', 'EVALUATE_CELLS', { cellIds: [start, count].slice(2) });
  }

  autoResizeColumn(column: number): this {
    return this.autoResizeColumns(column, 1);
  }

  hideRows(start: number, count = 1): void {
    reshape(this, 'hideRows', 'HIDE_COLUMNS_ROWS', { dimension: 'ROW', elements: span(start, count) });
  }

  showRows(start: number, count = 1): void {
    reshape(this, 'showRows', 'UNHIDE_COLUMNS_ROWS', { dimension: 'ROW', elements: span(start, count) });
  }

  hideColumns(start: number, count = 1): void {
    reshape(this, 'hideColumns', 'HIDE_COLUMNS_ROWS', { dimension: 'COL', elements: span(start, count) });
  }

  showColumns(start: number, count = 1): void {
    reshape(this, 'showColumns', 'UNHIDE_COLUMNS_ROWS', { dimension: 'COL', elements: span(start, count) });
  }

  isRowHiddenByUser(row: number): boolean {
    this.run.reading();
    const { engine } = this.run.document;
    return engine.getters.isRowHiddenByUser(engine.sheetId(this.gid), row - 1);
  }

  isColumnHiddenByUser(column: number): boolean {
    this.run.reading();
    const { engine } = this.run.document;
    return engine.getters.isColHiddenByUser(engine.sheetId(this.gid), column - 1);
  }

  isRowHiddenByFilter(): boolean {
    return false;
  }
}

/** Rows and columns of the tab's grid. @throws ServiceError when the tab is gone. */
export function sheetSize(sheet: SheetGrid): { readonly rows: number; readonly columns: number } {
  const { engine } = sheet.run.document;
  if (engine.uid(sheet.gid) === undefined) throw new ServiceError(`Sheet ${sheet.gid} not found`);
  return engine.size(sheet.gid);
}

/** The rectangle that `getRange` means, or Google's sentence. */
export function boxFrom(sheet: SheetGrid, row: number | string, column?: number, rows = 1, columns = 1): Box {
  const size = sheetSize(sheet);
  if (typeof row === 'string') return boxFromText(sheet, row);
  if (row < 1) throw new ServiceError('The starting row of the range is too small.');
  if (column === undefined || column < 1) throw new ServiceError('The starting column of the range is too small.');
  if (rows < 1) throw new ServiceError('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new ServiceError('The number of columns in the range must be at least 1.');
  const box = { row, column, rows, columns };
  if (row + rows - 1 > size.rows || column + columns - 1 > size.columns) throw new ServiceError(OUTSIDE);
  return box;
}

function boxFromText(sheet: SheetGrid, text: string): Box {
  const size = sheetSize(sheet);
  const box = parseBox(splitTab(text).rest, size);
  if (!box || columnNumber('ZZZ') < box.column) throw new ServiceError('Range not found');
  if (box.row + box.rows - 1 > size.rows || box.column + box.columns - 1 > size.columns) throw new ServiceError(OUTSIDE);
  return box;
}

function panes(sheet: SheetGrid): { readonly xSplit: number; readonly ySplit: number } {
  const { engine } = sheet.run.document;
  return engine.getters.getPaneDivisions(engine.sheetId(sheet.gid));
}

function grow<S extends SheetGrid>(
  sheet: S,
  method: string,
  dimension: 'ROW' | 'COL',
  at: number,
  position: 'before' | 'after',
  quantity: number,
): S {
  sheet.run.restructuring(method, sheet.gid);
  const { rows, columns } = sheetSize(sheet);
  if (at < 1 || at > (dimension === 'ROW' ? rows : columns)) throw new ServiceError(OUTSIDE);
  if (quantity < 1) throw new ServiceError('The number of rows to insert must be at least 1.');
  const { engine } = sheet.run.document;
  sheet.run.document.assertRoomFor(quantity * (dimension === 'ROW' ? columns : rows));
  const sheetId = engine.sheetId(sheet.gid);
  engine.dispatch('ADD_COLUMNS_ROWS', {
    sheetId,
    sheetName: engine.getters.getSheetName(sheetId),
    dimension,
    base: at - 1,
    position,
    quantity,
  });
  return sheet;
}

function shrink(sheet: SheetGrid, method: string, dimension: 'ROW' | 'COL', from: number, count: number): void {
  sheet.run.restructuring(method, sheet.gid);
  const { rows, columns } = sheetSize(sheet);
  const most = dimension === 'ROW' ? rows : columns;
  if (from < 1 || count < 1 || from + count - 1 > most)
    throw new ServiceError(`Those ${dimension === 'ROW' ? 'rows' : 'columns'} are out of bounds.`);
  if (count === most)
    throw new ServiceError(`You can't delete all the ${dimension === 'ROW' ? 'rows' : 'columns'} on the sheet.`);
  const { engine } = sheet.run.document;
  const sheetId = engine.sheetId(sheet.gid);
  engine.dispatch('REMOVE_COLUMNS_ROWS', {
    sheetId,
    sheetName: engine.getters.getSheetName(sheetId),
    dimension,
    elements: span(from, count),
  });
}

/** Queues a change of a tab's shape that moves no cell. */
export function reshape<S extends SheetGrid>(sheet: S, method: string, command: string, payload: object): S {
  const { run, gid } = sheet;
  run.queue(method, {
    cells: 1,
    rows: 1,
    check: () => {
      sheetSize(sheet);
      run.document.assertEditable({ ...run.setup.user, role: run.setup.user.role === 'viewer' ? 'viewer' : 'owner' }, gid);
    },
    apply: () => {
      const { engine } = run.document;
      engine.dispatch(command, { sheetId: engine.sheetId(gid), ...payload });
    },
  });
  return sheet;
}

function span(start: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => start - 1 + index);
}
