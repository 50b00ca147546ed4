/** ICP_EXPLAIN: one line on each account that a rep reads in ten seconds. */
import { explainAccount } from '../domain/explain';
import { besideAccounts } from './byRow';
import type { FormulaRun } from './formula';
import { height } from './icpScore';
import { runArguments } from './planArguments';

export const icpExplain: FormulaRun = (given) => {
  const run = runArguments(given, 'accounts', { icp: 'icp_rules', settings: 'settings' });
  return besideAccounts(run.read, height(given), ['Why'], (account) => [explainAccount(run.planned, account)]);
};
