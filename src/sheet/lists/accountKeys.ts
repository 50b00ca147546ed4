/** Account keys: what makes two rows the same account, and which rows are no account at all. */
import type { Accounts } from '../../domain/facts/accounts';
import { addressOf } from '../grid';
import { isBlank, isBlankIdentity } from '../parse/blank';
import { accountDomain } from '../parse/domain';
import { fold } from '../../domain/facts/text';
import { textOfCell } from '../plan/planTable';
import { makeProblem, type Problem } from '../problem';
import type { Table } from '../table/table';
import type { AccountColumns } from './accountColumns';

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

/** Keys by ID, else registrable domain (free mail and shared hosts are none), else folded name, else the row where the list has none of the three. */
export function keyAccounts(table: Table, columns: AccountColumns): KeyedAccounts {
  const hasIdentity = ['Account ID', 'Domain', 'Account name'].some((field) => columns.columnOf(field) !== undefined);
  const keys: string[] = [];
  const kept: number[] = [];
  const errors: number[] = [];
  const byId = new Map<string, number[]>();
  const byDomain = new Map<string, number[]>();
  table.rows.forEach((cells, row) => {
    const identity = identityOf(columns, row);
    const named = identity.id ?? identity.domain ?? identity.name;
    // Dashes and the like all along the row are a blank row, which is not read.
    if (named === undefined && cells.every(isBlank)) return;
    const key = named ?? (hasIdentity ? undefined : `row ${table.rowNumbers[row] ?? 0}`);
    if (key === undefined) {
      errors.push(row);
      return;
    }
    put(byId, identity.id, keys.length);
    put(byDomain, identity.domain, keys.length);
    keys.push(key);
    kept.push(row);
  });
  const { isDuplicate, problems } = duplicatesOf(table, keys, kept);
  return {
    accounts: { size: keys.length, keys, isDuplicate },
    kept,
    errors: errors.length,
    byId,
    byDomain,
    problems: [...(hasIdentity ? [] : [keyedByRow(table)]), ...errorProblems(table, errors), ...problems],
  };
}

/** IDs keep their case; names are folded. */
function identityOf(
  columns: AccountColumns,
  row: number,
): { readonly id: string | undefined; readonly domain: string | undefined; readonly name: string | undefined } {
  const id = columns.cell('Account ID', row);
  const domain = columns.cell('Domain', row);
  const name = columns.cell('Account name', row);
  return {
    id: isBlankIdentity(id) ? undefined : textOfCell(id),
    domain: isBlank(domain) ? undefined : accountDomain(textOfCell(domain)),
    name: isBlankIdentity(name) ? undefined : fold(textOfCell(name)),
  };
}

function put(map: Map<string, number[]>, key: string | undefined, account: number): void {
  if (key === undefined) return;
  const same = map.get(key);
  if (same === undefined) map.set(key, [account]);
  else same.push(account);
}

function duplicatesOf(
  table: Table,
  keys: readonly string[],
  kept: readonly number[],
): { readonly isDuplicate: readonly boolean[]; readonly problems: readonly Problem[] } {
  const first = new Map<string, number>();
  const repeats: { readonly account: number; readonly survivor: number }[] = [];
  const isDuplicate = keys.map((key, account) => {
    const survivor = first.get(key);
    if (survivor === undefined) first.set(key, account);
    else repeats.push({ account, survivor });
    return survivor !== undefined;
  });
  const rowOf = (account: number): number => table.rowNumbers[kept[account] ?? -1] ?? 0;
  const example = repeats[0];
  if (example === undefined) return { isDuplicate, problems: [] };
  const listed = repeats.slice(0, 5).map(({ account, survivor }) => `row ${rowOf(account)} repeats row ${rowOf(survivor)}`);
  const problem: Problem = makeProblem(
    'problem',
    'ACCOUNT_REPEATED',
    addressOf(table.tab, rowOf(example.account), 1),
    keys[example.account] ?? '',
    `Rows repeat an account that stands further up: ${listed.join(', ')}${repeats.length > 5 ? ' and so on' : ''}. They are scored and counted apart.`,
    'Keep the first row of each, or merge what they know into it.',
    repeats.length,
  );
  return { isDuplicate, problems: [problem] };
}

function errorProblems(table: Table, errors: readonly number[]): readonly Problem[] {
  const first = errors[0];
  if (first === undefined) return [];
  const rows = errors.slice(0, 10).map((row) => String(table.rowNumbers[row] ?? 0));
  return [
    makeProblem(
      'problem',
      'ROW_WITHOUT_ACCOUNT',
      addressOf(table.tab, table.rowNumbers[first] ?? 0, 1),
      (table.rows[first] ?? [])
        .map(textOfCell)
        .filter((text) => text !== '')
        .join(', '),
      `Rows have neither an ID nor a domain of their own nor a name, so they are no accounts: ${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}${errors.length > 10 ? ' and more' : ''}.`,
      'Fill in one of the three, or delete the rows.',
      errors.length,
    ),
  ];
}

function keyedByRow(table: Table): Problem {
  return makeProblem(
    'note',
    'KEYED_BY_ROW',
    table.tab,
    table.headers.slice(0, 6).join(', '),
    'The list has neither an ID nor a domain nor a name column, so accounts go by their row and duplicates cannot be found.',
    'Name one column Account ID, Domain or Account name.',
  );
}
