/** Items of list cells, and which columns hold lists. */
import { fold, trim } from '../../domain/facts/text';
import type { Cell } from '../grid';
import { isBlank } from './blank';

/**
 * Items of a list cell as they stand, trimmed, empty ones left out. `;`, `|` and line breaks part them; a comma only in list columns.
 * Brackets and quotes of a programming notation (`["a","b"]`, `{a,b}`) are no part of them.
 */
export function listItems(text: string, withCommas: boolean): string[] {
  const inner = insideBrackets(text);
  if (inner !== undefined) return quotedParts(inner);
  if (withCommas && /^["']/.test(trim(text))) return quotedParts(trim(text));
  const parts = text.split(withCommas ? /[;|\r\n,]+/ : /[;|\r\n]+/);
  return parts.map(trim).filter((part) => part !== '');
}

/** True when the cell holds a separator of lists other than the comma, or a list in programming notation. */
export function hasListMark(cell: Cell): boolean {
  return typeof cell === 'string' && (/[;|\r\n]/.test(trim(cell)) || insideBrackets(cell) !== undefined);
}

/** What stands between the brackets of a list; undefined for other texts and for records with keys (`{"a": 1}`). */
function insideBrackets(text: string): string | undefined {
  const bare = trim(text);
  const isBracketed = (bare.startsWith('[') && bare.endsWith(']')) || (bare.startsWith('{') && bare.endsWith('}'));
  if (!isBracketed || bare.length < 3) return undefined;
  const inner = bare.slice(1, -1);
  return /["']\s*:|[[\]{}]/.test(inner) ? undefined : inner;
}

const PART = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')|[^,;|\r\n]+/g;

/** Parts at commas and the other separators, which quotes keep. */
function quotedParts(text: string): string[] {
  const parts = [...text.matchAll(PART)].map((match) => (match[1] ?? match[2] ?? match[0]).replace(/\\(.)/g, '$1'));
  return parts.map(trim).filter((part) => part !== '');
}

/** How often each text stands in a column: what is asked of the texts is then asked once of each. */
export function textCounts(cells: readonly Cell[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) if (typeof cell === 'string') counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
}

/** True when more than half of the filled cells hold `;`, `|`, a line break or a list in brackets. `counts` are those of the cells. */
export function isListColumn(cells: readonly Cell[], counts = textCounts(cells)): boolean {
  let filled = cells.length;
  let lists = 0;
  for (const [text, count] of counts) {
    if (isBlank(text)) filled -= count;
    else if (hasListMark(text)) lists += count;
  }
  return lists * 2 > filled;
}

/** Fewer cells with commas show no habit. */
const FEWEST = 3;
/** Choices of a drop-down are short; longer texts are sentences. */
const LONGEST = 200;

/**
 * True of a column whose commas join choices, as multi-select drop-downs do: at least 3 cells hold one, and of the parts of the distinct texts
 * that do, 80 % stand in another distinct text too. Names with a comma of their own (`Food, Beverage`) recur as a whole and stay so.
 */
export function isCommaList(counts: ReadonlyMap<string, number>): boolean {
  let cells = 0;
  for (const [text, count] of counts) if (mayJoin(text)) cells += count;
  if (cells < FEWEST) return false;
  const texts = new Set([...counts.keys()].filter((text) => !isBlank(text) && text.length <= LONGEST).map(fold));
  const holders = new Map<string, number>();
  const partsByText = [...texts].map((text) => new Set(mayJoin(text) ? listItems(text, true) : [text]));
  for (const parts of partsByText) for (const part of parts) holders.set(part, (holders.get(part) ?? 0) + 1);
  const joined = partsByText.filter((parts) => parts.size > 1).flatMap((parts) => [...parts]);
  const recurring = joined.filter((part) => (holders.get(part) ?? 0) > 1);
  return joined.length > 0 && recurring.length * 5 >= joined.length * 4;
}

/** A comma between digits groups or marks decimals. */
function mayJoin(text: string): boolean {
  return text.includes(',') && text.length <= LONGEST && !/\d,\d/.test(text);
}
