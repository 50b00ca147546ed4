/** Closed months read back: facts, tiers and the plan of then, and the figures that Review froze. */
import type { Grid } from '../grid';
import { countriesNamed } from '../parse/country';
import { gridOfJson, type JsonRow } from '../plan/planJson';
import { readPlan, type ReadPlan } from '../plan/readPlan';
import { PLAN_KEYS, PLAN_TABS } from '../plan/tabs';
import { makeProblem, refusalsIn, type Problem } from '../problem';
import { readLayers } from './readLayers';
import type { Past } from './review';
import { frozenOf, repeatedRows } from './reviewRows';
import { unpackSnapshot, type Snapshot } from './snapshot';

/** The closed months as the workbook holds them. */
export interface PastText {
  readonly months: Past['months'];
  /** Text of the snapshot of the month to compare with; '' without one. */
  readonly snapshot: string;
  /** The tab Review; empty without one. */
  readonly review: Grid;
}

/** The month's plan is read again as a run reads it; what cannot be read compares with nothing, and says so. */
export function pastOf({ months, snapshot: text, review }: PastText): {
  readonly past: Past;
  readonly problems: readonly Problem[];
} {
  const last = text === '' ? undefined : closedOf(text);
  const frozen = last === undefined ? new Map() : frozenOf(review, last.snapshot.month);
  const twice = repeatedRows(review);
  if (last !== undefined) return { past: { last, months, frozen }, problems: twice };
  const message = 'The last closed month cannot be read, so nothing is compared with it.';
  const fix = 'Restore the hidden tab Snapshot from the version history.';
  const lost: Problem = makeProblem({ severity: 'problem', code: 'SNAPSHOT_UNREADABLE', at: 'Snapshot', message, fix });
  return { past: { last: undefined, months, frozen }, problems: text === '' ? twice : [lost, ...twice] };
}

/** A closed month with its plan; undefined when a user edited it, or a newer add-on refuses its plan. */
export function closedOf(text: string): Past['last'] {
  const snapshot = unpackSnapshot(text);
  const read = snapshot === undefined ? undefined : planOf(snapshot);
  if (snapshot === undefined || read === undefined) return undefined;
  return { snapshot, plan: read.plan, layers: readLayers(read.plan, undefined) };
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
  return refusalsIn(read.problems).length > 0 ? undefined : read;
}
