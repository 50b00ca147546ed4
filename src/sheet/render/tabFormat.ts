/** How a tab looks beside its cells: colors that follow values, drop-downs, a chart, a name for formulas. Pure descriptions; `src/google` applies them. */
import type { GeneratedKind } from '../ownTabs/block';
import type { TabKind } from '../ownTabs/tabKind';

/** Text on every fill; at least 12 : 1 on each of them. */
export const INK = '#202124';

/** Fills that go with a word, never without it. */
export const FILLS = {
  good: '#e6f4ea',
  middling: '#fef7e0',
  weak: '#f1f3f4',
  bad: '#fce8e6',
} as const;

/** A value and the color it has, the same every month. */
export interface ScalePoint {
  readonly value: number;
  readonly fill: string;
}

/** Of the columns of these headers: a scale between fixed numbers, a word, a day that is here or past, or one cell with its own formula. */
export type ColorRule = { readonly headers: readonly string[] } & (
  | { readonly kind: 'scale'; readonly low: ScalePoint; readonly middle: ScalePoint; readonly high: ScalePoint }
  | { readonly kind: 'word'; readonly word: string; readonly fill: string }
  | { readonly kind: 'due'; readonly fill: string }
  | { readonly kind: 'formula'; readonly row: number; readonly formula: string; readonly fill: string }
);

/** Words offered in a column; others only get a warning. */
export interface DropDown {
  readonly header: string;
  readonly words: readonly string[];
  readonly help: string;
}

/** Bars of a column of numbers with their labels, made once, in the column `at` beside the rows they draw. */
export interface ChartFormat {
  readonly title: string;
  readonly labels: string;
  readonly values: string;
  readonly at: string;
  /** Pixels. */
  readonly width: number;
}

/** A link from a cell to the cell that explains it; rows and columns from 1. */
export interface CellLink {
  readonly row: number;
  readonly column: number;
  /** The cell's text as it is written. */
  readonly text: string;
  readonly to: { readonly kind: GeneratedKind; readonly row: number; readonly column: number };
}

export interface TabFormat {
  readonly kind: TabKind;
  /** Of a generated tab: where its columns have moved, what follows them is given again. */
  readonly layout?: number;
  /** What its named range is called behind the prefix, and the row where the range begins. */
  readonly name: string;
  readonly nameFrom: number;
  /** Row of the headers. */
  readonly head: number;
  /** Texts are shown whole, over several lines. */
  readonly isWrapped: boolean;
  readonly paints: readonly ColorRule[];
  readonly lists: readonly DropDown[];
  readonly chart?: ChartFormat;
}
