/** Findings: every mistake of the articles that data can show, beside the checks of the plan. Pure. */
import type { Check } from '../checklist';
import type { Market } from '../market';
import { outcomesOf } from '../outcome';
import { monthOf } from '../review/month';
import type { ResultRow } from '../review/results';
import type { PlannedAccounts } from '../run';
import type { SegmentResult } from '../segmentResults';
import { layerFindings, type Layer } from './layerFindings';
import { resultFindings } from './resultFindings';
import { ruleFindings } from './ruleFindings';
import { segmentFindings, targetCheck } from './segmentFindings';

export interface FindingFacts {
  readonly planned: PlannedAccounts;
  readonly segments: readonly SegmentResult[];
  readonly market: Market;
  /** Layers the team has begun. */
  readonly layers: readonly Layer[];
  /** Addresses of the rules that name a Source. */
  readonly sourced: ReadonlySet<string>;
  readonly results: readonly ResultRow[];
}

/** All with segment ''; offenders are named in the sentence, with their cells where a rule proves it. */
export function findingsOf({ planned, segments, market, layers, sourced, results }: FindingFacts): readonly Check[] {
  const { plan, lists } = planned;
  return [
    ...ruleFindings(planned, sourced, outcomesOf(lists.accounts)),
    ...segmentFindings(segments, plan.settings),
    ...targetCheck(market, plan.market),
    ...layerFindings(layers, plan.asOf),
    ...resultFindings(results, segments.length, monthOf(plan.asOf), plan.settings),
  ];
}
