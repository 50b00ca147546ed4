/** The ledger of our own tabs: every cell outside the rectangles that we declare as ours, before and after. */
import { ROW_HASHES } from '../../../src/sheet/ownTabs/rowHash';
import { kinds } from './compared';
import type { LightCell, LightSheet, LightState } from './lightEngine';

const WIDTH = 1000;

/** How far our rectangle reaches in a tab of a kind, from its first cell. */
export type Reach = ReadonlyMap<string, { readonly rows: number; readonly columns: number }>;

/** Tabs without rectangles: they are append-only and hidden, or kept whole. */
const WHOLE = ['log', 'review', 'snapshot'];

/** As far as a run without a fault writes, or an older run has written: what it pads over is ours too. */
export function reachOf(...states: readonly LightState[]): Reach {
  const reach = new Map<string, { rows: number; columns: number }>();
  for (const state of states) {
    const own = kinds(state);
    for (const sheet of state.sheets) {
      const kind = own.get(sheet.id);
      if (kind === undefined) continue;
      const before = reach.get(kind) ?? { rows: 0, columns: 0 };
      const { rows, columns } = rectangle(sheet, kind);
      reach.set(kind, { rows: Math.max(before.rows, rows), columns: Math.max(before.columns, columns) });
    }
  }
  return reach;
}

/** A generated tab ends with its marks, a plan tab with the last of its headers; rows of a plan follow each other without end. */
function rectangle({ cells }: LightSheet, kind: string): { readonly rows: number; readonly columns: number } {
  const marks = [...cells].find(([key, { value }]) => Math.floor(key / WIDTH) === 2 && value === ROW_HASHES);
  if (marks === undefined) {
    let columns = 0;
    while ((cells.get(WIDTH + columns + 1)?.value ?? '') !== '') columns += 1;
    return { rows: Infinity, columns };
  }
  const columns = marks[0] % WIDTH;
  const rows = [...cells].flatMap(([key, { value }]) =>
    key % WIDTH === columns && value !== '' ? [Math.floor(key / WIDTH)] : [],
  );
  // What a fault has left behind is reported there too.
  return { rows: kind === 'problems' ? Infinity : Math.max(...rows), columns };
}

/** A line for each cell that holds something beside and below our rectangles in tabs of ours: below them as to value and formula, since a column's looks are ours. */
export function outsideOf(state: LightState, reach: Reach): readonly string[] {
  const own = kinds(state);
  const cells = state.sheets.flatMap(({ id, cells: held }) => {
    const kind = own.get(id);
    if (kind === undefined || WHOLE.includes(kind)) return [];
    const { rows, columns } = reach.get(kind) ?? { rows: 0, columns: 0 };
    return [...held]
      .filter(([key, cell]) => !isBlank(cell) && (Math.floor(key / WIDTH) > rows || key % WIDTH > columns))
      .sort(([a], [b]) => a - b)
      .map(([key, { value, formula, format, style }]) => {
        const looks = key % WIDTH > columns ? { format, style } : {};
        return JSON.stringify({ kind, id, row: Math.floor(key / WIDTH), column: key % WIDTH, value, formula, ...looks });
      });
  });
  return [...cells, JSON.stringify(state.protections)];
}

/** Lines that came and lines that went. */
export function changesOf(before: readonly string[], after: readonly string[]): readonly string[] {
  const [old, now] = [new Set(before), new Set(after)];
  return [...before.filter((line) => !now.has(line)), ...after.filter((line) => !old.has(line))];
}

function isBlank({ value, formula }: LightCell): boolean {
  return value === '' && formula === undefined;
}
