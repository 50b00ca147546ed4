/** Encodings of one byte a character, told by the letters that languages use: the one in which the bytes are words. */
import { decodeOld, type Inferred, type OldEncoding } from './oldEncodings';

/** Letters that make up most of any text in the alphabet. */
const ALPHABETS: readonly (readonly [OldEncoding, string])[] = [
  ['Windows-1251', 'оеаинтсрвлкмдпуїія'],
  ['KOI8-R', 'оеаинтсрвлкмдпуїія'],
  ['Windows-1253', 'αοιετσνηυρπκλςάόίέήώμ'],
  ['Windows-1255', 'יוהלאתרבשמנםדקןעחפג'],
  ['Windows-1256', 'اليمنرتبةعدسفهكأقحوطش'],
];

/** Below this share of explained characters no encoding is known to fit. */
const FITS = 0.6;

/** Bytes that are words of high bytes: Cyrillic, Greek or Hebrew. */
export function otherAlphabet(bytes: Uint8Array): Inferred {
  const high = bytes.filter((byte) => byte >= 0x80).length;
  let best: { readonly encoding: OldEncoding; readonly share: number } = { encoding: 'Windows-1252', share: 0 };
  for (const [encoding, letters] of ALPHABETS) {
    let known = 0;
    let before = '';
    for (const char of decodeOld(bytes, encoding)) {
      // Capitals inside words are what one Cyrillic encoding looks like in another.
      if (letters.includes(char)) known += 1;
      else if (letters.includes(char.toLowerCase())) known += isLetter(before) ? 0.8 : 1;
      before = char;
    }
    if (known / high > best.share) best = { encoding, share: known / high };
  }
  return best.share >= FITS ? { encoding: best.encoding, unexplained: 0 } : { encoding: 'Windows-1252', unexplained: high };
}

/** Small letters with marks of each language; its capitals count too. */
const WESTERN = [
  'äöüß',
  'àâæçéèêëîïôœùûü',
  'áéíñóúüºª',
  'áâãàçéêíóôõú',
  'àèéìíòóù',
  'åäöéšž',
  'æøåé',
  'áðéíóúýþæö',
  'ëïéèöü',
  'äöõüšž',
];
const CENTRAL = ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţ', 'čćžšđ'];
const TURKISH = ['çğıöşüâî'];

/** Latin text: of Western Europe unless letters of Central Europe, of Turkish or of a Mac explain more of it. */
export function latin(bytes: Uint8Array): Inferred {
  const western = coverOf(bytes, 'Windows-1252', WESTERN);
  const best = [
    western,
    coverOf(bytes, 'Mac Roman', WESTERN),
    coverOf(bytes, 'Windows-1250', CENTRAL),
    coverOf(bytes, 'Windows-1254', TURKISH),
  ].reduce((so, one) => (one.share > so.share ? one : so));
  return best.share >= FITS
    ? { encoding: best.encoding, unexplained: 0 }
    : { encoding: 'Windows-1252', unexplained: western.all };
}

interface Cover {
  readonly encoding: OldEncoding;
  /** High characters in words, and the share of them that few languages have; 1 where there is none. */
  readonly all: number;
  readonly share: number;
}

/** Each further language that a text takes to explain makes the encoding less likely. */
const COST = 0.1;
const MOST_LANGUAGES = 3;

/** How much of the text the best languages of the encoding explain. Signs that stand apart from words count for none. */
function coverOf(bytes: Uint8Array, encoding: OldEncoding, languages: readonly string[]): Cover {
  const counts = lettersIn(decodeOld(bytes, encoding));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (all === 0) return { encoding, all, share: 1 };
  let known = 0;
  let share = 0;
  for (let taken = 0; taken < MOST_LANGUAGES; taken += 1) {
    const sums = languages.map((letters) => Array.from(letters).reduce((sum, letter) => sum + (counts.get(letter) ?? 0), 0));
    const top = Math.max(...sums);
    known += top;
    share = Math.max(share, known / all - COST * taken);
    for (const letter of languages[sums.indexOf(top)] ?? '') counts.delete(letter);
  }
  return { encoding, all, share };
}

/** High characters of words, in small letters, with their numbers; under '' those that no word of a language has: signs between letters, capitals behind small ones. */
function lettersIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; at += 1) {
    const [before = '', char = '', after = ''] = [text[at - 1], text[at], text[at + 1]];
    if (char < '\u0080' || /[\ufeff’‘´–-]/.test(char)) continue;
    const [isAfter, isBefore] = [isLetter(before), isLetter(after)];
    // Quotes and marks of trade touch words too; a sign between two letters does not.
    if (isLetter(char) ? !isAfter && !isBefore : !(isAfter && isBefore)) continue;
    const isCapitalInside = /\p{Lu}/u.test(char) && /\p{Ll}/u.test(before);
    const isBesidePlain = /[a-z]/i.test(before) || /[a-z]/i.test(after);
    const letter = isLetter(char) && isBesidePlain && !isCapitalInside ? char.replace('İ', 'ı').toLowerCase() : '';
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

function isLetter(char: string): boolean {
  return /\p{L}/u.test(char);
}
