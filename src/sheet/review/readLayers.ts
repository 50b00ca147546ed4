/** Owners, reviews and cadences of the plan's layers from `Plan Settings`, and which weights name a source. */
import { LAYERS, type Layer } from '../../domain/checks/layerChecks';
import type { Plan } from '../../domain/rules/plan';
import type { SourceId } from '../../domain/facts/phrase';
import { MARKET_ITEMS, MARKET_KEYS, type MarketKey } from '../../domain/rules/marketItems';
import { LAYER_SETTINGS, SETTINGS } from '../../domain/rules/settings';
import { fold } from '../../domain/facts/text';
import { sourceOf } from '../address';
import type { PlanTable } from '../plan/planTable';

/** Layers the team has begun: the ICP always, the others when the plan holds something of them. */
export function readLayers(plan: Plan, table: PlanTable | undefined): readonly Layer[] {
  const hasMarket = plan.tam.length > 0 || Object.values(plan.market).some((value) => value !== undefined);
  const begun = { TAM: hasMarket, ICP: true, Segments: plan.segments.length > 0, Personas: plan.personas.length > 0 };
  return LAYERS.filter((layer) => begun[layer]).map((layer) => {
    const { owner, reviewedOn, cadence } = LAYER_SETTINGS[layer];
    const day = plan.settings[reviewedOn];
    return {
      layer,
      owner: plan.settings[owner].trim(),
      // A day to come is a slip: no review was held on it yet.
      reviewedOn: day !== undefined && day <= plan.asOf ? day : undefined,
      cadence: plan.settings[cadence],
      ownerSource: valueSource(table, SETTINGS[owner].name),
      reviewSource: valueSource(table, SETTINGS[reviewedOn].name),
    };
  });
}

/** The value of a setting. */
function valueSource(table: PlanTable | undefined, name: string): SourceId | undefined {
  const row = table?.rows.find((each) => fold(each.text('Setting')) === fold(name));
  return row === undefined ? undefined : sourceOf(row.at('Value'));
}

/** The values of `Plan TAM` by their items; of an item that stands there twice, the first. */
export function marketSources(table: PlanTable): ReadonlyMap<MarketKey, SourceId> {
  return new Map(
    MARKET_KEYS.flatMap((key) => {
      const row = table.rows.find((each) => fold(each.text('Item')) === fold(MARKET_ITEMS[key].name));
      return row === undefined ? [] : [[key, sourceOf(row.at('Value'))] as const];
    }),
  );
}

/** The rules of `Plan ICP` whose Source is filled. */
export function sourcedRules(table: PlanTable): ReadonlySet<SourceId> {
  return new Set(table.rows.filter((row) => row.text('Source') !== '').map((row) => sourceOf(row.at('Field'))));
}
