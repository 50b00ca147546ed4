/** The small tabs that the catalog's examples share. */
import type { Grid } from '../../sheet/grid';

export const SAMPLE_ACCOUNTS: Grid = [
  ['Account name', 'Industry', 'Employees', 'Country', 'Hiring', 'Verified emails'],
  ['Northwind Pay', 'Fintech', 120, 'Germany', 'yes', 2],
  ['Acme Retail', 'Retail', '51-200', 'US', '', 0],
  ['Umber Cloud', 'Software', '', 'Austria', 'yes', 1],
  ['Tall Ship Bank', 'Fintech', 4200, 'UK', '', ''],
];

export const SAMPLE_ICP: Grid = [
  ['Rule', 'Dimension', 'Field', 'Operator', 'Value', 'Importance'],
  ['Industry', 'Firmographic', 'Industry', 'in', 'Fintech; Software', 'High'],
  ['Size', 'Firmographic', 'Employees', 'between', '50-500', 'Critical'],
  ['Region', 'Firmographic', 'Country', 'in', 'DACH', 'Medium'],
  ['Hiring', 'Behavioral', 'Hiring', 'is true', '', 'Very high'],
];

export const SAMPLE_RULES: Grid = [
  ['For', 'Field', 'Operator', 'Value', 'Type'],
  ['Fintech', 'Industry', 'is', 'Fintech', 'Include'],
  ['DACH teams', 'Country', 'in', 'DACH', 'Include'],
  ['DACH teams', 'Employees', 'at least', 1000, 'Exclude'],
];

export const SAMPLE_TABS = { Accounts: SAMPLE_ACCOUNTS, 'Plan ICP': SAMPLE_ICP, 'Plan Rules': SAMPLE_RULES };
