/** Candidates by header: what a column's name may stand for, and how well its cells bear that out. */
import { aliasesOf, type Alias } from '../headers/aliases';
import { fieldNamed, kindOf, type Field, type ListName } from '../fields';
import { singular, type HeaderWords } from '../headers/header';
import type { ListKind } from './listKind';
import type { Column, Reason } from './column';
import { FEWEST_CELLS } from './evidence';

export interface Candidate {
  readonly field: Field;
  readonly column: Column;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: Reason;
}

/** Places that a people export gives for the person under a bare header and for the company under a prefixed one. */
const PLACES: ReadonlySet<Field> = new Set<Field>(['Country', 'State', 'City']);
/** Fields that name someone: the same words mean the person in one list and the company in the other. */
const ACCOUNT_IDENTITY: ReadonlySet<Field> = new Set<Field>(['Account ID', 'Account name', 'Domain']);

/** Fields a column's header may stand for, weighed by its cells. */
export function judgeAlias(list: ListName, column: Column, kind: ListKind): Candidate[] {
  const { words } = column;
  const exact = fieldNamed(list, column.header);
  const isPersonPlace = exact !== undefined && kind !== 'accounts' && list === 'accounts' && PLACES.has(exact);
  if (exact !== undefined && !isPersonPlace) return [{ field: exact, column, confidence: 1, reason: 'exact' }];
  if (words.isOther) return [];
  const seen = new Set<Field>();
  const candidates: Candidate[] = [];
  for (const { alias, step } of namesOf(list, words)) {
    // A name found whole has its entity words in it: `Last contact` speaks of no person.
    const asked = step < CORE ? { ...words, isPerson: false } : words;
    const confidence = Math.min(0.97, confidenceOf(alias, step, asked, kind, list)) * fit(list, alias.field, column);
    if (confidence > 0 && !seen.has(alias.field)) {
      seen.add(alias.field);
      candidates.push({ field: alias.field, column, confidence, reason: 'header' });
    }
  }
  return candidates;
}

/** What each step of `namesOf` takes off the confidence. */
const DOUBT = [0, 0.005, 0.01, 0.02, 0.06];
/** The step from which on entity words are left out. */
const CORE = 2;

/** Names by all words, without fillers, without entities, and without both; each step is a little less sure. */
function namesOf(list: ListName, words: HeaderWords): { readonly alias: Alias; readonly step: number }[] {
  const steps: readonly (readonly string[])[] = [words.all.map(singular), words.plain, words.core, words.bare, words.inner];
  const whole = steps.flatMap((step, index) =>
    step.length === 0 && !words.isEntity ? [] : aliasesOf(list, step).map((alias) => ({ alias, step: index })),
  );
  return whole.length > 0 ? whole : placesOf(list, words).map((alias) => ({ alias, step: steps.length - 1 }));
}

/** `Stadt/Ort`, `City/town/village`: the first of two words for one place, unless the other names a place of another kind. */
function placesOf(list: ListName, { either }: HeaderWords): readonly Alias[] {
  if (either === undefined) return [];
  const [first = [], other = []] = either.map((words) => aliasesOf(list, words).filter(({ field }) => PLACES.has(field)));
  const [named] = first;
  return named === undefined || other.some(({ field }) => field !== named.field) ? [] : [named];
}

/** True when the header surely stands for some field; its cells are not asked for another then. */
export function isNamed({ words }: Column): boolean {
  const lists: readonly ListName[] = ['accounts', 'contacts'];
  return lists.some((list) =>
    namesOf(list, words).some(({ alias }) => !alias.isWeak && confidenceOf(alias, 0, words, 'accounts', list) > 0),
  );
}

function confidenceOf(alias: Alias, step: number, words: HeaderWords, kind: ListKind, list: ListName): number {
  if (alias.needs === 'company' && (!words.isCompany || words.isPerson)) return 0;
  if (alias.needs === 'own' && words.isCompany) return 0;
  if (alias.needs === 'person' && !words.isPerson) return 0;
  const base = (alias.isWeak ? 0.68 : 0.95) - Math.min(0.15, alias.rank * 0.004) - (DOUBT[step] ?? 0);
  return base * listFactor(alias, words, kind, list);
}

/** A people export names person and company in one row of headers: bare words belong to the person, prefixed ones to the company. */
function listFactor(alias: Alias, words: HeaderWords, kind: ListKind, list: ListName): number {
  if (list === 'accounts') {
    if (words.isPerson) return 0;
    if (kind === 'accounts') return 1;
    if (PLACES.has(alias.field)) return words.isCompany ? 1 : kind === 'people' ? 0.58 : 0;
    if (alias.field === 'Account ID' && !words.isCompany && !words.all.includes('customer') && !words.all.includes('client'))
      return 0;
    if (PERSONAL.has(alias.field) && !words.isCompany) return 0;
    return alias.isWeak && !words.isCompany && ACCOUNT_IDENTITY.has(alias.field) ? 0 : 1;
  }
  if (ACCOUNT_IDENTITY.has(alias.field)) return words.isPerson ? 0 : 1;
  return words.isCompany && alias.needs !== 'company' ? 0 : 1;
}

/** In a people export these bare headers speak of the person. */
const PERSONAL: ReadonlySet<Field> = new Set<Field>(['Account status', 'Last contacted', 'Verified emails']);

/** How well the cells bear the field out: 1 when they do or too few are filled to tell, down to 0 when they contradict it. */
function fit(list: ListName, field: Field, column: Column): number {
  const { evidence } = column;
  if (evidence.filled < FEWEST_CELLS) return 1;
  switch (kindOf(list, field)) {
    case 'domain':
      // Profile pages of a directory are addresses, but nobody's own: they do not count.
      return graded(evidence.domain);
    case 'number':
    case 'money':
      return graded(evidence.number);
    case 'year':
      return graded(Math.max(evidence.year, evidence.date));
    case 'date':
      return graded(Math.max(evidence.date, evidence.number));
    case 'country':
      return graded(Math.max(evidence.country, evidence.averageLength <= 3 ? 0.5 : 0));
    case 'email':
      return graded(evidence.email);
    case 'name':
      return nameFit(field, column);
    case 'text':
      return TEXTS.has(field) && evidence.letters < 0.2 ? 0.5 : 1;
    case 'state':
      return evidence.country > 0.5 && evidence.usState < 0.5 ? 0.3 : 1;
    case 'id':
    case 'list':
    case 'truth':
    case undefined:
      return 1;
  }
}

/** A name holds letters and is no address; a company's is no place either, and a bare `Account` over codes or few values names something else. */
function nameFit(field: Field, { evidence, words }: Column): number {
  if (evidence.letters < 0.3) return 0.4;
  if (evidence.email > 0.5) return 0.3;
  if (field !== 'Account name') return 1;
  if (evidence.country > 0.5 || evidence.usState > 0.5) return 0.3;
  if (words.core.length > 0) return 1;
  if (evidence.code > 0.6) return 0.4;
  return evidence.filled >= FEWEST_REPEATED && evidence.distinct < 0.5 ? 0.65 : 1;
}

/** Fewer cells than this repeat themselves by chance. */
const FEWEST_REPEATED = 4;

/** Texts that are never mere numbers. */
const TEXTS: ReadonlySet<Field> = new Set<Field>(['Industry', 'City', 'Title', 'Account owner', 'Funding stage']);

/** Three fifths bear it out; a fifth contradicts it. */
function graded(share: number): number {
  return share >= 0.6 ? 1 : share < 0.2 ? 0.3 : 0.6 + share * 0.5;
}
