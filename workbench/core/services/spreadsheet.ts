/** Spreadsheet: tabs, named ranges, metadata, toasts. */
import { splitTab } from '../document/a1';
import { ServiceError } from '../faults/signals';
import { Imitated } from '../realm/imitation';
import type { DeveloperMetadata } from './metadata';
import { createMetadata, metadataWithin, MetadataFinder } from './metadata';
import { findNamedRange, NamedRange, removeNamedRange, setNamedRange } from './namedRange';
import { Protection } from './protection';
import { Range } from './range';
import type { RangePlace } from './rangePlace';
import { Sheet } from './sheet';
import { activateSheet, insertSheet, openSheetId, titleOf } from './tabs';

type GoogleSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Plain = 'getId' | 'getUrl' | 'getName' | 'getSpreadsheetLocale' | 'getSpreadsheetTimeZone' | 'getNumSheets' | 'toast';

export class Spreadsheet extends Imitated implements Pick<GoogleSpreadsheet, Plain> {
  readonly kind = 'Spreadsheet';

  getId(): string {
    return this.run.document.id;
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.run.document.id}/edit`;
  }

  getName(): string {
    return this.run.document.title;
  }

  rename(title: string): void {
    this.run.restructuring('rename');
    this.run.document.title = title;
  }

  getSpreadsheetLocale(): string {
    return this.run.document.locale;
  }

  getSpreadsheetTimeZone(): string {
    return this.run.document.timeZone;
  }

  setSpreadsheetTimeZone(zone: string): void {
    this.run.restructuring('setSpreadsheetTimeZone');
    this.run.document.timeZone = zone;
  }

  getSheets(): Sheet[] {
    this.run.reading();
    const { engine } = this.run.document;
    return engine.getters.getSheetIds().map((id) => new Sheet(this.run, engine.gid(id)));
  }

  getNumSheets(): number {
    this.run.reading();
    return this.run.document.engine.getters.getSheetIds().length;
  }

  /** Titles are found exactly as written. */
  getSheetByName(title: string): Sheet | null {
    this.run.reading();
    const { engine } = this.run.document;
    const id = engine.getters.getSheetIds().find((sheetId) => engine.getters.getSheetName(sheetId) === title);
    return id === undefined ? null : new Sheet(this.run, engine.gid(id));
  }

  getSheetById(gid: number): Sheet | null {
    this.run.reading();
    return this.run.document.engine.uid(gid) === undefined ? null : new Sheet(this.run, gid);
  }

  getActiveSheet(): Sheet {
    this.run.reading();
    return new Sheet(this.run, this.run.document.activeSheet);
  }

  setActiveSheet(sheet: Sheet): Sheet {
    activateSheet(this.run, sheet.gid);
    return sheet;
  }

  /** What the person has selected in the grid of the active tab. */
  getActiveRange(): Range {
    this.run.reading();
    const { top, bottom, left, right } = this.run.document.engine.getters.getSelectedZone();
    const box = { row: top + 1, column: left + 1, rows: bottom - top + 1, columns: right - left + 1 };
    return new Range(this.run, this.run.document.activeSheet, box);
  }

  /** The cell with the focus: the one of the selection that typing would change. */
  getCurrentCell(): Range {
    this.run.reading();
    const { row, col } = this.run.document.engine.getters.getActivePosition();
    return new Range(this.run, this.run.document.activeSheet, { row: row + 1, column: col + 1, rows: 1, columns: 1 });
  }

  insertSheet(title?: string | number, index?: number): Sheet {
    const position = typeof title === 'number' ? title : index;
    return new Sheet(this.run, insertSheet(this.run, typeof title === 'string' ? title : undefined, position));
  }

  deleteSheet(sheet: Sheet): void {
    this.run.restructuring('deleteSheet', sheet.gid);
    const { engine } = this.run.document;
    if (engine.getters.getSheetIds().length === 1) throw new ServiceError("You can't remove all the sheets in a document.");
    engine.dispatch('DELETE_SHEET', { sheetId: openSheetId(this.run, sheet.gid), sheetName: titleOf(this.run, sheet.gid) });
  }

  /** Moves the active tab to a position from 1. */
  moveActiveSheet(position: number): void {
    this.run.restructuring('moveActiveSheet');
    const { engine } = this.run.document;
    const sheetId = engine.getters.getActiveSheetId();
    const delta = position - 1 - engine.getters.getSheetIds().indexOf(sheetId);
    if (delta !== 0) engine.dispatch('MOVE_SHEET', { sheetId, delta });
  }

  getRange(text: string): Range {
    const named = this.getRangeByName(text);
    if (named) return named;
    const { tab } = splitTab(text);
    const sheet = tab === undefined ? this.getActiveSheet() : this.getSheetByName(tab);
    if (!sheet) throw new ServiceError('Range not found');
    return sheet.getRange(text);
  }

  getRangeByName(name: string): Range | null {
    const found = findNamedRange(this.run, name);
    return found ? new Range(this.run, found.gid, found.box) : null;
  }

  getNamedRanges(): NamedRange[] {
    this.run.reading();
    return this.run.document.engine.getters.getNamedRanges().map(({ name }) => new NamedRange(this.run, name));
  }

  setNamedRange(name: string, range: RangePlace): void {
    setNamedRange(this.run, name, range);
  }

  removeNamedRange(name: string): void {
    removeNamedRange(this.run, name);
  }

  getProtections(type: unknown): Protection[] {
    this.run.reading();
    return this.run.document.protections
      .filter(({ box }) => (type === 'SHEET' ? !box : box !== undefined))
      .map((stored) => new Protection(this.run, stored));
  }

  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): this {
    createMetadata(this.run, { key, value, visibility });
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    this.run.reading();
    return metadataWithin(this.run, undefined);
  }

  createDeveloperMetadataFinder(): MetadataFinder {
    return new MetadataFinder(this.run);
  }

  toast(message: string, title: string | null = '', seconds: number | null = 5): void {
    this.run.assertMayWrite('toast');
    this.run.setup.ui.toasts.push({ message, title: title ?? '', seconds: seconds ?? 5 });
  }

  getEditors(): never[] {
    this.run.needsScope('Spreadsheet.getEditors', 'spreadsheets');
    return [];
  }
}
