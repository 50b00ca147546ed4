/** Bytes of a text file to text: UTF-8 with or without a byte order mark, UTF-16 either way round, else windows-1252. */
import { Unreadable } from './unreadable';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1252';
}

/** Decodes, or throws a sentence for bytes that are no text. The byte order mark is dropped. */
export function decodeText(name: string, bytes: Uint8Array): DecodedText {
  const wide = wideEncodingOf(bytes);
  if (wide !== undefined)
    return { text: new TextDecoder(wide).decode(bytes), encoding: wide === 'utf-16le' ? 'UTF-16LE' : 'UTF-16BE' };
  if (bytes.subarray(0, 4096).includes(0)) {
    throw new Unreadable(`${name}: this is a binary file, neither CSV nor XLSX; export the list as CSV or XLSX.`);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: windows1252(bytes), encoding: 'windows-1252' };
  }
}

/** What windows-1252 has at 0x80–0x9F, where Latin-1 has control characters; a gap keeps the control character. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand, because TextDecoder of Node 20 takes windows-1252 for Latin-1. */
function windows1252(bytes: Uint8Array): string {
  const latin1 = new TextDecoder('latin1').decode(bytes);
  return latin1.replace(/[\u0080-\u009f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? character);
}

/** UTF-16 by its mark, or by every other byte of the beginning being zero as it is for Latin text. */
function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, Math.min(bytes.length, 512) & ~1);
  if (sample.length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 2) {
    if (sample[index] === 0) even += 1;
    if (sample[index + 1] === 0) odd += 1;
  }
  const pairs = sample.length / 2;
  if (odd > pairs * 0.7 && even === 0) return 'utf-16le';
  if (even > pairs * 0.7 && odd === 0) return 'utf-16be';
  return undefined;
}
