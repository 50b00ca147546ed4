/** Blank cells in all their dress, and cells the spreadsheet is still calculating. */
import type { Cell } from '../grid';
import { fold } from '../../domain/facts/text';

const BLANK_WORDS: ReadonlySet<string> = new Set([
  '',
  '-',
  '–',
  'n/a',
  'na',
  'none',
  'null',
  'unknown',
  'select',
  'missing',
  'not available',
]);

const ERROR_VALUE =
  /^#(?:n\/a|ref!|value!|div\/0!|name\?|null!|num!|error!|spill!|calc!|field!|blocked!|connect!|unknown!|busy!|getting_data)$/;

/** True for white space, a spreadsheet error value, or a word that stands for "nothing known". Never for a number. */
export function isBlank(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  if (cell === '' || !mayBeBlank(cell.charCodeAt(0))) return cell === '';
  // No blank word or error value is longer; white space alone may be.
  if (cell.length > 40) return fold(cell) === '';
  const text = fold(cell);
  return BLANK_WORDS.has(text) || ERROR_VALUE.test(text);
}

/** Every cell of a list is asked: a plain first character that begins no blank word and no error value settles it at once. */
function mayBeBlank(first: number): boolean {
  return first <= 32 || first >= 0x7f || FIRSTS.includes(String.fromCharCode(first));
}

const FIRSTS = '-#nNuUsSmM';

/** Blank for Account ID and Account name: there `None` or `-` may be somebody's name, so only white space and error values count. */
export function isBlankIdentity(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  const text = cell.length > 400 ? cell.trim() : fold(cell);
  return text === '' || ERROR_VALUE.test(text);
}

/** True for white space alone: nothing was typed at all. */
export function isEmpty(cell: Cell): boolean {
  return cell === '' || (typeof cell === 'string' && cell.trim() === '');
}

const LOADING = /^\s*loading\s?(?:\.\.\.|…)\s*$/i;

/** True while the spreadsheet is still calculating the cell. */
export function isLoading(cell: Cell): boolean {
  // The cheap question first: every cell of a list is asked.
  if (typeof cell !== 'string' || cell.length < 8 || cell.length > 40) return false;
  return LOADING.test(cell);
}
