/** Accounts and contacts from their tabs: columns recognized, rows keyed, contacts joined, everything odd said once. */
import type { Lists } from '../../domain/facts/accounts';
import { recognise, type ColumnMatch, type Recognition } from '../columns/recognise';
import { splitPeople } from '../columns/splitPeople';
import type { Titles } from '../address';
import type { Grid, Merge } from '../grid';
import type { PlanGrid } from '../plan/planTable';
import { refusalsIn, type Problem } from '../problem';
import { mergedCells } from '../table/merged';
import { findTable } from '../table/findTable';
import type { Table } from '../table/table';
import { AccountColumns } from './accountColumns';
import { choicesFor, choicesIn, lostChoices, type Choice, type Mapping } from './columnChoices';
import { keyAccounts } from './accountKeys';
import { joinContacts } from './joinContacts';

/** A tab with its cells. */
export interface ListSource {
  readonly tab: string;
  readonly grid: Grid;
  /** Cells that are merged, where the host can tell. */
  readonly merges?: readonly Merge[];
}

export interface ReadOptions {
  /** Declared locale of text, e.g. `en-US`, `de_DE`. */
  readonly locale: string;
  /** The team's `Columns` tab, which wins over what is recognized. */
  readonly columns: PlanGrid | undefined;
  /** Of the tab `Columns`, where it is given by its id. */
  readonly titles?: Titles;
  /** Formulas keep one row an account: a list of people is then read as it stands. */
  readonly isSplit?: boolean;
}

/** Lists as the domain takes them, and where each account stands. */
export interface ReadLists {
  readonly lists: Lists;
  readonly accountsTab: string;
  /** 1-based sheet row of the headers. */
  readonly headerRow: number;
  /** 1-based sheet row of each account. */
  readonly rows: readonly number[];
  /** Rows that cannot be read as an account. */
  readonly errors: number;
  readonly headers: readonly string[];
  /** 1-based sheet column of each header. */
  readonly headerColumns: readonly number[];
  readonly columns: readonly ColumnMatch[];
  /** Tab, list, field and header of what is recognized without the tab `Columns`. */
  readonly unaided: readonly Mapping[];
  readonly problems: readonly Problem[];
  /** True when the problems hold a refusal; the lists are then empty. */
  readonly isRefused: boolean;
}

/** Reads the lists; refusals are among the problems and leave them empty. */
export function readLists(accounts: ListSource, contacts: ListSource | undefined, options: ReadOptions): ReadLists {
  const found = findTable(accounts.tab, accounts.grid);
  if (found.table === undefined) return refusedLists(accounts.tab, found.problems);
  const choices = choicesIn(options.columns);
  const typed = choicesFor(choices, accounts.tab);
  const first = recognise(found.table, typed);
  const isOfPeople = first.kind === 'people' || (first.kind === 'contacts' && first.accounts.has('Account name'));
  const split = isOfPeople && contacts === undefined && options.isSplit !== false ? splitPeople(found.table, first) : undefined;
  const table = split?.accounts ?? found.table;
  const matches = split?.accountMatches ?? first.accounts;
  const columns = new AccountColumns(table, matches, options.locale, typed);
  const keyed = keyAccounts(table, columns);
  const own = columns.keep(keyed.kept);
  const people =
    split === undefined
      ? contactTable(contacts, choices)
      : { table: split.contacts, recognition: first, problems: split.problems };
  if (refusalsIn(people.problems).length > 0) return refusedLists(accounts.tab, people.problems);
  const unaided = [
    ...mappings(accounts.tab, first),
    ...(contacts === undefined ? [] : mappings(contacts.tab, people.recognition)),
  ];
  const joined =
    people.table === undefined ? undefined : joinContacts(people.table, people.recognition.contacts, keyed, split?.accountOf);
  return {
    lists: { accounts: { ...keyed.accounts, attribute: (field) => own.attribute(field) }, contacts: joined?.contacts },
    accountsTab: accounts.tab,
    headerRow: found.table.headerRow,
    rows: keyed.kept.map((row) => table.rowNumbers[row] ?? 0),
    errors: keyed.errors,
    headers: table.headers,
    headerColumns: table.columns,
    columns: [...matches.values(), ...(people.table === undefined ? [] : people.recognition.contacts.values())],
    unaided,
    problems: [
      ...found.problems,
      ...mergedCells(accounts, found.table),
      ...lostChoices(
        choices,
        { accounts: found.table, contacts: split === undefined ? people.table : found.table },
        unaided,
        options.titles,
      ),
      ...columns.problems(),
      ...keyed.problems,
      ...people.problems,
      ...(joined?.problems ?? []),
    ],
    isRefused: false,
  };
}

interface People {
  readonly table: Table | undefined;
  readonly recognition: Recognition;
  readonly problems: readonly Problem[];
}

const NOTHING: Recognition = { kind: 'contacts', accounts: new Map(), contacts: new Map(), unaided: [] };

function mappings(tab: string, { unaided }: Recognition): readonly Mapping[] {
  return unaided.map(({ list, field, header }) => ({ tab, list, field, header }));
}

/** The contacts tab; an unreadable one is a problem, not a reason to refuse the accounts. */
function contactTable(source: ListSource | undefined, choices: readonly Choice[]): People {
  if (source === undefined) return { table: undefined, recognition: NOTHING, problems: [] };
  const found = findTable(source.tab, source.grid);
  if (found.table === undefined) {
    return {
      table: undefined,
      recognition: NOTHING,
      // What is still to come must be waited for: without it everybody would count as unreachable.
      problems: found.problems.map((problem) =>
        problem.code === 'STILL_LOADING' ? problem : { ...problem, severity: 'problem' as const },
      ),
    };
  }
  // That these are contacts is settled, however little the columns say of persons.
  const recognition = recognise(found.table, choicesFor(choices, source.tab), 'contacts');
  return { table: found.table, recognition, problems: [...found.problems, ...mergedCells(source, found.table)] };
}

function refusedLists(tab: string, problems: readonly Problem[]): ReadLists {
  const accounts: Lists['accounts'] = { size: 0, keys: [], isDuplicate: [], attribute: () => undefined };
  return {
    lists: { accounts, contacts: undefined },
    accountsTab: tab,
    headerRow: 1,
    rows: [],
    errors: 0,
    headers: [],
    headerColumns: [],
    columns: [],
    unaided: [],
    problems,
    isRefused: true,
  };
}
