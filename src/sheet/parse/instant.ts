/** Points in time to calendar days in a named zone; the one place that asks the host for time zones. */
import type { Day } from '../../domain/facts/fact';
import type { CalendarDate } from '../grid';
import { dayIfValid } from './calendar';

const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

/** Calendar date of an instant in a zone such as `Europe/Berlin`; in UTC where the host knows no such zone. Never local getters. */
export function calendarDateOfInstant(instant: Date, zone: string): CalendarDate {
  const formatter = formatterOf(zone);
  const parts = formatter === undefined || Number.isNaN(instant.getTime()) ? undefined : formatter.formatToParts(instant);
  const part = (type: string): number => Number(parts?.find((candidate) => candidate.type === type)?.value);
  const year = part('year');
  if (Number.isInteger(year)) return { year, month: part('month'), day: part('day') };
  return { year: instant.getUTCFullYear(), month: instant.getUTCMonth() + 1, day: instant.getUTCDate() };
}

/** {@link calendarDateOfInstant} as a day. An instant before the year 1 or after 9999 is taken as 1970-01-01. */
export function dayOfInstant(instant: Date, zone: string): Day {
  const { year, month, day } = calendarDateOfInstant(instant, zone);
  return dayIfValid(year, month, day) ?? 0;
}

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  if (formatters.has(zone)) return formatters.get(zone);
  let formatter: Intl.DateTimeFormat | undefined;
  try {
    // Gregorian and Latin digits, whatever the host's own locale.
    const options = {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    } as const;
    formatter = new Intl.DateTimeFormat('en-US', options);
  } catch {
    formatter = undefined;
  }
  formatters.set(zone, formatter);
  return formatter;
}
