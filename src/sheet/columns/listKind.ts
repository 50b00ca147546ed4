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
    new Map<string, number>([
      ['firstname', 1],
      ['lastname', 1],
      ['fullname', 1],
      ['givenname', 1],
      ['surname', 1],
      ['familyname', 1],
      ['vorname', 1],
      ['nachname', 1],
      ['prenom', 1],
      ['apellido', 1],
      ['title', 1],
      ['jobtitle', 1],
      ['position', 0.6],
      ['currentjob', 1],
      ['job', 0.4],
      ['seniority', 0.6],
      ['jobfunction', 0.6],
      ['managementlevel', 0.6],
      ['email', 0.6],
      ['emailaddress', 0.6],
      ['workemail', 0.6],
      ['mail', 0.5],
      ['emailstatus', 0.6],
      ['mobilephone', 0.5],
      ['directdial', 0.5],
      ['department', 0.4],
    ]),
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
    weight += PERSON_HEADERS().get(key) ?? (evidence.email > 0.6 ? 0.6 : evidence.title > 0.5 ? 0.5 : 0);
  }
  return weight;
}
