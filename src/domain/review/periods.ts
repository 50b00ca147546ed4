/** Periods: rates before and after a change of the ICP as ratios, told only where chance does not explain them (S3.15). Pure. */
import { shownNumber, type Figure } from '../figure';
import { shownRate, type Rate } from '../rates';
import { splitFlag } from '../splitFlag';
import { improvement } from '../tierGuide';
import { monthName, type Month } from './month';
import { poolRates, type PooledRates, type ResultRow } from './results';

export interface PeriodChange {
  /** First month after the change. */
  readonly since: Month;
  readonly before: PooledRates;
  readonly after: PooledRates;
  readonly replyTimes: Figure;
  readonly meetingTimes: Figure;
  readonly sentence: string;
}

/** Months before `since` against those from it on; null while one side has no results. */
export function periodChange(rows: readonly ResultRow[], since: Month): PeriodChange | null {
  const before = poolRates(rows.filter(({ month }) => month < since));
  const after = poolRates(rows.filter(({ month }) => month >= since));
  if (before.contacted === 0 || after.contacted === 0) return null;
  const { replyTimes, meetingTimes } = improvement(figuresOf(before), figuresOf(after));
  const parts = [
    part('replies', replyTimes, before.replies, after.replies),
    part('meetings', meetingTimes, before.meetings, after.meetings),
  ].filter((text) => text !== '');
  const sentence = `Since the ICP changed in ${monthName(since)}: ${parts.join('; ') || 'nothing to compare'}.`;
  return { since, before, after, replyTimes, meetingTimes, sentence };
}

function figuresOf({ replies, meetings }: PooledRates) {
  return { replyRate: replies?.rate ?? null, meetingRate: meetings?.rate ?? null, cycleDays: null, churnRate: null };
}

function part(name: string, ratio: Figure, before: Rate | null, after: Rate | null): string {
  if (before === null || after === null || ratio === null) return '';
  const isShown = splitFlag(before, after).verdict === 'split';
  const change = isShown ? `${shownNumber(ratio, 2)} ×` : 'no difference shown';
  return `${name} ${change}, ${shownRate(before)} before, ${shownRate(after)} since`;
}
