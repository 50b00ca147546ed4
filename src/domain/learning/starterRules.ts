/** A starter plan adapted to a list: in the list's own words, without what the list cannot answer. Pure. */
import type { Accounts } from '../facts/accounts';
import { counted } from '../facts/figure';
import { fold } from '../facts/text';
import { countHolders } from './common';
import { fieldOf } from './fields';
import { rangeRule, valuesRule, type FirstRule } from './firstRule';
import { nearRange, withRing } from './near';
import { countInside, numbersOver, type Range } from './quantities';
import { NEARLY_ALL, separatesNobody } from './separating';
import type { Starter } from './starters';
import { valuesOver, type CountryNames, type SharedValue } from './values';

/** Values a rule names at most, the most frequent ones. */
const MOST_VALUES = 12;

export interface StarterRules {
  readonly rules: readonly FirstRule[];
  /** One sentence for each rule that is not proposed. */
  readonly leftOut: readonly string[];
}

/** Its rules that the list has a column and accounts for, and why the others are left out. */
export function starterRules(accounts: Accounts, starter: Starter, names: CountryNames): StarterRules {
  const found = starter.rules.map((rule) =>
    'words' in rule ? ofWords(accounts, rule.field, rule.words, names) : ofRange(accounts, rule.field, rule.range),
  );
  return {
    rules: found.flatMap((one) => (typeof one === 'string' ? [] : one)),
    leftOut: found.filter((one) => typeof one === 'string'),
  };
}

function ofWords(
  accounts: Accounts,
  field: string,
  words: readonly string[],
  names: CountryNames,
): readonly FirstRule[] | string {
  const found = fieldOf(accounts, field);
  if (found === undefined) return noColumn(field);
  const values = valuesOver(found.column, accounts.keys.keys(), names).filter(({ shown }) => holdsOne(fold(shown), words));
  const chosen: readonly SharedValue[] = values.slice(0, MOST_VALUES);
  const { held, known } = countHolders(found.column, accounts.keys.keys(), chosen, names);
  if (held === 0) return `${field}: no account has ${words.slice(0, 3).join(', ')} or alike.`;
  if (held >= NEARLY_ALL * known) return separatesNobody(field);
  return [{ ...valuesRule(field, chosen), evidence: `${counted(held, 'account')} of the list` }];
}

function ofRange(accounts: Accounts, field: string, range: Range): readonly FirstRule[] | string {
  const found = fieldOf(accounts, field);
  if (found?.isNumeric !== true) return noColumn(field);
  const numbers = numbersOver(found.column, accounts.keys.keys());
  const held = countInside(numbers, range);
  const rule = { ...rangeRule(field, range, numbers.currency), evidence: `${counted(held, 'account')} of the list` };
  if (held === 0) return `${field}: no account has ${rule.says}.`;
  if (held >= NEARLY_ALL * numbers.sorted.length) return separatesNobody(field);
  return withRing(rule, nearRange(accounts, found.column, field, range, numbers.currency));
}

/** True where one of the words stands in the text, whole. */
function holdsOne(text: string, words: readonly string[]): boolean {
  const padded = ` ${text.replace(/[^\p{L}\p{N}-]+/gu, ' ')} `;
  return words.some((word) => padded.includes(` ${word} `));
}

function noColumn(field: string): string {
  return `${field}: the list has no such column.`;
}
