/** The few shapes of the spreadsheet engine that the adapter touches. The library itself is handed in: a module in Node, a global in the page. */

/** The engine's module; only `engine/` looks inside. */
export type EngineLibrary = typeof import('@odoo/o-spreadsheet');

export interface EngineStyle {
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  underline?: boolean;
  align?: 'left' | 'center' | 'right';
  verticalAlign?: 'top' | 'middle' | 'bottom';
  wrapping?: 'overflow' | 'wrap' | 'clip';
  fillColor?: string;
  textColor?: string;
  fontSize?: number;
}

export interface EngineRule {
  readonly id: string;
  readonly ranges: readonly string[];
  readonly rule: Readonly<Record<string, unknown>>;
}

export interface EngineValidation {
  readonly id: string;
  readonly criterion: { readonly type: string; readonly values: readonly string[]; readonly [key: string]: unknown };
  readonly isBlocking?: boolean;
  readonly ranges: readonly string[];
}

export interface EngineSheetJson {
  id: string;
  name: string;
  colNumber: number;
  rowNumber: number;
  cells: Record<string, string>;
  styles: Record<string, number>;
  formats: Record<string, number>;
  borders: Record<string, number>;
  merges: string[];
  cols: Record<number, { size?: number; isHidden?: boolean }>;
  rows: Record<number, { size?: number; isHidden?: boolean }>;
  panes: { xSplit: number; ySplit: number };
  isVisible: boolean;
  color?: string;
  conditionalFormats: EngineRule[];
  dataValidationRules: EngineValidation[];
  figures: never[];
  tables: never[];
}

/** A literal or formula cell as the engine keeps it; literals may be corrected in place before evaluation. */
export interface EngineCell {
  readonly id: number;
  readonly style?: EngineStyle;
  readonly format?: string;
  readonly isFormula: boolean;
  content?: string;
  parsedValue?: string | number | boolean | null;
  readonly compiledFormula?: { toFormulaString(getters: unknown): string; readonly isBadExpression?: boolean };
}

export interface EvaluatedCell {
  readonly type: 'boolean' | 'number' | 'text' | 'empty' | 'error';
  readonly value: string | number | boolean | null;
  readonly format?: string;
  readonly formattedValue: string;
  readonly message?: string;
}

export interface EngineZone {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface EngineCommand {
  readonly type: string;
  readonly [key: string]: unknown;
}

export interface Position {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
}

/** The getters used, typed by hand: the published types hide them behind plugin-made unions. */
export interface EngineGetters {
  getSheetIds(): string[];
  getSheetName(sheetId: string): string;
  getNumberRows(sheetId: string): number;
  getNumberCols(sheetId: string): number;
  isSheetVisible(sheetId: string): boolean;
  getActiveSheetId(): string;
  getActivePosition(): Position;
  getSelectedZone(): EngineZone;
  getPaneDivisions(sheetId: string): { xSplit: number; ySplit: number };
  getCell(position: Position): EngineCell | undefined;
  getCells(sheetId: string): readonly EngineCell[];
  getCellPosition(cellId: number): Position;
  getEvaluatedCellsPositions(sheetId: string): readonly Position[];
  getRowCellIds(sheetId: string, row: number): readonly number[];
  getEvaluatedCell(position: Position): EvaluatedCell;
  getArrayFormulaSpreadingOn(position: Position): Position | undefined;
  getSpreadZone(position: Position): EngineZone | undefined;
  getMerges(sheetId: string): EngineZone[];
  isRowHiddenByUser(sheetId: string, row: number): boolean;
  isColHiddenByUser(sheetId: string, column: number): boolean;
  getColSize(sheetId: string, column: number): number;
  getUserRowSize(sheetId: string, row: number): number | undefined;
  getSheet(sheetId: string): { readonly color?: string };
  getConditionalFormats(sheetId: string): EngineRule[];
  getDataValidationRules(sheetId: string): (Omit<EngineValidation, 'ranges'> & { ranges: { zone: EngineZone }[] })[];
  getNamedRanges(): { name: string; range: { sheetId: string; zone: EngineZone } }[];
  getRangeDataFromZone(sheetId: string, zone: EngineZone): unknown;
  getRangeDataFromXc(sheetId: string, xc: string): unknown;
  evaluateFormulaResult(sheetId: string, formula: string): FormulaResult | FormulaResult[][];
  getFigure(sheetId: string, figureId: string): object | undefined;
  getLocale(): { code: string };
}

interface FormulaResult {
  readonly value:
    string | number | boolean | null | { readonly value: string | number | boolean | null; readonly format?: string };
  readonly format?: string;
  readonly message?: string;
}

export interface EngineModel {
  readonly getters: EngineGetters;
  /** What is selected in the active tab; the focus is on `cell`. */
  readonly selection: {
    selectZone(anchor: { readonly cell: { readonly col: number; readonly row: number }; readonly zone: EngineZone }): unknown;
  };
  /** Of all it tells, `snapshot` empties the history. */
  readonly session: { trigger(event: 'snapshot'): void };
  dispatch(type: string, payload?: object): { readonly isSuccessful: boolean; readonly reasons: readonly string[] };
  on(event: 'update', owner: object, callback: () => void): void;
}
