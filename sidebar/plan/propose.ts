/** A first profile from three answers: best customers, or industry, size and country; signals come from the columns there are. */
import type { PlanRow } from '../../src/commands/protocol/requests';
import { shownNumber } from '../../src/domain/figure';
import { fold } from '../../src/sheet/parse/text';
import { hasColumn, type PageLists } from './lists';
import { quoted } from './value';
import { plainWords } from './words';

/** A value of a column and the accounts that hold it. */
export interface Value {
  readonly shown: string;
  readonly count: number;
}

/** Accounts of the list that a line each names, by domain, key or name; and the lines nobody answers to. */
export function customersIn(
  lists: PageLists,
  text: string,
): { readonly accounts: readonly number[]; readonly missing: readonly string[] } {
  const byName = new Map<string, number>();
  for (const field of ['Domain', 'Account name']) {
    const column = lists.lists.accounts.attribute(field);
    column?.codes.forEach((code, account) => {
      const fact = column.facts[code];
      for (const name of fact === undefined || fact.isBlank ? [] : [fact.text, bare(fact.text)])
        if (!byName.has(name)) byName.set(name, account);
    });
  }
  lists.meta.keys.forEach((key, account) => byName.set(fold(key), account));
  const accounts = new Set<number>();
  const missing: string[] = [];
  for (const line of text.split(/[\n;,\t]/).map((part) => part.trim())) {
    if (line === '') continue;
    const found = byName.get(fold(line)) ?? byName.get(bare(line));
    if (found === undefined) missing.push(line);
    else accounts.add(found);
  }
  return { accounts: [...accounts], missing };
}

/** Values of a column over some accounts (all when left out), the most frequent first; countries by what the list calls them. */
export function valuesOf({ lists }: PageLists, field: string, accounts?: readonly number[]): readonly Value[] {
  const column = lists.accounts.attribute(field);
  if (column === undefined) return [];
  const found = new Map<string, { shown: string; count: number }>();
  const codes = accounts === undefined ? column.codes : accounts.map((account) => column.codes[account] ?? -1);
  for (const code of codes) {
    const fact = column.facts[code];
    if (fact === undefined || fact.isBlank) continue;
    const key = fact.countries.find((country) => country !== '') ?? fact.text;
    const value = found.get(key) ?? { shown: fact.shown, count: 0 };
    value.count += 1;
    found.set(key, value);
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.shown < b.shown ? -1 : 1));
}

/** Rules from what the named customers share: the values of half of them, the middle half of their numbers. */
export function rulesFromCustomers(lists: PageLists, accounts: readonly number[]): readonly PlanRow[] {
  const why = `Shared by ${String(accounts.length)} best customers`;
  const shared = (field: string, importance: string, most: number): readonly PlanRow[] => {
    const values = valuesOf(lists, field, accounts);
    const chosen = values.filter(({ count }, place) => place < most && (place === 0 || count >= 2));
    return chosen.length === 0 || (values[0]?.count ?? 0) < 2 ? [] : [rule(field, 'in', listOf(chosen), importance, why)];
  };
  const range = (field: string, importance: string): readonly PlanRow[] => {
    const value = middleHalf(lists, field, accounts);
    return value === undefined ? [] : [rule(field, 'between', value, importance, why)];
  };
  return [
    ...shared('Industry', 'High', 4),
    ...range('Employees', 'Critical'),
    ...range('Annual revenue', 'High'),
    ...shared('Country', 'Medium', 3),
    ...signalRules(lists),
  ];
}

/** What was picked by hand; '' or none leaves a rule out. */
export interface Picked {
  readonly industries: readonly string[];
  readonly size: string;
  readonly countries: readonly string[];
}

export function rulesFromPicks(lists: PageLists, { industries, size, countries }: Picked): readonly PlanRow[] {
  const why = 'Chosen at the start';
  const list = (field: string, items: readonly string[], importance: string): readonly PlanRow[] =>
    items.length === 0 ? [] : [rule(field, 'in', items.map(quoted).join('; '), importance, why)];
  return [
    ...list('Industry', industries, 'High'),
    ...(size === '' ? [] : [rule('Employees', 'between', size, 'Critical', why)]),
    ...list('Country', countries, 'Medium'),
    ...signalRules(lists),
  ];
}

/** Signals of the articles' catalogue whose column the list has. */
function signalRules(lists: PageLists): readonly PlanRow[] {
  const signals: readonly (readonly [string, string, string | number, string, string])[] = [
    ['Last funding date', 'within last', 12, 'Recent funding', 'High'],
    ['Open roles', 'at least', 3, 'Hiring', 'Very high'],
    ['Headcount growth', 'at least', '20%', 'Headcount growth', 'High'],
  ];
  return signals
    .filter(([field]) => hasColumn(lists, field))
    .map(([field, operator, value, name, importance]) => ({
      Rule: name,
      ...rule(field, operator, value, importance, 'A sign that something is moving'),
      Dimension: 'Behavioral',
    }));
}

function rule(field: string, operator: string, value: string | number, importance: string, why: string): PlanRow {
  return {
    Dimension: 'Firmographic',
    Field: field,
    Operator: operator,
    Value: value,
    Importance: importance,
    Type: 'Score',
    Why: why,
    Active: 'Yes',
  };
}

function listOf(values: readonly Value[]): string {
  return values.map(({ shown }) => quoted(shown)).join('; ');
}

/** Ends rounded outwards to one digit. */
function middleHalf({ lists }: PageLists, field: string, accounts: readonly number[]): string | undefined {
  const column = lists.accounts.attribute(field);
  const numbers = accounts
    .map((account) => column?.facts[column.codes[account] ?? -1]?.quantity)
    .map((quantity) => (quantity === undefined ? NaN : (quantity.low + quantity.high) / 2))
    .filter((middle) => Number.isFinite(middle) && middle >= 0)
    .sort((a, b) => a - b);
  if (numbers.length < 2) return undefined;
  const at = (share: number): number => numbers[Math.round((numbers.length - 1) * share)] ?? 0;
  const power = (value: number): number => 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const [low, high] = [at(0.25), at(0.75)];
  const [from, to] = [Math.floor(low / power(low)) * power(low), Math.ceil(high / power(high)) * power(high)];
  return from < to ? `${shownNumber(from).replace(/,/g, '')}-${shownNumber(to).replace(/,/g, '')}` : undefined;
}

/** Without what dresses a domain or a company's name. */
function bare(text: string): string {
  return /^\S+\.\S+$/.test(text.trim())
    ? fold(text)
        .replace(/^(https?:)?[/][/]/, '')
        .replace(/^www\./, '')
        .replace(/[/].*$/, '')
    : plainWords(text);
}
