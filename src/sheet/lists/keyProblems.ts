/** What is reported of keys: rows that repeat an account, names that share a key, and what cannot be a key. */
import { counted } from '../../domain/facts/figure';
import { addressText } from '../address';
import { textOfCell } from '../plan/planTable';
import { clipped, makeProblem, type Problem } from '../problem';
import type { Table } from '../table/table';

/** Where keyed accounts stand, for what is reported of them. */
export interface KeyedRows {
  readonly table: Table;
  readonly keys: readonly string[];
  /** Row of the table of each account. */
  readonly kept: readonly number[];
  /** Name of each account as shown; '' when blank. */
  readonly names: readonly string[];
}

/** Two accounts by their index, the later one first. */
export interface Pair {
  readonly account: number;
  readonly earlier: number;
}

function rowOf({ table, kept }: KeyedRows, account: number): number {
  return table.rowNumbers[kept[account] ?? -1] ?? 0;
}

function at(rows: KeyedRows, account: number): string {
  return addressText({ tab: rows.table.tab, row: rowOf(rows, account), column: 1 });
}

/** Rows that repeat an account: the same key and the same name. */
export function repeatProblems(rows: KeyedRows, repeats: readonly Pair[]): readonly Problem[] {
  const example = repeats[0];
  if (example === undefined) return [];
  const listed = repeats.slice(0, 5).map((pair) => repeatIn(rowOf(rows, pair.account), rowOf(rows, pair.earlier)));
  return [
    makeProblem({
      severity: 'problem',
      code: 'ACCOUNT_REPEATED',
      at: at(rows, example.account),
      found: rows.keys[example.account] ?? '',
      message: `${counted(repeats.length, 'row repeats an account', 'rows repeat an account')} above: ${listed.join(', ')}${repeats.length > 5 ? ', …' : ''}. They are scored and counted apart.`,
      fix: 'Keep the first row of each, or merge what they know into it.',
      count: repeats.length,
    }),
  ];
}

/** Records that an open quote had swallowed share the row they were taken from. */
function repeatIn(row: number, earlier: number): string {
  return row === earlier ? `row ${row} holds one account twice` : `row ${row} repeats row ${earlier}`;
}

/** Different names under one key: neither row repeats the other. */
export function sharedKeyProblems(rows: KeyedRows, pairs: readonly Pair[]): readonly Problem[] {
  const example = pairs[0];
  if (example === undefined) return [];
  const shown = (account: number): string => `row ${rowOf(rows, account)} (${clipped(rows.names[account] ?? '')})`;
  const listed = pairs.slice(0, 5).map(({ account, earlier }) => `${shown(account)} and ${shown(earlier)}`);
  return [
    makeProblem({
      severity: 'problem',
      code: 'KEY_OF_TWO_NAMES',
      at: at(rows, example.account),
      found: rows.keys[example.account] ?? '',
      message: `Rows share an ID or a domain but not a name: ${listed.join(', ')}${pairs.length > 5 ? ' and so on' : ''}. Each counts as an account; overrides and lookups by the key mean both.`,
      fix: 'Give each its own ID or domain, or delete the row that is wrong.',
      count: pairs.length,
    }),
  ];
}

/** Domains that three names share, such as a directory's, identify nobody. `groups` are the accounts of each. */
export function sharedDomainProblems(rows: KeyedRows, groups: ReadonlyMap<string, readonly number[]>): readonly Problem[] {
  const [example] = groups;
  if (example === undefined) return [];
  const [domain, accounts] = example;
  const names = accounts.slice(0, 3).map((account) => clipped(rows.names[account] ?? ''));
  const others = groups.size === 1 ? '' : `, and ${groups.size - 1} more such ${groups.size === 2 ? 'domain' : 'domains'}`;
  return [
    makeProblem({
      severity: 'problem',
      code: 'DOMAIN_SHARED',
      at: at(rows, accounts[0] ?? 0),
      found: domain,
      message: `${clipped(domain)} stands with different names (${names.join(', ')}${accounts.length > 3 ? ' …' : ''})${others}. It is no key: these accounts go by their names, and no contact joins by it.`,
      fix: 'Put the company’s own website there where it has one.',
      count: [...groups.values()].reduce((sum, { length }) => sum + length, 0),
    }),
  ];
}

