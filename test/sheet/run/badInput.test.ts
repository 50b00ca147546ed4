/** Input nobody should type: a sentence or a right answer, never a wrong number. */
import fc from 'fast-check';
import { reportOf } from '../../../src/commands/result/report';
import type { Cell } from '../../../src/sheet/grid';
import type { JsonRow } from '../../../src/sheet/plan/planJson';
import { renderBlocks } from '../../../src/sheet/render/blocks';
import { EXAMPLE_ACCOUNTS, EXAMPLE_ICP, runResult, reviewedOf, runOf } from '../../support/sheet/render/runs';

const score = (cells: readonly Cell[], rule: JsonRow): readonly number[] => {
  const accounts = [['Account name', 'Employees'], ...cells.map((cell, i) => [`a${i}`, cell])];
  return [...runOf(accounts, { icp: [{ Field: 'Employees', ...rule }] }).runResult.scores.fit];
};
const refusal = (rule: JsonRow): string => runResult(EXAMPLE_ACCOUNTS, { icp: [rule] }).refusals[0]?.message ?? '';

describe('numbers that are none', () => {
  it('NaN and Infinity in a cell are unknown, not 0 and not the largest company', () => {
    expect(score([NaN, Infinity, -Infinity, 'NaN', 'Infinity'], { Operator: 'at least', Value: 1 })).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
  });

  it('1e308 is a number like any other, and -0 is 0', () => {
    expect(score([1e308, -0, 0], { Operator: 'at least', Value: 1 })).toEqual([100, 0, 0]);
    expect(score([-0, 0], { Operator: 'is', Value: 0 })).toEqual([100, 100]);
  });

  it('money that overflows is unknown', () => {
    const tam = [
      { Item: 'Companies in the market', Value: 1e308 },
      { Item: 'Average contract value', Value: 1e308 },
    ];
    expect(runOf(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP, tam }).market.tam.value).toBeNull();
  });

  it.each(['NaN', 'Infinity', '-5', 'heavy'])('an Importance of %s is refused', (Importance) => {
    expect(refusal({ Field: 'Industry', Operator: 'is', Value: 'Fintech', Importance })).not.toBe('');
  });

  it('an Importance of a billion beside Critical still gives scores of 0 to 100', () => {
    const icp = [{ ...EXAMPLE_ICP[0]!, Importance: 1e9 }, EXAMPLE_ICP[1]!];
    for (const value of runOf(EXAMPLE_ACCOUNTS, { icp }).runResult.scores.fit) expect(value >= 0 && value <= 100).toBe(true);
  });
});

describe('weights', () => {
  it('a weight of 0 changes no score', () => {
    const idle = { Field: 'Country', Operator: 'is', Value: 'France', Importance: 0 };
    const fit = (icp: readonly JsonRow[]) => [...runOf(EXAMPLE_ACCOUNTS, { icp }).runResult.scores.fit];
    expect(fit([...EXAMPLE_ICP, idle])).toEqual(fit(EXAMPLE_ICP));
  });

  it('a plan without any weight or Must is refused', () => {
    expect(refusal({ Field: 'Industry', Operator: 'is', Value: 'Fintech', Importance: 0 })).toMatch(/nothing to score by/);
  });
});

describe('rules that cannot be', () => {
  it('between 500-50 is refused', () => {
    expect(refusal({ Field: 'Employees', Operator: 'between', Value: '500-50' })).toMatch(/reversed/);
  });

  it('a Must that contradicts another excludes every account that is known, with both reasons at hand', () => {
    const icp = [
      { Field: 'Employees', Operator: 'at least', Value: 500, Type: 'Must' },
      { Field: 'Employees', Operator: 'at most', Value: 50, Type: 'Must' },
    ];
    const { counts } = runOf(EXAMPLE_ACCOUNTS, { icp }).runResult;
    expect(counts).toMatchObject({ accounts: 6, excluded: 5 });
  });

  it('a Score rule on a field nobody has is left out; a Must on it refuses', () => {
    const odd = { Field: 'Shoe size', Operator: 'at least', Value: 40 };
    const without = runOf(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP }).runResult.scores.fit;
    expect(runOf(EXAMPLE_ACCOUNTS, { icp: [...EXAMPLE_ICP, odd] }).runResult.scores.fit).toEqual(without);
    expect(runResult(EXAMPLE_ACCOUNTS, { icp: [...EXAMPLE_ICP, { ...odd, Type: 'Must' }] }).refusals).toHaveLength(1);
  });

  it('a segment with no rule matches nothing', () => {
    const run = runOf(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP, segments: [{ Segment: 'Empty' }] });
    expect(run.segments[0]).toMatchObject({ matches: 0, assigned: 0, coverage: null });
    expect(run.runResult.segmentation.unassigned).toEqual({ noLane: 3, dataMissing: 0 });
  });
});

