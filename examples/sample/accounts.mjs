/** One row of accounts.csv: the source's columns, then the made-up ones, whose headers end in `(synthetic)`. */
import { chanceOf } from './chance.mjs';
import { batchYear, countryOf, inventBusiness } from './company.mjs';

// prettier-ignore
const BANDS = [[1, 10], [11, 50], [51, 200], [201, 500], [501, 1000], [1001, 5000]];
const GROWN = new Set(['Series A', 'Series B', 'Series C']);

/** Odds of the customer system, for young and for grown companies; '' is none found. */
// prettier-ignore
const CRM = {
  young: [['HubSpot', 27], ['Attio', 18], ['Pipedrive', 10], ['Salesforce', 5], ['', 40]],
  grown: [['Salesforce', 53], ['HubSpot', 26], ['Attio', 5], ['Pipedrive', 3], ['', 13]],
};

/** Other tools and how many of 100 young and grown companies show them. */
// prettier-ignore
const TOOLS = [
  ['Google Workspace', 64, 60], ['Slack', 52, 66], ['AWS', 44, 56], ['Stripe', 38, 40], ['Segment', 10, 30],
  ['Intercom', 12, 27], ['Zendesk', 2, 20], ['Outreach', 1, 20], ['Salesloft', 1, 13], ['Gong', 1, 19],
  ['Apollo.io', 14, 23], ['Amplitude', 7, 19], ['Snowflake', 5, 24], ['Okta', 1, 15], ['Marketo', 0, 9],
];

const bandOf = (people) => BANDS.find(([, to]) => people <= to) ?? BANDS.at(-1);
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

/** As lists print them: a number, or a band such as `51-200`; about one in eight is blank. */
function employees(chance, people) {
  // prettier-ignore
  const form = chance.weighted([['number', 70], ['band', 18], ['blank', 12]]);
  if (form === 'blank') return '';
  return form === 'number' ? grouped(people) : bandOf(people).map(grouped).join('-');
}

/** Thousands of dollars as `$850K` or `$1.2M`; blank where young or unlucky. */
function revenue(chance, thousands) {
  if (thousands < 50 || chance.happens(25)) return '';
  if (thousands < 990) return `$${Math.round(thousands / 10) * 10}K`;
  return `$${(Math.round(thousands / 100) / 10).toFixed(1)}M`;
}

function technologies(chance, stage) {
  const isGrown = GROWN.has(stage);
  const crm = chance.weighted(isGrown ? CRM.grown : CRM.young);
  const others = TOOLS.filter(([, young, grown]) => chance.happens(isGrown ? grown : young)).map(([name]) => name);
  return chance.happens(13) ? '' : [crm, ...others].filter(Boolean).join('; ');
}

function isoDay(month, day) {
  const two = (number) => String(number).padStart(2, '0');
  return `${Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(day)}`;
}

function accountStatus(chance, { stage }, status) {
  if (status !== 'Active') return '';
  // prettier-ignore
  return chance.weighted(
    GROWN.has(stage)
      ? [['Customer', 6], ['Open deal', 6], ['', 88]]
      : [['Customer', 1], ['Open deal', 1], ['', 98]],
  );
}

/** The row of a company, keyed by header. Blank means that the source, or the made-up vendor, has nothing. */
export function accountRow(company) {
  const chance = (column) => chanceOf(`${company.slug}/${column}`);
  const business = inventBusiness(company);
  return {
    'Account ID': company.slug,
    'Account name': company.name,
    Industry: company.primaryIndustry,
    Keywords: company.industries.join('; '),
    Description: company.oneLiner,
    Country: countryOf(company),
    Batch: company.batch,
    'Batch year': batchYear(company.batch),
    'Company status': company.status,
    Hiring: company.badges.includes('isHiring') ? 'yes' : '',
    'Employees (synthetic)': employees(chance('employees'), business.people),
    'Annual revenue (synthetic)': revenue(chance('revenue'), business.revenue),
    'Technologies (synthetic)': technologies(chance('technologies'), business.stage),
    'Funding stage (synthetic)': chance('stage').happens(9) ? '' : business.stage,
    'Last funding date (synthetic)': chance('date').happens(16) ? '' : isoDay(business.roundMonth, business.roundDay),
    'Account status (synthetic)': accountStatus(chance('account status'), business, company.status),
  };
}
