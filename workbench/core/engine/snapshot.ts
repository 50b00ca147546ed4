/** The engine's state as workbook data, beside what it cannot hold: that is handed in. */
import { addressOf, boxAddress } from '../document/a1';
import type { CellData, ChartData, ConditionalFormat, SheetData, Validation } from '../document/workbookData';
import type { Engine, ReadCell } from './engine';
import type { EngineStyle, EngineZone } from './library';
import { sheetTitleRange } from './load';
import { conditionalFormat } from './rules';

/** What lives beside the engine, for one tab. */
export interface SideOfSheet {
  readonly notes: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
  readonly charts: readonly ChartData[];
  readonly filter: string | undefined;
  readonly metadata: SheetData['metadata'];
}

/** One tab as workbook data, the opposite of loading it; rows and columns count from 1. */
export function sheetSnapshot(engine: Engine, sheetId: string, side: SideOfSheet): SheetData {
  const { getters } = engine;
  const gid = engine.gid(sheetId);
  const { rows, columns } = engine.size(gid);
  const panes = getters.getPaneDivisions(sheetId);
  const { color } = getters.getSheet(sheetId);
  const rowHeights = heights(engine, sheetId, rows);
  const hiddenColumns = upTo(columns).filter((column) => getters.isColHiddenByUser(sheetId, column - 1));
  return {
    id: gid,
    title: getters.getSheetName(sheetId),
    hidden: !getters.isSheetVisible(sheetId),
    rows,
    columns,
    frozenRows: panes.ySplit,
    frozenColumns: panes.xSplit,
    cells: cellsOf(engine, gid, side),
    merges: getters.getMerges(sheetId).map(zoneAddress),
    hiddenRows: upTo(rows).filter((row) => getters.isRowHiddenByUser(sheetId, row - 1)),
    ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}),
    columnWidths: widths(engine, sheetId, columns),
    ...(Object.keys(rowHeights).length > 0 ? { rowHeights } : {}),
    ...(color === undefined ? {} : { tabColor: color }),
    ...(side.filter ? { filter: side.filter } : {}),
    validations: validationsOf(engine, sheetId),
    conditionalFormats: getters
      .getConditionalFormats(sheetId)
      .map(conditionalFormat)
      .filter((format): format is ConditionalFormat => format !== undefined),
    ...(side.charts.length > 0 ? { charts: side.charts } : {}),
    metadata: side.metadata,
  };
}

/** Every named range with its tab and address; those whose tab was deleted are left out. */
export function namedRangesOf(engine: Engine): { readonly name: string; readonly range: string }[] {
  // The name of a range whose tab is gone stays, and leads nowhere.
  const alive = engine.getters.getNamedRanges().filter(({ range }) => range.sheetId !== '');
  return alive.map(({ name, range }) => ({
    name,
    range: sheetTitleRange(engine.getters.getSheetName(range.sheetId), zoneAddress(range.zone)),
  }));
}

function zoneAddress(zone: EngineZone): string {
  return boxAddress({
    row: zone.top + 1,
    column: zone.left + 1,
    rows: zone.bottom - zone.top + 1,
    columns: zone.right - zone.left + 1,
  });
}

function cellsOf(engine: Engine, gid: number, { notes, links }: SideOfSheet): Record<string, CellData> {
  const cells: Record<string, CellData> = {};
  const held = engine.places(gid).map(({ row, column }) => ({ row, column, place: addressOf(row, column) }));
  for (const { row, column, place } of held) {
    const cell = cellData(
      engine.read(gid, row, column),
      engine.style(gid, row, column),
      engine.format(gid, row, column),
      notes.get(place),
    );
    const link = links.get(place);
    if (cell) cells[place] = link === undefined ? cell : { ...cell, link };
  }
  for (const [place, note] of notes) cells[place] ??= { note };
  return cells;
}

function cellData(
  read: ReadCell,
  style: EngineStyle,
  format: string | undefined,
  note: string | undefined,
): CellData | undefined {
  const shown = format ?? (read.formula || read.isSpilled ? read.format : undefined);
  const data: CellData = {
    ...(read.value === '' && !read.formula ? {} : { value: read.value }),
    ...(read.formula ? { formula: read.formula } : {}),
    ...(shown ? { format: shown } : {}),
    ...(note ? { note } : {}),
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.textColor ? { textColor: style.textColor } : {}),
    ...(style.fillColor ? { fillColor: style.fillColor } : {}),
    ...(style.wrapping === 'wrap' ? { wrap: true } : {}),
    ...(style.align ? { align: style.align } : {}),
    ...(style.verticalAlign === 'top' ? { isTop: true as const } : {}),
    ...(read.isSpilled ? { spilled: true as const } : {}),
    ...(read.message ? { message: read.message } : {}),
  };
  return Object.keys(data).length ? data : undefined;
}

function widths(engine: Engine, sheetId: string, columns: number): Record<number, number> {
  const standard = engine.odoo.SPREADSHEET_DIMENSIONS.DEFAULT_CELL_WIDTH;
  const sized = upTo(columns).map((column) => [column, engine.getters.getColSize(sheetId, column - 1)] as const);
  return Object.fromEntries(sized.filter(([, size]) => size !== standard));
}

/** Those that were set, by rows from 1. */
function heights(engine: Engine, sheetId: string, rows: number): Record<number, number> {
  const set: Record<number, number> = {};
  for (const row of upTo(rows)) {
    const height = engine.getters.getUserRowSize(sheetId, row - 1);
    if (height !== undefined) set[row] = height;
  }
  return set;
}

function validationsOf(engine: Engine, sheetId: string): Validation[] {
  return engine.getters
    .getDataValidationRules(sheetId)
    .filter(({ criterion }) => criterion.type === 'isValueInList')
    .map(({ ranges, criterion, isBlocking }) => ({
      range: ranges.map(({ zone }) => zoneAddress(zone)).join(','),
      values: criterion.values,
      rejects: isBlocking === true,
    }));
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
