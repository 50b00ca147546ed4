/** Findings: every mistake of the articles that data can show, beside the checks of the plan. Pure. */
import type { Check } from '../checklist';
import type { ContactBook } from '../contactBook';
import type { Market } from '../market';
import { outcomesOf } from '../outcome';
import type { TypedMarket } from '../plan';
import { monthOf } from '../review/month';
import { grouped, inPool, poolOf, poolRates, type ResultRow } from '../review/results';
import type { PlannedAccounts } from '../run';
import type { SegmentResult } from '../segmentResults';
import { definitionFindings } from './definitionFindings';
import { layerFindings, type ClosedLayers, type Layer } from './layerFindings';
import { resultFindings } from './resultFindings';
import { ruleFindings } from './ruleFindings';
import { segmentFindings, targetCheck } from './segmentFindings';

export interface FindingFacts {
  readonly planned: PlannedAccounts;
  readonly segments: readonly SegmentResult[];
  readonly market: Market;
  /** Null without contacts. */
  readonly book: ContactBook | null;
  /** Layers the team has begun. */
  readonly layers: readonly Layer[];
  /** Undefined before the first closed month. */
  readonly closed: ClosedLayers | undefined;
  /** Addresses of the rules that name a Source. */
  readonly sourced: ReadonlySet<string>;
  readonly results: readonly ResultRow[];
  /** `Plan TAM` as typed: its blank rates are not filled from the results. */
  readonly typed: TypedMarket;
}

/** All with segment ''; offenders are named in the sentence, with their cells where a rule or a segment proves it. */
export function findingsOf({
  planned,
  segments,
  market,
  book,
  layers,
  closed,
  sourced,
  results,
  typed,
}: FindingFacts): readonly Check[] {
  const { plan, lists } = planned;
  const pooled = inPool(results, poolOf(results, plan.settings.monthsPooled));
  const contacted = new Map(
    [...grouped(pooled, ({ segment }) => segment)].map(([name, rows]) => [name, poolRates(rows).contacted]),
  );
  const accountOwners = lists.accounts.attribute('Account owner')?.facts ?? [];
  const named = [...plan.segments.map(({ owner }) => owner), ...accountOwners.map(({ text }) => text)];
  return [
    ...ruleFindings(planned, sourced, outcomesOf(lists.accounts)),
    ...definitionFindings(planned),
    ...segmentFindings(planned, segments, book, contacted),
    ...targetCheck(market, typed),
    ...layerFindings(layers, plan.asOf, closed, named),
    ...resultFindings(results, segments.length, monthOf(plan.asOf), plan.settings, typed),
  ];
}