describe('names and numbers of segments', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length'];

  it('such as __proto__ are names like any other', () => {
    const segments = names.map((Segment) => ({ Segment }));
    const rules = names.map((For) => ({ For, Field: 'Industry', Operator: 'is', Value: 'Fintech' }));
    const run = runOf(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP, segments, rules });
    expect(run.segments.map(({ segment, matches }) => [segment.name, matches])).toEqual(names.map((name) => [name, 1]));
    expect(renderBlocks(reviewedOf(run), [], new Set())[2]?.rows.map((row) => row[1])).toEqual([
      ...names,
      'Unassigned',
      'Not enough data',
    ]);
  });

  it('__proto__ is a field, an account and a value', () => {
    const accounts = [
      ['Account name', '__proto__'],
      ['__proto__', 'constructor'],
      ['toString', ''],
    ];
    const run = runOf(accounts, { icp: [{ Field: '__proto__', Operator: 'is', Value: 'constructor' }] });
    expect([...run.runResult.scores.fit]).toEqual([100, NaN]);
  });

  it('50 segments each count their accounts, and S1.10 says that they are too many', () => {
    const segments = Array.from({ length: 50 }, (_, i) => ({ Segment: `S${i}`, Priority: 50 - i }));
    const rules = segments.map(({ Segment }) => ({
      For: Segment,
      Field: 'Industry',
      Operator: 'in',
      Value: 'Fintech; Software',
    }));
    const run = runOf(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP, segments, rules });
    expect(run.segments.map(({ matches }) => matches)).toEqual(segments.map(() => 2));
    expect(run.segments.at(-1)?.assigned).toBe(2);
    expect(run.checks.find(({ id }) => id === 'segment count')).toMatchObject({ status: 'Check', actual: '50 segments' });
    expect(new Set(run.segments.map(({ rank }) => rank)).size).toBe(50);
  });
});

describe('override rules (S3.7)', () => {
  const tiersOf = (overrides: readonly JsonRow[]) => {
    const { tiering } = runOf(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP, overrides }).runResult;
    return [...tiering.final];
  };
  const [tier1, tier2, tier3, tier4, needsData] = [0, 1, 2, 3, 4];

  it('set the tier of every account that meets them; unknown sets nothing', () => {
    expect(tiersOf([{ 'Account key': 'Rule: Country is Austria', Tier: 'Tier 3' }])).toEqual([
      tier1,
      tier3,
      tier2,
      tier3,
      tier3,
      tier4,
    ]);
  });

  it('give way to the account’s own row, and of two the last one met wins', () => {
    const rules = [
      { 'Account key': 'umber cloud', Tier: 'Tier 1' },
      { 'Account key': 'Rule: Industry is Software', Tier: 'Tier 4' },
      { 'Account key': 'rule: "Country" in AT; CH', Tier: 'Tier 2' },
    ];
    expect(tiersOf(rules)).toEqual([tier1, tier2, tier2, tier1, tier3, tier4]);
    expect(tiersOf([])).toEqual([tier1, tier2, tier2, needsData, tier3, tier4]);
  });

  it.each([
    ['Rule: Industry', /no Operator/],
    ['Rule: Employees between 500-50', /reversed/],
    ['Rule: Shoe size at least 40', /for Overrides cannot be checked/],
    ['Rule:', /no Field/],
  ])('%s refuses the run', (key, sentence) => {
    const { refusals } = runResult(EXAMPLE_ACCOUNTS, { icp: EXAMPLE_ICP, overrides: [{ 'Account key': key, Tier: 'Tier 1' }] });
    expect(refusals.map(({ message }) => message).join(' ')).toMatch(sentence);
  });
});

describe('any plan', () => {
  it('ends in sentences or in numbers that add up', () => {
    const odd = fc.constantFrom<Cell>(
      '',
      0,
      -0,
      -1,
      1e308,
      NaN,
      Infinity,
      '51-200',
      '500-50',
      '__proto__',
      'n/a',
      '1,5',
      true,
      '🎈',
    );
    const rule = fc.record({
      Field: fc.constantFrom('Employees', 'Industry', '__proto__', ''),
      Operator: fc.constantFrom('is', 'in', 'between', 'at least', 'within last', 'is known', 'is true'),
      Value: fc.constantFrom<string | number>('', 0, '500-50', '50-500', 1e308, 'a; b', '12'),
      Importance: fc.constantFrom<string | number>('', 0, 1, 'High', -1, 1e308),
      Type: fc.constantFrom('Score', 'Must', 'Exclude'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(odd, odd, odd), { maxLength: 8 }),
        fc.array(rule, { minLength: 1, maxLength: 5 }),
        (rows, icp) => {
          const { run, refusals } = runResult([['Account name', 'Employees', 'Industry'], ...rows], { icp });
          if (run === undefined) return refusals.every(({ message }) => message.endsWith('.'));
          const report = reportOf({ run, leftOut: [] }, [], { version: '0', runId: '0', time: '', planHash: '0' });
          const sum = report.tiers.reduce((total, { accounts }) => total + accounts, 0);
          const scores = [...run.runResult.scores.fit, ...run.runResult.scores.low, ...run.runResult.scores.high];
          return (
            sum === report.accounts.read - report.accounts.errors &&
            scores.every((one) => Number.isNaN(one) || (one >= 0 && one <= 100))
          );
        },
      ),
    );
  });
});
