/** What a custom function is: declared once, with everything that help, docs, build and tests need. */
import type { Cell, Grid } from '../sheet/grid';
import type { Arguments } from './arguments/arguments';

export type FormulaName =
  | 'TAM_VALUE'
  | 'TAM_FUNNEL'
  | 'OUTREACH_PLAN'
  | 'ICP_SHARE'
  | 'ICP_SCORE'
  | 'ICP_TIER'
  | 'ICP_EXPLAIN'
  | 'ICP_BREAKDOWN'
  | 'SEGMENT_SCORE'
  | 'SEGMENT_ASSIGN'
  | 'SEGMENT_COUNT'
  | 'SEGMENT_COVERAGE'
  | 'SEGMENT_OVERLAP'
  | 'SEGMENT_FUNNEL'
  | 'SEGMENT_CHECK'
  | 'RATE_RANGE'
  | 'CLEAN_DOMAIN'
  | 'CLEAN_NUMBER'
  | 'CLEAN_COUNTRY';

export interface FormulaParameter {
  readonly name: string;
  /** As Sheets shows it in the formula's help. */
  readonly example: string;
  readonly text: string;
  readonly isOptional: boolean;
}

/** An example that a test runs: the tabs it needs, the formula, and what it gives. */
export interface FormulaExample {
  readonly tabs: Readonly<Record<string, Grid>>;
  readonly formula: string;
  readonly result: Cell | Grid;
}

export interface Formula {
  readonly name: FormulaName;
  readonly summary: string;
  readonly parameters: readonly FormulaParameter[];
  readonly example: FormulaExample;
}

/** Pure: the same arguments give the same result. @throws FormulaRefusal with one sentence for a wrong argument. */
export type FormulaBody = (given: Arguments) => Cell | Grid;

/** A parameter that must be given; `example` is a text of the formula bar. */
export function required(name: string, example: string, text: string): FormulaParameter {
  return { name, example, text, isOptional: false };
}

/** A parameter that may be left out. */
export function optional(name: string, example: string, text: string): FormulaParameter {
  return { name, example, text, isOptional: true };
}
