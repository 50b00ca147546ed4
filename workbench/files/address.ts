/** Cell addresses: `B7` to row and column and back, ranges such as `A1:C9`. Rows and columns count from 0 here. */

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export interface CellRange {
  readonly from: CellPosition;
  readonly to: CellPosition;
}

/** Letters of a column: 0 is A, 26 is AA. */
function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Column of its letters: A is 0. */
function columnOf(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) column = column * 26 + (letters.charCodeAt(index) - 64);
  return column - 1;
}

/** Letters already spelled: a list of 50,000 rows asks for the same few a million times. */
const spelled: string[] = [];

export function addressOf(row: number, column: number): string {
  const letters = (spelled[column] ??= lettersOf(column));
  return `${letters}${row + 1}`;
}

/** Position of a plain address; undefined for anything else. */
export function positionOf(address: string): CellPosition | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9][0-9]*)$/.exec(address);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { row: Number(match[2]) - 1, column: columnOf(match[1]) };
}

/** Corners of `A1:C9` or of a single address; undefined for whole rows, whole columns and anything else. */
export function rangeOf(text: string): CellRange | undefined {
  const [first = '', second = first] = text.split(':');
  const from = positionOf(first);
  const to = positionOf(second);
  return from === undefined || to === undefined ? undefined : { from, to };
}

export function rangeText(range: CellRange): string {
  return `${addressOf(range.from.row, range.from.column)}:${addressOf(range.to.row, range.to.column)}`;
}
