/** Ranges of plan tabs and of accounts as arguments, read by the same readers as the tabs. */
import { fold } from '../../domain/facts/text';
import { clipped, refusalsIn, sentenceOf, type Problem } from '../../sheet/problem';
import type { Cell, Grid } from '../../sheet/grid';
import { checkFields } from '../../sheet/lists/checkFields';
import { readLists, type ReadLists } from '../../sheet/lists/readLists';
import { countriesNamed } from '../../sheet/parse/country';
import { isBlank } from '../../sheet/parse/blank';
import { readDay } from '../../sheet/parse/date';
import { missingHeaders, textOfCell } from '../../sheet/plan/planTable';
import { readPlan, type ReadPlan } from '../../sheet/plan/readPlan';
import type { PlanKey } from '../../sheet/plan/tabs';
import { runPlan, type Run } from '../../sheet/run/run';
import type { Arguments } from './arguments';
import { FormulaRefusal } from './formulaRefusal';

/** Which arguments hold which part of the plan; the day is always `as_of`. */
export interface PlanArguments {
  readonly icp?: string;
  /** A range of `Plan Rules` whose rows for TAM are meant; the others are left out. */
  readonly tam?: string;
  /** A range of `Plan Rules` whose rows for segments are meant; those for TAM are left out. */
  readonly segments?: string;
  readonly settings?: string;
}

/** Numbers in a formula's ranges are typed already; text among them is read as in the tabs of an en-US sheet unless the settings say otherwise. */
const LOCALE = 'en-US';
const BOUND_HEADERS = ['For', 'Field', 'Operator', 'Value'];
/** The day when none is given: `within last` refuses to run on it. */
const NO_DAY = -1e6;

/** Accounts of a range, its first row the headers. */
export function readAccountsArgument(given: Arguments, name: string, locale: string | undefined): ReadLists {
  const grid = given.grid(name, 'the accounts with their header row');
  const read = readLists({ tab: name, grid }, undefined, { locale: locale ?? LOCALE, columns: undefined, isSplit: false });
  refuse(given, read.problems);
  return read;
}

/** The plan from ranges; segments are those the rules name, in order of first appearance. */
export function readPlanArgument(given: Arguments, names: PlanArguments): ReadPlan {
  const grids = new Map<PlanKey, { readonly tab: string; readonly grid: Grid }>();
  const put = (key: PlanKey, name: string | undefined, headers: readonly string[], kept = (grid: Grid): Grid => grid): void => {
    const grid = name === undefined ? undefined : given.optionalGrid(name);
    if (name === undefined || grid === undefined) return;
    requireHeaders(given, name, key, grid, headers);
    grids.set(key, { tab: name, grid: kept(grid) });
  };
  put('icp', names.icp, ['Field', 'Operator', 'Value']);
  put('rules', names.tam, BOUND_HEADERS, (grid) => rulesFor(grid, (owner) => owner === 'tam'));
  put('rules', names.segments, BOUND_HEADERS, (grid) => rulesFor(grid, (owner) => owner !== 'tam'));
  put('settings', names.settings, ['Setting', 'Value']);
  const rules = grids.get('rules');
  if (rules !== undefined) grids.set('segments', { tab: rules.tab, grid: segmentsOf(rules.grid) });
  const plan = readPlan(grids, countriesNamed, { runDay: NO_DAY, asOf: asOfDay(given) });
  const isMissing = (problem: Problem): boolean => problem.code === 'NO_USABLE_RULE' && names.icp === undefined;
  refuse(
    given,
    plan.problems.filter((problem) => !isMissing(problem)),
  );
  assertDay(given, plan, names);
  return plan;
}

/** Accounts and plan together; rules without a column are refused as in the tabs. */
export function runArguments(given: Arguments, accounts: string, names: PlanArguments): Run {
  const plan = readPlanArgument(given, names);
  const read = readAccountsArgument(given, accounts, plan.settings.numberLocale);
  const isAboutScores = names.icp !== undefined;
  refuse(
    given,
    checkFields(plan, read.lists.accounts, accounts, read.headers).filter(
      ({ code }) => isAboutScores || code !== 'NO_RULE_WITH_COLUMN',
    ),
  );
  return runPlan(read, plan.plan);
}

function asOfDay(given: Arguments): number | undefined {
  const cell = given.cell('as_of', 'a date');
  if (cell === undefined || isBlank(cell)) return undefined;
  return (
    readDay(cell, { order: undefined, isDateColumn: true }) ??
    given.fail('as_of', `"${clipped(textOfCell(cell))}"`, 'Give a date, e.g. DATE(2026,1,31).')
  );
}

/** No function reads the clock: the same arguments must give the same numbers tomorrow. */
function assertDay(given: Arguments, { plan, icp, bounds }: ReadPlan, names: PlanArguments): void {
  if (plan.asOf !== NO_DAY) return;
  const rule = [...icp, ...bounds].find(({ test }) => test.operator === 'within last');
  if (rule === undefined) return;
  const what = `missing, and the rule "${clipped(rule.name)}" counts back from it`;
  const setting = names.settings === undefined ? '' : ', or a setting As of';
  given.fail('as_of', what, `Give a date, e.g. DATE(2026,1,31)${setting}.`);
}

function requireHeaders(given: Arguments, name: string, key: PlanKey, grid: Grid, headers: readonly string[]): void {
  const missing = missingHeaders(key, grid).filter((header) => headers.includes(header));
  if (missing.length > 0) {
    given.fail(
      name,
      `a range whose first row lacks ${missing.map((header) => `"${header}"`).join(', ')}`,
      `Include the header row, with ${headers.join(', ')}.`,
    );
  }
}

/** The rules of some owners; the other rows are blank, so that cells keep their addresses. */
function rulesFor(rules: Grid, isMeant: (owner: string) => boolean): Grid {
  const ownerOf = ownerReader(rules);
  return rules.map((row, index) => (index === 0 || ownerOf(row) === '' || isMeant(fold(ownerOf(row))) ? row : []));
}

function segmentsOf(rules: Grid): Grid {
  const ownerOf = ownerReader(rules);
  const names = new Map<string, string>();
  for (const row of rules.slice(1)) {
    const name = ownerOf(row);
    if (name !== '' && fold(name) !== 'tam' && !names.has(fold(name))) names.set(fold(name), name);
  }
  return [['Segment'], ...[...names.values()].map((name) => [name])];
}

function ownerReader(rules: Grid): (row: readonly Cell[]) => string {
  const column = (rules[0] ?? []).findIndex((cell) => fold(textOfCell(cell)) === 'for');
  return (row) => textOfCell(row[column] ?? '');
}

function refuse(given: Arguments, problems: readonly Problem[]): void {
  const refusals = refusalsIn(problems);
  const first = refusals[0];
  if (first !== undefined) throw new FormulaRefusal(given.formula, sentenceOf(first));
}
