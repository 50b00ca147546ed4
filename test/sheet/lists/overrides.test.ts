/** Overrides that apply to nobody, or give no reason, are reported in their own row, with what to write instead. */
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
  const grid = squared([PLAN_TABS.overrides.headers, ...keys.map((key) => [key, 'Tier 1', 'Asked us'])]);
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

it('reports a key that no account has, and the one that is meant where only its case differs', () => {
  expect(problemsOf(['nobody', 'CORE', 'rule: Country is Germany'])).toMatchObject([
    {
      code: 'OVERRIDE_NOT_LISTED',
      at: 'Overrides!A2',
      found: 'nobody',
      message: 'No account has the key "nobody", so this override applies to none.',
      fix: 'Copy the Account key from Scores, or delete the row.',
    },
    { code: 'OVERRIDE_NOT_LISTED', at: 'Overrides!A3', fix: 'Did you mean "core"?' },
  ]);
});

it('reports an override without a reason', () => {
  const grid = squared([PLAN_TABS.overrides.headers, ['core', 'Tier 1', ''], ['Rule: Country is Germany', 'Tier 2', ' ']]);
  expect(checkOverrides({ tab: 'Overrides', grid }, keysOf(LIST)).map(({ code, at }) => [code, at])).toEqual([
    ['OVERRIDE_WITHOUT_REASON', 'Overrides!C2'],
    ['OVERRIDE_WITHOUT_REASON', 'Overrides!C3'],
  ]);
});

it('says nothing of full keys, and of a name that is itself a key', () => {
  expect(problemsOf(['bolt · EE', 'core', ''])).toEqual([]);
  expect(problemsOf(['bolt'], [...LIST, ['Bolt', '']])).toEqual([]);
  expect(checkOverrides(undefined, keysOf(LIST))).toEqual([]);
});
