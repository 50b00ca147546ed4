/** The spreadsheet engine behind a small interface: cells in rectangles, tabs by gid, rows and columns from 1. */
import type { Box, GridSize } from '../document/a1';
import type { Content } from '../person/entry';
import { LONGEST_TEXT, isTextFormat } from '../person/entry';
import type { CellValue, WorkbookData } from '../document/workbookData';
import { chartCommand, figureId, hasFigure, type StoredChart } from './figures';
import { isDateFormat } from '../document/numberFormat';
import { FormatNames } from './format';
import type { CustomFunction, FormulaValue, FunctionBridge } from './functions';
import { registerFunctions } from './functions';
import type { EngineCell, EngineGetters, EngineLibrary, EngineModel, EngineStyle } from './library';
import { engineContent, toEngineJson } from './load';
import type { CellWrite, StructureListener } from './plugin';
import { correct, installPlugin, spillingCells, WRITE_CELLS } from './plugin';
import { quietly } from './quiet';

/** One cell as Sheets would tell it. Errors are text such as `#REF!`, with the message behind it. */
export interface ReadCell {
  readonly value: CellValue;
  readonly display: string;
  readonly isDate: boolean;
  readonly isError: boolean;
  readonly isSpilled: boolean;
  readonly format?: string;
  readonly formula?: string;
  readonly message?: string;
}

export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  readonly content?: Content;
  readonly style?: EngineStyle | null;
  readonly format?: string | null;
}

export interface EngineHooks {
  readonly functions: FunctionBridge;
  readonly structure: StructureListener;
}

/** More columns than a tab can have. */
const KEY_COLUMNS = 2 ** 20;

const BLANK: ReadCell = { value: '', display: '', isDate: false, isError: false, isSpilled: false };
/** The engine's error codes in Google's spelling. */
const GOOGLE_ERRORS = new Map(
  Object.entries({
    '#REF': '#REF!',
    '#ERROR': '#ERROR!',
    '#BAD_EXPR': '#ERROR!',
    '#CYCLE': '#REF!',
    '#SPILL!': '#REF!',
  }),
);

export class Engine {
  readonly model: EngineModel;
  private readonly gids = new Map<string, number>();
  private readonly formats: FormatNames;

  constructor(
    readonly odoo: EngineLibrary,
    workbook: WorkbookData,
    functions: readonly CustomFunction[],
    hooks: EngineHooks,
  ) {
    installPlugin(odoo);
    registerFunctions(odoo, functions);
    this.formats = new FormatNames(odoo);
    const { json, corrections } = toEngineJson(odoo, workbook, this.formats);
    const custom = { workbench: hooks.functions, structure: hooks.structure };
    this.model = quietly(() => new odoo.Model(json, { custom }) as unknown as EngineModel);
    for (const { sheetId, row, column, text } of corrections)
      correct(this.getters.getCell({ sheetId, row: row - 1, col: column - 1 }), text);
    if (corrections.length) this.dispatch('EVALUATE_CELLS');
  }

  get getters(): EngineGetters {
    return this.model.getters;
  }

  /** False when the engine refused; the reasons name no Google sentence, so callers check beforehand. */
  dispatch(type: string, payload: object = {}): boolean {
    return quietly(() => this.model.dispatch(type, payload).isSuccessful);
  }

  /** Selects cells of the active tab; the upper left one has the focus. */
  select({ row, column, rows, columns }: Box): void {
    const cell = { row: row - 1, col: column - 1 };
    const zone = { top: cell.row, bottom: cell.row + rows - 1, left: cell.col, right: cell.col + columns - 1 };
    quietly(() => this.model.selection.selectZone({ cell, zone }));
  }

  gid(sheetId: string): number {
    const known = this.gids.get(sheetId);
    if (known !== undefined) return known;
    // Tabs made in the page have ids of the engine's own; they get a number when first met.
    const made = /^\d+$/.test(sheetId) ? Number(sheetId) : this.freeGid();
    this.gids.set(sheetId, made);
    return made;
  }

