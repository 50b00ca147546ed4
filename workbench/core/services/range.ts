/** Range: one rectangle of one tab. Scripts can call every method of the class; what they must not call is a function below it. */
import type { Box } from '../document/a1';
import { boxAddress, intersects } from '../document/a1';
import { boxOf, OUTSIDE, queueCells, queueValues } from '../document/cellWrites';
import type { SharedDocument } from '../document/document';
import { linkAt } from '../document/links';
import type { ScriptValue } from '../document/values';
import { scriptValue } from '../document/values';
import type { EngineStyle } from '../engine/library';
import { ServiceError } from '../faults/signals';
import type { Content } from '../person/entry';
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { asText } from '../text';
import { DataValidation, setValidation, validationAt } from './dataValidation';
import type { Filter } from './filter';
import { createFilter, filterOf } from './filter';
import type { DeveloperMetadata } from './metadata';
import { createMetadata, metadataWithin } from './metadata';
import type { Protection } from './protection';
import { newProtection } from './protection';
import { everywhere, gridOf, readCells, readStyles, restyle, sameSize } from './rangeGrid';
import type { RangePlace } from './rangePlace';
import { queueRichTexts, RichTextValue } from './richText';
import { activateSheet } from './tabs';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** Methods checked against Google's declarations; the others take or return imitated objects. */
type Reads =
  | 'getRow'
  | 'getColumn'
  | 'getLastRow'
  | 'getLastColumn'
  | 'getNumRows'
  | 'getNumColumns'
  | 'getHeight'
  | 'getWidth'
  | 'getRowIndex'
  | 'getGridId'
  | 'getA1Notation'
  | 'getDisplayValue'
  | 'getDisplayValues'
  | 'getFormula'
  | 'getFormulas'
  | 'getNumberFormat'
  | 'getNumberFormats'
  | 'getNote'
  | 'getNotes'
  | 'getBackground'
  | 'getBackgrounds'
  | 'getFontWeight'
  | 'getFontWeights'
  | 'getFontStyle'
  | 'getFontStyles'
  | 'getWrap'
  | 'getWraps';

const BLANK: Content = { kind: 'blank' };

/** Names of colors that scripts use; Sheets stores hex. */
const COLORS: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
};

export class Range extends Imitated implements RangePlace, Pick<GoogleRange, Reads> {
  readonly kind = 'Range';

  constructor(
    run: Execution,
    readonly gid: number,
    readonly box: Box,
  ) {
    super(run);
  }

  // Place: where the range is, and other ranges found from it

  getRow(): number {
    return this.box.row;
  }

  getColumn(): number {
    return this.box.column;
  }

  getRowIndex(): number {
    return this.box.row;
  }

  getLastRow(): number {
    return this.box.row + this.box.rows - 1;
  }

  getLastColumn(): number {
    return this.box.column + this.box.columns - 1;
  }

  getNumRows(): number {
    return this.box.rows;
  }

  getNumColumns(): number {
    return this.box.columns;
  }

  getHeight(): number {
    return this.box.rows;
  }

  getWidth(): number {
    return this.box.columns;
  }

  getGridId(): number {
    return this.gid;
  }

  getSheet(): object {
    return this.run.setup.makers.sheet(this.run, this.gid);
  }

  getA1Notation(): string {
    return boxAddress(this.box);
  }

  getCell(row: number, column: number): object {
    if (row < 1 || column < 1 || row > this.box.rows || column > this.box.columns)
      throw new ServiceError('Cell reference out of range');
    return this.run.setup.makers.range(this.run, this.gid, {
      row: this.box.row + row - 1,
      column: this.box.column + column - 1,
      rows: 1,
      columns: 1,
    });
  }

  offset(rowOffset: number, columnOffset: number, rows: number = this.box.rows, columns: number = this.box.columns): object {
    const box = { row: this.box.row + rowOffset, column: this.box.column + columnOffset, rows, columns };
    if (box.row < 1 || box.column < 1 || rows < 1 || columns < 1) throw new ServiceError(OUTSIDE);
    return this.run.setup.makers.range(this.run, this.gid, box);
  }

