/** Movement: why accounts changed tier between a closed month and now, in parts that add up exactly. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Plan } from '../rules/plan';
import { computeAccounts, type AccountResults } from '../segments/run';
import { ALL_TIERS } from '../rules/plan';

/**
 * What can move an account, in the order in which the causes are taken: a newer add-on, the as-of day, the facts, the plan, the overrides.
 * Each step changes one of them and keeps what the steps before changed, so the steps sum to the whole; another order would share out
 * otherwise what two causes did together.
 */
export const CAUSES = ['add-on', 'time', 'data', 'plan', 'override'] as const;
export type Cause = (typeof CAUSES)[number];

/** A month as it was closed: facts of the fields its rules asked about, and what came of them. */
export interface ClosedAccounts {
  readonly accounts: Accounts;
  readonly plan: Plan;
  /** Place in `ALL_TIERS` per account, overrides included. */
  readonly tiers: Uint8Array;
  readonly fit: Float64Array;
  readonly signal: Float64Array;
}

/** One account that was there and is. */
export interface Move {
  /** Index in the list now. */
  readonly account: number;
  /** Place in `ALL_TIERS` when the month was closed, then after each of `CAUSES`. */
  readonly path: readonly number[];
}

export interface Movement {
  /** Accounts per tier, parallel to `ALL_TIERS`. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly fresh: readonly number[];
  readonly gone: readonly number[];
  /** Net change per cause and tier: before + Σ net + fresh − gone = after, tier by tier. */
  readonly net: readonly (readonly number[])[];
  /** Accounts moved by each cause, parallel to `CAUSES`. */
  readonly moved: readonly number[];
  /** `migration[from][to]`: accounts that were there and are; its diagonal stayed. */
  readonly migration: readonly (readonly number[])[];
  /** Accounts whose path is not all one tier, in the list's order. */
  readonly moves: readonly Move[];
}

/** From the month `closed` to `now`. Rows are paired by account key, the nth of a key with the nth. */
export function movementOf(closed: ClosedAccounts, now: AccountResults): Movement {
  const { lists, plan } = now;
  const [redone, aged, ...later] = replayed(closed, { accounts: lists.accounts, plan }, ({ tiering }) => tiering.final);
  const pairs = pairsOf(closed.accounts.keys, lists.accounts.keys);
  const paths = [...pairs].map(([account, was]): Move => ({
    account,
    path: [
      ...[closed.tiers, redone, aged].map((tiers) => tiers[was] ?? 0),
      ...[...later, now.tiering.final].map((tiers) => tiers[account] ?? 0),
    ],
  }));
  return tallied(closed.tiers, now.tiering.final, pairs, paths);
}

/** What stands between the two months after each of `CAUSES` but the last, each planned again. */
export function replayed<T>(
  before: Pick<ClosedAccounts, 'accounts' | 'plan'>,
  { accounts, plan }: Pick<ClosedAccounts, 'accounts' | 'plan'>,
  of: (runResult: AccountResults) => T,
): readonly [redone: T, aged: T, refreshed: T, replanned: T] {
  const replay = (given: Accounts, by: Plan): T =>
    of(computeAccounts({ accounts: given, contacts: undefined }, { ...by, segments: [] }));
  const later: Plan = { ...before.plan, asOf: plan.asOf };
  return [
    replay(before.accounts, before.plan),
    replay(before.accounts, later),
    replay(accounts, later),
    replay(accounts, { ...plan, overrides: before.plan.overrides }),
  ];
}

/** The causes that changed the account's tier on its way. */
export function causesOf({ path }: Move): readonly Cause[] {
  return CAUSES.filter((_, step) => path[step] !== path[step + 1]);
}

/** Index now → index then. */
function pairsOf(before: readonly string[], now: readonly string[]): ReadonlyMap<number, number> {
  const positions = new Map<string, number[]>();
  before.forEach((key, index) => positions.set(key, [...(positions.get(key) ?? []), index]));
  const pairs = new Map<number, number>();
  now.forEach((key, index) => {
    const was = positions.get(key)?.shift();
    if (was !== undefined) pairs.set(index, was);
  });
  return pairs;
}

function tallied(before: Uint8Array, after: Uint8Array, pairs: ReadonlyMap<number, number>, paths: readonly Move[]): Movement {
  const row = (): number[] => ALL_TIERS.map(() => 0);
  const [net, migration] = [CAUSES.map(row), ALL_TIERS.map(row)];
  const moved = CAUSES.map(() => 0);
  for (const { path } of paths) {
    add(migration[path[0] ?? 0], path[CAUSES.length] ?? 0, 1);
    CAUSES.forEach((_, step) => {
      const [from = 0, to = 0] = [path[step], path[step + 1]];
      if (from === to) return;
      add(net[step], from, -1);
      add(net[step], to, 1);
      add(moved, step, 1);
    });
  }
  const kept = new Set(pairs.values());
  return {
    before: countsOf(before, () => true),
    after: countsOf(after, () => true),
    fresh: countsOf(after, (index) => !pairs.has(index)),
    gone: countsOf(before, (index) => !kept.has(index)),
    net,
    moved,
    migration,
    moves: paths.filter(({ path }) => path.some((tier) => tier !== path[0])),
  };
}

function countsOf(tiers: Uint8Array, isCounted: (index: number) => boolean): readonly number[] {
  const counts = ALL_TIERS.map(() => 0);
  tiers.forEach((tier, index) => {
    if (isCounted(index)) add(counts, tier, 1);
  });
  return counts;
}

function add(counts: number[] | undefined, position: number, by: number): void {
  if (counts !== undefined) counts[position] = (counts[position] ?? 0) + by;
}
