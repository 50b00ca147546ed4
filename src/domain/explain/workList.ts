/** Work list: the order in which accounts are worked, who is not worked now, and whom to write to. Pure. */
import type { Contact } from '../facts/accounts';
import type { ContactBook } from '../people/contactBook';
import { minusMonths } from '../facts/day';
import type { Fact } from '../facts/fact';
import { statusWord } from '../rules/customerStatus';
import type { AccountResults } from '../segments/run';
import { isBlankScore } from '../score/score';
import { EXCLUDED_TIER, NEEDS_DATA } from '../score/tier';

/** An account contacted within so many months is left alone. */
const RECENT_MONTHS = 1;

/** Accounts by tier, then basis descending (blank last), then key by code unit, then the list's order. */
export function workOrder(runResult: AccountResults): readonly number[] {
  const { tiering, scores, lists } = runResult;
  const { keys, size } = lists.accounts;
  const basis = (account: number): number => {
    const score = scores.basis[account] ?? NaN;
    return isBlankScore(score) ? -1 : score;
  };
  const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return Array.from({ length: size }, (_, account) => account).sort(
    (a, b) =>
      (tiering.final[a] ?? 0) - (tiering.final[b] ?? 0) || basis(b) - basis(a) || byKey(keys[a] ?? '', keys[b] ?? '') || a - b,
  );
}

/** 1 for each customer, open deal or account contacted within the last month: in the counts, off the list. */
export function notNow({ lists, plan }: AccountResults): Uint8Array {
  const from = minusMonths(plan.asOf, RECENT_MONTHS);
  const isRecent = ({ day }: Fact): boolean => day !== undefined && day >= from && day <= plan.asOf;
  const mask = new Uint8Array(lists.accounts.size);
  mark(mask, lists.accounts.attribute('Account status'), (fact) => statusWord(fact) !== '');
  mark(mask, lists.accounts.attribute('Last contacted'), isRecent);
  return mask;
}

function mark(
  mask: Uint8Array,
  attribute: { readonly codes: Int32Array; readonly facts: readonly Fact[] } | undefined,
  holds: (fact: Fact) => boolean,
): void {
  if (attribute === undefined) return;
  const isHeld = attribute.facts.map((fact) => (holds(fact) ? 1 : 0));
  attribute.codes.forEach((code, account) => (mask[account] = (mask[account] ?? 0) | (isHeld[code] ?? 0)));
}

/** The first `accountsPerMonth` of the order that are in a tier, not excluded, short of data or `not now`. None without the setting. */
export function thisMonth(runResult: AccountResults, order: readonly number[], off: Uint8Array): ReadonlySet<number> {
  const wanted = runResult.plan.settings.accountsPerMonth ?? 0;
  const isWorkable = (account: number): boolean => {
    const tier = runResult.tiering.final[account] ?? EXCLUDED_TIER;
    return (
      tier !== NEEDS_DATA &&
      tier !== EXCLUDED_TIER &&
      off[account] !== 1 &&
      runResult.lists.accounts.isDuplicate[account] !== true
    );
  };
  return new Set(order.filter(isWorkable).slice(0, wanted));
}

/** The contact to write to at each account: verified in a wanted role, else verified, else none; the first in the list among equals. */
export function bestContacts(
  book: ContactBook,
  phrasesOf: (account: number) => readonly string[],
): readonly (Contact | undefined)[] {
  const best: (Contact | undefined)[] = new Array<Contact | undefined>(book.size).fill(undefined);
  const isWanted = new Uint8Array(book.size);
  book.contacts.forEach((contact, index) => {
    const { account, isVerified } = contact;
    if (!isVerified || isWanted[account] === 1) return;
    const title = book.titleOf[index] ?? -1;
    if (phrasesOf(account).some((phrase) => book.holders(phrase)[title] === 1)) isWanted[account] = 1;
    if (isWanted[account] === 1 || best[account] === undefined) best[account] = contact;
  });
  return best;
}