  activate(): this {
    activateSheet(this.run, this.gid);
    this.run.document.engine.select(this.box);
    return this;
  }

  isBlank(): boolean {
    this.run.reading(this.box.rows * this.box.columns);
    return this.run.document.engine
      .readBox(this.gid, this.box)
      .every((row) => row.every(({ value, formula }) => value === '' && !formula));
  }

  // Contents: values, formulas and number formats

  getValues(): ScriptValue[][] {
    const { timeZone } = this.run.document;
    return readCells(this, (cell) => scriptValue(cell, timeZone));
  }

  getValue(): ScriptValue | undefined {
    return this.getValues()[0]?.[0];
  }

  getDisplayValues(): string[][] {
    return readCells(this, ({ display }) => display);
  }

  getDisplayValue(): string {
    return this.getDisplayValues()[0]?.[0] ?? '';
  }

  getFormulas(): string[][] {
    return readCells(this, ({ formula }) => formula ?? '');
  }

  getFormula(): string {
    return this.getFormulas()[0]?.[0] ?? '';
  }

  getNumberFormats(): string[][] {
    return readCells(this, ({ format }) => format ?? '0.###############');
  }

  getNumberFormat(): string {
    return this.getNumberFormats()[0]?.[0] ?? '';
  }

  setValues(values: unknown): this {
    queueValues(this.run, 'setValues', this.gid, this.box, sameSize(this.box, values, 'setValues'));
    return this;
  }

  setValue(value: unknown): this {
    queueValues(this.run, 'setValue', this.gid, this.box, everywhere(this.box, value));
    return this;
  }

  setFormulas(formulas: unknown): this {
    const grid = sameSize(this.box, formulas, 'setFormulas').map((row) => row.map(asFormula));
    queueCells(this.run, 'setFormulas', this.gid, this.box, (row, column) => formulaContent(grid[row]?.[column] ?? ''));
    return this;
  }

  setFormula(formula: unknown): this {
    const text = asFormula(formula);
    queueCells(this.run, 'setFormula', this.gid, this.box, () => formulaContent(text));
    return this;
  }

  setNumberFormats(formats: unknown): this {
    const grid = sameSize(this.box, formats, 'setNumberFormats');
    queueCells(this.run, 'setNumberFormats', this.gid, this.box, (row, column) => ({ format: formatOf(grid[row]?.[column]) }));
    return this;
  }

  setNumberFormat(format: unknown): this {
    queueCells(this.run, 'setNumberFormat', this.gid, this.box, () => ({ format: formatOf(format) }));
    return this;
  }

  // Rich text

  getRichTextValues(): RichTextValue[][] {
    const cells = readCells(this, ({ display }) => display);
    return cells.map((texts, row) =>
      texts.map(
        (text, column) =>
          new RichTextValue(this.run, text, linkAt(this.run.document, this.gid, this.box.row + row, this.box.column + column)),
      ),
    );
  }

  getRichTextValue(): RichTextValue | undefined {
    return this.getRichTextValues()[0]?.[0];
  }

  setRichTextValues(values: unknown): this {
    queueRichTexts(this.run, 'setRichTextValues', this.gid, this.box, sameSize(this.box, values, 'setRichTextValues'));
    return this;
  }

  setRichTextValue(value: unknown): this {
    queueRichTexts(this.run, 'setRichTextValue', this.gid, this.box, everywhere(this.box, value));
    return this;
  }

  // Notes

  getNotes(): string[][] {
    this.run.reading();
    const notes = this.run.document.notes.filter(({ sheet }) => sheet === this.gid);
    return gridOf(this.box, (row, column) => notes.find(({ box }) => box.row === row && box.column === column)?.text ?? '');
  }

  getNote(): string {
    return this.getNotes()[0]?.[0] ?? '';
  }

