/** Findings on the layers of a plan: who owns each, when it was reviewed, which is older than what it serves (S0.37, S0.38). Pure. */
import { planCheck, type Check } from '../checklist';
import { minusMonths } from '../day';
import type { Day } from '../fact';
import { counted } from '../figure';

export const LAYERS = ['TAM', 'ICP', 'Segments', 'Personas'] as const;
export type LayerName = (typeof LAYERS)[number];

/** From `Plan Settings`. */
export interface Layer {
  readonly layer: LayerName;
  readonly owner: string;
  readonly reviewedOn: Day | undefined;
  /** Months between two reviews. */
  readonly cadence: number;
}

/** An ICP that was not refreshed for longer than this is stale (S2.15). */
const STALE_MONTHS = 12;

/** Findings on the layers a team has begun, `today` being the plan's as-of day. */
export function layerFindings(layers: readonly Layer[], today: Day): readonly Check[] {
  return [ownersCheck(layers), reviewsCheck(layers, today), ...ageChecks(layers, today)];
}

/** Layers whose next review lies in the past or today; those without a date are not among them. */
export function dueLayers(layers: readonly Layer[], today: Day): readonly Layer[] {
  return layers.filter(({ reviewedOn, cadence }) => reviewedOn !== undefined && reviewedOn <= minusMonths(today, cadence));
}

/** Every layer has an owner (S0.37), the ICP a single one (S2.16). */
function ownersCheck(layers: readonly Layer[]): Check {
  const without = layers.filter(({ owner }) => owner === '').map(({ layer }) => `no ${layer} owner`);
  const several = layers
    .filter(({ layer, owner }) => layer === 'ICP' && /[,;/&]|\band\b/i.test(owner))
    .map(({ owner }) => `ICP owned by ${owner}`);
  const open = [...without, ...several];
  const rule = 'Each layer has an owner (S0.37), the ICP one person (S2.16)';
  const fix = 'Type one name a layer in Plan Settings.';
  return planCheck('owners', open.length === 0 ? 'Pass' : 'Check', open.join('; ') || 'Every layer has one', rule, fix);
}

/** Reviewed within its cadence (S0.38, S3.34); not known while no layer has a date. */
function reviewsCheck(layers: readonly Layer[], today: Day): Check {
  const due = dueLayers(layers, today).map(({ layer, cadence }) => `${layer} (every ${counted(cadence, 'month')})`);
  const undated = layers.filter(({ reviewedOn }) => reviewedOn === undefined).map(({ layer }) => layer);
  const said = [due.length === 0 ? '' : `Due: ${due.join(', ')}`, undated.length === 0 ? '' : `no date: ${undated.join(', ')}`];
  const status = due.length > 0 ? 'Check' : undated.length > 0 ? 'Not known' : 'Pass';
  const rule = 'Each layer is reviewed within its cadence (S0.38, S3.34, S4.10)';
  const fix = 'Review it and type the day in Plan Settings.';
  return planCheck('reviews', status, said.filter((part) => part !== '').join('; ') || 'None is due', rule, fix);
}

function ageChecks(layers: readonly Layer[], today: Day): readonly Check[] {
  const icp = layers.find(({ layer }) => layer === 'ICP')?.reviewedOn;
  if (icp === undefined) return [];
  const isStale = icp < minusMonths(today, STALE_MONTHS);
  const actual = isStale ? 'ICP reviewed on: more than 12 months ago' : 'Reviewed within 12 months';
  const rule = 'An ICP older than twelve months is stale (S2.15)';
  const fix = 'Hold it against the last 50 best customers (S4.8).';
  const personas = layers.find(({ layer }) => layer === 'Personas')?.reviewedOn;
  return [
    planCheck('icp age', isStale ? 'Fail' : 'Pass', actual, rule, fix),
    ...(personas === undefined
      ? []
      : [
          planCheck(
            'personas older than icp',
            personas < icp ? 'Check' : 'Pass',
            personas < icp ? 'Reviewed before the ICP was' : 'Reviewed since',
            'Personas follow the ICP they serve (S2.14, S2.16)',
            'Review the personas against the present ICP.',
          ),
        ]),
  ];
}
