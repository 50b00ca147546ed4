/** Coverage: which accounts have a verified email, and which a verified buyer of a wanted role (S1.20, S0.36). Pure. */
import type { Lists } from '../facts/accounts';
import type { ContactBook } from './contactBook';
import type { Fact } from '../facts/fact';
import type { Figure } from '../facts/figure';
import { quotient } from '../facts/figure';

/** Some accounts of the list: a mask with one byte an account, or their indexes, each once. */
export type AccountSet = Uint8Array | Int32Array | readonly number[];

const ADDRESS = /[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+/;

/** Accounts with a verified email as a mask: by contacts, else by the column `Verified emails`; null when the lists have neither. */
export function verifiedAccounts(accounts: Lists['accounts'], book: ContactBook | null): Uint8Array | null {
  if (book !== null) return book.verified;
  const column = accounts.attribute('Verified emails');
  if (column === undefined) return null;
  const counts = column.facts.map((fact) => (isVerifiedFact(fact) ? 1 : 0));
  return Uint8Array.from(column.codes, (code) => counts[code] ?? 0);
}

/** Accounts with a verified contact whose title holds a wanted phrase, as a mask; null without contacts or without phrases. */
export function reachableAccounts(book: ContactBook | null, phrases: readonly string[]): Uint8Array | null {
  if (book === null || phrases.length === 0) return null;
  const isWanted = new Uint8Array(book.titles.length);
  for (const phrase of phrases)
    book.holders(phrase).forEach((holds, title) => (isWanted[title] = (isWanted[title] ?? 0) | holds));
  const reachable = new Uint8Array(book.size);
  book.contacts.forEach(({ account, isVerified }, index) => {
    if (isVerified && isWanted[book.titleOf[index] ?? -1] === 1) reachable[account] = 1;
  });
  return reachable;
}

/** Accounts of the set. */
export function countMembers(set: AccountSet): number {
  return set instanceof Uint8Array ? set.reduce((sum, isIn) => sum + isIn, 0) : set.length;
}

/** Accounts of the set that the mask marks. */
export function countIn(set: AccountSet, mask: Uint8Array): number {
  let count = 0;
  if (set instanceof Uint8Array) set.forEach((isIn, account) => (count += isIn & (mask[account] ?? 0)));
  else set.forEach((account) => (count += mask[account] ?? 0));
  return count;
}

/** Share of the set that the mask marks, 0–1; null when the set is empty or the mask unknown. */
export function shareIn(set: AccountSet, mask: Uint8Array | null): Figure {
  return mask === null ? null : quotient(countIn(set, mask), countMembers(set));
}

/** The set as a mask over `size` accounts. */
export function maskOf(set: AccountSet, size: number): Uint8Array {
  if (set instanceof Uint8Array) return set;
  const mask = new Uint8Array(size);
  set.forEach((account) => (mask[account] = 1));
  return mask;
}

/** `Verified emails` counts when above 0, yes, or an address; a range counts when all of it is above 0. */
export function isVerifiedFact(fact: Fact): boolean {
  if (fact.isBlank) return false;
  if (fact.quantity !== undefined) return fact.quantity.low > 0;
  return fact.truth === true || ADDRESS.test(fact.text);
}
