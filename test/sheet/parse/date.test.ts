/** Days: calendar arithmetic against the host's UTC calendar, column evidence, and the law that the day never moves. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { calendarOf, dayIfValid, isoOf } from '../../../src/sheet/parse/calendar';
import { readDay } from '../../../src/sheet/parse/date';
import { inferDateOrder, orderOfLocale } from '../../../src/sheet/parse/dateOrder';
import { calendarDateOfInstant, dayOfInstant } from '../../../src/sheet/parse/instant';

const FIRST = dayIfValid(1, 1, 1)!;
const LAST = dayIfValid(9999, 12, 31)!;
const anyDay = fc.integer({ min: FIRST, max: LAST });

describe('days and dates', () => {
  it('agree with the UTC calendar on every day from 1899 to 2100', () => {
    const [first, last] = [dayIfValid(1899, 1, 1)!, dayIfValid(2100, 12, 31)!];
    const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    expect(days.filter((day) => isoOf(day) !== new Date(day * 86_400_000).toISOString().slice(0, 10))).toEqual([]);
    expect(days).toHaveLength(73_779);
  });

  it('are inverses of each other', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: dayOfMonth } = calendarOf(day);
        expect(dayIfValid(year, month, dayOfMonth)).toBe(day);
      }),
    );
  });

  it('know no 30 February, month 13 or day 0', () => {
    expect([
      dayIfValid(2024, 2, 30),
      dayIfValid(2023, 2, 29),
      dayIfValid(2024, 13, 1),
      dayIfValid(2024, 0, 1),
      dayIfValid(2024, 1, 0),
      dayIfValid(0, 1, 1),
      dayIfValid(2024.5, 1, 1),
    ]).toEqual(Array(7).fill(undefined));
    expect(dayIfValid(2024, 2, 29)).toBeDefined();
    expect(dayIfValid(2000, 2, 29)).toBeDefined();
    expect(dayIfValid(1900, 2, 29)).toBeUndefined();
  });
});

describe('readDay', () => {
  const MONTHS = ['Jan', 'February', 'Mar', 'April', 'May', 'Jun', 'July', 'Aug', 'Sept', 'Oct', 'November', 'Dec'];
  const style = (order: 'dmy' | 'mdy' | undefined) => ({ order, isDateColumn: false });

  it('gives back every day in every spelling', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayIfValid(1000, 1, 1)!, max: LAST }), (day) => {
        const { year, month, day: dayOfMonth } = calendarOf(day);
        expect(readDay({ year, month, day: dayOfMonth }, style(undefined))).toBe(day);
        expect(readDay(isoOf(day), style(undefined))).toBe(day);
        expect(readDay(`${isoOf(day)}T23:59:59.999-11:00`, style(undefined))).toBe(day);
        expect(readDay(`${dayOfMonth}/${month}/${year}`, style('dmy'))).toBe(day);
        expect(readDay(`${month}/${dayOfMonth}/${year}`, style('mdy'))).toBe(day);
        expect(readDay(`${dayOfMonth}.${month}.${year}`, style('mdy'))).toBe(day);
        expect(readDay(`${MONTHS[month - 1]} ${dayOfMonth}, ${year}`, style(undefined))).toBe(day);
        expect(readDay(`${dayOfMonth}-${MONTHS[month - 1]}-${year}`, style(undefined))).toBe(day);
      }),
    );
  });

  it('never reads a text two ways when the order is unknown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (one, other) => {
        expect(readDay(`${one}/${other}/2024`, style(undefined)) !== undefined).toBe(one === other);
      }),
    );
  });

  it('takes a time or duration without a day for no date', () => {
    expect(readDay({ year: 1899, month: 12, day: 30 }, { order: undefined, isDateColumn: true })).toBeUndefined();
  });

  it('takes serials and years for days in date columns alone', () => {
    expect(isoOf(readDay(44927, { order: undefined, isDateColumn: true })!)).toBe('2023-01-01');
    expect(isoOf(readDay(2019, { order: undefined, isDateColumn: true })!)).toBe('2019-01-01');
    expect(readDay(44927, style(undefined))).toBeUndefined();
    expect(readDay(250, { order: undefined, isDateColumn: true })).toBeUndefined();
  });
});

describe('inferDateOrder', () => {
  it('goes by a number above 12', () => {
    expect(inferDateOrder(['01/02/2020', '31/12/2020'], 'en-US')).toEqual({ order: 'dmy' });
    expect(inferDateOrder(['01/02/2020', '12/31/2020'], 'de-DE')).toEqual({ order: 'mdy' });
  });

  it('goes by the locale, with a note, when no date tells', () => {
    expect(inferDateOrder(['01/02/2020'], 'en-US')).toEqual({ order: 'mdy', note: expect.stringContaining('month/day') });
    expect(inferDateOrder(['01/02/2020'], 'en_GB')).toEqual({ order: 'dmy', note: expect.stringContaining('day/month') });
    expect(inferDateOrder(['2020-01-02', '03.04.2020'], 'en_US')).toEqual({ order: 'mdy' });
  });

  it('takes no side when both orders occur', () => {
    expect(inferDateOrder(['31/12/2020', '12/31/2020', '01/02/2020'], 'en-US').order).toBeUndefined();
  });

  it('knows which locales put the month first', () => {
    expect(['en-US', 'en_US', 'en', '', 'en-GB', 'de-DE', 'es_MX', 'en_CA'].map(orderOfLocale)).toEqual([
      'mdy',
      'mdy',
      'mdy',
      'mdy',
      'dmy',
      'dmy',
      'dmy',
      'dmy',
    ]);
  });
});

describe('calendarDateOfInstant', () => {
  it('is the date on the wall in the zone', () => {
    const instant = new Date('2026-01-01T10:30:00Z');
    const dates = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Etc/GMT+12'].map(
      (zone) => isoOf(calendarDateOfInstant(instant, zone)),
    );
    expect(dates).toEqual(['2026-01-01', '2026-01-01', '2026-01-02', '2026-01-01', '2026-01-01', '2025-12-31']);
    expect(dayOfInstant(instant, 'Pacific/Kiritimati')).toBe(dayIfValid(2026, 1, 2));
  });

  it('falls back to UTC for a zone the host does not know', () => {
    expect(isoOf(calendarDateOfInstant(new Date('2026-01-01T23:30:00Z'), 'Mars/Olympus'))).toBe('2026-01-01');
  });

  it('keeps midnight of the spreadsheet on its day over a year of daylight saving', () => {
    for (const zone of ['America/Los_Angeles', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Sao_Paulo']) {
      const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
      for (let hour = 0; hour < 366 * 24; hour += 5) {
        const instant = new Date(Date.UTC(2024, 0, 1, hour));
        const expected = wall.format(instant);
        expect(isoOf(calendarDateOfInstant(instant, zone))).toBe(expected);
      }
    }
  }, 60_000);
});

describe('the host zone', () => {
  it.each(['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Australia/Lord_Howe'])(
    '%s moves no day',
    (zone) => {
      // The suite is run in five zones as a whole; this asks one fresh process for the same few readings.
      const script = join(__dirname, 'zoneReadings.mjs');
      const output = execFileSync(process.execPath, [script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
      expect(output.trim()).toBe('2026-01-02 2024-02-29 2026-01-31 2026-03-29');
    },
  );
});
