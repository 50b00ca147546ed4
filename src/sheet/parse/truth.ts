/** Truth values: the closed lists of words for true and false. */
import type { Cell } from '../grid';
import { fold } from '../../domain/facts/text';

const TRUE_WORDS: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', 'x', '✓']);
const FALSE_WORDS: ReadonlySet<string> = new Set(['false', 'no', 'n', '0']);

/** True, false, or undefined for anything outside the two lists. */
export function readTruth(cell: Cell): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return cell === 1 ? true : cell === 0 ? false : undefined;
  if (typeof cell !== 'string' || cell.length > 40) return undefined;
  const text = fold(cell);
  return TRUE_WORDS.has(text) ? true : FALSE_WORDS.has(text) ? false : undefined;
}
