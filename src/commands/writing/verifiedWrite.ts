/** One piece of a tab that is written only where no user has typed, and once more where it was lost. */
import { isSameCell } from '../../sheet/cellText';
import type { Cell, Grid } from '../../sheet/grid';
import { shownText } from '../../sheet/parse/text';
import { clipped, refusal, Refusal, type Problem } from '../../sheet/problem';
import type { Tab } from '../workbook/tab';
import { tabAddress } from '../workbook/tabAddress';
import type { Rectangle, TextGuard, Workbook } from '../workbook/workbook';
import { isOurs } from './isOurs';
import { differingCells, verifyPieces, writePieces, type Fine, type Looked, type Piece } from './pieces';

/** What is looked at, and what for. */
interface Watch extends Looked {
  /** The tab as it was read, from A1 on; blank where it ends. */
  readonly before: Grid;
}

/**
 * Writes one piece of a tab: over what a user has typed nothing is written, neither the first time nor once more.
 * @throws Refusal naming the cells that hold something else than is wanted, at most 20; `again` is what to do once they are looked at.
 */
export function verifiedWrite(workbook: Workbook, tab: Tab, watch: Watch, again: string, write: () => void): void {
  const { before, from = 1 } = watch;
  const read = (): Grid => workbook.readFrom(tab, from);
  const differing = (found: Grid, isRight: Fine): readonly Problem[] =>
    differingCells(watch, found, isRight).map(({ row, column, wanted, now }) =>
      notAsMeant(tabAddress(workbook, tab, row + 1, column + 1), wanted, now, again),
    );
  // The team's formulas beside ours have results like any cell.
  const fineWith =
    (formulas: readonly (readonly string[])[]): Fine =>
    (cell, now, row, column) => {
      const old = before[row]?.[column] ?? '';
      const formula = formulas[row - from + 1]?.[column] ?? '';
      return isOurs(cell, formula === '' || isSameCell(cell, old) ? now : formula, old, workbook.locale);
    };
  const flush = (): void => {
    workbook.flush();
  };
  const piece: Piece = {
    look: () => {
      assertNone(differing(read(), fineWith([])), 'nothing');
    },
    write,
    read,
    differences: (found) => differing(found, isSameCell),
  };
  writePieces([piece], flush);
  const refuseTyped = (found: Grid): void => {
    const formulas = found.length > 0 ? workbook.formulas(tab, from, 1, found.length, found[0]?.length ?? 1) : [];
    assertNone(differing(found, fineWith(formulas)), 'part');
  };
  const { differences } = verifyPieces(
    [piece],
    (all) => {
      for (const { found } of all) refuseTyped(found);
    },
    flush,
  );
  assertNone(differences, 'part');
}

function assertNone(problems: readonly Problem[], wrote: 'nothing' | 'part'): void {
  if (problems.length > 0) throw new Refusal(problems, { wrote });
}

/** What {@link verifiedRectangle} goes by: the tab as it was read, which of it is looked at, and what to do after a refusal. */
export interface RectangleWrite extends Pick<Watch, 'before' | 'from' | 'isWatched'> {
  readonly guard: TextGuard;
  readonly again: string;
}

/** A {@link verifiedWrite} of one rectangle, for which the tab is made large enough. @returns the tab as it then stands. */
export function verifiedRectangle(workbook: Workbook, tab: Tab, rectangle: Rectangle, how: RectangleWrite): Grid {
  const { guard, again, ...watch } = how;
  const wanted = overlaid(watch.before, rectangle);
  workbook.grow(tab, rectangle.row + rectangle.cells.length - 1, rectangle.column + rectangle.formats.length - 1);
  verifiedWrite(workbook, tab, { ...watch, wanted }, again, () => {
    workbook.write(tab, rectangle, guard);
  });
  return wanted;
}

/** A grid from A1 on with the rectangle laid over it. */
function overlaid(grid: Grid, { row, column, cells }: Rectangle): Grid {
  return Array.from({ length: Math.max(grid.length, row - 1 + cells.length) }, (_, y) => {
    const line = [...(grid[y] ?? [])];
    (cells[y - row + 1] ?? []).forEach((cell, x) => {
      line[column - 1 + x] = cell;
    });
    return Array.from(line, (cell: Cell | undefined) => cell ?? '');
  });
}

function notAsMeant(at: string, wanted: Cell, now: Cell, again: string): Problem {
  const found = shownText(now);
  const message = `The sheet holds "${clipped(found)}" where "${clipped(shownText(wanted))}" was meant to stand.`;
  const fix = `A user may have edited the tab at the same moment. Look at the row, then ${again}.`;
  return refusal({ code: 'CELL_DIFFERS', at, found, message, fix });
}
