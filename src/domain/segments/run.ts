/** Run: a plan compared with the lists, everything about accounts in one value. Pure. */
import type { Lists } from '../facts/accounts';
import type { IcpMembership } from '../score/icp';
import type { Plan } from '../rules/plan';
import type { Profile } from '../score/profile';
import type { Scores } from '../score/score';
import type { Segmentation } from './segment';
import type { Tiering } from '../score/tier';
import type { Availability } from './availability';
import { EXCLUDED_TIER, TIER_2, TIER_3, tierAccounts } from '../score/tier';
import { OUTSIDE_TAM, accountBits } from '../score/exclusion';
import { icpOf } from '../score/icp';
import { availabilityOf } from './availability';
import { withHandBacks } from './handBack';
import { ALL_TIERS } from '../rules/plan';
import { profileOf } from '../score/profile';
import { scoreAccounts } from '../score/score';
import { segmentAccounts } from './segment';

/** Rows that could not be read as an account are not among these; the reader counts them. */
export interface AccountCounts {
  readonly accounts: number;
  /** Accounts not excluded, `Needs data` among them. */
  readonly scored: number;
  readonly excluded: number;
  readonly duplicates: number;
  /** TAM of the list: accounts that fail no TAM rule. */
  readonly listed: number;
  /** Parallel to `ALL_TIERS`; sums to `accounts`. */
  readonly tiers: readonly number[];
}

/** All results per account are columns in the list's order. */
export interface AccountResults {
  readonly lists: Lists;
  readonly plan: Plan;
  readonly profile: Profile;
  readonly scores: Scores;
  /** Bits of `exclusion.ts` per account. */
  readonly marks: Uint8Array;
  readonly tiering: Tiering;
  readonly icp: IcpMembership;
  readonly segmentation: Segmentation;
  readonly availability: Availability;
  readonly counts: AccountCounts;
}

/**
 * Scores, tiers, ICP and segments of every account.
 * `profile.absent` and `segmentation.absent` list the rules without a column: a Score rule is left out, for any other the caller refuses the run.
 */
export function computeAccounts(lists: Lists, plan: Plan): AccountResults {
  const { accounts } = lists;
  const profile = profileOf(accounts, plan);
  const scores = scoreAccounts(profile, accounts.size);
  const marks = accountBits(profile, accounts.size);
  const tiering = tierAccounts(accounts, profile, scores, marks, plan);
  const icp = icpOf(scores, tiering, marks, profile, plan.settings);
  const segmentation = segmentAccounts(accounts, plan.segments, plan.asOf, drawnFrom(tiering, plan));
  const open = availabilityOf(accounts, plan.settings.bestCustomers);
  const availability = withHandBacks(open, accounts.keys, plan.handBacks ?? [], plan.asOf);
  const counts = countAccounts(lists, marks, tiering);
  return { lists, plan, profile, scores, marks, tiering, icp, segmentation, availability, counts };
}

/** 1 for each account that segments may take: the ICP, or Tier 3 and up by the setting. */
function drawnFrom(tiering: Tiering, plan: Plan): Uint8Array {
  const lowest = plan.settings.segmentsDrawFrom === 'ICP' ? TIER_2 : TIER_3;
  return tiering.final.map((tier) => (tier <= lowest ? 1 : 0));
}

function countAccounts({ accounts }: Lists, marks: Uint8Array, tiering: Tiering): AccountCounts {
  const tiers = ALL_TIERS.map(() => 0);
  for (const tier of tiering.final) tiers[tier] = (tiers[tier] ?? 0) + 1;
  let listed = 0;
  for (const mark of marks) listed += (mark & OUTSIDE_TAM) === 0 ? 1 : 0;
  let duplicates = 0;
  for (const isDuplicate of accounts.isDuplicate) duplicates += isDuplicate ? 1 : 0;
  const excluded = tiers[EXCLUDED_TIER] ?? 0;
  return { accounts: accounts.size, scored: accounts.size - excluded, excluded, duplicates, listed, tiers };
}
