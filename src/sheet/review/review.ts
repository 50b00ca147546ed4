/** One month's review: results, suggestions, findings and the difference from the month closed before, as one value. */
import type { Check } from '../../domain/facts/check';
import type { SourceId } from '../../domain/facts/phrase';
import { dataChecks } from '../../domain/checks/checks';
import type { ClosedLayers, Layer } from '../../domain/checks/layerChecks';
import type { Plan, TypedMarket } from '../../domain/rules/plan';
import type { Expected } from '../../domain/review/claims';
import { ruleFields } from '../../domain/review/fields';
import { monthOf, type Month } from '../../domain/review/month';
import { movementOf, type Movement } from '../../domain/review/movement';
import { periodChange, type PeriodChange } from '../../domain/review/periods';
import { inPool, poolOf, type Pool, type ResultRow } from '../../domain/review/results';
import { stabilityOf, type Stability } from '../../domain/review/stability';
import { reviewSegments, type Frozen, type SegmentReview } from '../../domain/review/suggestion';
import { tierGuide } from '../../domain/score/tierGuide';
import { noTitles, type Titles } from '../address';
import type { Run } from '../run/run';
import { writeChecks } from '../run/writeChecks';
import type { Snapshot } from './snapshot';

/** What is known beside the run itself. */
export interface ReviewInputs {
  readonly layers: readonly Layer[];
  readonly sourced: ReadonlySet<SourceId>;
  readonly results: readonly ResultRow[];
  readonly past: Past | undefined;
  readonly typed: TypedMarket;
  /** Of the plan's ICP as it stands. */
  readonly icpHash: string;
  /** Older names of segments, to the present ones. */
  readonly renamed: ReadonlyMap<string, string>;
  /** What became of segments since the closed month, a sentence each. */
  readonly successors: readonly string[];
}

/** What closed months tell. */
export interface Past {
  /** The month this run is compared with, and its plan as it was read again; undefined where it cannot be read. */
  readonly last: { readonly snapshot: Snapshot; readonly plan: Plan; readonly layers: readonly Layer[] } | undefined;
  /** Closed months, rising, with the ICP each was closed with. */
  readonly months: readonly { readonly month: Month; readonly icpHash: string }[];
  /** Frozen figures of the month compared with, by segment. */
  readonly frozen: ReadonlyMap<string, Frozen>;
}

export interface Review extends Pick<ReviewInputs, 'renamed' | 'successors'> {
  readonly results: readonly ResultRow[];
  readonly pool: Pool | null;
  /** Rows of the pool. */
  readonly pooled: readonly ResultRow[];
  readonly segments: readonly SegmentReview[];
  readonly expected: Expected;
  readonly period: PeriodChange | null;
  /** Null before the first closed month. */
  readonly difference: MonthDifference | null;
  readonly findings: readonly Check[];
}

export interface MonthDifference {
  readonly since: Month;
  readonly movement: Movement;
  readonly stability: readonly Stability[];
}

/** Results, rates, checks over months and the difference from the last closed month; `titles` are those of tabs given by id. */
export function reviewOf(
  run: Run,
  { layers, sourced, results, past, typed, icpHash, renamed, successors }: ReviewInputs,
  titles: Titles = noTitles,
): Review {
  const { plan, runResult, segments, market } = run;
  const pool = poolOf(results, plan.settings.monthsPooled);
  const pooled = inPool(results, pool);
  const expected = expectedOf(plan);
  return {
    renamed,
    successors,
    results,
    pool,
    pooled,
    segments: reviewSegments({
      segments,
      overlap: runResult.segmentation.overlap,
      rows: pooled,
      history: results,
      expected,
      settings: plan.settings,
      before: past?.frozen ?? new Map(),
    }),
    expected,
    period: icpChange(results, past?.months ?? [], icpHash, monthOf(plan.asOf)),
    difference: past?.last === undefined ? null : differenceOf(run, past.last.snapshot, past.last.plan),
    findings: writeChecks(
      dataChecks({ runResult, segments, market, book: run.book, layers, closed: closedLayers(past), sourced, results, typed }),
      titles,
    ),
  };
}

function closedLayers(past: Past | undefined): ClosedLayers | undefined {
  if (past?.last === undefined) return undefined;
  const { snapshot, plan, layers } = past.last;
  return { layers, segmentOwners: plan.segments.map(({ owner }) => owner), day: snapshot.asOf };
}

/** Segments are compared with the worst tier they draw from. */
function expectedOf({ settings }: Plan): Expected {
  const [, tier2, tier3] = tierGuide();
  return settings.segmentsDrawFrom === 'ICP' ? tier2 : tier3;
}

/**
 * The newest change of the ICP that has results on both sides. A month counts with the ICP it was closed with: what the plan has become
 * since is none of its doing.
 */
function icpChange(results: readonly ResultRow[], months: Past['months'], icpHash: string, now: Month): PeriodChange | null {
  const closed = months.filter(({ month }) => month <= now);
  const all = closed.some(({ month }) => month === now) ? closed : [...closed, { month: now, icpHash }];
  const changed = all.flatMap((each, index) => {
    const before = all[index - 1];
    return before === undefined || before.icpHash === each.icpHash ? [] : [each.month];
  });
  return changed.reduceRight<PeriodChange | null>((found, since) => found ?? periodChange(results, since), null);
}

function differenceOf({ runResult, plan }: Run, snapshot: Snapshot, closed: Plan): MonthDifference {
  const movement = movementOf({ ...snapshot, plan: closed }, runResult);
  const stability = stabilityOf(snapshot.accounts, runResult.lists.accounts, ruleFields(plan));
  return { since: snapshot.month, movement, stability };
}
