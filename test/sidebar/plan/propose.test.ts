/** From the answers to rules and tiers, before anything is written. */
import { markedCustomers } from '../../../src/domain/learning/customers';
import { DEFAULT_SETTINGS } from '../../../src/domain/rules/settings';
import { TIER_2 } from '../../../src/domain/score/tier';
import { countriesNamed } from '../../../src/sheet/parse/country';
import { operandItems } from '../../../src/sheet/plan/operand';
import { proposeRules } from '../../../src/sheet/propose/proposeRules';
import { ruleRow } from '../../../src/sheet/propose/ruleRow';
import type { PlanRow } from '../../../src/commands/protocol/requests';
import { FIRST_FIELDS } from '../../../sidebar/actions/columns';
import { NO_ANSWERS, withWish, type Answers } from '../../../sidebar/plan/answers';
import { draftOf, rowsOf, settled } from '../../../sidebar/plan/entries';
import { withProfile } from '../../../sidebar/plan/firstPlan';
import { liveOf } from '../../../sidebar/plan/live';
import { customersIn, profileFrom, rangeProblem, wishFields } from '../../../sidebar/plan/propose';
import { sampleRows } from '../../../sidebar/take/sample';
import { opened } from '../../support/sidebar/lists';

type Opened = ReturnType<typeof opened>;

/** Accounts of which every third is software, sizes rise, and a yes or no is called Country. */
const HEADERS = ['Account name', 'Domain', 'Industry', 'Employees', 'Country', 'Batch'];
const rows = Array.from({ length: 90 }, (_, i) => [
  `Firm ${i}`,
  `firm${i}.example`,
  ['Software', 'Retail', 'Food'][i % 3]!,
  String(10 * (i + 1)),
  i % 2 === 0 ? 'Yes' : 'No',
  `B${i % 5}`,
]);
const ANY_PLAN = { format: 1 as const, icp: [{ Field: 'Account name', Operator: 'is known' }] };
const page = {
  ...opened([HEADERS, ...rows], ANY_PLAN, undefined, { fields: [...FIRST_FIELDS, 'Batch'] }),
  draft: draftOf({ format: 1 }),
};

const answersOf = (way: string, more: Partial<Answers> = {}): Answers => ({ ...NO_ANSWERS, way, ...more });
const wish = (field: string, values: readonly string[], typed = '', near: readonly string[] = []) => ({
  field,
  values,
  near,
  typed,
});
const profileOf = ({ lists }: Opened, answers: Answers) =>
  profileFrom(lists, answers, markedCustomers(lists.lists.accounts), DEFAULT_SETTINGS, lists.meta.runDay);
const tiersOf = ({ lists, draft }: Opened, answers: Answers) =>
  liveOf(lists, withProfile(draft, lists, profileOf({ lists, draft } as Opened, answers), answers)).runResult;

test('a field is offered only where the list has its column, the recognized ones first', () => {
  expect(wishFields(page.lists)).toEqual(['Industry', 'Employees', 'Country', 'Batch']);
  const picked = withWish(answersOf('pick'), wish('Annual revenue', ['1M–10M']));
  expect(profileOf(page, picked)).toMatchObject({ rules: [], reason: 'Choose a value or a range above.' });
});

test('a column of yes and no is no country, and gives no rule', () => {
  expect(profileOf(page, withWish(answersOf('pick'), wish('Country', ['Yes']))).rules).toEqual([]);
});

test.each([
  ['1000+', 'at least', 1000],
  ['50-500', 'between', '50-500'],
  ['up to 200', 'at most', 200],
  ['300 to 400', 'between', '300-400'],
])('a typed %s means %s %s', (typed, operator, value) => {
  const [rule] = profileOf(page, withWish(answersOf('pick'), wish('Employees', [], typed))).rules;
  expect([rule?.operator, rule?.value]).toEqual([operator, typed === '1000+' ? 1000 : value]);
});

