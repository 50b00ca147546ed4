/** The difference of two months adds up exactly, whatever changed; stability, renaming, history. */
import fc from 'fast-check';
import { planAccounts } from '../../../src/domain/run';
import { CAUSES, causesOf, movementOf } from '../../../src/domain/review/movement';
import { renamedSegments } from '../../../src/domain/review/rename';
import { scoreHistory } from '../../../src/domain/review/scoreHistory';
import { stabilityOf } from '../../../src/domain/review/stability';
import { ALL_TIERS, type Plan } from '../../../src/domain/plan';
import { AS_OF, accounts, bound, day, lists, plan, rule, segment, test as asked, type Cell } from '../build';

const closedOf = (columns: Readonly<Record<string, readonly Cell[]>>, by: Plan, keys: readonly string[]) => {
  const planned = planAccounts(lists(columns, keys), by);
  const { tiering, scores } = planned;
  return { accounts: planned.lists.accounts, plan: by, tiers: tiering.final, fit: scores.fit, signal: scores.signal };
};
const size = rule('Employees', asked('between', 50, 500), { weight: 3 });
const place = rule('Country', asked('in', 'DE'), { weight: 2 });

describe('movement', () => {
  it('tells data, plan, override and time apart, and new and gone accounts', () => {
    const fresh = rule('Funded', asked('within last', 1), { dimension: 'Situational', weight: 1, ifBlank: 'no' });
    const before = plan({ icp: [size, place, fresh], asOf: AS_OF });
    const closed = closedOf(
      {
        Employees: [100, 100, 9, 100, 100],
        Country: ['DE', 'DE', 'DE', 'US', 'DE'],
        Funded: [{ day: AS_OF - 3 }, { day: AS_OF - 25 }, null, null, null],
      },
      before,
      ['stays', 'ages', 'grows', 'plan', 'goes'],
    );
    const after = plan({
      icp: [{ ...size, weight: 8 }, place, fresh],
      asOf: AS_OF + 10,
      overrides: [{ key: 'new', tier: 'Tier 4', reason: '', by: '' }],
    });
    const now = planAccounts(
      lists(
        {
          Employees: [100, 100, 100, 100, 100],
          Country: ['DE', 'DE', 'DE', 'US', 'DE'],
          Funded: [{ day: AS_OF - 3 }, { day: AS_OF - 25 }, null, null, null],
        },
        ['stays', 'ages', 'grows', 'plan', 'new'],
      ),
      after,
    );
    const movement = movementOf(closed, now);
    const said = new Map(movement.moves.map((move) => [now.lists.accounts.keys[move.account], causesOf(move)]));
    expect(said.get('ages')).toEqual(['time']);
    expect(said.get('grows')).toEqual(['data']);
    expect(said.get('plan')).toEqual(['plan']);
    expect(said.has('stays')).toBe(false);
    expect(movement.fresh.reduce((a, b) => a + b)).toBe(1);
    expect(movement.gone.reduce((a, b) => a + b)).toBe(1);
    expect(movement.fresh[3]).toBe(1);
  });

  it('adds up tier by tier (law)', () => {
    const value = fc.option(fc.integer({ min: 0, max: 600 }), { nil: null });
    const country = fc.constantFrom<Cell>('DE', 'US', null);
    const one = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '__proto__'), size: value, place: country });
    const list = fc.array(one, { minLength: 1, maxLength: 12 });
    const someplan = fc
      .record({
        w: fc.nat({ max: 4 }),
        v: fc.integer({ min: 1, max: 4 }),
        key: fc.constantFrom('a', 'b', '__proto__'),
        tier: fc.constantFrom('Tier 1' as const, 'Tier 4' as const),
      })
      .map(({ w, v, key, tier }) =>
        plan({
          icp: [
            { ...size, weight: w },
            { ...place, weight: v },
          ],
          overrides: [{ key, tier, reason: '', by: '' }],
        }),
      );
    fc.assert(
      fc.property(list, list, someplan, someplan, fc.integer({ min: 0, max: 60 }), (old, current, before, after, days) => {
        const columns = (rows: readonly { size: number | null; place: Cell }[]) => ({
          Employees: rows.map((row) => row.size),
          Country: rows.map((row) => row.place),
        });
        const closed = closedOf(
          columns(old),
          before,
          old.map(({ key }) => key),
        );
        const now = planAccounts(
          lists(
            columns(current),
            current.map(({ key }) => key),
          ),
          { ...after, asOf: after.asOf + days },
        );
        const { before: was, after: is, net, fresh, gone, migration } = movementOf(closed, now);
        ALL_TIERS.forEach((_, tier) => {
          const parts = CAUSES.reduce((sum, __, cause) => sum + net[cause]![tier]!, 0);
          expect(was[tier]! + parts + fresh[tier]! - gone[tier]!).toBe(is[tier]);
          expect(migration[tier]!.reduce((a, b) => a + b)).toBe(was[tier]! - gone[tier]!);
        });
        expect(is).toEqual(now.counts.tiers);
      }),
    );
  });

  it('the same month again moves nothing', () => {
    const columns = { Employees: [100, 20], Country: ['DE', null] };
    const by = plan({ icp: [size, place] });
    const { moves, fresh, gone } = movementOf(closedOf(columns, by, ['a', 'b']), planAccounts(lists(columns, ['a', 'b']), by));
    expect([moves, fresh, gone]).toEqual([[], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]]);
  });
});

