/** Contacts joined to accounts: by account ID, else by the account's domain, else by the email's domain. */
import { joined } from '../../domain/facts/text';
import type { Contact, Contacts } from '../../domain/facts/accounts';
import { kindOf } from '../fields';
import type { ColumnMatch } from '../columns/recognise';
import { addressText } from '../address';
import type { Cell } from '../grid';
import { isBlank, isBlankIdentity } from '../parse/blank';
import { accountDomain } from '../parse/domain';
import { emailOf, isVerifiedStatus } from '../parse/email';
import { textOfCell } from '../plan/planTable';
import { makeProblem, type Problem } from '../problem';
import type { Table } from '../table/table';
import type { KeyedAccounts } from './accountKeys';

type Row = (field: string) => string;

/**
 * A contact belongs to every account row of its ID or domain; one that finds none is counted and listed. `rowOf`, where contacts were split off
 * the accounts: the row of the accounts table that each came from, which it belongs to whatever its address says.
 */
export function joinContacts(
  table: Table,
  matches: ReadonlyMap<string, ColumnMatch>,
  keyed: KeyedAccounts,
  rowOf: readonly (number | undefined)[] = [],
): { readonly contacts: Contacts; readonly problems: readonly Problem[] } {
  const all: Contact[] = [];
  const strangers: number[] = [];
  const accountOfRow = new Map(rowOf.length === 0 ? [] : keyed.kept.map((row, account) => [row, account]));
  table.rows.forEach((cells, index) => {
    const row = rowReader(cells, matches);
    const own = accountOfRow.get(rowOf[index] ?? -1);
    const found = accountsOf(row, keyed);
    const accounts = own === undefined || found.includes(own) ? found : [own];
    if (accounts.length === 0) strangers.push(index);
    const contact = contactOf(row);
    for (const account of accounts) all.push({ ...contact, account, person: index });
  });
  return { contacts: { all, unmatched: strangers.length }, problems: strangerProblems(table, strangers) };
}

/** In IDs and names `NA` and `Null` may be real, as in the accounts. */
function rowReader(cells: readonly Cell[], matches: ReadonlyMap<string, ColumnMatch>): Row {
  return (field) => {
    const cell = cells[matches.get(field)?.column ?? -1] ?? '';
    const kind = kindOf('contacts', field);
    const isNothing = kind === 'id' || kind === 'name' ? isBlankIdentity(cell) : isBlank(cell);
    return isNothing ? '' : textOfCell(cell);
  };
}

/** Each way is tried when the one before finds no account. Free mail and shared hosts say nothing about an account. */
function accountsOf(row: Row, keyed: KeyedAccounts): readonly number[] {
  const byId = keyed.byId.get(row('Account ID'));
  if (byId !== undefined) return byId;
  const byDomain = keyed.byDomain.get(accountDomain(row('Domain')) ?? '');
  if (byDomain !== undefined) return byDomain;
  return keyed.byDomain.get(accountDomain(emailOf(row('Email'))?.domain ?? '') ?? '') ?? [];
}

function contactOf(row: Row): Omit<Contact, 'account' | 'person'> {
  const full = row('Full name');
  const email = row('Email');
  return {
    name: full === '' ? joined([row('First name'), row('Last name')], ' ') : full,
    title: row('Title'),
    email,
    phone: row('Phone'),
    isVerified: email.includes('@') && isVerifiedStatus(row('Email status')),
  };
}

function strangerProblems(table: Table, strangers: readonly number[]): readonly Problem[] {
  const first = strangers[0];
  if (first === undefined) return [];
  return [
    makeProblem({
      severity: 'problem',
      code: 'CONTACT_WITHOUT_ACCOUNT',
      at: addressText({ tab: table.tab, row: table.rowNumbers[first] ?? 0, column: 1 }),
      found: (table.rows[first] ?? [])
        .map(textOfCell)
        .filter((text) => text !== '')
        .join(', '),
      message: 'Contacts belong to no account of the list, by account ID, domain or email.',
      fix: 'Add the account, or give the contact the ID or domain of one.',
      count: strangers.length,
    }),
  ];
}
