/** Text that no cell holds is told with its address before anything is written. */
import { CELL_LIMIT } from '../../sheet/cellText';
import { addressOf, type Grid } from '../../sheet/grid';

/** @throws Error that names the first cell of these rows, the first of which is `row`, with too long a text. */
export function assertTextsFit(title: string, row: number, rows: Grid): void {
  rows.forEach((cells, y) => {
    const x = cells.findIndex((cell) => typeof cell === 'string' && cell.length > CELL_LIMIT);
    if (x < 0) return;
    throw new Error(
      `${addressOf(title, row + y, x + 1)} would hold more than ${CELL_LIMIT} characters, which no cell does. Shorten it, then try again.`,
    );
  });
}