  uid(gid: number): string | undefined {
    return this.getters.getSheetIds().find((sheetId) => this.gid(sheetId) === gid);
  }

  /** Like {@link uid} for a tab that must be there. */
  sheetId(gid: number): string {
    const uid = this.uid(gid);
    if (uid === undefined) throw new Error(`Sheet ${gid} not found`);
    return uid;
  }

  freeGid(): number {
    return Math.max(0, ...this.getters.getSheetIds().map((id) => (/^\d+$/.test(id) ? Number(id) : 0)), ...this.gids.values()) + 1;
  }

  size(gid: number): GridSize {
    const sheetId = this.sheetId(gid);
    return { rows: this.getters.getNumberRows(sheetId), columns: this.getters.getNumberCols(sheetId) };
  }

  read(gid: number, row: number, column: number): ReadCell {
    return this.readAt(this.sheetId(gid), row - 1, column - 1);
  }

  /** Cells of a rectangle, row by row; cells outside the grid are blank. */
  readBox(gid: number, box: Box): ReadCell[][] {
    const sheetId = this.sheetId(gid);
    return Array.from({ length: box.rows }, (_, row) =>
      Array.from({ length: box.columns }, (_, column) => this.readAt(sheetId, box.row - 1 + row, box.column - 1 + column)),
    );
  }

  /** What stands in the cell itself, computed or not: for checks of every cell that need not evaluate. */
  literal(gid: number, row: number, column: number): EngineCell | undefined {
    return this.getters.getCell({ sheetId: this.sheetId(gid), row: row - 1, col: column - 1 });
  }

  style(gid: number, row: number, column: number): EngineStyle {
    return this.literal(gid, row, column)?.style ?? {};
  }

  /** Own number format of the cell, in Sheets' notation. */
  format(gid: number, row: number, column: number): string | undefined {
    return this.formats.typed(this.literal(gid, row, column)?.format);
  }

  /** One command and one evaluation, however many cells. */
  write(gid: number, cells: readonly WrittenCell[]): void {
    const sheetId = this.sheetId(gid);
    const writes = cells.flatMap((cell) => this.writeOf(sheetId, gid, cell) ?? []);
    if (writes.length) this.dispatch(WRITE_CELLS, { cells: writes });
  }

  /** Places of all cells that hold, show or look like anything, row by row and from 1; the rest of the grid may be far larger. */
  places(gid: number): readonly { readonly row: number; readonly column: number }[] {
    const sheetId = this.sheetId(gid);
    const held = this.getters.getCells(sheetId).map(({ id }) => this.getters.getCellPosition(id));
    const keys = new Set<number>();
    for (const { row, col } of [...held, ...this.getters.getEvaluatedCellsPositions(sheetId)]) keys.add(row * KEY_COLUMNS + col);
    const sorted = [...keys].sort((a, b) => a - b);
    return sorted.map((key) => ({ row: Math.floor(key / KEY_COLUMNS) + 1, column: (key % KEY_COLUMNS) + 1 }));
  }

  /** Rows and columns up to the last content; a formula that shows nothing is content too. Looks only at cells that hold something or are spilled into. */
  contentSize(gid: number): GridSize {
    const sheetId = this.sheetId(gid);
    const last = { rows: 0, columns: 0 };
    const reach = (row: number, col: number): void => {
      last.rows = Math.max(last.rows, row + 1);
      last.columns = Math.max(last.columns, col + 1);
    };
    for (let row = this.size(gid).rows - 1; row >= 0; row -= 1)
      for (const id of this.getters.getRowCellIds(sheetId, row)) {
        const { col } = this.getters.getCellPosition(id);
        // Above the lowest content only columns further right can tell anything new.
        if ((last.rows === 0 || col >= last.columns) && this.holdsContent(sheetId, row, col)) reach(row, col);
      }
    for (const position of spillingCells(this.getters, sheetId)) {
      const zone = this.getters.getSpreadZone(position);
      for (let row = zone?.bottom ?? -1; row >= (zone?.top ?? 0); row -= 1)
        for (let col = zone?.right ?? -1; col >= (zone?.left ?? 0); col -= 1)
          if ((row >= last.rows || col >= last.columns) && this.showsContent(sheetId, row, col)) reach(row, col);
    }
    return last;
  }

