/** A rule of a first profile: as the plan writes it, as it is tested, and where it comes from. Pure. */
import { shownNumber } from '../facts/figure';
import { fold } from '../facts/text';
import { IMPORTANCE_WEIGHTS, type Dimension, type IcpRule, type Operator, type Test } from '../rules/rule';
import type { Range } from './quantities';
import { quoted, type Value } from './values';

/** What a rule is there for: what is wanted, what comes near it, what sets equals apart, a sign that something is moving. */
export type Part = 'ideal' | 'near' | 'typical' | 'signal';

export interface FirstRule {
  /** Of a signal what it means; else the field, for a rule beside the ideal one with a word behind it. */
  readonly name: string;
  readonly field: string;
  readonly dimension: Dimension;
  readonly operator: Operator;
  readonly value: string | number;
  readonly weight: number;
  readonly part: Part;
  /** The value as people say it: `Software, Fintech`, `50 to 500`. */
  readonly says: string;
  /** What it rests on, for people: `4 of 5 customers, 12 % of the list`; '' where nothing was counted. */
  readonly evidence: string;
  readonly test: Test;
}

/** A field's weight in a first profile; a field that is not here has 2. Size and kind of business weigh most, since they decide who buys. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['Industry', 4],
  ['Employees', 4],
  ['Technologies', 4],
]);

const DIMENSIONS: ReadonlyMap<string, Dimension> = new Map([
  ['Technologies', 'Technographic'],
  ['Headcount growth', 'Behavioral'],
  ['Open roles', 'Behavioral'],
  ['Website visits', 'Behavioral'],
]);

/** Weight of a field before anybody changes it. */
export function weightOf(field: string): number {
  return WEIGHTS.get(field) ?? 2;
}

/** Word of a weight that has one, else the number. */
export function importanceOf(weight: number): string | number {
  return Object.entries(IMPORTANCE_WEIGHTS).find(([, known]) => known === weight)?.[0] ?? weight;
}

/** One of some values. */
export function valuesRule(field: string, values: readonly Value[], part: Part = 'ideal'): FirstRule {
  const terms = values.map(({ key, shown, isCountry }) => ({
    text: fold(shown),
    number: undefined,
    countries: isCountry ? [key] : [],
  }));
  return {
    ...about(field, part),
    operator: 'in',
    value: values.map(({ shown }) => quoted(shown)).join('; '),
    says: values.map(({ shown }) => shown).join(', '),
    test: { operator: 'in', terms },
  };
}

/** Numbers inside a range, of which one end may be open. */
export function rangeRule(field: string, range: Range, currency: string | undefined, part: Part = 'ideal'): FirstRule {
  const unit = currency === undefined ? '' : `${currency} `;
  const plain = (value: number): string => (isYear(field) ? String(value) : shownNumber(value, 2));
  const bound = (value: number) => ({ kind: 'number' as const, value, ...(currency === undefined ? {} : { currency }) });
  const { low, high } = range;
  if (high === Infinity || low === -Infinity) {
    const [end, operator] = high === Infinity ? ([low, 'at least'] as const) : ([high, 'at most'] as const);
    const value = unit === '' ? end : `${unit}${end}`;
    return {
      ...about(field, part),
      operator,
      value,
      says: `${operator} ${unit}${plain(end)}`,
      test: { operator, bound: bound(end) },
    };
  }
  return {
    ...about(field, part),
    operator: 'between',
    // Behind a minus sign a hyphen would be read as one, too.
    value: low < 0 || high < 0 ? `${unit}${low}; ${unit}${high}` : `${unit}${low}-${unit}${high}`,
    says: `${unit}${plain(low)} to ${plain(high)}`,
    test: { operator: 'between', from: bound(low), to: bound(high) },
  };
}

/** A year has no thousands. */
export function isYear(field: string): boolean {
  return field === 'Founded';
}

function about(field: string, part: Part): Omit<FirstRule, 'operator' | 'value' | 'says' | 'test'> {
  const name = part === 'ideal' || part === 'signal' ? field : `${field}, ${part}`;
  return { name, field, dimension: DIMENSIONS.get(field) ?? 'Firmographic', weight: weightOf(field), part, evidence: '' };
}

/** The rule as a run scores it. */
export function scoredRule({ name, field, dimension, test, weight }: FirstRule): IcpRule {
  const isSignal = dimension === 'Behavioral' || dimension === 'Situational' || test.operator === 'within last';
  return { name, field, dimension, test, weight, type: 'Score', ifBlank: isSignal ? 'no' : 'unknown', why: '' };
}
