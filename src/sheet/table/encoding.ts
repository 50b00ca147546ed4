/**
 * The old encoding that the bytes of a list are most likely in. Written here because the known detectors carry tables of 40 kB and more for encodings no
 * list of accounts comes in, which the page would load for every user.
 */

export type OldEncoding = 'Windows-1252' | 'Mac Roman' | 'Windows-1251' | 'KOI8-R' | 'Shift_JIS' | 'EUC-JP' | 'EUC-KR' | 'GBK';

/** Bytes looked at: far more than any script needs to show itself. */
const LOOKED_AT = 100_000;

/** Of bytes that are no UTF-8; Windows-1252 when nothing speaks for another. */
export function inferEncoding(bytes: Uint8Array): OldEncoding {
  // A character cut at the end would count as wrong; a line break never lies within one.
  const end = bytes.length <= LOOKED_AT ? bytes.length : Math.max(bytes.lastIndexOf(10, LOOKED_AT), 0) || LOOKED_AT;
  const looked = bytes.subarray(0, end);
  return eastAsian(looked) ?? cyrillic(looked) ?? latin(looked);
}

/** Pairs of two bytes where every high byte but a last one that was cut off finds its partner, in the ranges that ordinary text of the language uses. */
function eastAsian(bytes: Uint8Array): OldEncoding | undefined {
  const even = evenPairs(bytes);
  if (even !== undefined) {
    const share = (from: number, to: number): number =>
      even.filter((lead) => lead >= from && lead <= to).length / Math.max(1, even.length);
    if (share(0xa4, 0xa5) > 0.15 || (share(0xa4, 0xa5) > 0.02 && share(0xd8, 0xf4) > 0.1)) return 'EUC-JP';
    if (share(0xb0, 0xc8) > 0.9) return 'EUC-KR';
    // Cyrillic words of even length are pairs too, but of letters that GBK keeps for rare signs.
    if (share(0xb0, 0xd7) > 0.7) return 'GBK';
  }
  return isShiftJis(bytes) ? 'Shift_JIS' : undefined;
}

/** First bytes of all pairs of two high bytes, or undefined when one stands alone. */
function evenPairs(bytes: Uint8Array): number[] | undefined {
  const leads: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x80) continue;
    if (at === bytes.length - 1) break;
    if (lead < 0xa1 || trail < 0xa1 || lead === 0xff || trail === 0xff) return undefined;
    leads.push(lead);
    at += 1;
  }
  return leads;
}

/** Every sequence is one of Shift_JIS, and most pairs are kana or the common characters: rows 82, 83 and 88 to 97. */
function isShiftJis(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x80 || (lead >= 0xa1 && lead <= 0xdf)) continue;
    if (at === bytes.length - 1) break;
    if (lead === 0x80 || lead === 0xa0 || lead > 0xfc || trail < 0x40 || trail === 0x7f || trail > 0xfc) return false;
    pairs += 1;
    // Of letters in Mac Roman or Windows-1252 the partner is mostly a small Latin letter.
    const isCommon = lead <= 0x83 || (lead >= 0x88 && lead <= 0x97);
    if (isCommon && !(trail >= 0x61 && trail <= 0x7a && (bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 2] ?? 0) < 0x80)) common += 1;
    at += 1;
  }
  return pairs > 0 && common / pairs > 0.6;
}

/** Words of high bytes alone: Latin text has them one at a time among plain letters. */
function cyrillic(bytes: Uint8Array): OldEncoding | undefined {
  let high = 0;
  let inWords = 0;
  let windows = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    high += 1;
    const before = bytes[at - 1] ?? 0;
    const hasNeighbor = before >= 0xc0 || (bytes[at + 1] ?? 0) >= 0xc0;
    if (byte < 0xc0 || !hasNeighbor) continue;
    inWords += 1;
    // Behind a first letter most are small: E0–FF in Windows-1251, C0–DF in KOI8-R.
    if (before >= 0xc0) windows += byte >= 0xe0 ? 1 : -1;
  }
  if (high === 0 || inWords / high < 0.7) return undefined;
  return windows >= 0 ? 'Windows-1251' : 'KOI8-R';
}

/** Letters with marks as Western European languages use them inside words, by the byte each encoding gives them. */
function latin(bytes: Uint8Array): OldEncoding {
  const windows = new Set(Array.from('ÄÅÆÇÉÖØÜßàáâãäåæçèéêëìíîïñòóôõöøùúûü', (char) => char.charCodeAt(0)));
  let [ofWindows, ofMac] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const isAfterLetter = isLetter(bytes[at - 1]);
    const isBeforeLetter = isLetter(bytes[at + 1]);
    if (windows.has(byte) && (isAfterLetter || isBeforeLetter)) ofWindows += 1;
    if (isMacLetter(byte, isAfterLetter, isBeforeLetter)) ofMac += 1;
  }
  return ofMac > ofWindows ? 'Mac Roman' : 'Windows-1252';
}

/** Ä Å Ç É Ö Ü Æ Ø before a letter and small ones after one; not Ñ ë í ì î ô, whose bytes are quotes and ™ in Windows-1252. */
function isMacLetter(byte: number, isAfterLetter: boolean, isBeforeLetter: boolean): boolean {
  const isCapital = (byte >= 0x80 && byte <= 0x86) || byte === 0xae || byte === 0xaf;
  const isSmall = (byte >= 0x87 && byte <= 0x9f) || byte === 0xa7 || byte === 0xbe || byte === 0xbf;
  if (byte === 0x84 || (byte >= 0x91 && byte <= 0x94) || byte === 0x99) return false;
  return isCapital ? isBeforeLetter : isSmall && isAfterLetter;
}

function isLetter(byte = 0): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}
