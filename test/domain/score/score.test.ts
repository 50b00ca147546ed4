/** Facts about scores: sums, blanks, bounds of the unknown, exact rounding, the Must-only plan. */
import { percentOf, shownScore, shownWeight, unitsOf } from '../../../src/domain/facts/rounding';
import { computeAccounts } from '../../../src/domain/segments/run';
import { lists, plan, rule, test as asks } from '../../support/domain/build';

const yes = asks('is', 'yes');

function scoresOf(icp: Parameters<typeof plan>[0]['icp'], columns: Parameters<typeof lists>[0], settings = {}) {
  return computeAccounts(lists(columns), plan({ icp: icp ?? [], settings })).scores;
}

describe('scoreAccounts', () => {
  const icp = [
    rule('Industry', yes, { weight: 4 }),
    rule('Stack', yes, { weight: 3, dimension: 'Technographic' }),
    rule('Hiring', yes, { weight: 2, dimension: 'Behavioral' }),
    rule('Funding', yes, { weight: 1, dimension: 'Situational' }),
  ];

  it('makes fit of what fits, signal of what moves, all of everything', () => {
    const scores = scoresOf(icp, { Industry: ['yes'], Stack: ['no'], Hiring: ['yes'], Funding: ['no'] });
    expect([scores.fit[0], scores.signal[0], scores.all[0]]).toEqual([57.1429, 66.6667, 60]);
    expect(scores.basis).toBe(scores.fit);
  });

  it('leaves unknown rules out of the sums, and bounds the score by them', () => {
    const scores = scoresOf(icp, { Industry: ['yes'], Stack: [null], Hiring: ['no'], Funding: [null] });
    expect([scores.fit[0], scores.known[0], scores.low[0], scores.high[0]]).toEqual([100, 4 / 7, 57.1429, 100]);
    expect(scores.signal[0]).toBe(0);
  });

  it('is blank, not zero, where nothing is known', () => {
    const scores = scoresOf(icp, { Industry: [null], Stack: [null], Hiring: [null], Funding: [null] });
    expect([scores.fit[0], scores.signal[0], scores.all[0]]).toEqual([NaN, NaN, NaN]);
    expect([scores.known[0], scores.low[0], scores.high[0]]).toEqual([0, 0, 100]);
  });

  it('tiers by signal where only signal rules weigh, and by all rules on request', () => {
    const columns = { Industry: ['yes'], Hiring: ['no'] };
    const signalOnly = scoresOf(
      [rule('Hiring', yes, { dimension: 'Behavioral' }), rule('Industry', yes, { weight: 0 })],
      columns,
    );
    expect(signalOnly.basis).toBe(signalOnly.signal);
    const both = scoresOf(icp, columns, { tiersBy: 'all rules' });
    expect(both.basis).toBe(both.all);
    expect(both.basis[0]).toBe(66.6667);
  });

  it('weighs a Must that has an Importance and never an Exclude', () => {
    const gates = [
      rule('Industry', yes, { type: 'Must', weight: 3 }),
      rule('Stack', yes, { type: 'Exclude', weight: 9 }),
      rule('Size', yes),
    ];
    const scores = scoresOf(gates, { Industry: ['yes'], Stack: ['yes'], Size: ['no'] });
    expect(scores.fit[0]).toBe(75);
  });

  it('leaves a rule without a column out of every sum and lists it', () => {
    const runResult = computeAccounts(lists({ Industry: ['yes'] }), plan({ icp }));
    expect(runResult.scores.fit[0]).toBe(100);
    expect(runResult.profile.absent.map(({ field }) => field)).toEqual(['Stack', 'Hiring', 'Funding']);
  });

  it('is blank where no rule has a column', () => {
    const runResult = computeAccounts(lists({ Industry: ['yes'] }), plan({ icp: [rule('Nowhere', yes)] }));
    expect([runResult.scores.fit[0], runResult.scores.known[0]]).toEqual([NaN, 0]);
    expect(runResult.counts.tiers).toEqual([0, 0, 0, 0, 1, 0]);
  });
});

describe('scores of a plan of Musts alone', () => {
  const icp = [rule('A', yes, { type: 'Must', weight: undefined }), rule('B', yes, { type: 'Must', weight: undefined })];
  it.each([
    ['yes', 'yes', [100, 1, 100, 100]],
    ['yes', null, [NaN, 0, 0, 100]],
    ['yes', 'no', [0, 1, 0, 0]],
    [null, 'no', [0, 1, 0, 0]],
    [null, null, [NaN, 0, 0, 100]],
  ])('%j and %j give fit, known, low, high %j', (a, b, expected) => {
    const scores = scoresOf(icp, { A: [a], B: [b] });
    expect([scores.fit[0], scores.known[0], scores.low[0], scores.high[0]]).toEqual(expected);
    expect(scores.signal[0]).toBe(NaN);
  });
});

describe('percentOf', () => {
  it.each([
    [1, 3, 33.3333],
    [2, 3, 66.6667],
    [1, 32, 3.125],
    [1, 160_000, 0.0006],
    [3, 160_000, 0.0019],
    [899_949_999, 1_000_000_000, 89.995],
    [0, 7, 0],
    [7, 7, 100],
  ])('of %i in %i is %d', (part, whole, expected) => {
    expect(percentOf(part, whole)).toBe(expected);
  });

  it('rounds half up exactly where a binary half would not show', () => {
    expect(percentOf(1_000_001, 2_000_000)).toBe(50.0001);
    expect(percentOf(100_003, 200_000)).toBe(50.0015);
    expect(percentOf(3_999_999_997, 3_999_999_998)).toBe(100);
  });
});

describe('unitsOf', () => {
  it.each([
    [
      [4, 3, 2, 1],
      [4, 3, 2, 1],
    ],
    [
      [40, 20, 0],
      [2, 1, 0],
    ],
    [
      [0.1, 0.2, 0.3],
      [1, 2, 3],
    ],
    [
      [12.5, 37.5],
      [1, 3],
    ],
    [
      [0.000001, 1],
      [1, 1_000_000],
    ],
    [
      [3e9, 6e9],
      [1, 2],
    ],
    [
      [undefined, -1, Number.NaN, Infinity, 5],
      [0, 0, 0, 0, 1],
    ],
    [
      [undefined, 0],
      [0, 0],
    ],
  ])('of %j are %j', (weights, units) => {
    expect(unitsOf(weights)).toEqual(units);
  });

  it('are whole, and near enough, for weights finer than six decimals or too far apart', () => {
    expect(unitsOf([1 / 3, 2 / 3])).toEqual([1e9 - 0.5, 2e9 - 1].map(Math.round));
    expect(unitsOf([1e-300, 0, 1e308])).toEqual([1, 0, 1_333_333_332]);
  });
});

describe('shown numbers', () => {
  it('cut a score to one decimal: 89.99 is never 90', () => {
    expect([89.99, 57.3, 0.29, 100, 0, Number.NaN].map(shownScore)).toEqual(['89.9', '57.3', '0.2', '100.0', '0.0', '']);
  });

  it('show weights as typed', () => {
    expect([0.1 + 0.2, 12, 2.5].map(shownWeight)).toEqual(['0.3', '12', '2.5']);
  });
});
