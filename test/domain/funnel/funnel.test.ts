/** Facts about the funnel: strict steps, what each filter costs apart from order, and whether it is worth it. */
import type { Matched } from '../../../src/domain/rules/match';
import type { BoundRule } from '../../../src/domain/rules/rule';
import { meanDifference } from '../../../src/domain/stats/difference';
import { boundFilters } from '../../../src/domain/funnel/filter';
import { funnelOf, funnelSteps } from '../../../src/domain/funnel/funnel';
import { matchRules } from '../../../src/domain/rules/match';
import { computeAccounts } from '../../../src/domain/segments/run';
import { seededStream } from '../../../src/domain/facts/seeded';
import { shapleyShares } from '../../../src/domain/funnel/shapley';
import { AS_OF, accounts, bound, lists, plan, rule, test as asks } from '../../support/domain/build';

const yes = asks('is', 'yes');

describe('funnelOf', () => {
  const columns = {
    Market: ['yes', 'yes', 'yes', 'yes', 'no', null],
    Country: ['yes', 'yes', 'yes', 'no', 'yes', 'yes'],
    Rival: ['no', 'no', null, 'no', 'no', 'no'],
    Size: ['yes', null, 'yes', 'yes', 'yes', 'yes'],
    Hiring: ['yes', 'yes', 'yes', 'yes', 'yes', null],
  };
  const runResult = computeAccounts(
    lists(columns),
    plan({
      tam: [bound('Market', yes)],
      icp: [
        rule('Size', yes),
        rule('Hiring', yes, { ifBlank: 'no', dimension: 'Behavioral' }),
        rule('Rival', yes, { type: 'Exclude', weight: undefined }),
        rule('Country', yes, { type: 'Must', weight: 2 }),
        rule('Nowhere', yes),
      ],
    }),
  );
  const funnel = funnelOf(runResult);

  it('goes TAM, Must, Exclude, Score; before − mismatch − unknown = after (S0.26)', () => {
    expect(funnel.steps).toEqual([
      { rule: 'Market', stage: 'TAM', before: 6, after: 4, mismatch: 1, unknown: 1 },
      { rule: 'Country', stage: 'Must', before: 4, after: 3, mismatch: 1, unknown: 0 },
      { rule: 'Rival', stage: 'Exclude', before: 3, after: 2, mismatch: 0, unknown: 1 },
      { rule: 'Size', stage: 'Score', before: 2, after: 1, mismatch: 0, unknown: 1 },
      { rule: 'Hiring', stage: 'Score', before: 1, after: 1, mismatch: 0, unknown: 0 },
    ]);
  });

  it('says what leaving out each filter gives back, mismatch and blank apart (S0.29)', () => {
    expect(funnel.filters.map(({ rule: name, freed }) => [name, freed.mismatch, freed.unknown])).toEqual([
      ['Market', 1, 0],
      ['Country', 1, 0],
      ['Rival', 0, 1],
      ['Size', 0, 1],
      ['Hiring', 0, 0],
    ]);
  });

  it('shares the whole loss out', () => {
    const whole = funnel.filters.reduce((sum, { loss }) => sum + loss, 0);
    expect(whole).toBeCloseTo(Math.log(7 / 2), 12);
    expect(funnel.filters.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12);
  });

  it('has shares of null where nothing is lost, and survives an empty list and an empty plan', () => {
    const open = funnelOf(computeAccounts(lists({ A: ['yes'] }), plan({ icp: [rule('A', yes)] })));
    expect(open.filters[0]).toMatchObject({ loss: 0, share: null });
    expect(funnelOf(computeAccounts(lists({ A: [] }), plan({ icp: [rule('A', yes)] }))).steps[0]).toMatchObject({
      before: 0,
      after: 0,
    });
    expect(funnelOf(computeAccounts(lists({ A: ['yes'] }), plan({}))).filters).toEqual([]);
  });
});

describe('filter quality (S0.29)', () => {
  // Industry goes with Size; Colour goes with nothing; Odd goes against Size.
  const size = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 'yes' : 'no'));
  const columns = {
    Size: size,
    Industry: size.map((cell, i) => (i % 10 === 9 ? 'yes' : cell)),
    Colour: size.map((_, i) => (Math.floor(i / 2) % 2 === 0 ? 'yes' : 'no')),
    Odd: size.map((cell, i) => (i % 20 === 0 ? 'yes' : cell === 'yes' ? 'no' : 'yes')),
  };
  const icp = [rule('Size', yes, { weight: 3 }), rule('Industry', yes), rule('Colour', yes), rule('Odd', yes)];
  const runResult = computeAccounts(lists(columns), plan({ icp }));

  it('raises quality or not by the mean score without the rule, which never shows that a rule lowers it', () => {
    expect(funnelOf(runResult).filters.map(({ rule: name, quality }) => [name, quality.verdict])).toEqual([
      ['Size', 'no evidence it helps'],
      ['Industry', 'raises quality'],
      ['Colour', 'no evidence it helps'],
      ['Odd', 'no evidence it helps'],
    ]);
  });

  it('goes by win rate where outcomes are known', () => {
    const outcomes = Int8Array.from(columns.Colour, (cell, i) => (i >= 200 ? -1 : cell === 'yes' ? 1 : 0));
    const { verdict, evidence } = funnelOf(runResult, outcomes).filters[2]!.quality;
    expect([verdict, evidence.slice(0, 62)]).toEqual([
      'raises quality',
      'Won 100 of 100 it keeps, 0 of 100 it removes: 100.0 points apa',
    ]);
  });

  it('lowers quality only where outcomes show it', () => {
    const outcomes = Int8Array.from(columns.Colour, (cell) => (cell === 'yes' ? 0 : 1));
    expect(funnelOf(runResult, outcomes).filters[2]!.quality.verdict).toBe('lowers quality');
  });

  it('is not known where too few remain on a side', () => {
    const few = computeAccounts(lists({ A: ['yes', 'no'], B: ['yes', 'no'] }), plan({ icp: [rule('A', yes), rule('B', yes)] }));
    expect(funnelOf(few).filters.map(({ quality }) => quality.verdict)).toEqual(['not known', 'not known']);
  });
});