  setNotes(notes: unknown): this {
    const grid = sameSize(this.box, notes, 'setNotes');
    queueCells(this.run, 'setNotes', this.gid, this.box, (row, column, place) => {
      putNote(this.run.document, this.gid, place.row, place.column, grid[row]?.[column]);
      return undefined;
    });
    return this;
  }

  setNote(note: unknown): this {
    return this.setNotes(everywhere(this.box, note));
  }

  clearNote(): this {
    return this.setNote(null);
  }

  // Fills and borders

  getBackgrounds(): string[][] {
    return readStyles(this, ({ fillColor }) => fillColor ?? '#ffffff');
  }

  getBackground(): string {
    return this.getBackgrounds()[0]?.[0] ?? '';
  }

  setBackgrounds(colors: unknown): this {
    restyle(this, 'setBackgrounds', sameSize(this.box, colors, 'setBackgrounds'), (color) => colored('fillColor', color));
    return this;
  }

  setBackground(color: unknown): this {
    restyle(this, 'setBackground', everywhere(this.box, color), (fill) => colored('fillColor', fill));
    return this;
  }

  /** Borders are accepted and not kept: nothing of the add-on depends on them. */
  setBorder(...sides: unknown[]): this {
    restyle(this, 'setBorder', everywhere(this.box, sides.length), () => ({}));
    return this;
  }

  // Fonts

  getFontColors(): string[][] {
    return readStyles(this, ({ textColor }) => textColor ?? '#000000');
  }

  getFontColor(): string {
    return this.getFontColors()[0]?.[0] ?? '';
  }

  setFontColors(colors: unknown): this {
    restyle(this, 'setFontColors', sameSize(this.box, colors, 'setFontColors'), (color) => colored('textColor', color));
    return this;
  }

  setFontColor(color: unknown): this {
    restyle(this, 'setFontColor', everywhere(this.box, color), (text) => colored('textColor', text));
    return this;
  }

  getFontWeights(): GoogleAppsScript.Spreadsheet.FontWeight[][] {
    return readStyles(this, ({ bold }) => (bold ? 'bold' : 'normal'));
  }

  getFontWeight(): GoogleAppsScript.Spreadsheet.FontWeight {
    return this.getFontWeights()[0]?.[0] ?? 'normal';
  }

  setFontWeights(weights: unknown): this {
    restyle(this, 'setFontWeights', sameSize(this.box, weights, 'setFontWeights'), (weight) => ({ bold: weight === 'bold' }));
    return this;
  }

  setFontWeight(weight: unknown): this {
    restyle(this, 'setFontWeight', everywhere(this.box, weight), (one) => ({ bold: one === 'bold' }));
    return this;
  }

  getFontStyles(): GoogleAppsScript.Spreadsheet.FontStyle[][] {
    return readStyles(this, ({ italic }) => (italic ? 'italic' : 'normal'));
  }

  getFontStyle(): GoogleAppsScript.Spreadsheet.FontStyle {
    return this.getFontStyles()[0]?.[0] ?? 'normal';
  }

  setFontStyles(styles: unknown): this {
    restyle(this, 'setFontStyles', sameSize(this.box, styles, 'setFontStyles'), (style) => ({ italic: style === 'italic' }));
    return this;
  }

  setFontStyle(style: unknown): this {
    restyle(this, 'setFontStyle', everywhere(this.box, style), (one) => ({ italic: one === 'italic' }));
    return this;
  }

  setFontLine(line: unknown): this {
    restyle(this, 'setFontLine', everywhere(this.box, line), (one) => ({
      underline: one === 'underline',
      strikethrough: one === 'line-through',
    }));
    return this;
  }

  getFontSizes(): number[][] {
    return readStyles(this, ({ fontSize }) => fontSize ?? 10);
  }

  setFontSize(size: unknown): this {
    restyle(this, 'setFontSize', everywhere(this.box, size), (points) => ({ fontSize: Number(points) }));
    return this;
  }

