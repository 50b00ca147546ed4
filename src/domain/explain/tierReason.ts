/** Tier reason: why an account is in its tier, in a sentence. Pure. */
import type { Exclusion } from '../score/exclusion';
import type { AccountResults } from '../segments/run';
import type { RuledTier } from '../score/tier';
import { MET_SIGNAL, exclusionsOf, unknownExclusionsOf } from '../score/exclusion';
import { missingOfBasis } from './missing';
import { shownScore } from '../facts/rounding';
import { EXCLUDED_TIER, TIER_4, ruleTier, tierName } from '../score/tier';
import { BASIS_WORDS, capitalised, listed } from '../score/wording';

/** Exclusion, override, missing data, low score, missing signal or the cut; an unknown Must or Exclude is added. */
export function tierReason(runResult: AccountResults, index: number): string {
  if (runResult.tiering.computed[index] === EXCLUDED_TIER) return exclusionReason(exclusionsOf(runResult.profile, index));
  const flagged = unknownExclusionsOf(runResult.profile, index).map(({ type, field }) => `${type} on ${field} is unknown.`);
  return [overrideReason(runResult, index) ?? ruleReason(runResult, index), ...flagged].join(' ');
}

/** The tier of account `index` by the rules, before any override; the account is not excluded. */
export function ruledTierOf({ profile, scores, marks, plan }: AccountResults, index: number): RuledTier {
  const basisScore = {
    basis: scores.basis[index] ?? NaN,
    known: scores.known[index] ?? 0,
    low: scores.low[index] ?? NaN,
    high: scores.high[index] ?? NaN,
  };
  return ruleTier(basisScore, ((marks[index] ?? 0) & MET_SIGNAL) !== 0, profile, plan.settings);
}

function exclusionReason(exclusions: readonly Exclusion[]): string {
  const words = { TAM: 'is outside the TAM', Must: 'fails a Must', Exclude: 'meets an Exclude' };
  return `Excluded: ${exclusions.map(({ by, rule }) => `${words[by]} (${rule.name})`).join(', ')}.`;
}

function overrideReason({ tiering }: AccountResults, index: number): string | undefined {
  const override = tiering.overrides.get(index);
  if (!override) return undefined;
  const by = override.by === '' ? '' : ` by ${override.by}`;
  const rule = override.rule === undefined ? '' : ` because ${override.rule.name}`;
  const why = override.reason === '' ? '' : `: ${override.reason}`;
  return `Set to ${override.tier}${by}${rule}${why} (the rules give ${tierName(tiering.computed[index])}).`;
}

function ruleReason(runResult: AccountResults, index: number): string {
  const { profile, scores, plan } = runResult;
  const score = `${capitalised(BASIS_WORDS[profile.basis])} ${shownScore(scores.basis[index] ?? NaN)}`;
  const ruled = ruledTierOf(runResult, index);
  const verify = listed(missingOfBasis(profile, index).map(({ field }) => field));
  switch (ruled.restraint) {
    case 'needs data':
      return needsDataReason(scores.known[index] ?? 0, verify);
    case 'low score':
      return `${score}, but ${shownScore(scores.low[index] ?? NaN)} if what is missing does not match: verify ${verify}.`;
    case 'no signal':
      return `${score}, but ${tierName(ruled.tier - 1)} needs a buying signal and none is met.`;
    case 'left-out rules':
      return `${score}, but rules without a column hold half of the weight or more: no Tier 1 until they have one.`;
    case undefined:
      return ruled.tier === TIER_4
        ? `${score}: below ${plan.settings.cuts[2]}.`
        : `${score}: ${String(plan.settings.cuts[ruled.tier])} or more.`;
  }
}

function needsDataReason(known: number, verify: string): string {
  if (verify === '') return 'No rule with a column says anything of this account.';
  // Cut like a score, so that 49.9 % never reads as the 50 % it misses.
  return `Only ${Math.floor(Math.round(known * 1e6) / 1e4)} % of the weight is known: fill in ${verify}.`;
}
