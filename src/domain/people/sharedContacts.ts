/** Shared addresses: one email or phone on several contacts, a sign of a noisy list (S1.26). Pure. */
import { fold } from '../facts/text';
import type { Contact } from '../facts/accounts';
import type { Check } from '../facts/check';
import { planCheck } from '../facts/check';
import { counted } from '../facts/figure';

export interface SharedAddress {
  /** Folded email, or the digits of the phone. */
  readonly value: string;
  /** Indexes into the contacts, ascending; two or more people, each once. */
  readonly contacts: readonly number[];
  /** Accounts they belong to. */
  readonly accounts: number;
}

/** Fewer digits are an extension or a fragment, which many people rightly share. */
const SHORTEST_PHONE = 7;

/** Emails on more than one contact, most contacts first, then by code unit. */
export function sharedEmails(contacts: readonly Contact[]): readonly SharedAddress[] {
  return sharedBy(contacts, ({ email }) => fold(email));
}

/** Phones on more than one contact, compared by their digits; a leading 00 counts as +. */
export function sharedPhones(contacts: readonly Contact[]): readonly SharedAddress[] {
  return sharedBy(contacts, ({ phone }) => {
    const digits = phone.normalize('NFKC').replace(/\D/g, '').replace(/^00/, '');
    return digits.length < SHORTEST_PHONE ? '' : digits;
  });
}

/** One address, one person. */
export function sharedCheck(contacts: readonly Contact[]): Check {
  const [emails, phones] = [sharedEmails(contacts), sharedPhones(contacts)];
  const shown = (shared: readonly SharedAddress[], noun: string): string =>
    `${counted(shared.length, noun)}${shared[0] === undefined ? '' : ` (${shared[0].value}: ${counted(shared[0].contacts.length, 'contact')})`}`;
  const actual = `${shown(emails, 'email')} and ${shown(phones, 'phone')} on more than one contact`;
  const status = emails.length + phones.length === 0 ? 'Pass' : 'Check';
  return planCheck('shared addresses', status, actual, 'Each email and phone belongs to one contact', 'Remove the repetitions.');
}

function sharedBy(contacts: readonly Contact[], valueOf: (contact: Contact) => string): readonly SharedAddress[] {
  const holders = new Map<string, number[]>();
  contacts.forEach((contact, index) => {
    const value = valueOf(contact);
    if (value === '') return;
    const known = holders.get(value);
    if (known === undefined) holders.set(value, [index]);
    // A person of an account that stands on several rows follows itself in the list.
    else if (contacts[known[known.length - 1] ?? 0]?.person !== contact.person) known.push(index);
  });
  return [...holders]
    .filter(([, indexes]) => indexes.length > 1)
    .map(([value, indexes]) => ({ value, contacts: indexes, accounts: new Set(indexes.map((i) => contacts[i]?.account)).size }))
    .sort((a, b) => b.contacts.length - a.contacts.length || (a.value < b.value ? -1 : 1));
}