describe('meanDifference', () => {
  it('is Welch’s interval', () => {
    // 1…10 against 7…20: difference −8, standard error √(9.1667 / 10 + 17.5 / 14), 21.98 degrees, t 2.0740.
    const sample = (from: number, to: number) => {
      const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
      return { n: numbers.length, sum: numbers.reduce((a, b) => a + b), sumOfSquares: numbers.reduce((a, b) => a + b * b, 0) };
    };
    const { value, low, high } = meanDifference(sample(1, 10), sample(7, 20))!;
    expect([value, low, high].map((number) => number.toFixed(3))).toEqual(['-8.000', '-11.053', '-4.947']);
  });

  it('has no width where nothing scatters, and is null for a single number', () => {
    const same = { n: 10, sum: 555.555, sumOfSquares: 10 * 55.5555 ** 2 };
    expect(meanDifference(same, same)).toEqual({ value: 0, low: 0, high: 0 });
    expect(meanDifference({ n: 1, sum: 1, sumOfSquares: 1 }, same)).toBeNull();
  });
});

describe('shapleyShares', () => {
  const filtersFor = (cells: readonly (readonly ('yes' | 'no')[])[]) => {
    const columns = Object.fromEntries(cells.map((column, i) => [`F${i}`, column]));
    const rules: BoundRule[] = cells.map((_, i) => bound(`F${i}`, yes));
    const matched: readonly Matched<BoundRule>[] = matchRules(accounts(columns), rules, AS_OF).matched;
    return boundFilters(matched);
  };
  const drawn = (filters: number, size: number) => {
    const next = seededStream(filters * 1000 + size);
    return Array.from({ length: filters }, (_, f) => Array.from({ length: size }, () => (next() < (f + 1) / 20 ? 'no' : 'yes')));
  };

  it('is the mean over every order, counted by hand', () => {
    const cells = drawn(5, 60);
    const filters = filtersFor(cells);
    const orders = permutations([0, 1, 2, 3, 4]);
    const means = [0, 0, 0, 0, 0];
    for (const order of orders) {
      const steps = funnelSteps(
        order.map((position) => filters[position]!),
        60,
      );
      order.forEach(
        (position, step) => (means[position]! += Math.log((1 + steps[step]!.before) / (1 + steps[step]!.after)) / orders.length),
      );
    }
    shapleyShares(filters, 60).losses.forEach((loss, position) => expect(loss).toBeCloseTo(means[position]!, 10));
  });

  it('gives equal filters equal parts', () => {
    const column: ('yes' | 'no')[] = ['yes', 'no', 'no', 'yes'];
    const { losses } = shapleyShares(filtersFor([column, column]), 4);
    expect(losses[0]).toBeCloseTo(Math.log(5 / 3) / 2, 12);
    expect(losses[1]).toBeCloseTo(Math.log(5 / 3) / 2, 12);
  });

  it('samples beyond twelve filters, the same each time, near the exact parts, summing to the whole', () => {
    const cells = drawn(12, 300);
    const idle = Array.from({ length: 300 }, () => 'yes' as const);
    const exact = shapleyShares(filtersFor(cells), 300);
    const sampled = shapleyShares(filtersFor([...cells, idle]), 300);
    expect([exact.isExact, sampled.isExact]).toEqual([true, false]);
    expect(sampled.total).toBeCloseTo(exact.total, 10);
    expect(sampled.losses[12]).toBe(0);
    exact.losses.forEach((loss, position) => expect(Math.abs(loss - sampled.losses[position]!)).toBeLessThan(0.1 * exact.total));
    expect(shapleyShares(filtersFor([...cells, idle]), 300)).toEqual(sampled);
  });

  it('shares the loss of forty filters', () => {
    const { losses, total } = shapleyShares(filtersFor(drawn(40, 50)), 50);
    expect(losses.every((loss) => loss >= 0 && Number.isFinite(loss))).toBe(true);
    expect(total).toBeGreaterThan(0);
  });
});

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
