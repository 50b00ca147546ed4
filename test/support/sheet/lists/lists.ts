/** Lists of cells, read as a run reads them, for tests of keys, contacts and columns. */
import type { Cell, Grid } from '../../../../src/sheet/grid';
import { readLists, type ReadLists } from '../../../../src/sheet/lists/readLists';
import { PLAN_TABS } from '../../../../src/sheet/plan/tabs';

interface More {
  readonly contacts?: Grid;
  /** Rows of `Columns`: Tab, List, Field, Column. */
  readonly columns?: readonly (readonly string[])[];
  readonly locale?: string;
}

/** A ragged grid made whole, as a spreadsheet hands it over. */
export function squared(rows: readonly (readonly Cell[])[]): Grid {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

export function readGrid(rows: readonly (readonly Cell[])[], { contacts, columns, locale = 'en-US' }: More = {}): ReadLists {
  const mapping = columns === undefined ? undefined : { tab: 'Columns', grid: squared([PLAN_TABS.columns.headers, ...columns]) };
  return readLists(
    { tab: 'Accounts', grid: squared(rows) },
    contacts === undefined ? undefined : { tab: 'Contacts', grid: squared(contacts) },
    { locale, columns: mapping },
  );
}

export function keysOf(rows: readonly (readonly Cell[])[]): readonly string[] {
  return readGrid(rows).lists.accounts.keys;
}

/** What a field shows for each account; null where it has no column. */
export function shownOf(read: ReadLists, field: string): readonly string[] | null {
  const attribute = read.lists.accounts.attribute(field);
  return attribute === undefined ? null : Array.from(attribute.codes, (code) => attribute.facts[code]?.shown ?? '');
}

export function problemOf(read: ReadLists, code: string) {
  return read.problems.find((problem) => problem.code === code);
}
