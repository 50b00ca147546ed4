/** The row of headers: not always the first, sometimes two. */
import { isCalendarDate, type Cell, type Grid } from '../grid';
import { isBlank, isEmpty } from '../parse/blank';
import { registrableDomain } from '../parse/domain';
import { COMMA, POINT, readQuantity } from '../parse/number';
import { fold } from '../../domain/facts/text';
import { shownText } from '../parse/text';
import { readDay } from '../parse/date';
import { isKnownHeader, isSureHeader } from '../headers/knownHeader';

export interface HeaderFound {
  /** 1-based sheet row of the headers; the lower one of two. */
  readonly row: number;
  /** Texts by column, '' where there is none. */
  readonly headers: readonly string[];
  /** Filled rows above that are not headers. */
  readonly skipped: number;
  readonly isDouble: boolean;
}

const ROWS_LOOKED_AT = 30;
/** Machine names and the text of questions may fill a row each above the headers; more wide rows are a list. */
const MOST_WIDE_ABOVE = 2;

/** Headers of a grid, or undefined when no row can be one. */
export function findHeader(grid: Grid): HeaderFound | undefined {
  const filledRows: number[] = [];
  for (let row = 0; row < grid.length && filledRows.length < ROWS_LOOKED_AT; row += 1) {
    if (!(grid[row] ?? []).every(isEmpty)) filledRows.push(row);
  }
  const width = Math.max(0, ...filledRows.map((row) => countFilled(grid[row] ?? [])));
  const position = bestRow(grid, filledRows, width);
  const row = position === undefined ? undefined : filledRows[position];
  if (position === undefined || row === undefined) return undefined;
  const own = (grid[row] ?? []).map(headerText);
  const below = filledRows[position + 1] === row + 1 ? (grid[row + 1] ?? []) : [];
  if (isSubHeader(own, below)) {
    const names = below.map(headerText);
    return {
      row: row + 2,
      headers: isDistinct(names) ? filledIn(own, names) : joined(own, names),
      skipped: position,
      isDouble: true,
    };
  }
  const above = position > 0 && filledRows[position - 1] === row - 1 ? (grid[row - 1] ?? []) : [];
  const group = above.map(headerText);
  const isGroup = isGroupRow(group, own);
  const isDouble = isGroup || fillsGaps(above, own);
  const headers = isGroup ? joined(group, own) : isDouble ? filledIn(group, own) : own;
  return { row: row + 1, headers, skipped: position - (isDouble ? 1 : 0), isDouble };
}

function countFilled(cells: readonly Cell[]): number {
  return cells.filter((cell) => !isEmpty(cell)).length;
}

function headerText(cell: Cell): string {
  return shownText(cell)
    .replace(/[\s\u00a0]+/g, ' ')
    .slice(0, 500);
}

/**
 * Place of the row that looks most like headers; the first of equals. Only titles may stand above it: a row below the first wide one is asked
 * only where it is headers beyond doubt, because every row above is left out.
 */
function bestRow(grid: Grid, filledRows: readonly number[], width: number): number | undefined {
  const first = filledRows.findIndex((row) => !isTitle(grid[row] ?? [], width));
  let wideAbove = 0;
  let best: { readonly position: number; readonly score: number } | undefined;
  filledRows.forEach((row, position) => {
    const cells = grid[row] ?? [];
    const mayHead = position === first || (wideAbove <= MOST_WIDE_ABOVE && isSureRow(cells));
    const score = mayHead ? scoreOf(cells, width) - position * 0.02 : 0;
    if (score > (best?.score ?? 0)) best = { position, score };
    if (!isTitle(cells, width)) wideAbove += 1;
  });
  return best?.position;
}

/** A row that names the list or says where it comes from: half as wide as the list or less. */
function isTitle(cells: readonly Cell[], width: number): boolean {
  return width > 1 && countFilled(cells) * 2 <= width;
}

/** At least two names, and six of ten cells, that are hardly ever cells of a list. */
function isSureRow(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isEmpty(cell));
  const sure = filled.filter((cell) => typeof cell === 'string' && isSureHeader(cell)).length;
  return sure >= 2 && sure * 10 >= filled.length * 6;
}

