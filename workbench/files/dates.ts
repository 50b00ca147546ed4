/** Dates as spreadsheets keep them: a serial number of days since 1899-12-30 with a date format. */

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** `2026-11-21`, or `2026-11-21 14:30:00` when the serial holds a time; a time alone is `14:30:00`. */
export function textOfSerial(serial: number): string {
  const iso = new Date(EPOCH + Math.round(serial * 86_400) * 1000).toISOString();
  const day = iso.slice(0, 10);
  const time = iso.slice(11, 19);
  if (serial >= 0 && serial < 1) return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** Serials outside the years 1 to 9999 have no calendar text. */
export function hasCalendarText(serial: number): boolean {
  return serial * DAY_MS + EPOCH > Date.UTC(1, 0, 1) && serial * DAY_MS + EPOCH < Date.UTC(9999, 11, 31);
}

/** Serial of a day that a file counts from 1904. A time without a day, less than one, stays what it is. */
export function daysFrom1904(days: number): number {
  return days >= 0 && days < 1 ? days : days + 1462;
}
