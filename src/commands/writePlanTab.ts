/** Writes the rows of a plan tab: only cells that change, and what the sheet then holds is compared with what was meant. */
import { isSameCell } from '../sheet/cellText';
import { addressOf, type Cell, type Grid } from '../sheet/grid';
import { shownText } from '../sheet/parse/text';
import { asTyped } from '../sheet/ownBlock';
import { PLAN_TABS, type PlanKey } from '../sheet/plan/tabs';
import { clipped, makeProblem, Refusal, type Problem } from '../sheet/problem';
import { isOurs } from './arrived';
import type { Tab } from './tab';
import type { TextGuard, Workbook } from './workbook';

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
 * @throws Refusal when the tab holds something else afterwards: then nothing is written a second time.
 */
export function writePlanTab(workbook: Workbook, tab: Tab, old: Grid, wanted: Grid, guard: TextGuard, asOne: boolean): void {
  const rows = Math.max(old.length, wanted.length);
  const columns = Math.max(...[...old, ...wanted].map((cells) => cells.length));
  const spans = spansOf(old, wanted);
  if (spans.length === 0) return;
  if (wanted.length > old.length || columns > (old[0]?.length ?? 0)) workbook.grow(tab, rows, columns);
  const formats = asOne ? [] : workbook.formats(tab, 1, 1, rows, columns);
  // An empty tab has no last cell to read to, and costs a round trip more to be told so.
  refuseEdited(tab, old, old.length === 0 ? workbook.readBack(tab, 1, 1, rows, columns) : workbook.read(tab));
  const write = (): void => {
    writeCells(workbook, tab, { wanted, spans, formats }, guard, asOne);
    workbook.flush();
  };
  write();
  const found = workbook.read(tab);
  if (differences(tab, wanted, found).length === 0) return;
  const formulas = workbook.formulas(tab, 1, 1, found.length, found[0]?.length ?? 1);
  const typed = found.map((cells, row) => asTyped(cells, formulas[row]));
  // What was lost is written once more; over anybody's own cell nothing is. The team's formulas beside ours have results like any cell.
  const others = differences(tab, wanted, found, (cell, now, row, column) =>
    [now, typed[row]?.[column] ?? ''].some((it) => isOurs(cell, it, old[row]?.[column] ?? '', workbook.locale)),
  );
  if (others.length > 0) throw new Refusal(others);
  write();
  const problems = differences(tab, wanted, workbook.read(tab));
  if (problems.length > 0) throw new Refusal(problems);
}

/** What lies beside it is as it shall be: the team's columns keep their formats unless their rows move. */
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

/** A lock stops no people: what was typed since the tab was read must not be written over unseen. */
function refuseEdited(tab: Tab, old: Grid, now: Grid): void {
  const [edited] = spansOf(old, now);
  if (edited === undefined) return;
  const at = addressOf(tab.title, edited.row, edited.column);
  throw new Error(`Somebody has edited ${at} in this moment, so the tab was left as it is. Load it again.`);
}

/** A fresh plan tab: headers dressed, the first row and column frozen. */
export function dressPlanTab(workbook: Workbook, tab: Tab, key: PlanKey): void {
  const { headers } = PLAN_TABS[key];
  const widths = headers.map((header, index): readonly [number, number] => [index + 1, WIDE.test(header) ? 240 : 120]);
  workbook.dress(tab, { frozenRows: 1, frozenColumns: 1, widths, headerRow: 1, headerNotes: [] });
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

/** `isKnown` passes over differences that need no telling. */
function differences(
  tab: Tab,
  wanted: Grid,
  found: Grid,
  isKnown: (cell: Cell, now: Cell, row: number, column: number) => boolean = isSameCell,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (let row = 0; row < Math.max(wanted.length, found.length) && problems.length < 20; row += 1)
    for (let column = 0; column < Math.max(wanted[row]?.length ?? 0, found[row]?.length ?? 0); column += 1) {
      const [cell, now] = [wanted[row]?.[column] ?? '', found[row]?.[column] ?? ''];
      if (!isKnown(cell, now, row, column)) problems.push(differs(addressOf(tab.title, row + 1, column + 1), cell, now));
    }
  return problems;
}

function differs(at: string, wanted: Cell, now: Cell): Problem {
  const found = clipped(shownText(now));
  const message = `The sheet holds "${found}" where "${clipped(shownText(wanted))}" was meant to stand.`;
  const fix = 'Somebody may have edited the tab in the same moment. Look at the row, then save again.';
  return makeProblem('refusal', 'CELL_DIFFERS', at, found, message, fix);
}
