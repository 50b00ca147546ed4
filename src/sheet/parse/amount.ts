/** One amount in a folded text: its digits and what stands close to them. */
import { currencyOfMark, scaleOfWord } from './numberWords';

export interface Amount {
  readonly value: number;
  readonly scale: number | undefined;
  readonly currency: string | undefined;
  readonly isPercent: boolean;
  readonly end: number;
}

const DIGITS_POINT =
  /(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}|[1-9]\d{0,2}(?:'\d{3})+|[1-9]\d{0,2}(?: \d{3})+(?!\d)|\d+)(?:\.\d+)?(?![.,']?\d)|\.\d+(?![.,']?\d)/y;
const DIGITS_COMMA =
  /(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:'\d{3})+|[1-9]\d{0,2}(?: \d{3})+(?!\d)|\d+)(?:,\d+)?(?![.,']?\d)|,\d+(?![.,']?\d)/y;
const MARK = /(?:[a-z]{0,3}[$€£¥₹₩₽₪₺₫฿₴₦₱]|[a-z]{2,3}\b\.?|zł|kč)/y;

/** One amount at a place: sign, currency, digits, suffix, currency, percent, in the orders people write them; undefined when none stands there. */
export function amountAt(text: string, start: number, decimal: '.' | ',', mayBeSigned: boolean): Amount | undefined {
  let at = start;
  const sign = (): number => {
    const char = text[at];
    if (!mayBeSigned || (char !== '-' && char !== '+')) return 1;
    at += text[at + 1] === ' ' ? 2 : 1;
    return char === '-' ? -1 : 1;
  };
  let factor = sign();
  const before = markAt(text, at);
  if (before !== undefined) at = skipSpace(text, before.end);
  if (before !== undefined) factor *= sign();
  const pattern = decimal === '.' ? DIGITS_POINT : DIGITS_COMMA;
  pattern.lastIndex = at;
  const digits = pattern.exec(text)?.[0];
  if (digits === undefined) return undefined;
  const bare = decimal === '.' ? digits.replace(/[,' ]/g, '') : digits.replace(/[.' ]/g, '').replace(',', '.');
  return suffixed(text, at + digits.length, factor * Number(bare), before?.currency);
}

function suffixed(text: string, start: number, value: number, before: string | undefined): Amount {
  let end = start;
  const word = /^ ?([a-z]+)\b\.?/.exec(text.slice(end, end + 16));
  const scale = word === null ? undefined : scaleOfWord(word[1] ?? '');
  if (word !== null && scale !== undefined) end += word[0].length;
  const percent = /^ ?(?:%|percent\b|prozent\b|pct\b)/.exec(text.slice(end, end + 12));
  if (percent !== null && scale === undefined)
    return { value, scale, currency: before, isPercent: true, end: end + percent[0].length };
  const after = markAt(text, skipSpace(text, end));
  if (after !== undefined && (before === undefined || before === after.currency)) {
    return { value, scale, currency: after.currency, isPercent: false, end: after.end };
  }
  return { value, scale, currency: before, isPercent: false, end };
}

function markAt(text: string, at: number): { readonly currency: string; readonly end: number } | undefined {
  MARK.lastIndex = at;
  const mark = MARK.exec(text)?.[0];
  const currency = mark === undefined ? undefined : currencyOfMark(mark);
  return mark === undefined || currency === undefined ? undefined : { currency, end: at + mark.length };
}

function skipSpace(text: string, at: number): number {
  return text[at] === ' ' ? at + 1 : at;
}

/** Digits of any script as 0–9, so that Arabic-Indic and Devanagari numbers read like others. */
export function latinDigits(text: string): string {
  if (!/[^\u0000-\u007f]/.test(text)) return text;
  return text
    .replace(/[^\P{Nd}0-9]/gu, digitValue)
    .replace(/٬/g, "'")
    .replace(/٫/g, '.');
}

/** Decimal digits stand in runs of ten from zero to nine, so the distance to the run's start is the value. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 48;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  // Runs that touch (the mathematical digits) are multiples of ten apart.
  return String((code - zero) % 10);
}