/** IDs that a spreadsheet cut to a rounded number: many records show the same one. */
export function cutIdProblem(table: Table, row: number, found: string, count: number): Problem {
  return makeProblem({
    severity: 'problem',
    code: 'IDS_CUT',
    at: addressText({ tab: table.tab, row: table.rowNumbers[row] ?? 0, column: 1 }),
    found,
    message: `IDs such as ${clipped(found)} are rounded: a spreadsheet showed long numbers so and the digits are lost. They are no keys, and the domain or the name is used.`,
    fix: 'Export the list again and open it with the ID column as text.',
    count,
  });
}

/** A name met with two countries is two accounts. `accounts` are all of such names. */
export function splitNameProblems(rows: KeyedRows, accounts: readonly number[]): readonly Problem[] {
  const first = accounts[0];
  if (first === undefined) return [];
  const keys = [...new Set(accounts.map((account) => rows.keys[account] ?? ''))];
  const listed = keys.slice(0, 4).map((key) => `"${clipped(key)}"`);
  return [
    makeProblem({
      severity: 'problem',
      code: 'NAME_IN_TWO_COUNTRIES',
      at: at(rows, first),
      found: rows.names[first] ?? '',
      message: `Accounts of one name stand in different countries, so the key names the country: ${listed.join(', ')}${keys.length > 4 ? ' …' : ''}. An override or a lookup by the name alone finds none of them.`,
      fix: 'Use these keys in Overrides and lookups, or add a column with IDs or domains.',
      count: accounts.length,
    }),
  ];
}

/** Names that differ in legal form, case or spacing alone are proposed as one; nothing is merged. */
export function alikeProblems(rows: KeyedRows, groups: readonly (readonly number[])[]): readonly Problem[] {
  const first = groups[0]?.[0];
  if (first === undefined) return [];
  const listed = groups.slice(0, 3).map((group) =>
    group
      .slice(0, 4)
      .map((account) => `${clipped(rows.names[account] ?? '')} (row ${rowOf(rows, account)})`)
      .join(', '),
  );
  return [
    makeProblem({
      severity: 'note',
      code: 'NAMES_ALIKE',
      at: at(rows, first),
      found: rows.names[first] ?? '',
      message: `Names may mean one account: ${listed.join('; ')}${groups.length > 3 ? ' and so on' : ''}. They are counted apart.`,
      fix: 'Write the name the same way where it is one company, or add its domain.',
      count: groups.length,
    }),
  ];
}

/** Rows that name no account. */
export function errorProblems(table: Table, errors: readonly number[]): readonly Problem[] {
  const first = errors[0];
  if (first === undefined) return [];
  const rows = errors.slice(0, 10).map((row) => String(table.rowNumbers[row] ?? 0));
  return [
    makeProblem({
      severity: 'problem',
      code: 'ROW_WITHOUT_ACCOUNT',
      at: addressText({ tab: table.tab, row: table.rowNumbers[first] ?? 0, column: 1 }),
      found: (table.rows[first] ?? [])
        .map(textOfCell)
        .filter((text) => text !== '')
        .join(', '),
      message: `Rows have neither an ID nor a domain of their own nor a name, so they are no accounts: ${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}${errors.length > 10 ? ' and more' : ''}.`,
      fix: 'Fill in one of the three, or delete the rows.',
      count: errors.length,
    }),
  ];
}

/** Said of a list with none of the three columns. */
export function keyedByRow(table: Table): Problem {
  return makeProblem({
    severity: 'note',
    code: 'KEYED_BY_ROW',
    at: table.tab,
    found: table.headers.slice(0, 6).join(', '),
    message:
      'The list has neither an ID nor a domain nor a name column, so accounts go by their row and duplicates cannot be found.',
    fix: 'Name one column Account ID, Domain or Account name.',
  });
}
