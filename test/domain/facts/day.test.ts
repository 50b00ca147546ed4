/** Facts about calendar days. */
import fc from 'fast-check';
import { dayOf, daysInMonth, minusMonths, partsOf } from '../../../src/domain/facts/day';

type DateParts = [year: number, month: number, day: number];

describe('dayOf and partsOf', () => {
  it('agree with the proleptic Gregorian calendar of the language', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 800_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(partsOf(day)).toEqual(parts);
        expect(dayOf(parts.year, parts.month, parts.day)).toBe(day);
      }),
    );
  });

  it('count from 1 January 1970', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(partsOf(-1)).toEqual({ year: 1969, month: 12, day: 31 });
  });
});

describe('minusMonths', () => {
  it.each([
    [[2026, 3, 31], 1, [2026, 2, 28]],
    [[2024, 3, 31], 1, [2024, 2, 29]],
    [[2024, 2, 29], 12, [2023, 2, 28]],
    [[2026, 1, 15], 1, [2025, 12, 15]],
    [[2026, 12, 31], 6, [2026, 6, 30]],
    [[2026, 6, 15], 0, [2026, 6, 15]],
    [[2026, 1, 31], -1, [2026, 2, 28]],
  ] as [DateParts, number, DateParts][])('%j less %i months is %j', (from, months, to) => {
    expect(minusMonths(dayOf(...from), months)).toBe(dayOf(...to));
  });
});

describe('daysInMonth', () => {
  it('knows leap centuries', () => {
    expect([daysInMonth(2000, 2), daysInMonth(1900, 2), daysInMonth(2024, 2), daysInMonth(2023, 2)]).toEqual([29, 28, 29, 28]);
    expect([daysInMonth(2023, 4), daysInMonth(2023, 12)]).toEqual([30, 31]);
  });
});
