/** Owners, reviews and cadences of the plan's layers from `Plan Settings`, and which weights name a source. */
import { LAYERS, type Layer } from '../../domain/checks/layerChecks';
import type { Plan } from '../../domain/rules/plan';
import { LAYER_SETTINGS, SETTINGS } from '../../domain/rules/settings';
import { fold } from '../../domain/facts/text';
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
      ownerAt: valueAt(table, 'Setting', SETTINGS[owner].name),
      reviewedAt: valueAt(table, 'Setting', SETTINGS[reviewedOn].name),
    };
  });
}

/** Address of the value beside a name. */
export function valueAt(table: PlanTable | undefined, header: string, name: string): string | undefined {
  return table?.rows.find((row) => fold(row.text(header)) === fold(name))?.at('Value');
}

/** Addresses of the rules of `Plan ICP` whose Source is filled. */
export function sourcedRules(table: PlanTable): ReadonlySet<string> {
  return new Set(table.rows.filter((row) => row.text('Source') !== '').map((row) => row.at('Field')));
}
