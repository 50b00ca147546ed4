/** Every setting, declared once: key, name, kind, default and why. Types, defaults, reader and page follow from this table. */
import type { Day } from '../facts/fact';

export type SettingKind =
  'choice' | 'yes or no' | 'score' | 'share' | 'count' | 'months' | 'number' | 'day' | 'locale' | 'text' | 'names' | 'capacities';

/** How many accounts an owner takes in a month. */
export interface Capacity {
  readonly owner: string;
  readonly accounts: number;
}

export interface Setting<Value> {
  /** As `Plan Settings` and `plan.json` call it. */
  readonly name: string;
  readonly kind: SettingKind;
  /** Of a choice: its words. */
  readonly words: readonly string[];
  readonly default: Value;
  /** What each choice means, in plain words; where the sources disagree, MODEL.md cites them. */
  readonly why: string;
}

/** A hundred years. */
export const MOST_MONTHS = 1200;

/** In the order in which they are listed. Shares are 0–1, scores 0–100, undefined is unset. */
export const SETTINGS = {
  tiersBy: choice('Tiers by', ['fit', 'all rules'], 'fit', 'Fit asks who they are; all rules adds signals.'),
  tier1From: setting('Tier 1 from', 'score', 90, 'Lowest score of Tier 1.'),
  tier2From: setting('Tier 2 from', 'score', 70, 'Lowest score of Tier 2, and of the ICP.'),
  tier3From: setting('Tier 3 from', 'score', 50, 'Lowest score of Tier 3; below it is Tier 4, which is not excluded.'),
  tier1NeedsSignal: yesNo('Tier 1 needs a signal', true, 'Yes: only with a buying signal. No: the score alone decides.'),
  tier2NeedsSignal: yesNo('Tier 2 needs a signal', false, 'Yes: without a buying signal an account falls to Tier 3.'),
  signalHighFrom: setting('Signal high from', 'score', 60, 'Lowest signal called High in the grid of fit and signal.'),
  signalMediumFrom: setting('Signal medium from', 'score', 30, 'Lowest signal called Medium; above 0 it is Low.'),
  sizeField: setting<string | undefined>(
    'Size field',
    'text',
    undefined,
    'Among equals the larger account goes first; blank is Annual revenue, else Employees.',
  ),
  bestCustomers: setting<readonly string[]>(
    'Best customers',
    'names',
    [],
    'Account keys or names, separated by semicolons; they are no prospects.',
  ),
  needsDataBelow: setting('Needs data below', 'share', 0.5, 'With less of the weights known, a tier would be a guess.'),
  segmentsDrawFrom: choice(
    'Segments draw from',
    ['ICP', 'Tier 3 and up'],
    'ICP',
    'ICP: Tier 1 and 2. Tier 3 and up: also accounts to contact by template.',
  ),
  isListFiltered: yesNo(
    'The list was already filtered',
    false,
    'Yes: the list was exported with ICP filters, so the share of the market is not judged.',
  ),
  icpShareAlarm: setting('ICP share of TAM alarm', 'share', 0.01, 'Below it the rules leave too little of the market.'),
  icpShareNarrow: setting('ICP share of TAM narrow', 'share', 0.05, 'From here to broad the share is healthy.'),
  icpShareBroad: setting('ICP share of TAM broad', 'share', 0.15, 'Above it the rules choose too little.'),
  icpShareNoFilter: setting('ICP share of TAM no filter', 'share', 0.5, 'From here the rules hardly filter at all.'),
  smallestSegment: setting('Smallest segment', 'count', 50, 'A segment with fewer accounts fails.'),
  smallSegment: setting('Small segment', 'count', 100, 'Only a segment with more accounts passes.'),
  coverageLow: setting('Coverage low', 'share', 0.5, 'A segment with fewer verified emails fails.'),
  coverageWanted: setting('Coverage wanted', 'share', 0.8, 'Only a segment with more verified emails passes.'),
  rounding: choice(
    'Reverse funnel rounding',
    ['article', 'each step', 'none'],
    'article',
    'Article: up once, at customers. Each step: up at every step. None: not at all.',
  ),
  businessDaysPerMonth: setting('Business days per month', 'number', 21.45, 'Days on which emails go out.'),
  contactsPerAccount: setting('Contacts per account', 'number', 3, 'People to write to at an account.'),
  emailsPerContact: setting('Emails per contact', 'number', 1, 'Type more where the reply rate is per email, not per person.'),
  enrichmentCredits: setting<number | undefined>(
    'Enrichment credits',
    'count',
    undefined,
    'Shared out over segments in launch order.',
  ),
  creditsPerAccount: setting('Credits per account', 'number', 1, 'What one account costs to enrich.'),
  numberLocale: setting<string | undefined>(
    'Number locale',
    'locale',
    undefined,
    'Decides a lone comma or point in text; blank is the spreadsheet’s own.',
  ),
  asOf: setting<Day | undefined>(
    'As of',
    'day',
    undefined,
    'Day from which "within last" counts back; blank is the day of the run.',
  ),
  monthsPooled: setting('Months pooled', 'months', 3, 'Rates are pooled over so many months.'),
  accountsPerMonth: setting<number | undefined>(
    'Accounts per month',
    'count',
    undefined,
    'Fills "This month" from the top of the list.',
  ),
  accountsPerMonthByOwner: setting<readonly Capacity[]>(
    'Accounts per month by owner',
    'capacities',
    [],
    'Ann 40; Bo 60: an owner named here gets no more than that in a month.',
  ),
  tamOwner: owner('TAM'),
  tamReviewedOn: reviewedOn('TAM'),
  tamCadence: cadence('TAM', 3, 'A market moves by the quarter.'),
  icpOwner: owner('ICP'),
  icpReviewedOn: reviewedOn('ICP'),
  icpCadence: cadence('ICP', 1, 'Results come in every month; after twelve the ICP is stale.'),
  segmentsOwner: owner('Segments'),
  segmentsReviewedOn: reviewedOn('Segments'),
  segmentsCadence: cadence('Segments', 1, 'Segments follow their results.'),
  personasOwner: owner('Personas'),
  personasReviewedOn: reviewedOn('Personas'),
  personasCadence: cadence('Personas', 3, 'And whenever the ICP changes.'),
} as const;