  /** Shows a chart of a kind that the engine draws. */
  draw(chart: StoredChart): void {
    const command = chartCommand(chart, this.sheetId(chart.sheet));
    if (command) this.dispatch('CREATE_CHART', command);
  }

  /** What was done until now is the workbook as it was opened: nobody can undo it. */
  forgetHistory(): void {
    this.model.session.trigger('snapshot');
  }

  erase({ sheet, id }: StoredChart): void {
    const sheetId = this.uid(sheet);
    if (sheetId !== undefined && hasFigure(this.getters, sheetId, id))
      this.dispatch('DELETE_FIGURE', { sheetId, figureId: figureId(id) });
  }

  /** False once a user has deleted it in the page. */
  isDrawn(chart: StoredChart): boolean {
    const sheetId = this.uid(chart.sheet);
    return sheetId !== undefined && (chartCommand(chart, sheetId) === undefined || hasFigure(this.getters, sheetId, chart.id));
  }

  /** The result of a formula that stands nowhere; references without a tab mean `gid`. */
  evaluate(gid: number, formula: string): FormulaValue | FormulaValue[][] {
    const result = quietly(() => this.getters.evaluateFormulaResult(this.sheetId(gid), formula));
    return Array.isArray(result) ? result.map((column) => column.map(flatResult)) : flatResult(result);
  }

  isError(value: string): boolean {
    return this.odoo.registries.errorTypes.has(value);
  }

  googleError(code: string): string {
    return GOOGLE_ERRORS.get(code) ?? code;
  }

  private holdsContent(sheetId: string, row: number, col: number): boolean {
    const cell = this.getters.getCell({ sheetId, row, col });
    return cell !== undefined && (cell.isFormula || Boolean(cell.content));
  }

  private showsContent(sheetId: string, row: number, col: number): boolean {
    return this.getters.getEvaluatedCell({ sheetId, row, col }).type !== 'empty';
  }

  private readAt(sheetId: string, row: number, col: number): ReadCell {
    const position = { sheetId, row, col };
    const cell = this.getters.getCell(position);
    if (cell && !cell.isFormula && isTextFormat(cell.format)) return literalText(cell);
    const seen = this.getters.getEvaluatedCell(position);
    if (!cell && seen.type === 'empty') return BLANK;
    const format = this.formats.typed(cell?.format ?? seen.format);
    const literal = cell && !cell.isFormula && seen.type === 'text' ? cell.parsedValue : undefined;
    // A number that stands in the cell is one, even under a format that the engine fails to draw.
    if (seen.type === 'error' && cell && !cell.isFormula && typeof cell.parsedValue === 'number')
      return literalNumber(cell.parsedValue, format);
    if (cell?.isFormula && seen.type === 'text' && String(seen.value).length > LONGEST_TEXT) return this.tooLong(cell);
    const isError = seen.type === 'error';
    const value = isError ? this.googleError(String(seen.value)) : (literal ?? seen.value ?? '');
    return {
      value: typeof value === 'number' && Object.is(value, -0) ? 0 : value,
      display: isError ? String(value) : literal === undefined ? seen.formattedValue : String(literal),
      isDate: seen.type === 'number' && isDateFormat(format),
      isError,
      isSpilled: !cell?.isFormula && !cell?.content && seen.type !== 'empty',
      ...(format ? { format } : {}),
      ...(cell?.isFormula && cell.compiledFormula ? { formula: this.formulaText(cell) ?? '' } : {}),
      ...(isError && seen.message ? { message: seen.message } : {}),
    };
  }

