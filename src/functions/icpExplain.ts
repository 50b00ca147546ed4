/** ICP_EXPLAIN: one line on each account that a rep reads in ten seconds. */
import { explainAccount } from '../domain/explain/explain';
import { besideAccounts } from './arguments/byRow';
import type { FormulaBody } from './formula';
import { height } from './arguments/arguments';
import { runArguments } from './arguments/planArguments';

/** One sentence an account, beside the accounts' rows. */
export const icpExplain: FormulaBody = (given) => {
  const run = runArguments(given, 'accounts', { icp: 'icp_rules', settings: 'settings' });
  return besideAccounts(run.read, height(given), ['Why'], (account) => [explainAccount(run.runResult, account)]);
};
