/** Text that no cell holds is reported with its address before anything is written. */
import { CELL_LIMIT } from '../../sheet/cellText';
import { addressText, type TabRef, type Titles } from '../../sheet/address';
import type { Grid } from '../../sheet/grid';
import { refusal, Refusal } from '../../sheet/problem';

/** @throws Refusal that names the first cell of these rows, the first of which is `row`, with too long a text; `titles` where the tab is given by its id. */
export function assertTextsFit(tab: TabRef, row: number, rows: Grid, titles?: Titles): void {
  rows.forEach((cells, y) => {
    const x = cells.findIndex((cell) => typeof cell === 'string' && cell.length > CELL_LIMIT);
    if (x < 0) return;
    const message = `The cell would hold more than ${CELL_LIMIT} characters, which no cell does.`;
    const at = addressText({ tab, row: row + y, column: x + 1 }, titles);
    throw new Refusal(refusal({ code: 'TEXT_TOO_LONG', at, message, fix: 'Shorten it, then try again.' }));
  });
}
