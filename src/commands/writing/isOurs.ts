/** Which cell, looked at behind the flush, may be written once more: what the run wrote or found, never what a user has typed. */
import { isSameCell } from '../../sheet/cellText';
import { isCalendarDate, type Cell } from '../../sheet/grid';
import { readQuantity } from '../../sheet/parse/number';
import { styleOfLocale } from '../../sheet/parse/numberStyle';

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
