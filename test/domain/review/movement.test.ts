/** The difference of two months adds up exactly, whatever changed; stability, renaming, history. */
import fc from 'fast-check';
import { computeAccounts } from '../../../src/domain/segments/run';
import { CAUSES, causesOf, movementOf } from '../../../src/domain/review/movement';
import { successorsOf, type NamedRules } from '../../../src/domain/review/successors';
import { scoreHistory } from '../../../src/domain/review/scoreHistory';
import { stabilityOf } from '../../../src/domain/review/stability';
import { ALL_TIERS, type Plan } from '../../../src/domain/rules/plan';
import { AS_OF, accounts, bound, day, lists, plan, rule, segment, test as asked, type Cell } from '../../support/domain/build';

const closedOf = (columns: Readonly<Record<string, readonly Cell[]>>, by: Plan, keys: readonly string[]) => {
  const runResult = computeAccounts(lists(columns, keys), by);
  const { tiering, scores } = runResult;
  return { accounts: runResult.lists.accounts, plan: by, tiers: tiering.final, fit: scores.fit, signal: scores.signal };
};
const size = rule('Employees', asked('between', 50, 500), { weight: 3 });
const position = rule('Country', asked('in', 'DE'), { weight: 2 });

describe('movement', () => {
  it('tells data, plan, override and time apart, and new and gone accounts', () => {
    const fresh = rule('Funded', asked('within last', 1), { dimension: 'Situational', weight: 1, ifBlank: 'no' });
    const before = plan({ icp: [size, position, fresh], asOf: AS_OF });
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
      icp: [{ ...size, weight: 8 }, position, fresh],
      asOf: AS_OF + 10,
      overrides: [{ key: 'new', tier: 'Tier 4', reason: '', by: '' }],
    });
    const now = computeAccounts(
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
    const one = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '__proto__'), size: value, position: country });
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
            { ...position, weight: v },
          ],
          overrides: [{ key, tier, reason: '', by: '' }],
        }),
      );
    fc.assert(
      fc.property(list, list, someplan, someplan, fc.integer({ min: 0, max: 60 }), (old, current, before, after, days) => {
        const columns = (rows: readonly { size: number | null; position: Cell }[]) => ({
          Employees: rows.map((row) => row.size),
          Country: rows.map((row) => row.position),
        });
        const closed = closedOf(
          columns(old),
          before,
          old.map(({ key }) => key),
        );
        const now = computeAccounts(
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

  it('is nothing between a month and itself', () => {
    const columns = { Employees: [100, 20], Country: ['DE', null] };
    const by = plan({ icp: [size, position] });
    const { moves, fresh, gone } = movementOf(closedOf(columns, by, ['a', 'b']), computeAccounts(lists(columns, ['a', 'b']), by));
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
    expect(stabilityOf(list(['a']), list(['a']), ['Other'])[0]).toEqual({ field: 'Other', index: null, verdict: 'not known' });
  });
});

describe('successors of a segment', () => {
  const germany = bound('Country', asked('in', 'DE'));
  const austria = bound('Country', asked('in', 'AT'));
  const KEYS = Array.from({ length: 20 }, (_, i) => `k${i}`);
  const list = accounts({ Country: KEYS.map((_, i) => (i < 10 ? 'DE' : i < 18 ? 'AT' : 'US')) }, KEYS);
  const month = (...segments: readonly NamedRules[]) => ({ segments, accounts: list, asOf: AS_OF });
  const told = (before: readonly NamedRules[], now: readonly NamedRules[]) =>
    successorsOf(month(...before), month(...now)).map(({ from, to, accounts: shared }) => [from, to, shared?.taken ?? 'same']);

  it('a renamed one is found by its rules, names aside', () => {
    const now = [segment('DACH', [{ ...germany, name: 'other words' }]), segment('__proto__', [austria])];
    expect(told([segment('Germany', [germany])], now)).toEqual([['Germany', 'DACH', 'same']]);
  });
  it('a name that other rules took since does not keep it', () => {
    const now = [segment('A', [austria]), segment('B', [germany])];
    expect(told([segment('A', [germany])], now)).toEqual([['A', 'B', 'same']]);
    expect(told([segment('A', [germany]), segment('B', [austria])], now)).toEqual([
      ['A', 'B', 'same'],
      ['B', 'A', 'same'],
    ]);
  });
  it('two that were merged are found by their accounts, in a new segment or a widened one', () => {
    const both = bound('Country', asked('in', 'DE', 'AT'));
    const before = [segment('Germany', [germany]), segment('Austria', [austria])];
    expect(told(before, [segment('DACH', [both])])).toEqual([
      ['Germany', 'DACH', 10],
      ['Austria', 'DACH', 8],
    ]);
    expect(told(before, [segment('Germany', [both])])).toEqual([['Austria', 'Germany', 8]]);
  });
  it('none where the name stays and was edited, two ask the same, nothing takes nine tenths, or it had no rules', () => {
    expect(told([segment('A', [germany])], [segment('A', [austria])])).toEqual([]);
    expect(told([segment('A', [germany])], [segment('B', [germany]), segment('C', [germany])])).toEqual([]);
    expect(told([segment('A', [germany])], [segment('B', [austria])])).toEqual([]);
    expect(told([segment('A', [])], [segment('B', [])])).toEqual([]);
  });
  it('one whose accounts an untouched segment took before was dropped, not merged', () => {
    const wide = segment('All', [bound('Country', asked('is known'))]);
    expect(told([segment('A', [germany]), wide], [wide])).toEqual([]);
  });
  it('accounts that left the list count neither way', () => {
    const before = month(segment('A', [germany]));
    const now = { ...month(segment('B', [austria])), accounts: accounts({ Country: ['AT', 'AT'] }, ['k0', 'new']) };
    expect(successorsOf(before, now)).toEqual([{ from: 'A', to: 'B', accounts: { listed: 1, taken: 1 } }]);
    expect(successorsOf(before, { ...now, accounts: accounts({ Country: ['AT'] }, ['new']) })).toEqual([]);
  });
});

describe('score history', () => {
  const hiring = rule('Hiring', asked('is true'), { dimension: 'Behavioral', weight: 1, ifBlank: 'no' });
  const of = (at: number, employees: Cell, hires: Cell, by: Partial<Plan> = {}, keys: readonly string[] = ['a', 'b']) => {
    const columns = { Employees: [employees, 100], Country: ['DE', 'DE'], Hiring: [hires, true] };
    return { month: 24316 + at, ...closedOf(columns, plan({ icp: [size, position, hiring], ...by }), keys) };
  };
  const why = (...months: readonly ReturnType<typeof of>[]) => scoreHistory(months, 'a').map((line) => line.why);

  it('gives fit, signal and tier at each closed month the account was listed', () => {
    const lines = scoreHistory([of(0, 100, true), of(1, 9, null), of(2, 9, null, {}, ['x', 'b']), of(3, 9, null)], 'a');
    expect(lines).toEqual([
      { month: '2026-05', tier: 'Tier 1', fit: 100, signal: 100, why: 'First closed month.' },
      {
        month: '2026-06',
        tier: 'Tier 4',
        fit: 40,
        signal: 0,
        why: 'By data (Employees 100 → 9, Hiring true → blank): Tier 1 → Tier 4, fit 100 → 40, signal 100 → 0.',
      },
      { month: '2026-08', tier: 'Tier 4', fit: 40, signal: 0, why: 'New to the list.' },
    ]);
    expect(scoreHistory([of(0, 1, null)], 'nobody')).toEqual([]);
  });
  it('tells plan, override and time apart, and a score that moved within its tier', () => {
    expect(why(of(0, 9, true), of(1, 9, true, { icp: [{ ...size, weight: 2 }, position, hiring] }))[1]).toBe(
      'By plan: Tier 4 → Tier 3, fit 40 → 50.',
    );
    const override = { key: 'a', tier: 'Tier 1' as const, reason: '', by: '' };
    expect(why(of(0, 9, true), of(1, 9, true, { overrides: [override] }))[1]).toBe('By override: Tier 4 → Tier 1.');
    expect(why(of(0, 9, true), of(1, 9, null))[1]).toBe('By data (Hiring true → blank): signal 100 → 0.');
    const dated = { icp: [rule('Hiring', asked('within last', 1), { ifBlank: 'no' })] };
    const [early, late] = [of(0, 9, { day: AS_OF - 3 }, dated), of(1, 9, { day: AS_OF - 3 }, { ...dated, asOf: AS_OF + 60 })];
    expect(why(early, late)[1]).toBe('By time: Tier 1 → Tier 4, fit 100 → 0.');
    expect(why(early, early)[1]).toBe('As before.');
  });
  it('a newer add-on that reads otherwise is a cause of its own', () => {
    const closed = of(0, 100, true);
    expect(why({ ...closed, tiers: Uint8Array.from([1, 0]) }, of(1, 100, true))[1]).toBe('By add-on: Tier 2 → Tier 1.');
  });
});

it('a day builder is a day', () => expect(day(2026, 6, 15).day).toBe(AS_OF));
