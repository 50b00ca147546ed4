/** Things that live beside the cells and move with rows and columns: notes, metadata, protections, filters. */
import type { Box } from '../document/a1';

/** Something pinned to a tab, and to a rectangle of it where `box` is given. */
export interface Anchored {
  sheet: number;
  box?: Box;
}

/** A change of the grid's shape; `at` is the first row or column inserted or removed, from 1. */
export interface Shift {
  readonly sheet: number;
  readonly dimension: 'row' | 'column';
  readonly at: number;
  /** Negative removes. */
  readonly count: number;
}

/** The rectangle after the shift, or undefined when nothing of it is left. */
function shifted(box: Box, { dimension, at, count }: Shift): Box | undefined {
  const [start, size] = dimension === 'row' ? [box.row, box.rows] : [box.column, box.columns];
  const moved = count > 0 ? inserted(start, size, at, count) : removed(start, size, at, -count);
  if (moved.size <= 0) return undefined;
  return dimension === 'row'
    ? { ...box, row: moved.start, rows: moved.size }
    : { ...box, column: moved.start, columns: moved.size };
}

/** Moves all things of a list and drops those that have lost their last cell. */
export function shiftAll(things: Anchored[], shift: Shift): void {
  for (let index = things.length - 1; index >= 0; index -= 1) {
    const thing = things[index];
    if (!thing?.box || thing.sheet !== shift.sheet) continue;
    const box = shifted(thing.box, shift);
    if (box) thing.box = box;
    else things.splice(index, 1);
  }
}

interface Span {
  readonly start: number;
  readonly size: number;
}

function inserted(start: number, size: number, at: number, count: number): Span {
  if (at <= start) return { start: start + count, size };
  return at < start + size ? { start, size: size + count } : { start, size };
}

function removed(start: number, size: number, at: number, count: number): Span {
  const lost = Math.max(0, Math.min(start + size, at + count) - Math.max(start, at));
  const before = Math.max(0, Math.min(start, at + count) - at);
  return { start: start - before, size: size - lost };
}
