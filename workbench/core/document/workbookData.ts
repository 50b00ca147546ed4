/** A whole workbook as plain data: what files are read into, what the engine loads, what tests compare. */

export type CellValue = string | number | boolean;

export interface CellData {
  /** Typed value; for a formula its last computed result (error results as text, e.g. `#REF!`). Dates are serials with a date `format`. */
  readonly value?: CellValue;
  /** With its leading `=`, canonical en-US form. */
  readonly formula?: string;
  /** Number format, Sheets' notation: `@`, `0.0%`, `yyyy-mm-dd`. Absent is General. */
  readonly format?: string;
  readonly note?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly textColor?: string;
  readonly fillColor?: string;
  readonly wrap?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** Text stands at the top of its row. */
  readonly isTop?: true;
  /** Where the cell's text leads: `#gid=7&range=B3` within the file, else an address of the web. */
  readonly link?: string;
  /** The value spilled here from a neighbour's formula; it is computed, so loading skips it. */
  readonly spilled?: true;
  /** What stands behind an error value, as the cell's hover shows it. */
  readonly message?: string;
}

export interface Validation {
  readonly range: string;
  readonly values: readonly string[];
  /** True when other entries are rejected; false when they only warn. */
  readonly rejects: boolean;
}

/** Conditional formats the workbench can carry; anything else a file holds is kept only by the engine. */
export interface ConditionalFormat {
  readonly range: string;
  readonly rule:
    | {
        readonly kind: 'textEquals';
        readonly text: string;
        readonly fill?: string;
        readonly textColor?: string;
        readonly bold?: boolean;
      }
    | {
        readonly kind: 'scale';
        readonly low: number;
        readonly high: number;
        readonly lowColor: string;
        readonly highColor: string;
        readonly middle?: { readonly value: number; readonly color: string };
      }
    | {
        readonly kind: 'formula';
        readonly formula: string;
        readonly fill?: string;
        readonly textColor?: string;
        readonly bold?: boolean;
      }
    | {
        readonly kind: 'dateBefore';
        readonly when: 'today' | 'tomorrow' | 'yesterday';
        readonly fill?: string;
        readonly textColor?: string;
        readonly bold?: boolean;
      };
}

export interface Metadata {
  readonly key: string;
  readonly value: string;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
}

/** Bars beside the cells; ranges are of the chart's own tab, the corner is counted from 1. */
export interface ChartData {
  readonly title: string;
  readonly labels: string;
  readonly values: string;
  readonly row: number;
  readonly column: number;
  /** Pixels; left out for the usual size. */
  readonly width?: number;
  readonly height?: number;
}

export interface SheetData {
  /** Stable over renames and moves (the gid). */
  readonly id: number;
  readonly title: string;
  readonly hidden: boolean;
  /** Size of the grid, also where it is empty. */
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** By address without tab, e.g. `B7`. */
  readonly cells: Readonly<Record<string, CellData>>;
  readonly merges: readonly string[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly columnWidths: Readonly<Record<number, number>>;
  /** Pixels of rows whose height was set; others are as tall as their texts. */
  readonly rowHeights?: Readonly<Record<number, number>>;
  /** e.g. `#1a73e8`. */
  readonly tabColor?: string;
  readonly filter?: string;
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly charts?: readonly ChartData[];
  readonly metadata: readonly Metadata[];
}

export interface WorkbookData {
  readonly title: string;
  /** e.g. `en_US`. */
  readonly locale: string;
  /** e.g. `Europe/Berlin`. */
  readonly timeZone: string;
  readonly sheets: readonly SheetData[];
  readonly namedRanges: readonly { readonly name: string; readonly range: string }[];
  readonly metadata: readonly Metadata[];
}