test.each(['abc', '500-50', '70'])('a typed %s is no range, which is said before anything is saved', (typed) => {
  expect(rangeProblem(typed)).toContain('isn’t a range');
  expect(profileOf(page, withWish(answersOf('pick'), wish('Employees', [], typed)))).toMatchObject({ rules: [] });
  expect(profileOf(page, withWish(answersOf('pick'), wish('Employees', [], typed))).reason).toMatch(
    /^Employees: .* isn’t a range/,
  );
});

test('what nearly every account has makes no rule, and that is said', () => {
  const picked = withWish(answersOf('pick'), wish('Employees', [], '10+'));
  expect(profileOf(page, picked)).toMatchObject({
    rules: [],
    leftOut: ['Employees: nearly every account has it, so it separates nobody.'],
    reason: 'Choose less, or one more column.',
  });
  const both = profileOf(page, withWish(picked, wish('Industry', ['Food'])));
  expect(both.rules.filter(({ part }) => part === 'ideal').map(({ field }) => field)).toEqual(['Industry']);
  expect(both.leftOut).toHaveLength(1);
});

test('chosen ranges are one rule from the lowest to the highest, and what lies near has half of its weight', () => {
  const picked = withWish(answersOf('pick'), wish('Employees', ['51–200', '201–500']));
  const [ideal, near] = profileOf(page, picked).rules;
  expect([ideal?.value, ideal?.weight, near?.value, near?.weight, near?.part]).toEqual(['51-500', 2, '34-750', 2, 'near']);
});

test('an attribute of the list’s own can be wished of, and a value can be also good for half the points', () => {
  const picked = withWish(answersOf('pick'), wish('Batch', ['B1'], '', ['B2']));
  const result = tiersOf(page, picked);
  const fit = (batch: string): number => result.scores.fit[rows.findIndex((row) => row[5] === batch)]!;
  expect(
    profileOf(page, picked)
      .rules.slice(0, 2)
      .map(({ value }) => value),
  ).toEqual(['B1', 'B1; B2']);
  expect(fit('B1')).toBeGreaterThan(fit('B2'));
  expect(fit('B2')).toBeGreaterThan(fit('B3'));
});

