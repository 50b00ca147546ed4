/** Own rates: what blank rates of the market are taken from, once there are results (S3.27). Pure. */
import { MARKET_ITEMS, type MarketInputs } from '../rules/marketItems';
import { rateRange, type Rate } from '../stats/rates';
import type { ResultEvent, ResultRow } from './results';

type Count = ResultEvent | 'contacted';
type Step = 'replyRate' | 'meetingRate' | 'opportunityRate' | 'closeRate';

/** Rates of the reverse funnel and the counts they are made of: after ÷ before. */
const STEPS: readonly (readonly [step: Step, after: Count, before: Count])[] = [
  ['replyRate', 'replies', 'contacted'],
  ['meetingRate', 'meetings', 'replies'],
  ['opportunityRate', 'opportunities', 'meetings'],
  ['closeRate', 'won', 'opportunities'],
];

export interface StepRate {
  readonly step: Step;
  readonly item: string;
  /** Over the rows that say both counts; null where none does, or where more came out than went in. */
  readonly rate: Rate | null;
}

/** The team's own rate of each step from pooled results; blank where a step has no counts. */
export function stepRates(rows: readonly ResultRow[]): readonly StepRate[] {
  return STEPS.map(([step, after, before]) => {
    const known = rows.filter((row) => row[after] !== null && row[before] !== null);
    const sum = (count: Count): number => known.reduce((total, row) => total + (row[count] ?? 0), 0);
    return { step, item: MARKET_ITEMS[step].name, rate: rateRange(sum(after), sum(before)) };
  });
}

/** The market with its blank rates filled from the pooled rows; what was typed stays, what no row says stays blank. */
export function withOwnRates(market: MarketInputs, rows: readonly ResultRow[]): MarketInputs {
  const filled = stepRates(rows).flatMap(({ step, rate }) =>
    market[step] === undefined && rate !== null ? [[step, rate.rate] as const] : [],
  );
  return { ...market, ...Object.fromEntries(filled) };
}
