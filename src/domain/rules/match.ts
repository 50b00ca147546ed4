/** Match: what a rule says of a fact (met, not met, unknown), asked once per distinct fact of a column. Pure. */
import type { Accounts } from '../facts/accounts';
import { minusMonths } from '../facts/day';
import { isComparable, type Attribute, type Day, type Fact, type Quantity } from '../facts/fact';
import type { Bound, Condition, IfBlank, Term, Test } from './rule';

export const NOT_MET = 0;
export const MET = 1;
export const UNKNOWN = 2;
export type MatchState = typeof NOT_MET | typeof MET | typeof UNKNOWN;

/** A rule compared with its column: `outcomes[attribute.codes[i]]` is the outcome for account i. */
export interface Matched<C extends Condition> {
  readonly rule: C;
  readonly attribute: Attribute;
  readonly outcomes: Int8Array;
}

/** Rules with a column, in the order given, and those whose field has none. */
export interface MatchedRules<C extends Condition> {
  readonly matched: readonly Matched<C>[];
  readonly absent: readonly C[];
}

/** UNKNOWN here is a cell that straddles the rule or is in another currency, which `If blank` never decides; UNUSABLE is a blank or unreadable one, which it may. */
const UNUSABLE = 3;
type Reading = MatchState | typeof UNUSABLE;
type Reader = (fact: Fact) => Reading;

/** Each rule's outcome per distinct fact of its column. */
export function matchRules<C extends Condition>(accounts: Accounts, rules: readonly C[], asOf: Day): MatchedRules<C> {
  const matched: Matched<C>[] = [];
  const absent: C[] = [];
  for (const rule of rules) {
    const attribute = accounts.attribute(rule.field);
    if (attribute) matched.push({ rule, attribute, outcomes: matchFacts(attribute.facts, rule, asOf) });
    else absent.push(rule);
  }
  return { matched, absent };
}

/** Outcomes of one rule, parallel to `facts`; what `If blank` decides is decided. */
export function matchFacts(facts: readonly Fact[], rule: Condition, asOf: Day): Int8Array {
  const read = readerOf(rule.test, asOf);
  const outcomeOfUnusable = stateOfBlank(rule.ifBlank);
  const outcomes = new Int8Array(facts.length);
  facts.forEach((fact, code) => {
    const reading = read(fact);
    outcomes[code] = reading === UNUSABLE ? outcomeOfUnusable : reading;
  });
  return outcomes;
}

/** True when the fact itself says nothing and `If blank` gave the rule its outcome. */
export function isDecidedByBlank(fact: Fact, rule: Condition, asOf: Day): boolean {
  return rule.ifBlank !== 'unknown' && readerOf(rule.test, asOf)(fact) === UNUSABLE;
}

/** Outcome of a matched rule for account `index`. */
export function matchStateAt<C extends Condition>(matched: Matched<C>, index: number): MatchState {
  return (matched.outcomes[matched.attribute.codes[index] ?? -1] ?? UNKNOWN) as MatchState;
}

/** Fact that a matched rule looks at for account `index`. */
export function factAt<C extends Condition>(matched: Matched<C>, index: number): Fact | undefined {
  return matched.attribute.facts[matched.attribute.codes[index] ?? -1];
}

function stateOfBlank(ifBlank: IfBlank): MatchState {
  if (ifBlank === 'yes') return MET;
  return ifBlank === 'no' ? NOT_MET : UNKNOWN;
}

function readerOf(test: Test, asOf: Day): Reader {
  const read = valueReaderOf(test, asOf);
  if (test.operator === 'is known' || test.operator === 'is unknown') return read;
  return (fact) => (fact.isBlank ? UNUSABLE : read(fact));
}

