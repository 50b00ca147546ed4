/** Periods: rates before and after a change of the ICP as ratios, told only where chance does not explain them (S3.15). Pure. */
import { joined } from '../facts/text';
import { halfUp, quotient, shownNumber, shownShare, type Figure } from '../facts/figure';
import { shownRate, type Rate } from '../stats/rates';
import { evidenceAgainstRatio, isShown } from '../stats/evidence';
import { improvement, type PeriodFigures } from '../score/tierGuide';
import { monthName, type Month } from './month';
import { grouped, poolRates, type PooledRates, type ResultEvent, type ResultRow } from './results';

export interface PeriodChange {
  /** First month after the change. */
  readonly since: Month;
  readonly before: PooledRates;
  readonly after: PooledRates;
  readonly sentence: string;
}

/**
 * Months before `since` against those from it on; null while one side has no results. Rates are compared within segments and tiers that were
 * contacted on both sides, weighed as before, since another mix moves the rate of all together though none of them changed. Cycle and churn
 * are means of the rows that say.
 */
export function periodChange(rows: readonly ResultRow[], since: Month): PeriodChange | null {
  const [early, late] = [rows.filter(({ month }) => month < since), rows.filter(({ month }) => month >= since)];
  const [before, after] = [poolRates(early), poolRates(late)];
  if (before.contacted === 0 || after.contacted === 0) return null;
  const [then, now] = [figuresOf(before, early), figuresOf(after, late)];
  const { replyTimes, meetingTimes, cycleCut, churnCut } = improvement(then, now);
  const parts = joined([
    part('replies', replyTimes, [before.replies, after.replies], likeWithLike(early, late, 'replies')),
    part('meetings', meetingTimes, [before.meetings, after.meetings], likeWithLike(early, late, 'meetings')),
    cutText('cycle', cycleCut, 'shorter', 'longer', `${dayText(then.cycleDays)} → ${dayText(now.cycleDays)} days`),
    cutText('churn', churnCut, 'lower', 'higher', `${shownShare(then.churnRate ?? 0)} → ${shownShare(now.churnRate ?? 0)}`),
  ]);
  const sentence = `Since the ICP changed in ${monthName(since)}: ${parts || 'nothing to compare'}.`;
  return { since, before, after, sentence };
}

function figuresOf({ replies, meetings }: PooledRates, rows: readonly ResultRow[]): PeriodFigures {
  return {
    replyRate: replies?.rate ?? null,
    meetingRate: meetings?.rate ?? null,
    cycleDays: meanOf(rows.map(({ cycleDays }) => cycleDays)),
    churnRate: meanOf(rows.map(({ churn }) => churn)),
  };
}

function meanOf(values: readonly (Figure | undefined)[]): Figure {
  const known = values.flatMap((value) => value ?? []);
  return quotient(
    known.reduce((sum, value) => sum + value, 0),
    known.length,
  );
}

/** Means have no interval, and say so. */
function cutText(name: string, cut: Figure, less: string, more: string, from: string): string {
  return cut === null ? '' : `${name} ${shownShare(Math.abs(cut))} ${cut < 0 ? more : less} (means ${from}, no interval)`;
}

function dayText(days: Figure): string {
  return days === null ? '' : shownNumber(days, 1);
}

/** Two periods in the same mix of segments and tiers. */
interface LikeWithLike {
  /** Since ÷ before; null where nothing is on both sides or nothing came before. */
  readonly ratio: Figure;
  /** ln of the evidence that any of them changed. */
  readonly evidence: number;
}

function likeWithLike(early: readonly ResultRow[], late: readonly ResultRow[], event: ResultEvent): LikeWithLike {
  const keyOf = ({ segment, tier }: ResultRow): string => JSON.stringify([segment, tier ?? null]);
  const since = grouped(late, keyOf);
  let [people, came, comes, evidence] = [0, 0, 0, 0];
  for (const [key, rows] of grouped(early, keyOf)) {
    const [before, after] = [poolRates(rows)[event], poolRates(since.get(key) ?? [])[event]];
    if (before === null || after === null) continue;
    people += before.trials;
    came += before.successes;
    comes += before.trials * after.rate;
    evidence += evidenceAgainstRatio(after, before, 1);
  }
  return { ratio: people === 0 ? null : quotient(comes, came), evidence };
}

function part(name: string, ratio: Figure, [before, after]: readonly [Rate | null, Rate | null], like: LikeWithLike): string {
  if (before === null || after === null || ratio === null) return '';
  const all = `${shownRate(before)} before, ${shownRate(after)} since`;
  if (like.ratio === null) return `${name} ${all}; no segment was contacted on both sides, so nothing is compared`;
  const change = isShown(like.evidence) ? `${timesText(like.ratio)} ×` : 'no difference shown';
  if (timesText(like.ratio) === timesText(ratio)) return `${name} ${change}, ${all}`;
  return `${name} ${change} in the same mix of segments and tiers; all together ${timesText(ratio)} ×, ${all}`;
}

function timesText(ratio: number): string {
  return shownNumber(halfUp(10 * ratio) / 10, 1);
}
