/** The page's reading of typed values against the run's own. */
import fc from 'fast-check';
import { OPERATORS, type Operator } from '../../src/domain/rules/rule';
import { countriesNamed } from '../../src/sheet/parse/country';
import { ProblemCollector } from '../../src/sheet/plan/closedList';
import { readTest } from '../../src/sheet/plan/operand';
import { planTableOf } from '../../src/sheet/plan/planTable';
import { readNumber, readShare } from '../../src/sheet/plan/readSettings';
import { itemsOf, numberOf, readValue, shareOf } from '../../sidebar/plan/value';

const byRun = (operator: string, value: string | number): unknown => {
  const row = planTableOf('rules', '', [
    ['Operator', 'Value'],
    [operator, value],
  ]).rows[0]!;
  return readTest(row, countriesNamed, new ProblemCollector());
};
const byPage = (operator: Operator, value: string | number): unknown => readValue(operator, value, countriesNamed);

const plainValue = fc.oneof(
  fc.constantFrom(
    'Software; Fintech',
    'a, b',
    '"Retail; Food"; Fintech',
    '50-500',
    '50 to 500',
    '$10M-$100M',
    '10-50M',
    '12',
    '12 months',
    '2 %',
    '2%',
    '1,200',
    '1,20',
    'DACH; France',
    '2026-02-30',
    '2026-01-31',
    '500-50',
    '',
    ' ',
    '10,001+',
    '3e5',
    '0x10',
    'GDPR',
    '1.2k',
    '€5k',
    '5 %-10 %',
  ),
  fc.integer({ min: 0, max: 1e9 }),
  fc.string({ maxLength: 12 }),
  fc
    .tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.constantFrom('-', ' to ', '; ', '–'),
      fc.integer({ min: 0, max: 99_999 }),
      fc.constantFrom('', 'k', 'M', '%', ' %', 'B'),
    )
    .map(([a, by, b, unit]) => `${a}${unit}${by}${b}${unit}`),
);

test('whatever the page reads at once, the run reads alike', () => {
  fc.assert(
    fc.property(fc.constantFrom(...OPERATORS), plainValue, (operator, value) => {
      const read = byPage(operator, value);
      if (read !== undefined) expect(read).toEqual(byRun(operator, value));
    }),
    { numRuns: 4000 },
  );
});

test.each([
  ['in', 'Software; Fintech'],
  ['between', '50-500'],
  ['between', '$10M-$100M'],
  ['at least', '20%'],
  ['at least', '2026-01-31'],
  ['within last', '12 months'],
  ['is', 'Fintech'],
] as const)('%s %s is read without the server', (operator, value) => {
  expect(byPage(operator, value)).toEqual(byRun(operator, value));
});

test('items part at semicolons, else commas, and quotes keep a separator', () => {
  expect(itemsOf('Fintech; "Retail; Food"')).toEqual(['Fintech', 'Retail; Food']);
  expect(itemsOf('a, b')).toEqual(['a', 'b']);
});

test('numbers and shares are the settings’ numbers and shares', () => {
  fc.assert(
    fc.property(plainValue, (value) => {
      if (numberOf(value) !== undefined) expect(numberOf(value)).toBe(readNumber(value));
      if (shareOf(value) !== undefined) expect(shareOf(value)).toBe(readShare(value));
    }),
  );
});
