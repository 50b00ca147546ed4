/** Content in columns that have no header. */
import { addressOf, type Cell } from '../grid';
import { isEmpty } from '../parse/blank';
import { shownText } from '../parse/text';
import { makeProblem, type Problem } from '../problem';
import type { HeaderFound } from './findHeader';

/** Filled cells outside the headers' columns: noted, the row stays. */
export class Beyond {
  private count = 0;
  private at = '';
  private found = '';

  constructor(
    private readonly tab: string,
    private readonly header: HeaderFound,
  ) {}

  look(cells: readonly Cell[], row: number): void {
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column] ?? '';
      if (cell === '' || (this.header.headers[column] ?? '') !== '' || isEmpty(cell)) continue;
      this.count += 1;
      if (this.at !== '') continue;
      this.at = addressOf(this.tab, row, column + 1);
      this.found = shownText(cell);
    }
  }

  problems(): Problem[] {
    if (this.count === 0) return [];
    const message = 'There is content in columns without a header; it is not read, the rows are.';
    return [
      makeProblem(
        'problem',
        'BEYOND_HEADERS',
        this.at,
        this.found,
        message,
        'Name the column, or mend the rows that are too long.',
        this.count,
      ),
    ];
  }
}
