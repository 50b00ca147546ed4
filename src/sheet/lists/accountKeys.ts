/** Account keys: what makes two rows the same account, and which rows are no account at all. */
import type { Accounts } from '../../domain/facts/accounts';
import { fold } from '../../domain/facts/text';
import { isBlank } from '../parse/blank';
import { countryOf } from '../parse/country';
import { textOfCell } from '../plan/planTable';
import type { Problem } from '../problem';
import type { Table } from '../table/table';
import type { AccountColumns } from './accountColumns';
import { countriesOfSharedNames, domainsOfManyNames, identityOf } from './accountIdentity';
import { put } from './grouping';
import { namesAlike, partedName } from './accountNames';
import {
  alikeProblems,
  cutIdProblem,
  errorProblems,
  keyedByRow,
  repeatProblems,
  sharedDomainProblems,
  sharedKeyProblems,
  splitNameProblems,
  type KeyedRows,
  type Pair,
} from './keyProblems';

/** Accounts without their columns, and what contacts are joined by. */
export interface KeyedAccounts {
  readonly accounts: Pick<Accounts, 'size' | 'keys' | 'isDuplicate'>;
  /** Row of the table of each account. */
  readonly kept: readonly number[];
  readonly errors: number;
  /** Accounts of an ID and of a registrable domain. */
  readonly byId: ReadonlyMap<string, readonly number[]>;
  readonly byDomain: ReadonlyMap<string, readonly number[]>;
  readonly problems: readonly Problem[];
}

/**
 * Keys by ID, else registrable domain (free mail, shared hosts and domains that three names share are none), else folded name, with its country
 * where the name stands in two, else the row where the list has none of the three. A row repeats another of its key only under the same name.
 */
export function keyAccounts(table: Table, columns: AccountColumns): KeyedAccounts {
  const hasIdentity = ['Account ID', 'Domain', 'Account name'].some((field) => columns.columnOf(field) !== undefined);
  const identities = table.rows.map((_, row) => identityOf(columns, row));
  const cut = identities.flatMap(({ cutId }, row) => (cutId === undefined ? [] : [row]));
  const shared = domainsOfManyNames(identities);
  const countryByRow = countriesOfSharedNames(identities, shared, (row) => countryOf(textOfCell(columns.cell('Country', row))));
  const keys: string[] = [];
  const kept: number[] = [];
  const errors: number[] = [];
  const byId = new Map<string, number[]>();
  const byDomain = new Map<string, number[]>();
  const sharing = new Map<string, number[]>();
  identities.forEach(({ id, domain: given, name }, row) => {
    const isShared = id === undefined && given !== undefined && shared.has(given);
    const domain = isShared ? undefined : given;
    const country = countryByRow.get(row);
    const named = id ?? domain ?? (name === undefined || country === undefined ? name : `${name} · ${country}`);
    // Dashes and the like all along the row are a blank row, which is not read.
    if (named === undefined && table.rows[row]?.every(isBlank) !== false) return;
    const key = named ?? (hasIdentity ? undefined : `row ${table.rowNumbers[row] ?? 0}`);
    if (key === undefined) {
      errors.push(row);
      return;
    }
    put(byId, id, keys.length);
    put(byDomain, domain, keys.length);
    if (isShared) put(sharing, given, keys.length);
    keys.push(key);
    kept.push(row);
  });
  const names = kept.map((row) => identities[row]?.shownName ?? '');
  const rows: KeyedRows = { table, keys, kept, names };
  const { isDuplicate, repeats, apart } = duplicatesOf(keys, names);
  const byName = kept.flatMap((row, account) => {
    const { id, domain, name } = identities[row] ?? {};
    return name !== undefined && id === undefined && (domain === undefined || shared.has(domain)) ? [account] : [];
  });
  return {
    accounts: { size: keys.length, keys, isDuplicate },
    kept,
    errors: errors.length,
    byId,
    byDomain,
    problems: [
      ...(hasIdentity ? [] : [keyedByRow(table)]),
      ...errorProblems(table, errors),
      ...(cut[0] === undefined ? [] : [cutIdProblem(table, cut[0], identities[cut[0]]?.cutId ?? '', cut.length)]),
      ...sharedDomainProblems(rows, sharing),
      ...repeatProblems(rows, repeats),
      ...sharedKeyProblems(rows, apart),
      ...splitNameProblems(
        rows,
        byName.filter((account) => countryByRow.has(kept[account] ?? -1)),
      ),
      ...alikeProblems(
        rows,
        namesAlike(rows, byName, (row) => countryOf(textOfCell(columns.cell('Country', row)))),
      ),
    ],
  };
}

/** Rows after the first of a key: repeats under the same name or none, apart under another. */
function duplicatesOf(
  keys: readonly string[],
  names: readonly string[],
): { readonly isDuplicate: readonly boolean[]; readonly repeats: readonly Pair[]; readonly apart: readonly Pair[] } {
  const accountsByKey = new Map<string, number[]>();
  const repeats: Pair[] = [];
  const apart: Pair[] = [];
  const isDuplicate = keys.map((key, account) => {
    const before = accountsByKey.get(key);
    put(accountsByKey, key, account);
    if (before === undefined) return false;
    const earlier = before.find((other) => other !== account && isOneName(names[account] ?? '', names[other] ?? '', key));
    if (earlier === undefined) apart.push({ account, earlier: before[0] ?? account });
    else repeats.push({ account, earlier });
    return earlier !== undefined;
  });
  return { isDuplicate, repeats, apart };
}

/** A blank name, or one that is the key itself, tells no account apart. */
function isOneName(one: string, other: string, key: string): boolean {
  if (one === other || one === '' || other === '') return true;
  if (fold(one) === fold(key) || fold(other) === fold(key)) return true;
  return partedName(one).stem === partedName(other).stem;
}
