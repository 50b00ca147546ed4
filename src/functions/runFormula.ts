/** Runs a formula by name and keeps what Sheets cannot hold from reaching it. */
import type { Cell, Grid } from '../sheet/grid';
import { isCalendarDate } from '../sheet/grid';
import { isLoading } from '../sheet/parse/blank';
import { textOfCell } from '../sheet/plan/planTable';
import { Arguments, isGrid, type Argument } from './arguments/arguments';
import { FormulaRefusal } from './arguments/formulaRefusal';
import type { FormulaName } from './formula';
import { FORMULA_BODIES } from './formulas';

/** Sheets refuses results of about 494,000 cells; a formula stops well before, with a sentence. */
const RESULT_LIMIT = 200_000;

/**
 * The result as Sheets takes it: text, numbers, truth values; days as `YYYY-MM-DD`.
 * `parameters` are the catalog's names in order, optional ones with a `?`, as the built stubs pass them.
 */
export function runFormula(
  name: string,
  parameters: string,
  values: readonly unknown[],
): string | number | boolean | readonly (readonly (string | number | boolean)[])[] {
  const declared = parameters.split(' ');
  const names = declared.map((parameter) => parameter.replace('?', ''));
  declared.forEach((parameter, index) => {
    if (values[index] === undefined && !parameter.endsWith('?'))
      throw new FormulaRefusal(name, `"${parameter}" is missing. Give ${names.join(', ')}.`);
  });
  const given = values as readonly Argument[];
  assertNothingLoading(name, names, given);
  const result = FORMULA_BODIES[name as FormulaName](new Arguments(name, names, given));
  return isGrid(result) ? outGrid(name, result) : outCell(result);
}

function assertNothingLoading(name: string, names: readonly string[], given: readonly Argument[]): void {
  given.forEach((value, index) => {
    if (isGrid(value) ? value.some((row) => row.some(isLoading)) : value !== undefined && isLoading(value)) {
      throw new FormulaRefusal(
        name,
        `"${names[index] ?? ''}" holds cells that are still loading. The formula recalculates when they are there.`,
      );
    }
  });
}

function outGrid(name: string, grid: Grid): readonly (readonly (string | number | boolean)[])[] {
  const cells = grid.length * (grid[0]?.length ?? 0);
  if (cells > RESULT_LIMIT) {
    throw new FormulaRefusal(
      name,
      `the result has ${cells} cells, more than ${RESULT_LIMIT}. Give a shorter range, or plan everything from the menu.`,
    );
  }
  return grid.map((row) => row.map(outCell));
}

function outCell(cell: Cell): string | number | boolean {
  if (isCalendarDate(cell)) return textOfCell(cell);
  return typeof cell === 'number' && !Number.isFinite(cell) ? '' : cell;
}
