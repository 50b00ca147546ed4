/** Own rates: what blank rates of the market are taken from, once there are results (S3.27). Pure. */
import { quotient, type Figure } from '../figure';
import type { MarketInputs } from '../plan';
import type { ResultOutcome, ResultRow } from './results';

type Count = ResultOutcome | 'contacted';

/** Rates of the reverse funnel and the counts they are made of: after ÷ before. */
const STEPS: readonly (readonly [
  rate: 'replyRate' | 'meetingRate' | 'opportunityRate' | 'closeRate',
  after: Count,
  before: Count,
])[] = [
  ['replyRate', 'replies', 'contacted'],
  ['meetingRate', 'meetings', 'replies'],
  ['opportunityRate', 'opportunities', 'meetings'],
  ['closeRate', 'won', 'opportunities'],
];

/** The market with its blank rates filled from the pooled rows; what was typed stays, what no row says stays blank. */
export function withOwnRates(market: MarketInputs, rows: readonly ResultRow[]): MarketInputs {
  const filled = STEPS.flatMap(([rate, after, before]) => {
    const share = shareOf(rows, after, before);
    return market[rate] === undefined && share !== null && share <= 1 ? [[rate, share] as const] : [];
  });
  return { ...market, ...Object.fromEntries(filled) };
}

/** Over the rows that say both. */
function shareOf(rows: readonly ResultRow[], after: Count, before: Count): Figure {
  const known = rows.filter((row) => row[after] !== null && row[before] !== null);
  const sum = (count: Count): number => known.reduce((total, row) => total + (row[count] ?? 0), 0);
  return quotient(sum(after), sum(before));
}
