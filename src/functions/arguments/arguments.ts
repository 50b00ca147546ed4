/** Arguments of formulas: what a cell or a range may be, and the one sentence thrown when it is not. */
import { LEVELS, type Level } from '../../domain/rules/plan';
import { isCalendarDate, type Cell, type Grid } from '../../sheet/grid';
import { isBlank } from '../../sheet/parse/blank';
import { POINT, readQuantity } from '../../sheet/parse/number';
import { fold } from '../../domain/facts/text';
import { readShare } from '../../sheet/plan/readSettings';
import { clipped } from '../../sheet/problem';
import { textOfCell } from '../../sheet/plan/planTable';
import { FormulaRefusal } from './formulaRefusal';

/** What a formula is given: a cell, a range, or nothing for an argument left out. */
export type Argument = Cell | Grid | undefined;

/** Named arguments of one call; each reader throws one sentence naming the argument, what was found and what is allowed. */
export class Arguments {
  constructor(
    readonly formula: string,
    private readonly names: readonly string[],
    private readonly values: readonly Argument[],
  ) {}

  /** The raw argument; undefined when it was left out. A 1×1 range counts as its cell, as in Sheets. */
  raw(name: string): Argument {
    const value = this.values[this.names.indexOf(name)];
    return isGrid(value) && value.length === 1 && value[0]?.length === 1 ? value[0][0] : value;
  }

  isGiven(name: string): boolean {
    const value = this.raw(name);
    return isGrid(value) ? value.length > 0 : value !== undefined && value !== '';
  }

  /** A range; a single cell counts as a range of one. */
  grid(name: string, what: string): Grid {
    const value = this.raw(name);
    if (isGrid(value)) return value;
    if (value === undefined || value === '') return this.fail(name, 'nothing', `Give a range: ${what}.`);
    return [[value]];
  }

  optionalGrid(name: string): Grid | undefined {
    return this.isGiven(name) ? this.grid(name, 'a range') : undefined;
  }

  /** A number, or undefined when the cell is blank. */
  number(name: string, allowed = 'a number'): number | undefined {
    const cell = this.cell(name, allowed);
    if (cell === undefined || isBlank(cell)) return undefined;
    const quantity = readQuantity(cell, POINT);
    if (quantity === undefined || quantity.low !== quantity.high || !Number.isFinite(quantity.low)) {
      return this.fail(name, found(cell), `Give ${allowed}.`);
    }
    return quantity.low;
  }

  /** A number that is not below 0, or undefined when blank. */
  positive(name: string): number | undefined {
    const value = this.number(name, 'a number of 0 or more');
    return value !== undefined && value < 0 ? this.fail(name, String(value), 'Give a number of 0 or more.') : value;
  }

  /** A count of 0 or more, or undefined when blank. */
  count(name: string): number | undefined {
    const allowed = 'a whole number of 0 or more';
    const value = this.number(name, allowed);
    if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) return value;
    return this.fail(name, String(value), `Give ${allowed}.`);
  }

  /** A share of 0–1 (`20%`, 0.2 or 20; 1 is 100 %), or undefined when blank. */
  share(name: string): number | undefined {
    const cell = this.cell(name, 'a share from 0 % to 100 %');
    if (cell === undefined || isBlank(cell)) return undefined;
    // A cell that shows 100% arrives as the number 1.
    if (cell === 1) return 1;
    return readShare(cell) ?? this.fail(name, found(cell), 'Give a share from 0 % to 100 %, e.g. 20%.');
  }

  /** High, Medium or Low, or undefined when blank. */
  level(name: string): Level | undefined {
    return this.word(name, LEVELS);
  }

  /** One of a few words, case-folded, or undefined when blank. */
  word<T extends string>(name: string, words: readonly T[]): T | undefined {
    const cell = this.cell(name, words.join(', '));
    if (cell === undefined) return undefined;
    // Before blanks: `none` is one of the roundings.
    const word = words.find((candidate) => fold(candidate) === fold(textOfCell(cell)));
    if (word !== undefined || isBlank(cell)) return word;
    return this.fail(name, found(cell), `Give one of: ${words.join(', ')}.`);
  }

  /** One cell; undefined when the argument was left out. */
  cell(name: string, allowed: string): Cell | undefined {
    const value = this.raw(name);
    if (isGrid(value)) {
      return this.fail(name, `a range of ${value.length} × ${value[0]?.length ?? 0} cells`, `Give one cell: ${allowed}.`);
    }
    return value;
  }

  /** Throws the sentence that Sheets shows when the cell is pointed at. */
  fail(name: string, what: string, allowed: string): never {
    throw new FormulaRefusal(this.formula, `"${name}" is ${what}. ${allowed}`);
  }
}

/** True for a range, false for a cell. */
export function isGrid(value: Argument): value is Grid {
  return Array.isArray(value);
}

/** Each cell of a range through a function, or the one cell: a range in gives as many rows out. */
export function mapCells(value: Argument, each: (cell: Cell) => Cell): Cell | Grid {
  if (isGrid(value)) return value.map((row) => row.map((cell) => (isBlank(cell) ? '' : each(cell))));
  return value === undefined || isBlank(value) ? '' : each(value);
}

function found(cell: Cell): string {
  return isCalendarDate(cell) ? `the date ${textOfCell(cell)}` : typeof cell === 'string' ? `"${clipped(cell)}"` : String(cell);
}

/** Rows of the accounts' range. */
export function height(given: Arguments): number {
  return given.grid('accounts', 'the accounts with their header row').length;
}
