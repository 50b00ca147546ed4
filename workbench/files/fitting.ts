/** What a file says about its tabs, made to fit the cells that are there: ranges are cut to the grid, and what cannot be meant is left out and told. */
import { boxAddress, intersects, parseBox, splitTab } from '../core/document/a1';
import type { Box, GridSize } from '../core/document/a1';
import type { CellData, SheetData, WorkbookData } from '../core/document/workbookData';
import { withoutStrays } from './strays';

/** Cells of a grid that is roomier than what stands in it: the engine takes time for blank cells too. */
const ROOMY_CELLS = 200_000;
/** A tab with more rows gets no blank columns beside them. */
const MANY_ROWS = 100_000;
/** The engine remembers every cell of a merge. */
const MAX_MERGED_CELLS = 100_000;

export interface FittedBook {
  readonly book: WorkbookData;
  /** What was left out or changed, one sentence each. */
  readonly notes: readonly string[];
}

/** The workbook with tabs of different names, each as large as its cells need, and nothing that points outside of them. */
export function fittedBook(book: WorkbookData): FittedBook {
  const notes: string[] = [];
  const titles = new Set<string>();
  const sheets = book.sheets.map((sheet) => {
    const title = freeTitle(sheet.title, titles);
    if (title !== sheet.title) notes.push(`Two tabs are called "${sheet.title}"; the second one is opened as "${title}".`);
    titles.add(title.toLowerCase());
    return fittedSheet({ ...sheet, title }, notes);
  });
  const grids = new Map(sheets.map((sheet) => [sheet.title, sheet]));
  const namedRanges = book.namedRanges.flatMap(({ name, range }) => {
    const { tab, rest } = splitTab(range);
    const sheet = grids.get(tab ?? '');
    const box = sheet === undefined ? undefined : fittedBox(rest, sheet);
    return box === undefined ? [] : [{ name, range: range.slice(0, range.length - rest.length) + boxAddress(box) }];
  });
  const lost = book.namedRanges.length - namedRanges.length;
  if (lost > 0)
    notes.push(
      `${counted(lost, 'named range')} that ${lost === 1 ? 'stands' : 'stand'} for no cells of the workbook ${was(lost)} left out.`,
    );
  return { book: { ...book, sheets, namedRanges }, notes };
}

function freeTitle(title: string, taken: ReadonlySet<string>): string {
  let free = title;
  for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${title} ${copy}`;
  return free;
}

function fittedSheet(whole: SheetData, notes: string[]): SheetData {
  const { cells: near, strays } = withoutStrays(whole.cells, isFilled);
  const sheet = { ...whole, cells: near };
  const [stray = '', ...more] = strays;
  const others = more.length === 0 ? '' : ` and ${counted(more.length, 'more cell')}`;
  if (strays.length > 0)
    notes.push(
      `${whole.title}: ${stray}${others}, far from everything else, ${was(strays.length)} left out; move what is needed closer.`,
    );
  const grid = gridOf(sheet);
  const cells = cellsIn(sheet, grid, notes);
  const merges = mergesIn(sheet, grid, notes);
  const validations = sheet.validations.flatMap((rule) => withRanges(rule, grid));
  const conditionalFormats = sheet.conditionalFormats.flatMap((rule) => withRanges(rule, grid));
  const lost = sheet.validations.length + sheet.conditionalFormats.length - validations.length - conditionalFormats.length;
  if (lost > 0) notes.push(`${sheet.title}: ${counted(lost, 'rule')} outside of the tab's cells ${was(lost)} left out.`);
  const filter = sheet.filter === undefined ? undefined : fittedBox(sheet.filter, grid);
  const { id, title, hidden, metadata } = sheet;
  const hiddenColumns = stillVisible(sheet.hiddenColumns ?? [], grid.columns, `${sheet.title}: all columns are hidden`, notes);
  const charts = (sheet.charts ?? []).filter(
    ({ labels, values, row, column }) =>
      fittedBox(labels, grid) && fittedBox(values, grid) && row >= 1 && column >= 1 && row <= grid.rows && column <= grid.columns,
  );
  return {
    id,
    title,
    hidden,
    metadata,
    ...grid,
    cells,
    merges,
    validations,
    conditionalFormats,
    frozenRows: frozen(sheet.frozenRows, grid.rows, `${sheet.title}: row`, notes),
    frozenColumns: frozen(sheet.frozenColumns, grid.columns, `${sheet.title}: column`, notes),
    hiddenRows: stillVisible(sheet.hiddenRows, grid.rows, `${sheet.title}: all rows are hidden`, notes),
    ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}),
    columnWidths: Object.fromEntries(
      Object.entries(sheet.columnWidths).filter(
        ([column, width]) => Number(column) <= grid.columns && width > 0 && width < MAX_WIDTH,
      ),
    ),
    ...(sheet.rowHeights === undefined ? {} : { rowHeights: sheet.rowHeights }),
    ...(sheet.tabColor === undefined ? {} : { tabColor: sheet.tabColor }),
    ...(filter === undefined ? {} : { filter: boxAddress(filter) }),
    ...(charts.length > 0 ? { charts } : {}),
  };
}

