/** Dates as lists hold them, read to calendar days; the day never moves. */
import type { Day } from '../../domain/facts/fact';
import { isCalendarDate, type Cell } from '../grid';
import { dayIfValid } from './calendar';
import { matchMonthName } from './monthNames';
import { fold } from '../../domain/facts/text';

export { isoOf } from './calendar';

export type DateOrder = 'dmy' | 'mdy';

/** How a column writes its dates. `order` undefined: only dates that need no order are read. */
export interface DateStyle {
  readonly order: DateOrder | undefined;
  /** The column's evidence says dates: bare years and spreadsheet serials count as days too. */
  readonly isDateColumn: boolean;
}

/**
 * Day that a cell stands for, or undefined. A time of day is dropped: the day is the one written, in no zone but its own.
 * A period is its first day: `2012-Q2` is 2012-04-01, `May 2024` is 2024-05-01; in a date column `2012` is 2012-01-01.
 */
export function readDay(cell: Cell, style: DateStyle): Day | undefined {
  if (typeof cell === 'boolean') return undefined;
  if (typeof cell === 'number') return style.isDateColumn ? dayOfNumber(cell) : undefined;
  if (isCalendarDate(cell)) {
    // Times and durations without a day arrive as the last days of 1899.
    return cell.year === 1899 && cell.month === 12 && cell.day >= 30 ? undefined : dayIfValid(cell.year, cell.month, cell.day);
  }
  if (cell.length < 4 || cell.length > 60 || !/\p{Nd}/u.test(cell)) return undefined;
  const text = fold(cell);
  return yearFirst(text) ?? yearLast(text, style.order) ?? matchMonthName(text, dayIfValid) ?? quarter(text) ?? bare(text, style);
}

const TIME = String.raw`(?:(?:t|,? +)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)? *(?:[ap]\.?m\.?)? *(?:z|utc|gmt|[a-z]{3,4}|(?:utc|gmt)?[+\-−]\d{1,2}:?\d{0,2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2})${TIME})?$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})${TIME}$`);

function yearFirst(text: string): Day | undefined {
  const match = YEAR_FIRST.exec(text);
  if (match === null) return undefined;
  // `2024.5` and `2024/5` are numbers or fractions rather than months.
  if (match[4] === undefined && match[2] !== '-') return undefined;
  if (match[4] === undefined && match[3]?.length !== 2) return undefined;
  return dayIfValid(Number(match[1]), Number(match[3]), Number(match[4] ?? 1));
}

function yearLast(text: string, order: DateOrder | undefined): Day | undefined {
  const parts = partsYearLast(text);
  if (parts === undefined) return undefined;
  const { first, second, year, isDotted } = parts;
  const asDmy = dayIfValid(year, second, first);
  const asMdy = dayIfValid(year, first, second);
  if (isDotted) return asDmy;
  if (order === undefined) return asDmy === undefined || asMdy === undefined || asDmy === asMdy ? (asDmy ?? asMdy) : undefined;
  return order === 'dmy' ? asDmy : asMdy;
}

interface YearLastParts {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  /** Dots are written day first everywhere. */
  readonly isDotted: boolean;
}

/** Parts of a date with the year at the end; a year of two digits is 2000–2029 or 1930–1999, as spreadsheets take it. */
export function partsYearLast(text: string): YearLastParts | undefined {
  const match = YEAR_LAST.exec(text);
  if (match === null) return undefined;
  const digits = match[4] ?? '';
  const number = Number(digits);
  const year = digits.length === 4 ? number : number < 30 ? 2000 + number : 1900 + number;
  return { first: Number(match[1]), second: Number(match[3]), year, isDotted: match[2] === '.' };
}

function quarter(text: string): Day | undefined {
  const match = /^(\d{4})[- ]?q([1-4])$/.exec(text) ?? /^q([1-4])[-/ ]?(\d{4})$/.exec(text);
  if (match === null) return undefined;
  const [year, number] = match[1]?.length === 4 ? [match[1], match[2]] : [match[2], match[1]];
  return dayIfValid(Number(year), 3 * Number(number) - 2, 1);
}

function bare(text: string, style: DateStyle): Day | undefined {
  if (!style.isDateColumn || !/^\d{4,8}(?:\.\d+)?$/.test(text)) return undefined;
  return dayOfNumber(Number(text));
}

/** Years 1000–2999, spreadsheet serials of 1927–2173 and days written as `20240105`; the gaps between them keep the three apart. */
function dayOfNumber(value: number): Day | undefined {
  if (Number.isInteger(value) && value >= 15000101 && value <= 21991231)
    return dayIfValid(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100);
  if (Number.isInteger(value) && value >= 1000 && value <= 2999) return dayIfValid(value, 1, 1);
  return value >= 10000 && value < 100000 ? Math.floor(value) - 25569 : undefined;
}
