/** The whole plan from its tabs: every problem at once, a plan only when nothing was refused. */
import type { Day } from '../../domain/facts/fact';
import type { Plan, Segment } from '../../domain/rules/plan';
import type { BoundRule, IcpRule } from '../../domain/rules/rule';
import type { ListName } from '../fields';
import { noTitles, type TabRef, type Titles } from '../address';
import type { Problem } from '../problem';
import { findLoading } from '../table/loading';
import { ProblemCollector, wordOf, type ClosedList } from './closedList';
import type { CountriesOf } from './operand';
import { missingHeaders, planTableOf, type PlanGrid, type PlanTable } from './planTable';
import { readMarket } from './readMarket';
import { readBoundRules, readIcpRules, type ReadRule } from './readRules';
import { readOverrides, readPersonas, readSegments } from './readSegments';
import { readSettings, type ReadSettings } from './readSettings';
import { MOST_ROWS, PLAN_TABS, tooManyRows, type PlanKey } from './tabs';

/** The plan tabs that exist. */
export type PlanGrids = ReadonlyMap<PlanKey, PlanGrid>;

/** A plan, and its rules with their rows. */
export interface ReadPlan {
  readonly plan: Plan;
  readonly icp: readonly ReadRule<IcpRule>[];
  readonly bounds: readonly ReadRule<BoundRule & { readonly for: string }>[];
  readonly settings: ReadSettings;
  readonly problems: readonly Problem[];
}

const LISTS: ClosedList<ListName> = { name: 'list', code: 'LIST_UNKNOWN', words: ['accounts', 'contacts'] };

/**
 * Reads the plan. `runDay` is the day of the run in the spreadsheet's zone; `asOf` wins over the setting; `titles` are those of tabs given by id.
 * @returns the plan, its refusals among `problems`: the caller refuses the run when there are any.
 */
export function readPlan(
  grids: PlanGrids,
  countriesOf: CountriesOf,
  days: { readonly runDay: Day; readonly asOf?: Day | undefined },
  titles: Titles = noTitles,
): ReadPlan {
  const findings = new ProblemCollector(titles);
  for (const source of grids.values()) {
    const loading = findLoading(source, titles);
    if (loading !== undefined) findings.add(loading);
  }
  const overlong = refuseOverlong(grids, findings);
  const table = (key: PlanKey): PlanTable =>
    overlong && MOST_ROWS.has(key) ? { key, tab: PLAN_TABS[key].title, rows: [] } : tableOf(grids, key, findings);
  for (const row of table('columns').rows) if (row.text('List') !== '') wordOf(LISTS, row.text('List'), row.at('List'), findings);
  const settings = readSettings(table('settings'), findings);
  const before = findings.refusals.length;
  const profile = table('icp');
  const icp = readIcpRules(profile, countriesOf, findings);
  // A rule that was refused may well be the one that weighs.
  if (!overlong && findings.refusals.length === before && !icp.some(isWeighingOrMust)) reportUnusable(profile.tab, findings);
  const rules = readBoundRules(table('rules'), countriesOf, findings);
  const { overrides, handBacks } = readOverrides(table('overrides'), countriesOf, findings);
  const segments: readonly Segment[] = readSegments(table('segments'), rules, findings);
  const plan: Plan = {
    icp,
    tam: rules.get('tam')?.rules ?? [],
    market: readMarket(table('tam'), findings),
    segments,
    personas: readPersonas(table('personas'), findings),
    overrides,
    ...(handBacks.length === 0 ? {} : { handBacks }),
    settings: settings.settings,
    asOf: days.asOf ?? settings.asOf ?? days.runDay,
  };
  const used = new Set(segments.flatMap((segment) => segment.rules));
  const bounds = [...rules.values()].flatMap((owner) => owner.rules).filter((rule) => plan.tam.includes(rule) || used.has(rule));
  const overriding = overrides.flatMap(({ rule }) =>
    rule === undefined ? [] : [{ ...rule, type: 'Include' as const, for: 'Overrides' }],
  );
  return { plan, icp, bounds: [...bounds, ...overriding], settings, problems: findings.problems };
}

/** A rule that can decide a score: a positive weight, or a Must. */
export function isWeighingOrMust(rule: IcpRule): boolean {
  return rule.type === 'Must' || (rule.type === 'Score' && (rule.weight ?? 0) > 0);
}

/** Whether a tab holds more rows than are worked through; none of such tabs is read then, since each refers to the others. */
function refuseOverlong(grids: PlanGrids, findings: ProblemCollector): boolean {
  const refused = [...MOST_ROWS.keys()].filter((key) => {
    const source = grids.get(key);
    if (source === undefined || tooManyRows(key, source.grid.length - 1) === undefined) return false;
    const said = tooManyRows(key, planTableOf(key, source).rows.length);
    if (said !== undefined) findings.refuse('ROWS_TOO_MANY', source.tab, '', said.message, said.fix);
    return said !== undefined;
  });
  return refused.length > 0;
}

function tableOf(grids: PlanGrids, key: PlanKey, findings: ProblemCollector): PlanTable {
  const entry = grids.get(key);
  if (entry === undefined) return { key, tab: PLAN_TABS[key].title, rows: [] };
  const { headers, optional } = PLAN_TABS[key];
  const hasRows = entry.grid.length > 1;
  if (hasRows && missingHeaders(key, entry.grid).length === headers.length - optional.length) {
    findings.refuse(
      'HEADERS_MISSING',
      entry.tab,
      '',
      `The tab has none of its headers in row 1.`,
      `Row 1 must hold: ${headers.join(', ')}.`,
    );
    return { key, tab: entry.tab, rows: [] };
  }
  return planTableOf(key, entry);
}

function reportUnusable(tab: TabRef, findings: ProblemCollector): void {
  findings.refuse(
    'NO_USABLE_RULE',
    tab,
    '',
    'No active rule has a weight above 0 and none is a Must, so there is nothing to score by.',
    'Add a rule, e.g. Industry · in · Software; Fintech, with an Importance.',
  );
}
