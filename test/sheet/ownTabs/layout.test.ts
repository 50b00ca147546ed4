/** A tab of an older layout is still ours: its headers are read in the words of the present one. */
import { rowHash } from '../../../src/sheet/ownTabs/rowHash';
import { TEXT, column } from '../../../src/sheet/ownTabs/block';
import { ownBlock } from '../../../src/sheet/ownTabs/ownBlock';
import { renderProblems } from '../../../src/sheet/render/problemsTab';

const columns = [...renderProblems([]).columns, column('Marks', TEXT, 60, '')];
const headers = columns.map(({ header }) => header);

/** `Problems` as layout 1 wrote it, with the given word above its fixes. */
function problemsTab(fix: string, layout: number): ReturnType<typeof ownBlock> {
  const stamp = `Segment Planner 0.1.0 · OK · run a · t · plan p · list l · 1 read = 1 scored + 0 excluded + 0 errors · layout ${layout} · replaced`;
  const row = ['Problem', 'B!B2', 7, '=1+1', 'Bad.', 'Fix it.', 'Y'];
  const blank = ['', '', '', '', '', '', ''];
  const names = headers.map((header) => (header === 'How to fix' ? fix : header));
  return ownBlock('Problems', [[stamp, ...blank], names, [...row, rowHash(row)]], { kind: 'problems', columns });
}

describe('Problems of layout 1', () => {
  it('is ours with its header "How to mend", and no cell of it counts as typed', () => {
    const own = problemsTab('How to mend', 1);
    expect([own.rows, own.refusals, own.typedWithin(9, [])]).toEqual([3, [], []]);
  });

  it('is read as the present layout, in which that header is a column of the team', () => {
    expect(problemsTab('How to fix', 2).refusals).toEqual([]);
    expect(problemsTab('How to mend', 2).refusals.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'COLUMN_IN_BLOCK Problems!F2',
    ]);
  });
});
