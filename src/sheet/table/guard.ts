/** The guard of text that leaves as CSV: an apostrophe wherever a spreadsheet could begin to read a formula, and exactly one taken off again. */

/** What any spreadsheet may split a line at, whatever the file was written with. */
const SEPARATOR = /([,;|\t\r\n])/;
/** Signs that begin a formula: plain, full width, small. */
const SIGNS = '=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b';
/** What readers skip before a sign: spaces of any width, controls, marks without width or of direction, quotes; apostrophes of an earlier guard. */
const SKIPPED = `[\\p{Z}\\p{Cc}\\p{Cf}"']*`;
const FORMULA = new RegExp(`^${SKIPPED}[${SIGNS}]`, 'u');
const NOTHING = new RegExp(`^${SKIPPED}$`, 'u');
const SUSPECT = new RegExp(`[${SIGNS}\\t\\r\\n]`);

/**
 * With an apostrophe before each part that could be taken for a formula: the text itself and what stands behind a comma, semicolon, bar, tab or line
 * break in it, since a spreadsheet may split the line there. Parts that look guarded get one more, so `stripGuard` gives back every text.
 */
export function guardText(text: string): string {
  return SUSPECT.test(text) ? mapParts(text, (part, mayRun) => (mayRun ? `'${part}` : part)) : text;
}

/** Without exactly one guard in each place where `guardText` puts one. */
export function stripGuard(text: string): string {
  return text.includes("'") && SUSPECT.test(text)
    ? mapParts(text, (part, mayRun) => (mayRun && part.startsWith("'") ? part.slice(1) : part))
    : text;
}

/** Parts at even places, separators between them. A text that begins with a tab or a line break counts as one that may run. */
function mapParts(text: string, change: (part: string, mayRun: boolean) => string): string {
  const pieces = text.split(SEPARATOR);
  return pieces
    .map((piece, position) => {
      if (position % 2 === 1) return piece;
      const beginsBlank = position === 0 && /^[\t\r\n]/.test(pieces[1] ?? '') && NOTHING.test(piece);
      return change(piece, beginsBlank || FORMULA.test(piece));
    })
    .join('');
}
