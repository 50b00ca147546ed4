/** Work order: the order in which accounts are worked, the same in Scores, exports, Explain and This month. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Fact } from '../facts/fact';
import type { ContactBook } from '../people/contactBook';
import type { AccountResults } from '../segments/run';
import { reachOf } from './reach';

export interface WorkOrder {
  /** Indexes of all accounts, the first to be worked first. */
  readonly accounts: readonly number[];
  /** Rank of each account, 1 first; equals but for the key share one: 1, 1, 3. */
  readonly ranks: Int32Array;
}

/**
 * By tier; available first; signal; reach; fit; known; size field, all descending with blanks last; then account key by code unit,
 * then the list's order. `book` is null without contacts.
 */
export function workOrder(runResult: AccountResults, book: ContactBook | null): WorkOrder {
  const { tiering, scores, availability, lists, plan } = runResult;
  const { size, keys } = lists.accounts;
  const { levels: reach } = reachOf(runResult, book);
  const sizes = sizesOf(lists.accounts, plan.settings.sizeField);
  const compare = (a: number, b: number): number =>
    (tiering.final[a] ?? 0) - (tiering.final[b] ?? 0) ||
    (availability.available[b] ?? 0) - (availability.available[a] ?? 0) ||
    descending(scores.signal[a], scores.signal[b]) ||
    (reach[a] ?? 0) - (reach[b] ?? 0) ||
    descending(scores.fit[a], scores.fit[b]) ||
    descending(scores.known[a], scores.known[b]) ||
    descending(sizes[a], sizes[b]);
  const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const accounts = Array.from({ length: size }, (_, account) => account).sort(
    (a, b) => compare(a, b) || byKey(keys[a] ?? '', keys[b] ?? '') || a - b,
  );
  return { accounts, ranks: ranksOf(accounts, compare) };
}

function ranksOf(accounts: readonly number[], compare: (a: number, b: number) => number): Int32Array {
  const ranks = new Int32Array(accounts.length);
  accounts.forEach((account, position) => {
    const before = accounts[position - 1];
    ranks[account] = before !== undefined && compare(before, account) === 0 ? (ranks[before] ?? 0) : position + 1;
  });
  return ranks;
}

/** Blanks last; two blanks are equal. */
function descending(a = NaN, b = NaN): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a === b ? 0 : b > a ? 1 : -1;
}

/** The plan's size field of each account, a band by its lower end; NaN where it is blank or in another currency than most. */
function sizesOf(accounts: Accounts, field: string | undefined): Float64Array {
  const sizes = new Float64Array(accounts.size).fill(NaN);
  const column =
    field === undefined ? (accounts.attribute('Annual revenue') ?? accounts.attribute('Employees')) : accounts.attribute(field);
  if (column === undefined) return sizes;
  const currency = mainCurrency(column.codes, column.facts);
  const sizeOfFact = column.facts.map(({ isBlank, quantity }) => {
    const isOther = quantity?.currency !== undefined && quantity.currency !== currency;
    return isBlank || quantity === undefined || isOther ? NaN : quantity.low;
  });
  return sizes.map((_, account) => sizeOfFact[column.codes[account] ?? -1] ?? NaN);
}

/** The currency that most accounts' amounts name, the first by code among equals; undefined where none does. */
function mainCurrency(codes: Int32Array, facts: readonly Fact[]): string | undefined {
  const counts = new Map<string, number>();
  for (const code of codes) {
    const currency = facts[code]?.quantity?.currency;
    if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}
