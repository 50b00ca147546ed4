/** The same rules in json-rules-engine: one rule a criterion, one run an account. Scores are summed from its events. */
import type { Cell } from '../src/sheet/grid';

interface RulesEngine {
  addRule(rule: unknown): void;
  addOperator(name: string, test: (fact: unknown, value: unknown) => boolean): void;
  run(
    facts: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly events: readonly { readonly params?: { readonly weight: number } }[] }>;
}
interface Library {
  readonly Engine: new (rules: readonly unknown[], options: unknown) => RulesEngine;
}

/** Sum of weights met of each account, or undefined when the library is not installed. It has no unknowns, so it does less than the others. */
export async function runRulesEngine(rows: readonly (readonly Cell[])[]): Promise<Float64Array | undefined> {
  const name = 'json-rules-engine';
  const library = await import(name).catch(() => undefined);
  if (library === undefined) return undefined;
  const { Engine } = ((library as { readonly default?: Library }).default ?? library) as Library;
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator('hasAny', (fact, value) =>
    (value as readonly string[]).some((one) => String(fact).toLowerCase().includes(one)),
  );
  const rule = (weight: number, ...all: readonly unknown[]): void =>
    engine.addRule({ conditions: { all }, event: { type: 'met', params: { weight } } });
  const ask = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
  rule(2, ask('industry', 'in', ['fintech', 'software']));
  rule(4, ask('employees', 'greaterThanInclusive', 50), ask('employees', 'lessThanInclusive', 500));
  rule(2, ask('revenue', 'greaterThanInclusive', 10e6), ask('revenue', 'lessThanInclusive', 100e6));
  rule(1, ask('country', 'in', ['germany', 'austria', 'switzerland']));
  rule(3, ask('tools', 'hasAny', ['salesforce', 'hubspot']));
  rule(3, ask('hiring', 'in', ['yes', 'true']));
  rule(2, ask('raised', 'greaterThanInclusive', '2025-06-15'));
  const met = new Float64Array(rows.length);
  for (const [index, [, industry, employees, revenue, country, tools, hiring, raised]] of rows.entries()) {
    const { events } = await engine.run({
      industry: folded(industry),
      employees: Number.parseFloat(folded(employees)) || 0,
      revenue: (Number.parseFloat(folded(revenue).slice(1)) || 0) * 1e6,
      country: folded(country),
      tools: folded(tools),
      hiring: folded(hiring),
      raised: folded(raised),
    });
    met[index] = events.reduce((sum, { params }) => sum + (params?.weight ?? 0), 0);
  }
  return met;
}

function folded(cell: Cell | undefined): string {
  return (typeof cell === 'object' ? '' : String(cell ?? '')).trim().toLowerCase();
}
