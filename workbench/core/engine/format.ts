/** Number formats as the engine can draw them. How a number is shown never decides what it is. */
import { formatSections, isDateSection, shownSection, type FormatPart } from '../document/numberFormat';
import type { CellValue } from '../document/workbookData';
import type { EngineLibrary } from './library';

/**
 * The formats of one workbook, as typed and as drawn. The engine knows fewer than Excel and Sheets, and a cell whose
 * format it cannot draw is an error to it, so such a cell gets the nearest one; every typed format has drawn ones of
 * its own, by which it is found again.
 */
export class FormatNames {
  private readonly drawnBy = new Map<string, string>();
  private readonly typedBy = new Map<string, string>();

  constructor(private readonly odoo: EngineLibrary) {}

  /**
   * What the engine draws for the typed format; undefined is General.
   * @param value what the cell holds, for formats that show as many decimals as there are.
   */
  drawn(typed: string | undefined, value?: CellValue): string | undefined {
    if (typed === undefined || typed === '' || /^general$/i.test(typed)) return undefined;
    const decimals = typeof value === 'number' ? decimalsOf(value) : undefined;
    const key = `${decimals ?? ''} ${typed}`;
    const known = this.drawnBy.get(key);
    if (known !== undefined) return known;
    const drawn = this.ownName(this.drawable(typed, decimals), typed);
    this.drawnBy.set(key, drawn);
    return drawn;
  }

  /** The typed format of a drawn one. */
  typed(drawn: string | undefined): string | undefined {
    if (drawn === undefined || drawn === '') return undefined;
    // A format derived from ours, say with one decimal more, has no name yet.
    return this.typedBy.get(drawn) ?? (drawn.replace(/(?:""|\[\$\])+$/, '') || undefined);
  }

  /** Empty texts at the end tell formats apart that are drawn alike. */
  private ownName(drawable: string, typed: string): string {
    let name = drawable === typed ? typed : `${drawable}""`;
    while ((this.typedBy.get(name) ?? typed) !== typed) name += '""';
    this.typedBy.set(name, typed);
    return name;
  }

  private drawable(typed: string, decimals: number | undefined): string {
    const drawn = engineFormat(typed, decimals);
    return this.canDraw(drawn, typed, decimals) ? drawn : plainFormat(typed, decimals);
  }

  private canDraw(drawn: string, typed: string, decimals: number | undefined): boolean {
    const { helpers, constants } = this.odoo;
    try {
      for (const number of [1.5, -1.5, 0, 45_000.75])
        helpers.formatValue(number, { format: drawn, locale: constants.DEFAULT_LOCALE });
      // A number under a format for texts would become one.
      if (formatSections(drawn)[0]?.some(isTextPart)) return decimals === undefined;
      return drawn !== '' && helpers.isDateTimeFormat(drawn) === isDateSection(shownSection(typed));
    } catch {
      return false;
    }
  }
}

/** Decimals needed to show the number, at most ten. */
function decimalsOf(value: number): number {
  const text = String(value);
  return text.includes('e') ? 0 : Math.min(10, text.split('.')[1]?.length ?? 0);
}

/** The nearest notation of the engine; what it has no word for is left out. Not every result can be drawn. */
function engineFormat(typed: string, decimals: number | undefined): string {
  const sections = formatSections(typed);
  if (sections.some((section) => section.some(({ kind }) => kind === 'condition')))
    return drawnParts(shownSection(typed), decimals);
  // The section for texts has the last place of four; elsewhere the engine takes none.
  const shown = sections.slice(0, 4).filter((section, index) => index === 0 || index === 3 || !section.some(isTextPart));
  return shown.map((section) => drawnParts(section, decimals)).join(';');
}

function isTextPart({ kind }: FormatPart): boolean {
  return kind === 'text';
}

