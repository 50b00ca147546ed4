/** A plain reading of the scoring pages, one account at a time, that the columnar code is compared with. */
import type { Lists } from '../../../src/domain/facts/accounts';
import type { Plan } from '../../../src/domain/rules/plan';
import { matchRules, matchStateAt } from '../../../src/domain/rules/match';

export interface PlainScore {
  readonly fit: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Fit of account `index` with whole-number weights, in exact integer arithmetic. */
export function plainScore({ accounts }: Lists, plan: Plan, index: number): PlainScore {
  let known = 0n;
  let met = 0n;
  let total = 0n;
  for (const matched of matchRules(accounts, plan.icp, plan.asOf).matched) {
    const { type, dimension, weight } = matched.rule;
    if (type === 'Exclude' || dimension === 'Behavioral' || dimension === 'Situational') continue;
    const outcome = matchStateAt(matched, index);
    const units = BigInt(weight ?? 0);
    total += units;
    if (outcome !== 2) known += units;
    if (outcome === 1) met += units;
  }
  return { fit: percent(met, known), low: percent(met, total), high: percent(met + total - known, total) };
}

function percent(part: bigint, whole: bigint): number | undefined {
  if (whole === 0n) return undefined;
  return Number((2_000_000n * part + whole) / (2n * whole)) / 10_000;
}