  /** The engine has one font; the name is accepted and not drawn. */
  setFontFamily(family: unknown): this {
    restyle(this, 'setFontFamily', everywhere(this.box, family), () => ({}));
    return this;
  }

  // Alignment and wrapping

  getHorizontalAlignments(): string[][] {
    return readStyles(this, ({ align }) => align ?? 'general');
  }

  setHorizontalAlignments(alignments: unknown): this {
    restyle(this, 'setHorizontalAlignments', sameSize(this.box, alignments, 'setHorizontalAlignments'), aligned);
    return this;
  }

  setHorizontalAlignment(alignment: unknown): this {
    restyle(this, 'setHorizontalAlignment', everywhere(this.box, alignment), aligned);
    return this;
  }

  setVerticalAlignment(alignment: unknown): this {
    restyle(this, 'setVerticalAlignment', everywhere(this.box, alignment), (one) =>
      one === 'top' || one === 'middle' || one === 'bottom' ? { verticalAlign: one } : {},
    );
    return this;
  }

  getWraps(): boolean[][] {
    return readStyles(this, ({ wrapping }) => wrapping === 'wrap');
  }

  getWrap(): boolean {
    return this.getWraps()[0]?.[0] ?? false;
  }

  setWrap(isWrapped: unknown): this {
    restyle(this, 'setWrap', everywhere(this.box, isWrapped), (wraps) => ({ wrapping: wraps ? 'wrap' : 'overflow' }));
    return this;
  }

  setWrapStrategy(strategy: unknown): this {
    restyle(this, 'setWrapStrategy', everywhere(this.box, strategy), (one) => ({
      wrapping: one === 'WRAP' ? 'wrap' : one === 'CLIP' ? 'clip' : 'overflow',
    }));
    return this;
  }

  // Clearing and copying

  clear(options: { contentsOnly?: boolean; formatOnly?: boolean } = {}): this {
    if (!options.formatOnly) this.clearContent();
    if (!options.contentsOnly) this.clearFormat();
    return this;
  }

  clearContent(): this {
    queueCells(this.run, 'clearContent', this.gid, this.box, () => ({ content: BLANK }));
    return this;
  }

  clearFormat(): this {
    queueCells(this.run, 'clearFormat', this.gid, this.box, () => ({ style: null, format: null }));
    return this;
  }

  /** Values, formulas and formats to the top left of another range. */
  copyTo(target: RangePlace): void {
    const source = this.run.document.engine;
    this.run.reading(this.box.rows * this.box.columns);
    const cells = gridOf(this.box, (row, column) => ({
      cell: source.read(this.gid, row, column),
      style: source.style(this.gid, row, column),
    }));
    if (cells.some((row) => row.some(({ cell }) => cell.formula !== undefined)))
      throw new ServiceError('Workbench: Range.copyTo with formulas is not imitated');
    const box = { ...this.box, row: target.box.row, column: target.box.column };
    queueCells(this.run, 'copyTo', target.gid, box, (row, column) => {
      const from = cells[row]?.[column];
      return from && { content: valueContent(from.cell.value), style: from.style, format: from.cell.format ?? null };
    });
  }

  // Data validation

  clearDataValidations(): this {
    return this.setDataValidation(null);
  }

  setDataValidation(rule: DataValidation | null): this {
    const { run, box, gid } = this;
    run.queue('setDataValidation', {
      cells: 1,
      rows: 1,
      check: () => {
        run.document.assertEditable(run.setup.user, gid, box);
      },
      apply: () => {
        setValidation(run.document, gid, box, rule);
      },
    });
    return this;
  }

  getDataValidation(): DataValidation | null {
    this.run.reading();
    return validationAt(this.run, this.gid, this.box.row, this.box.column);
  }

  getDataValidations(): (DataValidation | null)[][] {
    this.run.reading();
    return gridOf(this.box, (row, column) => validationAt(this.run, this.gid, row, column));
  }