export type SettingKey = keyof typeof SETTINGS;

/** The value of each setting. */
export type SettingValues = { readonly [Key in SettingKey]: (typeof SETTINGS)[Key] extends Setting<infer Value> ? Value : never };

/** Settings of one scale, which are gathered, and those that only say how cells are read. */
const APART = [
  'tier1From',
  'tier2From',
  'tier3From',
  'icpShareAlarm',
  'icpShareNarrow',
  'icpShareBroad',
  'icpShareNoFilter',
  'numberLocale',
  'asOf',
] as const satisfies readonly SettingKey[];

/** What a plan is computed with. */
export type Settings = Omit<SettingValues, (typeof APART)[number]> & {
  /** Lowest scores of Tier 1, 2 and 3. */
  readonly cuts: readonly [number, number, number];
  /** Alarm below, narrow below, broad above, no filter from. */
  readonly icpShare: { readonly alarm: number; readonly narrow: number; readonly broad: number; readonly noFilter: number };
};

/** Who owns each layer of the plan, when it was last reviewed, and months between two reviews. */
export const LAYER_SETTINGS = {
  TAM: { owner: 'tamOwner', reviewedOn: 'tamReviewedOn', cadence: 'tamCadence' },
  ICP: { owner: 'icpOwner', reviewedOn: 'icpReviewedOn', cadence: 'icpCadence' },
  Segments: { owner: 'segmentsOwner', reviewedOn: 'segmentsReviewedOn', cadence: 'segmentsCadence' },
  Personas: { owner: 'personasOwner', reviewedOn: 'personasReviewedOn', cadence: 'personasCadence' },
} as const;

export type Rounding = Settings['rounding'];

/** The settings in their order. */
export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[];

/** The value of every setting: as given by key, else its default. */
export function settingValues(given: ReadonlyMap<SettingKey, SettingValues[SettingKey]>): SettingValues {
  const entries = SETTING_KEYS.map((key) => [key, given.get(key) ?? SETTINGS[key].default] as const);
  // The reader gives each key a value of its kind.
  return Object.fromEntries(entries) as unknown as SettingValues;
}

/** Gathers the settings of one scale, and leaves out what only says how cells are read. */
export function settingsOf(values: SettingValues): Settings {
  const apart: ReadonlySet<string> = new Set(APART);
  const rest = Object.fromEntries(Object.entries(values).filter(([key]) => !apart.has(key)));
  return {
    ...(rest as unknown as Omit<SettingValues, (typeof APART)[number]>),
    cuts: [values.tier1From, values.tier2From, values.tier3From],
    icpShare: {
      alarm: values.icpShareAlarm,
      narrow: values.icpShareNarrow,
      broad: values.icpShareBroad,
      noFilter: values.icpShareNoFilter,
    },
  };
}

export const DEFAULT_SETTINGS: Settings = settingsOf(settingValues(new Map()));

function setting<Value>(name: string, kind: SettingKind, unset: Value, why: string): Setting<Value> {
  return { name, kind, words: [], default: unset, why };
}

function choice<Word extends string>(name: string, words: readonly Word[], unset: NoInfer<Word>, why: string): Setting<Word> {
  return { name, kind: 'choice', words, default: unset, why };
}

function yesNo(name: string, unset: boolean, why: string): Setting<boolean> {
  return { name, kind: 'yes or no', words: ['Yes', 'No'], default: unset, why };
}

function owner(layer: string): Setting<string> {
  return setting(`${layer} owner`, 'text', '', 'One person owns each layer.');
}

function reviewedOn(layer: string): Setting<Day | undefined> {
  return setting<Day | undefined>(`${layer} reviewed on`, 'day', undefined, 'Day of the last review.');
}

function cadence(layer: string, months: number, why: string): Setting<number> {
  return setting(`${layer} review cadence`, 'months', months, `Months between reviews. ${why}`);
}
