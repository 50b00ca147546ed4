/** Wilson and Newcombe intervals, contacts needed, split flag, against values computed elsewhere (SciPy 1.17). */
import fc from 'fast-check';
import { normalQuantile } from '../../../src/domain/stats/normal';
import { contactsNeeded, rateDifference, rateRange, shownRate } from '../../../src/domain/stats/rates';

const counts = fc
  .integer({ min: 1, max: 100_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));
const rate = (successes: number, trials: number) => rateRange(successes, trials)!;

describe('normalQuantile', () => {
  it.each([
    [0.975, 1.959963984540054],
    [0.8, 0.8416212335729143],
    [0.995, 2.5758293035489004],
    [0.02, -2.053748910631823],
    [0.999999, 4.753424308817087],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0470962993612],
    [0.5, 0],
  ])('of %d is %d', (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 12));

  it('is no number at or beyond the ends', () => {
    for (const p of [0, 1, -1, 2, Number.NaN]) expect(normalQuantile(p)).toBeNaN();
  });
});

describe('rateRange', () => {
  it.each([
    [3, 9, 0.95, 0.12058381838691096, 0.6457978644196036],
    [0, 10, 0.95, 0, 0.27753279986288926],
    [10, 10, 0.95, 0.7224672001371109, 1],
    [1, 1, 0.95, 0.20654931437723745, 1],
    [15, 100, 0.95, 0.09305985283656634, 0.23283559590832367],
    [2, 100, 0.95, 0.00550196755016235, 0.07001179072854391],
    [81, 263, 0.95, 0.2552885198782742, 0.36620957698280004],
    [50, 100, 0.9, 0.41884779611252954, 0.5811522038874705],
    [5, 20, 0.99, 0.08736390840107405, 0.5371887921483027],
  ])('of %d in %d at %d', (successes, trials, confidence, low, high) => {
    const range = rateRange(successes, trials, confidence)!;
    expect(range.low).toBeCloseTo(low, 12);
    expect(range.high).toBeCloseTo(high, 12);
  });

  it('is null without trials, for impossible counts and impossible confidences', () => {
    for (const [successes, trials] of [
      [0, 0],
      [-1, 5],
      [6, 5],
      [1.5, 5],
      [1, Number.NaN],
      [1, Infinity],
    ] as const) {
      expect(rateRange(successes, trials)).toBeNull();
    }
    for (const confidence of [0, 1, -0.5, 95, Number.NaN]) expect(rateRange(1, 2, confidence)).toBeNull();
  });

  it('keeps 0 ≤ low ≤ rate ≤ high ≤ 1', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0.01, max: 0.9999, noNaN: true }), ([successes, trials], confidence) => {
        const { rate: p, low, high } = rateRange(successes, trials, confidence)!;
        expect(0 <= low && low <= p && p <= high && high <= 1).toBe(true);
      }),
    );
  });

  it('mirrors: failures have the mirrored range', () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const [ours, mirrored] = [rate(successes, trials), rate(trials - successes, trials)];
        expect(ours.low).toBeCloseTo(1 - mirrored.high, 12);
        expect(ours.high).toBeCloseTo(1 - mirrored.low, 12);
      }),
    );
  });

  it('is narrower for the same rate from more trials, and wider for more confidence', () => {
    const width = (successes: number, trials: number, confidence = 0.95) => {
      const { low, high } = rateRange(successes, trials, confidence)!;
      return high - low;
    };
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 50 }), ([successes, trials], times) => {
        expect(width(successes * times, trials * times)).toBeLessThan(width(successes, trials));
        expect(width(successes, trials, 0.99)).toBeGreaterThan(width(successes, trials));
      }),
    );
  });

  it('solves the score equation |rate − p| = z·√(p(1 − p)/n) at both ends', () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const { rate: p, low, high } = rate(successes, trials);
        const z = normalQuantile(0.975);
        for (const end of [low, high].filter((each) => each > 0 && each < 1)) {
          expect(Math.abs(p - end)).toBeCloseTo(z * Math.sqrt((end * (1 - end)) / trials), 9);
        }
      }),
    );
  });
});

describe('shownRate', () => {
  it('S1.38: a rate is shown with its range and its counts', () => {
    expect(shownRate(rate(3, 9))).toBe('33.33 % (12 to 64.6 %, 3 of 9)');
    expect(shownRate(rate(15, 100))).toBe('15 % (9.3 to 23.3 %, 15 of 100)');
    expect(shownRate(rate(0, 10))).toBe('0 % (0 to 27.8 %, 0 of 10)');
  });
});

describe('rateDifference', () => {
  it.each([
    [56, 70, 48, 80, 0.2, 0.052431472402364815, 0.3338726540369059],
    [9, 10, 3, 10, 0.6, 0.17052272393450302, 0.8090179735354881],
    [10, 10, 0, 10, 1, 0.6075093504305242, 1],
    [0, 10, 0, 20, 0, -0.16112515805281935, 0.27753279986288926],
  ])('of %d in %d and %d in %d', (a, n, b, m, difference, low, high) => {
    const found = rateDifference(rate(a, n), rate(b, m));
    expect(found.difference).toBeCloseTo(difference, 12);
    expect(found.low).toBeCloseTo(low, 12);
    expect(found.high).toBeCloseTo(high, 12);
  });

  it('turns its sign with the order', () => {
    fc.assert(
      fc.property(counts, counts, ([a, n], [b, m]) => {
        const [one, other] = [rateDifference(rate(a, n), rate(b, m)), rateDifference(rate(b, m), rate(a, n))];
        expect(one.low).toBeCloseTo(-other.high, 12);
        expect(one.low <= one.difference && one.difference <= one.high).toBe(true);
      }),
    );
  });
});

describe('contactsNeeded', () => {
  it.each([
    [0.15, 0.02, 72],
    [0.5, 0.6, 388],
    [0.05, 0.15, 141],
    [0.1, 0.12, 3841],
  ])('S1.5: to tell %d from %d: %d in each group', (first, second, needed) => {
    expect(contactsNeeded(first, second)).toBe(needed);
    expect(contactsNeeded(second, first)).toBe(needed);
  });

  it('is null for equal rates and for what is no rate', () => {
    expect(contactsNeeded(0.1, 0.1)).toBeNull();
    expect(contactsNeeded(1.5, 0.1)).toBeNull();
    expect(contactsNeeded(Number.NaN, 0.1)).toBeNull();
  });

  it('falls as the rates move apart', () => {
    const gaps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.4].map((gap) => contactsNeeded(0.1, 0.1 + gap)!);
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
  });
});
