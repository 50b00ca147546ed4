/** Lines of the `Summary` tab for the monthly meeting: what changed since the last close and why, and what outreach brought. */
import { counted, roundedShare } from '../../domain/facts/figure';
import { CAUSES } from '../../domain/review/movement';
import { monthName, monthWord } from '../../domain/review/month';
import { poolRates } from '../../domain/review/results';
import type { Review } from '../review/review';
import { summaryLine as line, type SummaryLine } from './summaryLine';

/** What changed since the last closed month, cause by cause; nothing before there is one. */
export function changedLines({ difference, successors }: Review): readonly SummaryLine[] {
  if (difference === null) return [];
  const { net, fresh, gone, before, after } = difference.movement;
  const parts: readonly (readonly [string, number])[] = [
    ...CAUSES.map((cause, position) => [`by ${cause}`, icp(net[position])] as const),
    ['new', icp(fresh)],
    ['gone', -icp(gone)],
  ];
  const said = parts.flatMap(([name, count]) => (count === 0 ? [] : [`${signed(count)} ${name}`]));
  return [
    line(
      `Since ${monthWord(difference.since)}'s close`,
      { accounts: signed(icp(after) - icp(before)) },
      said.join(', ') || 'The same accounts as then',
      { kind: 'changes' },
    ),
    ...successors.map((sentence) => line('Segments', {}, `${sentence} Its results count there.`, { kind: 'segments' })),
  ];
}

/** Tier 1 and 2 of counts by tier. */
function icp(counts: readonly number[] | undefined): number {
  return (counts?.[0] ?? 0) + (counts?.[1] ?? 0);
}

function signed(count: number): string {
  return count > 0 ? `+${count}` : String(count);
}

/** Replies of the months pooled, and whether the last change of the ICP shows in them; nothing without results. */
export function resultLines({ pool, pooled, period }: Review): readonly SummaryLine[] {
  if (pool === null) return [];
  const { replies, contacted } = poolRates(pooled);
  const rate =
    replies === null
      ? ''
      : `${roundedShare(replies.rate)} (${roundedShare(replies.low)} to ${roundedShare(replies.high)}) of ${counted(contacted, 'person', 'people')}, `;
  const months = `${monthName(pool.from)} to ${monthName(pool.to)}`;
  const missing = pool.missing.length === 0 ? '' : `; none for ${pool.missing.map(monthName).join(', ')}`;
  return [
    line('Replies', {}, `${rate}${months}${missing}`, { kind: 'rates' }),
    ...(period === null ? [] : [line('Since the ICP changed', {}, period.sentence, { kind: 'rates' })]),
  ];
}
