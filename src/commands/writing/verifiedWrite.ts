/** A rectangle that is written only where nobody has typed, and once more where it was lost. */
import { isSameCell } from '../../sheet/cellText';
import { addressOf, isCalendarDate, type Cell, type Grid } from '../../sheet/grid';
import { readQuantity } from '../../sheet/parse/number';
import { styleOfLocale } from '../../sheet/parse/numberStyle';
import { shownText } from '../../sheet/parse/text';
import { clipped, refusal, Refusal, type Problem } from '../../sheet/problem';
import type { Tab } from '../workbook/tab';
import type { Rectangle, TextGuard, Workbook } from '../workbook/workbook';

/**
 * True where a cell holds what is written, what Sheets makes of that very text where its text format was lost, or, still, what it held
 * before. What is none of these a user has typed. A formula in `now` stands for itself, not for its result.
 */
export function isOurs(wanted: Cell, now: Cell, before: Cell, locale: string): boolean {
  return isSameCell(wanted, now) || isSameCell(before, now) || (typeof wanted === 'string' && isReading(wanted, now, locale));
}

/** Of what Sheets reads in text, what can be told for certain. Any other reading counts as typed: it is named, and nothing is lost. */
function isReading(text: string, now: Cell, locale: string): boolean {
  if (typeof now === 'string') return now === `=${text}` || text === `'${now}`;
  if (typeof now === 'boolean') return String(now) === text.toLowerCase();
  if (isCalendarDate(now)) {
    const numbers = [now.year, now.year % 100, now.month, now.day];
    return /^\d+([-./ ]+\d+)+$/.test(text) && text.split(/\D+/).every((digits) => numbers.includes(Number(digits)));
  }
  // Words beside a number are none that Sheets reads, and a band is no number.
  const { low, high = NaN } = (/[a-z]/i.test(text) ? undefined : readQuantity(text, styleOfLocale(locale))) ?? {};
  return /\d/.test(text) && [Number(text), low === high ? high : NaN].some((value) => Math.abs(value - now) < 1e-9);
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

export interface Watch {
  /** The tab as it was read, and as it is wanted, from A1 on; blank where they end. */
  readonly before: Grid;
  readonly wanted: Grid;
  /** First row looked at, from 1. All below it is, so that a row or column which came or went is seen wherever it pushes something. */
  readonly from?: number;
  /** Whether a cell is looked at, its row and column from 0 on. */
  readonly isWatched?: (row: number, column: number) => boolean;
}

/**
 * Looks, writes, and looks at what arrived: over what a user has typed nothing is written, neither the first time nor once more.
 * @throws Refusal naming the cells that hold something else than is wanted, at most 20; `again` is what to do once they are looked at.
 */
export function verifiedWrite(workbook: Workbook, tab: Tab, watch: Watch, again: string, write: () => void): void {
  const { before, from = 1 } = watch;
  const read = (): Grid => workbook.readFrom(tab, from);
  let formulas: readonly (readonly string[])[] = [];
  const isFine: Fine = (cell, now, row, column) => {
    const old = before[row]?.[column] ?? '';
    const formula = formulas[row - from + 1]?.[column] ?? '';
    // The team's formulas beside ours have results like any cell.
    return isOurs(cell, formula === '' || isSameCell(cell, old) ? now : formula, old, workbook.locale);
  };
  const written = (): Grid => {
    write();
    workbook.flush();
    return read();
  };
  const differing = (found: Grid, isRight: Fine): readonly Problem[] => differences(tab, watch, found, isRight, again);
  assertNone(differing(read(), isFine), 'nothing');
  const found = written();
  if (differing(found, isSameCell).length === 0) return;
  if (found.length > 0) formulas = workbook.formulas(tab, from, 1, found.length, found[0]?.length ?? 1);
  assertNone(differing(found, isFine), 'part');
  assertNone(differing(written(), isSameCell), 'part');
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

type Fine = (cell: Cell, now: Cell, row: number, column: number) => boolean;

function differences(
  tab: Tab,
  { wanted, from = 1, isWatched = () => true }: Watch,
  found: Grid,
  isFine: Fine,
  again: string,
): Problem[] {
  const problems: Problem[] = [];
  for (let row = from - 1; row < Math.max(wanted.length, from - 1 + found.length) && problems.length < 20; row += 1) {
    const [meant = [], line = []] = [wanted[row], found[row - from + 1]];
    for (let column = 0; column < Math.max(meant.length, line.length); column += 1) {
      const [cell, now] = [meant[column] ?? '', line[column] ?? ''];
      if (isWatched(row, column) && !isFine(cell, now, row, column))
        problems.push(differs(addressOf(tab.title, row + 1, column + 1), cell, now, again));
    }
  }
  return problems;
}

function differs(at: string, wanted: Cell, now: Cell, again: string): Problem {
  const found = shownText(now);
  const message = `The sheet holds "${clipped(found)}" where "${clipped(shownText(wanted))}" was meant to stand.`;
  const fix = `A user may have edited the tab at the same moment. Look at the row, then ${again}.`;
  return refusal({ code: 'CELL_DIFFERS', at, found, message, fix });
}
