/** Lines of the `Summary` tab for the monthly meeting: what changed and why, what the results suggest. */
import { shownNumber } from '../../domain/facts/figure';
import { monthName } from '../../domain/review/month';
import { shownRate } from '../../domain/stats/rates';
import { poolRates } from '../../domain/review/results';
import { CAUSES } from '../../domain/review/movement';
import type { Review } from '../review/review';
import { differenceSentence } from '../review/differenceSentence';
import { summaryLine as line, type SummaryLine } from './summaryLine';

/** What changed since the last closed month, in one sentence; the first line of every Summary. */
export function changedLine({ difference }: Review): SummaryLine {
  if (difference === null)
    return line(
      'Changed',
      'ICP since the last close',
      {},
      'No month is closed yet: close one, and from then on this line tells what changed since.',
    );
  const { before, after } = difference.movement;
  return line(
    'Changed',
    'ICP since the last close',
    { count: icp(after) - icp(before) },
    `${differenceSentence(difference)} The tab Changes tells all.`,
  );
}

/** The same cause by cause; the parts sum to its change. */
export function differenceLines({ difference, successors }: Review): readonly SummaryLine[] {
  if (difference === null) return [];
  const { net, fresh, gone } = difference.movement;
  const parts: readonly (readonly [string, number])[] = [
    ...CAUSES.map((cause, position) => [`by ${cause}`, icp(net[position])] as const),
    ['new accounts', icp(fresh)],
    ['gone accounts', -icp(gone)],
  ];
  return [
    ...successors.map((sentence) => line('Changed', 'Segments', {}, `${sentence} Its results count there.`)),
    ...parts.flatMap(([name, count]) =>
      count === 0 ? [] : [line('Changed', `ICP ${name}`, { count }, 'The parts sum to the change.')],
    ),
  ];
}

/** Tier 1 and 2 of counts by tier. */
function icp(counts: readonly number[] | undefined): number {
  return (counts?.[0] ?? 0) + (counts?.[1] ?? 0);
}

/** Pooled rates and every suggestion that is not Keep. */
export function resultLines({ pool, pooled, segments, period }: Review): readonly SummaryLine[] {
  if (pool === null) return segments.filter(({ suggestion }) => suggestion !== null && suggestion !== 'Keep').map(suggested);
  const { replies, contacted } = poolRates(pooled);
  const missing = pool.missing.length === 0 ? '' : ` No results for ${pool.missing.map(monthName).join(', ')}.`;
  const months = `${monthName(pool.from)} to ${monthName(pool.to)}, ${shownNumber(contacted)} people.${missing}`;
  return [
    line(
      'Results',
      'Reply rate',
      { share: replies?.rate ?? null },
      `${replies === null ? '' : `${shownRate(replies)}, `}${months} The tab Rates tells all.`,
    ),
    ...(period === null ? [] : [line('Results', 'Since the ICP changed', {}, period.sentence)]),
    ...segments.filter(({ suggestion }) => suggestion !== null && suggestion !== 'Keep').map(suggested),
  ];
}

function suggested({ segment, suggestion, why }: Review['segments'][number]): SummaryLine {
  return line('Results', segment, { verdict: suggestion ?? '' }, why);
}