  /** Every cell becomes FALSE, so that empty rows become content: as in Sheets. */
  insertCheckboxes(): this {
    queueCells(this.run, 'insertCheckboxes', this.gid, this.box, () => ({ content: { kind: 'boolean', boolean: false } }));
    return this.setDataValidation(new DataValidation(this.run, { type: 'isBoolean', values: [] }, true));
  }

  // Merges

  merge(): Range {
    return mergeAs(this, 'merge', [this.box]);
  }

  mergeAcross(): Range {
    const rows = Array.from({ length: this.box.rows }, (_, index) => ({ ...this.box, row: this.box.row + index, rows: 1 }));
    return mergeAs(this, 'mergeAcross', rows);
  }

  breakApart(): this {
    const { engine } = this.run.document;
    this.run.restructuring('breakApart', this.gid);
    engine.dispatch('REMOVE_MERGE', { sheetId: engine.sheetId(this.gid), target: mergesIn(this).map(zoneOf) });
    return this;
  }

  isPartOfMerge(): boolean {
    this.run.reading();
    return mergesIn(this).length > 0;
  }

  getMergedRanges(): Range[] {
    this.run.reading();
    return mergesIn(this).map((box) => new Range(this.run, this.gid, box));
  }

  // Protection, filters and metadata

  protect(): Protection {
    return newProtection(this.run, this.gid, this.box);
  }

  canEdit(): boolean {
    this.run.reading();
    return this.run.document.mayEdit(this.run.setup.user, this.gid, this.box);
  }

  createFilter(): Filter {
    return createFilter(this.run, this.gid, this.box);
  }

  getFilter(): Filter | null {
    const filter = filterOf(this.run, this.gid);
    return filter && intersects(filter.box, this.box) ? filter : null;
  }

  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): this {
    createMetadata(this.run, { key, value, visibility }, this.gid, this.box);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    this.run.reading();
    return metadataWithin(this.run, this.gid, this.box);
  }
}

function asFormula(text: unknown): string {
  const formula = asText(text);
  return formula === '' || formula.startsWith('=') ? formula : `=${formula}`;
}

function formulaContent(formula: string): { readonly content: Content } {
  return { content: formula ? { kind: 'formula', formula } : BLANK };
}

function formatOf(format: unknown): string | null {
  return asText(format) || null;
}

function putNote({ notes }: SharedDocument, gid: number, row: number, column: number, note: unknown): void {
  const index = notes.findIndex(({ sheet, box }) => sheet === gid && box.row === row && box.column === column);
  if (index >= 0) notes.splice(index, 1);
  const text = asText(note);
  if (text) notes.push({ sheet: gid, box: { row, column, rows: 1, columns: 1 }, text });
}

function colored(part: 'fillColor' | 'textColor', color: unknown): EngineStyle {
  const reset = part === 'fillColor' ? '#ffffff' : '#000000';
  const name = (asText(color) || reset).toLowerCase();
  const hex = COLORS[name] ?? name;
  return { [part]: hex };
}

function aligned(alignment: unknown): EngineStyle {
  return alignment === 'left' || alignment === 'center' || alignment === 'right' ? { align: alignment } : {};
}

function mergeAs(range: Range, method: string, boxes: readonly Box[]): Range {
  const { engine } = range.run.document;
  range.run.restructuring(method, range.gid);
  engine.dispatch('ADD_MERGE', { sheetId: engine.sheetId(range.gid), target: boxes.map(zoneOf), force: true });
  return range;
}

function mergesIn(range: Range): Box[] {
  const { engine } = range.run.document;
  return engine.getters
    .getMerges(engine.sheetId(range.gid))
    .map(boxOf)
    .filter((box) => intersects(box, range.box));
}

function zoneOf(box: Box): { top: number; bottom: number; left: number; right: number } {
  return { top: box.row - 1, bottom: box.row + box.rows - 2, left: box.column - 1, right: box.column + box.columns - 2 };
}

function valueContent(value: string | number | boolean): Content {
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  return value === '' ? BLANK : { kind: 'text', text: value };
}
