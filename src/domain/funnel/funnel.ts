/** Funnel: what strict filters leave one after the other, and what each costs apart from their order (S0.26–S0.29). Pure. */
import type { Filter, Stage } from './filter';
import type { WonLost } from '../rules/customerStatus';
import type { FilterQuality } from './filterQuality';
import type { AccountResults } from '../segments/run';
import type { ShapleyShares } from './shapley';
import { MISMATCH, PASS, filtersOf } from './filter';
import { filterQualities } from './filterQuality';
import { wonLostOf } from '../rules/customerStatus';
import { shapleyShares } from './shapley';

/** One filter in order: after = before − mismatch − unknown. */
export interface FunnelStep {
  readonly rule: string;
  readonly stage: Stage;
  readonly before: number;
  readonly after: number;
  readonly mismatch: number;
  readonly unknown: number;
}

/** Accounts that pass every other filter and would come back without this one. */
export interface Freed {
  readonly mismatch: number;
  readonly unknown: number;
}

/** One filter apart from the order. */
export interface FilterReport {
  readonly rule: string;
  readonly stage: Stage;
  readonly freed: Freed;
  readonly quality: FilterQuality;
  /** Its part of the loss on a log scale; the parts of all filters sum to log((1 + start) / (1 + left)). */
  readonly loss: number;
  /** Its part as a share (0–1) of the whole loss; null when nothing is lost. */
  readonly share: number | null;
}

export interface Funnel {
  readonly start: number;
  readonly steps: readonly FunnelStep[];
  /** Parallel to `steps`. */
  readonly filters: readonly FilterReport[];
  /** False where the parts of the loss are sampled. */
  readonly isExact: boolean;
}

/** The funnel of a plan over all its accounts; a what-if, not the ICP. Outcomes come from Account status unless given. */
export function funnelOf(runResult: AccountResults, outcomes: WonLost | undefined = wonLostOf(runResult.lists.accounts)): Funnel {
  const { size } = runResult.lists.accounts;
  const filters = filtersOf(runResult.profile);
  const freed = freedBy(filters, size);
  const qualities = filterQualities(runResult.profile, filters, size, outcomes);
  const shares = shapleyShares(filters, size);
  return {
    start: size,
    steps: funnelSteps(filters, size),
    filters: filters.map((filter, position) => reportOf(filter, position, freed, qualities, shares)),
    isExact: shares.isExact,
  };
}

/** Each filter compared with what the ones before it left. */
export function funnelSteps(filters: readonly Filter[], size: number): readonly FunnelStep[] {
  const isLeft = new Uint8Array(size).fill(1);
  let before = size;
  return filters.map(({ name, stage, matched, results }) => {
    const counts = [0, 0, 0];
    for (let i = 0; i < size; i++) {
      if (isLeft[i] === 0) continue;
      const result = results[matched.attribute.codes[i] ?? 0] ?? PASS;
      counts[result] = (counts[result] ?? 0) + 1;
      if (result !== PASS) isLeft[i] = 0;
    }
    const [after = 0, mismatch = 0, unknown = 0] = counts;
    const step: FunnelStep = { rule: name, stage, before, after, mismatch, unknown };
    before = after;
    return step;
  });
}

/** What leaving out each filter alone gives back, parallel to `filters`. */
export function freedBy(filters: readonly Filter[], size: number): readonly Freed[] {
  const failures = new Uint16Array(size);
  for (const { matched, results } of filters) {
    const { codes } = matched.attribute;
    for (let i = 0; i < size; i++) failures[i] = (failures[i] ?? 0) + (results[codes[i] ?? 0] === PASS ? 0 : 1);
  }
  return filters.map(({ matched, results }) => {
    const freed = { mismatch: 0, unknown: 0 };
    for (let i = 0; i < size; i++) {
      if (failures[i] !== 1) continue;
      const result = results[matched.attribute.codes[i] ?? 0] ?? PASS;
      if (result === PASS) continue;
      if (result === MISMATCH) freed.mismatch += 1;
      else freed.unknown += 1;
    }
    return freed;
  });
}

const NOT_FREED: Freed = { mismatch: 0, unknown: 0 };

function reportOf(
  { name, stage }: Filter,
  position: number,
  freed: readonly Freed[],
  qualities: readonly FilterQuality[],
  { losses, total }: ShapleyShares,
): FilterReport {
  const loss = losses[position] ?? 0;
  const quality = qualities[position] ?? { verdict: 'not known', evidence: '' };
  return { rule: name, stage, freed: freed[position] ?? NOT_FREED, quality, loss, share: total === 0 ? null : loss / total };
}
