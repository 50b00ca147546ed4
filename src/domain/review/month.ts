/** Calendar months as whole numbers, so that they can be counted and compared. Pure. */
import { partsOf } from '../facts/day';
import type { Day } from '../facts/fact';

/** Months since year 0: year × 12 + month − 1. */
export type Month = number;

/** The calendar month of a day, `2026-11`. */
export function monthOf(day: Day): Month {
  const { year, month } = partsOf(day);
  return year * 12 + month - 1;
}

/** `2026-05`. */
export function monthName(month: Month): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The month of `2026-05`, or undefined. */
export function monthNamed(name: string): Month | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name);
  return match === null ? undefined : Number(match[1]) * 12 + Number(match[2]) - 1;
}

const NAMES = 'January February March April May June July August September October November December'.split(' ');

/** The month as a word of a sentence, e.g. `October`. */
export function monthWord(month: Month): string {
  return NAMES[month % 12] ?? '';
}
