/** Coverage, reach, buyer roles and shared addresses. */
import fc from 'fast-check';
import type { Contact, Contacts } from '../../../src/domain/facts/accounts';
import type { Persona } from '../../../src/domain/rules/plan';
import {
  committeeSizes,
  roleHistogram,
  rolesWithoutTitles,
  titleGroups,
  titleHistogram,
  wantedPhrases,
} from '../../../src/domain/people/buyerRoles';
import { openBook } from '../../../src/domain/people/contactBook';
import {
  countIn,
  isVerifiedFact,
  maskOf,
  reachableAccounts,
  shareIn,
  countMembers,
  verifiedAccounts,
} from '../../../src/domain/people/coverage';
import { sharedEmails, sharedPhones } from '../../../src/domain/people/sharedContacts';
import { accounts, fact } from '../../support/domain/build';

const wholeWords = (title: string, phrase: string) => ` ${title.toLowerCase()} `.includes(` ${phrase.toLowerCase()} `);
let nextPerson = 0;
const contact = (account: number, title: string, isVerified = true, more: Partial<Contact> = {}): Contact => ({
  account,
  person: nextPerson++,
  name: '',
  title,
  email: '',
  phone: '',
  isVerified,
  ...more,
});
const contacts = (...all: Contact[]): Contacts => ({ all, unmatched: 0 });
const book = (size: number, ...all: Contact[]) => openBook(contacts(...all), size, wholeWords)!;
const persona = (name: string, role: string, ...titles: string[]): Persona => ({ name, role, titles });

describe('verifiedAccounts', () => {
  const list = accounts({ 'Verified emails': [3, 0, true, null] });

  it('goes by contacts where there are any', () => {
    const found = verifiedAccounts(list, book(4, contact(1, 'CTO'), contact(1, 'VP'), contact(2, 'CTO', false)));
    expect([...found!]).toEqual([0, 1, 0, 0]);
  });

  it('goes by the column Verified emails where there are none', () =>
    expect([...verifiedAccounts(list, null)!]).toEqual([1, 0, 1, 0]));

  it('is null when the lists have neither', () => expect(verifiedAccounts(accounts({ Industry: ['a'] }), null)).toBeNull());

  it('opens no book without a single contact', () => {
    expect(openBook(undefined, 4, wholeWords)).toBeNull();
    expect(openBook(contacts(), 4, wholeWords)).toBeNull();
    expect(openBook({ all: [], unmatched: 1 }, 4, wholeWords)).not.toBeNull();
  });

  it.each([
    [1, true],
    [0, false],
    [true, true],
    [false, false],
    [null, false],
    ['jane@acme.com', true],
    ['jane@acme.com, bob@acme.com', true],
    ['@acme', false],
    ['pending', false],
    [{ low: 1, high: 5 }, true],
    [{ low: 0, high: 5 }, false],
  ])('takes %p as %s', (cell, isVerified) => expect(isVerifiedFact(fact(cell))).toBe(isVerified));
});

describe('shareIn', () => {
  it('S1.20: 20 verified of 100 accounts are 20 %', () => {
    const verified = Uint8Array.from({ length: 300 }, (_, account) => (account % 5 === 0 ? 1 : 0));
    const set = Array.from({ length: 100 }, (_, account) => account);
    expect(shareIn(set, verified)).toBe(0.2);
    expect(shareIn(maskOf(set, 300), verified)).toBe(0.2);
    expect(shareIn(Int32Array.from(set), verified)).toBe(0.2);
  });

  it('S1.13: 50 of 500 are 10 %', () => {
    const verified = Uint8Array.from({ length: 500 }, (_, account) => (account < 50 ? 1 : 0));
    expect(shareIn(new Uint8Array(500).fill(1), verified)).toBe(0.1);
  });

  it('is null for an empty set and an unknown mask', () => {
    expect(shareIn([], new Uint8Array(3))).toBeNull();
    expect(shareIn([1], null)).toBeNull();
  });

  it('counts a set the same as a mask and as indexes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(49)), fc.uniqueArray(fc.nat(49)), (set, marked) => {
        const [asMask, mask] = [maskOf(set, 50), maskOf(marked, 50)];
        expect(countMembers(asMask)).toBe(set.length);
        expect(countIn(asMask, mask)).toBe(countIn(set, mask));
        expect(countIn(set, mask)).toBeLessThanOrEqual(Math.min(set.length, marked.length));
      }),
    );
  });
});

describe('reachableAccounts', () => {
  const people = book(
    4,
    contact(0, 'VP Engineering'),
    contact(1, 'CTO', false),
    contact(2, 'Director'),
    contact(3, 'cto and founder'),
  );

  it('S0.36: counts a verified contact in a wanted role, and no other', () => {
    expect([...reachableAccounts(people, ['CTO', 'vp engineering'])!]).toEqual([1, 0, 0, 1]);
  });

  it('matches whole words', () => expect([...reachableAccounts(people, ['Direct', 'Engineer'])!]).toEqual([0, 0, 0, 0]));

  it('is null without contacts and with blank buyer roles', () => {
    expect(reachableAccounts(null, ['CTO'])).toBeNull();
    expect(reachableAccounts(people, wantedPhrases(['', ' '], []))).toBeNull();
  });

  it('never exceeds the verified, and asks about each title once', () => {
    let asked = 0;
    const counting = openBook(
      contacts(...Array.from({ length: 1000 }, (_, i) => contact(i % 10, i % 2 ? 'CTO' : 'CFO', i % 3 === 0))),
      10,
      (title, phrase) => {
        asked += 1;
        return wholeWords(title, phrase);
      },
    )!;
    const reach = reachableAccounts(counting, ['CTO'])!;
    reachableAccounts(counting, ['CTO']);
    expect(asked).toBe(2);
    reach.forEach((isReached, account) => expect(isReached).toBeLessThanOrEqual(counting.verified[account]!));
  });
});

