/** ICP: the accounts of Tier 1 and 2, how sure that is, and who could still join. Pure. */
import type { Profile } from './profile';
import type { Settings } from '../rules/settings';
import type { Scores } from './score';
import type { Tiering } from './tier';
import { UNKNOWN_EXCLUSION } from './exclusion';
import { EXCLUDED_TIER, TIER_2 } from './tier';

/** Bits of `IcpMembership.membership`. */
export const IN_ICP = 1;
/** In the ICP whatever the unknown facts turn out to be. */
export const CONFIRMED = 2;
/** Not in the ICP, but the unknown facts could bring it there. */
export const POSSIBLE = 4;

export interface IcpMembership {
  /** Bits per account, in the list's order. */
  readonly membership: Uint8Array;
  readonly accounts: number;
  readonly confirmed: number;
  readonly possible: number;
}

/**
 * Tier 1 and 2 with overrides; confirmed and possible by low and high at the Tier 2 cut, which is in. An overridden account is never possible,
 * and nothing is confirmed where half of the weight is left out.
 */
export function icpOf(
  scores: Scores,
  tiering: Tiering,
  marks: Uint8Array,
  { isHalfLeftOut }: Pick<Profile, 'isHalfLeftOut'>,
  settings: Pick<Settings, 'cuts'>,
): IcpMembership {
  const membership = new Uint8Array(scores.size);
  const count = { accounts: 0, confirmed: 0, possible: 0 };
  const cut = settings.cuts[1];
  for (let i = 0; i < scores.size; i++) {
    const tier = tiering.final[i] ?? EXCLUDED_TIER;
    if (tier <= TIER_2) {
      const isConfirmed = !isHalfLeftOut && (scores.low[i] ?? NaN) >= cut && ((marks[i] ?? 0) & UNKNOWN_EXCLUSION) === 0;
      membership[i] = isConfirmed ? IN_ICP | CONFIRMED : IN_ICP;
      count.accounts += 1;
      if (isConfirmed) count.confirmed += 1;
    } else if (tier !== EXCLUDED_TIER && (scores.high[i] ?? NaN) >= cut && !tiering.overrides.has(i)) {
      membership[i] = POSSIBLE;
      count.possible += 1;
    }
  }
  return { membership, ...count };
}
