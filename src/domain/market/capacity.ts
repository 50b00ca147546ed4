/** Capacity: the outreach a target needs against the accounts that can be reached (S0.28, S1.13, S1.20). Pure. */
import type { Check } from '../facts/check';
import type { Figure } from '../facts/figure';
import { planCheck } from '../facts/check';
import { counted, figure, quotient, roundedUp, settled, shownNumber } from '../facts/figure';

/** What was wanted against what there is. */
export interface SupplyGap {
  /** Accounts missing; 0 when there are enough. */
  readonly shortfall: Figure;
  /** Wanted ÷ available: 5,000 against 500 is 10; null when there is nothing at all. */
  readonly timesShort: Figure;
  /** Available ÷ wanted: 50 verified of 500 is 0.1. */
  readonly share: Figure;
}

/** Assumptions of the team, above 0; unknown ones leave the answer unknown. */
export interface OutreachAssumptions {
  /** People written to at an account. */
  readonly contactsPerAccount: number | undefined;
  /** Emails a person gets, as the reply rate counts them. */
  readonly emailsPerContact: number | undefined;
}

/** Whom outreach can write to: people where contacts hold them, else accounts with a verified email. */
export interface Reachable {
  readonly unit: 'people' | 'accounts';
  readonly count: Figure;
}

export interface OutreachSupply extends SupplyGap {
  /** What is counted here. */
  readonly unit: Reachable['unit'];
  /** How many the emails of a year need, rounded up. */
  readonly needed: Figure;
  readonly reachable: Figure;
  /** Until each has had its sequence at the planned pace; a year has 52. */
  readonly weeks: Figure;
}

const WEEKS_PER_YEAR = 52;
const MONTHS_PER_YEAR = 12;
/** The article's example of a preview that asks for wider filters (S0.28). */
const TIMES_SHORT_FAIL = 10;

/** Shortfall and ratio of two counts; null where one is unknown. */
export function supplyGap(wanted: Figure, available: Figure): SupplyGap {
  const [need, have] = [figure(wanted), figure(available)];
  const shortfall = need === null || have === null ? null : Math.max(0, need - have);
  return { shortfall, timesShort: quotient(need, have), share: quotient(have, need) };
}

/**
 * `emailsPerYear` is the step `emails` of the reverse funnel. A person takes so many of them, once a year, and an account is taken for so many
 * people where nobody knows who they are: needed = emails ÷ that, weeks = 52 × reachable ÷ needed.
 */
export function outreachSupply(
  emailsPerYear: Figure,
  { unit, count }: Reachable,
  assumptions: OutreachAssumptions,
): OutreachSupply {
  const people = quotient(emailsPerYear, positive(assumptions.emailsPerContact));
  const exact = unit === 'people' ? people : quotient(people, positive(assumptions.contactsPerAccount));
  const needed = exact === null ? null : roundedUp(exact);
  const turns = quotient(count, exact);
  return {
    ...supplyGap(needed, count),
    unit,
    needed,
    reachable: figure(count),
    weeks: turns === null ? null : settled(turns * WEEKS_PER_YEAR),
  };
}

/** What a year of outreach needs against whom it can write to: short is Check, ten times short Fail (S0.28, S0.36). */
export function outreachCheck({ unit, needed, reachable }: OutreachSupply): Check {
  const fix = 'Verify more emails, widen the profile, or raise a rate.';
  const rule = 'Whom the ICP can be written to lasts the year of the reverse funnel';
  if (reachable === null) return planCheck('outreach supply', 'Not known', 'No contacts to judge by', rule, fix);
  return {
    ...supplyCheck(needed, reachable, unit === 'people' ? ['person', 'people'] : ['account', 'accounts']),
    id: 'outreach supply',
    rule,
    ...(reachable < (needed ?? 0) ? { fix } : {}),
  };
}

/** Weeks a team takes to work through accounts at its pace; null when the pace is unknown or 0. */
export function weeksOfWork(accounts: number, accountsPerMonth: number | undefined): Figure {
  return quotient(accounts * WEEKS_PER_YEAR, (positive(accountsPerMonth) ?? 0) * MONTHS_PER_YEAR);
}

/** `Accounts wanted` against the accounts the filters leave: short is Check, ten times short Fail (S0.28). */
export function supplyCheck(
  wanted: Figure,
  available: Figure,
  [one, many]: readonly [string, string] = ['account', 'accounts'],
): Check {
  const rule = 'As many accounts as wanted; ten times short fails';
  const { shortfall, timesShort } = supplyGap(wanted, available);
  if (shortfall === null || wanted === null) {
    return planCheck('accounts wanted', 'Not known', 'Accounts wanted is blank', rule, 'Type Accounts wanted in Plan TAM.');
  }
  const times = timesShort === null ? '' : `, ${shownNumber(timesShort, 1)}× short`;
  const have = counted(available ?? 0, one, many);
  const actual = `${have} of ${shownNumber(wanted)} wanted${shortfall > 0 ? times : ''}`;
  const isFarShort = shortfall > 0 && (timesShort === null || timesShort >= TIMES_SHORT_FAIL);
  const status = isFarShort ? 'Fail' : shortfall > 0 ? 'Check' : 'Pass';
  return planCheck('accounts wanted', status, actual, rule, 'Relax the narrowest filter or widen the TAM bounds.');
}

function positive(value: number | undefined): Figure {
  return value !== undefined && value > 0 ? figure(value) : null;
}
