/** OUTREACH_PLAN: how much outreach a revenue target takes, step by step. */
import { outreachPlan } from '../domain/market/outreach';
import { DEFAULT_SETTINGS } from '../domain/rules/settings';
import type { FormulaBody } from './formula';

const ROUNDINGS = ['article', 'each step', 'none'] as const;

/** Steps and counts from revenue back to accounts; '' while a rate is missing (S0.34). */
export const outreachTable: FormulaBody = (given) => {
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
