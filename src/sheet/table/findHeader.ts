/** The row of headers: not always the first, sometimes two. */
import { isCalendarDate, type Cell, type Grid } from '../grid';
import { isBlank, isEmpty } from '../parse/blank';
import { registrableDomain } from '../parse/domain';
import { COMMA, POINT, readQuantity } from '../parse/number';
import { fold, shownText } from '../parse/text';
import { readDay } from '../parse/date';
import { isKnownHeader } from '../columns/knownHeader';

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

/** Headers of a grid, or undefined when no row can be one. */
export function findHeader(grid: Grid): HeaderFound | undefined {
  const filledRows: number[] = [];
  for (let row = 0; row < grid.length && filledRows.length < ROWS_LOOKED_AT; row += 1) {
    if (!(grid[row] ?? []).every(isEmpty)) filledRows.push(row);
  }
  const width = Math.max(0, ...filledRows.map((row) => countFilled(grid[row] ?? [])));
  const place = bestRow(grid, filledRows, width);
  const row = place === undefined ? undefined : filledRows[place];
  if (place === undefined || row === undefined) return undefined;
  const own = (grid[row] ?? []).map(headerText);
  const group = place > 0 && filledRows[place - 1] === row - 1 ? (grid[row - 1] ?? []).map(headerText) : [];
  const isDouble = isGroupRow(group, own);
  const headers = isDouble ? joined(group, own) : own;
  return { row: row + 1, headers, skipped: place - (isDouble ? 1 : 0), isDouble };
}

function countFilled(cells: readonly Cell[]): number {
  return cells.filter((cell) => !isEmpty(cell)).length;
}

function headerText(cell: Cell): string {
  return shownText(cell)
    .replace(/[\s\u00a0]+/g, ' ')
    .slice(0, 500);
}

/** Place of the row that looks most like headers; the first of equals. */
function bestRow(grid: Grid, filledRows: readonly number[], width: number): number | undefined {
  let best: { readonly place: number; readonly score: number } | undefined;
  filledRows.forEach((row, place) => {
    const score = scoreOf(grid[row] ?? [], width) - place * 0.02;
    if (score > 0 && score > (best?.score ?? 0)) best = { place, score };
  });
  return best?.place;
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

/** `Company` over `Name` is `Company Name`; a group reaches to the next one. */
function joined(group: readonly string[], own: readonly string[]): string[] {
  let current = '';
  return own.map((text, column) => {
    current = group[column] === undefined || group[column] === '' ? current : group[column];
    return text === '' || current === '' ? text : `${current} ${text}`;
  });
}
