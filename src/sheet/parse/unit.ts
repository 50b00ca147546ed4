/** Units in headers: `Revenue (in 000s USD)`, `Employees (K)`, `Growth (%)`. */
import { currencyOfMark, scaleOfWord } from './numberWords';
import { fold } from '../../domain/facts/text';

export interface HeaderUnit {
  /** Bare numbers of the column are multiplied by it; 0.01 for percent. */
  readonly factor: number;
  /** ISO 4217. */
  readonly currency?: string;
  readonly isPercent?: true;
}

/** Unit a header names in brackets, or after its last word (`Revenue USD`, `Umsatz in Mio. EUR`); undefined when it names none. */
export function unitOfHeader(header: string): HeaderUnit | undefined {
  const text = fold(header)
    .slice(0, 200)
    .replace(/\bmil(?:es|hares)? de (?=\p{L})/gu, 'tausend ')
    .replace(/\$(?=mil\b)/g, '$ ');
  const mil = /\$|usd|revenue|sales|turnover|income|funding/.test(text) && !/r\$|mx\$/.test(text) ? 1e6 : 1e3;
  const bracketed = [...text.matchAll(/[([]([^()[\]]*)[)\]]/g)]
    .map((match) => unitOfWords(match[1] ?? '', true, mil))
    .find((unit) => unit !== undefined);
  if (bracketed !== undefined) return bracketed;
  const words = text
    .replace(/[([][^()[\]]*[)\]]/g, ' ')
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
  // The header's first word is its subject: `EUR` alone or `Millions served` names no unit.
  const tail = words.slice(1);
  return unitOfWords(tail.slice(-2).join(' '), false, mil) ?? unitOfWords(tail.slice(-1).join(' '), false, mil);
}

/**
 * In brackets a single letter is a unit (`(K)`); outside only a word that cannot be anything else. `mil` is a million in English headers
 * (`Sales ($ mil.)`), else a thousand.
 */
function unitOfWords(text: string, isBracketed: boolean, mil: 1e3 | 1e6): HeaderUnit | undefined {
  const words = text
    .replace(/['’]/g, '')
    .split(/[\s,/_]+/)
    .filter((word) => word !== '' && word !== 'in' && word !== 'of' && word !== 'de' && word !== 'en' && word !== 'em');
  let factor = 1;
  let currency: string | undefined;
  let isPercent = false;
  for (const word of words) {
    const part = /^mil\.?$/.test(word) ? { factor: mil } : partOf(word);
    if (part === undefined) return undefined;
    if (!isBracketed && /^[a-z]{1,2}\.?$/.test(word)) return undefined;
    factor *= part.factor;
    currency = part.currency ?? currency;
    isPercent = isPercent || part.isPercent === true;
  }
  if (words.length === 0 || (factor === 1 && currency === undefined && !isPercent)) return undefined;
  return { factor, ...(currency === undefined ? {} : { currency }), ...(isPercent ? { isPercent: true as const } : {}) };
}

function partOf(word: string): HeaderUnit | undefined {
  if (/^(?:%|percent|pct|prozent)$/.test(word)) return { factor: 0.01, isPercent: true };
  if (/^000s?$/.test(word)) return { factor: 1000 };
  const currency = currencyOfMark(word);
  if (currency !== undefined) return { factor: 1, currency };
  const [, digits = '', sign = ''] = /^(\p{L}{1,2})([円元원])$/u.exec(word) ?? [];
  const [factorOfDigits, currencyOfSign] = [scaleOfWord(digits), currencyOfMark(sign)];
  if (factorOfDigits !== undefined && currencyOfSign !== undefined) return { factor: factorOfDigits, currency: currencyOfSign };
  const glued = /^(eur|usd|gbp|chf|[$€£])?(000s?|k|t|mm?|bn?|mio)\.?(eur|usd|gbp|chf|[$€£])?$/.exec(word);
  const mark = currencyOfMark(glued?.[1] ?? glued?.[3] ?? '');
  // `TEUR` is thousands of euros; a `t` alone is no thousand.
  const factor = /^(?:000|t)/.test(glued?.[2] ?? '') ? 1000 : scaleOfWord(glued?.[2] ?? '');
  if (mark !== undefined && factor !== undefined) return { factor, currency: mark };
  const scale = scaleOfWord(word.replace(/\.$/, ''));
  return scale === undefined ? undefined : { factor: scale };
}
