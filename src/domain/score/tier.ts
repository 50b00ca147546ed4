/** Tiers: ordered classes of accounts by score, held back by missing data and missing signals (S3.8, S3.16). Pure. */
import type { Accounts } from '../facts/accounts';
import type { Day } from '../facts/fact';
import type { Override, Plan, Tier } from '../rules/plan';
import type { Settings } from '../rules/settings';
import type { Profile } from './profile';
import type { Scores, BasisScore } from './score';
import { EXCLUDED, MET_SIGNAL } from './exclusion';
import { MET, matchRules, matchStateAt } from '../rules/match';
import { ALL_TIERS } from '../rules/plan';

/** Places in `ALL_TIERS`. */
export const TIER_1 = 0;
export const TIER_2 = 1;
export const TIER_3 = 2;
export const TIER_4 = 3;
export const NEEDS_DATA = 4;
export const EXCLUDED_TIER = 5;

/** One place in `ALL_TIERS` per account, in the list's order. */
export interface Tiering {
  /** By the rules alone. */
  readonly computed: Uint8Array;
  /** With overrides. */
  readonly final: Uint8Array;
  /** Overrides that apply, by account index; where a rule excludes the account, its override does not apply. */
  readonly overrides: ReadonlyMap<number, Override>;
}

export type TierSettings = Pick<Settings, 'cuts' | 'tier1NeedsSignal' | 'needsDataBelow'>;

/** What holds a tier below its cut. */
export type Restraint = 'needs data' | 'low score' | 'no signal';

/** A tier by its rules and what held it back; the account is not excluded. */
export interface RuledTier {
  readonly tier: number;
  readonly byCut: number;
  /** The first that applies; undefined where the score alone decides. */
  readonly restraint: Restraint | undefined;
}

/** The tier of an index of {@link ALL_TIERS}; Excluded for none. */
export function tierName(position: number | undefined): Tier {
  return ALL_TIERS[position ?? EXCLUDED_TIER] ?? 'Excluded';
}

/** The best tier whose cut the score reaches; a score equal to a cut is in. */
export function tierByCut(score: number, [tier1, tier2, tier3]: Settings['cuts']): number {
  if (score >= tier1) return TIER_1;
  if (score >= tier2) return TIER_2;
  return score >= tier3 ? TIER_3 : TIER_4;
}

/** Tiers of all accounts: cut, data, low score, signal, override, in that order; excluded beats all. */
export function tierAccounts(
  accounts: Accounts,
  profile: Profile,
  scores: Scores,
  marks: Uint8Array,
  plan: Pick<Plan, 'overrides' | 'settings'>,
): Tiering {
  const { basis, known, low, size } = scores;
  const needsSignal = profile.hasSignalRule && plan.settings.tier1NeedsSignal;
  const { cuts, needsDataBelow } = plan.settings;
  const computed = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const mark = marks[i] ?? 0;
    if ((mark & EXCLUDED) !== 0) computed[i] = EXCLUDED_TIER;
    else {
      const hasSignal = !needsSignal || (mark & MET_SIGNAL) !== 0;
      computed[i] = tierOf(basis[i] ?? NaN, known[i] ?? 0, low[i] ?? NaN, hasSignal, cuts, needsDataBelow);
    }
  }
  return withOverrides(computed, accounts, plan.overrides, profile.asOf);
}

/** The tier of one account that is not excluded, and why it is not the tier of its cut. */
export function ruleTier(
  basisScore: BasisScore,
  hasSignal: boolean,
  { cuts, tier1NeedsSignal, needsDataBelow }: TierSettings,
): RuledTier {
  const { basis, known, low } = basisScore;
  const byCut = tierByCut(basis, cuts);
  const needsSignal = tier1NeedsSignal && !hasSignal;
  const tier = tierOf(basis, known, low, !needsSignal, cuts, needsDataBelow);
  if (tier === NEEDS_DATA) return { tier, byCut, restraint: 'needs data' };
  if (byCut < tierByCut(low, cuts) - 1) return { tier, byCut, restraint: 'low score' };
  return { tier, byCut, restraint: byCut === TIER_1 && needsSignal ? 'no signal' : undefined };
}

function tierOf(
  basis: number,
  known: number,
  low: number,
  hasSignal: boolean,
  cuts: Settings['cuts'],
  needsDataBelow: number,
): number {
  if (Number.isNaN(basis) || known < needsDataBelow) return NEEDS_DATA;
  const capped = Math.max(tierByCut(basis, cuts), tierByCut(low, cuts) - 1);
  return capped === TIER_1 && !hasSignal ? TIER_2 : capped;
}

/**
 * The last row of a key wins; without one, the last row whose rule is met (S3.7). A rule that is unknown, or has no column, sets nothing.
 * An override lifts `Needs data`, never an exclusion.
 */
function withOverrides(computed: Uint8Array, accounts: Accounts, overrides: readonly Override[], asOf: Day): Tiering {
  const final = computed.slice();
  const applied = new Map<number, Override>();
  if (overrides.length === 0) return { computed, final, overrides: applied };
  const byKey = new Map(overrides.map((override) => [override.rule === undefined ? override.key : undefined, override]));
  const byRule = overrides.flatMap((override) =>
    override.rule === undefined
      ? []
      : matchRules(accounts, [override.rule], asOf).matched.map((matched) => ({ override, matched })),
  );
  byRule.reverse();
  accounts.keys.forEach((key, index) => {
    if (computed[index] === EXCLUDED_TIER) return;
    const override = byKey.get(key) ?? byRule.find(({ matched }) => matchStateAt(matched, index) === MET)?.override;
    if (!override) return;
    final[index] = ALL_TIERS.indexOf(override.tier);
    applied.set(index, override);
  });
  return { computed, final, overrides: applied };
}
