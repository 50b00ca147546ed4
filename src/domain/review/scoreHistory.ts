/** Score history: one account's fit, signal and tier at each closed month, and why they changed. Pure. */
import { tierName } from '../tier';
import { CAUSES } from './movement';
import { monthName, type Month } from './month';

/** What a closed month keeps of each account. */
export interface MonthScores {
  readonly month: Month;
  readonly keys: readonly string[];
  readonly tiers: Uint8Array;
  readonly fit: Float64Array;
  readonly signal: Float64Array;
  /** Bits of `CAUSES` that moved it since the month closed before. */
  readonly causes: Uint8Array;
}

/** Scores are null where blank. */
export interface HistoryLine {
  readonly month: string;
  readonly tier: string;
  readonly fit: number | null;
  readonly signal: number | null;
  readonly why: string;
}

/** The months in which the account was listed, in the order given. */
export function scoreHistory(months: readonly MonthScores[], key: string): readonly HistoryLine[] {
  let last: { readonly place: number; readonly tier: string } | undefined;
  return months.flatMap((month, place): HistoryLine[] => {
    const account = month.keys.indexOf(key);
    if (account < 0) return [];
    const tier = tierName(month.tiers[account]);
    const before = last?.place === place - 1 ? last.tier : undefined;
    const why =
      before === undefined
        ? place === 0
          ? 'First closed month.'
          : 'New to the list.'
        : whyOf(before, tier, month.causes[account] ?? 0);
    last = { place, tier };
    return [{ month: monthName(month.month), tier, fit: orNull(month.fit[account]), signal: orNull(month.signal[account]), why }];
  });
}

function whyOf(before: string, tier: string, bits: number): string {
  const causes = CAUSES.filter((_, bit) => (bits & (1 << bit)) !== 0).join(', ');
  if (causes === '') return before === tier ? 'As before.' : `${before} → ${tier}.`;
  return before === tier ? `Back in ${tier}: ${causes}.` : `${before} → ${tier}: ${causes}.`;
}

function orNull(score: number | undefined): number | null {
  return score === undefined || Number.isNaN(score) ? null : score;
}
