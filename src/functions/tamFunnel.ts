/** TAM_FUNNEL: what strict filters of the market and the ICP leave, one after the other. */
import { filtersOf } from '../domain/funnel/filter';
import { STEP_HEADERS, stepRows } from './arguments/funnelRows';
import { runArguments } from './arguments/planArguments';
import type { FormulaBody } from './formula';

/** One row a filter: accounts before and after, and those lost to a mismatch or to a blank. */
export const tamFunnel: FormulaBody = (given) => {
  const run = runArguments(given, 'accounts', { icp: 'icp_rules', tam: 'tam_rules' });
  return [STEP_HEADERS, ...stepRows(filtersOf(run.runResult.profile), run.runResult.counts.accounts)];
};
