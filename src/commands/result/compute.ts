/** From grids to a run: everything is read and checked, and refused in one piece, before anything is computed. */
import type { Titles } from '../../sheet/address';
import type { Grid } from '../../sheet/grid';
import { hashOf } from '../../sheet/hash';
import { checkCurrencies } from '../../sheet/lists/checkCurrencies';
import { checkFields } from '../../sheet/lists/checkFields';
import { checkOverrides } from '../../sheet/lists/checkOverrides';
import { checkSettings } from '../../sheet/lists/checkSettings';
import { readLists, type ListSource, type ReadLists } from '../../sheet/lists/readLists';
import { countriesNamed } from '../../sheet/parse/country';
import { readDay } from '../../sheet/parse/date';
import { planJsonOf } from '../../sheet/plan/planJson';
import type { PlanGrid } from '../../sheet/plan/planTable';
import { readPlan, type PlanGrids, type ReadPlan } from '../../sheet/plan/readPlan';
import { refusal, Refusal, refusalsIn, type Problem } from '../../sheet/problem';
import { choicesOf } from '../../sheet/propose/columnRows';
import type { PastText } from '../../sheet/review/past';
import { prepareReview, type Prepared } from '../../sheet/review/prepare';
import { resultsNotUsed } from '../../sheet/review/readResults';
import { reviewOf } from '../../sheet/review/review';
import type { Reviewed } from '../../sheet/render/blocks';
import { leftOutOf } from '../../sheet/run/leftOut';
import { runPlan } from '../../sheet/run/run';
import type { Moment } from '../workbook/workbook';

export interface Computed extends Reviewed {
  /** Everything to be told that stopped nothing. */
  readonly problems: readonly Problem[];
  readonly planHash: string;
  readonly listHash: string;
  readonly icpHash: string;
}

/** Lists and plan as they stand in the workbook or came with the request. */
export interface Inputs {
  readonly accounts: ListSource;
  readonly contacts: ListSource | undefined;
  readonly plan: PlanGrids;
  /** Of plan tabs given by id; left out where all are given by title. */
  readonly titles?: Titles;
  readonly locale: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string | undefined;
  /** A tab of results that lacks a column. */
  readonly unfitResults?: PlanGrid | undefined;
  /** The closed month to compare with; left out, nothing is compared. */
  readonly past?: (month: number) => PastText | undefined;
}

/** Plan and lists, read, and all that is to be told of them. */
export interface ReadInputs {
  readonly plan: ReadPlan;
  readonly lists: ReadLists;
  /** Undefined where a refusal leaves nothing to prepare. */
  readonly prepared: Prepared | undefined;
  readonly problems: readonly Problem[];
}

/** Reads everything and refuses nothing: what would stop a run stands among the problems. */
export function readInputs(inputs: Inputs, moment: Moment): ReadInputs {
  const days = { runDay: moment.day, asOf: inputs.asOf === undefined ? undefined : asOfDay(inputs.asOf) };
  const { titles } = inputs;
  const plan = readPlan(inputs.plan, countriesNamed, days, titles);
  const lists = readLists(inputs.accounts, inputs.contacts, {
    locale: plan.settings.numberLocale ?? inputs.locale,
    columns: inputs.plan.get('columns'),
    ...(titles === undefined ? {} : { titles }),
  });
  const problems = [
    ...plan.problems,
    ...lists.problems,
    ...(lists.isRefused
      ? []
      : [
          ...checkFields(plan, lists.lists.accounts, lists.accountsTab, lists.headers, titles),
          ...checkCurrencies(plan, lists),
          ...checkSettings(plan.plan.settings, inputs.plan.get('settings'), lists.lists.accounts, lists, titles),
          ...checkOverrides(inputs.plan.get('overrides'), lists.lists.accounts.keys, titles),
        ]),
  ];
  const unused = inputs.unfitResults === undefined ? undefined : resultsNotUsed(inputs.unfitResults, titles);
  const isRefused = refusalsIn(problems).length > 0;
  const prepared = isRefused
    ? undefined
    : prepareReview(plan, inputs.plan, lists.lists.accounts, inputs.past ?? (() => undefined), titles);
  return {
    plan,
    lists,
    prepared,
    problems: [...problems, ...(prepared?.problems ?? []), ...(unused === undefined ? [] : [unused])],
  };
}

/** @throws Refusal with every refusal of the plan and the lists. */
export function compute(inputs: Inputs, moment: Moment): Computed {
  const { plan, lists, prepared, problems } = readInputs(inputs, moment);
  if (prepared === undefined) throw new Refusal(refusalsOf(problems));
  const run = runPlan(lists, prepared.plan, prepared.outreach, inputs.titles);
  const review = reviewOf(run, prepared.inputs, inputs.titles);
  const ofPlan = run.checks.filter(({ segment }) => segment === '');
  return {
    run: { ...run, checks: [...ofPlan, ...review.findings, ...run.checks.slice(ofPlan.length)] },
    review,
    lanes: prepared.lanes,
    leftOut: leftOutOf(plan, lists.lists.accounts, lists, problems),
    icpHash: prepared.inputs.icpHash,
    problems,
    planHash: planHashOf(inputs.plan, lists),
    listHash: listHashOf(inputs),
  };
}

/** While cells load, whatever else is wrong may only seem so. */
function refusalsOf(problems: readonly Problem[]): readonly Problem[] {
  const refusals = refusalsIn(problems);
  const pending = refusals.filter(({ code }) => code === 'STILL_LOADING');
  return pending.length > 0 ? pending : refusals;
}

/** Tells one plan from another, for these lists: of `Columns` only what changes how they are read. */
export function planHashOf(plan: Parameters<typeof planJsonOf>[0], { unaided }: Pick<ReadLists, 'unaided'>): string {
  const { columns = [], ...rest } = planJsonOf(plan);
  const choices = choicesOf(columns, unaided);
  return hashOf(JSON.stringify(choices.length === 0 ? rest : { ...rest, columns: choices }));
}

/** Tells whether a cell of the lists has changed, or the locale by which its numbers and dates are read. */
export function listHashOf({ accounts, contacts, locale }: Pick<Inputs, 'accounts' | 'contacts' | 'locale'>): string {
  return hashOf([locale, ...[accounts.grid, contacts?.grid ?? []].map(textOf)].join('\u0001'));
}

function asOfDay(text: string): number {
  const day = readDay(text, { order: undefined, isDateColumn: false });
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text))
    throw new Refusal(
      refusal({
        code: 'AS_OF_NO_DATE',
        found: text,
        message: `"${text}" is no date.`,
        fix: 'Write the as-of day as YYYY-MM-DD, e.g. 2026-01-31.',
      }),
    );
  return day;
}

function textOf(grid: Grid): string {
  return grid
    .map((cells) => cells.map((cell) => (typeof cell === 'object' ? JSON.stringify(cell) : String(cell))).join('\u001f'))
    .join('\u001e');
}
