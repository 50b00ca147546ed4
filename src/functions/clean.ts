/** CLEAN_DOMAIN, CLEAN_NUMBER, CLEAN_COUNTRY: the parsers of the tabs, for cells. */
import { settled } from '../domain/facts/figure';
import { countryOf } from '../sheet/parse/country';
import { registrableDomain } from '../sheet/parse/domain';
import { currenciesOf } from '../sheet/parse/money';
import { readQuantity } from '../sheet/parse/number';
import { A_LOCALE, isLocale, styleOfLocale } from '../sheet/parse/numberStyle';
import { textOfCell } from '../sheet/plan/planTable';
import { isGrid, mapCells } from './arguments/arguments';
import type { FormulaRun } from './formula';

export const cleanDomain: FormulaRun = (given) =>
  mapCells(given.raw('range'), (cell) => registrableDomain(textOfCell(cell)) ?? '');

export const cleanNumber: FormulaRun = (given) => {
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

export const cleanCountry: FormulaRun = (given) => mapCells(given.raw('range'), (cell) => countryOf(textOfCell(cell)) ?? '');
