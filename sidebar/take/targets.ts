/** Tools that take CSV files: what their headers are called, and how many rows a file may hold; docs/EXPORTS.md has the rules each one publishes. */

/** What a column holds. */
export type Holding =
  | 'Account name'
  | 'Domain'
  | 'Industry'
  | 'Employees'
  | 'Country'
  | 'Tier'
  | 'Fit'
  | 'Segment'
  | 'Why'
  | 'Problem'
  | 'Offer'
  | 'Email'
  | 'First name'
  | 'Last name'
  | 'Title';

export interface Target {
  readonly name: string;
  /** People are one row a verified contact; accounts one row an account. */
  readonly rows: 'accounts' | 'people';
  /** Rows a file may hold, its header aside. */
  readonly cap: number;
  /** Header by what stands below it. */
  readonly columns: readonly (readonly [header: string, holding: Holding])[];
}

const MERGE_FIELDS: Target['columns'] = [
  ['tier', 'Tier'],
  ['segment', 'Segment'],
  ['problem', 'Problem'],
  ['offer', 'Offer'],
  ['why', 'Why'],
];

export const TARGETS: readonly Target[] = [
  {
    name: 'HubSpot',
    rows: 'accounts',
    cap: 249_999,
    // HubSpot's own Industry is a list of fixed values, and refuses all others.
    columns: [
      ['Company name', 'Account name'],
      ['Company domain name', 'Domain'],
      ['Industry (as listed)', 'Industry'],
      ['Number of employees', 'Employees'],
      ['Country/Region', 'Country'],
      ['ICP tier', 'Tier'],
      ['Fit score', 'Fit'],
      ['Segment', 'Segment'],
      ['Why this tier', 'Why'],
    ],
  },
  {
    name: 'Salesforce',
    rows: 'accounts',
    cap: 50_000,
    columns: [
      ['Account Name', 'Account name'],
      ['Website', 'Domain'],
      ['Industry', 'Industry'],
      ['Employees', 'Employees'],
      ['Billing Country', 'Country'],
      ['ICP Tier', 'Tier'],
      ['Fit Score', 'Fit'],
      ['Segment', 'Segment'],
      ['Tier Reason', 'Why'],
    ],
  },
  {
    name: 'Apollo',
    rows: 'accounts',
    cap: 10_000,
    columns: [
      ['Account Name', 'Account name'],
      ['Account Website', 'Domain'],
      ['Tier', 'Tier'],
      ['Segment', 'Segment'],
      ['Why', 'Why'],
    ],
  },
  {
    name: 'Outreach',
    rows: 'people',
    cap: 100_000,
    columns: [
      ['Email', 'Email'],
      ['First name', 'First name'],
      ['Last name', 'Last name'],
      ['Company', 'Account name'],
      ['Website', 'Domain'],
      ['Title', 'Title'],
      ...capitalized(MERGE_FIELDS),
    ],
  },
  {
    name: 'Salesloft',
    rows: 'people',
    cap: 10_000,
    columns: [
      ['Email Address', 'Email'],
      ['First Name', 'First name'],
      ['Last Name', 'Last name'],
      ['Company', 'Account name'],
      ['Company Website', 'Domain'],
      ['Title', 'Title'],
      ...capitalized(MERGE_FIELDS),
    ],
  },
  {
    name: 'Smartlead',
    rows: 'people',
    cap: 10_000,
    columns: [
      ['email', 'Email'],
      ['first_name', 'First name'],
      ['last_name', 'Last name'],
      ['company_name', 'Account name'],
      ['website', 'Domain'],
      ['title', 'Title'],
      ...MERGE_FIELDS,
    ],
  },
  {
    name: 'Instantly',
    rows: 'people',
    cap: 10_000,
    columns: [
      ['email', 'Email'],
      ['first_name', 'First name'],
      ['last_name', 'Last name'],
      ['company_name', 'Account name'],
      ['website', 'Domain'],
      ['job_title', 'Title'],
      ...MERGE_FIELDS,
    ],
  },
  {
    name: 'lemlist',
    rows: 'people',
    cap: 10_000,
    columns: [
      ['email', 'Email'],
      ['firstName', 'First name'],
      ['lastName', 'Last name'],
      ['companyName', 'Account name'],
      ['companyDomain', 'Domain'],
      ['jobTitle', 'Title'],
      ...MERGE_FIELDS,
    ],
  },
];

function capitalized(columns: Target['columns']): Target['columns'] {
  return columns.map(([header, holding]) => [header.charAt(0).toUpperCase() + header.slice(1), holding] as const);
}
