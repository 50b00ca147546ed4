/** Facts about tiers: cuts, data, low score, signal, overrides, exclusion, and who is in the ICP. */
import type { IcpRule } from '../../../src/domain/rules/rule';
import type { Plan, Tier } from '../../../src/domain/rules/plan';
import type { Cell } from '../../support/domain/build';
import { CONFIRMED, IN_ICP, POSSIBLE } from '../../../src/domain/score/icp';
import { nextTierOf } from '../../../src/domain/explain/nextTier';
import { tierReason } from '../../../src/domain/explain/tierReason';
import { computeAccounts } from '../../../src/domain/segments/run';
import { tierByCut, tierName } from '../../../src/domain/score/tier';
import { bound, lists, plan, rule, test as asks } from '../../support/domain/build';

const yes = asks('is', 'yes');

function runResult(
  icp: readonly IcpRule[],
  columns: Readonly<Record<string, readonly Cell[]>>,
  rest: Parameters<typeof plan>[0] = {},
) {
  return computeAccounts(lists(columns), plan({ icp, ...rest }));
}

function tiers(...args: Parameters<typeof runResult>): Tier[] {
  return Array.from(runResult(...args).tiering.final, tierName);
}

describe('tierByCut', () => {
  it('puts a score equal to a cut into that tier (S3.8)', () => {
    expect([90, 89.99, 70, 50, 49.99].map((score) => tierName(tierByCut(score, [90, 70, 50])))).toEqual([
      'Tier 1',
      'Tier 2',
      'Tier 2',
      'Tier 3',
      'Tier 4',
    ]);
  });

  it('meets the cuts exactly after rounding to 4 decimals (S3.8)', () => {
    const weights = [8999, 1, 1000];
    const icp = weights.map((weight, i) => rule(`R${i}`, yes, { weight }));
    expect(tiers(icp, { R0: ['yes', 'yes'], R1: ['yes', 'no'], R2: ['no', 'no'] })).toEqual(['Tier 1', 'Tier 2']);
  });
});

describe('Needs data', () => {
  const icp = [rule('A', yes, { weight: 1 }), rule('B', yes, { weight: 1 })];
  it('is for a blank basis and for less than half known; exactly half is enough', () => {
    expect(tiers(icp, { A: ['yes', null], B: [null, null] })).toEqual(['Tier 2', 'Needs data']);
    const uneven = [rule('A', yes, { weight: 1 }), rule('B', yes, { weight: 2 })];
    expect(tiers(uneven, { A: ['yes'], B: [null] })).toEqual(['Needs data']);
  });

  it('has its threshold in the settings', () => {
    expect(tiers(icp, { A: ['yes'], B: [null] }, { settings: { needsDataBelow: 0.6 } })).toEqual(['Needs data']);
  });
});

describe('the low score', () => {
  it('holds an account to one tier above it', () => {
    const icp = [rule('A', yes, { weight: 5 }), rule('B', yes, { weight: 4 })];
    // Known 5/9, low 55.6 is Tier 3: Tier 1 by its cut, Tier 2 by its low.
    expect(tiers(icp, { A: ['yes'], B: [null] })).toEqual(['Tier 2']);
    // Known 6/10, low 70: one tier up is Tier 1.
    expect(tiers([rule('A', yes, { weight: 7 }), rule('B', yes, { weight: 3 })], { A: ['yes'], B: [null] })).toEqual(['Tier 1']);
  });
});

describe('the buying signal', () => {
  const icp = [rule('A', yes), rule('Hiring', yes, { dimension: 'Behavioral', weight: 0, ifBlank: 'no' })];
  it('is what Tier 1 needs where the plan asks for one (S3.16)', () => {
    expect(tiers(icp, { A: ['yes', 'yes', 'yes'], Hiring: ['yes', 'no', null] })).toEqual(['Tier 1', 'Tier 2', 'Tier 2']);
  });

  it('is not needed by setting, nor where the signal rule has no column', () => {
    expect(tiers(icp, { A: ['yes'], Hiring: ['no'] }, { settings: { tier1NeedsSignal: false } })).toEqual(['Tier 1']);
    expect(tiers(icp, { A: ['yes'] })).toEqual(['Tier 1']);
  });

  it('may come from If blank', () => {
    expect(
      tiers([rule('A', yes), rule('H', yes, { dimension: 'Situational', ifBlank: 'yes' })], { A: ['yes'], H: [null] }),
    ).toEqual(['Tier 1']);
  });
});

