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

export type TierSettings = Pick<Settings, 'cuts' | 'tier1NeedsSignal' | 'tier2NeedsSignal' | 'needsDataBelow'>;

/** What holds a tier below its cut. */
export type Restraint = 'needs data' | 'low score' | 'no signal' | 'left-out rules';

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

/** Tiers of all accounts: cut, data, low score, signal, left-out rules, override, in that order; excluded beats all. */
export function tierAccounts(
  accounts: Accounts,
  profile: Profile,
  scores: Scores,
  marks: Uint8Array,
  plan: Pick<Plan, 'overrides' | 'settings'>,
): Tiering {
  const { basis, known, low, size } = scores;
  const { cuts, needsDataBelow } = plan.settings;
  const [without, withSignal] = [tiersHeld(profile, plan.settings, false), tiersHeld(profile, plan.settings, true)];
  const computed = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const mark = marks[i] ?? 0;
    if ((mark & EXCLUDED) !== 0) computed[i] = EXCLUDED_TIER;
    else {
      const tier = tierByScore(basis[i] ?? NaN, known[i] ?? 0, low[i] ?? NaN, cuts, needsDataBelow);
      computed[i] = ((mark & MET_SIGNAL) === 0 ? without : withSignal)[tier] ?? tier;
    }
  }
  return withOverrides(computed, accounts, plan.overrides, profile.asOf);
}

/** The tier of one account that is not excluded, and why it is not the tier of its cut. `hasSignal` tells whether a signal rule is met. */
export function ruleTier(
  basisScore: BasisScore,
  hasSignal: boolean,
  profile: Pick<Profile, 'hasSignalRule' | 'isHalfLeftOut'>,
  settings: TierSettings,
): RuledTier {
  const { basis, known, low } = basisScore;
  const byCut = tierByCut(basis, settings.cuts);
  const byScore = tierByScore(basis, known, low, settings.cuts, settings.needsDataBelow);
  const tier = tiersHeld(profile, settings, hasSignal)[byScore] ?? byScore;
  if (tier === NEEDS_DATA) return { tier, byCut, restraint: 'needs data' };
  if (tier !== byScore) {
    const isSignal = !hasSignal && tiersHeld({ ...profile, isHalfLeftOut: false }, settings, false)[byScore] !== byScore;
    return { tier, byCut, restraint: isSignal ? 'no signal' : 'left-out rules' };
  }
  return { tier, byCut, restraint: byCut < tierByCut(low, settings.cuts) - 1 ? 'low score' : undefined };
}

/** By cut, data and low score alone. */
function tierByScore(basis: number, known: number, low: number, cuts: Settings['cuts'], needsDataBelow: number): number {
  if (Number.isNaN(basis) || known < needsDataBelow) return NEEDS_DATA;
  return Math.max(tierByCut(basis, cuts), tierByCut(low, cuts) - 1);
}

/**
 * Tier 1 and 2 as an account is held in them: without a buying signal Tier 1 falls to Tier 2, and by a setting Tier 2 to Tier 3, where the
 * plan has a signal rule; with half of the weight left out Tier 1 falls to Tier 2 (S3.16, S3.17).
 */
function tiersHeld(
  { hasSignalRule, isHalfLeftOut }: Pick<Profile, 'hasSignalRule' | 'isHalfLeftOut'>,
  { tier1NeedsSignal, tier2NeedsSignal }: TierSettings,
  hasSignal: boolean,
): readonly [number, number] {
  const lacks = hasSignalRule && !hasSignal;
  const second = lacks && tier2NeedsSignal ? TIER_3 : TIER_2;
  return [isHalfLeftOut || (lacks && tier1NeedsSignal) ? second : TIER_1, second];
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
