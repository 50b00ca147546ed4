/** A first profile from three answers: best customers, or industry, size and country; the rules themselves are the domain's. */
import type { Day } from '../../src/domain/facts/fact';
import type { PlanRow } from '../../src/commands/protocol/requests';
import {
  firstRules,
  quoted,
  signalRules,
  valuesOver,
  type FirstRule,
  type SharedValue,
} from '../../src/domain/learning/firstRules';
import { fold } from '../../src/domain/facts/text';
import { plain } from '../../src/sheet/parse/text';
import type { PageLists } from './lists';

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

/** Values of a column over all accounts, the most frequent first; countries by what the list calls them. */
export function valuesOf({ lists }: PageLists, field: string): readonly SharedValue[] {
  const column = lists.accounts.attribute(field);
  return column === undefined ? [] : valuesOver(column, lists.accounts.keys.keys(), asShown);
}

/** Rules from what the named customers share. */
export function rulesFromCustomers({ lists }: PageLists, accounts: readonly number[], asOf: Day): readonly PlanRow[] {
  const words = `${accounts.length} best customers`;
  return firstRules(lists.accounts, accounts, asShown, asOf).map((rule) =>
    rowOf(rule, rule.share === '' ? SIGNAL : `${rule.share} of the ${words}`),
  );
}

/** What was picked by hand; '' or none leaves a rule out. */
export interface Picked {
  readonly industries: readonly string[];
  readonly size: string;
  readonly countries: readonly string[];
}

/** Rules on industry, size and country from what was picked, then rules on the signals that the list holds. */
export function rulesFromPicks({ lists }: PageLists, { industries, size, countries }: Picked, asOf: Day): readonly PlanRow[] {
  const list = (items: readonly string[]): string => items.map(quoted).join('; ');
  const picked = [
    ['Industry', 'in', list(industries), 'High'],
    ['Employees', 'between', size, 'Critical'],
    ['Country', 'in', list(countries), 'Medium'],
  ] as const;
  return [
    ...picked
      .filter(([, , value]) => value !== '')
      .map(([field, operator, value, importance]) =>
        rowOf({ name: field, field, dimension: 'Firmographic', operator, value, importance }, 'Chosen at the start'),
      ),
    ...signalRules(lists.accounts, asOf).map((rule) => rowOf(rule, SIGNAL)),
  ];
}

const SIGNAL = 'A sign that something is moving; blank counts as none found.';
const asShown = (_: string, shown: string): string => shown;

function rowOf({ name, field, dimension, operator, value, importance }: Omit<FirstRule, 'says' | 'share'>, why: string): PlanRow {
  return {
    Rule: name,
    Dimension: dimension,
    Field: field,
    Operator: operator,
    Value: value,
    Importance: importance,
    Type: 'Score',
    Why: why,
    Active: 'Yes',
  };
}

/** Without what dresses a domain or a company's name. */
function bare(text: string): string {
  return /^\S+\.\S+$/.test(text.trim())
    ? fold(text)
        .replace(/^(https?:)?[/][/]/, '')
        .replace(/^www\./, '')
        .replace(/[/].*$/, '')
    : plain(text);
}
