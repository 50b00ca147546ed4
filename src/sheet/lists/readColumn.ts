/** A recognized column with its cells, and where in it cells of a kind stand. */
import type { Fact } from '../../domain/facts/fact';
import type { ColumnNote } from '../columns/columnStats';
import type { ColumnMatch } from '../columns/recognise';
import { addressText } from '../address';
import type { Cell } from '../grid';
import { makeFact, type ColumnReading } from '../parse/fact';
import { shownText } from '../parse/text';
import type { Table } from '../table/table';

/** A recognized column with its cells and how they are read. */
export interface ReadColumn {
  readonly match: ColumnMatch;
  readonly table: Table;
  readonly cells: readonly Cell[];
  readonly reading: ColumnReading;
  readonly notes: readonly ColumnNote[];
}

/** How many filled cells there are of a kind, and the address and text of the first; undefined without any. Equal cells are judged once. */
export function cellsWhere(
  { table, match, cells, reading }: ReadColumn,
  holds: (fact: Fact, cell: Cell) => boolean,
): { readonly count: number; readonly at: string; readonly found: string } | undefined {
  const judged = new Map<Cell, boolean>();
  let count = 0;
  let first = -1;
  cells.forEach((cell, row) => {
    if (cell === '') return;
    const known = judged.get(cell) ?? holds(makeFact(cell, reading), cell);
    judged.set(cell, known);
    if (!known) return;
    if (first < 0) first = row;
    count += 1;
  });
  if (first < 0) return undefined;
  const at = addressText({ tab: table.tab, row: table.rowNumbers[first] ?? 1, column: table.columns[match.column] ?? 1 });
  return { count, at, found: shownText(cells[first] ?? '') };
}
