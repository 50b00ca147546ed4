/** Candidates by cells: for headers nobody planned for, what the column holds. */
import { isNamed, type Candidate } from './candidates';
import { isLanguageHeader } from './columnStats';
import type { Field, ListName } from '../fields';
import type { ListKind } from './listKind';
import type { Column, ColumnMatch } from './column';
import { FEWEST_CELLS } from './evidence';

/** Fields that a column's cells suggest; only for columns whose header says nothing, and never surer than 0.75. */
export function contentCandidates(
  list: ListName,
  columns: readonly Column[],
  kind: ListKind,
  found: ReadonlyMap<Field, ColumnMatch>,
): Candidate[] {
  const open = columns.filter((column) => !column.words.isOther && column.evidence.filled >= FEWEST_CELLS && !isNamed(column));
  const candidates = open.flatMap((column) => (list === 'accounts' ? accountCells(column, kind) : contactCells(column)));
  const hasName = found.has('Account name') || candidates.some(({ field }) => field === 'Account name');
  if (list === 'accounts' && kind === 'accounts' && !hasName) candidates.push(...nameByShape(open));
  return candidates;
}

function accountCells(column: Column, kind: ListKind): Candidate[] {
  const { evidence, words } = column;
  const candidates: Candidate[] = [];
  const add = (field: Field, confidence: number): number => candidates.push({ field, column, confidence, reason: 'cells' });
  const isMail = words.all.includes('email') || words.all.includes('mail');
  if (evidence.domain >= 0.7 && evidence.distinctDomains >= 0.7 && !isMail && !words.isPerson)
    add('Domain', 0.7 * evidence.domain);
  if (evidence.band >= 0.7 && evidence.money === 0 && evidence.letters < 0.9) add('Employees', 0.62 * evidence.band);
  if (evidence.money >= 0.7 && words.all.some((word) => /^(?:revenue|sale|umsatz|turnover)/.test(word)))
    add('Annual revenue', 0.6);
  const isPlace = evidence.countryAlone >= 0.7 && evidence.usState < 0.5 && !isLanguageHeader(column.header);
  if (isPlace && (kind === 'accounts' || words.isCompany)) add('Country', 0.72 * evidence.countryAlone);
  if (evidence.usState >= 0.9 && evidence.averageLength <= 3 && kind === 'accounts') add('State', 0.6);
  if (evidence.industry >= 0.6 && evidence.distinct < 0.8) add('Industry', 0.65 * evidence.industry + 0.1);
  return candidates;
}

function contactCells(column: Column): Candidate[] {
  const { evidence, words } = column;
  const candidates: Candidate[] = [];
  if (evidence.email >= 0.7 && !words.isCompany)
    candidates.push({ field: 'Email', column, confidence: 0.75 * evidence.email, reason: 'cells' });
  if (evidence.emailStatus >= 0.8) candidates.push({ field: 'Email status', column, confidence: 0.62, reason: 'cells' });
  if (evidence.title >= 0.5 && evidence.averageLength < 60)
    candidates.push({ field: 'Title', column, confidence: 0.58, reason: 'cells' });
  return candidates;
}

/** Fewer cells than this show no name: a key guessed from a handful would merge accounts. */
const FEWEST_NAMES = 20;

/** The account's name, when no header says so: the first column of nearly unique words that are nothing else. */
function nameByShape(columns: readonly Column[]): Candidate[] {
  const names = columns.filter(({ evidence }) => {
    const isElse =
      Math.max(
        evidence.domain,
        evidence.shared,
        evidence.email,
        evidence.country,
        evidence.date,
        evidence.number,
        evidence.title,
      ) > 0.3;
    return (
      !isElse &&
      evidence.filled >= FEWEST_NAMES &&
      evidence.fillRate > 0.9 &&
      evidence.letters > 0.9 &&
      evidence.distinct > 0.9 &&
      evidence.averageLength > 4 &&
      evidence.averageLength < 60
    );
  });
  return names.slice(0, 1).map((column) => ({ field: 'Account name', column, confidence: 0.52, reason: 'cells' }));
}
