/** A person at the spreadsheet: types, sorts, inserts, renames, at any time and past every script. */
import type { Box } from '../document/a1';
import { parseBox } from '../document/a1';
import type { SharedDocument } from '../document/document';
import { emptySheet } from '../document/emptySheet';
import type { Engine, ReadCell, WrittenCell } from '../engine/engine';
import type { Content } from './entry';
import type { EntryRules } from './entryRules';
import { parseEntry } from './entry';

export class Person {
  constructor(
    private readonly document: SharedDocument,
    private readonly rules: () => EntryRules,
  ) {}

  /** As typed into the cell: parsed, formulas computed. */
  type(tab: string, place: string, text: string): void {
    const { gid, box } = this.find(tab, place);
    const own = this.engine.format(gid, box.row, box.column);
    const { content, format } = parseEntry(text, own, this.rules());
    this.engine.write(gid, [{ row: box.row, column: box.column, content, ...(format && !own ? { format } : {}) }]);
  }

  /** Pastes rows of texts as typed, from the top left. */
  paste(tab: string, place: string, rows: readonly (readonly string[])[]): void {
    const { gid, box } = this.find(tab, place);
    const cells = rows.flatMap((row, y) =>
      row.map((text, x): WrittenCell => ({
        row: box.row + y,
        column: box.column + x,
        ...parseEntry(text, undefined, this.rules()),
      })),
    );
    this.engine.write(gid, cells);
  }

  /** Goes to the tab and selects the cells. */
  select(tab: string, place: string): void {
    this.openTab(tab);
    this.engine.select(this.find(tab, place).box);
  }

  clear(tab: string, place: string): void {
    const { gid, box } = this.find(tab, place);
    this.engine.write(
      gid,
      eachCell(box, () => ({ kind: 'blank' })),
    );
  }

  insertRows(tab: string, before: number, count = 1): void {
    this.insert(tab, 'ROW', before, count);
  }

  insertColumns(tab: string, before: number, count = 1): void {
    this.insert(tab, 'COL', before, count);
  }

  deleteRows(tab: string, from: number, count = 1): void {
    this.remove(tab, 'ROW', from, count);
  }

  deleteColumns(tab: string, from: number, count = 1): void {
    this.remove(tab, 'COL', from, count);
  }

  /** Sorts the rows of a range by one of its columns, counted from 1; formats stay where they are. */
  sort(tab: string, place: string, column: number, isAscending = true): void {
    const { gid, box } = this.find(tab, place);
    const rows = this.engine.readBox(gid, box);
    const by = (row: readonly ReadCell[]): string | number => sortKey(row[column - 1]);
    rows.sort((a, b) => (isAscending ? 1 : -1) * compare(by(a), by(b)));
    this.engine.write(
      gid,
      eachCell(box, (y, x) => contentOf(rows[y]?.[x])),
    );
  }

  addTab(title: string, isHidden = false): number {
    const { rows, columns } = emptySheet(title, 0);
    const gid = this.engine.freeGid();
    this.engine.dispatch('CREATE_SHEET', {
      sheetId: String(gid),
      name: title,
      position: this.engine.getters.getSheetIds().length,
      rows,
      cols: columns,
    });
    if (isHidden) this.engine.dispatch('HIDE_SHEET', { sheetId: String(gid) });
    return gid;
  }

  renameTab(tab: string, title: string): void {
    this.engine.dispatch('RENAME_SHEET', { sheetId: this.uid(tab), oldName: tab, newName: title });
  }

  deleteTab(tab: string): void {
    this.engine.dispatch('DELETE_SHEET', { sheetId: this.uid(tab), sheetName: tab });
  }

  duplicateTab(tab: string, title: string): void {
    this.engine.dispatch('DUPLICATE_SHEET', {
      sheetId: this.uid(tab),
      sheetIdTo: String(this.engine.freeGid()),
      sheetNameTo: title,
    });
  }

  moveTab(tab: string, delta: number): void {
    this.engine.dispatch('MOVE_SHEET', { sheetId: this.uid(tab), delta });
  }