describe('stability of an input', () => {
  const list = (cells: readonly Cell[]) => accounts({ Size: cells });
  const many = (of: (i: number) => Cell) => Array.from({ length: 1000 }, (_, i) => of(i));

  it('is 0 for the same facts, shifted and changed by the bounds 0.1 and 0.25', () => {
    const then = list(many((i) => (i % 100 < 50 ? 'a' : 'b')));
    const verdict = (share: number) => stabilityOf(then, list(many((i) => (i % 100 < share ? 'a' : 'b'))), ['Size'])[0]!;
    expect(verdict(50)).toEqual({ field: 'Size', index: 0, verdict: 'stable' });
    expect(verdict(67).verdict).toBe('shifted');
    expect(verdict(80).verdict).toBe('changed');
    expect(stabilityOf(then, list(many(() => 1)), ['Size'])[0]!.verdict).toBe('changed');
  });

  it('parts numbers and days into tenths, blanks apart', () => {
    const then = list(many((i) => i));
    expect(stabilityOf(then, list(many((i) => i + 500)), ['Size'])[0]!.verdict).toBe('changed');
    expect(stabilityOf(then, list(many((i) => (i % 3 === 0 ? null : i))), ['Size'])[0]!.verdict).toBe('changed');
    const days = list(many((i) => ({ day: i })));
    expect(stabilityOf(days, days, ['Size'])[0]!.index).toBe(0);
  });

  it('does not judge what chance alone may have moved, nor a column that is gone', () => {
    expect(stabilityOf(list(['a', 'b', 'c']), list(['a', 'a', 'b']), ['Size'])[0]!.verdict).toBe('too few');
    expect(stabilityOf(list(['a']), list(['a']), ['Other'])[0]).toEqual({ field: 'Other', index: null, verdict: 'too few' });
  });
});

describe('renamed segments', () => {
  const germany = bound('Country', asked('in', 'DE'));
  it('are found by their rules, names aside', () => {
    const now = [
      segment('DACH', [{ ...germany, name: 'other words' }]),
      segment('__proto__', [bound('Employees', asked('at least', 5))]),
    ];
    expect(renamedSegments([segment('Germany', [germany])], now)).toEqual(new Map([['Germany', 'DACH']]));
  });
  it('are none where the old name stays, two ask the same, or a segment has no rules', () => {
    expect(renamedSegments([segment('A', [germany])], [segment('A', []), segment('B', [germany])]).size).toBe(0);
    expect(renamedSegments([segment('A', [germany])], [segment('B', [germany]), segment('C', [germany])]).size).toBe(0);
    expect(renamedSegments([segment('A', [])], [segment('B', [])]).size).toBe(0);
  });
});

describe('score history', () => {
  it('gives fit, signal, tier and why at each closed month the account was listed', () => {
    const month = (at: number, keys: readonly string[], tiers: readonly number[], causes: readonly number[]) => ({
      month: 24316 + at,
      keys,
      tiers: Uint8Array.from(tiers),
      fit: Float64Array.from(keys, () => 80),
      signal: Float64Array.from(keys, () => NaN),
      causes: Uint8Array.from(causes),
    });
    const lines = scoreHistory(
      [month(0, ['a'], [1], [0]), month(1, ['a'], [0], [4]), month(2, ['b'], [0], [0]), month(3, ['a'], [0], [0])],
      'a',
    );
    expect(lines.map(({ tier, why }) => [tier, why])).toEqual([
      ['Tier 2', 'First closed month.'],
      ['Tier 1', 'Tier 2 → Tier 1: data.'],
      ['Tier 1', 'New to the list.'],
    ]);
    expect(lines[0]).toMatchObject({ fit: 80, signal: null });
  });
});

it('a day builder is a day', () => expect(day(2026, 6, 15).day).toBe(AS_OF));
