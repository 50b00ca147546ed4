/** What a renderer gives out: one generated tab as a rectangle of cells with its formats. */
import type { Cell } from '../grid';

/** Generated tabs in the order they are written; the Summary is written first and committed last. */
export const GENERATED_TABS = {
  summary: 'Summary',
  scores: 'Scores',
  segments: 'Segments',
  coverage: 'Coverage',
  lanes: 'Lanes',
  rates: 'Rates',
  changes: 'Changes',
  funnel: 'Funnel',
  problems: 'Problems',
} as const;
export type GeneratedKind = keyof typeof GENERATED_TABS;

/** Column of a generated tab: header, number format (`@` is text), width in pixels, what it means. */
export interface BlockColumn {
  readonly header: string;
  readonly format: string;
  readonly width: number;
  readonly note: string;
}

/** A generated tab without its stamp; row 2 of the sheet holds the headers, the rows follow. */
export interface Block {
  readonly kind: GeneratedKind;
  readonly columns: readonly BlockColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly frozenColumns: number;
}

export const TEXT = '@';
export const COUNT = '#,##0';
/** Scores are stored with four decimals and never shown rounded up to a cut. */
export const SCORE = '0.0###';
export const SHARE = '0.0%';
export const MONEY = '#,##0';

/** Describes a column. */
export function column(header: string, format: string, width: number, note: string): BlockColumn {
  return { header, format, width, note };
}

/** A number for a cell; unknown is a blank cell, never 0. */
export function numberCell(value: number | null | undefined): Cell {
  return value === null || value === undefined || !Number.isFinite(value) ? '' : value;
}
