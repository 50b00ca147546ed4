/** What stops a run when the sheet does not hold what was written, and what is only told. */
import { acceptable, differencesOf } from '../../../../src/commands/writing/publish/compare';
import { rectangleOf } from '../../../../src/commands/writing/publish/rectangle';
import type { Target, Writing } from '../../../../src/commands/writing/publish/writing';
import type { Cell } from '../../../../src/sheet/grid';
import { column, type Block } from '../../../../src/sheet/ownTabs/block';
import { stampText } from '../../../../src/sheet/ownTabs/stamp';
import { LAYOUT_VERSION } from '../../../../src/sheet/ownTabs/version';

const columns = [column('Account', '@', 100, ''), column('Fit', '0.0', 50, '')];
const block: Block = {
  kind: 'scores',
  columns,
  rows: [
    ['=HYPERLINK("x")', 90],
    ['Acme', ''],
  ],
  frozenColumns: 1,
};
const target = {
  block,
  rows: 4,
  columns: 3,
  isFresh: false,
  isOlder: false,
  needsRoom: false,
  tab: { id: 7, kind: 'scores' },
} satisfies Target;
const stamp = {
  runId: 'r1',
  version: '0.1.0',
  time: '2026-11-21 12:00',
  planHash: 'p',
  listHash: 'l',
  read: 2,
  scored: 2,
  excluded: 0,
  errors: 0,
};
const writing = { stamp, workbook: { titleOf: () => 'Scores' } } as unknown as Writing;
const text = stampText({ ...stamp, layout: LAYOUT_VERSION, state: 'OK' });
/** The sheet as it was written, but for one cell. */
const held = (row: number, position: number, cell: Cell): Cell[][] =>
  rectangleOf(target, text).map((cells, y) => cells.map((old, x) => (y === row && x === position ? cell : old)));
const outcome = (found: readonly (readonly Cell[])[]): string => {
  try {
    return acceptable(differencesOf(writing, target, found))
      .map(({ at, severity }) => `${severity} ${at}`)
      .join();
  } catch (error) {
    return `stops: ${error instanceof Error ? error.message.slice(0, 9) : ''}`;
  }
};

it.each<[string, readonly (readonly Cell[])[], string]>([
  ['all as it was written', held(9, 9, ''), ''],
  ['text that stayed text', held(3, 0, 'Acme ™'), 'problem Scores!A4'],
  ['a formula’s result in place of the text', held(2, 0, 'x'), 'stops: Scores!A3'],
  ['a number in place of the text', held(3, 0, 7), 'stops: Scores!A4'],
  ['another number', held(2, 1, 9), 'stops: Scores!B3'],
  ['a number where nothing was written', held(3, 1, 0), 'stops: Scores!B4'],
  ['nothing in place of the text', held(3, 0, ''), 'stops: Scores!A4'],
  ['another header', held(1, 0, 'Name'), 'stops: Scores!A2'],
  ['the stamp of another run', held(0, 0, text.replace('r1', 'r2')), 'stops: Scores!A1'],
])('%s', (_, found, expected) => expect(outcome(found)).toBe(expected));
