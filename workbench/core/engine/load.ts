/** Workbook data as the JSON the engine loads, and cell contents as the engine must be given them. */
import { positionOf, quoteTab } from '../document/a1';
import type { Content } from '../person/entry';
import { isErrorText, isTextFormat } from '../person/entry';
import type { CellData, SheetData, WorkbookData } from '../document/workbookData';
import type { FormatNames } from './format';
import type { EngineLibrary, EngineSheetJson, EngineStyle } from './library';
import { engineRule, engineValidation } from './rules';

/** A literal the engine would misread, to be corrected in place once it is loaded. */
interface Correction {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface LoadedJson {
  readonly json: object;
  readonly corrections: readonly Correction[];
}

/** The workbook as the engine's JSON, with the literals that have to be corrected once it is loaded. */
export function toEngineJson(o: EngineLibrary, workbook: WorkbookData, names: FormatNames): LoadedJson {
  const styles = new Interner<EngineStyle>();
  const formats = new Interner<string>();
  const corrections: Correction[] = [];
  const sheets = workbook.sheets.map((sheet) => sheetJson(o, sheet, { styles, formats, corrections, names }));
  const locale = o.DEFAULT_LOCALES.find(({ code }) => code === workbook.locale) ?? o.constants.DEFAULT_LOCALE;
  const namedRanges = Object.fromEntries(workbook.namedRanges.map(({ name, range }) => [name, range]));
  return { json: { sheets, styles: styles.byId(), formats: formats.byId(), namedRanges, settings: { locale } }, corrections };
}

/** The text to hand to the engine so that it stores exactly this content and coerces nothing. */
export function engineContent(
  o: EngineLibrary,
  content: Content,
  format: string | undefined,
): { readonly content: string; readonly exact?: string } {
  switch (content.kind) {
    case 'blank':
      return { content: '' };
    case 'formula':
      return { content: content.formula };
    case 'number':
      return { content: String(content.number) };
    case 'boolean':
      return { content: content.boolean ? 'TRUE' : 'FALSE' };
    case 'text':
      return textContent(o, content.text, format);
  }
}

function cellContent(cell: CellData): Content {
  if (cell.formula) return { kind: 'formula', formula: cell.formula };
  if (typeof cell.value === 'number') return { kind: 'number', number: cell.value };
  if (typeof cell.value === 'boolean') return { kind: 'boolean', boolean: cell.value };
  return cell.value ? { kind: 'text', text: cell.value } : { kind: 'blank' };
}

/** A range with its tab, quoted where needed: `'My tab'!B2:C9`. */
export function sheetTitleRange(title: string, range: string): string {
  return `${quoteTab(title)}!${range}`;
}

function textContent(
  o: EngineLibrary,
  text: string,
  format: string | undefined,
): { readonly content: string; readonly exact?: string } {
  // Under `@` the engine takes all but a leading = literally, apostrophes too.
  if (isTextFormat(format)) return text.startsWith('=') ? { content: `'${text}`, exact: text } : { content: text };
  const en = o.constants.DEFAULT_LOCALE;
  const misread =
    /^['=]/.test(text) ||
    /^(true|false)$/i.test(text) ||
    (/\d/.test(text) && (o.helpers.isNumber(text, en) || o.helpers.isDateTime(text, en)));
  return { content: misread && !isErrorText(text) ? `'${text}` : text };
}

interface Shared {
  readonly styles: Interner<EngineStyle>;
  readonly formats: Interner<string>;
  readonly corrections: Correction[];
  readonly names: FormatNames;
}

function sheetJson(o: EngineLibrary, sheet: SheetData, shared: Shared): EngineSheetJson {
  const json: EngineSheetJson = {
    id: String(sheet.id),
    name: sheet.title,
    colNumber: sheet.columns,
    rowNumber: sheet.rows,
    cells: {},
    styles: {},
    formats: {},
    borders: {},
    merges: [...sheet.merges],
    cols: columnsOf(sheet),
    rows: rowsOf(sheet),
    panes: { xSplit: sheet.frozenColumns, ySplit: sheet.frozenRows },
    isVisible: !sheet.hidden,
    ...(sheet.tabColor === undefined ? {} : { color: sheet.tabColor }),
    conditionalFormats: sheet.conditionalFormats.map((format, index) => engineRule(format, `cf${index}`)),
    dataValidationRules: sheet.validations.map((validation, index) => engineValidation(validation, `dv${index}`)),
    figures: [],
    tables: [],
  };
  for (const [place, cell] of Object.entries(sheet.cells)) addCell(o, json, place, cell, shared);
  return json;
}

function rowsOf({ rowHeights = {}, hiddenRows }: SheetData): EngineSheetJson['rows'] {
  const rows: EngineSheetJson['rows'] = {};
  for (const [row, size] of Object.entries(rowHeights)) rows[Number(row) - 1] = { size };
  for (const row of hiddenRows) rows[row - 1] = { ...rows[row - 1], isHidden: true };
  return rows;
}

function columnsOf({ columnWidths, hiddenColumns = [] }: SheetData): EngineSheetJson['cols'] {
  const columns: EngineSheetJson['cols'] = {};
  for (const [column, size] of Object.entries(columnWidths)) columns[Number(column) - 1] = { size };
  for (const column of hiddenColumns) columns[column - 1] = { ...columns[column - 1], isHidden: true };
  return columns;
}

function addCell(o: EngineLibrary, json: EngineSheetJson, place: string, cell: CellData, shared: Shared): void {
  const format = shared.names.drawn(cell.format, cell.formula === undefined ? cell.value : undefined);
  const style = cellStyle(cell);
  if (Object.keys(style).length) json.styles[place] = shared.styles.idOf(style);
  if (format) json.formats[place] = shared.formats.idOf(format);
  if (cell.spilled) return;
  const { content, exact } = engineContent(o, cellContent(cell), format);
  if (content) json.cells[place] = content;
  const position = exact === undefined ? undefined : positionOf(place);
  if (position && exact !== undefined) shared.corrections.push({ sheetId: json.id, ...position, text: exact });
}

function cellStyle(cell: CellData): EngineStyle {
  return {
    ...(cell.bold ? { bold: true } : {}),
    ...(cell.italic ? { italic: true } : {}),
    ...(cell.textColor ? { textColor: cell.textColor } : {}),
    ...(cell.fillColor ? { fillColor: cell.fillColor } : {}),
    ...(cell.wrap ? { wrapping: 'wrap' as const } : {}),
    ...(cell.align ? { align: cell.align } : {}),
    ...(cell.isTop ? { verticalAlign: 'top' as const } : {}),
    ...(cell.link ? { underline: true } : {}),
  };
}

/** Equal things share one number, from 1, as the engine's JSON wants styles and formats. */
class Interner<T> {
  private readonly ids = new Map<string, number>();
  private readonly items: Record<number, T> = {};

  idOf(item: T): number {
    const key = JSON.stringify(item);
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.ids.size + 1;
    this.ids.set(key, id);
    this.items[id] = item;
    return id;
  }

  byId(): Readonly<Record<number, T>> {
    return this.items;
  }
}
