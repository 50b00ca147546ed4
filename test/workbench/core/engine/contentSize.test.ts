/** How far the content of a tab reaches: as a walk over every cell says, without that walk. */
import fc from 'fast-check';
import * as odoo from '@odoo/o-spreadsheet';
import { addressOf } from '../../../../workbench/core/document/a1';
import type { CellData } from '../../../../workbench/core/document/workbookData';
import { Engine } from '../../../../workbench/core/engine/engine';
import { emptySheet } from '../../../../workbench/core/document/emptySheet';
import { workbookOf } from '../../../../workbench/files/sheets';

function engineWith(cells: Readonly<Record<string, CellData>>, rows: number, columns: number): Engine {
  const functions = { has: () => false, call: () => ({ value: '' }), now: () => 46_000 };
  const structure = { shifted: () => undefined, deleted: () => undefined, duplicated: () => undefined };
  return new Engine(odoo, workbookOf('b', [{ ...emptySheet('T', 0), rows, columns, cells }]), [], { functions, structure });
}

/** Every cell of the grid, looked at one by one. */
function walked(engine: Engine): { rows: number; columns: number } {
  const { rows, columns } = engine.size(0);
  const last = { rows: 0, columns: 0 };
  engine.readBox(0, { row: 1, column: 1, rows, columns }).forEach((cells, row) => {
    cells.forEach(({ value, formula, isError }, column) => {
      if (value === '' && formula === undefined && !isError) return;
      last.rows = Math.max(last.rows, row + 1);
      last.columns = Math.max(last.columns, column + 1);
    });
  });
  return last;
}

test('it is that of the last value, formula or spilled cell', () => {
  const cell = fc.constantFrom<CellData>(
    { value: 'x' },
    { value: 0 },
    { format: '0.0' },
    { bold: true },
    { formula: '=IF(TRUE,"")' },
    { formula: '=SEQUENCE(2,3)' },
    { formula: '=1/0' },
  );
  const place = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .map(([row, column]) => addressOf(row, column));
  fc.assert(
    fc.property(fc.array(fc.tuple(place, cell), { maxLength: 5 }), (cells) => {
      const engine = engineWith(Object.fromEntries(cells), 9, 9);
      expect(engine.contentSize(0)).toEqual(walked(engine));
    }),
    { numRuns: 60 },
  );
});

test('one value far down takes no look at the cells between', () => {
  const engine = engineWith({ A1: { value: 'x' }, C100000: { value: 1 } }, 100_000, 3);
  const look = jest.spyOn(engine.getters, 'getEvaluatedCell');
  const hold = jest.spyOn(engine.getters, 'getCell');
  expect(engine.contentSize(0)).toEqual({ rows: 100_000, columns: 3 });
  expect(look.mock.calls.length + hold.mock.calls.length).toBeLessThan(10);
});
