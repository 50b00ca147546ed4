/** Facts about segments: matching, assignment, overlap, and why accounts are in none. */
import { DATA_MISSING, NOT_DRAWN, NO_LANE, segmentAccounts } from '../../../src/domain/segments/segment';
import { computeAccounts } from '../../../src/domain/segments/run';
import { AS_OF, accounts, bound, lists, plan, rule, segment, test as asks } from '../../support/domain/build';

const yes = asks('is', 'yes');
const include = (field: string) => bound(field, yes);
const exclude = (field: string) => bound(field, yes, { type: 'Exclude' });

describe('segmentAccounts', () => {
  const list = accounts({
    A: ['yes', 'yes', 'no', null, null],
    B: ['yes', 'no', 'yes', 'yes', 'no'],
    X: ['no', null, 'no', 'no', 'yes'],
  });

  it('matches where all Includes are met and no Exclude is; unknown Include no, unknown Exclude yes', () => {
    const { matches } = segmentAccounts(list, [segment('s', [include('A'), exclude('X')])], AS_OF, undefined);
    expect(matches.map((match) => [...match])).toEqual([[1, 1, 0, 0, 0]]);
  });

  it('gives nothing to a segment without a rule and all others to one with only Excludes', () => {
    const { matchCounts } = segmentAccounts(list, [segment('none', []), segment('rest', [exclude('X')])], AS_OF, undefined);
    expect(matchCounts).toEqual([0, 4]);
  });

  it('assigns by priority, blank last, ties by order', () => {
    const all = [exclude('Nobody')];
    const open = accounts({ Nobody: ['no'] });
    const assignedTo = (...priorities: (number | undefined)[]) =>
      segmentAccounts(
        open,
        priorities.map((priority, i) => segment(`s${i}`, all, { priority })),
        AS_OF,
        undefined,
      ).assigned[0];
    expect([
      assignedTo(2, 1),
      assignedTo(undefined, 9),
      assignedTo(1, 1),
      assignedTo(undefined, undefined),
      assignedTo(1, 0),
    ]).toEqual([1, 1, 0, 0, 1]);
  });

  it('splits the rest into data missing and no lane', () => {
    const { assigned, unassigned, drawn, assignedCounts } = segmentAccounts(
      list,
      [segment('s', [include('A'), exclude('X')]), segment('t', [include('A'), include('B'), exclude('X')])],
      AS_OF,
      Uint8Array.of(1, 0, 1, 1, 1),
    );
    expect([...assigned]).toEqual([0, NOT_DRAWN, NO_LANE, DATA_MISSING, NO_LANE]);
    expect({ unassigned, drawn, assignedCounts }).toEqual({
      unassigned: { noLane: 2, dataMissing: 1 },
      drawn: 4,
      assignedCounts: [1, 0],
    });
  });

  it('counts overlaps', () => {
    const { overlap, matchCounts } = segmentAccounts(
      list,
      [segment('a', [include('A')]), segment('b', [include('B')])],
      AS_OF,
      undefined,
    );
    expect(overlap).toEqual([
      [2, 1],
      [1, 3],
    ]);
    expect(matchCounts).toEqual([2, 3]);
  });

  it('lists rules without a column', () => {
    const { absent } = segmentAccounts(list, [segment('__proto__', [include('A'), include('__proto__')])], AS_OF, undefined);
    expect(absent.map(({ field }) => field)).toEqual(['__proto__']);
  });
});

describe('the pool', () => {
  const columns = { A: ['yes', 'yes', 'yes'], B: ['yes', 'yes', 'no'], C: ['yes', 'no', 'no'] };
  const icp = [rule('A', yes, { weight: 5 }), rule('B', yes, { weight: 2 }), rule('C', yes, { weight: 3 })];
  const segments = [segment('s', [include('A')])];

  it('is the ICP, or Tier 3 and up by the setting', () => {
    expect(computeAccounts(lists(columns), plan({ icp, segments })).segmentation.matchCounts).toEqual([2]);
    const wide = plan({ icp, segments, settings: { segmentsDrawFrom: 'Tier 3 and up' } });
    expect(computeAccounts(lists(columns), wide).segmentation.matchCounts).toEqual([3]);
  });
});
