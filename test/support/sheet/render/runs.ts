/** Runs over small lists with everything in them, from grids and rows of `plan.json`, for tests of what is rendered. */
import { dayOf } from '../../../../src/domain/facts/day';
import type { Cell, Grid } from '../../../../src/sheet/grid';
import { checkFields } from '../../../../src/sheet/lists/checkFields';
import type { Block } from '../../../../src/sheet/ownTabs/block';
import { countriesNamed } from '../../../../src/sheet/parse/country';
import type { JsonRow } from '../../../../src/sheet/plan/planJson';
import { readPlan } from '../../../../src/sheet/plan/readPlan';
import type { Problem } from '../../../../src/sheet/problem';
import type { Reviewed } from '../../../../src/sheet/render/blocks';
import { reviewOf } from '../../../../src/sheet/review/review';
import { runPlan, type Run } from '../../../../src/sheet/run/run';
import { readGrid } from '../lists/lists';
import { gridsOf, type PlanRows } from '../plan/plans';

/** The run, or the refusals that stopped it. */
export function runResult(
  accounts: Grid,
  plan: PlanRows,
  contacts?: Grid,
): { readonly run?: Run; readonly refusals: readonly Problem[] } {
  const found = readPlan(gridsOf(plan), countriesNamed, { runDay: dayOf(2026, 6, 15) });
  const lists = readGrid(accounts, contacts === undefined ? {} : { contacts });
  const fields = lists.isRefused ? [] : checkFields(found, lists.lists.accounts, 'Accounts', lists.headers);
  const refusals = [...found.problems, ...lists.problems, ...fields].filter(({ severity }) => severity === 'refusal');
  return refusals.length > 0 ? { refusals } : { run: runPlan(lists, found.plan), refusals };
}

export function runOf(accounts: Grid, plan: PlanRows, contacts?: Grid): Run {
  const { run, refusals } = runResult(accounts, plan, contacts);
  if (run === undefined) throw new Error(refusals.map(({ message }) => message).join(' '));
  return run;
}

/** The run with a review of nothing but itself: no results, no closed month. */
export function reviewedOf(run: Run): Reviewed {
  const inputs = {
    layers: [],
    sourced: new Set<string>(),
    results: [],
    past: undefined,
    typed: run.plan.market,
    icpHash: '',
    renamed: new Map(),
    successors: [],
  };
  return { run, review: reviewOf(run, inputs), lanes: { personas: [], motions: new Map() }, leftOut: [] };
}

/** Cells of a block under one header, in row order. */
export function columnOf(block: Block, header: string): readonly Cell[] {
  const position = block.columns.findIndex((column) => column.header === header);
  if (position < 0) throw new Error(`No column ${header}.`);
  return block.rows.map((row) => row[position] ?? '');
}

/** Rows of a block as header to cell. */
export function recordsOf(block: Block): readonly ReadonlyMap<string, Cell>[] {
  return block.rows.map((row) => new Map(block.columns.map(({ header }, index) => [header, row[index] ?? ''])));
}

/** The row whose cell under `header` is `name`, as an object by header. */
export function rowOf(block: Block, header: string, name: string): Readonly<Record<string, Cell>> {
  const index = columnOf(block, header).indexOf(name);
  return Object.fromEntries(block.columns.map((column, position) => [column.header, block.rows[index]?.[position] ?? '']));
}

/** The example of the model: six accounts, four rules. */
export const EXAMPLE_ACCOUNTS: Grid = [
  ['Account name', 'Industry', 'Employees', 'Country', 'Hiring', 'Verified emails'],
  ['Northwind Pay', 'Fintech', 120, 'Germany', 'yes', 1],
  ['Delta Desk', 'Software', 90, 'Austria', '', 2],
  ['Quill Works', '', 80, '', 'yes', ''],
  ['Umber Cloud', 'Software', '', 'Austria', 'yes', 0],
  ['Acme Retail', 'Retail', '51-200', 'US', '', ''],
  ['Tall Ship Bank', 'Fintech', 4200, 'UK', '', ''],
];

export const EXAMPLE_ICP: readonly JsonRow[] = [
  { Rule: 'Industry', Field: 'Industry', Operator: 'in', Value: 'Fintech; Software', Importance: 'High' },
  { Rule: 'Employees', Field: 'Employees', Operator: 'between', Value: '50-500', Importance: 'Critical' },
  { Rule: 'Country', Field: 'Country', Operator: 'in', Value: 'DACH', Importance: 'Medium' },
  { Rule: 'Hiring', Dimension: 'Behavioral', Field: 'Hiring', Operator: 'is true', Importance: 'Very high' },
];

/** The accounts of the example with domains, an owner and a customer. */
export const ACCOUNTS: Grid = [
  ['Account name', 'Domain', 'Industry', 'Employees', 'Country', 'Hiring', 'Owner', 'Account status'],
  ['Northwind Pay', 'northwind.example', 'Fintech', 120, 'Germany', 'yes', '', ''],
  ['Delta Desk', 'delta.example', 'Software', 90, 'Austria', '', 'Ann', ''],
  ['Quill Works', '', '', 80, '', 'yes', '', ''],
  ['Umber Cloud', '', 'Software', '', 'Austria', 'yes', '', ''],
  ['Acme Retail', '', 'Retail', '51-200', 'US', '', '', 'Customer'],
  ['Tall Ship Bank', '', 'Fintech', 4200, 'UK', '', '', ''],
];

/** The example with two segments, of which the second goes first. */
export const SEGMENTS: PlanRows = {
  icp: EXAMPLE_ICP,
  segments: [
    { Segment: 'Software', Priority: 2, 'Offer angle': 'Ship faster', Owner: 'Bob' },
    { Segment: 'German fintech', Priority: 1, 'Buyer roles': 'CFO', 'Pain point': 'Audits', Competition: 'Low', Urgency: 8 },
  ],
  rules: [
    { For: 'German fintech', Field: 'Industry', Operator: 'is', Value: 'Fintech' },
    { For: 'German fintech', Field: 'Country', Operator: 'is', Value: 'DE' },
    { For: 'Software', Field: 'Industry', Operator: 'is', Value: 'Software' },
  ],
};
