/** What a review needs beside the run, from the plan's tabs and the closed months: read once, before anything is computed. */
import type { Plan } from '../../domain/plan';
import { monthOf, type Month } from '../../domain/review/month';
import { withOwnRates } from '../../domain/review/ownRates';
import { renamedSegments } from '../../domain/review/rename';
import { inPool, poolOf } from '../../domain/review/results';
import type { Grid } from '../grid';
import { hashOf } from '../hash';
import { countriesNamed } from '../parse/country';
import { gridOfJson, jsonRowsOf, type JsonRow } from '../plan/planJson';
import { planTableIn, type PlanTable } from '../plan/planTable';
import { readPlan, type PlanGrids, type ReadPlan } from '../plan/readPlan';
import { PLAN_KEYS, PLAN_TABS, type PlanKey } from '../plan/tabs';
import type { Problem } from '../problem';
import { readLanes, type LaneTexts } from './readLanes';
import { readLayers, sourcedRules } from './readLayers';
import { readResults } from './readResults';
import type { Past, ReviewInputs } from './review';
import { frozenOf } from './reviewRows';
import { unpackSnapshot, type Snapshot } from './snapshot';

/** The closed months as the workbook holds them. */
export interface PastText {
  readonly months: Past['months'];
  /** Text of the snapshot of the month to compare with; '' without one. */
  readonly snapshot: string;
  /** The tab Review; empty without one. */
  readonly review: Grid;
}

export interface Prepared {
  /** Blank rates filled from the results. */
  readonly plan: Plan;
  readonly inputs: ReviewInputs;
  readonly lanes: LaneTexts;
  /** Older names of segments, to the present ones. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** `pastBefore` gives the newest closed month before a month, or of it where there is none before. */
export function prepareReview(
  { plan, settings }: ReadPlan,
  grids: PlanGrids,
  pastBefore: (month: Month) => PastText | undefined,
): Prepared {
  const month = monthOf(plan.asOf);
  const text = pastBefore(month);
  const { past, problems } = text === undefined ? { past: undefined, problems: [] } : pastOf(text);
  const snapshot = past?.last?.snapshot;
  const renamed = renamedSince(snapshot?.renamed ?? new Map(), past?.last?.plan, plan);
  const names = plan.segments.map(({ name }) => name);
  const results = readResults(tableOf(grids, 'results'), names, renamed, month);
  const pooled = inPool(results.rows, poolOf(results.rows, plan.settings.monthsPooled));
  return {
    plan: { ...plan, market: withOwnRates(plan.market, pooled) },
    inputs: {
      layers: readLayers(settings.typed, plan, tableOf(grids, 'settings')),
      sourced: sourcedRules(tableOf(grids, 'icp')),
      results: results.rows,
      past,
      icpHash: icpHashOf(grids),
    },
    lanes: readLanes(tableOf(grids, 'personas'), tableOf(grids, 'segments')),
    renamed,
    problems: [...problems, ...results.problems],
  };
}

/** Tells one ICP from another: rules and what they weigh, not the words beside them. */
function icpHashOf(grids: PlanGrids): string {
  const rows = jsonRowsOf('icp', grids.get('icp')?.grid ?? []).map((row) =>
    ['Dimension', 'Field', 'Operator', 'Value', 'Importance', 'Type', 'If blank', 'Active'].map((header) => row[header] ?? ''),
  );
  return hashOf(JSON.stringify(rows)).slice(0, 8);
}

/** The month's plan is read again as a run reads it; what cannot be read compares with nothing, and says so. */
function pastOf({ months, snapshot: text, review }: PastText): { readonly past: Past; readonly problems: readonly Problem[] } {
  const snapshot = text === '' ? undefined : unpackSnapshot(text);
  const read = snapshot === undefined ? undefined : planOf(snapshot);
  const frozen = snapshot === undefined ? new Map() : frozenOf(review, snapshot.month);
  if (snapshot !== undefined && read !== undefined) {
    const { plan, settings } = read;
    const layers = readLayers(settings.typed, plan, undefined);
    return { past: { last: { snapshot, plan, layers }, months, frozen }, problems: [] };
  }
  const message = 'The last closed month cannot be read, so nothing is compared with it.';
  const fix = 'Restore the hidden tab Snapshot from the version history.';
  const lost: Problem = { code: 'SNAPSHOT_UNREADABLE', severity: 'problem', at: 'Snapshot', found: '', message, fix, count: 1 };
  return { past: { last: undefined, months, frozen }, problems: text === '' ? [] : [lost] };
}

function planOf({ plan, asOf }: Snapshot): ReadPlan | undefined {
  if (typeof plan !== 'object' || plan === null) return undefined;
  const grids = new Map(
    PLAN_KEYS.flatMap((key) => {
      const rows: unknown = Reflect.get(plan, key);
      return Array.isArray(rows)
        ? [[key, { tab: PLAN_TABS[key].title, grid: gridOfJson(key, rows as readonly JsonRow[]) }] as const]
        : [];
    }),
  );
  const read = readPlan(grids, countriesNamed, { runDay: asOf, asOf });
  return read.problems.some(({ severity }) => severity === 'refusal') ? undefined : read;
}

/** A segment that was renamed twice is found by either older name. */
function renamedSince(older: ReadonlyMap<string, string>, before: Plan | undefined, now: Plan): ReadonlyMap<string, string> {
  const newly = renamedSegments(before?.segments ?? [], now.segments);
  return new Map([...[...older].map(([old, name]) => [old, newly.get(name) ?? name] as const), ...newly]);
}

function tableOf(grids: PlanGrids, key: PlanKey): PlanTable {
  return planTableIn(key, grids.get(key) ?? { tab: PLAN_TABS[key].title, grid: [] });
}
