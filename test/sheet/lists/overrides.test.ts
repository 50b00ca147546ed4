/** Overrides by a name that stands in two countries are reported in their own row, with the keys to write instead. */
import type { Problem } from '../../../src/sheet/problem';
import { checkOverrides } from '../../../src/sheet/lists/checkOverrides';
import { PLAN_TABS } from '../../../src/sheet/plan/tabs';
import { keysOf, squared } from '../../support/sheet/lists/lists';

const LIST = [
  ['Company', 'Country'],
  ['Bolt', 'Estonia'],
  ['bolt', 'US'],
  ['Core', 'Germany'],
];

function problemsOf(keys: readonly string[], list: readonly (readonly string[])[] = LIST): readonly Problem[] {
  const grid = squared([PLAN_TABS.overrides.headers, ...keys.map((key) => [key, 'Tier 1'])]);
  return checkOverrides({ tab: 'Overrides', grid }, keysOf(list));
}

it('reports the row of a bare name with the keys that exist', () => {
  expect(problemsOf(['core', ' BOLT '])).toEqual([
    {
      code: 'OVERRIDE_OF_NAME_IN_TWO_COUNTRIES',
      severity: 'problem',
      at: 'Overrides!A3',
      found: 'BOLT',
      message: '2 accounts of this name stand in different countries, so this override applies to none of them.',
      fix: 'Write the key of the one that is meant: "bolt · EE" or "bolt · US".',
      count: 1,
    },
  ]);
});

it('says nothing of full keys, of other names, and of a name that is itself a key', () => {
  expect(problemsOf(['bolt · EE', 'core', 'nobody', ''])).toEqual([]);
  expect(problemsOf(['bolt'], [...LIST, ['Bolt', '']])).toEqual([]);
  expect(checkOverrides(undefined, keysOf(LIST))).toEqual([]);
});
