/** The segment score and its inputs. */
import fc from 'fast-check';
import type { SegmentScoreInputs } from '../../../src/domain/lanes/segmentScore';
import { LEVELS } from '../../../src/domain/rules/plan';
import { ARTICLE_WEIGHTS, levelOf, scoreSegment, shareOfPoints } from '../../../src/domain/lanes/segmentScore';

const row = (fit: number, urgency: number, ...[reachable, coverage, competition]: ('High' | 'Medium' | 'Low')[]) =>
  ({ fit: shareOfPoints(fit), urgency, reachable, coverage, competition }) as SegmentScoreInputs;
const UNKNOWN: SegmentScoreInputs = { fit: null, urgency: null, reachable: null, coverage: null, competition: null };

const level = fc.option(fc.constantFrom(...LEVELS));
const anyInputs: fc.Arbitrary<SegmentScoreInputs> = fc.record({
  fit: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  urgency: fc.option(fc.double({ min: 1, max: 10, noNaN: true })),
  reachable: level,
  coverage: level,
  competition: level,
});

describe('scoreSegment', () => {
  it.each([
    ['Series B Fintech', row(9, 8, 'High', 'High', 'Low'), 95, 95],
    ['Mid-Market Retail', row(5, 3, 'Medium', 'Medium', 'High'), 45, 45],
    ['Enterprise Healthcare', row(8, 6, 'Low', 'High', 'Medium'), 69.6, 70],
    ['Public Tech', row(7, 5, 'High', 'High', 'High'), 65, 65],
  ])('S1.15: %s', (_, inputs, exact, shown) => {
    const { score } = scoreSegment(inputs);
    expect(score).toBe(exact);
    expect(Math.round(score!)).toBe(shown);
  });

  it('S1.16: the preset is 30 / 10 / 12 / 18 / 30', () => {
    expect(ARTICLE_WEIGHTS).toEqual({ fit: 30, urgency: 10, reachable: 12, coverage: 18, competition: 30 });
  });

  it('S1.16: equal weights do not give the article’s totals', () => {
    const equal = { fit: 1, urgency: 1, reachable: 1, coverage: 1, competition: 1 };
    expect(scoreSegment(row(8, 6, 'Low', 'High', 'Medium'), equal).score).toBe(66);
    expect(scoreSegment(row(7, 5, 'High', 'High', 'High'), equal).score).toBe(70);
  });

  it('leaves unknown inputs out and shares their weight again', () => {
    expect(scoreSegment({ ...UNKNOWN, fit: 0.9, urgency: 8 })).toMatchObject({
      score: 87.5,
      unknown: ['reachable', 'coverage', 'competition'],
    });
    expect(scoreSegment(UNKNOWN)).toEqual({
      score: null,
      points: [],
      unknown: ['fit', 'urgency', 'reachable', 'coverage', 'competition'],
    });
  });

  it('has no score when the known inputs carry no weight', () => {
    expect(scoreSegment({ ...UNKNOWN, urgency: 8 }, { ...ARTICLE_WEIGHTS, urgency: 0 }).score).toBeNull();
  });

  it('takes points outside of 1–10 and shares outside of 0–1 as unknown', () => {
    for (const points of [0, 0.99, 10.01, -3, Number.NaN, Infinity]) expect(shareOfPoints(points)).toBeNull();
    expect(scoreSegment({ ...UNKNOWN, fit: 8 }).score).toBeNull();
    expect([1, 10].map(shareOfPoints)).toEqual([0.1, 1]);
  });

  it('stays within 0–100, and its points sum to it', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const { score, points } = scoreSegment(inputs);
        if (score === null) return;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(points.reduce((sum, line) => sum + line.points, 0)).toBeCloseTo(score, 9);
      }),
    );
  });

  it('does not change when all weights are multiplied', () => {
    fc.assert(
      fc.property(anyInputs, fc.integer({ min: 1, max: 1000 }), (inputs, times) => {
        const { fit, urgency, reachable, coverage, competition } = ARTICLE_WEIGHTS;
        const weights = {
          fit: fit * times,
          urgency: urgency * times,
          reachable: reachable * times,
          coverage: coverage * times,
          competition: competition * times,
        };
        const [one, many] = [scoreSegment(inputs).score, scoreSegment(inputs, weights).score];
        expect(many ?? -1).toBeCloseTo(one ?? -1, 9);
      }),
    );
  });

  it('is right for weights of any size', () => {
    const inputs = { fit: 0.5, urgency: 5, reachable: null, coverage: null, competition: null };
    const weights = { fit: 1e308, urgency: 1e308, reachable: 0, coverage: 0, competition: 0 };
    expect(scoreSegment(inputs, weights).score).toBe(50);
    expect(scoreSegment({ ...inputs, fit: 1 }, { ...weights, urgency: 1 }).score).toBe(100);
  });

  it('never falls when fit rises or competition eases', () => {
    fc.assert(
      fc.property(
        anyInputs,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (inputs, a, b) => {
          const at = (fit: number) => scoreSegment({ ...inputs, fit }).score!;
          expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)));
          const among = (competition: 'High' | 'Medium' | 'Low') => scoreSegment({ ...inputs, fit: a, competition }).score!;
          expect(among('Low')).toBeGreaterThanOrEqual(among('Medium'));
          expect(among('Medium')).toBeGreaterThanOrEqual(among('High'));
        },
      ),
    );
  });
});

describe('levelOf', () => {
  it.each([
    [1, 'High'],
    [0.8, 'High'],
    [0.79999, 'Medium'],
    [0.5, 'Medium'],
    [0.49999, 'Low'],
    [0, 'Low'],
    [null, null],
    [Number.NaN, null],
  ])('S1.14: %p is %s', (share, expected) => expect(levelOf(share)).toBe(expected));
});
