/** The plan's tabs: their titles, their headers and their keys in `plan.json`, each declared once. */

import { shownNumber } from '../../domain/facts/figure';

/** Keys of `plan.json`, in its order. */
export const PLAN_KEYS = ['icp', 'tam', 'segments', 'rules', 'personas', 'settings', 'columns', 'results', 'overrides'] as const;
export type PlanKey = (typeof PLAN_KEYS)[number];

export interface PlanTab {
  readonly key: PlanKey;
  readonly title: string;
  readonly headers: readonly string[];
  /** Headers that a tab of the team's making may lack. */
  readonly optional: readonly string[];
  /** Hidden until a user opens it. */
  readonly isHidden: boolean;
}

/** Headers are matched trimmed and case-folded; any order; a team's extra columns are kept. */
export const PLAN_TABS: Readonly<Record<PlanKey, PlanTab>> = {
  icp: tab('icp', 'Plan ICP', [
    'Rule',
    'Dimension',
    'Field',
    'Operator',
    'Value',
    'Importance',
    'Type',
    'If blank',
    'Why',
    'Source',
    'Active',
  ]),
  tam: tab('tam', 'Plan TAM', ['Item', 'Value', 'Unit', 'Source', 'As of', 'Note']),
  segments: tab('segments', 'Plan Segments', [
    'Segment',
    'Priority',
    'Hypothesis',
    'Pain point',
    'Buyer roles',
    'Offer angle',
    'Urgency',
    'Competition',
    'Owner',
    'Active',
  ]),
  rules: tab('rules', 'Plan Rules', ['For', 'Field', 'Operator', 'Value', 'Type']),
  personas: tab('personas', 'Plan Personas', [
    'Persona',
    'Role',
    'Titles',
    'Motivations',
    'Questions',
    'Metrics',
    'Sources trusted',
    'Pain points',
    'Value propositions',
    'Outreach tips',
  ]),
  settings: tab('settings', 'Plan Settings', ['Setting', 'Value', 'Default', 'Why'], { isHidden: true }),
  columns: tab('columns', 'Columns', ['Tab', 'List', 'Field', 'Column', 'Sample', 'Confidence'], { isHidden: true }),
  results: tab(
    'results',
    'Results',
    [
      ...['Month', 'Segment', 'Tier', 'Variant', 'Contacted', 'Bounced', 'Replies', 'Meetings', 'Opportunities', 'Won'],
      ...['Cycle days', 'People', 'Churn', 'Source'],
    ],
    { optional: ['Tier', 'Variant', 'Bounced', 'Cycle days', 'People', 'Churn', 'Source'] },
  ),
  overrides: tab('overrides', 'Overrides', ['Account key', 'Tier', 'Reason', 'By', 'Date', 'Until'], { optional: ['Until'] }),
};

/** Most rows of tabs that are worked through together, account by account: far more than a person reads, and a run stays within its time. */
export const MOST_ROWS: ReadonlyMap<PlanKey, { readonly rows: number; readonly word: string }> = new Map([
  ['icp', { rows: 200, word: 'rules' }],
  ['segments', { rows: 50, word: 'segments' }],
  ['rules', { rows: 500, word: 'rules' }],
]);

/** Says that a tab holds more rows than are worked through, and what to do; undefined where it does not. */
export function tooManyRows(key: PlanKey, rows: number): { readonly message: string; readonly fix: string } | undefined {
  const most = MOST_ROWS.get(key);
  if (most === undefined || rows <= most.rows) return undefined;
  const message = `${PLAN_TABS[key].title} holds ${shownNumber(rows)} ${most.word}; at most ${most.rows} are read.`;
  return { message, fix: `Keep the ${most.rows} ${most.word} that matter most.` };
}

function tab(
  key: PlanKey,
  title: string,
  headers: readonly string[],
  { isHidden = false, optional = [] }: Partial<Pick<PlanTab, 'isHidden' | 'optional'>> = {},
): PlanTab {
  return { key, title, headers, optional, isHidden };
}
