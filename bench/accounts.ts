/** A seeded list of accounts as raw cells, and the rules that every contestant applies to it. */
import type { Cell } from '../src/sheet/grid';
import type { JsonRow } from '../src/sheet/plan/planJson';
import { seededStream } from '../src/domain/facts/seeded';

export const HEADERS = [
  'Account ID',
  'Industry',
  'Employees',
  'Annual revenue',
  'Country',
  'Technologies',
  'Hiring',
  'Last funding date',
] as const;

/** Day from which `within last` counts back. */
export const AS_OF = '2026-06-15';

/** Six Score rules of fit, two signals, a Must and an Exclude: lists, numbers, bands, money, dates and truth values. */
export const RULES: readonly JsonRow[] = [
  { Rule: 'Industry', Field: 'Industry', Operator: 'in', Value: 'Fintech; Software', Importance: 'High' },
  { Rule: 'Size', Field: 'Employees', Operator: 'between', Value: '50-500', Importance: 'Critical' },
  { Rule: 'Revenue', Field: 'Annual revenue', Operator: 'between', Value: '$10M-$100M', Importance: 'High' },
  { Rule: 'Region', Field: 'Country', Operator: 'in', Value: 'Germany; Austria; Switzerland', Importance: 'Medium' },
  { Rule: 'CRM', Field: 'Technologies', Operator: 'in', Value: 'Salesforce; HubSpot', Importance: 'Very high' },
  { Rule: 'Not legacy', Field: 'Technologies', Operator: 'does not contain', Value: 'cobol', Importance: 'Medium' },
  { Rule: 'Hiring', Dimension: 'Behavioral', Field: 'Hiring', Operator: 'is true', Importance: 'Very high' },
  {
    Rule: 'Raised',
    Dimension: 'Situational',
    Field: 'Last funding date',
    Operator: 'within last',
    Value: '12',
    Importance: 'High',
  },
  { Rule: 'Five people', Field: 'Employees', Operator: 'at least', Value: 5, Type: 'Must' },
  { Rule: 'Gambling', Field: 'Industry', Operator: 'is', Value: 'Gambling', Type: 'Exclude' },
];

const INDUSTRIES = ['Fintech', 'software ', 'Retail', 'Healthcare', 'Gambling', 'Logistics', 'Media', 'Energy', '', 'n/a'];
const COUNTRIES = ['Germany', 'austria', 'Switzerland', 'France', 'Italy', 'Spain', 'Poland', ''];
const TOOLS = ['Salesforce', 'HubSpot', 'Slack', 'Jira', 'SAP', 'Cobol suite', 'Gong', 'Zendesk', 'Snowflake', 'Stripe'];
const BANDS = ['1-10', '11-50', '51-200', '201-500', '501-1000', '10,001+'];

/** Rows below the headers; the same for the same size. Most cells of Employees, Technologies and dates are distinct. */
export function accountRows(size: number): readonly (readonly Cell[])[] {
  const next = seededStream(7);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!;
  return Array.from({ length: size }, (_, row): readonly Cell[] => [
    `A-${row}`,
    pick(INDUSTRIES),
    employees(next(), pick(BANDS)),
    next() < 0.2 ? '' : `$${(next() * 200).toFixed(1)}M`,
    pick(COUNTRIES),
    Array.from({ length: Math.floor(next() * 5) }, () => pick(TOOLS)).join('; '),
    pick(['yes', 'no', '', 'TRUE']),
    next() < 0.3 ? '' : isoDay(Math.floor(next() * 1400)),
  ]);
}

function employees(chance: number, band: string): Cell {
  if (chance < 0.1) return '';
  return chance < 0.4 ? band : Math.floor(chance * chance * 5000);
}

/** So many days before as-of. */
function isoDay(before: number): string {
  return new Date(Date.parse(`${AS_OF}T00:00:00Z`) - before * 86_400_000).toISOString().slice(0, 10);
}
