/** Content in columns that have no header. */
import { addressOf, type Cell } from '../grid';
import { isEmpty } from '../parse/blank';
import { shownText } from '../parse/text';
import { makeProblem, type Problem } from '../problem';
import type { HeaderFound } from './findHeader';

/** What stands in one column without a header. */
interface Found {
  count: number;
  readonly row: number;
  readonly text: string;
  /** The number that would come next if the column counts the rows; undefined when it does not. */
  next: number | undefined;
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
      const number = typeof cell === 'number' ? cell : /^\d{1,9}$/.test(shownText(cell)) ? Number(shownText(cell)) : undefined;
      if (known === undefined) {
        const next = number === 0 || number === 1 ? number + 1 : undefined;
        this.found.set(column, { count: 1, row, text: shownText(cell), next });
      } else {
        known.count += 1;
        known.next = known.next === number && number !== undefined ? number + 1 : undefined;
      }
    }
  }

  problems(): Problem[] {
    const columns = [...this.found].sort(([one], [other]) => one - other);
    const counting = columns.filter(([, { next, count }]) => next !== undefined && count > 1);
    const others = columns.filter((column) => !counting.includes(column));
    const notes = counting.map(([column, { row, text }]) =>
      makeProblem({
        severity: 'note',
        code: 'ROWS_COUNTED',
        at: addressOf(this.tab, row, column + 1),
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
        at: addressOf(this.tab, row, column + 1),
        found: text,
        message: UNNAMED,
        fix: FIX,
        count,
      }),
    ];
  }
}

const COUNTED = 'A column without a header numbers the rows; it is not read.';
const UNNAMED = 'There is content in columns without a header; it is not read, the rows are.';
const FIX = 'Name the column, or fix the rows that are too long.';
