/** What results make of a segment's promise: the deepest step that has events enough, drawn toward the mean of all. */
import fc from 'fast-check';
import { segmentRates, type ResultCounts } from '../../../src/domain/lanes/rate';

const row = (segment: string, contacted: number, counts: Partial<ResultCounts> = {}): ResultCounts => ({
  segment,
  contacted,
  replies: null,
  meetings: null,
  opportunities: null,
  won: null,
  ...counts,
});

it('is 1 for all without results, or with fewer than 30 events at every step', () => {
  expect(segmentRates(['A', 'B'], [])).toEqual([1, 1]);
  expect(segmentRates(['A', 'B'], [row('A', 100, { replies: 20 }), row('B', 100, { replies: 9 })])).toEqual([1, 1]);
});

it('adds fifty people at the common rate', () => {
  const rows = [row('A', 100, { replies: 15 }), row('B', 100, { replies: 15 }), row('A', 50, { replies: 15 })];
  // 45 of 250 is 18 %: A (30 + 9) ÷ 200, B (15 + 9) ÷ 150, C without results 9 ÷ 50.
  expect(segmentRates(['A', 'B', 'C'], rows)).toEqual([0.195, 0.16, 0.18]);
});

it('is one number for segments whose rates are equal, however they come about', () => {
  // 52 of 70 alone is (52 + 50 · 52 ÷ 70) ÷ 120 = 52 ÷ 70, in binary a hair less.
  const [own, common] = segmentRates(['A', 'B'], [row('A', 60, { replies: 45 }), row('A', 10, { replies: 7 })]);
  expect(own).toBe(common);
});

it('takes the deepest step that 30 events were counted at', () => {
  const rows = [row('A', 100, { replies: 50, meetings: 30, won: 29 }), row('B', 100, { replies: 10, meetings: 0, won: 0 })];
  expect(segmentRates(['A', 'B'], rows)).toEqual([(30 + 7.5) / 150, 7.5 / 150]);
});

it('leaves a row that is blank at the step out of both sums, and rows of other segments out of all', () => {
  const rows = [row('A', 100, { replies: 30 }), row('A', 900), row('gone', 1000, { replies: 900 }), row('', 10, { won: 10 })];
  const [rate] = segmentRates(['A'], rows);
  expect(rate).toBeCloseTo(0.3, 12);
});

it('lies between the segment’s own rate and that of all', () => {
  const counted = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(counted, { minLength: 1, maxLength: 6 }), (segments) => {
      const rows = segments.map(([contacted, share], index) =>
        row(`S${index}`, contacted, { replies: Math.floor(contacted * share) }),
      );
      const sum = (of: (each: ResultCounts) => number): number => rows.reduce((total, each) => total + of(each), 0);
      const events = sum(({ replies }) => replies ?? 0);
      const pool = events / sum(({ contacted }) => contacted);
      segmentRates(
        rows.map(({ segment }) => segment),
        rows,
      ).forEach((rate, index) => {
        const own = (rows[index]!.replies ?? 0) / rows[index]!.contacted;
        if (events < 30) expect(rate).toBe(1);
        else {
          expect(rate).toBeGreaterThanOrEqual(Math.min(own, pool) - 1e-12);
          expect(rate).toBeLessThanOrEqual(Math.max(own, pool) + 1e-12);
        }
      });
    }),
  );
});