/**
 * Known names weigh most, then filling the table's width; a number, date or address in the row speaks against it.
 * 0 and less: no row of headers.
 */
function scoreOf(cells: readonly Cell[], width: number): number {
  const filled = cells.filter((cell) => !isEmpty(cell));
  if (filled.length === 0) return 0;
  const known = filled.filter((cell) => typeof cell === 'string' && isKnownHeader(cell)).length;
  const looksLikeData = filled.filter(isDataCell).length;
  const wide = filled.length / width;
  const distinct = new Set(filled.map((cell) => fold(shownText(cell)))).size / filled.length;
  if (known === 0 && (looksLikeData > 0 || (wide < 0.6 && width > 1) || filled.length === 1)) return 0;
  if (known > 0 && known * 2 <= looksLikeData) return 0;
  return known / filled.length + Math.min(known, 4) * 0.25 + wide * 0.5 + distinct * 0.2 - (looksLikeData / filled.length) * 2;
}

/** A cell that no header is: a number, truth value, date, address or very long text. A year may head a column. */
function isDataCell(cell: Cell): boolean {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 1900 && cell <= 2100) return false;
  if (typeof cell !== 'string') return true;
  const text = cell.trim();
  if (isBlank(cell) || text.length > 120) return true;
  if (isCalendarDate(cell) || readDay(cell, { order: 'dmy', isDateColumn: false }) !== undefined) return true;
  if (
    !/^(?:19|20)\d\d$/.test(text) &&
    /^[-+(]?[\d$€£.]/.test(text) &&
    (readQuantity(cell, POINT) ?? readQuantity(cell, COMMA)) !== undefined
  )
    return true;
  return (
    /^https?:|@\w/.test(text) ||
    (/^[\w-]+(?:\.[\w-]+)+$/.test(text) &&
      /\.(?:com|net|org|io|de|uk|fr|co|ai|eu|ch|at|nl|app|dev)$/i.test(text) &&
      registrableDomain(text) !== undefined)
  );
}

/** A row of group names above the headers: fewer of them, and the headers below need them to be told apart. */
function isGroupRow(group: readonly string[], own: readonly string[]): boolean {
  const groups = group.filter((text) => text !== '');
  const names = own.filter((text) => text !== '').map(fold);
  return groups.length >= 2 && groups.length < names.length && new Set(names).size < names.length;
}

/** Names below a row of names, some of them under a cell that was merged over them: all of them words, at least half of them known. */
function isSubHeader(own: readonly string[], below: readonly Cell[]): boolean {
  const filled = below.filter((cell) => !isEmpty(cell));
  const known = filled.filter((cell) => typeof cell === 'string' && isKnownHeader(cell)).length;
  const isUnderGap = below.some((cell, column) => !isEmpty(cell) && (own[column] ?? '') === '');
  return known > 0 && known * 2 >= filled.length && isUnderGap && !filled.some(isDataCell);
}

/** Names above, of columns that are merged over both rows and so blank in the lower one. A lone cell is a title. */
function fillsGaps(above: readonly Cell[], own: readonly string[]): boolean {
  const filled = above.filter((cell) => !isEmpty(cell));
  return filled.length > 1 && above.some((cell, column) => !isEmpty(cell) && !isDataCell(cell) && own[column] === '');
}

function isDistinct(names: readonly string[]): boolean {
  const filled = names.filter((text) => text !== '').map(fold);
  return new Set(filled).size === filled.length;
}

function filledIn(upper: readonly string[], lower: readonly string[]): string[] {
  return lower.map((text, column) => (text === '' ? (upper[column] ?? '') : text));
}

/** `Company` over `Name` is `Company Name`; a group reaches to the next one, and a name without one below it stands for itself. */
function joined(group: readonly string[], own: readonly string[]): string[] {
  let current = '';
  return own.map((text, column) => {
    current = group[column] === undefined || group[column] === '' ? current : group[column];
    if (text === '') return group[column] ?? '';
    return current === '' ? text : `${current} ${text}`;
  });
}
