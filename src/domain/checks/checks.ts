/** Findings: every mistake of the articles that data can show, beside the checks of the plan. Pure. */
import type { CitedCheck } from '../facts/check';
import type { SourceId } from '../facts/phrase';
import type { ContactBook } from '../people/contactBook';
import type { Market } from '../market/market';
import { wonLostOf } from '../rules/customerStatus';
import type { TypedMarket } from '../rules/plan';
import { monthOf } from '../review/month';
import { grouped, inPool, poolOf, poolRates, type ResultRow } from '../review/results';
import type { AccountResults } from '../segments/run';
import type { SegmentResult } from '../lanes/segmentResults';
import { definitionChecks } from './definitionChecks';
import { layerChecks, type ClosedLayers, type Layer } from './layerChecks';
import { resultChecks } from './resultChecks';
import { ruleChecks } from './ruleChecks';
import { segmentChecks, targetCheck } from './segmentChecks';

export interface DataCheckFacts {
  readonly runResult: AccountResults;
  readonly segments: readonly SegmentResult[];
  readonly market: Market;
  /** Null without contacts. */
  readonly book: ContactBook | null;
  /** Layers the team has begun. */
  readonly layers: readonly Layer[];
  /** Undefined before the first closed month. */
  readonly closed: ClosedLayers | undefined;
  /** The rules that name a Source. */
  readonly sourced: ReadonlySet<SourceId>;
  readonly results: readonly ResultRow[];
  /** `Plan TAM` as typed: its blank rates are not filled from the results. */
  readonly typed: TypedMarket;
}

/** All with segment ''; offenders are named, with the source of the rule or segment that proves it. */
export function dataChecks({
  runResult,
  segments,
  market,
  book,
  layers,
  closed,
  sourced,
  results,
  typed,
}: DataCheckFacts): readonly CitedCheck[] {
  const { plan, lists } = runResult;
  const pooled = inPool(results, poolOf(results, plan.settings.monthsPooled));
  const contacted = new Map(
    [...grouped(pooled, ({ segment }) => segment)].map(([name, rows]) => [name, poolRates(rows).contacted]),
  );
  const accountOwners = lists.accounts.attribute('Account owner')?.facts ?? [];
  const named = [...plan.segments.map(({ owner }) => owner), ...accountOwners.map(({ text }) => text)];
  return [
    ...ruleChecks(runResult, sourced, wonLostOf(lists.accounts)),
    ...definitionChecks(runResult),
    ...segmentChecks(runResult, segments, book, contacted),
    ...targetCheck(market, typed),
    ...layerChecks(layers, plan.asOf, closed, named),
    ...resultChecks(results, segments.length, monthOf(plan.asOf), plan.settings, typed),
  ];
}
