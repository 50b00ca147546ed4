/** Number formats between Sheets' notation and the engine's. */

/** What the engine can draw for Sheets' format; undefined is General. Literal text in quotes is left alone. */
export function engineFormat(format: string | undefined): string | undefined {
  if (!format || /^general$/i.test(format)) return undefined;
  return format
    .split(/("[^"]*"|\[\$[^\]]*\])/)
    .map((part, index) => (index % 2 ? part : plainPart(part)))
    .join('');
}

export function isDateFormat(format: string | undefined): boolean {
  if (!format) return false;
  const bare = format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]|\[[a-z]+\]/gi, (part) => (/^\[[hms]+\]$/i.test(part) ? 'h' : ''));
  return /[ymdhs]/i.test(bare) && !/[0#?@]/.test(bare.replace(/\.0+/g, ''));
}

function plainPart(part: string): string {
  return part
    .replace(/am\/pm|a\/p/gi, 'a')
    .replace(/\[(h+|m+|s+)\]/gi, 'hhhh')
    .replace(/[YMDHS]/g, (letter) => letter.toLowerCase())
    .replace(/\.000$/, '')
    .replace(/e\+0+/gi, '');
}
