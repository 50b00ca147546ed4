/** The contact book: who of an account can be written to, and whose title holds which words. Pure. */
import type { Contact, Contacts } from '../facts/accounts';

/** Whether a title contains a phrase as whole words. Given by the sheet, which knows how cells are folded. */
export type TitleMatcher = (title: string, phrase: string) => boolean;

/** Contacts indexed once a run; titles are compared once for each distinct title and phrase. */
export interface ContactBook {
  /** Accounts of the list. */
  readonly size: number;
  readonly contacts: readonly Contact[];
  /** 1 for each account with a verified address. */
  readonly verified: Uint8Array;
  /** Distinct titles as they stand in the list. */
  readonly titles: readonly string[];
  /** Index into `titles` for each contact. */
  readonly titleOf: Int32Array;
  /** 1 for each distinct title that contains the phrase. Kept for the next asker. */
  holders(phrase: string): Uint8Array;
}

/** Null when there is nothing to open: no contacts tab, or one without a single contact. */
export function openBook(contacts: Contacts | undefined, size: number, matchesTitle: TitleMatcher): ContactBook | null {
  if (contacts === undefined || contacts.all.length + contacts.unmatched === 0) return null;
  const all = contacts.all.filter(({ account }) => account >= 0 && account < size);
  const verified = new Uint8Array(size);
  const titles: string[] = [];
  const codes = new Map<string, number>();
  const titleOf = Int32Array.from(all, ({ account, isVerified, title }) => {
    if (isVerified) verified[account] = 1;
    const code = codes.get(title) ?? titles.push(title) - 1;
    codes.set(title, code);
    return code;
  });
  const kept = new Map<string, Uint8Array>();
  const holders = (phrase: string): Uint8Array => {
    const known = kept.get(phrase);
    if (known !== undefined) return known;
    const found = Uint8Array.from(titles, (title) => (phrase.trim() !== '' && matchesTitle(title, phrase) ? 1 : 0));
    kept.set(phrase, found);
    return found;
  };
  return { size, contacts: all, verified, titles, titleOf, holders };
}
