/** Shapley: the loss of a funnel shared out over its filters so that their order does not matter. Pure. */
import type { Filter } from './filter';
import { PASS } from './filter';
import { seededStream, shuffledIndexes } from '../facts/seeded';

/** Parts of log((1 + all) / (1 + left)), one per filter, none negative; they sum to `total`. Logs, so that halving counts alike anywhere. */
export interface ShapleyShares {
  readonly losses: readonly number[];
  readonly total: number;
  readonly isExact: boolean;
}

/** Up to this many filters every subset is counted; beyond, orders are sampled. */
const EXACT_FILTERS = 12;
const SEED = 20_260_101;
const MOST_ORDERS = 400;
const FEWEST_ORDERS = 20;
/** Filters × patterns × orders, about a second of work. */
const SAMPLING_BUDGET = 1e8;

/** Each filter's share of the loss, in log(1 + count); exact to 12 filters, seeded sampling above. */
export function shapleyShares(filters: readonly Filter[], size: number): ShapleyShares {
  const isExact = filters.length <= EXACT_FILTERS;
  const losses = isExact ? exactLosses(filters, size) : sampledLosses(filters, size);
  return { losses, total: losses.reduce((sum, loss) => sum + loss, 0), isExact };
}

function exactLosses(filters: readonly Filter[], size: number): readonly number[] {
  const n = filters.length;
  const logLeft = logLeftBySubset(filters, size);
  const weights = orderShares(n);
  return filters.map((_, position) => {
    const bit = 1 << position;
    let loss = 0;
    for (let subset = 0; subset < 1 << n; subset++) {
      if ((subset & bit) !== 0) continue;
      loss += (weights[bitCount(subset)] ?? 0) * ((logLeft[subset] ?? 0) - (logLeft[subset | bit] ?? 0));
    }
    return loss;
  });
}

/** log(1 + accounts that pass every filter of the subset), by the subset's bits. */
function logLeftBySubset(filters: readonly Filter[], size: number): Float64Array {
  const subsets = 1 << filters.length;
  const counts = new Float64Array(subsets);
  for (let i = 0; i < size; i++) {
    let failed = 0;
    filters.forEach((filter, position) => (failed |= fails(filter, i) ? 1 << position : 0));
    counts[failed] = (counts[failed] ?? 0) + 1;
  }
  // Sum over subsets: afterwards counts[s] holds the accounts whose failed filters all lie within s.
  filters.forEach((_, position) => {
    const bit = 1 << position;
    for (let subset = 0; subset < subsets; subset++) {
      if ((subset & bit) !== 0) counts[subset] = (counts[subset] ?? 0) + (counts[subset ^ bit] ?? 0);
    }
  });
  // An account passes all of a subset when its failures lie outside it.
  return counts.map((_, subset) => Math.log1p(counts[subsets - 1 - subset] ?? 0));
}

/** Share of orders in which a filter comes right after a given set of k others: k! (n − k − 1)! / n!. */
function orderShares(n: number): readonly number[] {
  const shares: number[] = [];
  let share = 1 / n;
  for (let k = 0; k < n; k++) {
    shares.push(share);
    share *= (k + 1) / (n - k - 1);
  }
  return shares;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Mean loss over seeded orders and their reverses, which even out who comes early. */
function sampledLosses(filters: readonly Filter[], size: number): readonly number[] {
  const patterns = patternsOf(filters, size);
  const affordable = Math.floor(SAMPLING_BUDGET / (filters.length * Math.max(1, patterns.length)));
  const pairs = Math.ceil(Math.min(MOST_ORDERS, Math.max(FEWEST_ORDERS, affordable)) / 2);
  const next = seededStream(SEED);
  const losses = filters.map(() => 0);
  for (let pair = 0; pair < pairs; pair++) {
    const order = shuffledIndexes(filters.length, next);
    for (const positions of [order, [...order].reverse()]) addLosses(losses, positions, patterns, size);
  }
  return losses.map((loss) => loss / (2 * pairs));
}

/** Accounts that fail the same filters. */
interface Pattern {
  readonly fails: Uint8Array;
  readonly count: number;
}

/** Refined filter by filter, so that any number of filters will do. */
function patternsOf(filters: readonly Filter[], size: number): readonly Pattern[] {
  const classes = new Int32Array(size);
  for (const filter of filters) {
    const renamed = new Map<number, number>();
    for (let i = 0; i < size; i++) {
      const refined = (classes[i] ?? 0) * 2 + (fails(filter, i) ? 1 : 0);
      const name = renamed.get(refined) ?? renamed.size;
      renamed.set(refined, name);
      classes[i] = name;
    }
  }
  const members = new Map<number, { readonly first: number; count: number }>();
  classes.forEach((name, i) => {
    const member = members.get(name);
    if (member) member.count += 1;
    else members.set(name, { first: i, count: 1 });
  });
  return [...members.values()].map(({ first, count }) => ({
    fails: Uint8Array.from(filters, (filter) => (fails(filter, first) ? 1 : 0)),
    count,
  }));
}

function addLosses(losses: number[], order: readonly number[], patterns: readonly Pattern[], size: number): void {
  const removed = order.map(() => 0);
  for (const { fails: failed, count } of patterns) {
    const step = order.findIndex((position) => failed[position] === 1);
    if (step >= 0) removed[step] = (removed[step] ?? 0) + count;
  }
  let left = size;
  order.forEach((position, step) => {
    const after = left - (removed[step] ?? 0);
    losses[position] = (losses[position] ?? 0) + Math.log1p(left) - Math.log1p(after);
    left = after;
  });
}

function fails({ matched, results }: Filter, index: number): boolean {
  return results[matched.attribute.codes[index] ?? 0] !== PASS;
}
