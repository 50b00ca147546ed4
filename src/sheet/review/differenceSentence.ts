/** What changed since the last closed month, in one sentence. */
import { counted } from '../../domain/facts/figure';
import { monthName } from '../../domain/review/month';
import { CAUSES } from '../../domain/review/movement';
import type { MonthDifference } from './review';

/** The difference in one sentence for the top of the Summary. */
export function differenceSentence({ since, movement }: MonthDifference): string {
  const { moved, before, after, fresh, gone } = movement;
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const icp = (counts: readonly number[]): number => (counts[0] ?? 0) + (counts[1] ?? 0);
  const parts = [
    ...CAUSES.flatMap((cause, position) =>
      moved[position] === 0 ? [] : [`${counted(moved[position] ?? 0, 'account')} moved by ${cause}`],
    ),
    ...(sum(fresh) === 0 ? [] : [`${sum(fresh)} new`]),
    ...(sum(gone) === 0 ? [] : [`${sum(gone)} gone`]),
  ];
  return `Since ${monthName(since)} was closed: ICP ${icp(before)} → ${icp(after)}; ${parts.join(', ') || 'no account changed its tier'}.`;
}
