/** Numbers as lists hold them: groups, bands, suffixes, currencies and percentages, read to quantities. */
import type { Quantity } from '../../domain/facts/fact';
import type { Cell } from '../grid';
import { amountAt, type Amount, type NumberStyle } from './amount';
import { latinDigits } from './latinDigits';
import { currencyOfMark, isAmountWord } from './numberWords';
import { fold } from '../../domain/facts/text';

export type { NumberStyle } from './amount';

export const POINT: NumberStyle = { decimal: '.' };
export const COMMA: NumberStyle = { decimal: ',' };

/** A quantity with what stood beside the digits. Percent are shares: 2 % is 0.02. */
export interface Reading extends Quantity {
  /** ISO 4217, when one currency is named. */
  readonly currency?: string;
  readonly isPercent?: true;
  /** A suffix such as k or million stood there, so a unit in the header does not apply. */
  readonly isScaled?: true;
}

/**
 * Quantity of a cell, or undefined when it holds none. Open bands reach to ±Infinity (`10,001+`, `up to 50`, inclusive as all bands are; `<50` ends just below 50).
 * Reversed ends, two currencies, hex, a word outside the closed lists behind the amount and anything with digits left over are undefined.
 */
export function readQuantity(cell: Cell, style: NumberStyle): Reading | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { low: cell + 0, high: cell + 0 } : undefined;
  if (typeof cell !== 'string' || cell.length > 120 || !/\p{Nd}/u.test(cell)) return undefined;
  const text = latinDigits(fold(cell));
  const enumerated = /^c_(\d{5})_(?:(\d{5})|max)$/.exec(text);
  if (enumerated !== null) return band(Number(enumerated[1]), enumerated[2] === undefined ? Infinity : Number(enumerated[2]), {});
  const written = text
    .replace(/[\u2010-\u2015\u2212\ufe58]/g, '-')
    // The backtick as its code: the page reads numbers too, and HtmlService takes for a comment what follows slashes between backticks.
    .replace(/[’‘\u0060´ʼ′]/g, "'")
    .replace(/\s+/g, ' ');
  return (
    scientific(written, style) ?? readText(written, written.includes('mil') ? { ...style, ...milOf(written, style) } : style)
  );
}

/** `1.05E+07` as spreadsheets show a long number: one digit, a sign and two places of the exponent at least. */
function scientific(text: string, style: NumberStyle): Reading | undefined {
  if (!(style.decimal === '.' ? /^-?\d(?:\.\d+)?e[+-]\d{2,3}$/ : /^-?\d(?:,\d+)?e[+-]\d{2,3}$/).test(text)) return undefined;
  const value = Number(text.replace(',', '.'));
  return band(value, value, {});
}

/** `mil` is a thousand of reais; beside a bare `$` and with a dot it is a million, unless the column says otherwise. */
function milOf(text: string, { mil }: NumberStyle): Pick<NumberStyle, 'mil'> {
  if (/r\$|\bbrl\b|\breais\b|\bpesos\b/.test(text)) return { mil: 1e3 };
  return mil === undefined && isDollarMil(text) ? { mil: 1e6 } : {};
}

/** True of `$10 mil.`: the dollar sign alone, the word cut by a dot. */
export function isDollarMil(folded: string): boolean {
  return /(?:^|[^a-z])\$ ?[\d.,]+ ?mil\./.test(folded);
}

function readText(text: string, style: NumberStyle): Reading | undefined {
  const accounting = /^-?([^\d(]*)\(([^()]*\d[^()]*)\)([^\d)]*)$/.exec(text);
  if (accounting !== null) return readBracketed(accounting, style);
  const bound = BOUND.exec(text);
  const start = bound?.[0].length ?? 0;
  const first = amountAt(text, start, style, true);
  if (first === undefined) return undefined;
  const open = MORE.exec(text.slice(first.end));
  if (open !== null) return single(first, text.slice(first.end + open[0].length), { isUp: true, isDown: false });
  const separator = SEPARATOR.exec(text.slice(first.end));
  if (separator !== null && bound?.[2] === undefined) {
    const second = amountAt(text, first.end + separator[0].length, style, /\p{L}/u.test(separator[0]));
    if (second !== undefined) return range(first, second, text.slice(second.end));
  }
  return single(first, text.slice(first.end), {
    isUp: bound?.[3] !== undefined,
    isDown: bound?.[2] !== undefined,
    isStrict: STRICT.test(bound?.[0] ?? ''),
  });
}

const MORE =
  /^ ?(?:\+|以上|이상|(?:plus|or more|and more|and above|and over|or above|oder mehr|et plus|ou plus|o mas|o más|y mas|y más|ou mais|e oltre|of meer|en meer)(?!\p{L}))/u;

const SEPARATOR =
  /^(?: ?(?:-|~|〜|\.\.\.?|…|(?:to|bis|until|and|und)(?![\p{L}\p{N}]))| (?:a|à|et|e|y|tot|al|do|til|till|до)(?!\p{L})) ?/u;

