/** Totals and footnotes: the last rows of many exports, which are no accounts. */
import { isCalendarDate, type Cell } from '../grid';
import { isBlank } from '../parse/blank';
import { COMMA, POINT, readQuantity } from '../parse/number';
import { fold } from '../../domain/facts/text';

const TOTAL_WORDS =
  /^(?:(?:grand|sub|overall|column)?[- ]?totals?|totals? (?:count|rows|records|accounts|companies)|sum|sums|summe|gesamt|gesamtsumme|zwischensumme|insgesamt|total general|total geral|subtotale?|sous-total|total g[ée]n[ée]ral|somme|suma|soma|totale|totale complessivo|totaal|eindtotaal|subtotaal|average|mean|avg|count|durchschnitt|records? count|合計|総計|小計)(?:\s*\([\w ,.]*\))?\s*:?$/;

/** `Count: 5`, `Total records: 5`, `5 records`, `Retail (3 records)`: a count of rows, never a company. */
const COUNT_OF_ROWS =
  /^(?:(?:count|record count|row count|(?:grand |sub)?totals?(?: (?:count|rows|records|accounts|companies))?|records|rows|anzahl|nombre|numero|conteggio|recuento|contagem|aantal|件数)\s*[:=]\s*[\d.,]+|[\d.,]+ (?:records?|rows?|datensätze|enregistrements|registros|record trovati)|.*\(\d[\d.,]* records?\))$/;

/** A label that no company has: subtotals and totals that say of how many rows. */
const SURE_LABEL =
  /^(?:(?:grand|sub)[- ]?totals?\b|zwischensumme|sous-total|subtotale?\b|subtotaal|小計|総計)|\(\d[\d.,]* records?\)\s*:?$/;

/** How most rows that are none of this begin; spares each row of a long list the rest. */
const MAY_BE_LABEL =
  /^\s*(?:grand|sub|overall|column|total|sum|som|sou|gesamt|zwischen|insgesamt|eind|average|mean|avg|count|durch|record|row|anzahl|nombre|numero|conte|recuento|contagem|aantal|[\d.,]+ [a-z]|合計|総計|小計|件数)|records?\)\s*:?\s*$/i;

/** True when the first filled cell is a word for totals and all others are numbers, or the only one counts rows. A company named Total has more than numbers beside it. */
export function isTotalsRow(cells: readonly Cell[]): boolean {
  const label = labelOf(cells);
  if (label === '') return false;
  const others = cells.filter((cell) => !isBlank(cell)).slice(1);
  if (others.length === 0) return COUNT_OF_ROWS.test(label);
  return (TOTAL_WORDS.test(label) || COUNT_OF_ROWS.test(label)) && others.every((cell) => isAmount(cell) || isCountWord(cell));
}

/** True for totals between the rows: by a label no company has, else only where an amount is the sum of a block that ends above it. */
export function isSubtotal(cells: readonly Cell[], blocksAbove: () => readonly (readonly (readonly Cell[])[])[]): boolean {
  if (!isTotalsRow(cells)) return false;
  const label = labelOf(cells);
  if (SURE_LABEL.test(label) || COUNT_OF_ROWS.test(label)) return true;
  return blocksAbove().some((rows) => rows.length > 0 && cells.some((cell, column) => isSumOf(cell, rows, column)));
}

/** True for a row of nothing but amounts, each the sum of the three or more rows above it and one of them not 0: totals without a word for it. */
export function isSumOfRows(cells: readonly Cell[], rowsAbove: () => readonly (readonly Cell[])[]): boolean {
  if (!isBlank(cells[0] ?? '')) return false;
  const filled = cells.flatMap((cell, column) => (isBlank(cell) ? [] : [{ cell, column }]));
  if (filled.length === 0 || !filled.every(({ cell }) => isAmount(cell))) return false;
  const rows = rowsAbove();
  return rows.length >= 3 && filled.every(({ cell, column }) => isSumOf(cell, rows, column));
}

/** Folded text of the first filled cell where it may name totals; else ''. */
function labelOf(cells: readonly Cell[]): string {
  const first = cells.find((cell) => !isBlank(cell));
  return typeof first === 'string' && MAY_BE_LABEL.test(first) ? fold(first.slice(0, 60)) : '';
}

/** What Salesforce puts beside its totals: `Count`, `Sum`, `5 records`, `Count: 5`. */
function isCountWord(cell: Cell): boolean {
  return typeof cell === 'string' && isCountText(fold(cell.slice(0, 60)));
}

function isCountText(text: string): boolean {
  return /^(?:count|sum|avg|average|record count)$/.test(text) || COUNT_OF_ROWS.test(text);
}

function isSumOf(cell: Cell, rows: readonly (readonly Cell[])[], column: number): boolean {
  const total = amountOf(cell);
  if (total === undefined || total === 0) return false;
  const sum = rows.reduce((so, row) => so + (amountOf(row[column] ?? '') ?? 0), 0);
  return Math.abs(sum - total) <= Math.abs(total) * 1e-9;
}

function amountOf(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  const quantity = typeof cell === 'string' ? (readQuantity(cell, POINT) ?? readQuantity(cell, COMMA)) : undefined;
  return quantity?.low === quantity?.high ? quantity?.low : undefined;
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
