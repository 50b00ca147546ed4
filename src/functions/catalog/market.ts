/** Formulas of the market, as help, docs and tests need them. */
import { optional, required, type Formula } from '../formula';
import { SAMPLE_TABS } from './samples';
import { ACCOUNTS, AS_OF, ICP_RULES } from './parameters';

export const MARKET_FORMULAS: readonly Formula[] = [
  {
    name: 'TAM_VALUE',
    summary: 'Market size in money: accounts × contract value × share. Blank while a number is missing.',
    parameters: [
      required('account_count', '100000', 'Number of companies.'),
      required('average_contract_value', '12000', 'Yearly value of one contract.'),
      optional('share', '2%', 'E.g. the winnable share.'),
    ],
    example: { tabs: {}, formula: '=TAM_VALUE(20000, 12000, 2%)', result: 4_800_000 },
  },
  {
    name: 'TAM_FUNNEL',
    summary: 'Accounts left when market bounds and profile rules filter strictly, one after the other. A what-if, not the ICP.',
    parameters: [
      ACCOUNTS,
      required('tam_rules', "'Plan Rules'!A1:E", 'Rules for TAM with headers; other rows are left out.'),
      ICP_RULES,
      AS_OF,
    ],
    example: {
      tabs: SAMPLE_TABS,
      formula: "=TAM_FUNNEL(Accounts!A1:F5, 'Plan Rules'!A1:E4, 'Plan ICP'!A1:F5)",
      result: [
        ['Rule', 'Before', 'After', 'Mismatch', 'Blank'],
        ['Industry', 4, 3, 1, 0],
        ['Size', 3, 1, 1, 1],
        ['Region', 1, 1, 0, 0],
        ['Hiring', 1, 1, 0, 0],
      ],
    },
  },
  {
    name: 'OUTREACH_PLAN',
    summary: 'From a revenue target back to emails per business day. Blank while an input is missing.',
    parameters: [
      required('revenue_target', '5000000', 'Revenue wanted in a year.'),
      required('average_contract_value', '12000', 'Yearly value of one contract.'),
      required('close_rate', '20%', 'Customers ÷ opportunities.'),
      required('opportunity_rate', '40%', 'Opportunities ÷ meetings.'),
      required('meeting_rate', '30%', 'Meetings ÷ replies.'),
      required('reply_rate', '15%', 'Replies ÷ emails.'),
      optional('rounding', '"article"', 'article (default: up once, at customers), each step, or none.'),
      optional('days_per_month', '21.45', 'Business days of a month; default 21.45.'),
    ],
    example: {
      tabs: {},
      formula: '=OUTREACH_PLAN(5000000, 12000, 20%, 40%, 30%, 15%)',
      result: [
        ['Step', 'Count'],
        ['customers', 417],
        ['opportunities', 2085],
        ['meetings', 5213],
        ['replies', 17375],
        ['emails', 115833],
        ['emails per month', 9653],
        ['emails per business day', 450],
      ],
    },
  },
  {
    name: 'ICP_SHARE',
    summary: 'ICP ÷ accounts in the market; 5 % to 15 % is healthy. Blank when there are none.',
    parameters: [
      required('icp_count', '337', 'Accounts in the ICP.'),
      required('tam_count', '2348', 'Accounts within the market bounds.'),
    ],
    example: { tabs: {}, formula: '=ICP_SHARE(150, 1000)', result: 0.15 },
  },
];
