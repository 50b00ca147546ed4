/** What a cell holds after someone types a text into it, or a script writes it: Sheets parses both alike. */
import type { EntryRules } from './entryRules';
import type { Switches } from '../switches';
import { parseDateEntry } from './entryDate';
import { ServiceError } from '../faults/signals';

export type Content =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'formula'; readonly formula: string };

export interface Entry {
  readonly content: Content;
  /** Format the entry brings along; the cell's own format wins over it. */
  readonly format?: string;
}

export const LONGEST_TEXT = 50_000;
const TOO_LONG = 'Your input contains more than the maximum of 50000 characters in a single cell.';

const BLANK: Entry = { content: { kind: 'blank' } };
const ERRORS = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)$/;
/** Locales that write 1.234,5. */
const COMMA_DECIMAL = /^(de|fr|es|it|pt|nl|pl|ru|sv|da|nb|no|fi|cs|tr|id|hu|ro|sk|uk|el|bg|hr|sl|lt|lv|et)/;

/** `format` is the number format the cell already has. */
export function parseEntry(text: string, format: string | undefined, rules: EntryRules): Entry {
  if (text.length > LONGEST_TEXT) throw new ServiceError(TOO_LONG);
  if (text === '') return BLANK;
  if (isTextFormat(format)) return underTextFormat(text, rules.switches);
  if (text.startsWith("'")) return textEntry(rules.switches.apostropheStripped === 'never' ? text : text.slice(1));
  if (text.startsWith('=') && text.length > 1) return { content: { kind: 'formula', formula: text } };
  if (/^(true|false)$/i.test(text.trim())) return { content: { kind: 'boolean', boolean: /true/i.test(text) } };
  const number = parseNumberEntry(text, rules.locale) ?? parseDateEntry(text, rules);
  if (number) return { content: { kind: 'number', number: number.value }, ...(number.format ? { format: number.format } : {}) };
  if (text.startsWith('+') && text.length > 1 && rules.switches.plusStartsFormula)
    return { content: { kind: 'formula', formula: `=${text}` } };
  return textEntry(text);
}

/** True for the number format that keeps every entry as text. */
export function isTextFormat(format: string | undefined): boolean {
  return format === '@';
}

/** True for a text that Sheets takes for an error value, such as `#N/A`. */
export function isErrorText(value: unknown): boolean {
  return typeof value === 'string' && ERRORS.test(value);
}

function underTextFormat(text: string, switches: Switches): Entry {
  if (text.startsWith('=') && text.length > 1 && !switches.atFormatStopsFormula)
    return { content: { kind: 'formula', formula: text } };
  return textEntry(text.startsWith("'") && switches.apostropheStripped === 'always' ? text.slice(1) : text);
}

function textEntry(text: string): Entry {
  return text === '' ? BLANK : { content: { kind: 'text', text } };
}

interface NumberEntry {
  readonly value: number;
  readonly format?: string;
}

/** Numbers as Sheets reads them: grouping, percent, currency, exponent, accounting parentheses, stray spaces. */
function parseNumberEntry(text: string, locale: string): NumberEntry | undefined {
  const comma = COMMA_DECIMAL.test(locale);
  const plain = comma ? text.replaceAll('.', ' ').replaceAll(',', '.').replaceAll(' ', ',') : text;
  const found = /^\s*(\()?([-+])?\s*([$€£])?\s*([-+])?(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(e[-+]?\d+)?\s*(%|€)?\s*(\))?\s*$/i.exec(
    plain,
  );
  if (!found) return undefined;
  const [, open, sign1, currency, sign2, whole = '', fraction = '', exponent = '', unit, close] = found;
  if ((whole === '' && fraction.length < 2) || (open === undefined) !== (close === undefined) || (sign1 && sign2))
    return undefined;
  const size = Number(whole.replaceAll(',', '') + fraction + exponent) * (unit === '%' ? 0.01 : 1);
  if (!Number.isFinite(size)) return undefined;
  const value = (open ? -1 : 1) * (sign1 === '-' || sign2 === '-' ? -1 : 1) * size;
  const format = numberFormat({
    grouped: whole.includes(','),
    decimals: fraction.length - 1,
    exponent,
    currency: currency ?? (unit === '€' ? unit : ''),
    percent: unit === '%',
  });
  return { value: Object.is(value, -0) ? 0 : value, ...(format ? { format } : {}) };
}

function numberFormat(seen: {
  grouped: boolean;
  decimals: number;
  exponent: string;
  currency: string;
  percent: boolean;
}): string | undefined {
  const decimals = seen.decimals > 0 ? '.00' : '';
  if (seen.percent) return `0${decimals}%`;
  if (seen.currency) return `[$${seen.currency}]#,##0${decimals}`;
  if (seen.exponent) return '0.00E+00';
  return seen.grouped ? `#,##0${decimals}` : undefined;
}
