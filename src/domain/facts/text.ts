/** Text: how names and values are compared, and parts of a sentence put together. Pure. */

const PLAIN = /^[\u0021-\u007e](?:[\u0020-\u007e]*[\u0021-\u007e])?$/;

/** How all text is compared: trimmed (no-break and zero-width spaces too), NFKC, case-folded. Folding twice changes nothing. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const lower = trim(text.normalize('NFKC')).toLowerCase().replace(/ß/g, 'ss').replace(/ς/g, 'σ');
  return trim(lower.normalize('NFKC'));
}

/** Without white space, zero-width characters and byte-order marks at both ends. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  // Loops, not a pattern: `\s+$` takes quadratic time on long runs of spaces.
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isSpace(code: number): boolean {
  if (code <= 32) return true;
  if (code < 0xa0) return code === 0x7f || code === 0x85;
  return (
    code === 0xa0 ||
    code === 0xad ||
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** The parts that say something. */
export function joined(parts: readonly string[], separator = '; '): string {
  return parts.filter((part) => part !== '').join(separator);
}
