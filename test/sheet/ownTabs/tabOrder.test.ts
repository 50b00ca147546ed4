/** Where a new tab goes: plan, results, review, behind the team's lists, whatever the team has moved. */
import { newTabIndex, tabColor } from '../../../src/sheet/ownTabs/tabOrder';
import type { TabKind } from '../../../src/sheet/ownTabs/tabKind';

const made = (kinds: readonly TabKind[], team = 1): readonly (TabKind | undefined)[] =>
  kinds.reduce<readonly (TabKind | undefined)[]>(
    (tabs, kind) => {
      const index = newTabIndex(kind, tabs);
      return [...tabs.slice(0, index), kind, ...tabs.slice(index)];
    },
    Array.from({ length: team }, () => undefined),
  );

const WANTED = [
  undefined,
  'plan-icp',
  'plan-segments',
  'plan-rules',
  'summary',
  'scores',
  'segments',
  'coverage',
  'review',
  'log',
];

it('is the same whatever is made first', () => {
  const kinds = WANTED.slice(1) as readonly TabKind[];
  expect(made(kinds)).toEqual(WANTED);
  expect(made([...kinds].reverse())).toEqual(WANTED);
  expect(made(['log', 'plan-icp', 'summary', 'scores', 'plan-rules', 'plan-segments', 'review', 'coverage', 'segments'])).toEqual(
    WANTED,
  );
});

it('leaves tabs where the team has moved them', () => {
  const moved = ['summary', undefined, 'plan-icp', 'scores'] as const;
  expect(newTabIndex('segments', moved)).toBe(4);
  expect(newTabIndex('plan-tam', moved)).toBe(3);
});

it('goes to the end of a file that holds none of ours, and a list of the team before ours', () => {
  expect(newTabIndex('plan-icp', [undefined, undefined])).toBe(2);
  expect(newTabIndex(undefined, [undefined, 'plan-icp', 'summary'])).toBe(1);
  expect(newTabIndex(undefined, [undefined])).toBe(1);
});

it('has a color for the plan, one for results and one for the review', () => {
  const colors = (['plan-icp', 'plan-results', 'summary', 'problems', 'review', 'log'] as const).map(tabColor);
  expect(colors).toEqual([colors[0], colors[0], colors[2], colors[2], colors[4], colors[4]]);
  expect(new Set(colors).size).toBe(3);
});
