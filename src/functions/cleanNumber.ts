/** CLEAN_NUMBER: the number in a text, as the tabs read it. */
import { settled } from '../domain/facts/figure';
import { currenciesOf } from '../sheet/parse/money';
import { readQuantity } from '../sheet/parse/number';
import { A_LOCALE, isLocale, styleOfLocale } from '../sheet/parse/numberStyle';
import { textOfCell } from '../sheet/plan/planTable';
import { isGrid, mapCells } from './arguments/arguments';
import type { FormulaBody } from './formula';

/** Cells in, as many numbers out; a range such as 51-200 gives its lower end, '' where there is no number. @throws Error for amounts in two currencies. */
export const cleanNumber: FormulaBody = (given) => {
  const locale = textOfCell(given.cell('locale', A_LOCALE) ?? '') || 'en-US';
  if (!isLocale(locale)) given.fail('locale', `"${locale}"`, `Give ${A_LOCALE}.`);
  const style = styleOfLocale(locale);
  const range = given.raw('range');
  const mixed = currenciesOf(isGrid(range) ? range.flat() : [range ?? ''], style);
  if (mixed.length > 1)
    given.fail(
      'range',
      `amounts in ${mixed.join(', ')}`,
      'Give those of one currency: numbers alone would be added and compared as one.',
    );
  return mapCells(range, (cell) => {
    const quantity = readQuantity(cell, style);
    if (quantity === undefined) return '';
    return settled(Number.isFinite(quantity.low) ? quantity.low : quantity.high);
  });
};
