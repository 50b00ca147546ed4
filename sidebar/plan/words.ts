/** Titles and names as they are looked up: `plain` of the parsers, written without the character HtmlService's build refuses. */
import { fold } from '../../src/sheet/parse/text';

const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/[\u0300-\u036f.'\u2019\u0060\u00b4\u02bc]/g, ''],
  [/ø/g, 'o'],
  [/ł/g, 'l'],
  [/đ/g, 'd'],
  [/ı/g, 'i'],
  [/æ/g, 'ae'],
  [/œ/g, 'oe'],
  [/&/g, ' and '],
  [/[^\p{L}\p{N}]+/gu, ' '],
];

/** Folded, without accents and punctuation, words parted by one space. */
export function plainWords(text: string): string {
  const bare = LETTERS.reduce((rest, [pattern, letter]) => rest.replace(pattern, letter), fold(text).normalize('NFD'));
  return bare.trim().normalize('NFC');
}

/** Whole words of a title, case and accents aside: `CTO` is not in `Director`. */
export function holdsWords(title: string, phrase: string): boolean {
  const wanted = plainWords(phrase);
  return wanted !== '' && ` ${plainWords(title.slice(0, 1000))} `.includes(` ${wanted} `);
}
