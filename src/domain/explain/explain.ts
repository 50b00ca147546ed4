/** Explain: one line on an account that a rep reads in ten seconds; the tab and the formula print the same (S1.41, S4.1). Pure. */
import { joined } from '../facts/text';
import type { RuleLine, Scorecard } from './contribution';
import type { TierStep } from './nextTier';
import type { Settings } from '../rules/settings';
import type { AccountResults } from '../segments/run';
import { scorecardOf } from './contribution';
import { nextTierOf } from './nextTier';
import { isSignalRule } from '../score/profile';
import { percentOf, shownScore, shownWeight } from '../facts/rounding';
import { EXCLUDED_TIER, tierByCut, tierName } from '../score/tier';
import { ruledTierOf, tierReason } from './tierReason';
import { BASIS_WORDS, listed } from '../score/wording';

/** Heaviest rules are named, the rest counted. */
const NAMED_RULES = 6;

/** `Tier 2 · fit 83.3 (10 of 12 points): Industry ✓4, … Country ✗2; missing: Annual revenue (2). Verify Annual revenue to reach Tier 1.` */
export function explainAccount(runResult: AccountResults, index: number): string {
  const tier = runResult.tiering.final[index] ?? EXCLUDED_TIER;
  const card = scorecardOf(runResult.profile, index);
  const parts = joined([decidedText(card), missingText(card), signalText(runResult, card)]);
  const body = parts === '' ? '' : `: ${parts}`;
  return `${tierName(tier)} · ${scoreText(card, runResult.plan.settings.cuts)}${body}. ${closing(runResult, index)}`;
}

/** `Verify Employees to reach Tier 1.` */
export function stepText({ verify, change, tier }: TierStep): string {
  const name = tierName(tier);
  const facts = listed([...new Set(verify.map(({ rule }) => rule.field))], verify.length);
  const changes = listed(
    change.map(({ rule }) => rule.name),
    change.length,
  );
  if (changes === '') return `Verify ${facts} to reach ${name}.`;
  return facts === '' ? `${name} if ${changes} matched.` : `${name} if ${changes} matched and ${facts} could be verified.`;
}

/** The number of rules met is said where it would give another tier than their weights do: the articles use both (S3.7, S3.16). */
function scoreText({ basis, basisScore, points, rules }: Scorecard, cuts: Settings['cuts']): string {
  const word = BASIS_WORDS[basis];
  const score = shownScore(basisScore.basis);
  const tierByCount = tierByCut(percentOf(rules.met, rules.known), cuts);
  const isOther = tierByCount !== tierByCut(basisScore.basis, cuts);
  const byCount = isOther ? `; ${rules.met} of ${rules.known} rules would be ${tierName(tierByCount)}` : '';
  return score === ''
    ? `${word} unknown`
    : `${word} ${score} (${shownWeight(points.met)} of ${shownWeight(points.known)} points${byCount})`;
}

function linesOfBasis({ basis, lines }: Scorecard): readonly RuleLine[] {
  return lines.filter(({ weight, group }) => weight > 0 && (basis === 'all' || group === basis));
}

function decidedText(card: Scorecard): string {
  const decided = linesOfBasis(card)
    .filter(({ outcome }) => outcome !== 'unknown')
    .sort((a, b) => b.weight - a.weight);
  const named = decided
    .slice(0, NAMED_RULES)
    .map(({ rule, outcome, weight }) => `${rule.name} ${outcome === 'met' ? '✓' : '✗'}${shownWeight(weight)}`);
  return [...named, ...(decided.length > NAMED_RULES ? [`+${decided.length - NAMED_RULES} more`] : [])].join(', ');
}

function missingText(card: Scorecard): string {
  const weights = new Map<string, number>();
  for (const { rule, outcome, weight } of linesOfBasis(card)) {
    if (outcome === 'unknown') weights.set(rule.field, (weights.get(rule.field) ?? 0) + weight);
  }
  if (weights.size === 0) return '';
  return `missing: ${listed([...weights].map(([field, weight]) => `${field} (${shownWeight(weight)})`))}`;
}

/** Signals are told apart where the tier is not made of them. */
function signalText({ profile }: AccountResults, card: Scorecard): string {
  if (!profile.hasSignalRule || card.basis !== 'fit') return '';
  const met = card.lines.filter(({ rule, outcome }) => outcome === 'met' && isSignalRule(rule));
  return met.length === 0 ? 'no signal' : `signal: ${listed(met.map(({ rule }) => rule.name))}`;
}

/** What would lift the account; where rules or people decided against the score, why. */
function closing(runResult: AccountResults, index: number): string {
  const isRuled = runResult.tiering.computed[index] !== EXCLUDED_TIER && !runResult.tiering.overrides.has(index);
  const step = isRuled ? nextTierOf(runResult.profile, index, runResult.plan.settings) : undefined;
  const isHeld = isRuled && ruledTierOf(runResult, index).restraint === 'no signal';
  return step && !isHeld ? stepText(step) : tierReason(runResult, index);
}
