/** Records that broken quoting swallowed into one cell, taken apart again where the split is certain. */
import { addressText } from '../address';
import type { Cell } from '../grid';
import { isEmpty } from '../parse/blank';
import { clipped, makeProblem, type Problem } from '../problem';
import { fieldsOfLine } from './csv';
import type { Table } from './table';

export interface Repaired {
  readonly table: Table;
  readonly problems: readonly Problem[];
}

const SEPARATORS = [',', ';', '\t', '|'] as const;

/**
 * Splits cells that hold whole records: each line of such a cell, with the cells before it for the first line and after it for the last, gives exactly as
 * many fields as there are headers. Repaired rows keep the sheet row they were swallowed in; each repair is reported, as is a cell that looks
 * swallowed and cannot be split for certain.
 */
export function repairTable(table: Table): Repaired {
  const rows: (readonly Cell[])[] = [];
  const rowNumbers: number[] = [];
  const problems: Problem[] = [];
  table.rows.forEach((cells, index) => {
    const row = table.rowNumbers[index] ?? 1;
    const position = cells.findIndex(mayHoldRecords);
    const records = position < 0 ? undefined : recordsOf(cells, position, table.headers.length);
    if (position >= 0) problems.push(...report(table, row, position, cells[position] ?? '', records));
    for (const record of records ?? [cells]) {
      rows.push(record);
      rowNumbers.push(row);
    }
  });
  const read = table.read + rows.length - table.rows.length;
  return problems.length === 0 ? { table, problems } : { table: { ...table, rows, rowNumbers, read }, problems };
}

/** How many rows `repairTable` would make of these, which of the first ones the headers may be; a quote left open can swallow a whole list. */
export function countRecords(rows: readonly (readonly Cell[])[]): number {
  const widths = new Set(rows.slice(0, HEADERS_WITHIN).map((row) => row.length));
  return rows.reduce((sum, cells) => {
    const position = cells.findIndex(mayHoldRecords);
    if (position < 0) return sum + 1;
    return sum + Math.max(1, ...[...widths].map((width) => recordsOf(cells, position, width)?.length ?? 1));
  }, 0);
}

const HEADERS_WITHIN = 3;

/** Line breaks with as many separators on a line as only records have. */
function mayHoldRecords(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > 10 && (cell.includes('\n') || cell.includes('\r')) && /[,;\t|]/.test(cell);
}

function recordsOf(cells: readonly Cell[], position: number, width: number): Cell[][] | undefined {
  if (width < 3) return undefined;
  const lines = textOf(cells[position]).split(/\r\n|\r|\n/);
  if (lines[lines.length - 1] === '') lines.pop();
  const before = cells.slice(0, position);
  const after = trimEnd(cells.slice(position + 1));
  // A row that is complete as it stands may well hold two lines of an address: only whole records between them make it certain.
  if (lines.length < 3 && before.length + 1 + after.length === width) return undefined;
  const found = SEPARATORS.map((separator) => split(lines, before, after, width, separator)).filter(
    (records) => records !== undefined,
  );
  // Two separators that both fit leave a doubt; nothing is split then.
  return found.length === 1 ? found[0] : undefined;
}

/** As it stands: blanks at its ends are fields too. */
function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : '';
}

function split(
  lines: readonly string[],
  before: readonly Cell[],
  after: readonly Cell[],
  width: number,
  separator: string,
): Cell[][] | undefined {
  if (lines.length < 2) return undefined;
  const records: Cell[][] = [];
  for (const [index, line] of lines.entries()) {
    const fields: Cell[] | undefined = fieldsOfLine(line, separator);
    if (fields === undefined) return undefined;
    const record = [...(index === 0 ? before : []), ...fields, ...(index === lines.length - 1 ? after : [])];
    if (record.length !== width) return undefined;
    records.push(record);
  }
  return records;
}

function trimEnd(cells: readonly Cell[]): readonly Cell[] {
  let end = cells.length;
  while (end > 0 && isEmpty(cells[end - 1] ?? '')) end -= 1;
  return cells.slice(0, end);
}

function report(table: Table, row: number, position: number, cell: Cell, records: Cell[][] | undefined): Problem[] {
  const at = addressText({ tab: table.tab, row, column: table.columns[position] ?? 1 });
  const found = clipped(textOf(cell));
  if (records !== undefined) {
    const message = 'Broken quoting had put several records into one cell; they were taken apart.';
    return [
      makeProblem({
        severity: 'problem',
        code: 'RECORDS_REPAIRED',
        at,
        found,
        message,
        fix: 'Check these rows against the export.',
        count: records.length,
      }),
    ];
  }
  if (!looksSwallowed(textOf(cell), table.headers.length)) return [];
  const message =
    'This cell seems to hold several records that broken quoting has joined; they cannot be told apart for certain.';
  return [
    makeProblem({
      severity: 'problem',
      code: 'RECORDS_SWALLOWED',
      at,
      found,
      message,
      fix: 'Fix the quotes in the file and paste it again.',
    }),
  ];
}

/** Middle lines alone have the fields of whole records; where these are but two, as lines of an address may, all lines after the first have. */
function looksSwallowed(text: string, width: number): boolean {
  if (width < 2) return false;
  const lines = text
    .trimEnd()
    .split(/\r\n|\r|\n/)
    .slice(0, 50);
  const records = lines.slice(1, width > 2 ? -1 : undefined);
  const isWhole = (count: number): boolean => count === width || (width > 2 && count > width);
  return lines.length > 2 && SEPARATORS.some((separator) => records.every((line) => isWhole(line.split(separator).length)));
}
