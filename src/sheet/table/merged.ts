/** Cells of a list that are merged: what one of them shows over several rows is the first row's alone. */
import { addressText } from '../address';
import type { Grid, Merge } from '../grid';
import { isBlank } from '../parse/blank';
import { shownText } from '../parse/text';
import { makeProblem, type Problem } from '../problem';
import type { Table } from './table';

interface Source {
  readonly tab: string;
  readonly grid: Grid;
  readonly merges?: readonly Merge[];
}

/** One problem for all merged cells below the headers that hold something; headers may well be merged. */
export function mergedCells({ tab, grid, merges = [] }: Source, { headerRow }: Table): readonly Problem[] {
  const valueOf = ({ row, column }: Merge): string => {
    const cell = grid[row - 1]?.[column - 1] ?? '';
    return isBlank(cell) ? '' : shownText(cell);
  };
  const hits = merges
    .filter((merge) => merge.row > headerRow && valueOf(merge) !== '')
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const [first] = hits;
  if (first === undefined) return [];
  return [
    makeProblem({
      severity: 'problem',
      code: 'CELLS_MERGED',
      at: addressText({ tab, row: first.row, column: first.column }),
      found: valueOf(first),
      message: 'Cells are merged; each counts for its first row and column alone, the others are blank there.',
      fix: 'Unmerge them and fill in every cell that is meant.',
      count: hits.length,
    }),
  ];
}
