/** Launch order, concentration, credits. */
import fc from 'fast-check';
import type { RankInputs } from '../../../src/domain/lanes/rank';
import { concentration, concentrationCheck, segmentCountCheck } from '../../../src/domain/lanes/concentration';
import { shareCredits } from '../../../src/domain/lanes/credits';
import { rankSegments } from '../../../src/domain/lanes/rank';

const SAME: RankInputs = { verdict: 'Pass', expected: 10, score: 50, priority: 1 };
const ranksOf = (...changes: Partial<RankInputs>[]) => rankSegments(changes.map((change) => ({ ...SAME, ...change })));

const inputs: fc.Arbitrary<RankInputs> = fc.record({
  verdict: fc.constantFrom('Pass' as const, 'Check' as const, 'Fail' as const),
  expected: fc.nat(5),
  score: fc.option(fc.nat(3)),
  priority: fc.option(fc.nat(3), { nil: undefined }),
});

describe('rankSegments', () => {
  it('S0.25: what fails goes last, Pass and Check by what is to be expected', () => {
    expect(
      ranksOf({ verdict: 'Fail', expected: 900 }, { verdict: 'Check', expected: 1 }, { verdict: 'Pass', expected: 0 }),
    ).toEqual([3, 1, 2]);
  });

  it('what is to be expected goes before the score', () => {
    expect(ranksOf({ expected: 10, score: 99 }, { expected: 11, score: 1 })).toEqual([2, 1]);
  });

  it('puts blank scores behind a score of 0, and blank priorities last', () => {
    expect(ranksOf({ score: null }, { score: 0 }, { score: 70 })).toEqual([3, 2, 1]);
    expect(ranksOf({ priority: undefined }, { priority: 2 }, { priority: 1 })).toEqual([3, 2, 1]);
    expect(ranksOf({ priority: undefined }, { priority: 1e9 })).toEqual([2, 1]);
  });

  it('leaves full ties in plan order', () => expect(ranksOf({}, {}, {})).toEqual([1, 2, 3]));

  it('gives every rank once', () => {
    fc.assert(
      fc.property(fc.array(inputs, { maxLength: 200 }), (segments) => {
        expect([...rankSegments(segments)].sort((a, b) => a - b)).toEqual(segments.map((_, index) => index + 1));
      }),
    );
  });
});

describe('concentration', () => {
  const of = (...assigned: number[]) =>
    concentration(assigned.map((count, index) => ({ segment: `S${index + 1}`, assigned: count })));

  it('S0.33: one segment that holds more than half of the plan is a finding, half is not', () => {
    expect(of(51, 49)).toMatchObject({ largest: 'S1', share: 0.51 });
    expect(concentrationCheck(of(51, 49))).toMatchObject({ status: 'Check', actual: 'S1 holds 51 %' });
    expect(concentrationCheck(of(50, 50)).status).toBe('Pass');
    expect(concentrationCheck(of(7)).status).toBe('Check');
  });

  it('is unknown when nothing is assigned', () => {
    expect(of(0, 0)).toEqual({ largest: '', share: null });
    expect(concentrationCheck(of()).status).toBe('Not known');
  });

  it.each([
    [0, 'Check'],
    [2, 'Check'],
    [3, 'Pass'],
    [7, 'Pass'],
    [8, 'Check'],
    [20, 'Check'],
  ])('S1.10: %d segments: %s', (segments, status) => expect(segmentCountCheck(segments).status).toBe(status));
});

describe('shareCredits', () => {
  const ask = (segment: string, rank: number, accounts: number, isFailing = false) => ({
    segment,
    rank,
    isFailing,
    accounts,
  });

  it('S1.40: pays the first segment in full before the next gets any', () => {
    const plan = shareCredits(250, 2, [ask('B', 2, 100), ask('A', 1, 80), ask('C', 3, 10)]);
    expect(plan?.shares.map(({ segment, wanted, granted, accounts }) => [segment, wanted, granted, accounts])).toEqual([
      ['A', 160, 160, 80],
      ['B', 200, 90, 45],
      ['C', 20, 0, 0],
    ]);
    expect(plan?.left).toBe(0);
  });

  it('S0.40: pays nothing for a segment that fails more than coverage', () => {
    const plan = shareCredits(100, 1, [ask('A', 1, 80, true), ask('B', 2, 50)]);
    expect(plan?.shares.map(({ granted }) => granted)).toEqual([0, 50]);
    expect(plan?.left).toBe(50);
    expect(plan?.shares.map(({ why }) => why)).toEqual(['Fails its checks: fix it before paying for data.', 'Paid in full.']);
  });

  it('refuses a budget or a price that cannot be shared', () => {
    expect(shareCredits(-1, 1, [])).toBeNull();
    expect(shareCredits(10, 0, [])).toBeNull();
    expect(shareCredits(Infinity, 1, [])).toBeNull();
  });

  it('never grants more than there is, and loses none', () => {
    const asks = fc.array(fc.nat(500), { maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 9 }), asks, (credits, price, wanted) => {
        const plan = shareCredits(
          credits,
          price,
          wanted.map((accounts, index) => ask(`S${index}`, index + 1, accounts)),
        )!;
        const granted = plan.shares.reduce((sum, share) => sum + share.granted, 0);
        expect(granted + plan.left).toBe(credits);
        expect(plan.left).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
