/** Number formats in the notation of Excel and Sheets: the parts of each section, and whether a format shows a day or a time. */

/** One part of a section; `text` is as it stands in the format. */
export interface FormatPart {
  readonly kind:
    | 'date'
    | 'meridiem'
    | 'elapsed'
    | 'fraction'
    | 'literal'
    | 'padding'
    | 'fill'
    | 'condition'
    | 'bracket'
    | 'general'
    | 'digit'
    | 'exponent'
    | 'mark'
    | 'text';
  readonly text: string;
}

/** In the order in which they are tried; the first group that matches names the part. */
const PARTS: readonly (readonly [FormatPart['kind'] | 'end', RegExp])[] = [
  ['end', /;/y],
  ['literal', /"[^"]*(?:"|$)|\\(?:.|$)|\[\$[^\]-]*(?:-[^\]]*)?\]/suy],
  ['padding', /_(?:.|$)/suy],
  ['fill', /\*(?:.|$)/suy],
  ['elapsed', /\[(?:h+|m+|s+)\]/iy],
  ['condition', /\[(?:[<>]=?|<>|=)[^\]]*\]/y],
  ['bracket', /\[[^\]]*(?:\]|$)/y],
  ['general', /g[eé]n[eé]rale?|standaard|standard|algemeen|est[aá]ndar|geral/iy],
  ['meridiem', /am\/pm|a\/p|上午\/下午|午前\/午後|오전\/오후/iy],
  ['exponent', /e[+-][0#?]*/iy],
  ['fraction', /\.0+(?=[^0#?]|$)/y],
  ['date', /y+|m+|d+|h+|s+|q+|b+|g+|e+|a{3,4}/iy],
  ['digit', /[0#?]/y],
  ['mark', /[.,%/]/y],
  ['text', /@/y],
];

/** Sections of the format, separated by `;`: for positive numbers, negative ones, zero and text. Characters without meaning are literals. */
export function formatSections(format: string): readonly (readonly FormatPart[])[] {
  const sections: FormatPart[][] = [[]];
  for (let at = 0; at < format.length;) {
    const { kind, text } = partAt(format, at);
    at += text.length;
    const section = sections[sections.length - 1] ?? [];
    if (kind === 'end') sections.push([]);
    else if (kind !== 'fraction' || section.at(-1)?.kind === 'date' || section.at(-1)?.kind === 'elapsed')
      section.push({ kind, text });
    // Without seconds in front, the point and the zeros are those of a number.
    else
      section.push({ kind: 'mark', text: '.' }, ...Array.from(text.slice(1), (zero) => ({ kind: 'digit' as const, text: zero })));
  }
  return sections;
}

function partAt(format: string, at: number): { readonly kind: FormatPart['kind'] | 'end'; readonly text: string } {
  for (const [kind, pattern] of PARTS) {
    pattern.lastIndex = at;
    const text = pattern.exec(format)?.[0];
    if (text !== undefined && text !== '') return { kind, text };
  }
  return { kind: 'literal', text: String.fromCodePoint(format.codePointAt(at) ?? 0) };
}

/** True for formats that show a day or a time, such as `yyyy-mm-dd` or `[h]:mm`; a letter beside digits, as in `0.0 d`, is none. */
export function isDateFormat(format: string | undefined): boolean {
  const known = format === undefined ? false : judged.get(format);
  if (format === undefined || known !== undefined) return known ?? false;
  const isDate = isDateSection(shownSection(format));
  // Formats are few and asked about once a cell; a script that makes thousands must not fill the memory.
  if (judged.size > 5000) judged.clear();
  judged.set(format, isDate);
  return isDate;
}

const judged = new Map<string, boolean>();

/** The section that shows positive numbers; of those with conditions the one for all other numbers. */
export function shownSection(format: string): readonly FormatPart[] {
  const sections = formatSections(format);
  const hasPart = (section: readonly FormatPart[], wanted: FormatPart['kind']): boolean =>
    section.some(({ kind }) => kind === wanted);
  if (!sections.some((section) => hasPart(section, 'condition'))) return sections[0] ?? [];
  return sections.filter((section) => !hasPart(section, 'condition') && !hasPart(section, 'text')).at(-1) ?? sections[0] ?? [];
}

/** True where the section draws a day or a time. */
export function isDateSection(section: readonly FormatPart[]): boolean {
  const has = (...kinds: readonly FormatPart['kind'][]): boolean => section.some(({ kind }) => kinds.includes(kind));
  return has('date', 'elapsed') && !has('digit', 'text', 'general');
}

/** True for date formats that show more than a time: a year, a month or a day. */
export function showsDay(format: string | undefined): boolean {
  if (format === undefined || !isDateFormat(format)) return false;
  const parts = shownSection(format).filter(({ kind }) => kind === 'date' || kind === 'elapsed');
  const isTime = parts.some(({ text }) => /^\[?[hs]/i.test(text));
  return parts.some(
    ({ kind, text }) => kind === 'date' && (/^[^hms]/i.test(text) || (/^m/i.test(text) && (!isTime || text.length > 2))),
  );
}
