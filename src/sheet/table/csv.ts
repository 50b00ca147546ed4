/** CSV text to cells and back: separators found out, quotes as in RFC 4180, and the guard against formulas. */

const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Rows of a CSV text, every cell as text. Line ends may be CRLF, LF or CR; a line of nothing is a row of one empty cell, but for the last. */
export function parseCsv(text: string, separator: Separator = separatorOf(text)): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = text.length;
  if (at === end) return rows;
  for (;;) {
    const field = fieldAt(text, at, separator);
    row.push(field.value);
    at = field.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at < end) at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (at >= end) return rows;
  }
}

/** One field from a place on; `end` is at the separator, the line end or the text's end. A quote that never closes takes the rest. */
function fieldAt(text: string, start: number, separator: string): { readonly value: string; readonly end: number } {
  let at = start;
  let value = '';
  if (text[at] === '"') {
    for (at += 1; ;) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return { value: value + text.slice(at), end: text.length };
      value += text.slice(at, quote);
      at = quote + 1;
      if (text[at] !== '"') break;
      value += '"';
      at += 1;
    }
  }
  // What follows a closing quote before the separator belongs to the field: `"Acme" Inc`.
  const rest = at;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { value: value + text.slice(rest, at), end: at };
}

/** Fields of one line, or undefined when its quotes do not close. */
export function fieldsOfLine(line: string, separator: string): string[] | undefined {
  if ((line.match(/"/g) ?? []).length % 2 === 1) return undefined;
  const fields: string[] = [];
  for (let at = 0; ; at += 1) {
    const field = fieldAt(line, at, separator);
    fields.push(field.value);
    at = field.end;
    if (at >= line.length) return fields;
  }
}

/**
 * Separator of a CSV text: the one that gives the first lines the same number of fields, at least two; the comma when none does.
 * A line `sep=;` on top decides.
 */
export function separatorOf(text: string): Separator {
  const head = text.slice(0, 200_000);
  const declared = /^\ufeff?sep=(.)\r?\n/.exec(head)?.[1];
  const told = SEPARATORS.find((separator) => separator === declared);
  if (told !== undefined) return told;
  let best: { readonly separator: Separator; readonly score: number } = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const score = evenness(head, separator, head.length < text.length);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** Share of the first rows that have the commonest width, times a bonus for width; 0 when that width is 1. */
function evenness(head: string, separator: Separator, isCut: boolean): number {
  const rows = parseCsv(firstLines(head), separator);
  const whole = isCut && rows.length > 1 ? rows.slice(0, -1) : rows;
  const widths = new Map<number, number>();
  for (const row of whole) if (row.length > 1 || row[0] !== '') widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let width = 1;
  let count = 0;
  for (const [one, many] of widths) if (one > 1 && many > count) [width, count] = [one, many];
  const total = [...widths.values()].reduce((sum, many) => sum + many, 0);
  // A header of many columns weighs too: its separator is hardly ever part of a name.
  const headerWidth = whole[0]?.length ?? 1;
  return width < 2 ? 0 : (count / total) * (1 + Math.log(width)) + (headerWidth === width ? 0.5 : 0);
}

function firstLines(text: string): string {
  let at = 0;
  for (let line = 0; line < 200 && at >= 0; line += 1) at = text.indexOf('\n', at) + 1 || -1;
  return at < 0 ? text : text.slice(0, at);
}

/** Text that a spreadsheet would take for a formula. */
const FORMULA_START = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;

/** Without exactly one guard: the apostrophe that `guardText` puts before formulas (and before guarded texts). */
export function stripGuard(text: string): string {
  return /^'+(?:[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20])/.test(text) ? text.slice(1) : text;
}

/**
 * With an apostrophe before what would be a formula; `stripGuard` takes it off again. Text that already looks guarded gets one more, so that
 * strip after guard is the identity for every text.
 */
export function guardText(text: string): string {
  return FORMULA_START.test(text) || /^'+[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/.test(text) ? `'${text}` : text;
}

/** Rows as CSV: CRLF, quotes where needed. Texts are guarded; numbers and truth values are not. */
export function formatCsv(rows: readonly (readonly (string | number | boolean)[])[], separator: Separator = ','): string {
  return rows
    .map(
      (row) =>
        row.map((cell) => quoted(typeof cell === 'string' ? guardText(cell) : String(cell), separator)).join(separator) + '\r\n',
    )
    .join('');
}

function quoted(text: string, separator: Separator): string {
  return text.includes('"') || text.includes(separator) || /[\r\n\ufeff]|^\s|\s$/.test(text)
    ? `"${text.replace(/"/g, '""')}"`
    : text;
}
