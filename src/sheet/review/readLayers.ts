/** Owners, reviews and cadences of the plan's layers from `Plan Settings`, and which weights name a source. */
import { LAYERS, type Layer } from '../../domain/checks/layerChecks';
import type { Plan } from '../../domain/rules/plan';
import { fold } from '../../domain/facts/text';
import type { PlanTable } from '../plan/planTable';
import { SETTINGS } from '../plan/settingsList';

/** Layers the team has begun: the ICP always, the others when the plan holds something of them. */
export function readLayers(
  typed: ReadonlyMap<string, string | number>,
  plan: Plan,
  table: PlanTable | undefined,
): readonly Layer[] {
  const hasMarket = plan.tam.length > 0 || Object.values(plan.market).some((value) => value !== undefined);
  const begun = { TAM: hasMarket, ICP: true, Segments: plan.segments.length > 0, Personas: plan.personas.length > 0 };
  return LAYERS.filter((layer) => begun[layer]).map((layer) => {
    const reviewedOn = typed.get(`${layer} reviewed on`);
    const name = `${layer} review cadence`;
    const unset = SETTINGS.find((setting) => setting.name === name)?.default;
    return {
      layer,
      owner: String(typed.get(`${layer} owner`) ?? '').trim(),
      // A day to come is a slip: no review was held on it yet.
      reviewedOn: typeof reviewedOn === 'number' && reviewedOn <= plan.asOf ? reviewedOn : undefined,
      cadence: Number(typed.get(name) ?? unset),
      ownerAt: valueAt(table, 'Setting', `${layer} owner`),
      reviewedAt: valueAt(table, 'Setting', `${layer} reviewed on`),
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
