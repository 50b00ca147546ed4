/** Laws that hold for every plan and list. */
import fc from 'fast-check';
import type { Lists } from '../../src/domain/facts/accounts';
import type { Plan } from '../../src/domain/rules/plan';
import type { IcpRule } from '../../src/domain/rules/rule';
import type { AccountResults } from '../../src/domain/segments/run';
import type { Cell } from '../support/domain/build';
import { scorecardOf } from '../../src/domain/explain/contribution';
import { explainAccount } from '../../src/domain/explain/explain';
import { funnelOf } from '../../src/domain/funnel/funnel';
import { computeAccounts } from '../../src/domain/segments/run';
import { tierByCut } from '../../src/domain/score/tier';
import { tierReason } from '../../src/domain/explain/tierReason';
import { bound, lists, plan, range, rule, segment, test as asks } from '../support/domain/build';
import { plainScore } from '../support/domain/reference';

const FIELDS = ['Industry', 'Employees', '__proto__', 'constructor', 'Hiring', 'Funding'] as const;
const cell = fc.constantFrom<Cell>(null, 'yes', 'no', 10, 100, range(5, 50), range(100, Infinity), ['yes', 'no'], true);
const asked = fc.constantFrom(
  asks('is', 'yes'),
  asks('is not', 'yes'),
  asks('at least', 20),
  asks('between', 5, 60),
  asks('is known'),
  asks('is true'),
);
const wholeWeight = fc.integer({ min: 0, max: 9 });
const anyWeight = fc.oneof(
  wholeWeight,
  fc.constantFrom(0.1, 0.25, 12.5, 0.000001, 1e9, 1 / 3, Math.PI, 1e300, 1e-300, undefined, Number.NaN, Infinity, -2),
);
const ifBlank = fc.constantFrom('unknown', 'no', 'yes');
const dimension = fc.constantFrom('Firmographic', 'Technographic', 'Behavioral', 'Situational');
const field = fc.constantFrom(...FIELDS, 'Nowhere');

function ruleWith(weight: fc.Arbitrary<number | undefined>): fc.Arbitrary<IcpRule> {
  const type = fc.constantFrom('Score', 'Score', 'Score', 'Must', 'Exclude');
  return fc
    .record({ field, asked, weight, ifBlank, dimension, type })
    .map(({ field: name, asked: test, ...rest }) => rule(name, test, rest as Partial<IcpRule>));
}

const boundRule = fc
  .record({ field, asked, ifBlank, type: fc.constantFrom('Include', 'Include', 'Exclude') })
  .map(({ field: name, asked: test, ...rest }) => bound(name, test, rest as Partial<ReturnType<typeof bound>>));

function planWith(weight: fc.Arbitrary<number | undefined>): fc.Arbitrary<Plan> {
  const lane = fc.record({
    rules: fc.array(boundRule, { maxLength: 3 }),
    priority: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  });
  return fc
    .record({
      icp: fc.array(ruleWith(weight), { maxLength: 7 }),
      tam: fc.array(boundRule, { maxLength: 2 }),
      segments: fc.array(lane, { maxLength: 4 }),
      tiersBy: fc.constantFrom('fit', 'all rules'),
      override: fc.option(fc.constantFrom('Tier 1', 'Tier 3', 'Excluded'), { nil: undefined }),
    })
    .map(({ icp, tam, segments, tiersBy, override }) =>
      plan({
        icp,
        tam,
        segments: segments.map(({ rules, priority }, i) => segment(i === 0 ? '__proto__' : `s${i}`, rules, { priority })),
        settings: { tiersBy, segmentsDrawFrom: icp.length % 2 === 0 ? 'ICP' : 'Tier 3 and up' },
        overrides: override ? [{ key: 'a2', tier: override, reason: '', by: '' }] : [],
      }),
    );
}

const rows = fc.array(fc.tuple(...FIELDS.map(() => cell)), { maxLength: 8 });

function listsOf(cells: readonly (readonly Cell[])[], keys?: readonly string[]): Lists {
  const columns = Object.fromEntries(FIELDS.map((name, column) => [name, cells.map((row) => row[column]!)]));
  return lists(columns, keys);
}

const indices = (runResult: AccountResults): number[] => Array.from({ length: runResult.lists.accounts.size }, (_, i) => i);

