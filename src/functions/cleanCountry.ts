/** CLEAN_COUNTRY: a country's two-letter code, as the tabs read it. */
import { countryOf } from '../sheet/parse/country';
import { textOfCell } from '../sheet/plan/planTable';
import { mapCells } from './arguments/arguments';
import type { FormulaBody } from './formula';

/** Cells in, as many ISO 3166-1 alpha-2 codes out; '' for a cell that names no single country. */
export const cleanCountry: FormulaBody = (given) => mapCells(given.raw('range'), (cell) => countryOf(textOfCell(cell)) ?? '');
