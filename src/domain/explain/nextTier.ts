/** Next tier: the smallest change of facts that would lift an account, missing facts before mismatches. Pure. */
import type { Plan } from '../rules/plan';
import type { Profile, ProfileRule } from '../score/profile';
import type { RuledTier } from '../score/tier';
import { isDecidedByBlank, factAt, MET, matchStateAt, UNKNOWN } from '../rules/match';
import { isSignalRule, weighedRules } from '../score/profile';
import { basisScoreOf } from '../score/score';
import { NEEDS_DATA, TIER_1, ruleTier } from '../score/tier';

/** Facts to verify (blank or unclear now) and rules that would have to match, with the tier that all of them together reach. */
export interface TierStep {
  readonly verify: readonly ProfileRule[];
  readonly change: readonly ProfileRule[];
  /** Place in `ALL_TIERS`. */
  readonly tier: number;
}

/** Up to this many rules the answer is the smallest; beyond, the heaviest rules are taken until it suffices. */
const EXACT_TO = 3;

interface Candidate {
  readonly rule: ProfileRule;
  readonly isMissing: boolean;
  readonly knownGain: number;
  readonly metGain: number;
  readonly givesSignal: boolean;
}

/** Undefined for Tier 1, and where no change helps. The account must not be excluded; overrides are not looked at. */
export function nextTierOf(profile: Profile, index: number, settings: Plan['settings']): TierStep | undefined {
  const candidates = candidatesOf(profile, index);
  const tierWith = tierAfter(profile, index, settings);
  const now = tierWith([]).tier;
  if (now === TIER_1) return undefined;
  const isEnough: Test = (changed) => {
    const { tier } = tierWith(changed);
    return now === NEEDS_DATA ? tier !== NEEDS_DATA : tier < now;
  };
  const found = smallest(candidates, isEnough);
  if (!found) return undefined;
  const rulesOf = (isMissing: boolean): readonly ProfileRule[] =>
    found.filter((candidate) => candidate.isMissing === isMissing).map(({ rule }) => rule);
  return { verify: rulesOf(true), change: rulesOf(false), tier: tierWith(found).tier };
}

/** Rules that are not met and would move the tier if they were, heaviest first, ties by plan order. */
function candidatesOf(profile: Profile, index: number): readonly Candidate[] {
  const counted = new Set(weighedRules(profile, profile.basis));
  return profile.rules
    .filter((rule) => matchStateAt(rule, index) !== MET && (counted.has(rule) || isSignalRule(rule.rule)))
    .map((rule) => candidateOf(profile, rule, index, counted.has(rule) ? rule.unit : 0))
    .sort((a, b) => b.metGain - a.metGain);
}

function candidateOf(profile: Profile, rule: ProfileRule, index: number, unit: number): Candidate {
  const isUnknown = matchStateAt(rule, index) === UNKNOWN;
  const fact = factAt(rule, index);
  const isUnsaid = fact !== undefined && isDecidedByBlank(fact, rule.rule, profile.asOf);
  return {
    rule,
    isMissing: isUnknown || isUnsaid,
    knownGain: isUnknown ? unit : 0,
    metGain: unit,
    givesSignal: isSignalRule(rule.rule),
  };
}

/** The tier if the changed rules were met. */
function tierAfter(profile: Profile, index: number, settings: Plan['settings']): (changed: readonly Candidate[]) => RuledTier {
  const counted = weighedRules(profile, profile.basis);
  const sumOf = (isCounted: (rule: ProfileRule) => boolean): number =>
    counted.reduce((sum, rule) => (isCounted(rule) ? sum + rule.unit : sum), 0);
  const known = sumOf((rule) => matchStateAt(rule, index) !== UNKNOWN);
  const met = sumOf((rule) => matchStateAt(rule, index) === MET);
  const hasSignal = profile.rules.some((rule) => isSignalRule(rule.rule) && matchStateAt(rule, index) === MET);
  return (changed) => {
    const sums = changed.reduce((sum, gain) => ({ known: sum.known + gain.knownGain, met: sum.met + gain.metGain }), {
      known,
      met,
    });
    const signal = hasSignal || changed.some(({ givesSignal }) => givesSignal);
    return ruleTier(basisScoreOf(profile, sums), signal, profile, settings);
  };
}

/** Would these changes do? */
type Test = (changed: readonly Candidate[]) => boolean;

/** Missing facts alone before any mismatch, then the fewest mismatches; within that the fewest rules, then the heaviest. */
function smallest(candidates: readonly Candidate[], isEnough: Test): readonly Candidate[] | undefined {
  if (!isEnough(candidates)) return undefined;
  const missing = candidates.filter(({ isMissing }) => isMissing);
  const mismatched = candidates.filter(({ isMissing }) => !isMissing);
  if (isEnough(missing)) return smallestWith(0, mismatched, missing, isEnough) ?? heaviest(missing, isEnough);
  for (let changes = 1; changes <= EXACT_TO; changes++) {
    const found = smallestWith(changes, mismatched, missing, isEnough);
    if (found) return found;
  }
  return heaviest([...missing, ...mismatched], isEnough);
}

/** The smallest set of exactly so many mismatches, and of no more than `EXACT_TO` rules, that is enough. */
function smallestWith(
  changes: number,
  mismatched: readonly Candidate[],
  missing: readonly Candidate[],
  isEnough: Test,
): readonly Candidate[] | undefined {
  for (let facts = 0; facts + changes <= EXACT_TO; facts++) {
    for (const changed of combinations(mismatched, changes)) {
      for (const verified of combinations(missing, facts)) {
        if (isEnough([...verified, ...changed])) return [...verified, ...changed];
      }
    }
  }
  return undefined;
}

/** Adds in the order given until it is enough, then drops what was not needed. */
function heaviest(candidates: readonly Candidate[], isEnough: Test): readonly Candidate[] {
  const end = candidates.findIndex((_, position) => isEnough(candidates.slice(0, position + 1)));
  return candidates.slice(0, end + 1).reduceRight<readonly Candidate[]>(
    (kept, candidate) => {
      const without = kept.filter((other) => other !== candidate);
      return isEnough(without) ? without : kept;
    },
    candidates.slice(0, end + 1),
  );
}

function* combinations<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let position = from; position <= items.length - size; position++) {
    const item = items[position];
    if (item === undefined) return;
    for (const rest of combinations(items, size - 1, position + 1)) yield [item, ...rest];
  }
}
