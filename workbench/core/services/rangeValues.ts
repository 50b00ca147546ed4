/** Reading and writing what cells hold. */
import { queueCells, queueValues } from '../document/cellWrites';
import { linkAt } from '../document/links';
import { asText } from '../text';
import type { SharedDocument } from '../document/document';
import type { ScriptValue } from '../document/values';
import { scriptValue } from '../document/values';
import { everywhere, gridOf, readCells, sameSize } from './rangeGrid';
import { RangePlace } from './rangePlace';
import { queueRichTexts, RichTextValue } from './richText';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;
type Reads =
  | 'getDisplayValue'
  | 'getDisplayValues'
  | 'getFormula'
  | 'getFormulas'
  | 'getNumberFormat'
  | 'getNumberFormats'
  | 'getNote'
  | 'getNotes';

export abstract class RangeValues extends RangePlace implements Pick<GoogleRange, Reads> {
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
    queueCells(this.run, 'setFormulas', this.gid, this.box, (row, column) => contentOf(grid[row]?.[column] ?? ''));
    return this;
  }

  setFormula(formula: unknown): this {
    const text = asFormula(formula);
    queueCells(this.run, 'setFormula', this.gid, this.box, () => contentOf(text));
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
}

function asFormula(text: unknown): string {
  const formula = asText(text);
  return formula === '' || formula.startsWith('=') ? formula : `=${formula}`;
}

function contentOf(formula: string): {
  readonly content: { readonly kind: 'blank' } | { readonly kind: 'formula'; readonly formula: string };
} {
  return { content: formula ? { kind: 'formula', formula } : { kind: 'blank' } };
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
