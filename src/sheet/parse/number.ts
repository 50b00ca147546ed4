/** Numbers as lists hold them: groups, bands, suffixes, currencies and percentages, read to quantities. */
import type { Quantity } from '../../domain/facts/fact';
import type { Cell } from '../grid';
import { amountAt, latinDigits, type Amount } from './amount';
import { amountWords, currencyOfMark } from './numberWords';
import { fold } from '../../domain/facts/text';

/** How a column writes its decimals; the other mark groups. Spaces and apostrophes group in both. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
}

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
 * Reversed ends, two currencies, hex, exponents and anything with digits left over are undefined.
 */
export function readQuantity(cell: Cell, style: NumberStyle): Reading | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { low: cell + 0, high: cell + 0 } : undefined;
  if (typeof cell !== 'string' || cell.length > 120 || !/\p{Nd}/u.test(cell)) return undefined;
  const text = latinDigits(fold(cell));
  const enumerated = /^c_(\d{5})_(?:(\d{5})|max)$/.exec(text);
  if (enumerated !== null) return band(Number(enumerated[1]), enumerated[2] === undefined ? Infinity : Number(enumerated[2]), {});
  return readText(
    text
      .replace(/[\u2010-\u2015\u2212\ufe58]/g, '-')
      .replace(/[’‘`´ʼ′]/g, "'")
      .replace(/\s+/g, ' '),
    style,
  );
}

function readText(text: string, style: NumberStyle): Reading | undefined {
  const accounting = /^-?([^\d(]*)\(([^()]*\d[^()]*)\)([^\d)]*)$/.exec(text);
  if (accounting !== null) return readBracketed(accounting, style);
  const bound = BOUND.exec(text);
  const start = bound?.[0].length ?? 0;
  const first = amountAt(text, start, style.decimal, true);
  if (first === undefined) return undefined;
  const open = /^ ?(?:\+|plus\b|or more\b|and more\b|and above\b|and over\b|or above\b|oder mehr\b|et plus\b)/.exec(
    text.slice(first.end),
  );
  if (open !== null) return single(first, text.slice(first.end + open[0].length), { isUp: true, isDown: false });
  const separator = /^ ?(?:-|~|\.\.\.?|…|to\b|bis\b|until\b|and\b|a\b|à\b|und\b) ?/.exec(text.slice(first.end));
  if (separator !== null && bound?.[2] === undefined) {
    const second = amountAt(text, first.end + separator[0].length, style.decimal, /[a-zà]/.test(separator[0]));
    if (second !== undefined) return range(first, second, text.slice(second.end));
  }
  return single(first, text.slice(first.end), {
    isUp: bound?.[3] !== undefined,
    isDown: bound?.[2] !== undefined,
    isStrict: STRICT.test(bound?.[0] ?? ''),
  });
}

/** 1: words that change nothing; 2: an upper bound; 3: a lower bound. */
const BOUND =
  /^(?:(~|≈|about |approx\.? |approximately |around |circa |ca\.? |c\. |between |from |zwischen )|(<=?|≤|less than |fewer than |under |below |up to |at most |max\.? |bis zu |bis |weniger als )|(>=?|≥|more than |greater than |over |above |at least |min\.? |mehr als |uber |über )) ?/;

/** Words that leave the number itself out: `<50` is not 50, `up to 50` may be. */
const STRICT = /^(?:[<>](?!=)|(?:less|fewer|more|greater) than|under|below|over|above|weniger als|mehr als|uber|über)/;

/** `(1,200)` is negative; `Large (35,000+ employees)` is what the brackets hold. */
function readBracketed(match: RegExpExecArray, style: NumberStyle): Reading | undefined {
  const [before, inner, after] = [(match[1] ?? '').trim(), (match[2] ?? '').trim(), (match[3] ?? '').trim()];
  const currency = before === '' ? undefined : currencyOfMark(before);
  if (before !== '' && currency === undefined) {
    return /^[\p{L}\s,:/-]+$/u.test(before) && after === '' ? readText(inner, style) : undefined;
  }
  const amount = amountAt(inner, 0, style.decimal, false);
  const rest = amount === undefined ? '' : inner.slice(amount.end);
  if (amount === undefined || !isWords(rest) || (after !== '' && after !== '%' && currencyOfMark(after) === undefined))
    return undefined;
  // Brackets around words are an aside, not accounting: `(10 people)`.
  if (rest.trim() !== '') return single(amount, rest, { isUp: false, isDown: false });
  const isPercent = amount.isPercent || after === '%';
  const unit = amount.currency ?? currency ?? currencyOfMark(after);
  return single({ ...amount, value: -amount.value, currency: unit, isPercent }, '', { isUp: false, isDown: false });
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
  const isBare = first.scale === undefined && !first.isPercent;
  const lower = isBare && first.value < second.value ? { ...first, scale: second.scale, isPercent: second.isPercent } : first;
  if (lower.isPercent !== second.isPercent) return undefined;
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
    ...(marks.isPercent === true ? { isPercent: true as const } : {}),
    ...(marks.scale === undefined ? {} : { isScaled: true as const }),
  };
}

/** Value in ones; NaN when it is too large to be a number. */
function valueOf(amount: Amount): number {
  const value = amount.isPercent ? amount.value / 100 : amount.value * (amount.scale ?? 1);
  return Number.isFinite(value) ? value : NaN;
}

/** What may follow a number: nothing, words of amounts such as `employees per year`, or one word of any kind after a space. */
function isWords(rest: string): boolean {
  const bare = rest.trim();
  if (bare === '') return true;
  if (/^[.,;:]$/.test(bare)) return true;
  if (/\d/.test(bare) || !/^[ (/[]/.test(rest)) return bare.length > 2 && amountWords().has(bare);
  const words = bare.split(/[^\p{L}]+/u).filter((word) => word !== '');
  if (!/^[\p{L}\s().,/[\]]+$/u.test(bare)) return false;
  return words.every((word) => amountWords().has(word)) || !/\s/.test(bare);
}
