/** Facts about contributions, reasons and the line a rep reads. */
import { contributionsTo, scorecardOf } from '../../../src/domain/explain/contribution';
import { explainAccount } from '../../../src/domain/explain/explain';
import { missingFields } from '../../../src/domain/explain/missing';
import { computeAccounts } from '../../../src/domain/segments/run';
import { tierReason } from '../../../src/domain/explain/tierReason';
import { bound, lists, plan, range, rule, test as asks } from '../../support/domain/build';

const yes = asks('is', 'yes');

describe('contributionsTo', () => {
  it('sums to the score to the last printed digit by the largest remainder', () => {
    expect(contributionsTo(100, [1, 1, 1])).toEqual([33.3334, 33.3333, 33.3333]);
    expect(contributionsTo(66.6667, [1, 0, 1])).toEqual([33.3334, 0, 33.3333]);
    expect(contributionsTo(90, [8, 1, 3])).toEqual([60, 7.5, 22.5]);
  });

  it('is all zeros for a blank score and for a score of 0', () => {
    expect(contributionsTo(Number.NaN, [1, 2])).toEqual([0, 0]);
    expect(contributionsTo(0, [0, 0])).toEqual([0, 0]);
  });
});

const icp = [
  rule('Industry', asks('in', 'SaaS', 'Fintech'), { weight: 4 }),
  rule('Employees', asks('between', 50, 500), { weight: 4 }),
  rule('Country', asks('is', 'DE'), { weight: 1 }),
  rule('Annual revenue', asks('at least', 1e7), { weight: 2 }),
];
const account = { Industry: ['SaaS'], Employees: [120], Country: ['FR'], 'Annual revenue': [null] };

describe('scorecardOf', () => {
  it('shows points met of points known, and rules met beside them (S3.7, S3.8)', () => {
    const { profile } = computeAccounts(lists(account), plan({ icp }));
    const card = scorecardOf(profile, 0);
    expect(card.basisScore).toEqual({ basis: 88.8889, known: 9 / 11, low: 72.7273, high: 90.9091 });
    expect(card.points).toEqual({ met: 8, known: 9, total: 11 });
    expect(card.rules).toEqual({ met: 2, known: 3, total: 4 });
    expect(card.lines.map(({ outcome, contribution, shown }) => [outcome, contribution, shown])).toEqual([
      ['met', 44.4445, 'SaaS'],
      ['met', 44.4444, '120'],
      ['not met', 0, 'FR'],
      ['unknown', 0, ''],
    ]);
  });

  it('takes apart the other scores too', () => {
    const mixed = [...icp, rule('Hiring', yes, { dimension: 'Behavioral', weight: 1, ifBlank: 'no' })];
    const { profile, scores } = computeAccounts(lists({ ...account, Hiring: [null] }), plan({ icp: mixed }));
    const signal = scorecardOf(profile, 0, 'signal');
    expect(signal.basisScore.basis).toBe(scores.signal[0]);
    expect(signal.lines[4]).toMatchObject({ outcome: 'not met', isDecidedByBlank: true, shown: '' });
    expect(scorecardOf(profile, 0, 'all').basisScore.basis).toBe(80);
  });

  it('shares 100 over the Musts where nothing weighs', () => {
    const musts = [rule('A', yes, { type: 'Must', weight: undefined }), rule('B', yes, { type: 'Must', weight: undefined })];
    const { profile } = computeAccounts(lists({ A: ['yes'], B: ['yes'] }), plan({ icp: musts }));
    expect(scorecardOf(profile, 0).lines.map(({ contribution, weight }) => [contribution, weight])).toEqual([
      [50, 1],
      [50, 1],
    ]);
  });
});

