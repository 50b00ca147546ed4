/** The grid of fit and signal: every account in one cell or beside it, by fit alone; and the three layers. */
import fc from 'fast-check';
import type { Override } from '../../../src/domain/rules/plan';
import type { IcpRule } from '../../../src/domain/rules/rule';
import { fitSignalGrid, type FitSignalGrid } from '../../../src/domain/score/grid';
import { alignedAccounts } from '../../../src/domain/score/layers';
import { computeAccounts } from '../../../src/domain/segments/run';
import { lists, plan, rule, test as asks, type Cell } from '../../support/domain/build';

const yes = asks('is', 'yes');
const BEHAVIOR = { dimension: 'Behavioral', ifBlank: 'no' } as const;
const SIGNALS = [
  rule('S', yes, { ...BEHAVIOR, weight: 6 }),
  rule('T', yes, { ...BEHAVIOR, weight: 3 }),
  rule('U', yes, { ...BEHAVIOR, weight: 1 }),
];

function gridOf(
  icp: readonly IcpRule[],
  columns: Readonly<Record<string, readonly Cell[]>>,
  overrides: readonly Override[] = [],
): FitSignalGrid | null {
  const { profile, scores, tiering, availability, plan: given } = computeAccounts(lists(columns), plan({ icp, overrides }));
  return fitSignalGrid(profile, scores, tiering, availability.available, given.settings);
}

it('names a cell by the cut of fit and the band of the signal, ends in', () => {
  const columns = {
    A: ['yes', 'yes', 'yes', 'yes', 'no'],
    S: ['yes', 'no', 'no', 'no', 'yes'],
    T: ['no', 'yes', 'no', 'no', 'no'],
    U: ['no', 'no', 'yes', null, 'no'],
  };
  const grid = gridOf([rule('A', yes), ...SIGNALS], columns);
  expect([0, 1, 2, 3, 4].map((account) => grid?.label(account))).toEqual(['1A', '1B', '1C', '1D', '4A']);
});

it('takes fit alone: no signal, no low score and no override moves an account', () => {
  const icp = [rule('A', yes, { weight: 5 }), rule('B', yes, { weight: 4 }), ...SIGNALS];
  const overrides: readonly Override[] = [{ key: 'a1', tier: 'Tier 4', reason: '', by: '' }];
  expect(gridOf(icp, { A: ['yes'], B: [null], S: ['no'], T: ['no'], U: ['no'] }, overrides)?.label(0)).toBe('1D');
});

it('counts beside the cells what is excluded, has no fit, or is known too little', () => {
  const icp = [rule('A', yes, { weight: 1 }), rule('B', yes, { weight: 2 }), rule('Out', yes, { type: 'Exclude' }), ...SIGNALS];
  const columns = {
    A: [null, 'yes', 'yes', 'yes'],
    B: [null, null, 'yes', 'yes'],
    Out: ['no', 'no', 'yes', 'no'],
    S: ['yes', 'yes', 'yes', 'yes'],
  };
  const grid = gridOf(icp, columns);
  expect(grid?.beside).toEqual({ excluded: 1, blankFit: 1, lowKnown: 1 });
  expect([0, 1, 2, 3].map((account) => grid?.label(account))).toEqual(['', '', '', '1A']);
});

it('is none without a signal rule that has a column', () => {
  expect(gridOf([rule('A', yes)], { A: ['yes'] })).toBeNull();
  expect(gridOf([rule('A', yes), ...SIGNALS], { A: ['yes'] })).toBeNull();
});

it('sums to all accounts for any list, and holds no more available ones than accounts', () => {
  const cell = fc.constantFrom('yes', 'no', null);
  const row = fc.record({ A: cell, B: cell, S: cell, T: cell, status: fc.constantFrom(null, 'Customer') });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const columns = {
        A: rows.map(({ A }) => A),
        B: rows.map(({ B }) => B),
        S: rows.map(({ S }) => S),
        T: rows.map(({ T }) => T),
        'Account status': rows.map(({ status }) => status),
      };
      const grid = gridOf([rule('A', yes, { weight: 2 }), rule('B', yes), ...SIGNALS], columns)!;
      expect(grid.cells.map(({ fit, signal }) => fit + signal[0]!)).toEqual(
        ['1', '2', '3', '4'].flatMap((fit) => ['H', 'M', 'L', 'N'].map((letter) => fit + letter)),
      );
      const { excluded, blankFit, lowKnown } = grid.beside;
      expect(grid.cells.reduce((sum, { accounts }) => sum + accounts, excluded + blankFit + lowKnown)).toBe(rows.length);
      grid.cells.forEach(({ accounts, available }, place) => {
        const label = `${Math.floor(place / 4) + 1}${'ABCD'[place % 4]!}`;
        const own = rows.filter((_, account) => grid.label(account) === label);
        expect([accounts, available]).toEqual([own.length, own.filter(({ status }) => status === null).length]);
      });
    }),
  );
});

describe('the three layers', () => {
  const icp = [
    rule('A', yes, { weight: 7 }),
    rule('B', yes, { weight: 3 }),
    rule('H', yes, BEHAVIOR),
    rule('R', yes, { dimension: 'Situational', ifBlank: 'no' }),
  ];
  const aligned = (columns: Readonly<Record<string, readonly Cell[]>>, rules: readonly IcpRule[] = icp) => {
    const { profile, scores, plan: given } = computeAccounts(lists(columns), plan({ icp: rules }));
    const mask = alignedAccounts(profile, scores, given.settings);
    return mask === null ? null : Array.from(mask);
  };

  it('agree where fit reaches the Tier 2 cut and both kinds of signal are met', () => {
    const columns = {
      A: ['yes', 'no', 'yes', 'yes', null],
      B: ['no', 'yes', 'yes', 'yes', null],
      H: ['yes', 'yes', 'no', 'yes', 'yes'],
      R: ['yes', 'yes', 'yes', null, 'yes'],
    };
    expect(aligned(columns)).toEqual([1, 0, 0, 0, 0]);
  });

  it('are not known where the plan lacks one of them', () => {
    expect(aligned({ A: ['yes'], B: ['yes'], H: ['yes'] })).toBeNull();
    expect(aligned({ H: ['yes'], R: ['yes'] })).toBeNull();
    expect(
      aligned({ A: ['yes'], H: ['yes'], R: ['yes'] }, [
        rule('A', yes),
        rule('H', yes, BEHAVIOR),
        rule('R', yes, { dimension: 'Situational', type: 'Exclude' }),
      ]),
    ).toBeNull();
  });
});
