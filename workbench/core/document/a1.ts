/** A1 notation and rectangles of cells. Rows and columns count from 1, as in Apps Script. */

/** A rectangle of cells, by its first cell and its size. */
export interface Box {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** Letters already spelled: a list of 50,000 rows asks for the same few a million times. */
const spelled: string[] = [];

/** Letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  return (spelled[column] ??= spell(column));
}

function spell(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Column of its letters, in either case: A is 1, AA is 27; no letters are 0. */
export function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Address of a cell: row 2, column 3 is `C2`. */
export function addressOf(row: number, column: number): string {
  return columnLetters(column) + String(row);
}

/** Row and column of a plain address such as `C2` or `$C$2`, in capitals; undefined for anything else. */
export function positionOf(address: string): CellPosition | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9][0-9]*)$/.exec(address) ?? [];
  return letters === undefined ? undefined : { row: Number(digits), column: columnNumber(letters) };
}

/** Address of a rectangle: `B2:C9`, or `B2` for a single cell. */
export function boxAddress(box: Box): string {
  const first = addressOf(box.row, box.column);
  return box.rows === 1 && box.columns === 1
    ? first
    : `${first}:${addressOf(box.row + box.rows - 1, box.column + box.columns - 1)}`;
}

/** The addresses of a range with every row and column fixed: `A1:C9` as `$A$1:$C$9`; what is fixed already stays so. */
export function fixedAddress(range: string): string {
  return range.replace(/\$/g, '').replace(/([A-Z]+)([0-9]+)/g, '$$$1$$$2');
}

/** Reads `B2`, `B2:C9`, `B:C`, `2:9`, `B2:B`; open ends reach the end of the grid. */
export function parseBox(text: string, grid: GridSize): Box | undefined {
  const found = /^\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/.exec(text.trim());
  if (!found) return undefined;
  const [, letters1 = '', digits1 = '', letters2, digits2] = found;
  if (letters2 === undefined || digits2 === undefined)
    return letters1 && digits1 ? between(letters1, digits1, letters1, digits1, grid) : undefined;
  if (!(letters1 || digits1) || !(letters2 || digits2)) return undefined;
  return between(letters1, digits1, letters2, digits2, grid);
}

/** Splits `'My tab'!A1` into the tab's title and the rest. */
export function splitTab(text: string): { readonly tab: string | undefined; readonly rest: string } {
  const mark = text.lastIndexOf('!');
  if (mark < 0) return { tab: undefined, rest: text };
  const name = text.slice(0, mark);
  const tab = /^'.*'$/s.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { tab, rest: text.slice(mark + 1) };
}

/** Tab title for an address: quoted unless it is a plain word, an inner apostrophe doubled. */
export function quoteTab(title: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) && !/^[A-Za-z]{1,3}\d+$/.test(title) ? title : `'${title.replaceAll("'", "''")}'`;
}

/** True where two rectangles share a cell. */
export function intersects(a: Box, b: Box): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}

/** True where all of `inner` lies in `outer`. */
export function contains(outer: Box, inner: Box): boolean {
  const isWithin = (from: number, count: number, start: number, length: number): boolean =>
    from >= start && from + count <= start + length;
  return (
    isWithin(inner.row, inner.rows, outer.row, outer.rows) && isWithin(inner.column, inner.columns, outer.column, outer.columns)
  );
}

function between(letters1: string, digits1: string, letters2: string, digits2: string, grid: GridSize): Box | undefined {
  const rows = [digits1 ? Number(digits1) : 1, digits2 ? Number(digits2) : grid.rows];
  const columns = [letters1 ? columnNumber(letters1) : 1, letters2 ? columnNumber(letters2) : grid.columns];
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  if (row < 1 || column < 1) return undefined;
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}
