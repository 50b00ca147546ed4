/** A book in which everything is switched on: all nine plan tabs filled, contacts, three tabs of the team's own, a month closed and all nine result tabs. */
import type { PlanJson } from '../../../src/commands/protocol/requests';
import { must } from './answers';
import type { Stage } from './stage';
import type { LightCell, LightState } from './lightEngine';

const INDUSTRIES = ['Software', 'Fintech', 'Retail', 'Logistics'];
const COUNTRIES = ['US', 'DE', 'FR', 'GB', 'US'];
const HEADERS = ['Account name', 'Domain', 'Industry', 'Employees', 'Country', 'Hiring'];

/** Every plan tab has rows. */
export const FULL_PLAN: PlanJson = {
  format: 1,
  icp: [
    { Rule: 'Sells software', Field: 'Industry', Operator: 'in', Value: 'Software; Fintech', Importance: 'High' },
    { Rule: 'Mid size', Field: 'Employees', Operator: 'between', Value: '50-5000', Importance: 'Critical' },
    { Rule: 'Hiring now', Dimension: 'Situational', Field: 'Hiring', Operator: 'is true', Importance: 'Medium' },
    { Rule: 'No retail', Field: 'Industry', Operator: 'is', Value: 'Retail', Type: 'Exclude' },
  ],
  tam: [
    { Item: 'Companies in the market', Value: 50_000 },
    { Item: 'Average contract value', Value: 12_000 },
    { Item: 'Revenue target', Value: 600_000 },
  ],
  segments: [
    { Segment: 'US software', Priority: 1, 'Pain point': 'Too slow', 'Buyer roles': 'CFO', Owner: 'Ana' },
    { Segment: 'Fintech', Priority: 2, 'Pain point': 'Audits', 'Buyer roles': 'Head of Risk', Owner: 'Ben' },
    { Segment: 'Europe', Priority: 3, 'Pain point': 'Languages', 'Buyer roles': 'CFO', Owner: 'Cleo' },
  ],
  rules: [
    { For: 'TAM', Field: 'Employees', Operator: 'at least', Value: 10, Type: 'Include' },
    { For: 'US software', Field: 'Country', Operator: 'is', Value: 'US', Type: 'Include' },
    { For: 'Fintech', Field: 'Industry', Operator: 'is', Value: 'Fintech', Type: 'Include' },
    { For: 'Europe', Field: 'Country', Operator: 'in', Value: 'DE; FR', Type: 'Include' },
  ],
  personas: [{ Persona: 'CFO', Role: 'Economic buyer', Titles: 'CFO; Chief Financial Officer', Questions: 'What does it save?' }],
  settings: [{ Setting: 'Coverage wanted', Value: 0.9 }],
  columns: [{ Tab: 'Accounts', List: 'accounts', Field: 'Employees', Column: 'Employees' }],
  results: [
    { Month: '2026-09', Segment: 'Fintech', Tier: 'Tier 1', Contacted: 200, Replies: 12, Meetings: 5, Opportunities: 2, Won: 1 },
    { Month: '2026-10', Segment: 'US software', Contacted: 340, Bounced: 9, Replies: 15, Meetings: 6, Opportunities: 3, Won: 1 },
  ],
  overrides: [{ 'Account key': 'a3.com', Tier: 'Tier 1', Reason: 'Asked us', By: 'Ana', Date: '2026-10-02' }],
};

/** The lists alone: so many accounts, a contact for every second, and the team's own tabs. */
export function fullLists(accounts: number, ownTabs = 3): LightState {
  const rows = Array.from({ length: accounts }, (_, row) => [
    `Company ${row}`,
    `a${row}.com`,
    INDUSTRIES[row % INDUSTRIES.length] ?? '',
    row % 11 === 0 ? '' : 20 + ((row * 37) % 4000),
    COUNTRIES[row % COUNTRIES.length] ?? '',
    row % 3 === 0 ? 'yes' : 'no',
  ]);
  const people = rows
    .filter((_, row) => row % 2 === 0)
    .map(([, domain = ''], row) => [`p${row}@${domain}`, row % 3 === 0 ? 'CFO' : 'Head of Risk', 'verified', domain]);
  const sheets = [
    sheetOf(1, 'Accounts', [HEADERS, ...rows]),
    sheetOf(2, 'Contacts', [['Email', 'Title', 'Email status', 'Company domain'], ...people]),
    ...Array.from({ length: ownTabs }, (_, index) =>
      sheetOf(3 + index, `Team ${index + 1}`, [
        ['Mine', 'Ours'],
        ['mine: call', index],
      ]),
    ),
  ];
  return { sheets, active: 1, notes: [], metadata: [], protections: [] };
}

/** A month of another plan is closed and the plan run, so that every result tab is there. */
export function fullBook(stage: Stage, accounts: number, ownTabs = 3): LightState {
  stage.from(fullLists(accounts, ownTabs));
  must(stage.ask({ kind: 'importPlan', plan: FULL_PLAN }));
  must(stage.ask({ kind: 'closeMonth', asOf: '2026-10-31' }));
  stage.person.type('Accounts', 'C4', 'Software');
  must(stage.ask({ kind: 'planEverything' }));
  return stage.document.state();
}

function sheetOf(id: number, title: string, rows: readonly (readonly (string | number)[])[]): LightState['sheets'][number] {
  const cells = new Map<number, LightCell>();
  rows.forEach((row, y) => {
    row.forEach((value, x) => cells.set((y + 1) * 1000 + x + 1, { value }));
  });
  return { id, title, isHidden: false, rows: Math.max(100, rows.length), columns: 26, cells, look: '' };
}
