/** Results of a formula laid beside the accounts' rows: as many rows out as went in, a header where `accounts` has one. */
import type { Cell, Grid } from '../../sheet/grid';
import type { ReadLists } from '../../sheet/lists/readLists';

/** One column (or several) under `headers`; rows that are no account are blank. `rowCount` is the height of the range. */
export function besideAccounts(
  read: ReadLists,
  rowCount: number,
  headers: readonly string[],
  cellsOf: (account: number) => readonly Cell[],
): Grid {
  const blank: readonly Cell[] = headers.map(() => '');
  const rows: (readonly Cell[])[] = Array.from({ length: rowCount }, () => blank);
  rows[read.headerRow - 1] = headers;
  read.rows.forEach((row, account) => {
    rows[row - 1] = cellsOf(account);
  });
  return rows;
}
