/** Formulas of segments, as help, docs and tests need them. */
import { optional, required, type Formula } from '../formula';
import { SAMPLE_TABS } from './samples';
import { ACCOUNTS, AS_OF, SEGMENT_RULES } from './parameters';

export const SEGMENT_FORMULAS: readonly Formula[] = [
  {
    name: 'SEGMENT_SCORE',
    summary: 'Score of a segment, 0 to 100. The weight of blank inputs is shared out over the others.',
    parameters: [
      required('fit', '9', 'Fit, 1 to 10.'),
      required('urgency', '8', 'Urgency, 1 to 10.'),
      required('reachable_buyers', '"High"', 'High, Medium, Low, or a measured share.'),
      required('data_coverage', '"High"', 'High, Medium, Low, or a measured share.'),
      required('competition', '"Low"', 'High, Medium or Low; Low scores high.'),
      optional('weights', 'Weights!A1:E1', 'Five weights in this order; default: 30, 10, 12, 18, 30.'),
    ],
    example: { tabs: {}, formula: '=SEGMENT_SCORE(8, 6, "Low", "High", "Medium")', result: 69.6 },
  },
  {
    name: 'SEGMENT_ASSIGN',
    summary:
      'Segment of each account: the first whose Includes all match and no Exclude is met. Unknown is no match for an Include, and stays for an Exclude.',
    parameters: [ACCOUNTS, SEGMENT_RULES, optional('fallback', '"none"', 'Shown where no segment takes the account.'), AS_OF],
    example: {
      tabs: SAMPLE_TABS,
      formula: '=SEGMENT_ASSIGN(Accounts!A1:F5, \'Plan Rules\'!A1:E4, "none")',
      result: [['Segment'], ['Fintech'], ['none'], ['DACH teams'], ['Fintech']],
    },
  },
  {
    name: 'SEGMENT_COUNT',
    summary: 'Accounts that match a segment, also those another one took first. Without a segment: all with their counts.',
    parameters: [ACCOUNTS, SEGMENT_RULES, optional('segment', '"Fintech"', 'A segment, or a range of them.'), AS_OF],
    example: {
      tabs: SAMPLE_TABS,
      formula: '=SEGMENT_COUNT(Accounts!A1:F5, \'Plan Rules\'!A1:E4, "Fintech")',
      result: 2,
    },
  },
  {
    name: 'SEGMENT_COVERAGE',
    summary: 'Share of each segment’s accounts with a verified email, or a known value in another field. Blank without accounts.',
    parameters: [
      ACCOUNTS,
      SEGMENT_RULES,
      optional('field', '"Verified emails"', 'Column to look at; default Verified emails: above 0, yes, or an address.'),
      AS_OF,
    ],
    example: {
      tabs: SAMPLE_TABS,
      formula: "=SEGMENT_COVERAGE(Accounts!A1:F5, 'Plan Rules'!A1:E4)",
      result: [
        ['Segment', 'Coverage'],
        ['Fintech', 0.5],
        ['DACH teams', 1],
      ],
    },
  },
  {
    name: 'SEGMENT_OVERLAP',
    summary: 'Accounts that match both segments, for every pair; on the diagonal, the accounts of each.',
    parameters: [ACCOUNTS, SEGMENT_RULES, AS_OF],
    example: {
      tabs: SAMPLE_TABS,
      formula: "=SEGMENT_OVERLAP(Accounts!A1:F5, 'Plan Rules'!A1:E4)",
      result: [
        ['', 'Fintech', 'DACH teams'],
        ['Fintech', 2, 1],
        ['DACH teams', 1, 2],
      ],
    },
  },
  {
    name: 'SEGMENT_FUNNEL',
    summary:
      'Accounts left after each rule, and what leaving it out gives back. For Plan ICP also whether it raises quality or only shrinks supply.',
    parameters: [ACCOUNTS, required('rules', "'Plan Rules'!A1:E", 'Rules of Plan Rules or Plan ICP with headers.'), AS_OF],
    example: {
      tabs: SAMPLE_TABS,
      formula: "=SEGMENT_FUNNEL(Accounts!A1:F5, 'Plan Rules'!A1:E4)",
      result: [
        ['For', 'Rule', 'Before', 'After', 'Mismatch', 'Blank', 'Gives back', 'Of that blank'],
        ['Fintech', 'Industry is Fintech', 4, 2, 2, 0, 2, 0],
        ['DACH teams', 'Country in DACH', 4, 2, 2, 0, 1, 0],
        ['DACH teams', 'Employees at least 1000', 2, 1, 0, 1, 1, 1],
      ],
    },
  },
  {
    name: 'SEGMENT_CHECK',
    summary: 'The five pre-launch checks with what to fix. Exactly the wanted count or coverage does not pass.',
    parameters: [
      required('count', '120', 'Accounts of the segment.'),
      required('coverage', '82%', 'Share with a verified email.'),
      required('pain_point', '"Slow audits"', 'The one problem the message answers.'),
      required('buyer_roles', '"CFO"', 'Wanted roles.'),
      required('competition', '"Low"', 'High, Medium or Low.'),
      optional('min_count', '100', 'Count to exceed; default 100. Fewer than half of it fail.'),
      optional('min_coverage', '80%', 'Coverage to exceed; default 80 %. Below 50 % fails.'),
    ],
    example: {
      tabs: {},
      formula: '=SEGMENT_CHECK(100, 81%, "Slow audits", "CFO", "Low")',
      result: [
        ['Check', 'Status', 'Actual', 'Fix'],
        ['size', 'Check', '100 accounts', 'Merge it with a similar segment or loosen its narrowest rule.'],
        ['coverage', 'Pass', '81 % of accounts have a verified email', ''],
        ['pain point', 'Pass', 'Slow audits', ''],
        ['buyer roles', 'Pass', 'CFO', ''],
        ['competition', 'Pass', 'Low', ''],
      ],
    },
  },
];