/** Pixels; Excel allows 255 characters. */
const MAX_WIDTH = 2000;

/** A grid around the filled cells, at least as large as a new tab; blank cells that only look like something do not make it larger. */
function gridOf({ cells }: SheetData): GridSize {
  let rows = 1;
  let columns = 1;
  for (const [place, cell] of Object.entries(cells)) {
    if (!isFilled(cell)) continue;
    const box = parseBox(place, EVERYTHING);
    if (box === undefined) continue;
    rows = Math.max(rows, box.row);
    columns = Math.max(columns, box.column);
  }
  if (rows <= MANY_ROWS) columns = Math.max(columns, 26);
  return { rows: Math.max(rows, Math.min(1000, Math.floor(ROOMY_CELLS / columns))), columns };
}

const EVERYTHING: GridSize = { rows: Infinity, columns: Infinity };

function isFilled({ value, formula, note, link }: CellData): boolean {
  return value !== undefined || formula !== undefined || note !== undefined || link !== undefined;
}

function cellsIn({ title, cells }: SheetData, grid: GridSize, notes: string[]): Record<string, CellData> {
  const kept: Record<string, CellData> = {};
  let lost = 0;
  for (const [place, cell] of Object.entries(cells)) {
    const box = parseBox(place, grid);
    if (box !== undefined && contains(grid, box)) kept[place] = cell;
    else lost += 1;
  }
  if (lost > 0)
    notes.push(
      `${title}: ${counted(lost, 'cell')} without a value, beyond row ${grid.rows} or column ${grid.columns}, ${was(lost)} left out.`,
    );
  return kept;
}

function contains(grid: GridSize, box: Box): boolean {
  return box.row <= grid.rows && box.column <= grid.columns;
}

/** The range as far as it lies in the grid; undefined for none and for what is no range. */
function fittedBox(text: string, grid: GridSize): Box | undefined {
  const box = parseBox(text, grid);
  if (box === undefined || !contains(grid, box)) return undefined;
  const { row, column } = box;
  return {
    row,
    column,
    rows: Math.min(box.rows, grid.rows - row + 1),
    columns: Math.min(box.columns, grid.columns - column + 1),
  };
}

/** Merges of two cells or more that overlap no other one and hide no value. */
function mergesIn(sheet: SheetData, grid: GridSize, notes: string[]): string[] {
  const kept: Box[] = [];
  for (const merge of sheet.merges) {
    const box = fittedBox(merge, grid);
    if (box === undefined || box.rows * box.columns < 2 || box.rows * box.columns > MAX_MERGED_CELLS) continue;
    if (kept.length < MAX_MERGES && !kept.some((other) => intersects(other, box))) kept.push(box);
  }
  const lost = sheet.merges.length - kept.length;
  if (lost > 0)
    notes.push(
      `${sheet.title}: ${counted(lost, 'merge')} of cells ${was(lost)} left out, because ${lost === 1 ? 'it overlaps others or reaches' : 'they overlap others or reach'} too far.`,
    );
  return kept.map(boxAddress);
}

/** Each is compared with all others. */
const MAX_MERGES = 5000;

/** A rule on the ranges of its own that lie in the grid. */
function withRanges<Rule extends { readonly range: string }>(rule: Rule, grid: GridSize): Rule[] {
  const boxes = rule.range.split(',').flatMap((range) => fittedBox(range, grid) ?? []);
  return boxes.length === 0 ? [] : [{ ...rule, range: boxes.map(boxAddress).join(',') }];
}

/** Frozen rows or columns leave at least one that can be scrolled. */
function frozen(count: number, size: number, what: string, notes: string[]): number {
  if (count === 0 || (Number.isInteger(count) && count > 0 && count < size)) return count;
  notes.push(`${what}s up to ${count} cannot be frozen in a tab of ${size}, so none are.`);
  return 0;
}

/** Hidden rows or columns of the grid; where that would be all of them, none. */
function stillVisible(hidden: readonly number[], size: number, what: string, notes: string[]): readonly number[] {
  const there = [...new Set(hidden)].filter((index) => Number.isInteger(index) && index >= 1 && index <= size);
  if (there.length < size) return there;
  notes.push(`${what}, so they are shown.`);
  return [];
}

function was(count: number): string {
  return count === 1 ? 'was' : 'were';
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString('en-US')} ${word}${count === 1 ? '' : 's'}`;
}
