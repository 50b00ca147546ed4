/** Money: the currency of a cell, and lists that mix several. */
import type { Cell } from '../grid';
import { isBlank } from './blank';
import { readQuantity, type NumberStyle } from './number';
import type { HeaderUnit } from './unit';

/** ISO 4217 of a cell that holds an amount: its own, else the header's; undefined when neither names one. */
export function currencyOf(cell: Cell, style: NumberStyle, unit?: HeaderUnit): string | undefined {
  return readQuantity(cell, style)?.currency ?? unit?.currency;
}

/** Currencies that occur among a column's amounts, most frequent first. More than one: their sum means nothing and is refused. */
export function currenciesOf(cells: readonly Cell[], style: NumberStyle, unit?: HeaderUnit): readonly string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (typeof cell !== 'string' || isBlank(cell)) continue;
    const currency = currencyOf(cell, style, unit);
    if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  if (unit?.currency !== undefined && !counts.has(unit.currency) && counts.size > 0) counts.set(unit.currency, 0);
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).map(([currency]) => currency);
}
