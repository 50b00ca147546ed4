/** The plan: what the team decided about its market, profile, segments and settings. Pure data, already read and checked. */
import type { Day } from '../facts/fact';
import type { SourceId } from '../facts/phrase';
import type { HandBack } from './handBack';
import type { MarketInputs, MarketKey } from './marketItems';
import type { BoundRule, Condition, IcpRule } from './rule';
import type { Settings } from './settings';

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
  /** Its row, for checks that name it. */
  readonly source?: SourceId | undefined;
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

/** `Plan TAM` as typed, with the source of each item's value. */
export type TypedMarket = MarketInputs & {
  readonly sources?: ReadonlyMap<MarketKey, SourceId>;
};

export interface Plan {
  readonly icp: readonly IcpRule[];
  readonly tam: readonly BoundRule[];
  readonly market: MarketInputs;
  /** Active segments in plan order. */
  readonly segments: readonly Segment[];
  readonly personas: readonly Persona[];
  readonly overrides: readonly Override[];
  /** Rows of Overrides without a tier, which hand an account back. */
  readonly handBacks?: readonly HandBack[];
  readonly settings: Settings;
  readonly asOf: Day;
}
