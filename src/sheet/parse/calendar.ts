/** Calendar dates of cells and days since 1970-01-01, without a clock or a zone; the arithmetic is the domain's. */
import { dayOf, daysInMonth, partsOf } from '../../domain/facts/day';
import type { Day } from '../../domain/facts/fact';
import type { CalendarDate } from '../grid';

/** Day of a calendar date, or undefined when there is no such date (30 February). Years 1 to 9999. */
export function dayIfValid(year: number, month: number, day: number): Day | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayOf(year, month, day);
}

/** Calendar date of a day; the inverse of {@link dayIfValid}. */
export function calendarOf(day: Day): CalendarDate {
  return partsOf(day);
}

/** A day as `2026-01-31`. */
export function isoOf(date: Day | CalendarDate): string {
  const { year, month, day: dayOfMonth } = typeof date === 'number' ? calendarOf(date) : date;
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')].join('-');
}
