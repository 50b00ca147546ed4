/** What may have become of a cell that was written, when it holds something else: only what was lost is written a second time. */
import { isSameCell } from '../sheet/cellText';
import type { Cell } from '../sheet/grid';

/**
 * True where the cell did not arrive, or its text format did not and Sheets read the text. What is none of these somebody has typed.
 * @param old what stood there before; '' in a new tab.
 */
export function isLost(wanted: Cell, now: Cell, old: Cell): boolean {
  if (isSameCell(old, now)) return true;
  if (typeof wanted !== 'string') return false;
  const isRead = typeof now !== 'string' && /\d|^(true|false)$/i.test(wanted);
  return isRead || /^[=+']/.test(wanted) || now === `'${wanted}`;
}