test('three answers make four tiers, counted before anything is written', () => {
  for (const picked of [
    withWish(answersOf('pick'), wish('Industry', ['Software'])),
    withWish(withWish(answersOf('pick'), wish('Industry', ['Software'])), wish('Employees', ['51–200'])),
  ]) {
    const { counts } = tiersOf(page, picked);
    expect(counts.tiers.slice(0, 4).every((count) => count > 0)).toBe(true);
    expect(counts.tiers.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  }
});

test('what was added can be left out, and stays out', () => {
  const picked = withWish(answersOf('pick'), wish('Industry', ['Software']));
  const added = profileOf(page, picked).rules.filter(({ part }) => part === 'typical');
  expect(added.map(({ field }) => field)).toEqual(['Employees']);
  expect(profileOf(page, { ...picked, without: ['Employees'] }).rules.map(({ field }) => field)).toEqual(['Industry']);
});

test('named customers are found by domain, name and key, and those who are not in the list are named', () => {
  const sample = sampleLists();
  const { accounts, missing } = customersIn(
    sample.lists,
    'sample001.example, https://www.sample002.example/x\nSample Account 003\nNobody\nNone Such',
  );
  expect([accounts.length, missing]).toEqual([3, ['Nobody', 'None Such']]);
});

test('what customers share makes rules that keep them, and they are no prospects afterwards', () => {
  const names = rows.filter((row, i) => row[2] === 'Software' && i > 20 && i < 50).map(([name]) => name);
  const answers = answersOf('names', { names: names.join('\n') });
  const profile = profileOf(page, answers);
  expect(profile.rules.filter(({ part }) => part === 'ideal').map(({ field }) => field)).toEqual(['Industry', 'Employees']);
  expect(profile.rules[0]?.evidence).toBe('10 of 10 customers, 33.33 % of the list');
  const result = tiersOf(page, answers);
  expect(profile.customers.filter((account) => result.tiering.computed[account]! <= TIER_2)).toHaveLength(names.length);
  expect(profile.customers.map((account) => result.availability.available[account])).toEqual(names.map(() => 0));
  const { draft, lists } = page;
  expect(rowsOf(withProfile(draft, lists, profile, answers), 'settings')).toMatchObject([{ Setting: 'Best customers' }]);
});

test('customers like everybody make no rule, and it is said on which fields they look so', () => {
  const names = ['Firm 0', 'Firm 1', 'Firm 2', 'Firm 87', 'Firm 88', 'Firm 89'].join('\n');
  const profile = profileOf(page, answersOf('names', { names }));
  expect(profile.rules).toEqual([]);
  expect(profile.reason).toMatch(/^Nothing sets these customers apart/);
  expect(profile.none.map(({ field }) => field)).toEqual(['Industry', 'Employees']);
});

test('fewer than three customers make no rule, and say why', () => {
  expect(profileOf(page, answersOf('names', { names: 'Firm 1\nFirm 2' }))).toMatchObject({
    rules: [],
    reason: 'Name 3 customers or more that are in the list.',
  });
});

test('a starter plan brings rules in the list’s words and the people who buy', () => {
  const answers = answersOf('starter', { starter: 'agency' });
  const profile = profileOf(page, answers);
  expect(profile.rules.slice(0, 2).map(({ name }) => name)).toEqual(['Employees', 'Employees, near']);
  expect(profile.leftOut).toEqual([
    'Industry: nearly every account has it, so it separates nobody.',
    'Technologies: the list has no such column.',
    'Annual revenue: the list has no such column.',
  ]);
  expect(rowsOf(withProfile(page.draft, page.lists, profile, answers), 'personas')).toHaveLength(3);
});

test('asked again after a save that failed, the rules stand there once, those of other answers not at all', () => {
  const { draft, lists } = page;
  const picked = withWish(answersOf('pick'), wish('Industry', ['Food']));
  const once = withProfile(draft, lists, profileOf(page, picked), picked);
  expect(rowsOf(withProfile(once, lists, profileOf(page, picked), picked), 'icp')).toEqual(rowsOf(once, 'icp'));
  const starter = answersOf('starter', { starter: 'agency' });
  const twice = withProfile(
    withProfile(once, lists, profileOf(page, starter), starter),
    lists,
    profileOf(page, starter),
    starter,
  );
  expect(rowsOf(twice, 'icp')).toEqual(rowsOf(withProfile(draft, lists, profileOf(page, starter), starter), 'icp'));
  expect(rowsOf(twice, 'personas')).toHaveLength(3);
  // What was saved stays.
  expect(rowsOf(withProfile(settled(once, 'icp'), lists, profileOf(page, picked), picked), 'icp')).toEqual(rowsOf(once, 'icp'));
});

test('what the page infers from marked customers is what the first proposed plan says', () => {
  const sample = sampleLists();
  const { accounts } = sample.lists.lists;
  const inferred = profileOf(sample, answersOf('marked')).rules.map((rule) => ruleRow(rule, ''));
  const proposed = proposeRules(accounts, sample.lists.meta.runDay).proposals.map(({ row }) => row);
  expect(inferred.length).toBeGreaterThan(3);
  // The page calls a country as the list does, the server by its name.
  const told = (all: readonly PlanRow[]): unknown =>
    all.map(({ Rule, Field, Operator, Value, Importance }) => [
      ...[Rule, Field, Operator, Importance],
      Field === 'Country' ? operandItems(String(Value)).map(countriesNamed) : Value,
    ]);
  expect(told(inferred)).toEqual(told(proposed));
});

/** The sample data as the page holds it when it opens. */
function sampleLists(): Opened {
  const icp = FIRST_FIELDS.map((Field) => ({ Field, Operator: 'is known' }));
  return opened(
    sampleRows().map((row) => row.map(String)),
    { format: 1, icp },
  );
}
