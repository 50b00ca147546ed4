/** Writes of rectangles as they wait in the buffer: what is checked when they arrive, and how they arrive in part. */
import type { Box } from './a1';
import { addressOf, boxAddress } from './a1';
import type { WrittenCell } from '../engine/engine';
import type { EngineZone } from '../engine/library';
import type { Execution } from '../realm/execution';
import { unlink } from './links';
import { ServiceError } from '../faults/signals';
import { asText } from '../text';
import { entryOf, entryRules } from './values';
import type { Write } from './writes';

export const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

type CellChange = Omit<WrittenCell, 'row' | 'column'>;

/**
 * What to write at a place of the rectangle, counted from 0; undefined leaves the cell alone.
 * `sofar` is what an earlier write of the same flush is about to do to the cell.
 */
type CellMaker = (
  row: number,
  column: number,
  place: { readonly row: number; readonly column: number },
  sofar?: CellChange,
) => CellChange | undefined;

/** Queues a change of every cell of a rectangle. */
export function queueCells(
  run: Execution,
  method: string,
  gid: number,
  box: Box,
  make: CellMaker,
  check: () => void = () => undefined,
): void {
  const checks = (): void => {
    assertInside(run, gid, box);
    run.document.assertEditable(run.setup.user, gid, box);
    check();
  };
  run.queue(method, new CellWrite(run, gid, box, make, checks));
}

/** A write of a rectangle. Writes of one rectangle that follow each other reach the engine as one: it is slow per cell. */
class CellWrite implements Write {
  readonly cells: number;
  readonly rows: number;

  constructor(
    private readonly run: Execution,
    private readonly gid: number,
    private readonly box: Box,
    private readonly make: CellMaker,
    readonly check: () => void,
  ) {
    this.cells = box.rows * box.columns;
    this.rows = box.rows;
  }

  apply(rows: number): void {
    this.run.document.engine.write(this.gid, cellsOf({ ...this.box, rows }, this.make));
  }

  join(next: Write): Write | undefined {
    if (!(next instanceof CellWrite) || next.gid !== this.gid || boxAddress(next.box) !== boxAddress(this.box)) return undefined;
    const { make } = this;
    const both: CellMaker = (row, column, place, sofar) => {
      const first = joinChanges(sofar, make(row, column, place, sofar));
      return joinChanges(first, next.make(row, column, place, first));
    };
    return new CellWrite(this.run, this.gid, this.box, both, next.check);
  }
}

function joinChanges(first: CellChange | undefined, second: CellChange | undefined): CellChange | undefined {
  if (!first || !second) return first ?? second;
  const style = second.style && first.style ? { style: { ...first.style, ...second.style } } : {};
  return { ...first, ...second, ...style };
}

/** Queues values as typed: parsed, checked against validations, kept out of the covered cells of merges. */
export function queueValues(
  run: Execution,
  method: string,
  gid: number,
  box: Box,
  values: readonly (readonly unknown[])[],
): void {
  for (const row of values) for (const value of row) entryOf(value, '@', entryRules(run), run.document.timeZone);
  const { engine } = run.document;
  let merges: readonly EngineZone[] = [];
  const make: CellMaker = (row, column, place, sofar) => {
    if (row === 0 && column === 0) merges = mergesOf(run, gid);
    if (merges.length && isCovered(merges, place)) return undefined;
    const own = sofar?.format === undefined ? engine.format(gid, place.row, place.column) : (sofar.format ?? undefined);
    const { content, format } = entryOf(values[row]?.[column], own, entryRules(run), run.document.timeZone);
    const style = unlink(run.document, gid, place.row, place.column);
    return { content, ...(format && !own ? { format } : {}), ...(style ? { style } : {}) };
  };
  queueCells(run, method, gid, box, make, () => {
    assertValid(run, gid, box, values);
  });
}

function assertInside(run: Execution, gid: number, box: Box): void {
  const uid = run.document.engine.uid(gid);
  if (uid === undefined) throw new ServiceError(`Sheet ${gid} not found`);
  const { rows, columns } = run.document.engine.size(gid);
  if (box.row + box.rows - 1 > rows || box.column + box.columns - 1 > columns) throw new ServiceError(OUTSIDE);
}

/** Rectangle of an engine's zone. */
export function boxOf(zone: EngineZone): Box {
  return { row: zone.top + 1, column: zone.left + 1, rows: zone.bottom - zone.top + 1, columns: zone.right - zone.left + 1 };
}

function cellsOf(box: Box, make: CellMaker): WrittenCell[] {
  const cells: WrittenCell[] = [];
  for (let row = 0; row < box.rows; row += 1)
    for (let column = 0; column < box.columns; column += 1) {
      const place = { row: box.row + row, column: box.column + column };
      const made = make(row, column, place);
      if (made) cells.push({ ...place, ...made });
    }
  return cells;
}

function mergesOf({ document: { engine } }: Execution, gid: number): readonly EngineZone[] {
  return engine.getters.getMerges(engine.sheetId(gid));
}

function isCovered(merges: readonly EngineZone[], { row, column }: { readonly row: number; readonly column: number }): boolean {
  return merges.some(({ top, bottom, left, right }) => {
    const inside = row - 1 >= top && row - 1 <= bottom && column - 1 >= left && column - 1 <= right;
    return inside && (row - 1 !== top || column - 1 !== left);
  });
}

/** Google refuses the whole write when one cell's validation rejects its value. */
function assertValid(run: Execution, gid: number, box: Box, values: readonly (readonly unknown[])[]): void {
  const { engine } = run.document;
  for (const { ranges, criterion, isBlocking } of engine.getters.getDataValidationRules(engine.sheetId(gid))) {
    if (!isBlocking || criterion.type !== 'isValueInList') continue;
    for (const { zone } of ranges)
      for (let row = Math.max(zone.top + 1, box.row); row <= Math.min(zone.bottom + 1, box.row + box.rows - 1); row += 1)
        for (
          let column = Math.max(zone.left + 1, box.column);
          column <= Math.min(zone.right + 1, box.column + box.columns - 1);
          column += 1
        ) {
          const value = values[row - box.row]?.[column - box.column];
          if (value === '' || value === null || value === undefined || criterion.values.includes(asText(value))) continue;
          throw new ServiceError(
            `The data you entered in cell ${addressOf(row, column)} violates the data validation rules set on this cell. Please enter one of the following values: ${criterion.values.join(', ')}.`,
          );
        }
  }
}
