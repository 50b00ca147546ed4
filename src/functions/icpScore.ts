/** ICP_SCORE: the score of each account by the rules of the profile. */
import { isBlankScore, type Scores } from '../domain/score/score';
import { height } from './arguments/arguments';
import { besideAccounts } from './arguments/byRow';
import type { FormulaBody } from './formula';
import { runArguments } from './arguments/planArguments';

/** What may be asked for, and the header of the column. */
const BASES = { fit: 'Fit', signal: 'Signal', 'all rules': 'Score' } as const;

/** One score of 0–100 an account, beside the accounts' rows; '' where every rule is unknown. */
export const icpScore: FormulaBody = (given) => {
  const run = runArguments(given, 'accounts', { icp: 'icp_rules', settings: 'settings' });
  const basis = given.word('basis', Object.keys(BASES) as (keyof typeof BASES)[]) ?? run.plan.settings.tiersBy;
  const column = columnOf(run.runResult.scores, basis);
  return besideAccounts(run.read, height(given), [BASES[basis]], (account) => {
    const score = column[account] ?? NaN;
    return [isBlankScore(score) ? '' : score];
  });
};

function columnOf(scores: Scores, basis: keyof typeof BASES): Float64Array {
  if (basis === 'signal') return scores.signal;
  return basis === 'fit' ? scores.fit : scores.all;
}