/** 1: words that change nothing; 2: an upper bound; 3: a lower bound. */
const BOUND =
  /^(?:(~|≈|约|約|about |approx\.? |approximately |around |circa |ca\.? |c\. |between |from |zwischen |von |de |da |entre |environ )|(<=?|≤|less than |fewer than |under |below |up to |at most |max\.? |bis zu |bis |weniger als |moins de |jusqu'[aà] |menos de |hasta |ate |até |meno di |fino a |minder dan |tot )|(>=?|≥|more than |greater than |over |above |at least |min\.? |mehr als |uber |über |plus de |mas de |más de |mais de |piu di |più di |oltre |meer dan )) ?/;

/** Words that leave the number itself out: `<50` is not 50, `up to 50` may be. */
const STRICT =
  /^(?:[<>](?!=)|(?:less|fewer|more|greater) than|under|below|over|above|weniger als|mehr als|uber|über|moins de|plus de|menos de|m[aá]s de|mais de|meno di|pi[uù] di|oltre|minder dan|meer dan)/;

/** `(1,200)` is negative; `Large (35,000+ employees)` is what the brackets hold. */
function readBracketed(match: RegExpExecArray, style: NumberStyle): Reading | undefined {
  const [before, inner, after] = [(match[1] ?? '').trim(), (match[2] ?? '').trim(), (match[3] ?? '').trim()];
  const currency = before === '' ? undefined : currencyOfMark(before);
  if (before !== '' && currency === undefined) {
    return /^[\p{L}\s,:/-]+$/u.test(before) && after === '' ? readText(inner, style) : undefined;
  }
  const amount = amountAt(inner, 0, style, false);
  const rest = amount === undefined ? '' : inner.slice(amount.end);
  if (amount === undefined || !isWords(rest) || (after !== '' && after !== '%' && currencyOfMark(after) === undefined))
    return undefined;
  // Brackets around words are an aside, not accounting: `(10 people)`.
  if (rest.trim() !== '') return single(amount, rest, { isUp: false, isDown: false });
  const divisor = after === '%' ? 100 : amount.divisor;
  const unit = amount.currency ?? currency ?? currencyOfMark(after);
  return single({ ...amount, value: -amount.value, currency: unit, divisor }, '', { isUp: false, isDown: false });
}

function single(
  amount: Amount,
  rest: string,
  open: { readonly isUp: boolean; readonly isDown: boolean; readonly isStrict?: boolean },
): Reading | undefined {
  if (!isWords(rest)) return undefined;
  const exact = valueOf(amount);
  const value = open.isStrict === true ? beside(exact, open.isDown ? -1 : 1) : exact;
  return band(open.isDown ? -Infinity : value, open.isUp ? Infinity : value, amount);
}

/** The number next to a value that rounding to 12 digits takes back to it. */
function beside(value: number, direction: 1 | -1): number {
  return value === 0 ? direction * Number.MIN_VALUE : value + direction * Math.abs(value) * 2 * Number.EPSILON;
}

/** A suffix or % on the upper end serves a bare, smaller lower end: `$10-50M`. */
function range(first: Amount, second: Amount, rest: string): Reading | undefined {
  const isOpen = /^ ?\+/.test(rest);
  if (isOpen || !isWords(rest)) return undefined;
  if (first.currency !== undefined && second.currency !== undefined && first.currency !== second.currency) return undefined;
  const isBare = first.scale === undefined && first.divisor === 1;
  const lower = isBare && first.value < second.value ? { ...first, scale: second.scale, divisor: second.divisor } : first;
  if (lower.divisor !== second.divisor) return undefined;
  return band(valueOf(lower), valueOf(second), {
    ...second,
    currency: first.currency ?? second.currency,
    scale: first.scale ?? second.scale,
  });
}

function band(low: number, high: number, marks: Partial<Amount>): Reading | undefined {
  if (Number.isNaN(low) || Number.isNaN(high) || low > high || low === Infinity || high === -Infinity) return undefined;
  return {
    low: low + 0,
    high: high + 0,
    ...(marks.currency === undefined ? {} : { currency: marks.currency }),
    ...((marks.divisor ?? 1) > 1 ? { isPercent: true as const } : {}),
    ...(marks.scale === undefined ? {} : { isScaled: true as const }),
  };
}

/** Value in ones; NaN when it is too large to be a number. */
function valueOf(amount: Amount): number {
  const value = amount.divisor > 1 ? amount.value / amount.divisor : amount.value * (amount.scale ?? 1);
  return Number.isFinite(value) ? value : NaN;
}

/** What may follow a number: nothing, or words of the closed list such as `employees per year`, in brackets or not. */
function isWords(rest: string): boolean {
  const bare = rest.trim();
  if (bare === '') return true;
  if (/^[.,;:]$/.test(bare)) return true;
  // Latin letters without a space are part of a code: `12a`.
  if (!/^[ (/[]/.test(rest)) return (bare.length > 2 || /^[^\u0000-\u024f]/.test(bare)) && isAmountWord(bare);
  if (!/^[\p{L}\p{M}\s().,/[\]]+$/u.test(bare)) return false;
  return bare
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '')
    .every(isAmountWord);
}
