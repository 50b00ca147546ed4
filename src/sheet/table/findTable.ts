/** The table in a grid: where its headers stand, which rows are data, and what was left out. */
import { addressText } from '../address';
import type { Cell, Grid } from '../grid';
import { isEmpty } from '../parse/blank';
import { fold } from '../../domain/facts/text';
import { shownText } from '../parse/text';
import { clipped, makeProblem, type Problem } from '../problem';
import { Beyond, withoutCounters } from './beyond';
import { findHeader, type HeaderFound } from './findHeader';
import { dropSubtotals, dropTail } from './leftOut';
import { findLoading } from './loading';
import { repairTable } from './repair';
import type { Table } from './table';

export interface TableFound {
  /** Undefined when the problems hold a refusal. */
  readonly table: Table | undefined;
  readonly problems: readonly Problem[];
}

/** Finds the table of a tab, swallowed records taken apart. An empty tab, headers without rows and cells still loading are refused with a sentence. */
export function findTable(tab: string, grid: Grid): TableFound {
  const loading = findLoading({ tab, grid });
  return loading === undefined ? locateTable(tab, grid) : refused(loading);
}

/** {@link findTable} with cells that still load taken as they stand: enough to tell what a tab is about. */
export function locateTable(tab: string, grid: Grid): TableFound {
  const found = findHeader(grid);
  if (found === undefined) return refused(refusalWithoutHeader(tab, grid));
  const header = withoutCounters(found, grid);
  const problems: Problem[] = [...headerNotes(tab, header)];
  const kept = keptColumns(tab, header, problems);
  const body = readBody(tab, grid, header, kept, problems);
  if (body.rows.length === 0)
    return refused(
      makeProblem({
        severity: 'refusal',
        code: 'NO_ROWS',
        at: addressText({ tab, row: header.row + 1, column: 1 }),
        message: 'There are headers but no rows below them.',
        fix: 'Paste the list below its headers.',
      }),
    );
  const headers = kept.map((column) => header.headers[column] ?? '');
  const columns = kept.map((column) => column + 1);
  const repaired = repairTable({ tab, headers, headerRow: header.row, columns, ...body });
  return { table: repaired.table, problems: [...problems, ...repaired.problems] };
}

function refused(problem: Problem): TableFound {
  return { table: undefined, problems: [problem] };
}

function refusalWithoutHeader(tab: string, grid: Grid): Problem {
  const first = grid.findIndex((cells) => !cells.every(isEmpty));
  if (first < 0)
    return makeProblem({
      severity: 'refusal',
      code: 'TAB_EMPTY',
      at: tab,
      message: `The tab "${tab}" is empty.`,
      fix: 'Paste a list with a header row, such as Account name, Domain and Employees.',
    });
  const found = (grid[first] ?? [])
    .map(shownText)
    .filter((text) => text !== '')
    .join(', ');
  return makeProblem({
    severity: 'refusal',
    code: 'NO_HEADERS',
    at: addressText({ tab, row: first + 1, column: 1 }),
    found,
    message: 'No row of headers was found.',
    fix: 'Put one row of column names above the list.',
  });
}

function headerNotes(tab: string, header: HeaderFound): Problem[] {
  const at = addressText({ tab, row: header.row, column: 1 });
  const notes: Problem[] = [];
  if (header.skipped > 0)
    notes.push(
      makeProblem({
        severity: 'note',
        code: 'HEADER_NOT_FIRST',
        at,
        message: `The headers stand in row ${header.row}; ${header.skipped === 1 ? 'one row above them is' : `${header.skipped} rows above them are`} not read.`,
        count: header.skipped,
      }),
    );
  if (header.isDouble)
    notes.push(makeProblem({ severity: 'note', code: 'HEADER_DOUBLE', at, message: 'Two rows of headers were joined.' }));
  return notes;
}

/** Columns under a header, of equal headers the first. */
function keptColumns(tab: string, header: HeaderFound, problems: Problem[]): number[] {
  const repeats = new Map<string, { count: number; readonly column: number }>();
  const seen = new Set<string>();
  const kept: number[] = [];
  header.headers.forEach((text, column) => {
    if (text === '') return;
    const name = fold(text);
    const repeat = repeats.get(name);
    if (!seen.has(name)) kept.push(column);
    else if (repeat === undefined) repeats.set(name, { count: 1, column });
    else repeat.count += 1;
    seen.add(name);
  });
  for (const { count, column } of repeats.values()) {
    const text = header.headers[column] ?? '';
    const message = `The header "${clipped(text)}" stands in ${count === 1 ? 'two' : String(count + 1)} columns; only the first is read.`;
    const at = addressText({ tab, row: header.row, column: column + 1 });
    problems.push(
      makeProblem({ severity: 'note', code: 'HEADER_REPEATED', at, found: text, message, fix: 'Rename the others.', count }),
    );
  }
  return kept;
}

interface Body {
  readonly rows: readonly (readonly Cell[])[];
  readonly rowNumbers: readonly number[];
  readonly read: number;
}

function readBody(tab: string, grid: Grid, header: HeaderFound, kept: readonly number[], problems: Problem[]): Body {
  const isWhole = kept.every((column, index) => column === index);
  const rows: (readonly Cell[])[] = [];
  const rowNumbers: number[] = [];
  const beyond = new Beyond(tab, header);
  const repeated: number[] = [];
  for (let row = header.row; row < grid.length; row += 1) {
    const cells = grid[row] ?? [];
    if (cells.every(isNothing)) continue;
    beyond.look(cells, row + 1);
    if (isHeaderAgain(cells, header)) {
      repeated.push(row + 1);
      continue;
    }
    rows.push(isWhole ? cells : kept.map((column) => cells[column] ?? ''));
    rowNumbers.push(row + 1);
  }
  const read = rows.length + repeated.length;
  if (repeated.length > 0) {
    problems.push(
      makeProblem({
        severity: 'note',
        code: 'HEADER_AGAIN',
        at: addressText({ tab, row: repeated[0] ?? 1, column: 1 }),
        message: 'The headers stand again among the rows; those rows are not read.',
        count: repeated.length,
      }),
    );
  }
  problems.push(...beyond.problems());
  problems.push(...dropTail(tab, rows, rowNumbers), ...dropSubtotals(tab, rows, rowNumbers));
  return { rows, rowNumbers, read };
}

/** Check boxes and drop-downs reach down to the end of a tab: a row of nothing but boxes that are not ticked is blank. */
function isNothing(cell: Cell): boolean {
  return cell === false || cell === 'FALSE' || isEmpty(cell);
}

function isHeaderAgain(cells: readonly Cell[], header: HeaderFound): boolean {
  let same = 0;
  for (let column = 0; column < header.headers.length; column += 1) {
    const text = header.headers[column] ?? '';
    if (text === '') continue;
    if (fold(shownText(cells[column] ?? '')) !== fold(text)) return false;
    same += 1;
  }
  return same > 1;
}
