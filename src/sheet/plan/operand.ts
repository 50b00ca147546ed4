/** Operator and Value of a rule, read into a test. One grammar for TAM, ICP and segment rules. */
import { OPERATORS, type Bound, type Operator, type Term, type Test } from '../../domain/rules/rule';
import { isComparable, type Quantity } from '../../domain/facts/fact';
import type { Cell } from '../grid';
import { isCalendarDate } from '../grid';
import { clipped } from '../problem';
import { POINT, readQuantity } from '../parse/number';
import { fold } from '../../domain/facts/text';
import { wordOf, type ClosedList, type ProblemCollector } from './closedList';
import { dayOfCell, textOfCell, type PlanTableRow } from './planTable';

const OPERATOR_LIST: ClosedList<Operator> = { name: 'operator', code: 'OPERATOR_UNKNOWN', words: OPERATORS };

/** ISO 3166 alpha-2 codes a text stands for: one country, the countries of a region, or none. Injected: the page has no country table. */
export type CountriesOf = (text: string) => readonly string[];

/**
 * The test of a rule row, or undefined after a refusal was noted. Numbers of rules are written in en-US form
 * with k, M, B, currency or % whatever the spreadsheet's locale.
 */
export function readTest(row: PlanTableRow, countriesOf: CountriesOf, findings: ProblemCollector): Test | undefined {
  const word = row.text('Operator');
  if (word === '') {
    findings.refuse(
      'OPERATOR_MISSING',
      row.at('Operator'),
      '',
      'The rule has no Operator.',
      `Use one of: ${OPERATORS.join(', ')}.`,
    );
    return undefined;
  }
  const operator = wordOf(OPERATOR_LIST, word, row.at('Operator'), findings);
  if (operator === undefined) return undefined;
  const value = row.cell('Value');
  const read = readOperand(operator, value, countriesOf);
  if (!isRefused(read)) return read;
  findings.refuse('VALUE_UNUSABLE', row.at('Value'), textOfCell(value), read.message, read.fix);
  return undefined;
}

/** Why a Value cannot be used, and what to write instead. */
interface Refused {
  readonly message: string;
  readonly fix: string;
}

function refuse(message: string, fix: string): Refused {
  return { message, fix };
}

function isRefused(read: Test | Refused): read is Refused {
  return 'fix' in read;
}

function readOperand(operator: Operator, value: Cell, countriesOf: CountriesOf): Test | Refused {
  const text = textOfCell(value);
  if (operator === 'is known' || operator === 'is unknown' || operator === 'is true' || operator === 'is false')
    return { operator };
  if (text === '') return refuse(`"${operator}" needs a Value.`, 'Fill in Value, or use "is known" or "is unknown".');
  switch (operator) {
    case 'is':
    case 'is not':
      return { operator, terms: [termOf(text, countriesOf)] };
    case 'in':
    case 'not in':
      return readList(operator, text, countriesOf);
    case 'contains':
    case 'does not contain':
      return { operator, text: fold(text) };
    case 'at least':
    case 'at most':
      return readBound(operator, value);
    case 'between':
      return readBetween(text);
    case 'within last':
      return readMonths(text);
  }
}

function readList(operator: 'in' | 'not in', text: string, countriesOf: CountriesOf): Test | Refused {
  const items = operandItems(text);
  if (items.length === 0) return refuse(`"${operator}" needs at least one item.`, 'List the items, e.g. Fintech; Insurance.');
  return { operator, terms: items.map((item) => termOf(item, countriesOf)) };
}

function readBound(operator: 'at least' | 'at most', value: Cell): Test | Refused {
  const bound = boundOf(value);
  if (bound !== undefined) return { operator, bound };
  return refuse(
    `"${operator}" needs one number or one date; "${clipped(textOfCell(value))}" is neither.`,
    'Write a number such as 50, 10M or 2 %, or a date such as 2025-06-30.',
  );
}

function readMonths(text: string): Test | Refused {
  const months = /^\d{1,4}$/.exec(text.replace(/\s*months?$/i, '').trim())?.[0];
  if (months !== undefined) return { operator: 'within last', months: Number(months) };
  return refuse(`"within last" needs a whole number of months; "${clipped(text)}" is none.`, 'Write e.g. 12.');
}

