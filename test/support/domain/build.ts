/** Plans and lists from plain values, for tests of the domain: what the sheet layer would have read. */
import type { Accounts, Lists } from '../../../src/domain/facts/accounts';
import type { Attribute, Day, Fact, Quantity } from '../../../src/domain/facts/fact';
import type { Plan, Segment } from '../../../src/domain/rules/plan';
import type { Settings } from '../../../src/domain/rules/settings';
import type { BoundRule, IcpRule, Operator, Term, Test } from '../../../src/domain/rules/rule';
import { dayOf } from '../../../src/domain/facts/day';
import { DEFAULT_SETTINGS } from '../../../src/domain/rules/settings';

/** A cell: null is blank, a pair of numbers a range, an array of texts a list, a date `{ day }`, a country `{ country }`. */
export type Cell =
  null | string | number | boolean | Quantity | readonly string[] | { readonly day: Day } | { readonly country: string };

export const AS_OF = dayOf(2026, 6, 15);

export const fold = (text: string): string => text.trim().normalize('NFKC').toLowerCase();

export function fact(cell: Cell): Fact {
  const shown = shownAs(cell);
  const text = fold(shown);
  const items = Array.isArray(cell) ? [...cell.map(fold), text] : [text];
  const country = typeof cell === 'object' && cell !== null && 'country' in cell ? cell.country : '';
  return {
    isBlank: cell === null || text === '',
    shown,
    text,
    items,
    countries: items.map(() => country),
    quantity: quantityOf(cell),
    day: typeof cell === 'object' && cell !== null && 'day' in cell ? cell.day : undefined,
    truth: typeof cell === 'boolean' ? cell : undefined,
  };
}

export const range = (low: number, high: number): Quantity => ({ low, high });
export const day = (year: number, month: number, date: number): { day: Day } => ({ day: dayOf(year, month, date) });

export function attribute(header: string, cells: readonly Cell[]): Attribute {
  const facts: Fact[] = [];
  const positions = new Map<string, number>();
  const codes = Int32Array.from(cells, (cell) => {
    const key = `${typeof cell} ${JSON.stringify(cell, (_, value: unknown) => (value === Infinity ? 'Infinity' : value))}`;
    const position = positions.get(key) ?? facts.push(fact(cell)) - 1;
    positions.set(key, position);
    return position;
  });
  return { header, codes, facts };
}

export function accounts(columns: Readonly<Record<string, readonly Cell[]>>, keys?: readonly string[]): Accounts {
  const attributes = new Map(Object.entries(columns).map(([header, cells]) => [fold(header), attribute(header, cells)]));
  const size = Object.values(columns)[0]?.length ?? keys?.length ?? 0;
  const named = keys ?? Array.from({ length: size }, (_, i) => `a${i + 1}`);
  return {
    size,
    keys: named,
    isDuplicate: named.map((key, i) => named.indexOf(key) < i),
    attribute: (field) => attributes.get(fold(field)),
  };
}

export function lists(columns: Readonly<Record<string, readonly Cell[]>>, keys?: readonly string[]): Lists {
  return { accounts: accounts(columns, keys), contacts: undefined };
}

export const term = (value: string | number): Term => ({
  text: fold(String(value)),
  number: typeof value === 'number' ? value : undefined,
  countries: [],
});

/** A test from its operator and operands: `test('between', 50, 500)`, `test('in', 'SaaS', 'Fintech')`, `test('within last', 12)`. */
export function test(operator: Operator, ...values: readonly (string | number | { readonly day: Day })[]): Test {
  const bound = (index: number): { kind: 'number'; value: number } | { kind: 'day'; day: Day } => {
    const value = values[index];
    return typeof value === 'object' ? { kind: 'day', day: value.day } : { kind: 'number', value: Number(value) };
  };
  switch (operator) {
    case 'is':
    case 'is not':
    case 'in':
    case 'not in':
      return { operator, terms: values.map((value) => term(value as string | number)) };
    case 'contains':
    case 'does not contain':
      return { operator, text: fold(values[0] as string) };
    case 'at least':
    case 'at most':
      return { operator, bound: bound(0) };
    case 'between':
      return { operator, from: bound(0), to: bound(1) };
    case 'within last':
      return { operator, months: Number(values[0]) };
    case 'is known':
    case 'is unknown':
    case 'is true':
    case 'is false':
      return { operator };
  }
}

/** A Score rule of weight 1 on a firmographic field, changed by `rest`. */
export function rule(field: string, asked: Test, rest: Partial<IcpRule> = {}): IcpRule {
  return {
    name: field,
    field,
    test: asked,
    ifBlank: 'unknown',
    type: 'Score',
    dimension: 'Firmographic',
    weight: 1,
    why: '',
    ...rest,
  };
}

export function bound(field: string, asked: Test, rest: Partial<BoundRule> = {}): BoundRule {
  return { name: field, field, test: asked, ifBlank: 'unknown', type: 'Include', ...rest };
}

export function segment(name: string, rules: readonly BoundRule[], rest: Partial<Segment> = {}): Segment {
  return {
    name,
    priority: undefined,
    hypothesis: '',
    painPoint: '',
    buyerRoles: [],
    offerAngle: '',
    urgency: undefined,
    competition: undefined,
    owner: '',
    rules,
    ...rest,
  };
}

export function plan(rest: Partial<Omit<Plan, 'settings'>> & { readonly settings?: Partial<Settings> }): Plan {
  return {
    icp: [],
    tam: [],
    market: NO_MARKET,
    segments: [],
    personas: [],
    overrides: [],
    asOf: AS_OF,
    ...rest,
    settings: { ...DEFAULT_SETTINGS, ...rest.settings },
  };
}

const NO_MARKET: Plan['market'] = {
  companiesInMarket: undefined,
  averageContractValue: undefined,
  serviceableCompanies: undefined,
  winnableShare: undefined,
  captureShare: undefined,
  revenueTarget: undefined,
  closeRate: undefined,
  opportunityRate: undefined,
  meetingRate: undefined,
  replyRate: undefined,
  businessDaysPerMonth: undefined,
  accountsWanted: undefined,
};

function shownAs(cell: Cell): string {
  if (cell === null) return '';
  if (Array.isArray(cell)) return cell.join('; ');
  if (typeof cell !== 'object') return String(cell);
  if ('country' in cell) return cell.country;
  if ('day' in cell) return `day ${cell.day}`;
  return 'low' in cell ? `${cell.low}-${cell.high}` : '';
}

function quantityOf(cell: Cell): Quantity | undefined {
  if (typeof cell === 'number') return { low: cell, high: cell };
  return typeof cell === 'object' && cell !== null && 'low' in cell ? cell : undefined;
}
