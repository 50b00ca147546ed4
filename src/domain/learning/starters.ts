/** Starter plans by business: who is usually ideal, who buys, what hurts them. Pure data; adapted to a list by `starterRules.ts`. */
import type { Role } from '../rules/plan';
import type { Range } from './quantities';

/** One field of the profile: words that its values hold, or a range. */
export type StarterRule =
  { readonly field: string; readonly words: readonly string[] } | { readonly field: string; readonly range: Range };

export interface StarterPersona {
  readonly persona: string;
  readonly role: Role;
  readonly titles: string;
  readonly pains: string;
}

export interface Starter {
  /** As the command line takes it. */
  readonly id: string;
  /** What is sold, and to whom. */
  readonly name: string;
  readonly rules: readonly StarterRule[];
  readonly personas: readonly StarterPersona[];
}

const persona = (name: string, role: Role, titles: string, pains: string): StarterPersona => ({
  persona: name,
  role,
  titles,
  pains,
});
const words = (field: string, text: string): StarterRule => ({ field, words: text.split(', ') });
const range = (field: string, low: number, high = Infinity): StarterRule => ({ field, range: { low, high } });

/** All of them, in the order in which they are offered. A function, so that formulas do not build it at load. */
export function starters(): readonly Starter[] {
  return [
    {
      id: 'sales-software',
      name: 'Software for sales teams',
      rules: [
        words(
          'Industry',
          'software, saas, internet, information technology, b2b, fintech, marketing, advertising, technology, web',
        ),
        range('Employees', 50, 1_000),
        words('Technologies', 'salesforce, hubspot, outreach, salesloft, pipedrive, apollo'),
        words('Funding stage', 'series a, series b, series c'),
      ],
      personas: [
        persona(
          'Head of sales',
          'Economic buyer',
          'VP Sales; Chief Revenue Officer; Head of Sales',
          'Reps miss quota and the forecast surprises',
        ),
        persona(
          'Revenue operations',
          'Technical buyer',
          'RevOps Manager; Sales Operations; CRM Manager',
          'Data in the CRM is stale and tools do not talk to each other',
        ),
        persona('Team lead', 'Champion', 'SDR Manager; Sales Manager', 'Hours go into lists instead of talks'),
      ],
    },
    {
      id: 'enterprise-security',
      name: 'Security for enterprises',
      rules: [
        words(
          'Industry',
          'financial, banking, bank, insurance, health, hospital, government, energy, utilities, telecommunications, technology, pharmaceutical, defense',
        ),
        range('Employees', 1_000),
        range('Annual revenue', 250e6),
        words('Technologies', 'aws, azure, google cloud, okta, kubernetes, office 365'),
      ],
      personas: [
        persona(
          'Security chief',
          'Economic buyer',
          'CISO; Chief Information Security Officer; VP Security',
          'One breach stops the business and the board asks for proof',
        ),
        persona(
          'Security engineer',
          'Technical buyer',
          'Security Architect; Head of Security Engineering',
          'Alerts outnumber the people who read them',
        ),
        persona('IT director', 'User buyer', 'IT Director; Head of Infrastructure', 'Audits take weeks of work by hand'),
      ],
    },
    {
      id: 'midmarket-hr',
      name: 'HR for mid-market companies',
      rules: [
        range('Employees', 100, 1_000),
        words(
          'Industry',
          'retail, hospitality, health, healthcare, manufacturing, logistics, staffing, consumer, services, education, construction, technology',
        ),
        words('Technologies', 'workday, bamboohr, personio, adp, gusto, rippling'),
      ],
      personas: [
        persona('Head of people', 'Economic buyer', 'CHRO; VP People; HR Director', 'People leave faster than they are replaced'),
        persona(
          'HR operations',
          'User buyer',
          'HR Manager; HR Operations; Payroll Manager',
          'Payroll and leave live in spreadsheets',
        ),
        persona('Recruiting lead', 'Champion', 'Head of Talent; Recruiting Manager', 'Open roles stay open for months'),
      ],
    },
    {
      id: 'agency',
      name: 'An agency for marketing or design',
      rules: [
        words(
          'Industry',
          'retail, e-commerce, ecommerce, consumer, software, hospitality, travel, real estate, food, fashion, apparel',
        ),
        range('Employees', 11, 200),
        words('Technologies', 'shopify, wordpress, google analytics, hubspot, mailchimp, klaviyo'),
        range('Annual revenue', 1e6, 50e6),
      ],
      personas: [
        persona(
          'Marketing chief',
          'Economic buyer',
          'CMO; VP Marketing; Head of Marketing',
          'Each new customer costs more than the last',
        ),
        persona('Founder', 'Champion', 'Founder; Owner; Managing Director', 'Nobody has time for the website'),
        persona('Brand manager', 'User buyer', 'Marketing Manager; Brand Manager', 'Campaigns wait for design'),
      ],
    },
    {
      id: 'manufacturing-supplier',
      name: 'A supplier to manufacturers',
      rules: [
        words(
          'Industry',
          'manufacturing, industrial, industrials, machinery, automotive, aerospace, construction, chemicals, electronics, materials, hardware',
        ),
        range('Employees', 50, 5_000),
        range('Annual revenue', 10e6, 1e9),
      ],
      personas: [
        persona('Purchasing', 'Economic buyer', 'Head of Procurement; Purchasing Manager', 'One late part stops the line'),
        persona('Engineering', 'Technical buyer', 'Head of Engineering; Design Engineer', 'Samples take longer than the design'),
        persona('Plant', 'User buyer', 'Plant Manager; Operations Manager', 'Scrap and rework eat the margin'),
      ],
    },
    {
      id: 'fintech',
      name: 'Fintech for finance teams',
      rules: [
        words(
          'Industry',
          'fintech, financial, finance, banking, insurance, e-commerce, ecommerce, retail, marketplace, payments, software, b2b',
        ),
        range('Employees', 20, 1_000),
        words('Technologies', 'stripe, quickbooks, netsuite, plaid, xero, sap'),
        words('Funding stage', 'seed, series a, series b, series c'),
      ],
      personas: [
        persona('Finance chief', 'Economic buyer', 'CFO; VP Finance; Finance Director', 'Cash is known a month late'),
        persona('Payments', 'Technical buyer', 'Head of Payments; Engineering Manager', 'Each new method is a project'),
        persona('Controller', 'User buyer', 'Controller; Head of Accounting', 'The close takes ten days'),
      ],
    },
  ];
}
