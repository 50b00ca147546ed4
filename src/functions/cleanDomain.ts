/** CLEAN_DOMAIN: the domain that tells companies apart, as the tabs read it. */
import { registrableDomain } from '../sheet/parse/domain';
import { textOfCell } from '../sheet/plan/planTable';
import { mapCells } from './arguments/arguments';
import type { FormulaBody } from './formula';

/** Cells in, as many out; '' for a cell that holds no company's own domain. */
export const cleanDomain: FormulaBody = (given) =>
  mapCells(given.raw('range'), (cell) => registrableDomain(textOfCell(cell)) ?? '');
