/** What is made of a cell that reads back otherwise than it was written, once it has been written a second time. */
import { acceptable, differencesOf } from '../../../../src/commands/writing/publish/compare';
import { rectangleOf } from '../../../../src/commands/writing/publish/rectangle';
import type { Target, Writing } from '../../../../src/commands/writing/publish/writing';
import { column, TEXT } from '../../../../src/sheet/ownTabs/block';
import type { Cell } from '../../../../src/sheet/grid';

const stamp = { version: '1', runId: 'r', time: 't', planHash: 'p', listHash: 'l', read: 1, scored: 1, excluded: 0, errors: 0 };
const writing = { stamp, workbook: { titleOf: () => 'Summary' } } as unknown as Writing;

/** Writes the cell into a block of one row, and reads it back as another. */
function readBackAs(wanted: Cell, found: Cell): readonly string[] {
  const block = { kind: 'summary', columns: [column('Measure', TEXT, 90, '')], rows: [[wanted]], frozenColumns: 0 } as const;
  const tab = { id: 1, kind: 'summary' } as const;
  const target: Target = { block, tab, rows: 3, columns: 2, isFresh: false, isOlder: false, needsRoom: false };
  const grid = rectangleOf(target).map((cells, row) =>
    cells.map((cell, position) => (row === 2 && position === 0 ? found : cell)),
  );
  return acceptable(differencesOf(writing, target, grid)).map(({ at }) => at);
}

it('text that the sheet keeps as another text is told', () => {
  expect(readBackAs('two  spaces', 'two spaces')).toEqual(['Summary!A3']);
});

it.each<[string, Cell, Cell]>([
  ['text that may have become a formula', '=A1&"x"', 'x'],
  ['text with a plus that may have become a formula', '+A1', 'Acme'],
  ['a wrong number', 5, 6],
  ['text that became a number', '007', 7],
  ['a cell that stayed blank', 'Acme', ''],
])('%s stops the run', (_, wanted, found) => {
  expect(() => readBackAs(wanted, found)).toThrow(/Summary!A3|The sheet holds/);
});

it('what arrived as it was meant is no difference', () => {
  expect(readBackAs('=A1', '=A1')).toEqual([]);
});
