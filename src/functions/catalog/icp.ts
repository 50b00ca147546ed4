/** Formulas of the profile, as help, docs and tests need them. */
import { optional, required, type Formula } from '../formula';
import { SAMPLE_TABS } from './samples';
import { ACCOUNTS, AS_OF, ICP_RULES, PLAN_SETTINGS } from './parameters';

export const ICP_FORMULAS: readonly Formula[] = [
  {
    name: 'ICP_SCORE',
    summary: 'Score of each account, 0 to 100: weight of the rules met ÷ weight of the rules known. Blank when nothing is known.',
    parameters: [
      ACCOUNTS,
      ICP_RULES,
      AS_OF,
      optional('basis', '"fit"', 'fit, signal or all rules; default: the setting Tiers by, else fit.'),
      PLAN_SETTINGS,
    ],
    example: {
      tabs: SAMPLE_TABS,
      formula: "=ICP_SCORE(Accounts!A1:F5, 'Plan ICP'!A1:F5)",
      result: [['Fit'], [100], [57.1429], [100], [28.5714]],
    },
  },
  {
    name: 'ICP_TIER',
    summary:
      'Tier of each score by the cuts alone: 90 is Tier 1, 89.99 Tier 2. The tab Scores judges signals and missing data too.',
    parameters: [
      required('scores', 'Scores!E3:E', 'Scores from 0 to 100.'),
      optional('tier1', '90', 'Lowest score of Tier 1; default 90.'),
      optional('tier2', '70', 'Lowest score of Tier 2; default 70.'),
      optional('tier3', '50', 'Lowest score of Tier 3; default 50.'),
    ],
    example: {
      tabs: { Fit: [['Fit'], [90], [89.99], [70], [50], [49.99], ['']] },
      formula: '=ICP_TIER(Fit!A2:A7)',
      result: [['Tier 1'], ['Tier 2'], ['Tier 2'], ['Tier 3'], ['Tier 4'], ['']],
    },
  },
  {
    name: 'ICP_EXPLAIN',
    summary: 'Tier and score of each account, rule by rule, what is missing, and the smallest change to the next tier.',
    parameters: [ACCOUNTS, ICP_RULES, AS_OF, PLAN_SETTINGS],
    example: {
      tabs: SAMPLE_TABS,
      formula: "=ICP_EXPLAIN(Accounts!A1:F2, 'Plan ICP'!A1:F5)",
      result: [
        ['Why'],
        ['Tier 1 · fit 100.0 (7 of 7 points): Size ✓4, Industry ✓2, Region ✓1; signal: Hiring. Fit 100.0: 90 or more.'],
      ],
    },
  },
  {
    name: 'ICP_BREAKDOWN',
    summary: 'Points of each rule that counts, for each account; they sum to its score. Blank where the fact is unknown.',
    parameters: [ACCOUNTS, ICP_RULES, AS_OF, PLAN_SETTINGS],
    example: {
      tabs: SAMPLE_TABS,
      formula: "=ICP_BREAKDOWN(Accounts!A1:F5, 'Plan ICP'!A1:F5)",
      result: [
        ['Account key', 'Score', 'Industry', 'Size', 'Region'],
        ['northwind pay', 100, 28.5714, 57.1429, 14.2857],
        ['acme retail', 57.1429, 0, 57.1429, 0],
        ['umber cloud', 100, 66.6667, '', 33.3333],
        ['tall ship bank', 28.5714, 28.5714, 0, 0],
      ],
    },
  },
];
