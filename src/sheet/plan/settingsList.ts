/** Every setting, declared once: name, kind, default and why. `Plan Settings`, its reader and the docs are made from this list. */

export type SettingKind =
  | { readonly kind: 'choice'; readonly words: readonly string[] }
  | { readonly kind: 'score' }
  | { readonly kind: 'share' }
  | { readonly kind: 'count' }
  | { readonly kind: 'months' }
  | { readonly kind: 'number' }
  | { readonly kind: 'day' }
  | { readonly kind: 'locale' }
  | { readonly kind: 'text' };

export interface SettingEntry {
  readonly name: string;
  readonly value: SettingKind;
  /** As shown in the Default column; '' is unset. */
  readonly default: string;
  readonly why: string;
}

const yesNo: SettingKind = { kind: 'choice', words: ['Yes', 'No'] };
const score: SettingKind = { kind: 'score' };
const share: SettingKind = { kind: 'share' };
const count: SettingKind = { kind: 'count' };
const months: SettingKind = { kind: 'months' };
/** A hundred years. */
export const MOST_MONTHS = 1200;

export const SETTINGS: readonly SettingEntry[] = [
  setting(
    'Tiers by',
    { kind: 'choice', words: ['fit', 'all rules'] },
    'fit',
    'Share of criteria met (S3.16) or weighted points (S3.7). Fit asks who they are, all rules adds signals.',
  ),
  setting('Tier 1 from', score, '90', 'S3.8: 90 and more.'),
  setting('Tier 2 from', score, '70', 'S3.7 pursues 70 and more; S3.8 cuts Tier 2 there. Also the cut of the ICP.'),
  setting('Tier 3 from', score, '50', 'S3.7 would exclude below 50; S3.8 and S3.19 keep those as Tier 4.'),
  setting('Tier 1 needs a signal', yesNo, 'Yes', 'S3.16 asks Tier 1 for buying signals; S3.8 cuts by score alone.'),
  setting('Needs data below', share, '50%', 'Less than half of the weights known is a guess.'),
  setting(
    'Segments draw from',
    { kind: 'choice', words: ['ICP', 'Tier 3 and up'] },
    'ICP',
    'Segments are slices of the ICP or of the market (S0.16); S3.18 still contacts Tier 3 by template.',
  ),
  setting(
    'The list was already filtered',
    yesNo,
    'No',
    'A list exported with ICP filters has no honest share of TAM (S2.5). The market is the broadest scope (S0.2), yet narrow enough to mean something (S2.7).',
  ),
  setting('ICP share of TAM alarm', share, '1%', 'S2.4: below 1 % is a strong warning. S3.26 has 0.15 % in its own example.'),
  setting('ICP share of TAM narrow', share, '5%', 'S2.2: 5–15 % is healthy. S3.26 has 0.15 % in its own example.'),
  setting('ICP share of TAM broad', share, '15%', 'S2.3: above 15 % is not filtered enough. S3.16–S3.18 add up to 50–75 %.'),
  setting(
    'ICP share of TAM no filter',
    share,
    '50%',
    'S2.3: at 50 % the filter does no work. S3.26’s 37.5 % is of the SOM, customers expected.',
  ),
  setting('Smallest segment', count, '50', 'S1.19: fewer than 50 may be too small; S0.24 says 10, S1.27 says 5.'),
  setting('Small segment', count, '100', 'S1.28: above 100; exactly 100 does not pass. S1.19 worries below 50 only.'),
  setting('Coverage low', share, '50%', 'S1.6: a list with half of its emails undeliverable is unaffordable.'),
  setting('Coverage wanted', share, '80%', 'S1.29: above 80 %; exactly 80 % does not pass.'),
  setting(
    'Reverse funnel rounding',
    { kind: 'choice', words: ['article', 'each step', 'none'] },
    'article',
    'S3.27 rounds up once, at customers (S3.28); each step or none gives other numbers.',
  ),
  setting('Business days per month', { kind: 'number' }, '21.45', 'S3.27 implies 21.45; a calendar gives about 21.'),
  setting('Contacts per account', { kind: 'number' }, '3', 'People written to at an account; a committee has 3 to 7 (S2.11).'),
  setting(
    'Emails per contact',
    { kind: 'number' },
    '1',
    'Results counts people; type more where the reply rate is per email (S3.27).',
  ),
  setting('Enrichment credits', count, '', 'Shared out over segments in launch order (S1.40).'),
  setting('Credits per account', { kind: 'number' }, '1', 'What one account costs to enrich.'),
  setting('Number locale', { kind: 'locale' }, '', 'Decides a lone comma or point in text; blank is the spreadsheet’s own.'),
  setting('As of', { kind: 'day' }, '', 'Day from which "within last" counts back; blank is the day of the run.'),
  setting('Months pooled', months, '3', 'Rates are pooled over so many months.'),
  setting('Accounts per month', count, '', 'Fills "This month" from the top of the list.'),
  ...ownersAndCadences(),
];

function setting(name: string, value: SettingKind, unset: string, why: string): SettingEntry {
  return { name, value, default: unset, why };
}

function ownersAndCadences(): readonly SettingEntry[] {
  const layers = [
    ['TAM', '3', 'S0.38 reviews quarterly, S2.16 yearly.'],
    ['ICP', '1', 'S0.38 reviews monthly, S2.16, S3.34 and S4.10 quarterly; S2.15 calls twelve months stale.'],
    ['Segments', '1', 'S0.38 reviews at least monthly.'],
    ['Personas', '3', 'S2.16 refreshes them when the ICP changes meaningfully.'],
  ] as const;
  return layers.flatMap(([layer, cadence, why]) => [
    setting(`${layer} owner`, { kind: 'text' }, '', 'One person owns each layer (S0.37, S2.16).'),
    setting(`${layer} reviewed on`, { kind: 'day' }, '', 'Day of the last review.'),
    setting(`${layer} review cadence`, months, cadence, `Months between reviews. ${why}`),
  ]);
}
