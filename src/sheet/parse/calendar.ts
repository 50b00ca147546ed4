/** Calendar arithmetic: days since 1970-01-01 to years, months and days and back, without a clock or a zone. */
import type { Day } from '../../domain/fact';
import type { CalendarDate } from '../grid';

/** Day of a calendar date, or undefined when there is no such date (30 February). Years 1 to 9999. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  // Years from March: leap days come last, so the day of the year needs no table.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** Calendar date of a day; the inverse of `dayOf`. */
export function calendarOf(day: Day): CalendarDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A day as `2026-01-31`. */
export function isoOf(date: Day | CalendarDate): string {
  const { year, month, day: dayOfMonth } = typeof date === 'number' ? calendarOf(date) : date;
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')].join('-');
}

/** The same day of the month `months` earlier, moved back to the month's end where it has fewer days: 31 March − 1 is 28 or 29 February. */
export function minusMonths(day: Day, months: number): Day {
  const date = calendarOf(day);
  const index = date.year * 12 + date.month - 1 - Math.trunc(months);
  const year = Math.min(9999, Math.max(1, Math.floor(index / 12)));
  const month = (((index % 12) + 12) % 12) + 1;
  return dayOf(year, month, Math.min(date.day, daysInMonth(year, month))) ?? day;
}
