/** A first profile for a list nobody has described yet: the values its customers share, else the values most of its accounts have. */
import type { Accounts } from '../../domain/accounts';
import type { Attribute } from '../../domain/fact';
import { shownNumber, shownShare } from '../../domain/figure';
import { countryName } from '../parse/country';
import type { JsonRow } from '../plan/planJson';

/** A rule with the sentence that says where it comes from. */
export interface Proposal {
  readonly row: JsonRow;
  readonly note: string;
}

/** Accounts to learn from: the customers of the list where it names enough of them, else all. */
interface Sample {
  readonly isIn: Uint8Array;
  readonly size: number;
  readonly words: string;
  readonly basis: string;
}

/** Fewer customers than this say nothing about customers. */
const FEWEST_CUSTOMERS = 8;
/** A field known for less than this share cannot carry a rule. */
const FEWEST_KNOWN = 0.2;
const CUSTOMER = /\b(customer|client|won|closed won)\b/;
const NOT_CUSTOMER = /\b(former|ex|not|no|lost|churned|past)\b/;

/** Rules for the columns the list has, in the order of the articles' groups, and a sentence on what they rest on. */
export function proposeRules(accounts: Accounts): { readonly proposals: readonly Proposal[]; readonly basis: string } {
  const sample = sampleOf(accounts);
  const proposals = [
    categoryRule(accounts, sample, 'Industry', 'High', 4),
    rangeRule(accounts, sample, 'Employees', 'Critical'),
    rangeRule(accounts, sample, 'Annual revenue', 'High'),
    categoryRule(accounts, sample, 'Country', 'Medium', 3),
    categoryRule(accounts, sample, 'Funding stage', 'Medium', 3),
    signalRule(accounts, 'Last funding date', 'within last', 12, 'Situational', 'High', 'Money raised within a year'),
    signalRule(accounts, 'Headcount growth', 'at least', '20%', 'Behavioral', 'High', 'Growing head count'),
    signalRule(accounts, 'Open roles', 'at least', 3, 'Behavioral', 'Very high', 'Hiring'),
  ];
  return { proposals: proposals.filter((proposal): proposal is Proposal => proposal !== undefined), basis: sample.basis };
}

function sampleOf(accounts: Accounts): Sample {
  const status = accounts.attribute('Account status');
  const isCustomer = status?.facts.map(({ isBlank, text }) => !isBlank && CUSTOMER.test(text) && !NOT_CUSTOMER.test(text)) ?? [];
  const customers = Uint8Array.from({ length: accounts.size }, (_, account) =>
    isCustomer[status?.codes[account] ?? -1] === true ? 1 : 0,
  );
  const count = customers.reduce((sum, isIn) => sum + isIn, 0);
  if (count >= FEWEST_CUSTOMERS)
    return {
      isIn: customers,
      size: count,
      words: `the ${shownNumber(count)} customers of the list`,
      basis: `The values are those of the ${shownNumber(count)} customers the list names.`,
    };
  return {
    isIn: new Uint8Array(accounts.size).fill(1),
    size: accounts.size,
    words: 'the accounts of the list',
    basis:
      'The list names too few customers to learn from, so these are its most common values: replace them with what your best customers share.',
  };
}

/** The most frequent values that together cover half of the sample, at most `most`. */
function categoryRule(accounts: Accounts, sample: Sample, field: string, importance: string, most: number): Proposal | undefined {
  const attribute = accounts.attribute(field);
  if (attribute === undefined) return undefined;
  const counts = new Map<string, { shown: string; count: number }>();
  let known = 0;
  attribute.codes.forEach((code, account) => {
    const fact = attribute.facts[code];
    if (sample.isIn[account] !== 1 || fact === undefined || fact.isBlank) return;
    known += 1;
    const country = fact.countries.find((code) => code !== '');
    const key = country ?? fact.text;
    const entry = counts.get(key) ?? { shown: country === undefined ? fact.shown : countryName(country), count: 0 };
    counts.set(key, { ...entry, count: entry.count + 1 });
  });
  const chosen = mostFrequent([...counts.values()], known / 2, most);
  // A column in which every account has a value of its own divides nothing.
  if (known < FEWEST_KNOWN * sample.size || chosen.length === 0 || (chosen[0]?.count ?? 0) < 2) return undefined;
  const covered = chosen.reduce((sum, { count }) => sum + count, 0);
  return {
    row: row(
      field,
      'Firmographic',
      'in',
      chosen.map(({ shown }) => quoted(shown)).join('; '),
      importance,
      `${shownShare(covered / known)} of ${sample.words}.`,
    ),
    note: `${field}: ${chosen.map(({ shown }) => shown).join(', ')}; ${shownShare(covered / known)} of ${sample.words} have one of these.`,
  };
}

