/** A run over a small list with everything in it, for tests of what is rendered. */
import type { Cell } from '../../../../src/sheet/grid';
import type { Block } from '../../../../src/sheet/ownTabs/block';
import { runPlan, type Run } from '../../../../src/sheet/run/run';
import { readGrid } from '../lists/lists';
import { read, type PlanRows } from '../plan/plans';

export const ACCOUNTS: readonly (readonly Cell[])[] = [
  ['Account name', 'Domain', 'Industry', 'Employees', 'Country', 'Hiring', 'Owner', 'Account status'],
  ['Northwind Pay', 'northwind.example', 'Fintech', 120, 'Germany', 'yes', '', ''],
  ['Delta Desk', 'delta.example', 'Software', 90, 'Austria', '', 'Ann', ''],
  ['Quill Works', '', '', 80, '', 'yes', '', ''],
  ['Umber Cloud', '', 'Software', '', 'Austria', 'yes', '', ''],
  ['Acme Retail', '', 'Retail', '51-200', 'US', '', '', 'Customer'],
  ['Tall Ship Bank', '', 'Fintech', 4200, 'UK', '', '', ''],
];

/** The example of MODEL §6. */
export const PLAN: PlanRows = {
  icp: [
    { Rule: 'Industry', Field: 'Industry', Operator: 'in', Value: 'Fintech; Software', Importance: 'High' },
    { Rule: 'Employees', Field: 'Employees', Operator: 'between', Value: '50-500', Importance: 'Critical' },
    { Rule: 'Country', Field: 'Country', Operator: 'in', Value: 'DACH', Importance: 'Medium' },
    { Rule: 'Hiring', Field: 'Hiring', Operator: 'is true', Dimension: 'Behavioral', Importance: 'Very high' },
  ],
};

export const SEGMENTS: PlanRows = {
  ...PLAN,
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

export function runOf(plan: PlanRows = PLAN, accounts = ACCOUNTS, contacts?: readonly (readonly Cell[])[]): Run {
  return runPlan(readGrid(accounts, contacts === undefined ? {} : { contacts }), read(plan).plan);
}

/** Rows of a block as header to cell. */
export function recordsOf(block: Block): readonly ReadonlyMap<string, Cell>[] {
  return block.rows.map((row) => new Map(block.columns.map(({ header }, index) => [header, row[index] ?? ''])));
}

/** One column of a block, top to bottom. */
export function columnOf(block: Block, header: string): readonly Cell[] {
  return recordsOf(block).map((record) => record.get(header) ?? '');
}
