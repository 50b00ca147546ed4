/** Plans as rows, the way people think of them, for tests of the readers. */
import { countriesNamed } from '../../../../src/sheet/parse/country';
import type { Cell, Grid } from '../../../../src/sheet/grid';
import { gridOfJson, type JsonRow } from '../../../../src/sheet/plan/planJson';
import { readPlan, type PlanGrids, type ReadPlan } from '../../../../src/sheet/plan/readPlan';
import { PLAN_KEYS, PLAN_TABS, type PlanKey } from '../../../../src/sheet/plan/tabs';
import type { Problem } from '../../../../src/sheet/problem';

export type PlanRows = Partial<Readonly<Record<PlanKey, readonly JsonRow[]>>>;

/** 2026-11-21. */
export const RUN_DAY = 20_778;

/** A rule that scores, so that a plan under test is whole but for what the test is about. */
export const RULE: JsonRow = { Field: 'Industry', Operator: 'in', Value: 'Fintech; Software' };

export function gridsOf(plan: PlanRows): PlanGrids {
  return new Map(
    PLAN_KEYS.flatMap((key) => {
      const rows = plan[key];
      return rows === undefined ? [] : [[key, { tab: PLAN_TABS[key].title, grid: gridOfJson(key, rows) }] as const];
    }),
  );
}

export function read(plan: PlanRows): ReadPlan {
  return readGrids(gridsOf(plan));
}

export function readGrids(grids: PlanGrids): ReadPlan {
  return readPlan(grids, countriesNamed, { runDay: RUN_DAY });
}

/** What would stop the run, in the order in which it is reported. */
export function refusalsOf(plan: PlanRows): readonly Problem[] {
  return refusalsIn(read(plan));
}

export function refusalsIn({ problems }: ReadPlan): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'refusal');
}

/** The grid with its columns in another order; `order` holds each column's new place. */
export function reordered(grid: Grid, order: readonly number[]): Grid {
  return grid.map((row) => order.map((column): Cell => row[column] ?? ''));
}
