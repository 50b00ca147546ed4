/** One amount in a folded text: its digits and what stands close to them. */
import { currencyOfMark, divisorOfWord, scaledMark, scaleOfWord } from './numberWords';

/** How a column writes its numbers. */
export interface NumberStyle {
  /** The other mark groups. Spaces and apostrophes group in both. */
  readonly decimal: '.' | ',';
  /** What `mil` stands for where the column shows it: a thousand in Portuguese and Spanish, a million in English lists. */
  readonly mil?: 1e3 | 1e6;
}

export interface Amount {
  readonly value: number;
  readonly scale: number | undefined;
  readonly currency: string | undefined;
  /** 100 for percent, 10,000 for basis points, else 1. */
  readonly divisor: number;
  readonly end: number;
}

const DIGITS_POINT =
  /(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}|[1-9]\d{0,2}(?:'\d{3})+|[1-9]\d{0,2}(?: \d{3})+(?!\d)|\d+)(?:\.\d+)?(?![.,']?\d)|\.\d+(?![.,']?\d)/y;
const DIGITS_COMMA =
  /(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:'\d{3})+|[1-9]\d{0,2}(?: \d{3})+(?!\d)|\d+)(?:,\d+)?(?![.,']?\d)|,\d+(?![.,']?\d)/y;
const MARK = /[a-z]{0,3}[$€£¥₹₩₽₪₺₫฿₴₦₱]|(?:eur|usd|gbp|chf)(?=\d)|\p{L}{1,8}(?![\p{L}\p{M}\p{N}_])\.?/uy;
const WORD = /( ?)([\p{L}\p{M}]+)(?![\p{N}_])/uy;
/** Scales of scripts that leave no space before the word that follows. */
const GLUED_SCALE = / ?(百万|千万|十億|[万萬億亿千兆]|백만|천만|십억|[만억천조])/y;

/** One amount at a place: sign, currency, digits, suffix, currency, percent, in the orders people write them; undefined when none stands there. */
export function amountAt(text: string, start: number, style: NumberStyle, mayBeSigned: boolean): Amount | undefined {
  let at = start;
  const sign = (): number => {
    const char = text[at];
    if (!mayBeSigned || (char !== '-' && char !== '+')) return 1;
    at += text[at + 1] === ' ' ? 2 : 1;
    return char === '-' ? -1 : 1;
  };
  let factor = sign();
  const before = marksBefore(text, at);
  at = before.end;
  if (before.mark !== undefined || before.scale !== undefined) factor *= sign();
  const pattern = style.decimal === '.' ? DIGITS_POINT : DIGITS_COMMA;
  pattern.lastIndex = at;
  const digits = pattern.exec(text)?.[0];
  if (digits === undefined) return undefined;
  const bare = style.decimal === '.' ? digits.replace(/[,' ]/g, '') : digits.replace(/[.' ]/g, '').replace(',', '.');
  const end = at + digits.length;
  return suffixed(text, end, factor * Number(bare), before, style);
}

interface Mark {
  readonly text: string;
  readonly currency: string;
  readonly end: number;
}

interface Before {
  readonly mark: Mark | undefined;
  readonly scale: number | undefined;
  readonly end: number;
}

/** `$`, `USD $` or `MEUR` before the digits. */
function marksBefore(text: string, start: number): Before {
  const mark = markAt(text, start);
  if (mark === undefined) {
    const word = wordAt(text, start);
    const glued = word === undefined || word.isSpaced ? undefined : scaledMark(word.text);
    if (word === undefined || glued?.currency === undefined) return { mark: undefined, scale: undefined, end: start };
    return {
      mark: { text: word.text, currency: glued.currency, end: word.end },
      scale: glued.scale,
      end: skipSpace(text, word.end),
    };
  }
  const second = markAt(text, skipSpace(text, mark.end));
  const both = second === undefined ? undefined : sameMoney(mark, second);
  const end = both === undefined ? mark.end : (second?.end ?? mark.end);
  return { mark: both ?? mark, scale: undefined, end: skipSpace(text, end) };
}

function suffixed(text: string, start: number, value: number, before: Before, style: NumberStyle): Amount | undefined {
  let { mark, scale } = before;
  let end = start;
  const part = scale === undefined ? divisorOfWord(text.slice(end, end + 24)) : undefined;
  if (part !== undefined) return { value, scale, currency: mark?.currency, divisor: part.divisor, end: end + part.length };
  let hasAfter = false;
  // `5M USD` and `5 USD million`: scale and currency in either order, each once.
  for (let round = 0; round < 2; round += 1) {
    const found = scale === undefined ? scaleAt(text, end, mark?.currency, style) : undefined;
    if (found === 'unclear') return undefined;
    if (found !== undefined) ({ scale, end } = found);
    if (found?.currency !== undefined) mark = { text: '', currency: found.currency, end };
    const after = hasAfter ? undefined : markAt(text, skipOf(text, end));
    if (after === undefined) continue;
    const both = mark === undefined ? after : sameMoney(mark, after);
    if (both === undefined) return undefined;
    hasAfter = true;
    mark = both;
    end = after.end;
  }
  return { value, scale, currency: mark?.currency, divisor: 1, end };
}

interface FoundScale {
  readonly scale: number;
  readonly currency?: string | undefined;
  readonly end: number;
}

/** Scale at a place; `unclear` where `mil` may be a thousand or a million. */
function scaleAt(text: string, at: number, currency: string | undefined, style: NumberStyle): FoundScale | 'unclear' | undefined {
  GLUED_SCALE.lastIndex = at;
  const glued = GLUED_SCALE.exec(text);
  if (glued !== null) return { scale: scaleOfWord(glued[1] ?? '') ?? 1, end: at + glued[0].length };
  const word = wordAt(text, at);
  if (word === undefined) return undefined;
  const money = scaledMark(word.text);
  if (money !== undefined) return { ...money, end: skipDot(text, word.end) };
  const end = skipDot(text, word.end);
  const scale = word.text === 'mil' ? style.mil : scaleOfSuffix(word, currency);
  if (scale === 1e3 || word.text === 'mil' || word.text === 'miles') {
    // `mil millones` and `miles de millones` are thousands of millions.
    const next = wordAt(text, end + (/^ de(?= )/.exec(text.slice(end, end + 4))?.[0].length ?? 0));
    if (next !== undefined && scaleOfWord(next.text) === 1e6 && next.text.length > 3) return { scale: 1e9, end: next.end };
  }
  if (word.text === 'mil' && scale === undefined) return 'unclear';
  return scale === undefined ? undefined : { scale, end };
}

/** `5th` is an ordinal, and `l` is a lakh only of rupees. */
function scaleOfSuffix(word: Word, currency: string | undefined): number | undefined {
  if (word.text === 'th' && !word.isSpaced) return undefined;
  if (word.text === 'l' && currency === 'INR') return 1e5;
  return scaleOfWord(word.text);
}

interface Word {
  readonly text: string;
  readonly isSpaced: boolean;
  readonly end: number;
}

function wordAt(text: string, at: number): Word | undefined {
  WORD.lastIndex = at;
  const match = WORD.exec(text);
  return match === null ? undefined : { text: match[2] ?? '', isSpaced: match[1] === ' ', end: at + match[0].length };
}

function markAt(text: string, at: number): Mark | undefined {
  MARK.lastIndex = at;
  const mark = MARK.exec(text)?.[0];
  const currency = mark === undefined ? undefined : currencyOfMark(mark);
  return mark === undefined || currency === undefined ? undefined : { text: mark, currency, end: at + mark.length };
}

const DOLLARS = ' AUD CAD NZD HKD SGD MXN TWD ARS CLP COP ';

/** One currency that two marks name together: `$5 CAD` is Canadian, `USD $5` American; undefined for two currencies. */
function sameMoney(one: Mark, other: Mark): Mark | undefined {
  if (one.currency === other.currency) return one;
  for (const [sign, code] of [
    [one, other],
    [other, one],
  ] as const) {
    if (sign.text === '$' && DOLLARS.includes(` ${code.currency} `)) return code;
    if (sign.text === '¥' && code.currency === 'CNY') return code;
  }
  return undefined;
}

/** `12 millones de euros`, `3 millions d'euros`: the word between scale and currency. */
function skipOf(text: string, at: number): number {
  const of = /^ (?:d[ei] |d')/.exec(text.slice(at, at + 4));
  return of === null ? skipSpace(text, at) : at + of[0].length;
}

function skipDot(text: string, at: number): number {
  return text[at] === '.' ? at + 1 : at;
}

function skipSpace(text: string, at: number): number {
  return text[at] === ' ' ? at + 1 : at;
}
