/** Text as it is compared: folding, list items, words. */
import type { Cell } from '../grid';

const PLAIN = /^[\u0021-\u007e](?:[\u0020-\u007e]*[\u0021-\u007e])?$/;

/** Trimmed (no-break and zero-width spaces too), NFKC, case-folded. Folding twice changes nothing. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const lower = trim(text.normalize('NFKC')).toLowerCase().replace(/ß/g, 'ss').replace(/ς/g, 'σ');
  return trim(lower.normalize('NFKC'));
}

/** Without white space, zero-width characters and byte-order marks at both ends. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  // Loops, not a pattern: `\s+$` takes quadratic time on long runs of spaces.
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isSpace(code: number): boolean {
  if (code <= 32) return true;
  if (code < 0xa0) return code === 0x7f || code === 0x85;
  return (
    code === 0xa0 ||
    code === 0xad ||
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

// A backtick stands as its code: the page borrows this, and HtmlService takes for a comment what follows `//` between backticks.
/** Folded, without accents and punctuation, words parted by one space: `Côte d’Ivoire` is `cote divoire`. For look-ups, not for display. */
export function plain(text: string): string {
  return fold(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f.'’\u0060´ʼ]/g, '')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ı/g, 'i')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** Items of a list cell as they stand, trimmed, empty ones left out. `;`, `|` and line breaks part them; a comma only in list fields. */
export function listItems(text: string, withCommas: boolean): string[] {
  const parts = text.split(withCommas ? /[;|\r\n,]+/ : /[;|\r\n]+/);
  return parts.map(trim).filter((part) => part !== '');
}

/** True when the cell holds a separator of lists other than the comma. */
export function hasListMark(cell: Cell): boolean {
  return typeof cell === 'string' && /[;|\r\n]/.test(trim(cell));
}

/** A cell as people see it: days as `2026-01-31`, truth values as `TRUE` and `FALSE`, numbers without grouping. */
export function shownText(cell: Cell): string {
  if (typeof cell === 'string') return trim(cell);
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return `${pad(cell.year, 4)}-${pad(cell.month, 2)}-${pad(cell.day, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
