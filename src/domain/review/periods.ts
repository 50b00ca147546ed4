/** Periods: rates before and after a change of the ICP as ratios, told only where chance does not explain them (S3.15). Pure. */
import { joined } from '../facts/text';
import { halfUp, quotient, shownNumber, shownShare, type Figure } from '../facts/figure';
import { shownRate, type Rate } from '../stats/rates';
import { evidenceAgainstRatio, isShown } from '../stats/evidence';
import { improvement, type PeriodFigures } from '../score/tierGuide';
import { monthName, type Month } from './month';
import { poolRates, type PooledRates, type ResultRow } from './results';

export interface PeriodChange {
  /** First month after the change. */
  readonly since: Month;
  readonly before: PooledRates;
  readonly after: PooledRates;
  readonly sentence: string;
}

/** Months before `since` against those from it on; null while one side has no results. Cycle and churn are means of the rows that say. */
export function periodChange(rows: readonly ResultRow[], since: Month): PeriodChange | null {
  const [early, late] = [rows.filter(({ month }) => month < since), rows.filter(({ month }) => month >= since)];
  const [before, after] = [poolRates(early), poolRates(late)];
  if (before.contacted === 0 || after.contacted === 0) return null;
  const [then, now] = [figuresOf(before, early), figuresOf(after, late)];
  const { replyTimes, meetingTimes, cycleCut, churnCut } = improvement(then, now);
  const parts = joined([
    part('replies', replyTimes, before.replies, after.replies),
    part('meetings', meetingTimes, before.meetings, after.meetings),
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

function part(name: string, ratio: Figure, before: Rate | null, after: Rate | null): string {
  if (before === null || after === null || ratio === null) return '';
  const change = isShown(evidenceAgainstRatio(after, before, 1))
    ? `${shownNumber(halfUp(10 * ratio) / 10, 1)} ×`
    : 'no difference shown';
  return `${name} ${change}, ${shownRate(before)} before, ${shownRate(after)} since`;
}
