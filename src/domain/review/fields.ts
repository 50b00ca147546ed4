/** The fields a plan asks about: what a closed month keeps of each account. Pure. */
import { fold } from '../facts/text';
import type { Plan } from '../rules/plan';

/** Every field a rule of the plan asks about, each once. */
export function ruleFields({ icp, tam, segments, overrides }: Plan): readonly string[] {
  const rules = [...icp, ...tam, ...segments.flatMap((segment) => segment.rules), ...overrides.flatMap(({ rule }) => rule ?? [])];
  const fields = new Map(rules.map(({ field }) => [fold(field), field]));
  return [...fields.values()];
}
