/** The `Rates` tab: what outreach brought by segment, tier, month and variant, never without interval, and what to do about it. */
import { joined } from '../../domain/facts/text';
import { shownNumber } from '../../domain/facts/figure';
import { ALL_TIERS } from '../../domain/rules/plan';
import { type Rate } from '../../domain/stats/rates';
import { SINGLE_LEVEL, trialsToTell } from '../../domain/stats/evidence';
import { againstRange, stillNeeded } from '../../domain/review/diagnosis';
import { monthName } from '../../domain/review/month';
import { grouped, poolRates, type Pool, type PooledRates, type ResultRow } from '../../domain/review/results';
import { reviewVariants } from '../../domain/review/variants';
import { tierGuide, type ShareRange } from '../../domain/score/tierGuide';
import type { Cell } from '../grid';
import type { Review } from '../review/review';
import { COUNT, SHARE, TEXT, column, numberCell, type Block } from '../ownTabs/block';

const columns = () => [
  column('Part', TEXT, 120, 'What the row cuts by.'),
  column('Item', TEXT, 265, 'Segment, tier, variant or month.'),
  column('Contacted', COUNT, 70, 'People, not emails, over the months pooled.'),
  ...rateColumns('Reply'),
  column('Verdict', TEXT, 75, 'A suggestion; of a tier, replies against what is usual for it; of a variant, against the others.'),
  column('Why', TEXT, 300, 'Chance alone is no reason.'),
  column(
    'More contacts',
    COUNT,
    100,
    'Until such a difference would show, four times in five: from the others, of a tier from the range.',
  ),
  column('Changes', TEXT, 240, 'To urgency and reach in the plan.'),
  ...['Meeting', 'Opportunity', 'Won', 'Bounce'].flatMap(rateColumns),
];

/** Wide enough for their headers. */
function rateColumns(name: string) {
  const width = 46 + 6 * name.length;
  return [
    column(`${name} rate`, SHARE, width, 'Of the people contacted. Blank: not known.'),
    column(`${name} from`, SHARE, width, 'Lower end of the 95 % Wilson interval.'),
    column(`${name} to`, SHARE, width, 'Upper end.'),
  ];
}

/** A row a segment and step, of the pooled months. */
export function renderRates(review: Review): Block {
  const { pool, pooled, results, segments, period, renamed } = review;
  const known = new Set(segments.map(({ segment }) => segment));
  const others = [...grouped(pooled, ({ segment }) => segment)].filter(([name]) => !known.has(name));
  const rows = [
    ...segments.map(({ segment, rates, suggestion, why, more, changes }) =>
      rateRow('Segment', segment, rates, suggestion ?? '', `${why}${olderNames(renamed, segment)}`, more, changes.join(' ')),
    ),
    ...others.map(([name, rows]) =>
      rateRow('Segment', name, poolRates(rows), '', name === '' ? 'Results without a segment.' : 'No segment of the plan now.'),
    ),
    ...tierRows(pooled, results),
    ...monthRows(results, pool),
    ...segmentMonthRows(results),
    ...reviewVariants(pooled, results).map(({ segment, variant, rates, verdict, why, more }) =>
      rateRow('Variant', segment === '' ? variant : `${segment}: ${variant}`, rates, verdict, why, more),
    ),
    ...(period === null
      ? []
      : [
          rateRow('Change', `Before ${monthName(period.since)}`, period.before, '', ''),
          rateRow('Change', `Since ${monthName(period.since)}`, period.after, '', period.sentence),
        ]),
  ];
  return { kind: 'rates', columns: columns(), rows, frozenColumns: 2 };
}

function olderNames(renamed: Review['renamed'], segment: string): string {
  const older = [...renamed].filter(([, name]) => name === segment).map(([old]) => old);
  return older.length === 0 ? '' : ` With the results of ${older.join(', ')}.`;
}

/** Newest first; a month of the pool that nobody filled in says so. */
function monthRows(results: readonly ResultRow[], pool: Pool | null): readonly (readonly Cell[])[] {
  const months = new Map([
    ...(pool?.missing ?? []).map((month) => [month, []] as const),
    ...grouped(results, ({ month }) => month),
  ]);
  return [...months]
    .sort(([a], [b]) => b - a)
    .map(([month, rows]) => rateRow('Month', monthName(month), poolRates(rows), '', rows.length === 0 ? 'No results.' : ''));
}

/** Each segment by month, newest first, so that a fall is seen that the mix of all hides; none where there is one month or one segment. */
function segmentMonthRows(results: readonly ResultRow[]): readonly (readonly Cell[])[] {
  const segments = [...grouped(results, ({ segment }) => segment)];
  const months = new Set(results.map(({ month }) => month));
  if (segments.length < 2 || months.size < 2) return [];
  return segments.flatMap(([name, own]) =>
    [...grouped(own, ({ month }) => month)]
      .sort(([a], [b]) => b - a)
      .map(([month, rows]) =>
        rateRow('Segment by month', `${name || 'No segment'}: ${monthName(month)}`, poolRates(rows), '', ''),
      ),
  );
}

/** Replies and meetings of each tier against S3.16–S3.19: rates of the months pooled, claims from all results. */
function tierRows(pooled: readonly ResultRow[], results: readonly ResultRow[]): readonly (readonly Cell[])[] {
  return tierGuide().flatMap(({ tier, replyRate, meetingRate }, position) => {
    const own = pooled.filter((row) => row.tier === position);
    if (own.length === 0) return [];
    const rates = poolRates(results.filter((row) => row.tier === position));
    const said = joined([rangeText('replies', rates.replies, replyRate), rangeText('meetings', rates.meetings, meetingRate)]);
    const verdict = rates.replies === null ? '' : againstRange(rates.replies, replyRate);
    const more = verdict === 'not shown' ? contactsMissing(rates, replyRate) : null;
    return [rateRow('Tier', ALL_TIERS[position] ?? tier, poolRates(own), verdict, `${said}.`, more)];
  });
}

/** From the end of the range on whose far side the rate lies. */
function contactsMissing({ replies, contacted }: PooledRates, [from, to]: ShareRange): number | null {
  return replies === null
    ? null
    : stillNeeded(trialsToTell(replies.rate, replies.rate < from ? from : to, SINGLE_LEVEL), contacted);
}

function rangeText(name: string, rate: Rate | null, range: ShareRange): string {
  const [from, to] = range.map((end) => shownNumber(100 * end));
  if (rate === null) return '';
  const verdict = againstRange(rate, range);
  return `${name} ${verdict === 'not shown' ? 'not shown to leave' : verdict} ${from ?? ''}–${to ?? ''} %`;
}

function rateRow(
  part: string,
  item: string,
  rates: PooledRates,
  verdict: string,
  why: string,
  more: number | null = null,
  changes = '',
): readonly Cell[] {
  const { replies, meetings, opportunities, won, bounced } = rates;
  const cells = (rate: Rate | null): readonly Cell[] => [numberCell(rate?.rate), numberCell(rate?.low), numberCell(rate?.high)];
  return [
    part,
    item,
    rates.contacted,
    ...cells(replies),
    verdict,
    why,
    numberCell(more),
    changes,
    ...[meetings, opportunities, won, bounced].flatMap(cells),
  ];
}
