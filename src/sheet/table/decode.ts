/** Bytes of a chosen file to text, with the encoding they are in. For the page and the command line: Apps Script reads no files. */
import { refusal, Refusal } from '../problem';
import { inferEncoding } from './encoding';
import { decodeOld, type OldEncoding } from './oldEncodings';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | OldEncoding;

export interface Decoded {
  /** Without its byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** For an encoding that the bytes only make likely: which one was assumed, and how many characters it could not read. */
  readonly note: string | undefined;
}

/** A chosen file that holds no list: `message` and `fix` are sentences for whoever chose it. */
export class UnreadableFile extends Refusal {
  constructor(message: string, fix = '') {
    super(refusal({ code: 'FILE_UNREADABLE', message, fix }));
  }
}

/** Of browsers and Node; declared here because this floor knows neither. */
declare const TextDecoder: new (
  encoding: string,
  options?: { readonly fatal: boolean },
) => {
  decode(bytes: Uint8Array): string;
};

/**
 * Text of a file. UTF-16 is known by its mark or by zeros in every other byte; what is no UTF-8 is in the old encoding that its letters make most likely.
 * @throws UnreadableFile for a file that is no text (a ZIP or spreadsheet with another name, zeros in it) and for UTF-32.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const unicode = unicodeOf(bytes);
  if (unicode === 'UTF-32')
    throw new UnreadableFile(
      'This file is in UTF-32, which few programs write or read.',
      'Save the list as CSV in UTF-8 and try again.',
    );
  if (unicode !== 'UTF-8') return { text: new TextDecoder(unicode).decode(bytes), encoding: unicode, note: undefined };
  assertText(bytes);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8', note: undefined };
  } catch {
    return inOldEncoding(bytes);
  }
}

function inOldEncoding(bytes: Uint8Array): Decoded {
  const { encoding, unexplained } = inferEncoding(bytes);
  const text = decodeOld(bytes, encoding);
  const unread = text.split('\ufffd').length - 1;
  const count = (characters: number): string => `${characters} ${characters === 1 ? 'character' : 'characters'}`;
  const lost = unread === 0 ? '' : `, and ${count(unread)} could not be read`;
  const note =
    unexplained === 0
      ? `The file does not name its encoding; it was read as ${encoding}${lost}. If letters look wrong, save it as CSV in UTF-8.`
      : `The encoding of the file is not known; it was read as ${encoding}, and ${count(Math.max(unexplained, unread))} are probably wrong. Save it as CSV in UTF-8.`;
  return { text, encoding, note };
}

function unicodeOf(bytes: Uint8Array): 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'UTF-32' {
  const zeros = [0, 0, 0, 0];
  const looked = Math.min(bytes.length, 400) & ~3;
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1;
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros;
  const marks = String.fromCharCode(...bytes.subarray(0, 4));
  const quarter = looked / 4;
  const isWide = (middle: number, end: number): boolean => looked >= 8 && middle === quarter && end > quarter * 0.9;
  if (marks === '\xff\xfe\0\0' || marks === '\0\0\xfe\xff' || isWide(fourth, third) || isWide(first, second)) return 'UTF-32';
  if (marks.startsWith('\xff\xfe')) return 'UTF-16LE';
  if (marks.startsWith('\xfe\xff')) return 'UTF-16BE';
  const [even, odd] = [first + third, second + fourth];
  if (looked >= 4 && odd > looked * 0.3 && even * 10 < odd) return 'UTF-16LE';
  return looked >= 4 && even > looked * 0.3 && odd * 10 < even ? 'UTF-16BE' : 'UTF-8';
}

/** @throws UnreadableFile for archives, old spreadsheets, PDF and anything with zero bytes. */
function assertText(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.slice(0, 4));
  if (head.startsWith('PK'))
    throw new UnreadableFile('This file is a ZIP archive or an XLSX workbook, not CSV.', 'Save it as CSV and try again.');
  if (head === '\xd0\xcf\x11\xe0')
    throw new UnreadableFile('This file is an old Excel workbook, not CSV.', 'Save it as CSV and try again.');
  if (head === '%PDF') throw new UnreadableFile('This file is a PDF, not CSV.');
  if (bytes.slice(0, 4096).includes(0))
    throw new UnreadableFile('This file is binary data, not text.', 'Save the list as CSV and try again.');
}
