/** Tier guide: the shares, time and outreach results the articles expect of each tier (S3.15–S3.19). Pure. */
import type { Check } from '../facts/check';
import type { Figure } from '../facts/figure';
import type { CutTier } from '../rules/plan';
import { planCheck } from '../facts/check';
import { isBroad, isNarrow, type ShareVerdict } from '../market/market';
import { quotient, shownNumber, shownShare } from '../facts/figure';

/** Both ends, 0–1. */
export type ShareRange = readonly [low: number, high: number];

export interface TierGuide {
  readonly tier: CutTier;
  /** Of the TAM. Only Tier 1's is judged: the four sum to 75–110 % and collide with an ICP of 5–15 % (S2.2). */
  readonly shareOfTam: ShareRange;
  /** Of the team's hours, and of the accounts it works; the accounts' shares sum to 110 %. */
  readonly timeShare: number;
  readonly accountShare: number;
  readonly treatment: string;
  readonly openRate: ShareRange;
  readonly replyRate: ShareRange;
  readonly meetingRate: ShareRange;
}

export interface TierAllocation {
  readonly tier: CutTier;
  readonly timeShare: number;
  /** As printed. */
  readonly accountShare: number;
  /** Of 100 %: printed ÷ 1.10. */
  readonly normalisedShare: number;
  /** Time ÷ printed accounts: 4.0, 1.4, 0.5, 0.143. */
  readonly intensity: number;
}

export interface TierHours {
  readonly tier: CutTier;
  readonly accounts: number;
  readonly hours: number;
}

/** What changed between two periods; null where a figure is unknown. `Times` are after ÷ before, cuts 1 − that. */
export interface Improvement {
  readonly replyTimes: Figure;
  readonly meetingTimes: Figure;
  readonly cycleCut: Figure;
  readonly churnCut: Figure;
}

/** Rates 0–1, cycle in days. */
export interface PeriodFigures {
  readonly replyRate: Figure;
  readonly meetingRate: Figure;
  readonly cycleDays: Figure;
  readonly churnRate: Figure;
}

/** Said beside the hours, since the article's shares do not add up. */
export const ALLOCATION_NOTE =
  'Hours follow the usual time for an account of each tier; the usual shares of accounts add up to 110 % and are proportions.';

/** The four tiers, best first (S3.16–S3.19). A function, so that formulas do not build it at load. */
export function tierGuide(): readonly [TierGuide, TierGuide, TierGuide, TierGuide] {
  return [
    {
      tier: 'Tier 1',
      timeShare: 0.4,
      accountShare: 0.1,
      shareOfTam: percents(5, 10),
      openRate: percents(40, 60),
      replyRate: percents(15, 25),
      meetingRate: percents(8, 12),
      treatment: 'One to one on several channels, executives included',
    },
    {
      tier: 'Tier 2',
      timeShare: 0.35,
      accountShare: 0.25,
      shareOfTam: percents(15, 25),
      openRate: percents(30, 45),
      replyRate: percents(8, 15),
      meetingRate: percents(4, 7),
      treatment: 'A template with a personal part',
    },
    {
      tier: 'Tier 3',
      timeShare: 0.2,
      accountShare: 0.4,
      shareOfTam: percents(30, 40),
      openRate: percents(20, 30),
      replyRate: percents(3, 8),
      meetingRate: percents(1, 3),
      treatment: 'Automated templates',
    },
    {
      tier: 'Tier 4',
      timeShare: 0.05,
      accountShare: 0.35,
      shareOfTam: percents(25, 35),
      openRate: percents(15, 25),
      replyRate: percents(1, 3),
      meetingRate: percents(0, 1),
      treatment: 'Nurture, or leave out',
    },
  ];
}

function percents(low: number, high: number): ShareRange {
  return [low / 100, high / 100];
}

/** What the article expects of a tier: `5–10 % of the market, opens 40–60 %, replies 15–25 %, meetings 8–12 %`. */
export function expectedText({ shareOfTam, openRate, replyRate, meetingRate }: TierGuide): string {
  const shown = ([low, high]: ShareRange): string => `${shownNumber(low * 100)}–${shownNumber(high * 100)} %`;
  return `${shown(shareOfTam)} of the market, opens ${shown(openRate)}, replies ${shown(replyRate)}, meetings ${shown(meetingRate)}`;
}

/** The article's time and account shares, the latter brought back to 100 %. */
export function tierAllocation(): readonly TierAllocation[] {
  const guides = tierGuide();
  const printed = guides.reduce((sum, { accountShare }) => sum + accountShare, 0);
  return guides.map(({ tier, timeShare, accountShare }) => ({
    tier,
    timeShare,
    accountShare,
    normalisedShare: accountShare / printed,
    intensity: timeShare / accountShare,
  }));
}

/** Hours shared out by accounts × intensity; they sum to `hours`. Null when there are no accounts or no hours. */
export function tierHours(accounts: Readonly<Record<CutTier, number>>, hours: number): readonly TierHours[] | null {
  const loads = tierAllocation().map(({ tier, intensity }) => ({ tier, load: accounts[tier] * intensity }));
  const total = loads.reduce((sum, { load }) => sum + load, 0);
  if (!(total > 0) || !Number.isFinite(total) || !(hours > 0) || !Number.isFinite(hours)) return null;
  return loads.map(({ tier, load }) => ({ tier, accounts: accounts[tier], hours: (hours * load) / total }));
}

/**
 * Tier 1 as a share of the listed accounts against 5–10 %, both ends in (S3.16); not known when the list came filtered. What fixes it does not
 * go against `icp`, the verdict on the whole ICP: rules are not loosened where it is broad, nor tightened where it is narrow.
 */
export function tier1ShareCheck(tier1: number, listed: number, isListFiltered: boolean, icp: ShareVerdict): Check {
  const [low, high] = tierGuide()[0].shareOfTam;
  const rule = `Tier 1 is ${shownNumber(low * 100)} to ${shownNumber(high * 100)} % of the accounts in the market`;
  const share = quotient(tier1, listed);
  if (share === null || isListFiltered) {
    const actual = share === null ? 'No accounts are listed' : `${shownShare(share)}, but the list was already filtered`;
    return planCheck('tier 1 share', 'Not known', actual, rule, 'Plan on an unfiltered list to judge this.');
  }
  const more = isBroad(icp) ? 'Fill in what is unknown, or lower' : 'Loosen the weightiest rule, or lower';
  const less = isNarrow(icp) ? 'Raise' : 'Tighten the weightiest rule, or raise';
  const fix = `${share < low ? more : less} the Tier 1 cut.`;
  return planCheck('tier 1 share', share < low || share > high ? 'Check' : 'Pass', shownShare(share), rule, fix);
}

/** The article's before and after: 3.6 and 4.67 times, 50 % and 51.1 % less (S3.15). */
export function improvement(before: PeriodFigures, after: PeriodFigures): Improvement {
  return {
    replyTimes: quotient(after.replyRate, before.replyRate),
    meetingTimes: quotient(after.meetingRate, before.meetingRate),
    cycleCut: cut(before.cycleDays, after.cycleDays),
    churnCut: cut(before.churnRate, after.churnRate),
  };
}

function cut(before: Figure, after: Figure): Figure {
  return before === null || after === null ? null : quotient(before - after, before);
}
