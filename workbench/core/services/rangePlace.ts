/** Where a range is: its place, its size, and other ranges found from it. */
import type { Box } from '../document/a1';
import { boxAddress, quoteTab } from '../document/a1';
import { OUTSIDE } from '../document/cellWrites';
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { ServiceError } from '../faults/signals';
import { activateSheet, titleOf } from './tabs';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;
type Place =
  | 'getRow'
  | 'getColumn'
  | 'getLastRow'
  | 'getLastColumn'
  | 'getNumRows'
  | 'getNumColumns'
  | 'getHeight'
  | 'getWidth'
  | 'getRowIndex'
  | 'getGridId'
  | 'getA1Notation';

export abstract class RangePlace extends Imitated implements Pick<GoogleRange, Place> {
  readonly kind = 'Range';

  constructor(
    run: Execution,
    readonly gid: number,
    readonly box: Box,
  ) {
    super(run);
  }

  getRow(): number {
    return this.box.row;
  }

  getColumn(): number {
    return this.box.column;
  }

  getRowIndex(): number {
    return this.box.row;
  }

  getLastRow(): number {
    return this.box.row + this.box.rows - 1;
  }

  getLastColumn(): number {
    return this.box.column + this.box.columns - 1;
  }

  getNumRows(): number {
    return this.box.rows;
  }

  getNumColumns(): number {
    return this.box.columns;
  }

  getHeight(): number {
    return this.box.rows;
  }

  getWidth(): number {
    return this.box.columns;
  }

  getGridId(): number {
    return this.gid;
  }

  getSheet(): object {
    return this.run.setup.makers.sheet(this.run, this.gid);
  }

  getA1Notation(): string {
    return boxAddress(this.box);
  }

  getCell(row: number, column: number): object {
    if (row < 1 || column < 1 || row > this.box.rows || column > this.box.columns)
      throw new ServiceError('Cell reference out of range');
    return this.run.setup.makers.range(this.run, this.gid, {
      row: this.box.row + row - 1,
      column: this.box.column + column - 1,
      rows: 1,
      columns: 1,
    });
  }

  offset(rowOffset: number, columnOffset: number, rows: number = this.box.rows, columns: number = this.box.columns): object {
    const box = { row: this.box.row + rowOffset, column: this.box.column + columnOffset, rows, columns };
    if (box.row < 1 || box.column < 1 || rows < 1 || columns < 1) throw new ServiceError(OUTSIDE);
    return this.run.setup.makers.range(this.run, this.gid, box);
  }

  activate(): this {
    activateSheet(this.run, this.gid);
    this.run.document.engine.select(this.box);
    return this;
  }

  isBlank(): boolean {
    this.run.reading(this.box.rows * this.box.columns);
    return this.run.document.engine
      .readBox(this.gid, this.box)
      .every((row) => row.every(({ value, formula }) => value === '' && !formula));
  }
}

/** `'My tab'!B2:C9`, for named ranges and rules. */
export function fullAddress(range: RangePlace): string {
  return `${quoteTab(titleOf(range.run, range.gid))}!${boxAddress(range.box)}`;
}