describe('Tier 2', () => {
  const icp = [
    rule('A', yes, { weight: 7 }),
    rule('B', yes, { weight: 3 }),
    rule('H', yes, { dimension: 'Behavioral', ifBlank: 'no' }),
  ];
  const columns = { A: ['yes', 'yes', 'yes', 'yes'], B: ['no', 'no', 'yes', 'yes'], H: ['yes', 'no', 'yes', 'no'] };
  it('asks for no signal until a setting says so; then whoever has none is Tier 3 (S3.17)', () => {
    expect(tiers(icp, columns)).toEqual(['Tier 2', 'Tier 2', 'Tier 1', 'Tier 2']);
    expect(tiers(icp, columns, { settings: { tier2NeedsSignal: true } })).toEqual(['Tier 2', 'Tier 3', 'Tier 1', 'Tier 3']);
  });

  it('needs none where no signal rule has a column', () => {
    expect(tiers(icp, { A: ['yes'], B: ['no'] }, { settings: { tier2NeedsSignal: true } })).toEqual(['Tier 2']);
  });
});

describe('rules without a column', () => {
  const half = [rule('A', yes, { weight: 2 }), rule('B', yes, { weight: 1 }), rule('Gone', yes, { weight: 3 })];
  const less = [rule('A', yes, { weight: 2 }), rule('B', yes, { weight: 2 }), rule('Gone', yes, { weight: 3 })];
  const columns = { A: ['yes', 'yes', 'no'], B: ['yes', 'no', 'no'] };
  it('that hold half of the weight leave no Tier 1 and nothing confirmed', () => {
    const { tiering, icp, profile } = runResult(half, columns);
    expect(Array.from(tiering.final, tierName)).toEqual(['Tier 2', 'Tier 3', 'Tier 4']);
    expect([icp.accounts, icp.confirmed, profile.isHalfLeftOut]).toEqual([1, 0, true]);
  });

  it('that hold less change no tier', () => {
    const { tiering, icp } = runResult(less, columns);
    expect(Array.from(tiering.final, tierName)).toEqual(['Tier 1', 'Tier 3', 'Tier 4']);
    expect(icp.confirmed).toBe(1);
  });

  it('count signal rules of either group, and weights to the last digit', () => {
    const tenths = [
      rule('A', yes, { weight: 0.3 }),
      rule('Gone', yes, { weight: 0.1 }),
      rule('Gone', yes, { weight: 0.2, dimension: 'Behavioral' }),
    ];
    expect(runResult(tenths, columns).profile.isHalfLeftOut).toBe(true);
    const must = [rule('A', yes, { type: 'Must', weight: 9 }), rule('B', yes), rule('Gone', yes)];
    expect(runResult(must, columns).profile.isHalfLeftOut).toBe(true);
    expect(runResult([rule('A', yes), rule('Gone', yes, { weight: 0 })], columns).profile.isHalfLeftOut).toBe(false);
  });

  it('leave overrides standing', () => {
    const overrides = [{ key: 'a1', tier: 'Tier 1', reason: '', by: '' }] as const;
    expect(tiers(half, columns, { overrides })).toEqual(['Tier 1', 'Tier 3', 'Tier 4']);
  });

  it('say why, and promise no way to Tier 1', () => {
    const result = runResult(half, columns);
    expect(tierReason(result, 0)).toBe(
      'Fit 100.0, but rules without a column hold half of the weight or more: no Tier 1 until they have one.',
    );
    expect(nextTierOf(result.profile, 0, result.plan.settings)).toBeUndefined();
  });
});

