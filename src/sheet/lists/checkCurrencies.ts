/** Amounts of the list compared with the currencies the plan asks in: those in another one are unknown to the rule, which is said once a column. */
import type { Fact } from '../../domain/facts/fact';
import { currencyOfTest, type Condition } from '../../domain/rules/rule';
import { addressText } from '../address';
import { clipped, makeProblem, type Problem } from '../problem';
import type { ReadPlan } from '../plan/readPlan';
import type { ReadLists } from './readLists';

/** One problem for each column and currency asked in, with the currencies of the list and how many cells name each. */
export function checkCurrencies({ icp, bounds }: Pick<ReadPlan, 'icp' | 'bounds'>, lists: ReadLists): readonly Problem[] {
  const asked = new Map<string, { readonly currency: string; readonly rules: Condition[] }>();
  for (const rule of [...icp, ...bounds]) {
    const currency = currencyOfTest(rule.test);
    const header = currency === undefined ? undefined : lists.lists.accounts.attribute(rule.field)?.header;
    if (currency === undefined || header === undefined) continue;
    const key = `${currency} ${header}`;
    const entry = asked.get(key) ?? { currency, rules: [] };
    entry.rules.push(rule);
    asked.set(key, entry);
  }
  return [...asked.values()].flatMap(({ currency, rules }) => problemOf(currency, rules, lists) ?? []);
}

function problemOf(asked: string, rules: readonly Condition[], lists: ReadLists): Problem | undefined {
  const attribute = lists.lists.accounts.attribute(rules[0]?.field ?? '');
  if (attribute === undefined) return undefined;
  const counts = new Map<string, number>();
  let first: { readonly account: number; readonly fact: Fact } | undefined;
  attribute.codes.forEach((code, account) => {
    const fact = attribute.facts[code];
    const currency = fact?.quantity?.currency ?? asked;
    if (fact === undefined || currency === asked) return;
    first ??= { account, fact };
    counts.set(currency, (counts.get(currency) ?? 0) + 1);
  });
  if (first === undefined) return undefined;
  const { headers, headerColumns, rows, accountsTab } = lists;
  const position = headerColumns[headers.indexOf(attribute.header)] ?? 1;
  const found = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const named = [...new Set(rules.map(({ name }) => `"${clipped(name)}"`))].slice(0, 3).join(', ');
  return makeProblem({
    severity: 'problem',
    code: 'CURRENCY_OTHER',
    at: addressText({ tab: accountsTab, row: rows[first.account] ?? 1, column: position }),
    found: first.fact.shown,
    message: `"${clipped(attribute.header)}" holds amounts in ${found.map(([name, count]) => `${name} (${count})`).join(', ')}, and the plan asks in ${asked}: they are unknown to ${named}.`,
    fix: `Convert the amounts to ${asked}; nothing here knows a rate.`,
    count: found.reduce((sum, [, count]) => sum + count, 0),
  });
}
