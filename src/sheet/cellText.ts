/** What a cell of a spreadsheet can hold: text is brought to it before it is written, compared or marked. */
import type { Cell } from './grid';

/** Longest text of a cell. */
export const CELL_LIMIT = 50_000;

/**
 * Line breaks as one `\n`; without control characters but tab and line break; halves of a surrogate pair become U+FFFD.
 * Everything else stays, so that what is read back can be compared with what was meant.
 */
export function cellText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd')
    .replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, '$1\ufffd');
}

/** Behind these a list may end, the first that keeps most of it. */
const LIST_SEPARATORS = ['\n', '; ', ', '];
const ROOM_FOR_REST = 30;

/** Text of ours that a cell holds: a list too long ends in "and 43 more", any other text in "…". */
export function fittedText(text: string): string {
  if (text.length <= CELL_LIMIT) return text;
  const endOf = (separator: string): number => text.lastIndexOf(separator, CELL_LIMIT - ROOM_FOR_REST);
  const separator = LIST_SEPARATORS.find((one) => endOf(one) > CELL_LIMIT / 2);
  if (separator === undefined) return `${text.slice(0, CELL_LIMIT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  const end = endOf(separator);
  return `${text.slice(0, end)} and ${text.slice(end + separator.length).split(separator).length} more`;
}

/**
 * A long text in parts that a cell holds, at least one: below its 50,000 characters and the 32,767 of one in an XLSX file, so that a
 * downloaded copy keeps it. Escaped as JSON does, no pair of surrogates is cut in two where a part ends.
 */
export function textParts(text: string): readonly string[] {
  const plain = text.replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
  return plain.match(/[^]{1,30000}/g) ?? [''];
}

/** True where the cell reads back as it was meant; a sum of floats may differ in its last digits. */
export function isSameCell(wanted: Cell, found: Cell): boolean {
  if (typeof wanted === 'number' && typeof found === 'number')
    return Math.abs(wanted - found) <= 1e-9 * Math.max(1, Math.abs(wanted));
  return typeof wanted === 'object' ? JSON.stringify(wanted) === JSON.stringify(found) : wanted === found;
}
