/** Sheet: a tab by its gid, so that it stays the same tab under any title. */
import { ServiceError } from '../faults/signals';
import type { Chart } from './charts';
import { ChartBuilder, chartsOf } from './charts';
import type { ConditionalFormatRule } from './conditionalFormats';
import { rulesOf, setRules } from './conditionalFormats';
import type { Filter } from './filter';
import { filterOf } from './filter';
import type { DeveloperMetadata } from './metadata';
import { createMetadata, metadataWithin, MetadataFinder } from './metadata';
import { newProtection, Protection } from './protection';
import { Range } from './range';
import { boxFrom, reshape, SheetGrid, sheetSize } from './sheetGrid';
import { activateSheet, assertFreeTitle, assertSheet, titleOf } from './tabs';
import { queueValues } from '../document/cellWrites';
import type { ScriptValue } from '../document/values';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

export class Sheet
  extends SheetGrid
  implements Pick<GoogleSheet, 'getName' | 'getSheetName' | 'getSheetId' | 'getIndex' | 'isSheetHidden'>
{
  getName(): string {
    this.run.reading();
    return titleOf(this.run, this.gid);
  }

  getSheetName(): string {
    return this.getName();
  }

  getSheetId(): number {
    return this.gid;
  }

  getIndex(): number {
    this.run.reading();
    const { engine } = this.run.document;
    return engine.getters.getSheetIds().indexOf(engine.sheetId(this.gid)) + 1;
  }

  getParent(): object {
    return this.run.setup.makers.spreadsheet(this.run);
  }

  getType(): string {
    return 'GRID';
  }

  setName(name: string): this {
    this.run.restructuring('setName', this.gid);
    assertFreeTitle(this.run, name, this.gid);
    const { engine } = this.run.document;
    engine.dispatch('RENAME_SHEET', { sheetId: engine.sheetId(this.gid), oldName: titleOf(this.run, this.gid), newName: name });
    return this;
  }

  getRange(row: number | string, column?: number, rows?: number, columns?: number): Range {
    return new Range(this.run, this.gid, boxFrom(this, row, column, rows, columns));
  }

  /** From A1 to the last content; A1 alone in an empty tab. */
  getDataRange(): Range {
    this.run.reading();
    sheetSize(this);
    const { rows, columns } = this.run.document.engine.contentSize(this.gid);
    return new Range(this.run, this.gid, { row: 1, column: 1, rows: Math.max(1, rows), columns: Math.max(1, columns) });
  }

  /** In one trip; -1 reaches to the last row or column with content, and where there is none it is an error. */
  getSheetValues(row: number, column: number, rows: number, columns: number): (ScriptValue | undefined)[][] {
    this.run.writes.flush();
    sheetSize(this);
    const content = this.run.document.engine.contentSize(this.gid);
    const height = rows === -1 ? content.rows - row + 1 : rows;
    const width = columns === -1 ? content.columns - column + 1 : columns;
    if (height < 1) throw new ServiceError('The number of rows in the range must be at least 1.');
    if (width < 1) throw new ServiceError('The number of columns in the range must be at least 1.');
    return this.getRange(row, column, height, width).getValues();
  }

  /** Appends behind the last content; the one write that grows the grid. */
  appendRow(values: readonly unknown[]): this {
    const row = this.getLastRow() + 1;
    if (row > sheetSize(this).rows) this.insertRowsAfter(sheetSize(this).rows, 1);
    queueValues(this.run, 'appendRow', this.gid, { row, column: 1, rows: 1, columns: values.length }, [values]);
    return this;
  }

  activate(): this {
    activateSheet(this.run, this.gid);
    return this;
  }

  isSheetHidden(): boolean {
    this.run.reading();
    assertSheet(this.run, this.gid);
    const { engine } = this.run.document;
    return !engine.getters.isSheetVisible(engine.sheetId(this.gid));
  }

  hideSheet(): this {
    this.run.restructuring('hideSheet', this.gid);
    const { engine } = this.run.document;
    const sheetId = engine.sheetId(this.gid);
    const visible = engine.getters.getSheetIds().filter((id) => engine.getters.isSheetVisible(id));
    if (visible.length === 1 && visible[0] === sheetId) throw new ServiceError("You can't hide all the sheets in a document.");
    // The engine will not hide the tab on screen; Sheets moves on to its neighbour.
    const next = visible.find((id) => id !== sheetId);
    if (engine.getters.getActiveSheetId() === sheetId && next !== undefined)
      engine.dispatch('ACTIVATE_SHEET', { sheetIdFrom: sheetId, sheetIdTo: next });
    engine.dispatch('HIDE_SHEET', { sheetId });
    return this;
  }

  showSheet(): this {
    return reshape(this, 'showSheet', 'SHOW_SHEET', {});
  }

  setTabColor(color: string | null): this {
    return reshape(this, 'setTabColor', 'COLOR_SHEET', color ? { color } : {});
  }

  setHiddenGridlines(isHidden: boolean): this {
    return reshape(this, 'setHiddenGridlines', 'SET_GRID_LINES_VISIBILITY', { areGridLinesVisible: !isHidden });
  }

  clear(): this {
    if (this.getLastRow() > 0) this.getDataRange().clear();
    return this;
  }

  clearContents(): this {
    if (this.getLastRow() > 0) this.getDataRange().clearContent();
    return this;
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return rulesOf(this.run, this.gid);
  }

  setConditionalFormatRules(rules: readonly ConditionalFormatRule[]): void {
    setRules(this.run, this.gid, rules);
  }

  clearConditionalFormatRules(): void {
    setRules(this.run, this.gid, []);
  }

  getFilter(): Filter | null {
    return filterOf(this.run, this.gid);
  }

  protect(): Protection {
    return newProtection(this.run, this.gid);
  }

  getProtections(type: unknown): Protection[] {
    this.run.reading();
    return this.run.document.protections
      .filter(({ sheet, box }) => sheet === this.gid && (type === 'SHEET' ? !box : box !== undefined))
      .map((stored) => new Protection(this.run, stored));
  }

  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): this {
    createMetadata(this.run, { key, value, visibility }, this.gid);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    this.run.reading();
    assertSheet(this.run, this.gid);
    return metadataWithin(this.run, this.gid);
  }

  createDeveloperMetadataFinder(): MetadataFinder {
    return new MetadataFinder(this.run, this.gid);
  }

  newChart(): ChartBuilder {
    return new ChartBuilder(this.run, this.gid);
  }

  getCharts(): Chart[] {
    return chartsOf(this.run, this.gid);
  }

  insertChart(chart: Chart): void {
    this.run.restructuring('insertChart', this.gid);
    this.run.document.addChart({ sheet: this.gid, id: this.run.document.nextId(), spec: chart.spec });
  }

  updateChart(chart: Chart): void {
    this.removeChart(chart);
    this.run.document.addChart({ sheet: this.gid, id: chart.id ?? this.run.document.nextId(), spec: chart.spec });
  }

  removeChart(chart: Chart): void {
    this.run.restructuring('removeChart', this.gid);
    this.run.document.removeChart(chart.id);
  }
}
