/** Text of cells: list items, words, and cells as people see them. */
import { fold, trim } from '../../domain/facts/text';
import type { Cell } from '../grid';

// A backtick stands as its code: the page borrows this, and HtmlService takes for a comment what follows `//` between backticks.
/** Folded, without accents and punctuation, words separated by one space: `Côte d’Ivoire` is `cote divoire`. For look-ups, not for display. */
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
