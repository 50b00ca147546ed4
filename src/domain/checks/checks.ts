/** Findings: every mistake of the articles that data can show, beside the checks of the plan. Pure. */
import type { Check } from '../facts/check';
import type { ContactBook } from '../people/contactBook';
import type { Market } from '../market/market';
import { outcomesOf } from '../rules/customerStatus';
import type { TypedMarket } from '../rules/plan';
import { monthOf } from '../review/month';
import { grouped, inPool, poolOf, poolRates, type ResultRow } from '../review/results';
import type { PlannedAccounts } from '../segments/run';
import type { SegmentResult } from '../lanes/segmentResults';
import { definitionFindings } from './definitionChecks';
import { layerFindings, type ClosedLayers, type Layer } from './layerChecks';
import { resultFindings } from './resultChecks';
import { ruleFindings } from './ruleChecks';
import { segmentFindings, targetCheck } from './segmentChecks';

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
