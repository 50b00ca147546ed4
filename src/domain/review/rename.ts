/** Renamed segments: those of an earlier plan that stand under another name now, told by their rules. Pure. */
import { ruleKey } from '../findings/ruleSets';
import type { Segment } from '../plan';

type NamedRules = Pick<Segment, 'name' | 'rules'>;

/** Old name → new name, where the old name is gone and exactly one new segment asks exactly the same. */
export function renamedSegments(before: readonly NamedRules[], now: readonly NamedRules[]): ReadonlyMap<string, string> {
  const [old, present] = [new Set(before.map(({ name }) => name)), new Set(now.map(({ name }) => name))];
  const renamed = new Map<string, string>();
  for (const { name, rules } of before) {
    const same = now.filter((segment) => !old.has(segment.name) && rules.length > 0 && setKey(segment) === setKey({ rules }));
    const [only] = same;
    if (!present.has(name) && only !== undefined && same.length === 1) renamed.set(name, only.name);
  }
  return renamed;
}

function setKey({ rules }: Pick<Segment, 'rules'>): string {
  return [...new Set(rules.map(ruleKey))].sort().join('\n');
}
