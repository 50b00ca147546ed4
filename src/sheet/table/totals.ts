/** Totals and footnotes: the last rows of many exports, which are no accounts. */
import { isCalendarDate, type Cell } from '../grid';
import { isBlank } from '../parse/blank';
import { COMMA, POINT, readQuantity } from '../parse/number';
import { fold } from '../parse/text';

const TOTAL_WORDS =
  /^(?:(?:grand|sub|overall|column)?[- ]?totals?|totals? (?:count|rows|records|accounts|companies)|sum|sums|summe|gesamt|gesamtsumme|insgesamt|total general|total général|somme|suma|totale|totaal|average|mean|avg|count|durchschnitt|records? count)\s*:?$/;

/** True when the first filled cell is a word for totals and all others are numbers. A company named Total has more than numbers beside it. */
export function isTotalsRow(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const [first, ...others] = filled;
  if (typeof first !== 'string' || !TOTAL_WORDS.test(fold(first.slice(0, 60)))) return false;
  return others.length > 0 && others.every(isAmount);
}

/** True when the only filled cell of a row says where the list comes from: `Source: …`, `Exported on …`, `© …`. */
export function isFootnote(cells: readonly Cell[]): boolean {
  const [only, ...others] = cells.filter((cell) => !isBlank(cell));
  if (typeof only !== 'string' || others.length > 0 || cells.length < 3) return false;
  return /^(?:(?:source|quelle|note|notes|disclaimer|total[a-z ]*|records?|filters?)\s*:|(?:exported|generated|downloaded|created|powered|report run) (?:on|by|at|from|with)\b|©|\(c\)|copyright )/.test(
    fold(only.slice(0, 60)),
  );
}

function isAmount(cell: Cell): boolean {
  if (typeof cell === 'number') return true;
  return !isCalendarDate(cell) && (readQuantity(cell, POINT) ?? readQuantity(cell, COMMA)) !== undefined;
}
