/** Encodings from before Unicode that lists still come in, and their text. */

export type OldEncoding =
  | 'Windows-1252'
  | 'Windows-1250'
  | 'Windows-1254'
  | 'Mac Roman'
  | 'Windows-1251'
  | 'KOI8-R'
  | 'Windows-1253'
  | 'Windows-1255'
  | 'Windows-1256'
  | 'Shift_JIS'
  | 'EUC-JP'
  | 'EUC-KR'
  | 'GBK'
  | 'GB18030'
  | 'Big5';

/** What bytes are most likely in, and how many of their characters that does not explain; 0 where it was found by its letters or pairs. */
export interface Inferred {
  readonly encoding: OldEncoding;
  readonly unexplained: number;
}

/** Of browsers and Node; declared here because this floor knows neither. */
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };

/** Text of bytes in an encoding; what it cannot read is U+FFFD, or a control character where Windows-1252 has no sign. */
export function decodeOld(bytes: Uint8Array, encoding: OldEncoding): string {
  // As the encoding standard calls it.
  const text = new TextDecoder(encoding === 'Mac Roman' ? 'macintosh' : encoding.toLowerCase()).decode(bytes);
  return encoding === 'Windows-1252' ? withHighSigns(text) : text;
}

/** The places 0x80–0x9f of Windows-1252; the five unused ones stay control characters. Node 20 reads them as Latin-1. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function withHighSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (char) => HIGH[char.charCodeAt(0) - 0x80] ?? char);
}
