/** The port to what a spreadsheet shows beside its cells; part of the workbook's. Implemented by `src/google`. */
import type { ChartFormat, DropDown, ColorRule } from '../../sheet/render/tabFormat';
import type { Tab } from './tab';

/** Where a named range begins. */
export interface NamedCells {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
}

/** Rows of a tab, both included. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** What is done at columns of the tab, 1-based. */
export interface At<T> {
  readonly what: T;
  readonly columns: readonly number[];
}

/** A cell that leads to another, by its text and an address within the file. */
export interface LinkedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly url: string;
}

/** The rows that a chart draws, the columns of its labels and values, and that of its corner, all from 1. */
export interface ChartCells {
  readonly row: number;
  readonly rows: number;
  readonly labels: number;
  readonly values: number;
  readonly column: number;
  /** Only a chart that is there is changed. */
  readonly isMoved: boolean;
}

export interface FormattingPort {
  /** What {@link FormattingPort.remember} was last given; '' where nothing is. */
  remembered(): string;
  /** Keeps a text on the document, for every install. */
  remember(text: string): void;
  /** Names of all named ranges. */
  names(): readonly string[];
  nameAt(name: string): NamedCells | undefined;
  /** Makes the named range, or moves it. */
  name(name: string, tab: Tab, rows: Rows, columns: number): void;
  /** Rules of others are kept, before ours; with `isNew` all of ours are set, else only those that are still there. */
  paint(tab: Tab, paints: readonly At<ColorRule>[], rows: Rows, isNew: boolean): void;
  /** Only cells without a rule of their own are given one, which warns and never rejects. */
  offer(tab: Tab, lists: readonly At<DropDown>[], rows: Rows): void;
  /** Lines break, and rows are read from the top. */
  wrap(tab: Tab, rows: Rows, columns: number): void;
  /** Makes the chart, or points the one that is there to these cells and puts it beside them. */
  chart(tab: Tab, chart: ChartFormat, at: ChartCells): void;
  /** Hides and shows columns, from 1. Buffered. */
  hide(tab: Tab, hidden: readonly number[], shown: readonly number[]): void;
  /** Gives cells the text they have, as a link. Buffered. */
  link(tab: Tab, cells: readonly LinkedCell[]): void;
}
