/** What a list is about: accounts, contacts, or people together with their companies. */
import { lazy, lazyWords } from '../parse/lazy';
import type { Column } from './column';

/**
 * `accounts`: a row is a company. `contacts`: a row is a person, its company named at most. `people`: a row is a person with facts of the company,
 * to be split into accounts and contacts.
 */
export type ListKind = 'accounts' | 'contacts' | 'people';

/** Words that only a person's column has, and how much they say. */
const PERSON_HEADERS = lazy(
  () =>
    new Map(
      (
        [
          [
            1,
            'firstname lastname fullname givenname surname familyname vorname nachname prenom apellido apellidos cognome sobrenome achternaam voornaam efternamn title jobtitle currentjob 氏名 役職',
          ],
          [
            0.6,
            'position seniority jobfunction managementlevel email emailaddress workemail emailstatus ruolo cargo puesto poste fonction functie stelle',
          ],
          [0.4, 'job department'],
          [0.5, 'mail mobilephone directdial'],
        ] as const
      ).flatMap(([weight, words]) => words.split(' ').map((word): [string, number] => [word, weight])),
    ),
);

/** Words that only a company's column has. */
const COMPANY_FACTS = lazyWords(
  'employee numberemployee employeecount headcount staffcount revenue annualrevenue industry primaryindustry technology totalfunding founded foundedyear yearfounded website size',
);

/** Kind of a list by its headers, and by its cells where headers say little. */
export function judgeKind(columns: readonly Column[]): ListKind {
  const person = personWeight(columns);
  if (person < 1.5) return 'accounts';
  const facts = columns.filter(({ words }) => !words.isOther && !words.isPerson && COMPANY_FACTS().has(words.bare.join('')));
  return facts.length >= 1 ? 'people' : 'contacts';
}

/** How much the columns speak of persons; 1.5 and more is a list of people. */
export function personWeight(columns: readonly Column[]): number {
  let weight = 0;
  const seen = new Set<string>();
  for (const { words, evidence } of columns) {
    const key = words.core.join('');
    if (
      words.isPerson &&
      /^(?:liprofileurl|profileurl|linkedinprofileurl|linkedinurl|linkedin|profile|url)$/.test(key) &&
      !seen.has('profile')
    ) {
      seen.add('profile');
      weight += 0.9;
    }
    if (words.isOther || words.isCompany || seen.has(key)) continue;
    seen.add(key);
    // Sales, support and billing addresses of a company are no three persons.
    const isAddress = evidence.email > 0.6 || /^(?:work)?e?mail(?:address)?$/.test(key);
    if (isAddress && seen.has('address')) continue;
    if (isAddress) seen.add('address');
    weight += PERSON_HEADERS().get(key) ?? (evidence.email > 0.6 ? 0.6 : evidence.title > 0.5 ? 0.5 : 0);
  }
  return weight;
}