describe('wantedPhrases', () => {
  const personas = [
    persona('Budget holder', 'Economic buyer', 'CFO', 'VP Finance'),
    persona('Architect', 'Technical buyer', 'CTO'),
  ];

  it('lets a persona’s or a role’s name stand for its titles, and other words for themselves', () => {
    expect(wantedPhrases(['budget holder', 'Technical Buyer', 'Head of IT', 'CTO'], personas)).toEqual([
      'CFO',
      'VP Finance',
      'CTO',
      'Head of IT',
    ]);
  });

  it('joins the titles of all personas of a role', () => {
    expect(wantedPhrases(['Champion'], [persona('A', 'Champion', 'x'), persona('B', 'Champion', 'y')])).toEqual(['x', 'y']);
  });

  it('names the roles that no persona gives titles to', () => {
    expect(rolesWithoutTitles(['Champion', 'Economic buyer', 'CTO'], personas)).toEqual(['Champion']);
  });
});

describe('roleHistogram', () => {
  it('S1.22: many CTOs and one VP Engineering show in the titles', () => {
    const people = book(
      5,
      ...[0, 1, 2, 3].map((account) => contact(account, 'CTO')),
      contact(4, 'VP Engineering'),
      contact(0, ''),
    );
    expect(titleHistogram(people, [0, 1, 2, 3, 4])).toEqual([
      { role: 'CTO', contacts: 4, verified: 4, accounts: 4 },
      { role: 'VP Engineering', contacts: 1, verified: 1, accounts: 1 },
    ]);
  });

  it('S3.20–S3.22: without personas the articles’ titles serve, each contact counted once', () => {
    const people = book(
      2,
      contact(0, 'VP Engineering'),
      contact(0, 'VP Sales', false),
      contact(1, 'Office Manager'),
      contact(1, 'Chef'),
      contact(1, ''),
    );
    expect(roleHistogram(people, [0, 1], titleGroups([]))).toEqual([
      { role: 'Technical buyer', contacts: 1, verified: 1, accounts: 1 },
      { role: 'Economic buyer', contacts: 1, verified: 0, accounts: 1 },
      { role: 'User buyer', contacts: 1, verified: 1, accounts: 1 },
      { role: 'Other title', contacts: 1, verified: 1, accounts: 1 },
      { role: 'No title', contacts: 1, verified: 1, accounts: 1 },
    ]);
  });

  it('counts a person of an account that stands on two rows once, at both', () => {
    const twice = [contact(0, 'CTO', true, { person: 7_000 }), contact(1, 'CTO', true, { person: 7_000 })];
    expect(titleHistogram(book(2, ...twice), [0, 1])).toEqual([{ role: 'CTO', contacts: 1, verified: 1, accounts: 2 }]);
    expect(titleHistogram(book(2, ...twice), [1])).toEqual([{ role: 'CTO', contacts: 1, verified: 1, accounts: 1 }]);
  });

  it('counts only the set, by the plan’s personas in their order', () => {
    const people = book(3, contact(0, 'CTO'), contact(1, 'CTO'), contact(2, 'CFO'));
    const groups = titleGroups([persona('__proto__', '', 'CTO'), persona('Untitled', ''), persona('Money', '', 'CFO')]);
    expect(roleHistogram(people, [1, 2], groups).map(({ role, contacts: count }) => [role, count])).toEqual([
      ['__proto__', 1],
      ['Money', 1],
      ['Other title', 0],
      ['No title', 0],
    ]);
  });
});

describe('committeeSizes', () => {
  it('S2.11: 3 and 7 people are a committee, 2 and 8 are not', () => {
    const people = [0, 2, 3, 7, 8].flatMap((count, account) => Array.from({ length: count }, () => contact(account, 'x')));
    expect(committeeSizes(book(5, ...people), [0, 1, 2, 3, 4])).toEqual({ none: 1, below: 1, within: 2, above: 1 });
  });
});

describe('shared addresses', () => {
  const people = [
    contact(0, '', true, { email: 'Info@acme.com', phone: '+1 (555) 010-2000' }),
    contact(1, '', true, { email: ' info@ACME.com ', phone: '0015550102000' }),
    contact(1, '', true, { email: 'jane@acme.com', phone: '4711' }),
    contact(1, '', true, { email: '', phone: '4711' }),
  ];

  it('S1.26: one email on two contacts is shared, whatever its case', () => {
    expect(sharedEmails(people)).toEqual([{ value: 'info@acme.com', contacts: [0, 1], accounts: 2 }]);
  });

  it('S1.26: a person of an account that stands on several rows shares nothing', () => {
    const mine = { email: 'jane@acme.com', phone: '+1 555 010 2000', person: 7_000 };
    const same = [0, 1, 2].map((account) => contact(account, '', true, mine));
    expect([sharedEmails(same), sharedPhones(same)]).toEqual([[], []]);
    const other = contact(3, '', true, { email: 'jane@acme.com' });
    expect(sharedEmails([...same, other])).toEqual([{ value: 'jane@acme.com', contacts: [0, 3], accounts: 2 }]);
  });

  it('S1.26: phones compare by their digits; extensions and blanks are nobody’s', () => {
    expect(sharedPhones(people)).toEqual([{ value: '15550102000', contacts: [0, 1], accounts: 2 }]);
  });
});
