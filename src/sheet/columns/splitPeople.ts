/** A list of people with their companies, split into a table of accounts and one of contacts. */
import { counted } from '../../domain/facts/figure';
import { addressText } from '../address';
import type { Cell } from '../grid';
import { isBlank, isBlankIdentity } from '../parse/blank';
import { accountDomain } from '../parse/domain';
import { emailOf } from '../parse/email';
import { fold } from '../../domain/facts/text';
import { shownText } from '../parse/text';
import { makeProblem, type Problem } from '../problem';
import type { Table } from '../table/table';
import type { Field } from '../fields';
import type { ColumnMatch, Recognition } from './recognise';

export interface SplitPeople {
  /** One row per account, at the sheet row of its first person; columns that speak of the person are left out. */
  readonly accounts: Table;
  /** Every row of the list. */
  readonly contacts: Table;
  /** Row of the accounts table that each contact belongs to; undefined for a person without a company. */
  readonly accountOf: readonly (number | undefined)[];
  /** Columns of the accounts table: the recognized ones at their new places. */
  readonly accountMatches: ReadonlyMap<Field, ColumnMatch>;
  readonly problems: readonly Problem[];
}

/**
 * Accounts of a people export: one per account ID, else registrable domain (the e-mail's too, unless free mail), else folded name; a person without
 * any of them stays a contact only. Where rows of one account differ, the first filled cell counts.
 */
export function splitPeople(table: Table, recognition: Recognition): SplitPeople {
  const kept = accountColumns(table, recognition);
  const rowOfKey = new Map<string, number>();
  const rows: Cell[][] = [];
  const rowNumbers: number[] = [];
  const accountOf = table.rows.map((cells, index) => {
    const key = identityOf(cells, recognition);
    if (key === undefined) return undefined;
    const known = rowOfKey.get(key);
    if (known !== undefined) {
      fillGaps(rows[known] ?? [], cells, kept);
      return known;
    }
    rowOfKey.set(key, rows.length);
    rowNumbers.push(table.rowNumbers[index] ?? 1);
    return rows.push(kept.map((column) => cells[column] ?? '')) - 1;
  });
  const accounts: Table = {
    tab: table.tab,
    headers: kept.map((column) => table.headers[column] ?? ''),
    headerRow: table.headerRow,
    columns: kept.map((column) => table.columns[column] ?? column + 1),
    rows,
    rowNumbers,
    read: rows.length,
  };
  return {
    accounts,
    contacts: table,
    accountOf,
    accountMatches: moved(recognition, kept),
    problems: notes(table, rows.length, accountOf),
  };
}

function moved(recognition: Recognition, kept: readonly number[]): ReadonlyMap<Field, ColumnMatch> {
  const position = new Map(kept.map((column, index) => [column, index]));
  const matches = new Map<Field, ColumnMatch>();
  for (const [field, { upperColumn, ...match }] of recognition.accounts) {
    const column = position.get(match.column);
    const upper = upperColumn === undefined ? undefined : position.get(upperColumn);
    if (column !== undefined) matches.set(field, { ...match, column, ...(upper === undefined ? {} : { upperColumn: upper }) });
  }
  return matches;
}

function notes(table: Table, accounts: number, accountOf: SplitPeople['accountOf']): Problem[] {
  const first = accountOf.indexOf(undefined);
  const without = accountOf.filter((account) => account === undefined).length;
  const at = addressText({ tab: table.tab, row: table.headerRow, column: 1 });
  const split = `The list holds people with their companies: ${counted(table.rows.length, 'person', 'people')} of ${counted(accounts, 'account')}.`;
  const problems: Problem[] = [makeProblem({ severity: 'note', code: 'PEOPLE_SPLIT', at, message: split })];
  if (without > 0) {
    const message = 'People without a company ID, domain or name belong to no account.';
    problems.push(
      makeProblem({
        severity: 'problem',
        code: 'PERSON_WITHOUT_ACCOUNT',
        at: addressText({ tab: table.tab, row: table.rowNumbers[first] ?? 1, column: 1 }),
        message,
        fix: 'Fill in the company.',
        count: without,
      }),
    );
  }
  return problems;
}

/** Key of a person's company; the kinds of key never meet. */
function identityOf(cells: readonly Cell[], recognition: Recognition): string | undefined {
  const text = (match: ColumnMatch | undefined): string => {
    const cell = match === undefined ? '' : (cells[match.column] ?? '');
    return isBlankIdentity(cell) ? '' : shownText(cell);
  };
  const id = text(recognition.accounts.get('Account ID'));
  if (id !== '') return `id ${id}`;
  const domain = accountDomain(text(recognition.accounts.get('Domain')));
  if (domain !== undefined) return `domain ${domain}`;
  const name = text(recognition.accounts.get('Account name'));
  const mail = emailOf(text(recognition.contacts.get('Email')));
  const mailDomain = mail === undefined ? undefined : accountDomain(mail.domain);
  // A list with a domain column left blank still has the address's domain; a name alone is the last resort.
  if (mailDomain !== undefined && (name === '' || recognition.accounts.has('Domain'))) return `domain ${mailDomain}`;
  return name === '' ? undefined : `name ${fold(name)}`;
}

function fillGaps(account: Cell[], cells: readonly Cell[], kept: readonly number[]): void {
  kept.forEach((column, index) => {
    const cell = cells[column] ?? '';
    if (cell !== '' && isBlank(account[index] ?? '') && !isBlank(cell)) account[index] = cell;
  });
}

const SHARED_FIELDS: ReadonlySet<Field> = new Set<Field>(['Account ID', 'Account name', 'Domain']);
const PLACE_WORDS: ReadonlySet<string> = new Set([
  'city',
  'state',
  'country',
  'location',
  'region',
  'street',
  'address',
  'zip',
  'postal',
  'province',
]);

/** Columns that an account keeps: all but those of the person. A bare `Country` is the person's where the company has its own. */
function accountColumns(table: Table, recognition: Recognition): number[] {
  const ofAccount = new Set(
    [...recognition.accounts.values()].flatMap(({ column, upperColumn }) =>
      upperColumn === undefined ? [column] : [column, upperColumn],
    ),
  );
  const ofPerson = new Set(
    [...recognition.contacts.values()].filter(({ field }) => !SHARED_FIELDS.has(field)).map((match) => match.column),
  );
  const hasOwnPlaces = [...recognition.accounts.values()].some(
    ({ field, header }) => field === 'Country' && fold(header) !== 'country',
  );
  return table.headers.flatMap((header, column) => {
    if (ofAccount.has(column)) return [column];
    const words = fold(header).split(/[^\p{L}]+/u);
    if (ofPerson.has(column) || words.some((word) => /^(?:person|contact|email|e|mobile|salutation|linkedin)$/.test(word)))
      return [];
    return hasOwnPlaces && words.every((word) => PLACE_WORDS.has(word)) ? [] : [column];
  });
}
