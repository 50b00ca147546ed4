import { isNewerLayout, migrateHeaders } from '../../src/sheet/ownTabs/layout';
import { changedCells, rowHash } from '../../src/sheet/ownTabs/rowHash';
import { TEXT, column } from '../../src/sheet/ownTabs/block';
import { ownBlock } from '../../src/sheet/ownTabs/ownBlock';
import { LAYOUT_VERSION } from '../../src/sheet/ownTabs/version';

describe('layouts', () => {
  const steps = [new Map([['Fit score', 'Fit']]), new Map([['Fit', 'Fit now']])];

  it('older ones are translated one step after the other', () => {
    expect(migrateHeaders(['Rank', 'Fit score'], 0, steps)).toEqual(['Rank', 'Fit now']);
    expect(migrateHeaders(['Rank', 'Fit'], 1, steps)).toEqual(
      migrateHeaders(migrateHeaders(['Rank', 'Fit score'], 0, steps.slice(0, 1)), 1, steps),
    );
    expect(migrateHeaders(['Rank', 'Fit now'], 2, steps)).toEqual(['Rank', 'Fit now']);
  });

  it('newer ones are reported', () => {
    expect([undefined, 0, LAYOUT_VERSION, LAYOUT_VERSION + 1].map(isNewerLayout)).toEqual([false, false, false, true]);
  });

  it('0, which had no marks, is ours row by row: nothing of it counts as typed', () => {
    const stamp =
      'Segment Planner 0.0.1 · OK · run a · t · plan p · list l · 1 read = 1 scored + 0 excluded + 0 errors · replaced';
    const own = ownBlock(
      'Problems',
      [
        [stamp, ''],
        ['Rank', 'Account'],
        [1, 'Acme'],
      ],
      { kind: 'problems', columns: ['Rank', 'Account', 'Marks'].map((header) => column(header, TEXT, 60, '')) },
    );
    expect([own.hasHeaders, own.rows, own.refusals, own.typedWithin(9, [])]).toEqual([true, 3, [], []]);
  });
});

describe('marks', () => {
  it('tell which cell of a row differs', () => {
    const cells = [1, 'Acme', '', true, 0.5];
    const mark = rowHash(cells);
    expect(changedCells(mark, cells)).toEqual([]);
    expect(changedCells(mark, [1, 'Acme', 'note', true, 0.5])).toEqual([2]);
    expect(changedCells(mark, ['1', 'Acme', '', true, 0.5])).toEqual([0]);
    expect(changedCells(mark, [1, 'Acme', '', true, 0.5000000000000001])).toEqual([]);
  });
});
