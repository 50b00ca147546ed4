/** Fingerprints of what a reader has of the sheet: they tell, without sending cells, that it no longer is as it was read. */
import type { Cell, Grid } from '../../sheet/grid';
import { hashOf } from '../../sheet/hash';
import { shownText } from '../../sheet/parse/text';
import { planJsonOf } from '../../sheet/plan/planJson';

/** A list's tab as far as it can be known without reading it: where its content ends, and row 1. */
export interface Extent {
  readonly tab: string;
  readonly rows: number;
  readonly columns: number;
  readonly header: readonly Cell[];
}

/** Of every cell of the plan tabs. */
export function planMarkOf(plan: Parameters<typeof planJsonOf>[0]): string {
  return hashOf(JSON.stringify(planJsonOf(plan)));
}

/** Of titles, sizes and headers alone. */
export function extentMarkOf(lists: readonly Extent[]): string {
  return hashOf(
    lists.map(({ tab, rows, columns, header }) => [tab, rows, columns, ...header.map(shownText)].join('\u001f')).join('\u001e'),
  );
}

/** Of a grid that was read whole. */
export function extentOf({ tab, grid }: { readonly tab: string; readonly grid: Grid }): Extent {
  const [header = []] = grid;
  return { tab, rows: grid.length, columns: header.length, header };
}