describe('scores', () => {
  it('lie between 0 and 100, low ≤ basis ≤ high, and are blank rather than infinite', () => {
    fc.assert(
      fc.property(rows, planWith(anyWeight), (cells, drawn) => {
        const { scores } = computeAccounts(listsOf(cells), drawn);
        for (const column of [scores.fit, scores.signal, scores.all, scores.low, scores.high]) {
          expect([...column].every((score) => Number.isNaN(score) || (score >= 0 && score <= 100))).toBe(true);
        }
        scores.basis.forEach((basis, i) => {
          expect(scores.known[i]! >= 0 && scores.known[i]! <= 1).toBe(true);
          if (!Number.isNaN(basis)) expect(scores.low[i]! <= basis && basis <= scores.high[i]!).toBe(true);
        });
      }),
    );
  });

  it('equal a plain reading in exact arithmetic', () => {
    fc.assert(
      fc.property(rows, planWith(wholeWeight), (cells, drawn) => {
        const list = listsOf(cells);
        const runResult = computeAccounts(list, drawn);
        if (runResult.profile.isMustOnly) return;
        indices(runResult).forEach((i) => {
          const plain = plainScore(list, drawn, i);
          expect(runResult.scores.fit[i]).toBe(plain.fit ?? NaN);
          if (runResult.profile.basis === 'fit')
            expect([runResult.scores.low[i], runResult.scores.high[i]]).toEqual([plain.low, plain.high]);
        });
      }),
    );
  });

  it('do not change when every weight is multiplied, nor by a rule of weight 0', () => {
    fc.assert(
      fc.property(rows, planWith(wholeWeight), fc.constantFrom(0.5, 3, 10, 0.01, 7e6), (cells, drawn, factor) => {
        const before = computeAccounts(listsOf(cells), drawn);
        const scaled = drawn.icp.map((each) => ({
          ...each,
          weight: each.weight === undefined ? undefined : each.weight * factor,
        }));
        const idle = rule('Industry', asks('is', 'yes'), { weight: 0 });
        for (const icp of [scaled, [...drawn.icp, idle]]) {
          const after = computeAccounts(listsOf(cells), { ...drawn, icp });
          expect(after.scores).toEqual(before.scores);
          expect(after.tiering.final).toEqual(before.tiering.final);
        }
      }),
    );
  });

  it('never fall when a Score rule becomes met', () => {
    fc.assert(
      fc.property(rows, planWith(anyWeight), fc.nat(), (cells, drawn, pick) => {
        const icp = drawn.icp.filter(({ type }) => type === 'Score').map((each, i) => ({ ...each, field: `R${i}` }));
        if (icp.length === 0 || cells.length === 0) return;
        const columns = Object.fromEntries(icp.map(({ field: name }, i) => [name, cells.map((row) => row[i % FIELDS.length]!)]));
        const chosen = pick % icp.length;
        const raised = icp.map((each, i) =>
          i === chosen ? { ...each, test: asks('in', 'yes', 'no'), ifBlank: 'yes' as const } : each,
        );
        const met = { ...columns, [`R${chosen}`]: cells.map((): Cell => 'yes') };
        const before = computeAccounts(lists(columns), { ...drawn, icp, tam: [], segments: [] });
        const after = computeAccounts(lists(met), { ...drawn, icp: raised, tam: [], segments: [] });
        before.scores.basis.forEach((score, i) => {
          if (!Number.isNaN(score)) expect(after.scores.basis[i]).toBeGreaterThanOrEqual(score);
          expect(after.tiering.computed[i]).toBeLessThanOrEqual(before.tiering.computed[i]!);
        });
      }),
    );
  });

  it('are permuted with the accounts and do not mind the order of rules', () => {
    fc.assert(
      fc.property(rows, planWith(wholeWeight), (cells, drawn) => {
        const keys = cells.map((_, i) => `a${i + 1}`);
        const before = computeAccounts(listsOf(cells, keys), drawn);
        const turned = computeAccounts(listsOf([...cells].reverse(), [...keys].reverse()), {
          ...drawn,
          icp: [...drawn.icp].reverse(),
          tam: [...drawn.tam].reverse(),
        });
        for (const name of ['fit', 'signal', 'all', 'known', 'low', 'high'] as const) {
          expect([...turned.scores[name]].reverse()).toEqual([...before.scores[name]]);
        }
        expect([...turned.tiering.final].reverse()).toEqual([...before.tiering.final]);
        expect([...turned.segmentation.assigned].reverse()).toEqual([...before.segmentation.assigned]);
        expect(turned.counts).toEqual(before.counts);
      }),
    );
  });
});

