/** The `Rates` tab: what outreach brought by segment, tier, month and variant, never without interval, and what to do about it. */
import { shownNumber } from '../../domain/figure';
import { ALL_TIERS } from '../../domain/plan';
import type { Rate } from '../../domain/rates';
import { againstRange } from '../../domain/review/diagnosis';
import { monthName } from '../../domain/review/month';
import { grouped, poolRates, type PooledRates, type ResultRow } from '../../domain/review/results';
import { tierGuide, type ShareRange } from '../../domain/tierGuide';
import type { Cell } from '../grid';
import type { Review } from '../review/review';
import { COUNT, SHARE, TEXT, column, numberCell, type Block } from './block';

const columns = () => [
  column('Part', TEXT, 80, ''),
  column('Item', TEXT, 190, ''),
  column('Contacted', COUNT, 75, 'People, not emails, over the months pooled.'),
  ...['Reply', 'Meeting', 'Opportunity', 'Won', 'Bounce'].flatMap((name) => [
    column(`${name} rate`, SHARE, 90, 'Of the people contacted. Blank: not known.'),
    column(`${name} from`, SHARE, 75, 'Lower end of the 95 % Wilson interval.'),
    column(`${name} to`, SHARE, 75, 'Upper end.'),
  ]),
  column('Verdict', TEXT, 100, 'A suggestion; of a tier, replies against what the article expects.'),
  column('Why', TEXT, 420, 'Chance alone is no reason.'),
  column('More contacts', COUNT, 100, 'Until such a difference from the others would show, four times in five.'),
  column('Changes', TEXT, 320, 'To urgency and reach in the plan (S1.18).'),
];

export function renderRates(review: Review): Block {
  const { pooled, results, segments, period } = review;
  const known = new Set(segments.map(({ segment }) => segment));
  const others = [...grouped(pooled, ({ segment }) => segment)].filter(([name]) => !known.has(name));
  const rows = [
    ...segments.map(({ segment, rates, suggestion, why, more, changes }) =>
      rateRow('Segment', segment, rates, suggestion, why, more, changes.join(' ')),
    ),
    ...others.map(([name, rows]) =>
      rateRow('Segment', name, poolRates(rows), '', name === '' ? 'Results without a segment.' : 'No segment of the plan now.'),
    ),
    ...tierRows(pooled),
    ...[...grouped(results, ({ month }) => month)]
      .sort(([a], [b]) => b - a)
      .map(([month, rows]) => rateRow('Month', monthName(month), poolRates(rows), '', '')),
    ...variantRows(pooled),
    ...(period === null
      ? []
      : [
          rateRow('Change', `Before ${monthName(period.since)}`, period.before, '', ''),
          rateRow('Change', `Since ${monthName(period.since)}`, period.after, '', period.sentence),
        ]),
  ];
  return { kind: 'rates', columns: columns(), rows, frozenColumns: 2 };
}

/** Replies and meetings of each tier against S3.16–S3.19. */
function tierRows(rows: readonly ResultRow[]): readonly (readonly Cell[])[] {
  return tierGuide().flatMap(({ tier, replyRate, meetingRate, source }, place) => {
    const own = rows.filter((row) => row.tier === place);
    if (own.length === 0) return [];
    const rates = poolRates(own);
    const said = [said_('replies', rates.replies, replyRate), said_('meetings', rates.meetings, meetingRate)].filter(
      (part) => part !== '',
    );
    const verdict = rates.replies === null ? '' : againstRange(rates.replies, replyRate);
    return [rateRow('Tier', ALL_TIERS[place] ?? tier, rates, verdict, `${said.join('; ')} (${source}).`)];
  });
}

function said_(name: string, rate: Rate | null, range: ShareRange): string {
  const [from, to] = range.map((end) => shownNumber(100 * end));
  return rate === null ? '' : `${name} ${againstRange(rate, range)} ${from ?? ''}–${to ?? ''} %`;
}

/** Variants are compared inside their segment. */
function variantRows(rows: readonly ResultRow[]): readonly (readonly Cell[])[] {
  const named = rows.filter(({ variant }) => variant !== '');
  return [...grouped(named, ({ segment, variant }) => JSON.stringify([segment, variant])).values()].map((own) => {
    const [{ segment, variant } = { segment: '', variant: '' }] = own;
    return rateRow('Variant', segment === '' ? variant : `${segment}: ${variant}`, poolRates(own), '', '');
  });
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
  return [
    part,
    item,
    rates.contacted,
    ...[replies, meetings, opportunities, won, bounced].flatMap((rate) => [
      numberCell(rate?.rate),
      numberCell(rate?.low),
      numberCell(rate?.high),
    ]),
    verdict,
    why,
    numberCell(more),
    changes,
  ];
}