/** `50-500`, `50 to 500`, `50; 500`, or two dates with `to` or `;`. Both ends belong to it. */
function readBetween(text: string): Test | Refused {
  const parts = text.split(/\s*;\s*|\s+to\s+/i);
  const ends = parts.length === 2 ? endsOf(parts[0] ?? '', parts[1] ?? '') : undefined;
  const [from, to] = ends ?? rangeEnds(text) ?? [];
  const fix = 'Write the lower end first, e.g. 50-500, 50 to 500 or 50; 500.';
  if (from === undefined || to === undefined) {
    return refuse(`"between" needs two numbers or two dates; "${clipped(text)}" is not that.`, fix);
  }
  if (from.kind === 'number' && to.kind === 'number' && !isComparable(from.currency, to.currency))
    return refuse(`The ends of "${clipped(text)}" are in two currencies.`, 'Write both ends in one, e.g. $1M-$5M.');
  if (valueOf(from) > valueOf(to)) return refuse(`The ends of "${clipped(text)}" are reversed: no value lies between them.`, fix);
  return { operator: 'between', from, to };
}

/** Two ends written apart; a suffix or % on the upper end serves a bare, smaller lower end (`10; 50M`). */
function endsOf(low: string, high: string): readonly [Bound, Bound] | undefined {
  const ends = pairOf(low, high);
  return ends === undefined ? undefined : (rangeEnds(`${low}-${high}`) ?? ends);
}

function rangeEnds(text: string): readonly [Bound, Bound] | undefined {
  const numbers = readQuantity(text, POINT);
  if (numbers !== undefined && isFiniteRange(numbers))
    return [number(numbers.low, numbers.currency), number(numbers.high, numbers.currency)];
  const reversed = /^(.*\d[^\d–-]*)\s*[-–]\s*([^\d]*\d.*)$/.exec(text);
  return pairOf(reversed?.[1] ?? '', reversed?.[2] ?? '');
}

function pairOf(low: string, high: string): readonly [Bound, Bound] | undefined {
  const [from, to] = [boundOf(low), boundOf(high)];
  return to === undefined || from?.kind !== to.kind ? undefined : [from, to];
}

function isFiniteRange(range: Quantity): boolean {
  return Number.isFinite(range.low) && Number.isFinite(range.high);
}

function boundOf(value: Cell): Bound | undefined {
  if (isCalendarDate(value)) {
    const day = dayOfCell(value);
    return day === undefined ? undefined : { kind: 'day', day };
  }
  const quantity = readQuantity(value, POINT);
  if (quantity !== undefined && quantity.low === quantity.high) return number(quantity.low, quantity.currency);
  const day = typeof value === 'string' && /^\d{4}-\d{1,2}-\d{1,2}$/.test(value.trim()) ? dayOfCell(value) : undefined;
  return day === undefined ? undefined : { kind: 'day', day };
}

function number(value: number, currency: string | undefined): Bound {
  return { kind: 'number', value, ...(currency === undefined ? {} : { currency }) };
}

function valueOf(bound: Bound): number {
  return bound.kind === 'number' ? bound.value : bound.day;
}

function termOf(text: string, countriesOf: CountriesOf): Term {
  const quantity = readQuantity(text, POINT);
  const isNumber = quantity !== undefined && quantity.low === quantity.high;
  const currency = isNumber && quantity.currency !== undefined ? { currency: quantity.currency } : {};
  return { text: fold(text), number: isNumber ? quantity.low : undefined, ...currency, countries: countriesOf(text) };
}

/** Items of an `in` list: an unquoted `;` makes `;` the only separator, else `,`; quotes keep a separator. */
export function operandItems(text: string): readonly string[] {
  const pieces = text.match(/"(?:[^"]|"")*"|[^"]+|"/g) ?? [];
  const separator = pieces.some((piece) => !piece.startsWith('"') && piece.includes(';')) ? ';' : ',';
  const items: string[] = [''];
  for (const piece of pieces) {
    const quoted = /^"([\s\S]*)"$/.exec(piece);
    const parts = quoted ? [(quoted[1] ?? '').replace(/""/g, '"')] : piece.split(separator);
    items[items.length - 1] = (items[items.length - 1] ?? '') + (parts[0] ?? '');
    items.push(...parts.slice(1));
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
