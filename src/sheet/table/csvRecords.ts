/** Records and fields of a CSV text, quotes doubled as in RFC 4180 or, where a file does so, marked by a backslash. */

import { LONGEST_FIELD } from './csvSize';

/** How a quote inside a quoted field is written: `""`, or also `\"`. */
export type Quoting = 'doubled' | 'backslash';

export interface CsvRecords {
  readonly rows: string[][];
  /** Rows with a quoted field that goes on after its closing quote, or never closes; by index. */
  readonly broken: readonly number[];
  /** Rows with a quote that a backslash marks; by index, empty where quotes are doubled. */
  readonly escaped: readonly number[];
}

/**
 * Every field as text. Line ends may be CRLF, LF or CR; a line of nothing is a row of one empty cell, but for the last.
 * @param assertFits is given each row's number, from 1, its width and its longest field, and may stop the reading.
 */
export function csvRecords(
  text: string,
  separator: string,
  quoting: Quoting,
  assertFits?: (row: number, width: number, longest: number) => void,
): CsvRecords {
  const found = { rows: [] as string[][], broken: [] as number[], escaped: [] as number[] };
  let row: string[] = [];
  let longest = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = text.length;
  if (at === end) return found;
  for (;;) {
    const field = fieldAt(text, at, separator, quoting);
    row.push(field.value);
    longest = Math.max(longest, field.value.length);
    if (field.isBroken) add(found.broken, found.rows.length);
    if (field.isEscaped) add(found.escaped, found.rows.length);
    at = field.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    found.rows.push(row);
    assertFits?.(found.rows.length, row.length, longest);
    row = [];
    longest = 0;
    if (at < end) at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (at >= end) return found;
  }
}

function add(rows: number[], row: number): void {
  if (rows[rows.length - 1] !== row) rows.push(row);
}

interface Field {
  readonly value: string;
  /** At the separator, the line end or the text's end. */
  readonly end: number;
  readonly isBroken: boolean;
  readonly isEscaped: boolean;
}

/** One field from a place on. A quote that never closes takes the rest. */
export function fieldAt(text: string, start: number, separator: string, quoting: Quoting): Field {
  const isQuoted = text[start] === '"';
  const quoted = isQuoted ? quotedPart(text, start + 1, quoting) : { value: '', end: start, isEscaped: false };
  if (quoted.end > text.length) return { ...quoted, end: text.length, isBroken: true };
  // What follows a closing quote before the separator belongs to the field: `"Acme" Inc`.
  let at = quoted.end;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  const rest = text.slice(quoted.end, at);
  return { value: quoted.value + rest, end: at, isBroken: isQuoted && rest !== '', isEscaped: quoted.isEscaped };
}

/** The text up to the closing quote, and the place behind that; behind the text's end where there is none. Cut out at once, because of the millions of quotes that a field may hold. */
function quotedPart(text: string, start: number, quoting: Quoting): Pick<Field, 'value' | 'end' | 'isEscaped'> {
  let isEscaped = false;
  for (let at = start; ;) {
    const quote = text.indexOf('"', at);
    const isMarked = quote >= 0 && quoting === 'backslash' && slashesBefore(text, quote, at) % 2 === 1;
    if (quote >= 0 && (isMarked || text[quote + 1] === '"')) {
      isEscaped ||= isMarked;
      at = quote + (isMarked ? 1 : 2);
      continue;
    }
    const held = text.slice(start, quote < 0 ? text.length : quote);
    return { value: unmarked(held, quoting, quote >= 0), end: quote < 0 ? text.length + 1 : quote + 1, isEscaped };
  }
}

/** Quotes as they are meant; of two backslashes before a quote the first marks the second. */
function unmarked(text: string, quoting: Quoting, isClosed: boolean): string {
  // Refused whatever it says, and a change to each of its quotes would take gigabytes.
  if (text.length > 2 * LONGEST_FIELD) return text;
  if (quoting === 'doubled') return text.includes('"') ? text.replace(/""/g, '"') : text;
  const inside = text.replace(
    /(?<!\\)(?:((?:\\\\)*)\\"|((?:\\\\)*)"")/g,
    (_: string, odd: string | undefined, even: string | undefined) => `${halved(odd ?? even ?? '')}"`,
  );
  return isClosed ? inside.replace(/(?<!\\)(?:\\\\)+$/, halved) : inside;
}

function halved(slashes: string): string {
  return slashes.slice(slashes.length / 2);
}

function slashesBefore(text: string, quote: number, least: number): number {
  let count = 0;
  while (quote - count > least && text[quote - count - 1] === '\\') count += 1;
  return count;
}
