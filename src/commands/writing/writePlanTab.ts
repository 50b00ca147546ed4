/** Writes the rows of a plan tab: only cells that change, and what the sheet then holds is compared with what was meant. */
import { isSameCell } from '../../sheet/cellText';
import type { Cell, Grid } from '../../sheet/grid';
import { PLAN_TABS, type PlanKey } from '../../sheet/plan/tabs';
import { refusal, Refusal } from '../../sheet/problem';
import { verifiedWrite } from './verifiedWrite';
import type { Tab } from '../workbook/tab';
import { tabAddress } from '../workbook/tabAddress';
import type { TextGuard, Workbook } from '../workbook/workbook';

/** A rectangle; of what changes, cells of one row that follow each other. */
interface Span {
  readonly row: number;
  readonly column: number;
  readonly cells: Grid;
}

/**
 * Brings the tab from `old` to `wanted`, headers included. Rows are never deleted: what is left over is blanked.
 * `asOne` writes one rectangle about all that changes, of which a stop leaves whole rows; else only the cells that change, in the
 * number formats they have.
 * @returns whether anything had to be written.
 * @throws Refusal when the tab holds something else before or afterwards: then nothing is written, or nothing a second time.
 */
export function writePlanTab(workbook: Workbook, tab: Tab, old: Grid, wanted: Grid, guard: TextGuard, asOne: boolean): boolean {
  const rows = Math.max(old.length, wanted.length);
  const columns = Math.max(...[...old, ...wanted].map((cells) => cells.length));
  const spans = spansOf(old, wanted);
  if (spans.length === 0) return false;
  if (wanted.length > old.length || columns > (old[0]?.length ?? 0)) workbook.grow(tab, rows, columns);
  const anchors = old.length === 0 ? [] : workbook.formulas(tab, 1, 1, old.length, old[0]?.length ?? 1);
  assertNoHiddenFormulas(workbook, tab, spans, old, anchors);
  // A rectangle about all that changes would turn the team's formulas between its cells into values.
  const isWhole = asOne && anchors.every((line) => line.every((formula) => formula === ''));
  const formats = isWhole ? [] : workbook.numberFormats(tab, 1, 1, rows, columns);
  // A formula of the team's has another result by now.
  const isWatched = (row: number, column: number): boolean =>
    !anchors[row]?.[column] || !isSameCell(wanted[row]?.[column] ?? '', old[row]?.[column] ?? '');
  verifiedWrite(workbook, tab, { before: old, wanted, isWatched }, 'save again', () => {
    writeCells(workbook, tab, { wanted, spans, formats }, guard, isWhole);
  });
  return true;
}

/** What lies beside it is as it is wanted: the team's columns keep their formats unless their rows move. */
function around(spans: readonly Span[], wanted: Grid): Span {
  const column = Math.min(...spans.map((span) => span.column));
  const end = Math.max(...spans.map((span) => span.column + (span.cells[0]?.length ?? 0)));
  const row = Math.min(...spans.map((span) => span.row));
  const last = Math.max(...spans.map((span) => span.row));
  const cells = Array.from({ length: last - row + 1 }, (_, y) =>
    Array.from({ length: end - column }, (__, x) => wanted[row - 1 + y]?.[column - 1 + x] ?? ''),
  );
  return { row, column, cells };
}

interface Cells {
  readonly wanted: Grid;
  readonly spans: readonly Span[];
  readonly formats: readonly (readonly string[])[];
}

function writeCells(workbook: Workbook, tab: Tab, { wanted, spans, formats }: Cells, guard: TextGuard, asOne: boolean): void {
  if (asOne) {
    const { row, column, cells } = around(spans, wanted);
    workbook.write(tab, { row, column, cells, formats: (cells[0] ?? []).map(() => 'General') }, guard);
  } else
    for (const { row, column, cells } of spans) {
      const own = (cells[0] ?? []).map((_, index) => formats[row - 1]?.[column - 1 + index] ?? 'General');
      workbook.write(tab, { row, column, cells, formats: own }, guard);
    }
}

/** A formula that shows nothing makes no cell free. */
function assertNoHiddenFormulas(
  workbook: Workbook,
  tab: Tab,
  spans: readonly Span[],
  old: Grid,
  formulas: readonly (readonly string[])[],
): void {
  for (const { row, column, cells } of spans)
    (cells[0] ?? []).forEach((_, x) => {
      const [y, at] = [row - 1, column - 1 + x];
      if ((old[y]?.[at] ?? '') !== '' || (formulas[y]?.[at] ?? '') === '') return;
      const address = tabAddress(workbook, tab, row, at + 1);
      const message = 'The cell holds a formula that shows nothing.';
      throw new Refusal(refusal({ code: 'HIDDEN_FORMULA', at: address, message, fix: 'Move it and try again.' }), {
        wrote: 'nothing',
      });
    });
}

/** A fresh plan tab: headers dressed, the first row and column frozen. */
export function formatPlanTab(workbook: Workbook, tab: Tab, key: PlanKey): void {
  const { headers } = PLAN_TABS[key];
  const widths = headers.map((header, index): readonly [number, number] => [index + 1, WIDE.test(header) ? 240 : 120]);
  workbook.formatSheet(tab, { frozenRows: 1, frozenColumns: 1, widths, headerRow: 1, headerNotes: [] });
}

const WIDE =
  /^(Value|Why|Hypothesis|Pain points?|Offer angle|Titles|Note|Rule|Item|Setting|Value propositions|Outreach tips|Segment|Buyer roles|For|Persona|Account key)$/;

function spansOf(old: Grid, wanted: Grid): readonly Span[] {
  const spans: Span[] = [];
  for (let row = 0; row < Math.max(old.length, wanted.length); row += 1) {
    const [before = [], after = []] = [old[row], wanted[row]];
    const changed = Array.from({ length: Math.max(before.length, after.length) }, (_, column) => column).filter(
      (column) => !isSameCell(after[column] ?? '', before[column] ?? ''),
    );
    let open: { column: number; cells: Cell[] } | undefined;
    for (const column of changed) {
      if (open === undefined || open.column - 1 + open.cells.length !== column) {
        open = { column: column + 1, cells: [] };
        spans.push({ row: row + 1, column: open.column, cells: [open.cells] });
      }
      open.cells.push(after[column] ?? '');
    }
  }
  return spans;
}
