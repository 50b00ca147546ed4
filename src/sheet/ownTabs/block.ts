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
  /** Its header follows the plan, and may be another with the next run. */
  readonly isFact?: boolean;
}

/** Where a cell leads: to the first row of a tab, or to the first whose cell under `header` is `text`; nowhere while there is none. */
export interface LinkTarget {
  readonly kind: GeneratedKind;
  readonly header?: string;
  readonly text?: string;
}

/** A link of a block's cell; row and column are indexes of the block. */
export interface BlockLink {
  readonly row: number;
  readonly column: number;
  readonly to: LinkTarget;
}

/** Rows of a sheet, the first counted from 1. */
export interface RowSpan {
  readonly row: number;
  readonly rows: number;
}

/** A generated tab without its stamp; row 2 of the sheet holds the headers, the rows follow. */
export interface Block {
  readonly kind: GeneratedKind;
  readonly columns: readonly BlockColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly frozenColumns: number;
  readonly links?: readonly BlockLink[];
  /** Rows that the tab's chart draws, below their heading. */
  readonly charted?: RowSpan;
}

/** Rows of a block begin here in its sheet. */
export const FIRST_ROW = 3;

export const TEXT = '@';
export const COUNT = '#,##0';
/** Scores are stored with four decimals and never shown rounded up to a cut. */
export const SCORE = '0.0###';
export const ONE_DECIMAL = '0.0';
export const SHARE = '0.0%';

/** A column with its cell in each row; what a row stands for is the tab's own affair. */
export interface CellColumn<Row> extends BlockColumn {
  readonly cell: (row: Row) => Cell;
}

/** Describes a column and its cells. */
export function cellColumn<Row>(
  header: string,
  format: string,
  width: number,
  note: string,
  cell: (row: Row) => Cell,
): CellColumn<Row> {
  return { header, format, width, note, cell };
}

/** The cells of each row, column by column. */
export function cellsOf<Row>(columns: readonly CellColumn<Row>[], rows: readonly Row[]): readonly (readonly Cell[])[] {
  return rows.map((row) => columns.map(({ cell }) => cell(row)));
}

/** Columns, from 1, with nothing in any row. */
export function emptyColumns({ columns, rows }: Block): readonly number[] {
  return columns.flatMap((_, index) => (rows.every((cells) => cells[index] === '') ? [index + 1] : []));
}

/** Describes a column. */
export function column(header: string, format: string, width: number, note: string): BlockColumn {
  return { header, format, width, note };
}

/** A number for a cell; unknown is a blank cell, never 0. */
export function numberCell(value: number | null | undefined): Cell {
  return value === null || value === undefined || !Number.isFinite(value) ? '' : value;
}