function valueReaderOf(test: Test, asOf: Day): Reader {
  switch (test.operator) {
    case 'is known':
      return (fact) => decided(!fact.isBlank);
    case 'is unknown':
      return (fact) => decided(fact.isBlank);
    case 'is':
    case 'in':
      return termReader(test.terms);
    case 'is not':
    case 'not in':
      return negated(termReader(test.terms));
    case 'contains':
      return (fact) => decided(fact.text.includes(test.text));
    case 'does not contain':
      return (fact) => decided(!fact.text.includes(test.text));
    case 'at least':
      return boundReader(test.bound, undefined);
    case 'at most':
      return boundReader(undefined, test.bound);
    case 'between':
      return boundReader(test.from, test.to);
    case 'within last':
      return recencyReader(minusMonths(asOf, test.months), asOf);
    case 'is true':
      return (fact) => (fact.truth === undefined ? UNUSABLE : decided(fact.truth));
    case 'is false':
      return (fact) => (fact.truth === undefined ? UNUSABLE : decided(!fact.truth));
  }
}

function decided(isMet: boolean): MatchState {
  return isMet ? MET : NOT_MET;
}

function negated(read: Reader): Reader {
  return (fact) => {
    const reading = read(fact);
    if (reading === MET) return NOT_MET;
    return reading === NOT_MET ? MET : reading;
  };
}

/** Any item equals any term: as text, by country code where both are recognized, or as numbers where both are. */
function termReader(terms: readonly Term[]): Reader {
  const texts = new Set(terms.map((term) => term.text));
  const countries = new Set(terms.flatMap((term) => term.countries));
  const numbers = terms.filter((term) => term.number !== undefined);
  return (fact) => {
    if (fact.items.some((item) => texts.has(item))) return MET;
    if (countries.size > 0 && fact.countries.some((country) => country !== '' && countries.has(country))) return MET;
    return fact.quantity === undefined ? NOT_MET : equality(fact.quantity, numbers);
  };
}

/** A range that holds one of the numbers may or may not be it, and nobody knows of amounts in two currencies: unknown. */
function equality(quantity: Quantity, numbers: readonly Term[]): MatchState {
  const comparable = numbers.filter(({ currency }) => isComparable(quantity.currency, currency));
  const isTouched = comparable.some(({ number = NaN }) => quantity.low <= number && number <= quantity.high);
  if (isTouched && quantity.low === quantity.high) return MET;
  return isTouched || comparable.length < numbers.length ? UNKNOWN : NOT_MET;
}

/** Inclusive bounds; both must be of one kind, and the fact must have a reading of that kind. */
function boundReader(from: Bound | undefined, to: Bound | undefined): Reader {
  const kind = (from ?? to)?.kind;
  if (from && to && from.kind !== to.kind) return () => UNUSABLE;
  const low = valueOf(from) ?? -Infinity;
  const high = valueOf(to) ?? Infinity;
  if (kind === 'day') return (fact) => (fact.day === undefined ? UNUSABLE : decided(low <= fact.day && fact.day <= high));
  const currency = currencyOf(from) ?? currencyOf(to);
  return ({ quantity }) => {
    if (quantity === undefined) return UNUSABLE;
    return isComparable(quantity.currency, currency) ? containment(quantity, low, high) : UNKNOWN;
  };
}

function currencyOf(bound: Bound | undefined): string | undefined {
  return bound?.kind === 'number' ? bound.currency : undefined;
}

function valueOf(bound: Bound | undefined): number | undefined {
  return bound?.kind === 'day' ? bound.day : bound?.value;
}

function containment(quantity: Quantity, low: number, high: number): MatchState {
  if (low <= quantity.low && quantity.high <= high) return MET;
  return quantity.high < low || high < quantity.low ? NOT_MET : UNKNOWN;
}

/** From `from` to as-of, both inclusive; a future date says nothing usable. */
function recencyReader(from: Day, asOf: Day): Reader {
  return (fact) => (fact.day === undefined || fact.day > asOf ? UNUSABLE : decided(fact.day >= from));
}