function drawnParts(section: readonly FormatPart[], decimals: number | undefined): string {
  const isFraction = section.some(
    ({ kind, text }, index) => kind === 'mark' && text === '/' && section[index - 1]?.kind === 'digit',
  );
  if (isFraction) return generalFormat(Math.max(decimals ?? 2, 2));
  const isDate = isDateSection(section);
  const fills = section.filter(({ kind }) => kind === 'fill');
  return section
    .map((part, index) => {
      if (part.kind === 'general') return generalFormat(decimals);
      if (part.kind === 'fill') return part === fills[0] && part.text.length === 2 ? part.text : '';
      if (part.kind === 'literal') return drawnLiteral(part.text);
      if (part.kind === 'date') return isDate ? datePart(part.text, isMinutes(section, index)) : `"${part.text}"`;
      if (part.kind === 'exponent') return isDate ? '' : 'e';
      return PLAIN[part.kind]?.(part.text) ?? '';
    })
    .join('');
}

/** Months are reported from minutes by what stands beside them: hours before, or seconds behind. */
function isMinutes(section: readonly FormatPart[], index: number): boolean {
  const isClock = ({ kind }: FormatPart): boolean => kind === 'date' || kind === 'elapsed';
  const before = section.slice(0, index).filter(isClock).at(-1);
  const after = section.slice(index + 1).find(isClock);
  return before?.kind === 'elapsed' || /^h/i.test(before?.text ?? '') || /^s/i.test(after?.text ?? '');
}

const PLAIN: Partial<Record<FormatPart['kind'], (text: string) => string>> = {
  meridiem: () => 'a',
  // Hours that go on after 24 are the one count the engine has; minutes and seconds are shown beside them.
  elapsed: (text) => ({ h: 'hhhh', m: 'hhhh:mm', s: 'hhhh:mm:ss' })[text.charAt(1).toLowerCase()] ?? '',
  digit: (text) => (text === '?' ? '#' : text),
  mark: (text) => (text === '/' ? '\\/' : text),
  text: () => '@',
};

/** `"text"`, `\x`, `[$€-407]` or a bare character. */
function drawnLiteral(text: string): string {
  const currency = /^\[\$([^\]-]*)(?:-[^\]]*)?\]$/.exec(text);
  if (currency !== null) return currency[1] === '' ? '' : text.includes('-') ? `"${currency[1] ?? ''}"` : text;
  if (/^"[^"]*"$/.test(text) || /^\\./su.test(text)) return text;
  if (text.startsWith('"') || text === '\\') return '';
  return '$+-/():!^&~{}<>= '.includes(text) ? text : `"${text}"`;
}

function datePart(text: string, isMinute: boolean): string {
  const { length } = text;
  switch (text.charAt(0).toLowerCase()) {
    case 'y':
      return length <= 2 ? 'yy' : 'yyyy';
    case 'm':
      return isMinute ? 'mm' : text.slice(0, length > 5 ? 4 : 5).toLowerCase();
    case 'd':
      return text.slice(0, 4).toLowerCase();
    case 'a':
      return length === 3 ? 'ddd' : 'dddd';
    case 'h':
      return 'hh';
    case 's':
      return 'ss';
    case 'q':
      return length <= 2 ? 'qq' : 'qqqq';
    case 'g':
      return '';
    default:
      // Years of other calendars.
      return 'yyyy';
  }
}

/** As General shows a number: all its decimals, and two where they are not known. */
function generalFormat(decimals = 2): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

/** Drawn for a format that the engine has no likeness of. */
function plainFormat(typed: string, decimals: number | undefined): string {
  const section = shownSection(typed);
  if (!isDateSection(section)) return generalFormat(decimals);
  const has = (letters: RegExp): boolean =>
    section.some(({ kind, text }) => (kind === 'date' || kind === 'elapsed') && letters.test(text));
  const parts = [...(has(/^[ydgbeq]|^m{3}/i) ? ['yyyy-mm-dd'] : []), ...(has(/[hs]/i) ? ['hh:mm:ss'] : [])];
  return parts.length === 0 ? 'yyyy-mm-dd' : parts.join(' ');
}
