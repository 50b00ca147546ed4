/** A rectangle that is written only where nobody has typed, and once more where it was lost. */
import { isSameCell } from '../sheet/cellText';
import { addressOf, isCalendarDate, type Cell, type Grid } from '../sheet/grid';
import { asTyped } from '../sheet/ownBlock';
import { readQuantity } from '../sheet/parse/number';
import { styleOfLocale } from '../sheet/parse/numberStyle';
import type { Tab } from './tab';
import type { Rectangle, TextGuard, Workbook } from './workbook';

/**
 * True where a cell holds what is written, what Sheets makes of that very text where its text format was lost, or, still, what it held
 * before. What is none of these somebody has typed. A formula in `now` stands for itself, not for its result.
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
  return text.trim() !== '' && [Number(text), low === high ? high : NaN].some((value) => isSameCell(value, now));
}

/**
 * Looks, writes, and looks at what arrived: over what somebody has typed nothing is written, neither the first time nor once more.
 * @param before the tab as it was read, from A1 on; blank where it ends.
 * @returns address of the first cell that holds something else than was written; undefined where all arrived.
 */
export function writeSeen(
  workbook: Workbook,
  tab: Tab,
  rectangle: Rectangle,
  guard: TextGuard,
  before: Grid = [],
): string | undefined {
  const { row, column, cells, formats } = rectangle;
  const look = (): Grid => workbook.readBack(tab, row, column, cells.length, formats.length);
  const written = (): Grid => {
    workbook.write(tab, rectangle, guard);
    workbook.flush();
    return look();
  };
  const first = (found: Grid, isFine: (cell: Cell, now: Cell, before: Cell) => boolean): string | undefined => {
    for (const [y, line] of cells.entries()) {
      const x = line.findIndex((cell, at) => !isFine(cell, found[y]?.[at] ?? '', before[row - 1 + y]?.[column - 1 + at] ?? ''));
      if (x >= 0) return addressOf(tab.title, row + y, column + x);
    }
    return undefined;
  };
  const isFine = (cell: Cell, now: Cell, old: Cell): boolean => isOurs(cell, now, old, workbook.locale);
  const edited = first(look(), isFine);
  if (edited !== undefined) return edited;
  const found = written();
  if (first(found, isSameCell) === undefined) return undefined;
  const formulas = workbook.formulas(tab, row, column, cells.length, formats.length);
  return (
    first(
      found.map((line, y) => asTyped(line, formulas[y])),
      isFine,
    ) ?? first(written(), isSameCell)
  );
}
