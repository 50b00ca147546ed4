/** Columns of a list: which field each one holds, by its header and by its cells, with a confidence and a sample. */
import type { Cell } from '../grid';
import { fold } from '../../domain/facts/text';
import type { Table } from '../table/table';
import { judgeAlias, type Candidate } from './candidates';
import type { Column, ColumnMatch } from './column';
import { contentCandidates } from './content';
import { evidenceOf } from './evidence';
import { fieldNamed, fieldsOf, type Field, type ListName } from '../fields';
import { headerWords } from '../headers/header';
import { judgeKind, type ListKind } from './listKind';

export type { ColumnMatch } from './column';
export type { ListKind } from './listKind';

/** One row of the `Columns` tab; a blank column says that the field has none. */
export interface TypedColumn {
  readonly list: ListName;
  readonly field: string;
  readonly column: string;
}

export interface Recognition {
  readonly kind: ListKind;
  readonly accounts: ReadonlyMap<Field, ColumnMatch>;
  readonly contacts: ReadonlyMap<Field, ColumnMatch>;
  /** What is recognized without the team's mapping, of both lists. */
  readonly unaided: readonly ColumnMatch[];
}

const LEAST_CONFIDENCE = 0.5;

/**
 * Recognises a table's columns. A typed mapping wins over the field's own name, that over a known header, that over the cells; of equals the first column.
 * A typed row that says what is recognized without it changes nothing, not even the reason. `as` settles what the list is about.
 */
export function recognise(table: Table, typed: readonly TypedColumn[] = [], as?: ListKind): Recognition {
  const columns = table.headers.map((header, index) => describe(header, index, table.rows));
  const kind = as ?? judgeKind(columns);
  const lists: readonly ListName[] = kind === 'accounts' ? ['accounts'] : ['accounts', 'contacts'];
  const unaided = new Map(lists.map((list) => [list, matchList(list, columns, kind, [])]));
  const matches = typed.length === 0 ? unaided : new Map(lists.map((list) => [list, matchList(list, columns, kind, typed)]));
  const settled = (list: ListName): Recognition['accounts'] => {
    const own = unaided.get(list);
    return new Map(
      [...(matches.get(list) ?? [])].map(([field, match]) => {
        const same = own?.get(field);
        return [field, same?.column === match.column ? same : match];
      }),
    );
  };
  const alone = [...unaided.values()].flatMap((found) => [...found.values()]);
  return { kind, accounts: settled('accounts'), contacts: settled('contacts'), unaided: alone };
}

function describe(header: string, index: number, rows: readonly (readonly Cell[])[]): Column {
  return { index, header, words: headerWords(header), evidence: evidenceOf(rows.length, (row) => rows[row]?.[index] ?? '') };
}

function matchList(
  list: ListName,
  columns: readonly Column[],
  kind: ListKind,
  typed: readonly TypedColumn[],
): ReadonlyMap<Field, ColumnMatch> {
  const found = new Map<Field, ColumnMatch>();
  const closed = new Set<Field>();
  for (const choice of typed) {
    const field = choice.list === list ? fieldNamed(list, choice.field) : undefined;
    if (field === undefined) continue;
    const column = columns.find(({ header }) => fold(header) === fold(choice.column));
    // A blank column closes the field; one the list does not have leaves it to be recognized.
    if (choice.column === '' || column !== undefined) closed.add(field);
    if (column !== undefined) found.set(field, matchOf(list, { field, column, confidence: 1, reason: 'typed' }));
  }
  const candidates = columns.flatMap((column) => judgeAlias(list, column, kind));
  settle(list, candidates, found, closed);
  settle(
    list,
    contentCandidates(
      list,
      columns.filter(({ index }) => !isTaken(found, index)),
      kind,
      found,
    ),
    found,
    closed,
  );
  return inOrder(list, found, columns);
}

/** Best candidates first; a column serves one field of a list, a field has one column. */
function settle(
  list: ListName,
  candidates: readonly Candidate[],
  found: Map<Field, ColumnMatch>,
  closed: ReadonlySet<Field>,
): void {
  const sorted = [...candidates].sort((one, other) => rankOf(other) - rankOf(one) || one.column.index - other.column.index);
  for (const candidate of sorted) {
    if (candidate.confidence < LEAST_CONFIDENCE || found.has(candidate.field) || closed.has(candidate.field)) continue;
    if (!isTaken(found, candidate.column.index)) found.set(candidate.field, matchOf(list, candidate));
  }
}

/** Of two columns that may hold a field, one with cells comes before one that nobody fills, and companies' own websites before pages of one directory. */
function rankOf({ field, confidence, reason, column: { evidence } }: Candidate): number {
  if (reason === 'exact') return confidence;
  const emptiness = evidence.fillRate >= 0.1 ? 0 : evidence.fillRate === 0 ? 0.35 : 0.15;
  const isDirectory = field === 'Domain' && evidence.oneDomain > 0.5;
  return confidence - emptiness - (isDirectory ? 0.3 : 0);
}

function isTaken(found: ReadonlyMap<Field, ColumnMatch>, column: number): boolean {
  return [...found.values()].some((match) => match.column === column);
}

function matchOf(list: ListName, { field, column, confidence, reason }: Candidate): ColumnMatch {
  const rounded = Math.round(confidence * 100) / 100;
  return {
    list,
    field,
    column: column.index,
    header: column.header,
    confidence: rounded,
    sample: column.evidence.sample,
    reason,
  };
}

function inOrder(
  list: ListName,
  found: ReadonlyMap<Field, ColumnMatch>,
  columns: readonly Column[],
): ReadonlyMap<Field, ColumnMatch> {
  const ordered = new Map<Field, ColumnMatch>();
  for (const field of fieldsOf(list)) {
    const match = found.get(field);
    if (match !== undefined) ordered.set(field, withUpper(match, columns));
  }
  return ordered;
}

/** `Revenue Min` has its `Revenue Max` beside it. */
function withUpper(match: ColumnMatch, columns: readonly Column[]): ColumnMatch {
  const words = columns[match.column]?.words.all ?? [];
  if (!words.includes('min')) return match;
  const wanted = words.map((word) => (word === 'min' ? 'max' : word)).join(' ');
  const upper = columns.find((column) => column.words.all.join(' ') === wanted);
  return upper === undefined ? match : { ...match, upperColumn: upper.index };
}
