/** Range, the last link of its chain: clearing, merging, validations, protection, filters, metadata, copying. */
import type { Box } from '../document/a1';
import { intersects } from '../document/a1';
import { boxOf, queueCells } from '../document/cellWrites';
import type { Content } from '../person/entry';
import { ServiceError } from '../faults/signals';
import { DataValidation, setValidation, validationAt } from './dataValidation';
import type { Filter } from './filter';
import { createFilter, filterOf } from './filter';
import type { DeveloperMetadata } from './metadata';
import { addMetadata, metadataIn } from './metadata';
import type { Protection } from './protection';
import { newProtection } from './protection';
import { gridOf } from './rangeGrid';
import { RangeLook } from './rangeFormat';
import type { RangePlace } from './rangePlace';

const BLANK: Content = { kind: 'blank' };

export class Range extends RangeLook {
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
    addMetadata(this.run, { key, value, visibility }, this.gid, this.box);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    this.run.reading();
    return metadataIn(this.run, this.gid, this.box);
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
      return from && { content: contentOf(from.cell.value), style: from.style, format: from.cell.format ?? null };
    });
  }
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

function contentOf(value: string | number | boolean): Content {
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  return value === '' ? BLANK : { kind: 'text', text: value };
}