describe('contributions', () => {
  it('sum to each score exactly, and the card agrees with the columns', () => {
    fc.assert(
      fc.property(rows, planWith(anyWeight), (cells, drawn) => {
        const runResult = computeAccounts(listsOf(cells), drawn);
        indices(runResult).forEach((i) => {
          const card = scorecardOf(runResult.profile, i);
          expect(card.basisScore.basis).toBe(runResult.scores.basis[i]);
          expect([card.basisScore.known, card.basisScore.low, card.basisScore.high]).toEqual([
            runResult.scores.known[i],
            runResult.scores.low[i],
            runResult.scores.high[i],
          ]);
          for (const basis of ['fit', 'signal', 'all'] as const) {
            const { lines } = scorecardOf(runResult.profile, i, basis);
            const parts = lines.reduce((sum, { contribution }) => sum + Math.round(contribution * 1e4), 0);
            const score = runResult.scores[basis][i]!;
            expect(parts).toBe(Number.isNaN(score) ? 0 : Math.round(score * 1e4));
          }
        });
      }),
    );
  });
});

describe('counts', () => {
  it('conserve accounts: tiers, ICP, segments and funnel steps', () => {
    fc.assert(
      fc.property(rows, planWith(anyWeight), (cells, drawn) => {
        const runResult = computeAccounts(listsOf(cells), drawn);
        const { counts, icp, segmentation } = runResult;
        expect(counts.tiers.reduce((a, b) => a + b)).toBe(cells.length);
        expect(counts.scored + counts.excluded).toBe(cells.length);
        expect(icp.accounts).toBe(counts.tiers[0]! + counts.tiers[1]!);
        expect(icp.confirmed).toBeLessThanOrEqual(icp.accounts);
        const assigned = segmentation.assignedCounts.reduce((a, b) => a + b, 0);
        expect(assigned + segmentation.unassigned.noLane + segmentation.unassigned.dataMissing).toBe(segmentation.drawn);
        segmentation.assignedCounts.forEach((count, s) => expect(count).toBeLessThanOrEqual(segmentation.matchCounts[s]!));
        const { steps, filters } = funnelOf(runResult);
        let left = cells.length;
        for (const { before, after, mismatch, unknown } of steps) {
          expect([before, after]).toEqual([left, before - mismatch - unknown]);
          left = after;
        }
        const loss = filters.reduce((sum, filter) => sum + filter.loss, 0);
        expect(loss).toBeCloseTo(Math.log((1 + cells.length) / (1 + left)), 9);
      }),
    );
  });

  it('assign each account to at most one of the segments it matches', () => {
    fc.assert(
      fc.property(rows, planWith(anyWeight), (cells, drawn) => {
        const { segmentation } = computeAccounts(listsOf(cells), drawn);
        segmentation.assigned.forEach((position, i) => {
          const matching = segmentation.matches.map((match) => match[i]);
          if (position >= 0) expect(matching[position]).toBe(1);
          else expect(matching).not.toContain(1);
        });
      }),
    );
  });
});

describe('tierByCut', () => {
  it('never gives a worse tier to a higher score', () => {
    const score = fc.integer({ min: 0, max: 1_000_000 }).map((parts) => parts / 1e4);
    fc.assert(
      fc.property(score, score, (a, b) => {
        expect(tierByCut(Math.max(a, b), [90, 70, 50])).toBeLessThanOrEqual(tierByCut(Math.min(a, b), [90, 70, 50]));
      }),
    );
  });
});

describe('sentences', () => {
  it('never show what is no number, and are one line', () => {
    fc.assert(
      fc.property(rows, planWith(anyWeight), (cells, drawn) => {
        const runResult = computeAccounts(listsOf(cells), drawn);
        indices(runResult).forEach((i) => {
          for (const sentence of [explainAccount(runResult, i), tierReason(runResult, i)]) {
            expect(sentence).not.toMatch(/NaN|undefined|Infinity|null|\n|\s\s/);
            expect(sentence).toMatch(/[.]$/);
          }
        });
      }),
    );
  });
});
