/** Layers: whether who an account is, what it does and what happens to it agree (S4.7). Pure. */
import type { Settings } from '../rules/settings';
import type { Dimension } from '../rules/rule';
import type { Profile } from './profile';
import type { Scores } from './score';
import { MET, matchStateAt } from '../rules/match';
import { TIER_2, tierByCut } from './tier';

/**
 * 1 for each account whose fit reaches the Tier 2 cut while a Behavioral and a Situational rule are met; null where the plan lacks
 * a weighed rule of fit, a Behavioral or a Situational one with a column. An Exclude is none of them.
 */
export function alignedAccounts(profile: Profile, scores: Scores, { cuts }: Pick<Settings, 'cuts'>): Uint8Array | null {
  const asking = (dimension: Dimension) =>
    profile.rules.filter(({ rule }) => rule.type !== 'Exclude' && rule.dimension === dimension);
  const layers = [asking('Behavioral'), asking('Situational')];
  if (profile.total.fit === 0 || layers.some((rules) => rules.length === 0)) return null;
  return Uint8Array.from(scores.fit, (fit, account) => {
    const isMet = layers.every((rules) => rules.some((rule) => matchStateAt(rule, account) === MET));
    return isMet && tierByCut(fit, cuts) <= TIER_2 ? 1 : 0;
  });
}
