/** Order of day and month in a column, by its own evidence, else by the declared locale. */
import type { DateOrder } from './date';
import { partsYearLast } from './date';
import { fold } from '../../domain/facts/text';

export interface DateOrderFound {
  readonly order: DateOrder | undefined;
  /** One sentence when the order was chosen without evidence or the evidence contradicts itself. */
  readonly note?: string;
}

/**
 * Order of day and month in a column's texts. A number above 12 decides; without one the locale does (`en-US`: month first),
 * with a note; where both orders occur the order is undefined and only dates that can be read one way are used.
 */
export function inferDateOrder(texts: readonly string[], declaredLocale: string): DateOrderFound {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  for (const text of texts) {
    const parts = text.length > 60 ? undefined : partsYearLast(fold(text));
    if (parts === undefined || parts.isDotted) continue;
    if (parts.first > 12 && parts.second <= 12) dayFirst += 1;
    else if (parts.second > 12 && parts.first <= 12) monthFirst += 1;
    else if (parts.first !== parts.second) either += 1;
  }
  if (dayFirst > 0 && monthFirst > 0) {
    return {
      order: undefined,
      note: `Both day/month and month/day occur; ${either} dates that could be either are left out.`,
    };
  }
  if (dayFirst > 0) return { order: 'dmy' };
  if (monthFirst > 0) return { order: 'mdy' };
  const order = orderOfLocale(declaredLocale);
  if (either === 0) return { order };
  return {
    order,
    note: `No date shows whether day or month comes first; read as ${order === 'dmy' ? 'day/month' : 'month/day'} by the locale.`,
  };
}

/** Order of a locale such as `en_US` or `de-DE`; only the United States and the Philippines put the month first. */
export function orderOfLocale(locale: string): DateOrder {
  return /^(?:en|es|fil)[-_](?:us|pr|ph)\b/i.test(locale) || /^en$/i.test(locale) || locale === '' ? 'mdy' : 'dmy';
}
