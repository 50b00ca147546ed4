/** Buyer roles: wanted titles of a segment, who sits at the accounts, how large their committees are (S1.22, S2.11). Pure. */
import { fold } from '../facts/text';
import type { ContactBook } from './contactBook';
import type { AccountSet } from './coverage';
import type { Persona, Role } from '../rules/plan';
import { maskOf } from './coverage';
import { ROLES } from '../rules/plan';

/** Titles of a role where the plan has no personas, from S3.20–S3.22. A champion shows in conversation, not in a title. */
export const ROLE_TITLES: readonly { readonly role: Role; readonly titles: readonly string[] }[] = [
  {
    role: 'Technical buyer',
    titles: ['CTO', 'Chief Technology Officer', 'VP Eng', 'VP Engineering', 'Head of IT', 'RevOps Manager'],
  },
  { role: 'Economic buyer', titles: ['VP', 'Vice President', 'Director', 'CEO', 'CFO', 'CRO', 'Chief', 'Founder', 'Owner'] },
  { role: 'User buyer', titles: ['Manager', 'Lead', 'Specialist', 'Analyst', 'Engineer', 'Coordinator', 'Representative'] },
];

export interface RoleLine {
  readonly role: string;
  readonly contacts: number;
  readonly verified: number;
  /** Accounts with at least one such contact. */
  readonly accounts: number;
}

/** Titles to look for under one name: a persona, a role, a title. */
export interface TitleGroup {
  readonly role: string;
  readonly titles: readonly string[];
}

/** Accounts of a set by how many contacts are known at them; a committee has 3–7 people (S2.11). */
export interface CommitteeSizes {
  readonly none: number;
  readonly below: number;
  readonly within: number;
  readonly above: number;
}

/** A role or a persona's name stands for its titles, anything else for itself; blanks and repetitions are left out. */
export function wantedPhrases(buyerRoles: readonly string[], personas: readonly Persona[]): readonly string[] {
  const phrases = buyerRoles.flatMap((wanted) => {
    const named = personas.filter(({ name, role }) => isSame(name, wanted) || isSame(role, wanted));
    const titles = named.flatMap((persona) => persona.titles);
    return titles.length > 0 ? titles : [wanted];
  });
  return [...new Set(phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase !== ''))];
}

/** The four role names among the wanted that no persona gives titles to: as title words they find nobody. */
export function rolesWithoutTitles(buyerRoles: readonly string[], personas: readonly Persona[]): readonly string[] {
  const isRole = (wanted: string) => ROLES.some((role) => isSame(role, wanted));
  return buyerRoles.filter(
    (wanted) => isRole(wanted) && wantedPhrases([wanted], personas).some((phrase) => isSame(phrase, wanted)),
  );
}

/** The plan's personas that have titles, in plan order; without any, the articles' titles. */
export function titleGroups(personas: readonly Persona[]): readonly TitleGroup[] {
  const typed = personas.filter(({ titles }) => titles.length > 0).map(({ name, titles }) => ({ role: name, titles }));
  return typed.length > 0 ? typed : ROLE_TITLES;
}

/** Contacts of the set by the first group whose titles theirs holds, then `Other title` and `No title`; the lines sum to the contacts. */
export function roleHistogram(book: ContactBook, set: AccountSet, groups: readonly TitleGroup[]): readonly RoleLine[] {
  const names = [...groups.map(({ role }) => role), 'Other title', 'No title'];
  const groupOfTitle = book.titles.map((title, code) => {
    if (title.trim() === '') return names.length - 1;
    const first = groups.findIndex(({ titles }) => titles.some((phrase) => book.holders(phrase)[code] === 1));
    return first < 0 ? names.length - 2 : first;
  });
  return linesOf(book, set, names, groupOfTitle);
}

/** Contacts of the set by title as written, most frequent first, then by code unit: many CTOs and few VPs show here (S1.22). */
export function titleHistogram(book: ContactBook, set: AccountSet): readonly RoleLine[] {
  const lines = linesOf(
    book,
    set,
    book.titles,
    book.titles.map((_, code) => code),
  );
  const byCount = (a: RoleLine, b: RoleLine) => b.contacts - a.contacts || (a.role < b.role ? -1 : 1);
  return lines.filter(({ contacts, role }) => contacts > 0 && role.trim() !== '').sort(byCount);
}

/** Committee sizes of the set's accounts, by all their contacts. */
export function committeeSizes(book: ContactBook, set: AccountSet): CommitteeSizes {
  const people = new Int32Array(book.size);
  for (const { account } of book.contacts) people[account] = (people[account] ?? 0) + 1;
  const sizes = { none: 0, below: 0, within: 0, above: 0 };
  maskOf(set, book.size).forEach((isIn, account) => {
    const count = people[account] ?? 0;
    if (isIn === 1) sizes[count === 0 ? 'none' : count < 3 ? 'below' : count <= 7 ? 'within' : 'above'] += 1;
  });
  return sizes;
}

function linesOf(book: ContactBook, set: AccountSet, names: readonly string[], lineOfTitle: readonly number[]): RoleLine[] {
  const mask = maskOf(set, book.size);
  const lines = names.map((role) => ({ role, contacts: 0, verified: 0, at: new Set<number>() }));
  const counted = new Set<number>();
  book.contacts.forEach(({ account, isVerified, person }, index) => {
    const line = lines[lineOfTitle[book.titleOf[index] ?? -1] ?? -1];
    if (line === undefined || mask[account] !== 1) return;
    line.at.add(account);
    if (counted.has(person)) return;
    counted.add(person);
    line.contacts += 1;
    line.verified += isVerified ? 1 : 0;
  });
  return lines.map(({ role, contacts, verified, at }) => ({ role, contacts, verified, accounts: at.size }));
}

function isSame(a: string, b: string): boolean {
  return fold(a) === fold(b) && fold(a) !== '';
}
