/** ICP_SHARE: the ICP's share of the accounts in the market. */
import { quotient } from '../domain/facts/figure';
import type { FormulaBody } from './formula';

/** 0–1; '' where a count is missing. @throws Error when the ICP is larger than the market. */
export const icpShare: FormulaBody = (given) => {
  const [icp, listed] = [given.positive('icp_count'), given.positive('tam_count')];
  if (icp !== undefined && listed !== undefined && listed > 0 && icp > listed)
    given.fail('icp_count', `${icp}, more than the ${listed} of tam_count`, 'The ICP is part of the accounts in the market.');
  return quotient(icp, listed) ?? '';
};
