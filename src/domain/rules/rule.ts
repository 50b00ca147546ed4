/** Rules: one test on one attribute, the same grammar for TAM, ICP and segments. Pure. */
import type { Day } from '../facts/fact';
import type { SourceId } from '../facts/phrase';

export const OPERATORS = [
  'is',
  'is not',
  'in',
  'not in',
  'contains',
  'does not contain',
  'at least',
  'at most',
  'between',
  'within last',
  'is known',
  'is unknown',
  'is true',
  'is false',
] as const;
export type Operator = (typeof OPERATORS)[number];

export const DIMENSIONS = ['Firmographic', 'Technographic', 'Behavioral', 'Situational'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const RULE_TYPES = ['Score', 'Must', 'Exclude'] as const;
export type RuleType = (typeof RULE_TYPES)[number];

export const IF_BLANK = ['unknown', 'no', 'yes'] as const;
export type IfBlank = (typeof IF_BLANK)[number];

/** Weights of the words of Importance. */
export const IMPORTANCE_WEIGHTS = { Critical: 4, 'Very high': 3, High: 2, Medium: 1 } as const;

/** One value a cell is compared with: as text, as a number where it is one, as countries where it names some (a region names several). */
export interface Term {
  readonly text: string;
  readonly number: number | undefined;
  /** ISO 4217 of the number, where the rule names one. */
  readonly currency?: string;
  readonly countries: readonly string[];
}

/** A bound is a number or a calendar day, never both. */
export type Bound =
  { readonly kind: 'number'; readonly value: number; readonly currency?: string } | { readonly kind: 'day'; readonly day: Day };

/** What is asked of the attribute, its value already read. */
export type Test =
  | { readonly operator: 'is' | 'is not' | 'in' | 'not in'; readonly terms: readonly Term[] }
  | { readonly operator: 'contains' | 'does not contain'; readonly text: string }
  | { readonly operator: 'at least' | 'at most'; readonly bound: Bound }
  | { readonly operator: 'between'; readonly from: Bound; readonly to: Bound }
  | { readonly operator: 'within last'; readonly months: number }
  | { readonly operator: 'is known' | 'is unknown' | 'is true' | 'is false' };

/** Currency that the test's numbers are in; undefined where it names none. */
export function currencyOfTest(test: Test): string | undefined {
  const bounds = 'bound' in test ? [test.bound] : 'from' in test ? [test.from, test.to] : 'terms' in test ? test.terms : [];
  return bounds.map((bound) => ('currency' in bound ? bound.currency : undefined)).find((currency) => currency !== undefined);
}

/** A condition on accounts. `isDecidedByBlank`: what a blank cell counts as. */
export interface Condition {
  /** Rule's name, else `Field operator Value`. */
  readonly name: string;
  /** Its row, for checks that name it. */
  readonly source?: SourceId | undefined;
  /** Field as the plan names it; resolved to a column by the accounts. */
  readonly field: string;
  readonly test: Test;
  readonly ifBlank: IfBlank;
}

/** A rule of the ideal customer profile. */
export interface IcpRule extends Condition {
  readonly type: RuleType;
  readonly dimension: Dimension;
  /** Undefined: a Must or Exclude that does not weigh. Zero or more. */
  readonly weight: number | undefined;
  readonly why: string;
}

/** A rule of the market bounds or of a segment. */
export interface BoundRule extends Condition {
  readonly type: 'Include' | 'Exclude';
}
