/** Findings on the layers of a plan: who owns each, when it was reviewed, which is older than what it serves (S0.37, S0.38). Pure. */
import { fold } from '../facts/text';
import { planCheck, type CitedCheck } from '../facts/check';
import { minusMonths } from '../facts/day';
import type { Day } from '../facts/fact';
import { counted } from '../facts/figure';
import { citation, joinWordings, phrase, type SourceId } from '../facts/phrase';

export const LAYERS = ['TAM', 'ICP', 'Segments', 'Personas'] as const;
export type LayerName = (typeof LAYERS)[number];

/** From `Plan Settings`. */
export interface Layer {
  readonly layer: LayerName;
  readonly owner: string;
  readonly reviewedOn: Day | undefined;
  /** Months between two reviews. */
  readonly cadence: number;
  /** The two cells where they are typed. */
  readonly ownerSource?: SourceId | undefined;
  readonly reviewSource?: SourceId | undefined;
}

/** The layers and segment owners of the closed month that a run is compared with, and its as-of day. */
export interface ClosedLayers {
  readonly layers: readonly Layer[];
  readonly segmentOwners: readonly string[];
  readonly day: Day;
}

/** An ICP that was not refreshed for longer than this is stale (S2.15). */
const STALE_MONTHS = 12;

/**
 * Findings on the layers a team has begun, `today` being the plan's as-of day.
 * `named` are the people who own a segment or an account now.
 */
export function layerChecks(
  layers: readonly Layer[],
  today: Day,
  closed: ClosedLayers | undefined,
  named: readonly string[],
): readonly CitedCheck[] {
  return [
    ownersCheck(layers),
    ownerLeftCheck(layers, closed, new Set(named.map(fold))),
    reviewsCheck(layers, today),
    ...ageChecks(layers, today),
  ];
}

/** Layers whose next review lies in the past or today; those without a date are not among them. */
export function dueLayers(layers: readonly Layer[], today: Day): readonly Layer[] {
  return layers.filter(({ reviewedOn, cadence }) => reviewedOn !== undefined && reviewedOn <= minusMonths(today, cadence));
}

/** Every layer has an owner (S0.37), the ICP a single one (S2.16). */
function ownersCheck(layers: readonly Layer[]): CitedCheck {
  const without = layers
    .filter(({ owner }) => owner === '')
    .map(({ layer, ownerSource }) => phrase`no ${layer} owner${citation(ownerSource)}`);
  const several = layers
    .filter(({ layer, owner }) => layer === 'ICP' && /[,;/&]|\band\b/i.test(owner))
    .map(({ owner, ownerSource }) => phrase`ICP owned by ${owner}${citation(ownerSource)}`);
  const open = [...without, ...several];
  const rule = 'Each layer has an owner, the ICP one person';
  const fix = 'Type one name a layer in Plan Settings.';
  const actual = open.length === 0 ? 'Every layer has one' : joinWordings(open, '; ');
  return planCheck('owners', open.length === 0 ? 'Pass' : 'Check', actual, rule, fix);
}

/** A layer that changed hands and was not reviewed since, or whose owner vanished from segments and accounts (S0.37, S2.16). */
function ownerLeftCheck(layers: readonly Layer[], closed: ClosedLayers | undefined, named: ReadonlySet<string>): CitedCheck {
  const rule = 'A layer is reviewed when its owner changes';
  const fix = 'Name who owns it now, and review it with them.';
  if (closed === undefined) return planCheck('owner left', 'Not known', 'No month is closed yet', rule, 'Close this month.');
  const owned = new Set(closed.segmentOwners.map(fold));
  const found = layers.flatMap(({ layer, owner, reviewedOn, ownerSource }) => {
    const before = closed.layers.find((each) => each.layer === layer)?.owner ?? '';
    if (before === '') return [];
    const name = phrase`${layer}${citation(ownerSource)}`;
    if (fold(before) !== fold(owner))
      return reviewedOn !== undefined && reviewedOn > closed.day
        ? []
        : [phrase`${name}: ${before} → ${owner || 'no owner'}, not reviewed since`];
    return owned.has(fold(owner)) && !named.has(fold(owner))
      ? [phrase`${name}: ${owner} owns no segment and no account any more`]
      : [];
  });
  const actual = found.length === 0 ? 'Nothing found' : joinWordings(found, '; ');
  return planCheck('owner left', found.length === 0 ? 'Pass' : 'Check', actual, rule, fix);
}

/** Reviewed within its cadence (S0.38, S3.34); not known while no layer has a date. */
function reviewsCheck(layers: readonly Layer[], today: Day): CitedCheck {
  const due = dueLayers(layers, today).map(
    ({ layer, cadence, reviewSource }) => phrase`${layer}, every ${counted(cadence, 'month')}${citation(reviewSource)}`,
  );
  const undated = layers.filter(({ reviewedOn }) => reviewedOn === undefined).map(({ layer }) => layer);
  const said = [
    ...(due.length === 0 ? [] : [phrase`Due: ${joinWordings(due, '; ')}`]),
    ...(undated.length === 0 ? [] : [`no date: ${undated.join(', ')}`]),
  ];
  const status = due.length > 0 ? 'Check' : undated.length > 0 ? 'Not known' : 'Pass';
  const rule = 'Each layer is reviewed within its cadence';
  const fix = 'Review it and type the day in Plan Settings.';
  return planCheck('reviews', status, said.length === 0 ? 'None is due' : joinWordings(said, '; '), rule, fix);
}

function ageChecks(layers: readonly Layer[], today: Day): readonly CitedCheck[] {
  const [icp, personas] = (['ICP', 'Personas'] as const).map((name) => layers.find(({ layer }) => layer === name));
  return [
    ...(icp === undefined ? [] : [icpAgeCheck(icp, today)]),
    ...(icp === undefined || personas === undefined ? [] : [personasCheck(icp, personas)]),
  ];
}

function icpAgeCheck({ reviewedOn, reviewSource }: Layer, today: Day): CitedCheck {
  const rule = 'An ICP older than twelve months is stale';
  const fix = 'Compare it with the last 50 best customers.';
  if (reviewedOn === undefined)
    return planCheck('icp age', 'Not known', 'No date', rule, 'Type ICP reviewed on in Plan Settings.');
  const isStale = reviewedOn < minusMonths(today, STALE_MONTHS);
  const actual = isStale
    ? phrase`ICP reviewed on${citation(reviewSource)}: more than 12 months ago`
    : 'Reviewed within 12 months';
  return planCheck('icp age', isStale ? 'Fail' : 'Pass', actual, rule, fix);
}

function personasCheck(icp: Layer, { reviewedOn, reviewSource }: Layer): CitedCheck {
  const rule = 'Personas follow the ICP they serve';
  const id = 'personas older than icp';
  if (icp.reviewedOn === undefined || reviewedOn === undefined)
    return planCheck(id, 'Not known', 'Not both have a date', rule, 'Type both days in Plan Settings.');
  const isOlder = reviewedOn < icp.reviewedOn;
  const actual = isOlder ? phrase`Reviewed before the ICP was${citation(reviewSource)}` : 'Reviewed since';
  return planCheck(id, isOlder ? 'Check' : 'Pass', actual, rule, 'Review the personas against the present ICP.');
}
