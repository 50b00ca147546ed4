/** Records and fields of a CSV text, quotes doubled as in RFC 4180 or, where a file does so, marked by a backslash. */

/** How a quote inside a quoted field is written: `""`, or also `\"`. */
export type Quoting = 'doubled' | 'backslash';

export interface CsvRecords {
  readonly rows: string[][];
  /** Rows with a quoted field that goes on after its closing quote, or never closes; by index. */
  readonly broken: readonly number[];
  /** Rows with a quote that a backslash marks; by index, empty where quotes are doubled. */
  readonly escaped: readonly number[];
}

/** Every field as text. Line ends may be CRLF, LF or CR; a line of nothing is a row of one empty cell, but for the last. */
export function csvRecords(text: string, separator: string, quoting: Quoting): CsvRecords {
  const found = { rows: [] as string[][], broken: [] as number[], escaped: [] as number[] };
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = text.length;
  if (at === end) return found;
  for (;;) {
    const field = fieldAt(text, at, separator, quoting);
    row.push(field.value);
    if (field.isBroken) add(found.broken, found.rows.length);
    if (field.isEscaped) add(found.escaped, found.rows.length);
    at = field.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    found.rows.push(row);
    row = [];
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
  let at = start;
  let value = '';
  let isEscaped = false;
  const isQuoted = text[at] === '"';
  if (isQuoted) {
    for (at += 1; ;) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return { value: value + text.slice(at), end: text.length, isBroken: true, isEscaped };
      const slashes = quoting === 'backslash' ? slashesBefore(text, quote, at) : 0;
      // Of two backslashes before a quote the first marks the second.
      value += text.slice(at, quote - Math.ceil(slashes / 2));
      at = quote + 1;
      const isMarked = slashes % 2 === 1;
      if (!isMarked && text[at] !== '"') break;
      value += '"';
      if (isMarked) isEscaped = true;
      else at += 1;
    }
  }
  // What follows a closing quote before the separator belongs to the field: `"Acme" Inc`.
  const rest = at;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { value: value + text.slice(rest, at), end: at, isBroken: isQuoted && at > rest, isEscaped };
}

function slashesBefore(text: string, quote: number, least: number): number {
  let count = 0;
  while (quote - count > least && text[quote - count - 1] === '\\') count += 1;
  return count;
}
