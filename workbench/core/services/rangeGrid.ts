/** Grids for the methods of Range: kept apart from the class, whose methods scripts can call. */
import type { Box } from '../document/a1';
import { queueCells } from '../document/cellWrites';
import type { ReadCell } from '../engine/engine';
import type { EngineStyle } from '../engine/library';
import { ServiceError } from '../faults/signals';
import type { RangePlace } from './rangePlace';
import { assertSheet } from './tabs';

/** What `see` takes from every cell of the range, by row. @throws ServiceError when the tab is gone. */
export function readCells<T>({ run, box, gid }: RangePlace, see: (cell: ReadCell) => T): T[][] {
  run.reading(box.rows * box.columns);
  assertSheet(run, gid);
  return run.document.engine.readBox(gid, box).map((row) => row.map(see));
}

/** What `see` takes from the look of every cell of the range, by row. @throws ServiceError when the tab is gone. */
export function readStyles<T>({ run, box, gid }: RangePlace, see: (style: EngineStyle) => T): T[][] {
  run.reading(box.rows * box.columns);
  assertSheet(run, gid);
  const { engine } = run.document;
  return gridOf(box, (row, column) => see(engine.style(gid, row, column)));
}

/** Queues a new look for every cell, made of the grid's value for it; what the look does not name stays. */
export function restyle(
  { run, box, gid }: RangePlace,
  method: string,
  grid: unknown[][],
  look: (value: unknown) => EngineStyle,
): void {
  queueCells(run, method, gid, box, (row, column) => ({ style: look(grid[row]?.[column]) }));
}

/** A grid of the rectangle's size; `make` is given the cell's row and column in the tab, from 1. */
export function gridOf<T>(box: Box, make: (row: number, column: number) => T): T[][] {
  return Array.from({ length: box.rows }, (_, row) =>
    Array.from({ length: box.columns }, (__, column) => make(box.row + row, box.column + column)),
  );
}

/** One value for every cell of the range. */
export function everywhere(box: Box, value: unknown): unknown[][] {
  return gridOf(box, () => value);
}

/** The given grid, or Google's sentence about its size. */
export function sameSize(box: Box, values: unknown, method: string): unknown[][] {
  if (!Array.isArray(values) || !values.every((row) => Array.isArray(row)))
    throw new ServiceError(
      `The parameters (${typeName(values)}) don't match the method signature for SpreadsheetApp.Range.${method}.`,
    );
  const grid = values as unknown[][];
  assertCount('rows', grid.length, box.rows);
  for (const row of grid) assertCount('columns', row.length, box.columns);
  return grid;
}

function assertCount(what: string, has: number, wanted: number): void {
  if (has === wanted) return;
  throw new ServiceError(
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${has} but the range has ${wanted}.`,
  );
}

function typeName(values: unknown): string {
  if (Array.isArray(values)) return typeof values[0] === 'number' ? 'number[]' : 'String[]';
  return values === null ? 'null' : typeof values === 'string' ? 'String' : typeof values;
}
