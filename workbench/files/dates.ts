/** Dates as spreadsheets keep them: a serial number of days since 1899-12-30 with a date format. */

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** True for formats that show a day or a time, e.g. `yyyy-mm-dd`; literals and colours in brackets do not count. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined) return false;
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]hms]*\]/gi, '').toLowerCase();
  return !bare.includes('general') && /[ymdhs]/.test(bare);
}

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

/**
 * Serial of a Date that a file reader made from a serial, through UTC so that no time zone moves it. The reader puts
 * a time without a day on the day before the file's epoch (1900 or 1904); it becomes a fraction of a day again.
 */
export function serialOf(date: Date, is1904: boolean): number {
  const time = date.getTime();
  if (!Number.isFinite(time)) return 0;
  const dayZero = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 31);
  const serial = time >= dayZero && time < dayZero + DAY_MS ? (time - dayZero) / DAY_MS : (time - EPOCH) / DAY_MS;
  return Math.round(serial * 1e10) / 1e10;
}
