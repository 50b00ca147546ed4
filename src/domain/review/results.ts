/** Results: what outreach brought, pooled over months into rates that never stand without their interval (S1.38). Pure. */
import type { Figure } from '../facts/figure';
import type { SourceId } from '../facts/phrase';
import { rateRange, type Rate } from '../stats/rates';
import type { Month } from './month';

/** What is counted of the people contacted. */
export const RESULT_EVENTS = ['replies', 'meetings', 'opportunities', 'won', 'bounced'] as const;
export type ResultEvent = (typeof RESULT_EVENTS)[number];

/** People, not emails. Null is not known, never 0. Each count lies between 0 and `contacted`. */
export interface ResultRow extends Readonly<Record<ResultEvent, Figure>> {
  readonly month: Month;
  /** As typed; '' for results of the whole plan. */
  readonly segment: string;
  /** Place in `ALL_TIERS`; undefined where none is given. */
  readonly tier: number | undefined;
  readonly variant: string;
  readonly contacted: number;
  /** Its row, for checks that name it. */
  readonly source?: SourceId | undefined;
  /** From columns the team may add: mean days of a sales cycle, and share of customers lost a year, 0–1 (S3.15). */
  readonly cycleDays?: Figure;
  readonly churn?: Figure;
}

/** Rates over the people contacted; null where no row says. */
export interface PooledRates extends Readonly<Record<ResultEvent, Rate | null>> {
  readonly contacted: number;
}

/** Months that are pooled, both ends in, and those of them without any result. */
export interface Pool {
  readonly from: Month;
  readonly to: Month;
  readonly missing: readonly Month[];
}

/** Counts of all rows together. A row that leaves an outcome blank is in no sum of that outcome, neither above nor below. */
export function poolRates(rows: readonly ResultRow[], confidence?: number): PooledRates {
  const rateOf = (outcome: ResultEvent): Rate | null => {
    const known = rows.filter((row) => row[outcome] !== null);
    const sum = (valueOf: (row: ResultRow) => number): number => known.reduce((total, row) => total + valueOf(row), 0);
    return rateRange(
      sum((row) => row[outcome] ?? 0),
      sum((row) => row.contacted),
      confidence,
    );
  };
  const rates = Object.fromEntries(RESULT_EVENTS.map((outcome) => [outcome, rateOf(outcome)])) as Record<
    ResultEvent,
    Rate | null
  >;
  return { ...rates, contacted: rows.reduce((total, { contacted }) => total + contacted, 0) };
}

/** The last `months` calendar months that end with the newest month of results; null without results. */
export function poolOf(rows: readonly ResultRow[], months: number): Pool | null {
  if (rows.length === 0) return null;
  const present = new Set(rows.map(({ month }) => month));
  const to = Math.max(...present);
  const from = to - Math.max(1, months) + 1;
  // Months before the first result are not missing: nothing had begun.
  const begun = Math.max(from, Math.min(...present));
  const missing = Array.from({ length: to - begun + 1 }, (_, index) => begun + index).filter((month) => !present.has(month));
  return { from, to, missing };
}

/** Rows of the pooled months; none without a pool. */
export function inPool(rows: readonly ResultRow[], pool: Pool | null): readonly ResultRow[] {
  return pool === null ? [] : rows.filter(({ month }) => month >= pool.from && month <= pool.to);
}

/** Rows by what `keyOf` says, in the order of first appearance. */
export function grouped<K>(rows: readonly ResultRow[], keyOf: (row: ResultRow) => K): ReadonlyMap<K, readonly ResultRow[]> {
  const groups = new Map<K, ResultRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
