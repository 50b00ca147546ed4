/** CLEAN_DOMAIN, CLEAN_NUMBER, CLEAN_COUNTRY: the parsers of the tabs, for cells. */
import { settled } from '../domain/figure';
import { countryOf } from '../sheet/parse/country';
import { registrableDomain } from '../sheet/parse/domain';
import { readQuantity } from '../sheet/parse/number';
import { styleOfLocale } from '../sheet/parse/numberStyle';
import { textOfCell } from '../sheet/plan/planTable';
import { mapCells } from './arguments';
import type { FormulaRun } from './formula';

export const cleanDomain: FormulaRun = (given) =>
  mapCells(given.raw('range'), (cell) => registrableDomain(textOfCell(cell)) ?? '');

export const cleanNumber: FormulaRun = (given) => {
  const style = styleOfLocale(textOfCell(given.cell('locale', 'a locale such as de-DE') ?? '') || 'en-US');
  return mapCells(given.raw('range'), (cell) => {
    const quantity = readQuantity(cell, style);
    if (quantity === undefined) return '';
    return settled(Number.isFinite(quantity.low) ? quantity.low : quantity.high);
  });
};

export const cleanCountry: FormulaRun = (given) => mapCells(given.raw('range'), (cell) => countryOf(textOfCell(cell)) ?? '');
