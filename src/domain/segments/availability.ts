/** Availability: which accounts are free to be prospected, and what keeps the others off. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Attribute, Fact } from '../facts/fact';
import { fold } from '../facts/text';
import { statusWord } from '../rules/customerStatus';

/** What keeps an account off every prospect list, the strongest reason first; the first entry is none. */
export const ACCOUNT_STATUSES = [
  '',
  'Customer',
  'Best customer',
  'Open deal',
  'Do not contact',
  'Handed back',
  'Handed back',
] as const;

/** Positions of the accounts that a rep has given back: those with bad data are to be enriched. */
export const HANDED_BACK = 5;
export const BAD_DATA = 6;

/** One value an account, in the list's order. */
export interface Availability {
  /** Position in {@link ACCOUNT_STATUSES}: of the rows of one key all have the strongest. */
  readonly status: Uint8Array;
  /** 1 where nothing keeps the account off. */
  readonly available: Uint8Array;
  /** 1 for customers, those named as best customers among them. */
  readonly customers: Uint8Array;
}

const LAST_OF_CUSTOMERS = ACCOUNT_STATUSES.indexOf('Best customer');

/**
 * By Account status, and by `bestCustomers`: account keys or names as the team typed them. A blank status, or a list without
 * the column, keeps nothing off. What is said of one row holds for every row of its key.
 */
export function availabilityOf(accounts: Accounts, bestCustomers: readonly string[]): Availability {
  const status = new Uint8Array(accounts.size);
  const column = accounts.attribute('Account status');
  if (column !== undefined) mark(status, column, (fact) => ACCOUNT_STATUSES.indexOf(statusWord(fact)));
  if (bestCustomers.length > 0) markNamed(status, accounts, bestCustomers);
  spreadOverKeys(status, accounts.keys);
  return {
    status,
    available: status.map((code) => (code === 0 ? 1 : 0)),
    customers: status.map((code) => (code > 0 && code <= LAST_OF_CUSTOMERS ? 1 : 0)),
  };
}

/** Keys as they are, since IDs differ by case alone; domains and names folded. */
function markNamed(status: Uint8Array, accounts: Accounts, bestCustomers: readonly string[]): void {
  const typed = new Set(bestCustomers);
  const named = new Set(bestCustomers.map(fold));
  const best = ACCOUNT_STATUSES.indexOf('Best customer');
  const names = accounts.attribute('Account name');
  if (names !== undefined) mark(status, names, ({ isBlank, text }) => (!isBlank && named.has(text) ? best : 0));
  accounts.keys.forEach((key, account) => {
    if (typed.has(key) || named.has(key)) status[account] = stronger(status[account] ?? 0, best);
  });
}

function mark(status: Uint8Array, { codes, facts }: Attribute, codeOf: (fact: Fact) => number): void {
  const found = Uint8Array.from(facts, codeOf);
  for (let i = 0; i < status.length; i++) status[i] = stronger(status[i] ?? 0, found[codes[i] ?? 0] ?? 0);
}

function spreadOverKeys(status: Uint8Array, keys: readonly string[]): void {
  const strongest = new Map<string, number>();
  status.forEach((code, account) => {
    const key = keys[account] ?? '';
    if (code > 0) strongest.set(key, stronger(strongest.get(key) ?? 0, code));
  });
  if (strongest.size > 0) keys.forEach((key, account) => (status[account] = strongest.get(key) ?? 0));
}

/** Codes rise as reasons weaken, but for 0, which is none. */
function stronger(one: number, other: number): number {
  return one === 0 ? other : other === 0 ? one : Math.min(one, other);
}
