/** How a column is read: number style, date order, unit and lists, by its own cells, with a note where something was decided. */
import { isCalendarDate, type Cell } from '../grid';
import { counted } from '../../domain/facts/figure';
import { isBlank } from '../parse/blank';
import { inferDateOrder } from '../parse/dateOrder';
import type { ColumnReading } from '../parse/fact';
import { isCommaList, isListColumn, textCounts } from '../parse/listItems';
import { readQuantity } from '../parse/number';
import { inferNumberStyle } from '../parse/numberStyle';
import { plain } from '../parse/text';
import { unitOfHeader, type HeaderUnit } from '../parse/unit';
import { evidenceOf, type Evidence } from './evidence';
import type { FieldKind } from '../fields';

export interface ColumnStats {
  readonly reading: ColumnReading;
  /** What was decided without full evidence, for people. */
  readonly notes: readonly ColumnNote[];
}

/** Two sentences: what was decided, and the fix where it is wrong. */
export interface ColumnNote {
  readonly message: string;
  readonly fix: string;
}

/**
 * Reading of a column. `kind` is the kind of its canonical field; undefined for a column that goes by its own header, whose kind is then
 * found by its cells (country, date or text). `locale` is the declared one (`en-US` for CSV). `isWhole` says
 * that the column counts something, so that its numbers have no decimals.
 */
export function columnStats(
  header: string,
  cells: readonly Cell[],
  kind: FieldKind | undefined,
  locale: string,
  isWhole = false,
): ColumnStats {
  const counts = textCounts(cells);
  const texts = [...counts.keys()].filter((text) => text.length <= 120 && !isBlank(text));
  const ownKind =
    kind ??
    kindByCells(
      header,
      evidenceOf(cells.length, (row) => cells[row] ?? ''),
    );
  const numbers = hasNumbers(ownKind) ? inferNumberStyle(texts, locale, isWhole) : inferNumberStyle([], locale);
  const dates = hasDates(ownKind) ? inferDateOrder(texts, locale) : inferDateOrder([], locale);
  const unit = percentUnit(unitOfHeader(header), cells, numbers.style);
  const unclear = ownKind === 'number' && unit === undefined ? unclearShares(cells, numbers.style) : 0;
  return {
    reading: {
      kind: ownKind,
      numberStyle: numbers.style,
      dateStyle: { order: dates.order, isDateColumn: ownKind === 'date' || ownKind === 'year' },
      unit,
      isList:
        ownKind === 'list' ||
        isListColumn(cells, counts) ||
        (ownKind === 'text' && !isPlaceHeader(header) && isCommaList(counts)),
      ...(unclear === 0 ? {} : { isShare: true as const }),
    },
    notes: [
      ...noted([numbers.note, dates.note], 'Set Number locale in Plan Settings if this is wrong.'),
      ...noted([unitNote(unit)], 'Rename the column if this is wrong.'),
      ...noted([unclearNote(unclear)], 'Write every cell with its percent sign, e.g. 12%.'),
      ...noted([bandNote(ownKind, cells)], 'Import the column again as plain text.'),
    ],
  };
}

/** `Austin, TX` and `Dallas, TX` are two places, however often the state recurs. */
function isPlaceHeader(header: string): boolean {
  return / (?:city|location|locations|address|headquarter|headquarters|hq|ort|stadt|ville|ciudad|cidade|adresse) /.test(
    ` ${plain(header)} `,
  );
}

function noted(messages: readonly (string | undefined)[], fix: string): readonly ColumnNote[] {
  return messages.flatMap((message) => (message === undefined ? [] : [{ message, fix }]));
}

function hasNumbers(kind: FieldKind): boolean {
  return kind === 'number' || kind === 'money' || kind === 'text';
}

function hasDates(kind: FieldKind): boolean {
  return kind === 'date' || kind === 'year' || kind === 'text';
}

/** Kind of a column by its own header and cells: dates and countries need both cells and header to be plain, else it is text. */
function kindByCells(header: string, evidence: Evidence): FieldKind {
  const words = ` ${plain(header)} `;
  if (evidence.date >= 0.5 && evidence.filled >= 1) return 'date';
  if (/ (?:country|countries|land|pays|nation) /.test(words) && evidence.country >= 0.5) return 'country';
  if (evidence.countryAlone >= 0.8 && evidence.usState < 0.5 && evidence.number === 0 && !isLanguageHeader(header))
    return 'country';
  return 'text';
}

/** True for the name of a column of languages, whose codes are codes of countries too. */
export function isLanguageHeader(header: string): boolean {
  return / (?:languages?|locale|sprache|langues?|idiomas?|lingua|linguas?|taal|sprak|sprog|kieli|jezyk|jazyk|nyelv|dil|言語) /.test(
    ` ${plain(header)} `,
  );
}

/** `Growth (%)` over cells that are all shares already (0.12) is not divided again. */
function percentUnit(
  unit: HeaderUnit | undefined,
  cells: readonly Cell[],
  style: ColumnReading['numberStyle'],
): HeaderUnit | undefined {
  if (unit?.isPercent !== true) return unit;
  const isAnyAboveOne = cells.some((cell) => {
    const read = readQuantity(cell, style);
    return read !== undefined && read.isPercent !== true && Math.abs(read.low) > 1;
  });
  return isAnyAboveOne ? unit : undefined;
}

/**
 * How many bare numbers above 1 stand in a column of shares: at least a quarter of its numbers have a percent sign, and no more than half are
 * such numbers. One `12%` among head counts makes no share of them. 0 for other columns.
 */
function unclearShares(cells: readonly Cell[], style: ColumnReading['numberStyle']): number {
  let all = 0;
  let percent = 0;
  let unclear = 0;
  if (!cells.some((cell) => typeof cell === 'string' && cell.includes('%'))) return 0;
  for (const cell of cells) {
    const read = readQuantity(cell, style);
    if (read === undefined) continue;
    all += 1;
    if (read.isPercent === true) percent += 1;
    else if (Math.max(-read.low, read.high) > 1) unclear += 1;
  }
  return percent * 4 >= all && unclear * 2 <= all ? unclear : 0;
}

function unclearNote(count: number): string | undefined {
  if (count === 0) return undefined;
  return `The column has percent signs, and ${counted(count, 'cell')} ${count === 1 ? 'holds' : 'hold'} a bare number above 1, which may be percent or not: not used.`;
}

function unitNote(unit: HeaderUnit | undefined): string | undefined {
  if (unit === undefined || unit.factor === 1) return undefined;
  if (unit.isPercent === true) return 'The header says percent: 12 is read as 12 %.';
  const factor = String(unit.factor).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `The header gives a unit: numbers are multiplied by ${factor}.`;
}

/** Spreadsheets turn bands such as 1-10 and 11-50 into dates; what they were is not guessed. */
function bandNote(kind: FieldKind, cells: readonly Cell[]): string | undefined {
  if (kind !== 'number') return undefined;
  const dates = cells.filter(
    (cell) => isCalendarDate(cell) || (typeof cell === 'string' && /^\s*(?:\d{1,2}-[a-z]{3}|[a-z]{3}-\d{2})\s*$/i.test(cell)),
  );
  if (dates.length === 0) return undefined;
  const hold = `${counted(dates.length, 'cell')} ${dates.length === 1 ? 'holds a date where a number is' : 'hold dates where numbers are'} expected`;
  return `${hold}; opening a list in a spreadsheet turns bands such as 1-10 into dates.`;
}
