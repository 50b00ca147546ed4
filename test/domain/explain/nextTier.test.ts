/** Facts about the way up: the smallest change, facts before mismatches. */
import fc from 'fast-check';
import type { Cell } from '../../support/domain/build';
import type { IcpRule } from '../../../src/domain/rules/rule';
import { nextTierOf } from '../../../src/domain/explain/nextTier';
import { computeAccounts } from '../../../src/domain/segments/run';
import { NEEDS_DATA, tierName } from '../../../src/domain/score/tier';
import { lists, plan, rule, test as asks } from '../../support/domain/build';

const yes = asks('is', 'yes');

function stepOf(icp: readonly IcpRule[], cells: Readonly<Record<string, Cell>>) {
  const columns = Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, [cell]]));
  const runResult = computeAccounts(lists(columns), plan({ icp }));
  const step = nextTierOf(runResult.profile, 0, runResult.plan.settings);
  return (
    step && [
      step.verify.map(({ rule: { field } }) => field),
      step.change.map(({ rule: { field } }) => field),
      tierName(step.tier),
    ]
  );
}

const weights = { A: 4, B: 3, C: 2, D: 1 };
const icp = Object.entries(weights).map(([field, weight]) => rule(field, yes, { weight }));

describe('nextTierOf', () => {
  it.each([
    [{ A: 'yes', B: 'yes', C: 'yes', D: 'yes' }, undefined],
    [{ A: 'yes', B: 'yes', C: null, D: 'no' }, [['C'], [], 'Tier 1']],
    [{ A: 'yes', B: 'yes', C: 'no', D: 'no' }, [[], ['C'], 'Tier 1']],
    [{ A: 'no', B: 'no', C: 'yes', D: 'yes' }, [[], ['A'], 'Tier 2']],
    [{ A: null, B: 'no', C: null, D: 'yes' }, [['A'], [], 'Tier 3']],
    [{ A: null, B: null, C: null, D: null }, [['A', 'B'], [], 'Tier 1']],
  ])('of %j is %j', (cells, expected) => {
    expect(stepOf(icp, cells)).toEqual(expected);
  });

  it('asks for the missing signal where only that holds Tier 1 back', () => {
    const gated = [...icp, rule('Hiring', yes, { dimension: 'Behavioral', weight: 3, ifBlank: 'no' })];
    const met = { A: 'yes', B: 'yes', C: 'yes', D: 'yes' };
    expect(stepOf(gated, { ...met, Hiring: null })).toEqual([['Hiring'], [], 'Tier 1']);
    expect(stepOf(gated, { ...met, Hiring: 'no' })).toEqual([[], ['Hiring'], 'Tier 1']);
  });

  it('asks for every unknown Must where nothing weighs', () => {
    const musts = ['A', 'B', 'C', 'D'].map((field) => rule(field, yes, { type: 'Must', weight: undefined }));
    expect(stepOf(musts, { A: 'yes', B: null, C: null, D: null })).toEqual([['B', 'C', 'D'], [], 'Tier 1']);
    expect(stepOf(musts, { A: null, B: null, C: null, D: null })).toEqual([['A', 'B', 'C', 'D'], [], 'Tier 1']);
  });

  it('goes on beyond three rules where it must', () => {
    const equal = Array.from({ length: 10 }, (_, i) => rule(`R${i}`, yes));
    const cells = Object.fromEntries(equal.map(({ field }) => [field, 'no']));
    const step = stepOf(equal, cells);
    expect(step?.[1]).toHaveLength(5);
    expect(step?.[2]).toBe('Tier 3');
  });

  it('is the smallest: no smaller set of the same kind would do, and the tier is what making the change gives', () => {
    const cell = fc.constantFrom<Cell>('yes', 'no', null);
    const sample = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 5 }), cell, isSignal: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(sample, (drawn) => {
        const rules = drawn.map(({ weight, isSignal }, i) =>
          rule(`R${i}`, yes, { weight, dimension: isSignal ? 'Behavioral' : 'Firmographic' }),
        );
        const tierOf = (met: ReadonlySet<string>): number => {
          const columns = Object.fromEntries(drawn.map(({ cell: now }, i) => [`R${i}`, [met.has(`R${i}`) ? 'yes' : now]]));
          return computeAccounts(lists(columns), plan({ icp: rules })).tiering.final[0]!;
        };
        const now = tierOf(new Set());
        const runResult = computeAccounts(
          lists(Object.fromEntries(drawn.map((d, i) => [`R${i}`, [d.cell]]))),
          plan({ icp: rules }),
        );
        const step = nextTierOf(runResult.profile, 0, runResult.plan.settings);
        const isBetter = (tier: number): boolean => (now === NEEDS_DATA ? tier !== NEEDS_DATA : tier < now);
        const open = drawn.flatMap((d, i) => (d.cell === 'yes' ? [] : [{ field: `R${i}`, isMissing: d.cell === null }]));
        const enough = subsets(open).filter((set) => isBetter(tierOf(new Set(set.map(({ field }) => field)))));
        if (!step) {
          expect(enough).toEqual([]);
          return;
        }
        const fields = [...step.verify, ...step.change].map(({ rule: { field } }) => field);
        expect(tierOf(new Set(fields))).toBe(step.tier);
        const changesOf = (set: typeof open): number => set.filter(({ isMissing }) => !isMissing).length;
        const fewest = Math.min(...enough.map(changesOf));
        const smallest = Math.min(...enough.filter((set) => changesOf(set) === fewest).map((set) => set.length));
        if (fewest <= 3 && smallest <= 3) expect([step.change.length, fields.length]).toEqual([fewest, smallest]);
      }),
    );
  });
});

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}
