/** ICP_SHARE and OUTREACH_PLAN: small planning numbers. */
import { quotient } from '../domain/facts/figure';
import { outreachPlan } from '../domain/market/outreach';
import { DEFAULT_SETTINGS } from '../domain/rules/plan';
import type { FormulaRun } from './formula';

export const icpShare: FormulaRun = (given) => {
  const [icp, listed] = [given.positive('icp_count'), given.positive('tam_count')];
  if (icp !== undefined && listed !== undefined && listed > 0 && icp > listed)
    given.fail('icp_count', `${icp}, more than the ${listed} of tam_count`, 'The ICP is part of the listed accounts.');
  return quotient(icp, listed) ?? '';
};

const ROUNDINGS = ['article', 'each step', 'none'] as const;

export const outreachTable: FormulaRun = (given) => {
  const lines = outreachPlan(
    {
      revenueTarget: given.positive('revenue_target'),
      averageContractValue: given.positive('average_contract_value'),
      closeRate: given.share('close_rate'),
      opportunityRate: given.share('opportunity_rate'),
      meetingRate: given.share('meeting_rate'),
      replyRate: given.share('reply_rate'),
      businessDaysPerMonth: given.positive('days_per_month'),
    },
    given.word('rounding', ROUNDINGS) ?? DEFAULT_SETTINGS.rounding,
    DEFAULT_SETTINGS.businessDaysPerMonth,
  );
  return lines === null ? '' : [['Step', 'Count'], ...lines.map(({ step, value }) => [step, value])];
};
