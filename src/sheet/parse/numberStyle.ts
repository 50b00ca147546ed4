/** How a column writes its numbers: decimal point or comma, by the column's own evidence, else by the declared locale. */
import { COMMA, isDollarMil, POINT, readQuantity, type NumberStyle } from './number';
import { milBeside } from './numberWords';
import { fold } from '../../domain/facts/text';

export interface NumberStyleFound {
  readonly style: NumberStyle;
  /** One sentence when the style was chosen without evidence or against the declared locale. */
  readonly note?: string;
}

/** Languages that write a decimal comma. */
const COMMA_LANGUAGES =
  ' af az be bg bs ca cs da de el es et eu fi fo fr fy gl hr hu hy id is it ka kk kl ky lb lt lv mk mn nb nl nn no pl pt rm ro ru se sk sl sq sr sv tr uk uz vi ';
/** Places that write a point although their language elsewhere does not. */
const POINT_LOCALES = /^(?:(?:de|it|rm)[-_](?:ch|li)|es[-_](?:mx|us|pr|gt|hn|ni|pa|pe|do|sv|cu|419))\b/i;

/** What {@link isLocale} asks for, in sentences. */
export const A_LOCALE = 'a locale such as de-DE';

/** True of text in the form of a locale: `German` is none, and would be read with a decimal point. */
export function isLocale(text: string): boolean {
  return /^[a-z]{2,3}(?:[-_][a-z\d]+)*$/i.test(text);
}

/** Style of a locale such as `en_US`, `de-DE` or `de-CH`; a decimal point when unknown. */
export function styleOfLocale(locale: string): NumberStyle {
  const language = /^[a-z]+/i.exec(locale)?.[0].toLowerCase() ?? '';
  return COMMA_LANGUAGES.includes(` ${language} `) && !POINT_LOCALES.test(locale) ? COMMA : POINT;
}

/**
 * Style of a column's texts. Numbers that can be read one way only decide, nine of them against one that differs (that one is then unusable);
 * commas that all stand before exactly three digits group, and so do points where the numbers are whole (`isWhole`); else the declared locale (CSV: `en-US`) does.
 */
export function inferNumberStyle(texts: readonly string[], declaredLocale: string, isWhole = false): NumberStyleFound {
  const mil = inferMil(texts, declaredLocale);
  const found = inferDecimal(texts, declaredLocale, mil, isWhole);
  return mil === undefined ? found : { ...found, style: { ...found.style, mil } };
}

/** What `mil` stands for in the column; undefined where no text holds it, or nothing or both speak. */
function inferMil(texts: readonly string[], declaredLocale: string): 1e3 | 1e6 | undefined {
  const folded = texts.filter((text) => text.length <= 80 && /\d/.test(text)).map(fold);
  if (!folded.some((text) => text.includes('mil'))) return undefined;
  const votes = new Set<1e3 | 1e6 | undefined>();
  for (const text of folded) {
    if (text.includes('r$')) votes.add(1e3);
    if (isDollarMil(text)) votes.add(1e6);
    for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) votes.add(milBeside(word));
  }
  votes.delete(undefined);
  const [only, ...others] = votes;
  if (others.length > 0) return undefined;
  return only ?? (/^(?:pt|es)\b/i.test(declaredLocale) ? 1e3 : undefined);
}

/** Fewer than one in so many that contradict all others are slips, not a style. */
const FEW = 9;

function inferDecimal(
  texts: readonly string[],
  declaredLocale: string,
  mil: 1e3 | 1e6 | undefined,
  isWhole: boolean,
): NumberStyleFound {
  const declared = styleOfLocale(declaredLocale);
  const seen = decimalsIn(texts, mil);
  if (seen.point > 0 && seen.comma > 0) {
    if (seen.point >= FEW * seen.comma) return found(POINT, declared);
    if (seen.comma >= FEW * seen.point) return found(COMMA, declared);
    return {
      style: declared,
      note: `Some numbers have a decimal point and some a decimal comma; read with a decimal ${nameOf(declared)} by the locale.`,
    };
  }
  if (seen.point > 0) return found(POINT, declared);
  if (seen.comma > 0) return found(COMMA, declared);
  if (seen.commaBeforeThree > 0) return found(POINT, declared);
  if (seen.pointBeforeThree === 0) return { style: declared };
  if (isWhole)
    return { style: COMMA, note: `Counts have no decimals: the point in "${seen.example.slice(0, 40)}" groups thousands.` };
  return {
    style: declared,
    note: `Numbers such as "${seen.example.slice(0, 40)}" can be read two ways; read with a decimal ${nameOf(declared)} by the locale.`,
  };
}

interface Decimals {
  readonly point: number;
  readonly comma: number;
  readonly commaBeforeThree: number;
  readonly pointBeforeThree: number;
  readonly example: string;
}

function decimalsIn(texts: readonly string[], mil: 1e3 | 1e6 | undefined): Decimals {
  const seen = { point: 0, comma: 0, commaBeforeThree: 0, pointBeforeThree: 0, example: '' };
  const [point, comma] =
    mil === undefined
      ? [POINT, COMMA]
      : [
          { ...POINT, mil },
          { ...COMMA, mil },
        ];
  for (const text of texts) {
    if (text.length > 80 || !/[.,]/.test(text) || !/\p{Nd}/u.test(text)) continue;
    const asPoint = readQuantity(text, point);
    const asComma = readQuantity(text, comma);
    if (asPoint === undefined && asComma === undefined) continue;
    if (asComma === undefined) seen.point += 1;
    else if (asPoint === undefined) seen.comma += 1;
    else if (asPoint.low !== asComma.low || asPoint.high !== asComma.high) {
      if (text.includes(',')) seen.commaBeforeThree += 1;
      else seen.pointBeforeThree += 1;
      seen.example = text;
    }
  }
  return seen;
}

function found(style: NumberStyle, declared: NumberStyle): NumberStyleFound {
  if (style.decimal === declared.decimal) return { style };
  return { style, note: `The numbers of this column have a decimal ${nameOf(style)}, unlike the locale.` };
}

function nameOf(style: NumberStyle): string {
  return style.decimal === '.' ? 'point' : 'comma';
}
