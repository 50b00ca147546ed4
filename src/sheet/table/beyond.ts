/** Content in columns that have no header. */
import { addressText } from '../address';
import type { Cell, Grid } from '../grid';
import { isEmpty } from '../parse/blank';
import { shownText } from '../parse/text';
import { makeProblem, type Problem } from '../problem';
import type { HeaderFound } from './findHeader';

/** What stands in one column without a header. */
interface Found {
  count: number;
  readonly row: number;
  readonly text: string;
  /** The last number if the column numbers the rows so far; undefined when it does not. */
  last: number | undefined;
}

/** Filled cells outside the headers' columns: noted, the row stays. A column that counts the rows is said once, as what it is. */
export class Beyond {
  private readonly found = new Map<number, Found>();

  constructor(
    private readonly tab: string,
    private readonly header: HeaderFound,
  ) {}

  look(cells: readonly Cell[], row: number): void {
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column] ?? '';
      if (cell === '' || (this.header.headers[column] ?? '') !== '' || isEmpty(cell)) continue;
      const known = this.found.get(column);
      const number = countOf(cell);
      if (known === undefined) {
        const mayStart = number === 0 || number === 1 || column === 0;
        this.found.set(column, { count: 1, row, text: shownText(cell), last: mayStart ? number : undefined });
      } else {
        known.count += 1;
        // An index that stands first has gaps where rows were taken out.
        const isNext = number !== undefined && (column === 0 ? number > (known.last ?? number) : number - 1 === known.last);
        known.last = isNext ? number : undefined;
      }
    }
  }

  problems(): Problem[] {
    const columns = [...this.found].sort(([one], [other]) => one - other);
    const counting = columns.filter(([, { last, count }]) => last !== undefined && count > 1);
    const others = columns.filter((column) => !counting.includes(column));
    const notes = counting.map(([column, { row, text }]) =>
      makeProblem({
        severity: 'note',
        code: 'ROWS_COUNTED',
        at: addressText({ tab: this.tab, row, column: column + 1 }),
        found: text,
        message: COUNTED,
      }),
    );
    const [first] = [...others].sort(([a, one], [b, other]) => one.row - other.row || a - b);
    if (first === undefined) return notes;
    const [column, { row, text }] = first;
    const count = others.reduce((sum, [, found]) => sum + found.count, 0);
    return [
      ...notes,
      makeProblem({
        severity: 'problem',
        code: 'BEYOND_HEADERS',
        at: addressText({ tab: this.tab, row, column: column + 1 }),
        found: text,
        message: UNNAMED,
        fix: FIX,
        count,
      }),
    ];
  }
}

/**
 * Headers without the names that pandas gives to columns without one (`Unnamed: 0`), where such a column holds the rows' numbers: whole and
 * rising, with gaps where rows were taken out.
 */
export function withoutCounters(header: HeaderFound, grid: Grid): HeaderFound {
  if (!header.headers.some((text) => UNNAMED_BY_PANDAS.test(text))) return header;
  const isCounter = (column: number): boolean => {
    const cells = grid.slice(header.row).flatMap((row) => row[column] ?? []);
    const numbers = cells.filter((cell) => !isEmpty(cell)).map(countOf);
    return numbers.length > 1 && numbers.every((number, at) => number !== undefined && number > (numbers[at - 1] ?? -1));
  };
  const headers = header.headers.map((text, column) => (UNNAMED_BY_PANDAS.test(text) && isCounter(column) ? '' : text));
  return { ...header, headers };
}

const UNNAMED_BY_PANDAS = /^unnamed[:_ ]+\d+$/i;

/** The whole number in a cell; undefined for anything else. */
function countOf(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell : undefined;
  const text = shownText(cell);
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

const COUNTED = 'A column without a header numbers the rows; it is not read.';
const UNNAMED = 'There is content in columns without a header; it is not read, the rows are.';
const FIX = 'Name the column, or fix the rows that are too long.';
