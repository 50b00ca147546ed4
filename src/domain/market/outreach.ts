/** The reverse funnel: from a revenue target back to emails a day (S3.27–S3.29). Pure. */
import type { MarketInputs } from '../rules/marketItems';
import type { Rounding } from '../rules/settings';
import { halfUp, roundedUp } from '../facts/figure';

export const OUTREACH_STEPS = [
  'customers',
  'opportunities',
  'meetings',
  'replies',
  'emails',
  'emails per month',
  'emails per business day',
] as const;
export type OutreachStep = (typeof OUTREACH_STEPS)[number];

/** What the chain divides by. Money in one currency, rates 0–1. */
export type OutreachInputs = Pick<
  MarketInputs,
  | 'revenueTarget'
  | 'averageContractValue'
  | 'closeRate'
  | 'opportunityRate'
  | 'meetingRate'
  | 'replyRate'
  | 'businessDaysPerMonth'
>;

export interface OutreachLine {
  readonly step: OutreachStep;
  /** As it is shown: whole but for rounding `none`. */
  readonly value: number;
}

/**
 * One line a step, of a year's target; null when anything is unknown, zero or no rate.
 * `article` rounds customers up, carries on unrounded and shows halves up; `each step` carries the numbers it shows;
 * `none` rounds nothing. The typed business days win over the setting.
 */
export function outreachPlan(inputs: OutreachInputs, rounding: Rounding, daysSetting: number): readonly OutreachLine[] | null {
  const divisors = divisorsOf(inputs, inputs.businessDaysPerMonth ?? daysSetting);
  const { revenueTarget } = inputs;
  if (divisors === null || revenueTarget === undefined || !(revenueTarget > 0)) return null;
  const lines: OutreachLine[] = [];
  let carried = revenueTarget;
  for (const [index, divisor] of divisors.entries()) {
    const exact = carried / divisor;
    if (!Number.isFinite(exact)) return null;
    // A fraction of a customer does not reach the target, so only this step rounds up.
    const isCustomers = index === 0;
    carried = rounding !== 'none' && isCustomers ? roundedUp(exact) : exact;
    const value = rounding === 'none' ? carried : halfUp(carried);
    if (rounding === 'each step') carried = value;
    lines.push({ step: OUTREACH_STEPS[index] ?? 'customers', value });
  }
  return lines;
}

/** Contract value, four rates, months, days: one divisor for each step. */
function divisorsOf(inputs: OutreachInputs, days: number): readonly number[] | null {
  const { averageContractValue: contract, closeRate, opportunityRate, meetingRate, replyRate } = inputs;
  const rates = [closeRate, opportunityRate, meetingRate, replyRate].filter(isRate);
  if (rates.length < 4 || contract === undefined || !(contract > 0) || !(days > 0)) return null;
  return [contract, ...rates, 12, days];
}

function isRate(rate: number | undefined): rate is number {
  return rate !== undefined && rate > 0 && rate <= 1;
}