describe('explainAccount', () => {
  const explained = (columns: Parameters<typeof lists>[0], rest: Parameters<typeof plan>[0] = {}) =>
    explainAccount(computeAccounts(lists(columns), plan({ icp, ...rest })), 0);

  it('S3.7, S3.16: says tier, score, points, the tier by number of rules where it is another, what is missing, and the way up', () => {
    expect(explained(account)).toBe(
      'Tier 2 · fit 88.8 (8 of 9 points; 2 of 3 rules would be Tier 3): Industry ✓4, Employees ✓4, Country ✗1; missing: Annual revenue (2). ' +
        'Verify Annual revenue to reach Tier 1.',
    );
  });

  it('names a range that straddles as missing', () => {
    expect(explained({ ...account, Employees: [range(51, 1000)] })).toBe(
      'Needs data · fit 80.0 (4 of 5 points; 1 of 2 rules would be Tier 3): Industry ✓4, Country ✗1; missing: Employees (4) and Annual revenue (2). ' +
        'Verify Employees to reach Tier 2.',
    );
  });

  it('says why a tier is held back for want of a signal', () => {
    const withSignal = [...icp, rule('Hiring', yes, { dimension: 'Behavioral', ifBlank: 'no' })];
    const columns = { ...account, Country: ['DE'], 'Annual revenue': [2e7], Hiring: ['no'] };
    expect(explained(columns, { icp: withSignal })).toBe(
      'Tier 2 · fit 100.0 (11 of 11 points): Industry ✓4, Employees ✓4, Annual revenue ✓2, Country ✓1; no signal. ' +
        'Fit 100.0, but Tier 1 needs a buying signal and none is met.',
    );
    expect(explained({ ...columns, Hiring: ['yes'] }, { icp: withSignal })).toBe(
      'Tier 1 · fit 100.0 (11 of 11 points): Industry ✓4, Employees ✓4, Annual revenue ✓2, Country ✓1; signal: Hiring. Fit 100.0: 90 or more.',
    );
  });

  it('says who overrode it, and what excludes', () => {
    const overrides = [{ key: 'a1', tier: 'Tier 1', reason: 'board contact', by: 'Ana' } as const];
    expect(explained(account, { overrides })).toContain('Tier 1 · fit 88.8');
    expect(explained(account, { overrides })).toContain('Set to Tier 1 by Ana: board contact (the rules give Tier 2).');
    expect(explained(account, { tam: [bound('Country', asks('is', 'DE'))] })).toContain(
      'Excluded: is outside the TAM (Country).',
    );
  });

  it('says how little is known', () => {
    expect(explained({ ...account, Industry: [null], Employees: [null] })).toBe(
      'Needs data · fit 0.0 (0 of 1 points): Country ✗1; missing: Industry (4), Employees (4) and Annual revenue (2). ' +
        'Verify Industry and Employees to reach Tier 2.',
    );
    expect(explained({ Industry: [null], Employees: [null], Country: [null], 'Annual revenue': [null] })).toMatch(
      /^Needs data · fit unknown: missing/,
    );
  });

  it('counts the rules beyond the six heaviest', () => {
    const many = Array.from({ length: 9 }, (_, i) => rule(`R${i}`, yes, { weight: i + 1 }));
    const columns = Object.fromEntries(many.map(({ field }) => [field, ['yes']]));
    expect(explained(columns, { icp: many })).toBe(
      'Tier 1 · fit 100.0 (45 of 45 points): R8 ✓9, R7 ✓8, R6 ✓7, R5 ✓6, R4 ✓5, R3 ✓4, +3 more. Fit 100.0: 90 or more.',
    );
  });
});

describe('tierReason', () => {
  it('names what to verify, and flags an unknown Must', () => {
    const gated = [...icp, rule('Region', yes, { type: 'Must', weight: undefined })];
    const runResult = computeAccounts(
      lists({ ...account, Country: ['DE'], Employees: [null], 'Annual revenue': [2e7], Region: [null] }),
      plan({ icp: gated }),
    );
    expect(tierReason(runResult, 0)).toBe(
      'Fit 100.0, but 63.6 if what is missing does not match: verify Employees. Must on Region is unknown.',
    );
    expect(missingFields(runResult.profile, 0)).toEqual(['Employees', 'Region']);
  });

  it('cuts the known share, so that 49.9 % never reads as 50 %', () => {
    const uneven = [rule('A', yes, { weight: 499 }), rule('B', yes, { weight: 501 })];
    expect(tierReason(computeAccounts(lists({ A: ['yes'], B: [null] }), plan({ icp: uneven })), 0)).toBe(
      'Only 49 % of the weight is known: fill in B.',
    );
  });
});
