/** Facts about matching: operators, unknowns, ranges, If blank. */
import type { Cell } from '../../support/domain/build';
import type { Condition, Test } from '../../../src/domain/rules/rule';
import { MET, NOT_MET, UNKNOWN, isDecidedByBlank, matchFacts, matchRules } from '../../../src/domain/rules/match';
import { AS_OF, accounts, bound, day, fact, range, term, test as asks } from '../../support/domain/build';

function outcome(cell: Cell, asked: Test, ifBlank: Condition['ifBlank'] = 'unknown'): number | undefined {
  return matchFacts([fact(cell)], { name: '', field: '', test: asked, ifBlank }, AS_OF)[0];
}

describe('is, in and their negations', () => {
  it.each([
    ['SaaS', asks('is', 'saas'), MET],
    [' SaaS ', asks('is', 'Saas'), MET],
    ['Retail', asks('in', 'SaaS', 'Fintech'), NOT_MET],
    [['Retail', 'Fintech'], asks('in', 'SaaS', 'Fintech'), MET],
    [['Retail', 'Fintech'], asks('is', 'Retail; Fintech'), MET],
    [['Retail', 'Fintech'], asks('not in', 'SaaS', 'Fintech'), NOT_MET],
    ['Retail', asks('is not', 'SaaS'), MET],
    [null, asks('is', 'SaaS'), UNKNOWN],
    [null, asks('is not', 'SaaS'), UNKNOWN],
    [null, asks('not in', 'SaaS'), UNKNOWN],
    [100, asks('is', 100), MET],
    [100, asks('in', 99, 100), MET],
    [range(51, 200), asks('is', 100), UNKNOWN],
    [range(51, 200), asks('is not', 100), UNKNOWN],
    [range(51, 200), asks('is', 300), NOT_MET],
    [range(51, 200), asks('is not', 300), MET],
    [range(51, 200), asks('is', '51-200'), MET],
    ['__proto__', asks('in', 'constructor', '__proto__'), MET],
    ['toString', asks('in', 'constructor'), NOT_MET],
  ] as const)('%j against %j is %j', (cell, asked, expected) => {
    expect(outcome(cell, asked)).toBe(expected);
  });

  it('compares countries by code where both sides are recognised', () => {
    const dach: Test = { operator: 'is', terms: [{ ...term('DACH'), countries: ['DE', 'AT', 'CH'] }] };
    expect(outcome({ country: 'AT' }, dach)).toBe(MET);
    expect(outcome({ country: 'FR' }, dach)).toBe(NOT_MET);
    expect(outcome('somewhere', dach)).toBe(NOT_MET);
  });
});

describe('contains', () => {
  it('looks inside the whole cell', () => {
    expect(outcome('Computer Software', asks('contains', 'SOFT'))).toBe(MET);
    expect(outcome('Computer Software', asks('does not contain', 'soft'))).toBe(NOT_MET);
    expect(outcome(null, asks('does not contain', 'soft'))).toBe(UNKNOWN);
  });
});

describe('bounds', () => {
  it.each([
    [50, asks('at least', 50), MET],
    [49.999, asks('at least', 50), NOT_MET],
    [50, asks('at most', 50), MET],
    [50, asks('between', 50, 500), MET],
    [500, asks('between', 50, 500), MET],
    [500.01, asks('between', 50, 500), NOT_MET],
    [range(51, 200), asks('between', 50, 500), MET],
    [range(51, 200), asks('between', 100, 500), UNKNOWN],
    [range(51, 200), asks('between', 201, 500), NOT_MET],
    [range(51, 200), asks('at least', 200), UNKNOWN],
    [range(51, 200), asks('at least', 51), MET],
    [range(10_001, Infinity), asks('at least', 1000), MET],
    [range(10_001, Infinity), asks('at most', 1000), NOT_MET],
    [range(10_001, Infinity), asks('at most', 20_000), UNKNOWN],
    [range(-Infinity, 49), asks('at least', 50), NOT_MET],
    ['many', asks('at least', 50), UNKNOWN],
    [day(2020, 5, 1), asks('at least', day(2020, 5, 1)), MET],
    [day(2020, 4, 30), asks('between', day(2020, 5, 1), day(2021, 1, 1)), NOT_MET],
    [day(2020, 4, 30), asks('at least', 2015), UNKNOWN],
    [2020, asks('at least', day(2015, 1, 1)), UNKNOWN],
  ] as const)('%j against %j is %j', (cell, asked, expected) => {
    expect(outcome(cell, asked)).toBe(expected);
  });
});

describe('within last', () => {
  it.each([
    [day(2026, 6, 15), MET],
    [day(2025, 6, 15), MET],
    [day(2025, 6, 14), NOT_MET],
    [day(2026, 6, 16), UNKNOWN],
    ['soon', UNKNOWN],
  ] as const)('holds %j to both ends of the 12 months before 15 June 2026: %j', (cell, expected) => {
    expect(outcome(cell, asks('within last', 12))).toBe(expected);
  });
});

describe('is true and is false', () => {
  it('are unknown for a cell that is neither', () => {
    expect(outcome(true, asks('is true'))).toBe(MET);
    expect(outcome(true, asks('is false'))).toBe(NOT_MET);
    expect(outcome('perhaps', asks('is false'))).toBe(UNKNOWN);
  });
});

describe('is known and is unknown', () => {
  it('are always decided, whatever If blank says', () => {
    expect(outcome(null, asks('is known'), 'yes')).toBe(NOT_MET);
    expect(outcome(null, asks('is unknown'), 'no')).toBe(MET);
    expect(outcome('x', asks('is known'))).toBe(MET);
  });
});

describe('If blank', () => {
  it('decides blank and unusable cells, for negations too', () => {
    expect(outcome(null, asks('is', 'a'), 'yes')).toBe(MET);
    expect(outcome(null, asks('is', 'a'), 'no')).toBe(NOT_MET);
    expect(outcome(null, asks('is not', 'a'), 'no')).toBe(NOT_MET);
    expect(outcome('many', asks('at least', 5), 'no')).toBe(NOT_MET);
    expect(outcome(day(2030, 1, 1), asks('within last', 12), 'no')).toBe(NOT_MET);
  });

  it('never decides a range that straddles', () => {
    expect(outcome(range(1, 9), asks('at least', 5), 'yes')).toBe(UNKNOWN);
    expect(isDecidedByBlank(fact(range(1, 9)), bound('n', asks('at least', 5), { ifBlank: 'yes' }), AS_OF)).toBe(false);
    expect(isDecidedByBlank(fact(null), bound('n', asks('at least', 5), { ifBlank: 'yes' }), AS_OF)).toBe(true);
  });
});

describe('matchRules', () => {
  it('lists rules without a column apart, and reads a column named __proto__', () => {
    const list = accounts({ ['__proto__']: ['a', 'b'] });
    const { matched, absent } = matchRules(
      list,
      [bound('__proto__', asks('is', 'a')), bound('constructor', asks('is', 'a'))],
      AS_OF,
    );
    expect(matched.map(({ outcomes }) => [...outcomes])).toEqual([[MET, NOT_MET]]);
    expect(absent.map(({ field }) => field)).toEqual(['constructor']);
  });
});
