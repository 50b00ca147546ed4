/**
 * The old encoding that the bytes of a list are most likely in. Written here because the known detectors carry tables of 40 kB and more for encodings no
 * list of accounts comes in, which the page would load for every user.
 */
import { latin, otherAlphabet } from './encodingLetters';
import type { Inferred, OldEncoding } from './oldEncodings';

/** Bytes looked at: far more than any script needs to show itself. */
const LOOKED_AT = 100_000;

/** Of bytes that are no UTF-8; Windows-1252 when nothing speaks for another, with the characters that are then probably wrong. */
export function inferEncoding(bytes: Uint8Array): Inferred {
  // A character cut at the end would count as wrong; a line break never lies within one.
  const end = bytes.length <= LOOKED_AT ? bytes.length : Math.max(bytes.lastIndexOf(10, LOOKED_AT), 0) || LOOKED_AT;
  const looked = bytes.subarray(0, end);
  const pairs = eastAsian(looked);
  if (pairs !== undefined) return { encoding: pairs, unexplained: 0 };
  return areWordsOfHighBytes(looked) ? otherAlphabet(looked) : latin(looked);
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
  return isShiftJis(bytes) ? 'Shift_JIS' : widePairs(bytes);
}

/** Encodings whose second byte may look like a plain letter: most characters stand beside each other, and most first bytes are the common ones. */
function widePairs(bytes: Uint8Array): OldEncoding | undefined {
  let [pairs, inRuns, low, four, last] = [0, 0, 0, 0, -2];
  const leads = new Uint32Array(256);
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x80) continue;
    if (at === bytes.length - 1) break;
    if (lead === 0x80 || lead === 0xff || trail < 0x30 || trail === 0x7f || trail === 0xff) return undefined;
    const isFour = trail <= 0x39;
    if (isFour && ((bytes[at + 2] ?? 0) < 0x81 || (bytes[at + 3] ?? 0x30) > 0x39)) return undefined;
    if (!isFour && trail < 0x40) return undefined;
    pairs += 1;
    if (last === at) inRuns += 1;
    if (isFour) four += 1;
    else if (trail < 0xa1) low += 1;
    // Letters in Latin text stand alone before small plain letters.
    if (!isFour && trail >= 0xa1) leads[lead] = (leads[lead] ?? 0) + 1;
    at += isFour ? 3 : 1;
    last = at + 1;
  }
  const share = (from: number, to: number): number =>
    leads.subarray(from, to + 1).reduce((sum, count) => sum + count, 0) / Math.max(1, pairs - low - four);
  if (pairs < 4 || inRuns * 2 < pairs) return undefined;
  if (low * 5 >= pairs && share(0xa4, 0xc8) > 0.85) return 'Big5';
  if (low + four > pairs * 0.4) return undefined;
  if (share(0xb0, 0xc8) > 0.9 && four === 0) return 'EUC-KR';
  return share(0xb0, 0xd7) > 0.7 ? 'GB18030' : undefined;
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
function areWordsOfHighBytes(bytes: Uint8Array): boolean {
  let [high, inWords] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    high += 1;
    if (byte >= 0xc0 && ((bytes[at - 1] ?? 0) >= 0xc0 || (bytes[at + 1] ?? 0) >= 0xc0)) inWords += 1;
  }
  return high > 0 && inWords / high >= 0.7;
}