function mostFrequent(
  entries: readonly { readonly shown: string; readonly count: number }[],
  enough: number,
  most: number,
): readonly { readonly shown: string; readonly count: number }[] {
  const sorted = [...entries].sort((a, b) => b.count - a.count || (a.shown < b.shown ? -1 : 1));
  const chosen: { readonly shown: string; readonly count: number }[] = [];
  let covered = 0;
  for (const entry of sorted) {
    if (chosen.length > 0 && (covered >= enough || chosen.length >= most)) break;
    chosen.push(entry);
    covered += entry.count;
  }
  return chosen;
}

/** The middle half of the sample's numbers, its ends rounded outwards to one digit. */
function rangeRule(accounts: Accounts, sample: Sample, field: string, importance: string): Proposal | undefined {
  const attribute = accounts.attribute(field);
  if (attribute === undefined) return undefined;
  const numbers = numbersOf(attribute, sample).sort((a, b) => a - b);
  if (numbers.length < Math.max(2, FEWEST_KNOWN * sample.size)) return undefined;
  const low = roundedDown(numbers[Math.floor((numbers.length - 1) / 4)] ?? 0);
  const high = roundedUp(numbers[Math.ceil(((numbers.length - 1) * 3) / 4)] ?? 0);
  if (!(low < high)) return undefined;
  const value = `${String(low)}-${String(high)}`;
  return {
    row: row(field, 'Firmographic', 'between', value, importance, `The middle half of ${sample.words}.`),
    note: `${field}: ${shownNumber(low)} to ${shownNumber(high)}, the middle half of ${sample.words}.`,
  };
}

function numbersOf(attribute: Attribute, sample: Sample): number[] {
  const numbers: number[] = [];
  attribute.codes.forEach((code, account) => {
    const quantity = attribute.facts[code]?.quantity;
    const middle = quantity === undefined ? NaN : (quantity.low + quantity.high) / 2;
    if (sample.isIn[account] === 1 && Number.isFinite(middle) && middle >= 0) numbers.push(middle);
  });
  return numbers;
}

function roundedDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return Math.floor(value / power) * power;
}

function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return Math.ceil(value / power) * power;
}

/** A signal from the articles' catalogue, proposed where the list has the column at all. */
function signalRule(
  accounts: Accounts,
  field: string,
  operator: string,
  value: string | number,
  dimension: string,
  importance: string,
  name: string,
): Proposal | undefined {
  const attribute = accounts.attribute(field);
  if (attribute?.facts.some(({ isBlank }) => !isBlank) !== true) return undefined;
  return {
    row: {
      Rule: name,
      ...row(field, dimension, operator, value, importance, 'A sign that something is moving; blank counts as none found.'),
    },
    note: `${name}: ${field} ${operator} ${String(value)}, a usual sign of a need.`,
  };
}

function row(
  field: string,
  dimension: string,
  operator: string,
  value: string | number,
  importance: string,
  why: string,
): JsonRow {
  return {
    Rule: field,
    Dimension: dimension,
    Field: field,
    Operator: operator,
    Value: value,
    Importance: importance,
    Type: 'Score',
    Why: why,
    Source: 'Proposed from the list',
    Active: 'Yes',
  };
}

/** Keeps a separator inside a value from splitting it. */
function quoted(text: string): string {
  return /[;,"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
