/** How much a grid looks like a list of accounts or of contacts, to find the tabs that hold them. */
import type { Grid } from '../grid';
import { locateTable } from '../table/findTable';
import { recognise } from './recognise';

/** 0 for neither; compare only with other grids' figures. A people export is like both. */
export interface ListLikeness {
  readonly accounts: number;
  readonly contacts: number;
}

/** Likeness by the columns that are recognized in the first 200 rows. */
export function judgeList(grid: Grid): ListLikeness {
  const { table } = locateTable('', grid.length > 200 ? grid.slice(0, 200) : grid);
  if (table === undefined) return { accounts: 0, contacts: 0 };
  const { kind, accounts, contacts } = recognise(table);
  const sum = (matches: typeof accounts): number =>
    [...matches.values()].reduce((total, { confidence }) => total + confidence, 0);
  const hasIdentity = accounts.has('Account name') || accounts.has('Domain') || accounts.has('Account ID');
  const likeAccounts = sum(accounts) * (hasIdentity ? 1 : 0.3);
  if (kind === 'accounts') return { accounts: likeAccounts, contacts: 0 };
  // Where both stand side by side, the tab of companies is the list of accounts.
  return { accounts: kind === 'people' ? likeAccounts * 0.5 : hasIdentity ? 0.2 : 0, contacts: sum(contacts) };
}
