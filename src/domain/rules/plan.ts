/** The plan: what the team decided about its market, profile, segments and settings. Pure data, already read and checked. */
import type { Day } from '../facts/fact';
import type { BoundRule, Condition, IcpRule } from './rule';

export const ROLES = ['Economic buyer', 'Technical buyer', 'User buyer', 'Champion'] as const;
export type Role = (typeof ROLES)[number];

export const LEVELS = ['High', 'Medium', 'Low'] as const;
export type Level = (typeof LEVELS)[number];

export const TIERS = ['Tier 1', 'Tier 2', 'Tier 3', 'Tier 4'] as const;
export type CutTier = (typeof TIERS)[number];
/** Every account has exactly one of these. */
export const ALL_TIERS = [...TIERS, 'Needs data', 'Excluded'] as const;
export type Tier = (typeof ALL_TIERS)[number];

export interface Segment {
  readonly name: string;
  /** Address of its name when it was read from a sheet. */
  readonly at?: string;
  /** Lower goes first; undefined goes last. Ties fall to plan order. */
  readonly priority: number | undefined;
  readonly hypothesis: string;
  readonly painPoint: string;
  /** Wanted roles, personas or title words as typed, one item each. */
  readonly buyerRoles: readonly string[];
  readonly offerAngle: string;
  /** 1–10. */
  readonly urgency: number | undefined;
  readonly competition: Level | undefined;
  readonly owner: string;
  readonly rules: readonly BoundRule[];
}

export interface Persona {
  readonly name: string;
  readonly role: string;
  readonly titles: readonly string[];
}

export interface Override {
  /** An account key; for an override by rule, the cell as typed. */
  readonly key: string;
  /** Sets the tier of every account that meets it (S3.7); undefined for a single account. */
  readonly rule?: Condition | undefined;
  readonly tier: CutTier | 'Excluded';
  readonly reason: string;
  readonly by: string;
}

/** Numbers of `Plan TAM`; undefined is unknown, never 0. Shares and rates are 0–1. */
export interface MarketInputs {
  readonly companiesInMarket: number | undefined;
  /** The same count from another source, to compare the first with. */
  readonly companiesSecondSource?: number | undefined;
  readonly averageContractValue: number | undefined;
  readonly serviceableCompanies: number | undefined;
  readonly winnableShare: number | undefined;
  readonly captureShare: number | undefined;
  readonly revenueTarget: number | undefined;
  readonly closeRate: number | undefined;
  readonly opportunityRate: number | undefined;
  readonly meetingRate: number | undefined;
  readonly replyRate: number | undefined;
  readonly businessDaysPerMonth: number | undefined;
  readonly accountsWanted: number | undefined;
}

export type Rounding = 'article' | 'each step' | 'none';

/** `Plan TAM` as typed, with the address of an item's value, where it has one. */
export interface TypedMarket extends MarketInputs {
  readonly at?: ((item: string) => string | undefined) | undefined;
}

/** Settings that bear on numbers. Shares are 0–1, scores 0–100. */
export interface Settings {
  readonly tiersBy: 'fit' | 'all rules';
  readonly cuts: readonly [number, number, number];
  readonly tier1NeedsSignal: boolean;
  readonly needsDataBelow: number;
  readonly segmentsDrawFrom: 'ICP' | 'Tier 3 and up';
  readonly isListFiltered: boolean;
  /** Alarm below, narrow below, broad above, no filter from. */
  readonly icpShare: { readonly alarm: number; readonly narrow: number; readonly broad: number; readonly noFilter: number };
  readonly smallestSegment: number;
  readonly smallSegment: number;
  readonly coverageLow: number;
  readonly coverageWanted: number;
  readonly rounding: Rounding;
  readonly businessDaysPerMonth: number;
  readonly monthsPooled: number;
  readonly accountsPerMonth: number | undefined;
  /** Assumptions of the outreach against its supply: people written to at an account, emails one of them gets. */
  readonly contactsPerAccount: number;
  readonly emailsPerContact: number;
  /** Budget and price of enrichment (S1.40); undefined shares nothing out. */
  readonly enrichmentCredits: number | undefined;
  readonly creditsPerAccount: number;
}

export const DEFAULT_SETTINGS: Settings = {
  tiersBy: 'fit',
  cuts: [90, 70, 50],
  tier1NeedsSignal: true,
  needsDataBelow: 0.5,
  segmentsDrawFrom: 'ICP',
  isListFiltered: false,
  icpShare: { alarm: 0.01, narrow: 0.05, broad: 0.15, noFilter: 0.5 },
  smallestSegment: 50,
  smallSegment: 100,
  coverageLow: 0.5,
  coverageWanted: 0.8,
  rounding: 'article',
  businessDaysPerMonth: 21.45,
  monthsPooled: 3,
  accountsPerMonth: undefined,
  contactsPerAccount: 3,
  emailsPerContact: 1,
  enrichmentCredits: undefined,
  creditsPerAccount: 1,
};

export interface Plan {
  readonly icp: readonly IcpRule[];
  readonly tam: readonly BoundRule[];
  readonly market: MarketInputs;
  /** Active segments in plan order. */
  readonly segments: readonly Segment[];
  readonly personas: readonly Persona[];
  readonly overrides: readonly Override[];
  readonly settings: Settings;
  readonly asOf: Day;
}
