/** Totals and footnotes: the last rows of many exports, which are no accounts. */
import { isCalendarDate, type Cell } from '../grid';
import { isBlank } from '../parse/blank';
import { COMMA, POINT, readQuantity } from '../parse/number';
import { fold } from '../../domain/facts/text';

const TOTAL_WORDS =
  /^(?:(?:grand|sub|overall|column)?[- ]?totals?|totals? (?:count|rows|records|accounts|companies)|sum|sums|summe|gesamt|gesamtsumme|insgesamt|total general|total général|somme|suma|totale|totaal|average|mean|avg|count|durchschnitt|records? count)(?:\s*\([\w ,.]*\))?\s*:?$/;

/** True when the first filled cell is a word for totals and all others are numbers. A company named Total has more than numbers beside it. */
export function isTotalsRow(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const [first, ...others] = filled;
  if (typeof first !== 'string' || !TOTAL_WORDS.test(fold(first.slice(0, 60)))) return false;
  return others.length > 0 && others.every(isAmount);
}

/** True when the only filled cell of a row says where the list comes from: `Source: …`, `Exported on …`, `© …`. */
export function isFootnote(cells: readonly Cell[]): boolean {
  return (
    /^(?:(?:source|quelle|note|notes|disclaimer|total[a-z ]*|records?|filters?)\s*:|(?:exported|generated|downloaded|created|powered|report run) (?:on|by|at|from|with)\b)/.test(
      loneText(cells),
    ) || isLegal(cells)
  );
}

/**
 * How many of the last rows are a report's legal block: below a blank row, one filled cell each, a notice among them. The name of the
 * report and of the company that stand there too look like accounts.
 */
export function legalBlock(rows: readonly (readonly Cell[])[], rowNumbers: readonly number[]): number {
  let start = rows.length;
  while (loneText(rows[start - 1] ?? []) !== '') start -= 1;
  while (start < rows.length && (rowNumbers[start] ?? 0) - (rowNumbers[start - 1] ?? Infinity) < 2) start += 1;
  return rows.slice(start).some(isLegal) ? rows.length - start : 0;
}

function isLegal(cells: readonly Cell[]): boolean {
  return /^(?:©|\(c\)|copyright |confidential information\b)/.test(loneText(cells));
}

/** The only filled cell of a row, folded; '' where it is not the only one, and in lists too narrow to tell. */
function loneText(cells: readonly Cell[]): string {
  const [only, ...others] = cells.filter((cell) => !isBlank(cell));
  return typeof only !== 'string' || others.length > 0 || cells.length < 3 ? '' : fold(only.slice(0, 60));
}

function isAmount(cell: Cell): boolean {
  if (typeof cell === 'number') return true;
  return !isCalendarDate(cell) && (readQuantity(cell, POINT) ?? readQuantity(cell, COMMA)) !== undefined;
}