describe('exclusion', () => {
  const icp = [
    rule('A', yes),
    rule('Country', yes, { type: 'Must', weight: undefined }),
    rule('Competitor', yes, { type: 'Exclude', weight: undefined }),
  ];
  const columns = {
    A: ['yes', 'yes', 'yes', 'yes', 'yes'],
    Country: ['yes', 'no', null, 'yes', 'yes'],
    Competitor: [null, 'no', 'no', 'yes', 'no'],
    TAM: ['yes', 'yes', null, 'yes', 'no'],
  };

  it('comes from a failed Must, a met Exclude and the TAM bounds; unknowns stay in, flagged and unconfirmed', () => {
    const result = runResult(icp, columns, { tam: [bound('TAM', yes)] });
    expect(Array.from(result.tiering.final, tierName)).toEqual(['Tier 1', 'Excluded', 'Tier 1', 'Excluded', 'Excluded']);
    expect(result.counts).toEqual({ accounts: 5, scored: 2, excluded: 3, duplicates: 0, listed: 4, tiers: [2, 0, 0, 0, 0, 3] });
    expect(result.icp).toMatchObject({ accounts: 2, confirmed: 0, possible: 0 });
    expect(result.scores.fit[1]).toBe(100);
  });
});

describe('overrides (S3.7)', () => {
  const override = (key: string, tier: Plan['overrides'][number]['tier']) => ({ key, tier, reason: 'known', by: 'Ana' });
  const icp = [rule('A', yes), rule('B', yes, { type: 'Must', weight: undefined })];
  const columns = { A: ['no', null, 'yes', 'yes', 'no'], B: ['yes', 'yes', 'no', 'yes', 'yes'] };

  it('come last, the last row of a key winning, and lift Needs data but no exclusion', () => {
    const result = runResult(icp, columns, {
      overrides: [
        override('a1', 'Tier 2'),
        override('a1', 'Tier 3'),
        override('a2', 'Tier 1'),
        override('a3', 'Tier 1'),
        override('a4', 'Excluded'),
      ],
    });
    expect(Array.from(result.tiering.final, tierName)).toEqual(['Tier 3', 'Tier 1', 'Excluded', 'Excluded', 'Tier 4']);
    expect(Array.from(result.tiering.computed, tierName)).toEqual(['Tier 4', 'Needs data', 'Excluded', 'Tier 1', 'Tier 4']);
    expect([...result.tiering.overrides.keys()]).toEqual([0, 1, 3]);
  });

  it('of keys such as __proto__ are like any other', () => {
    const list = lists({ A: ['no', 'no'] }, ['__proto__', 'constructor']);
    const result = computeAccounts(list, plan({ icp: [rule('A', yes)], overrides: [override('__proto__', 'Tier 1')] }));
    expect(Array.from(result.tiering.final, tierName)).toEqual(['Tier 1', 'Tier 4']);
  });
});

describe('icpOf', () => {
  const icp = [rule('A', yes, { weight: 7 }), rule('B', yes, { weight: 3 })];
  it('confirms at a low score of 70 and calls possible what could still reach 70', () => {
    const result = runResult(icp, { A: ['yes', 'yes', null, 'no', 'no'], B: ['yes', null, 'yes', null, 'yes'] });
    expect(Array.from(result.icp.membership)).toEqual([IN_ICP | CONFIRMED, IN_ICP | CONFIRMED, POSSIBLE, 0, 0]);
    expect(Array.from(result.tiering.final, tierName)).toEqual(['Tier 1', 'Tier 1', 'Needs data', 'Tier 4', 'Tier 4']);
  });

  it('never calls an overridden account possible', () => {
    const overrides = [{ key: 'a1', tier: 'Tier 4', reason: '', by: '' } as const];
    expect(runResult(icp, { A: [null], B: ['yes'] }, { overrides }).icp.possible).toBe(0);
  });
});
