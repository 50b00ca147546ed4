/** Credits: an enrichment budget shared over segments in launch order (S1.40). Pure. */

export interface CreditAsk {
  readonly segment: string;
  /** Place in the launch order, 1 first. */
  readonly rank: number;
  /** A check fails that no enrichment can pass: any but coverage. */
  readonly isFailing: boolean;
  /** Accounts still to be enriched. */
  readonly accounts: number;
}

export interface CreditShare {
  readonly segment: string;
  readonly rank: number;
  /** Credits its accounts would take. */
  readonly wanted: number;
  readonly granted: number;
  /** Accounts the granted credits pay for, whole ones only. */
  readonly accounts: number;
  readonly why: string;
}

export interface CreditPlan {
  /** In launch order. */
  readonly shares: readonly CreditShare[];
  readonly left: number;
}

/**
 * The first segment is paid in full before the next one gets any: one lane is launched at a time. A segment that fails a
 * check other than coverage gets none. Only whole accounts are paid for; null when credits or the price of an account are unusable (negative, not
 * finite, price 0).
 */
export function shareCredits(credits: number, creditsPerAccount: number, asks: readonly CreditAsk[]): CreditPlan | null {
  if (!(credits >= 0 && Number.isFinite(credits) && creditsPerAccount > 0 && Number.isFinite(creditsPerAccount))) return null;
  let left = credits;
  const shares = [...asks]
    .sort((a, b) => a.rank - b.rank)
    .map(({ segment, rank, isFailing, accounts: asked }): CreditShare => {
      const affordable = Math.min(asked, Math.floor(left / creditsPerAccount));
      const accounts = isFailing ? 0 : affordable;
      const granted = accounts * creditsPerAccount;
      left -= granted;
      return { segment, rank, wanted: asked * creditsPerAccount, granted, accounts, why: reasonOf(isFailing, asked, accounts) };
    });
  return { shares, left };
}

function reasonOf(isFailing: boolean, asked: number, accounts: number): string {
  if (isFailing) return 'Fails its checks: fix it before paying for data.';
  if (asked === 0) return 'Nothing to enrich.';
  if (accounts === asked) return 'Paid in full.';
  return accounts === 0 ? 'The credits went to segments launched before.' : 'Paid as far as the credits reach.';
}
