/** Best contacts: whom to write to at each account. Pure. */
import type { Contact } from '../facts/accounts';
import type { ContactBook } from '../people/contactBook';

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