  hideTab(tab: string): void {
    this.engine.dispatch('HIDE_SHEET', { sheetId: this.uid(tab) });
  }

  openTab(tab: string): void {
    this.engine.dispatch('ACTIVATE_SHEET', { sheetIdFrom: this.engine.getters.getActiveSheetId(), sheetIdTo: this.uid(tab) });
  }

  note(tab: string, place: string, text: string): void {
    const { gid, box } = this.find(tab, place);
    this.document.notes.push({ sheet: gid, box, text });
  }

  merge(tab: string, place: string): void {
    const { gid, box } = this.find(tab, place);
    const zone = { top: box.row - 1, left: box.column - 1, bottom: box.row + box.rows - 2, right: box.column + box.columns - 2 };
    this.engine.dispatch('ADD_MERGE', { sheetId: this.engine.sheetId(gid), target: [zone], force: true });
  }

  filter(tab: string, place: string): void {
    const { gid, box } = this.find(tab, place);
    this.document.filters.push({ sheet: gid, box });
  }

  /** Only these people, and the owner, may edit from now on; without a place, nobody else may edit the tab. */
  protect(tab: string, place?: string, editors: readonly string[] = []): void {
    const { gid, box } = this.find(tab, place ?? 'A1');
    this.document.protections.push({
      sheet: gid,
      description: '',
      warningOnly: false,
      editors: [...editors],
      unprotected: [],
      ...(place ? { box } : {}),
    });
  }

  /** Values of a rectangle as Sheets shows them in `getValues`, dates as serials. */
  values(tab: string, place: string): (string | number | boolean)[][] {
    const { gid, box } = this.find(tab, place);
    return this.engine.readBox(gid, box).map((row) => row.map(({ value }) => value));
  }

  private get engine(): Engine {
    return this.document.engine;
  }

  private uid(tab: string): string {
    const { getters } = this.engine;
    const uid = getters.getSheetIds().find((id) => getters.getSheetName(id) === tab);
    if (uid === undefined) throw new Error(`No tab is called "${tab}".`);
    return uid;
  }

  private find(tab: string, place: string): { readonly gid: number; readonly box: Box } {
    const gid = this.engine.gid(this.uid(tab));
    const box = parseBox(place, this.engine.size(gid));
    if (!box) throw new Error(`"${place}" is no cell or range.`);
    return { gid, box };
  }

  private insert(tab: string, dimension: 'ROW' | 'COL', before: number, quantity: number): void {
    this.engine.dispatch('ADD_COLUMNS_ROWS', {
      sheetId: this.uid(tab),
      sheetName: tab,
      dimension,
      base: before - 1,
      position: 'before',
      quantity,
    });
  }

  private remove(tab: string, dimension: 'ROW' | 'COL', from: number, count: number): void {
    const elements = Array.from({ length: count }, (_, index) => from - 1 + index);
    this.engine.dispatch('REMOVE_COLUMNS_ROWS', { sheetId: this.uid(tab), sheetName: tab, dimension, elements });
  }
}

function eachCell(box: Box, content: (row: number, column: number) => Content): WrittenCell[] {
  return Array.from({ length: box.rows * box.columns }, (_, index) => {
    const [row, column] = [Math.floor(index / box.columns), index % box.columns];
    return { row: box.row + row, column: box.column + column, content: content(row, column) };
  });
}

function contentOf(cell: ReadCell | undefined): Content {
  if (!cell || (cell.value === '' && !cell.formula)) return { kind: 'blank' };
  if (cell.formula) return { kind: 'formula', formula: cell.formula };
  if (typeof cell.value === 'number') return { kind: 'number', number: cell.value };
  return typeof cell.value === 'boolean' ? { kind: 'boolean', boolean: cell.value } : { kind: 'text', text: cell.value };
}

function sortKey(cell: ReadCell | undefined): string | number {
  const value = cell?.value ?? '';
  return typeof value === 'boolean' ? Number(value) : value;
}

/** Numbers before texts, as Sheets sorts. */
function compare(a: string | number, b: string | number): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
