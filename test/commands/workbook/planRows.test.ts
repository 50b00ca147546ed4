/** Where rows of a plan tab go when another plan is put into it: what the team wrote beside them is never dropped. */
import fc from 'fast-check';
import { arrangedRows, planColumns } from '../../../src/commands/workbook/planRows';
import type { PlanRow } from '../../../src/commands/protocol/requests';

const HEADER = ['Rule', 'Field', 'Operator', 'Value', 'Our notes'];
const bodyOf = (names: readonly string[]): string[][] =>
  names.map((name, row) => [name, 'Domain', 'is', name, row % 3 === 2 ? '' : `beside ${row}`]);
const rowOf = (name: string): PlanRow => ({ Rule: name, Field: 'Domain', Operator: 'is', Value: name });
const sorted = (texts: readonly unknown[]): unknown[] => texts.filter((text) => text !== '').sort();
const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 7 });

it.each([false, true])(
  'every note beside the rows stands somewhere, and every wanted row in its order; notes stay put: %s',
  (isStuck) => {
    fc.assert(
      fc.property(names, names, (old, wanted) => {
        const body = bodyOf(old);
        const columns = planColumns('icp', [HEADER, ...body], wanted.map(rowOf));
        const grid = arrangedRows(columns, body, wanted.map(rowOf), isStuck);
        expect(sorted(grid.map((cells) => cells[4]))).toEqual(sorted(body.map((cells) => cells[4])));
        expect(grid.map((cells) => cells[0]).filter((name) => name !== '')).toEqual(wanted);
        if (isStuck) body.forEach((cells, row) => expect(grid[row]?.[4]).toBe(cells[4]));
      }),
    );
  },
);

it('a note goes with its row, and what stood where the row comes to goes to the end', () => {
  const body = bodyOf(['a', 'b']);
  const columns = planColumns('icp', [HEADER, ...body], []);
  expect(arrangedRows(columns, body, ['b', 'a'].map(rowOf), false).map((cells) => [cells[0], cells[4]])).toEqual([
    ['b', 'beside 1'],
    ['a', 'beside 0'],
  ]);
  expect(arrangedRows(columns, body, ['b', 'c'].map(rowOf), false).map((cells) => [cells[0], cells[4]])).toContainEqual([
    'b',
    'beside 1',
  ]);
});
