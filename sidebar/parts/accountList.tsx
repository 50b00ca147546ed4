/** Accounts to work on, each a click from its explanation and from its row in the sheet. */
import { factsOf, shortReason } from '../plan/best';
import { nameOf } from '../plan/lists';
import type { Planner } from '../planner';

/** In the order given, numbered where asked. */
export function AccountList({ planner, accounts }: { readonly planner: Planner; readonly accounts: readonly number[] }) {
  const { state, live, explain, show } = planner;
  const { lists } = state;
  if (lists === undefined || live === undefined) return null;
  return (
    <ol class="best">
      {accounts.map((account) => {
        const row = lists.meta.rows[account] ?? 1;
        const name = nameOf(lists, account);
        return (
          <li key={account}>
            <button type="button" onClick={() => explain(account)}>
              <b>{name}</b>
              <small>{factsOf(lists, account)}</small>
              <small>{shortReason(live.runResult, account)}</small>
            </button>
            <button
              type="button"
              class="link"
              aria-label={`Show ${name} in row ${row} of the sheet`}
              onClick={() => void show(lists.meta.accountsTab, row)}
            >
              Row {row}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
