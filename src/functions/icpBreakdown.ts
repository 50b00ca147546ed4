/** ICP_BREAKDOWN: the points of every rule for every account; they sum to the score. */
import { scorecardOf } from '../domain/explain/contribution';
import { isBlankScore } from '../domain/score/score';
import type { Cell } from '../sheet/grid';
import type { FormulaBody } from './formula';
import { runArguments } from './arguments/planArguments';

/** A header row, then per account its key, its score and the points of each rule, which sum to the score; '' for an unknown. */
export const icpBreakdown: FormulaBody = (given) => {
  const { runResult, read } = runArguments(given, 'accounts', { icp: 'icp_rules', settings: 'settings' });
  const { rules, basis } = runResult.profile;
  const isCounted = rules.map(({ unit, group }) => unit > 0 && (basis === 'all' || group === basis));
  const rows = read.lists.accounts.keys.map((key, account): readonly Cell[] => {
    const { lines, basisScore } = scorecardOf(runResult.profile, account);
    const points = lines
      .filter((_, index) => isCounted[index])
      .map(({ outcome, contribution }): Cell => (outcome === 'unknown' ? '' : contribution));
    return [key, isBlankScore(basisScore.basis) ? '' : basisScore.basis, ...points];
  });
  return [['Account key', 'Score', ...rules.filter((_, index) => isCounted[index]).map(({ rule }) => rule.name)], ...rows];
};
