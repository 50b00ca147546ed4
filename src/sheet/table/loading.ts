/** Cells the spreadsheet is still calculating: whatever reads them waits, for no number made of them would be true. */
import { addressText, type TabRef, type Titles } from '../address';
import type { Grid } from '../grid';
import { isEmpty, isLoading } from '../parse/blank';
import { shownText } from '../parse/text';
import { makeProblem, type Problem } from '../problem';

/** A refusal that names the first such cell. `titles` are those of tabs given by id. */
export function findLoading({ tab, grid }: { readonly tab: TabRef; readonly grid: Grid }, titles?: Titles): Problem | undefined {
  for (let row = 0; row < grid.length; row += 1) {
    const cells = grid[row] ?? [];
    const column = cells.findIndex(isLoading);
    if (column < 0) continue;
    return makeProblem({
      severity: 'refusal',
      code: 'STILL_LOADING',
      at: addressText({ tab, row: row + 1, column: column + 1 }, titles),
      found: shownText(cells[column] ?? ''),
      message: 'The sheet is still calculating.',
      fix: 'Wait until the cells show their values, then run again.',
    });
  }
  return undefined;
}

/** True for a tab whose first filled cell is still to come, as an import from another file begins: nobody can tell yet what it holds. */
export function isPending(grid: Grid): boolean {
  const first = grid.find((cells) => !cells.every(isEmpty))?.find((cell) => !isEmpty(cell));
  return first !== undefined && isLoading(first);
}
