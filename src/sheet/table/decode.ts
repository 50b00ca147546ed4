/** Bytes of a file to text: UTF-8, UTF-16 or Windows-1252, found out from the bytes; no TextDecoder, which Apps Script lacks. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Text of a file, without its byte-order mark. UTF-16 is known by its mark or by zeros in every other byte; what is no UTF-8 is Windows-1252.
 * @throws Error with one sentence for a file that is no text (a ZIP or spreadsheet with another name, zeros in it).
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return { text: utf16(bytes, encoding === 'utf-16le'), encoding };
  assertText(bytes);
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const text = encoding === 'utf-8' ? utf8(bytes, start) : undefined;
  return text === undefined ? { text: windows1252(bytes), encoding: 'windows-1252' } : { text, encoding: 'utf-8' };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 400) & ~1;
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (looked >= 4 && odd > looked * 0.3 && even * 10 < odd) return 'utf-16le';
  if (looked >= 4 && even > looked * 0.3 && odd * 10 < even) return 'utf-16be';
  return 'utf-8';
}

/** @throws Error for archives, old spreadsheets, PDF and anything with zero bytes. */
function assertText(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.slice(0, 4));
  if (head.startsWith('PK'))
    throw new Error('This file is a ZIP archive or an XLSX workbook, not CSV. Save it as CSV and try again.');
  if (head === '\xd0\xcf\x11\xe0') throw new Error('This file is an old Excel workbook, not CSV. Save it as CSV and try again.');
  if (head === '%PDF') throw new Error('This file is a PDF, not CSV.');
  if (bytes.slice(0, 4096).includes(0)) throw new Error('This file is not text. Save the list as CSV and try again.');
}

/** Text of UTF-8 bytes, or undefined at the first sequence that is none (overlong, surrogate, too high, cut off). */
function utf8(bytes: Uint8Array, start: number): string | undefined {
  const units: string[] = [];
  let chunk: number[] = [];
  for (let at = start; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const length =
      lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return undefined;
    let point = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (let next = 1; next < length; next += 1) {
      const byte = bytes[at + next] ?? 0;
      if ((byte & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (byte & 0x3f);
    }
    if (
      (length === 3 && (point < 0x800 || (point >= 0xd800 && point < 0xe000))) ||
      (length === 4 && (point < 0x10000 || point > 0x10ffff))
    )
      return undefined;
    if (point < 0x10000) chunk.push(point);
    else chunk.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
    if (chunk.length > 8000) {
      units.push(String.fromCharCode(...chunk));
      chunk = [];
    }
    at += length;
  }
  return units.join('') + String.fromCharCode(...chunk);
}

function utf16(bytes: Uint8Array, isLittle: boolean): string {
  const parts: string[] = [];
  let chunk: number[] = [];
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  for (let at = hasMark ? 2 : 0; at + 1 < bytes.length; at += 2) {
    const [low = 0, high = 0] = isLittle ? [bytes[at], bytes[at + 1]] : [bytes[at + 1], bytes[at]];
    chunk.push((high << 8) | low);
    if (chunk.length < 8000) continue;
    parts.push(String.fromCharCode(...chunk));
    chunk = [];
  }
  return parts.join('') + String.fromCharCode(...chunk);
}

/** The places 0x80–0x9f of Windows-1252; the five unused ones stay control characters. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8000) parts.push(String.fromCharCode(...bytes.slice(at, at + 8000)));
  return parts.join('').replace(/[\u0080-\u009f]/g, (char) => HIGH[char.charCodeAt(0) - 0x80] ?? char);
}
