/** A mark a row, kept in a hidden column of each generated tab: whether a user has typed over the row since it was written. */
import type { Cell } from '../grid';
import { isCalendarDate } from '../grid';
import { hashOf } from '../hash';

/** Header of the column; the last of the block. */
export const ROW_HASHES = 'Marks';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.';
const HASH_LENGTH = 9;

/** `m`, eight digits of the row's hash, then one character a cell. The hash tells that a row differs, the characters in which cell. */
export function rowHash(cells: readonly Cell[]): string {
  const texts = cells.map(typedText);
  return `m${hashOf(texts.join('\u001f')).slice(0, HASH_LENGTH - 1)}${texts.map(letterOf).join('')}`;
}

/** 0-based cells that differ from those the mark was made of; empty when none does, all when the one cannot be told. */
export function changedCells(mark: string, cells: readonly Cell[]): readonly number[] {
  const now = rowHash(cells);
  if (now === mark) return [];
  const changed = cells.flatMap((_, index) => (now[HASH_LENGTH + index] === mark[HASH_LENGTH + index] ? [] : [index]));
  return changed.length > 0 && mark.length === now.length ? changed : cells.map((_, index) => index);
}

/** True for text only {@link rowHash} makes. */
export function isRowHash(cell: Cell): cell is string {
  return typeof cell === 'string' && /^m[0-9a-f]{8}[\w.]+$/.test(cell);
}

/** Kind and value; numbers to 12 digits, since a file format in between may round the last ones. */
function typedText(cell: Cell): string {
  if (isCalendarDate(cell)) return `d${cell.year}-${cell.month}-${cell.day}`;
  if (typeof cell === 'number') return `n${Number(cell.toPrecision(12))}`;
  return typeof cell === 'boolean' ? `b${String(cell)}` : cell === '' ? '' : `t${cell}`;
}

function letterOf(text: string): string {
  let sum = text.length;
  // A local, since looking up a global is slow in some script hosts and this loop runs over every character written.
  const { imul } = Math;
  for (let index = 0; index < text.length; index += 1) sum = (imul(sum, 31) + text.charCodeAt(index)) >>> 0;
  return ALPHABET[(sum ^ (sum >>> 6) ^ (sum >>> 12) ^ (sum >>> 18) ^ (sum >>> 24)) & 63] ?? '0';
}
