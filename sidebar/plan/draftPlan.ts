/** The draft as a run would read it once it is saved: the same cells, through the very functions that read the tabs. */
import type { PlanRow } from '../../src/commands/protocol/requests';
import type { Day } from '../../src/domain/facts/fact';
import type { Condition } from '../../src/domain/rules/rule';
import { countriesNamed } from '../../src/sheet/parse/country';
import { ProblemCollector } from '../../src/sheet/plan/closedList';
import { gridOfJson, gridsOfPlan } from '../../src/sheet/plan/planJson';
import { planTableOf } from '../../src/sheet/plan/planTable';
import { readMarket } from '../../src/sheet/plan/readMarket';
import { readPlan, type ReadPlan } from '../../src/sheet/plan/readPlan';
import type { PlanKey } from '../../src/sheet/plan/tabs';
import type { Problem } from '../../src/sheet/problem';
import { entriesOf, planOf, type Draft } from './entries';

/** A plan and the draft's rows that its rules were read from. */
export interface DraftPlan extends ReadPlan {
  /** Id of the row that a rule of the profile, the market or a segment was read from. */
  readonly idOf: ReadonlyMap<Condition, number>;
}

/** Reads the draft. What a run would refuse is among the problems, and its rule left out. `runDay` is today in the spreadsheet's zone. */
export function readDraft(draft: Draft, runDay: Day): DraftPlan {
  const read = readPlan(gridsOfPlan(planOf(draft)), countriesNamed, { runDay });
  const rowsIn = (key: PlanKey, rules: readonly (Condition & { readonly row: number })[]): (readonly [Condition, number])[] => {
    const entries = entriesOf(draft, key);
    // Row 1 holds the headers.
    return rules.flatMap((rule) => {
      const entry = entries[rule.row - 2];
      return entry === undefined ? [] : [[rule, entry.id] as const];
    });
  };
  const { tam, segments } = read.plan;
  const used = new Set([...tam, ...segments.flatMap(({ rules }) => rules)]);
  // The bounds hold the rules of overrides too, which are rows of another tab.
  const bounds = read.bounds.filter((rule) => used.has(rule));
  return { ...read, idOf: new Map([...rowsIn('icp', read.icp), ...rowsIn('rules', bounds)]) };
}

/** Why a run would refuse the Value of an item of the market, or undefined. */
export function itemProblem(row: PlanRow): Problem | undefined {
  const findings = new ProblemCollector();
  readMarket(planTableOf('tam', { tab: '', grid: gridOfJson('tam', [row]) }), findings);
  return findings.problems.find(({ code }) => code === 'MARKET_VALUE_UNUSABLE');
}