  /** As in Google, whose cells hold no longer text: a chain of formulas can double its text until no memory holds it. */
  private tooLong(cell: EngineCell): ReadCell {
    const message = `The text of the formula has more than ${LONGEST_TEXT.toLocaleString('en-US')} characters, which no cell holds.`;
    return { ...BLANK, value: '#VALUE!', display: '#VALUE!', isError: true, formula: this.formulaText(cell) ?? '', message };
  }

  /** The change to a cell, or nothing when it already is as wanted: most cells of a second run are. */
  private writeOf(sheetId: string, gid: number, cell: WrittenCell): CellWrite | undefined {
    const before = this.literal(gid, cell.row, cell.column);
    const format = cell.format === undefined ? undefined : (this.formats.drawn(cell.format ?? '') ?? '');
    const content = cell.content ?? (format === undefined ? undefined : kept(before, format));
    const isRestyled = cell.style !== undefined && !sameStyle(before, cell.style);
    const write: CellWrite = {
      sheetId,
      row: cell.row - 1,
      col: cell.column - 1,
      ...(isRestyled && !content ? this.sameText(before) : {}),
      ...(content ? this.newContent(content, format ?? before?.format, before) : {}),
      ...(isRestyled ? { style: cell.style && { ...before?.style, ...cell.style } } : {}),
      ...(format === undefined || format === (before?.format ?? '') ? {} : { format }),
    };
    return write.content === undefined && write.style === undefined && write.format === undefined ? undefined : write;
  }

  private newContent(
    content: Content,
    format: string | undefined,
    before: EngineCell | undefined,
  ): { content?: string; exact?: string } {
    const wanted = engineContent(this.odoo, content, format);
    if (before?.isFormula) return wanted.content === this.formulaText(before) ? {} : wanted;
    const held = before?.content ?? '';
    // Under another format the same content may be read otherwise, so only the same format proves it unchanged.
    return format === before?.format && content.kind !== 'formula' && held === (wanted.exact ?? wanted.content) ? {} : wanted;
  }

  /** The engine would parse the text of a cell again with every change of its style. */
  private sameText(before: EngineCell | undefined): { content?: string; exact?: string } {
    if (!before || before.isFormula) return {};
    const text = isTextFormat(before.format) ? literalText(before).value : before.parsedValue;
    return typeof text === 'string' ? engineContent(this.odoo, { kind: 'text', text }, before.format) : {};
  }

  private formulaText(cell: EngineCell): string | undefined {
    return cell.compiledFormula?.toFormulaString(this.getters);
  }
}

function literalText(cell: EngineCell): ReadCell {
  const value = cell.content ?? '';
  return { value, display: value, isDate: false, isError: false, isSpilled: false, format: '@' };
}

function literalNumber(value: number, format: string | undefined): ReadCell {
  return { ...BLANK, value, display: String(value), isDate: isDateFormat(format), ...(format ? { format } : {}) };
}

function sameStyle(before: EngineCell | undefined, style: EngineStyle | null): boolean {
  const held = (before?.style ?? {}) as Readonly<Record<string, unknown>>;
  return style === null ? before?.style === undefined : Object.entries(style).every(([part, value]) => held[part] === value);
}

/** A text keeps its type when its format changes: the engine would parse it again. */
function kept(before: EngineCell | undefined, format: string): Content | undefined {
  if (!before || before.isFormula || !before.content) return undefined;
  if (isTextFormat(before.format) && format !== '@') return { kind: 'text', text: before.content };
  return typeof before.parsedValue === 'string' && format === '@' ? { kind: 'text', text: before.parsedValue } : undefined;
}

function flatResult(result: { value: unknown; format?: string; message?: string }): FormulaValue {
  const inner = result.value;
  if (typeof inner === 'object' && inner !== null) return flatResult(inner as { value: unknown });
  return {
    value: inner as FormulaValue['value'],
    ...(result.format ? { format: result.format } : {}),
    ...(result.message ? { message: result.message } : {}),
  };
}
