/** Kinds of tabs that are ours; the word is kept in the tab's developer metadata. */
import { PLAN_KEYS, type PlanKey } from '../plan/tabs';
import { GENERATED_TABS, type GeneratedKind } from './block';

/** `newer`: ours too, but of a kind that only a newer version of the add-on knows. */
export type TabKind = GeneratedKind | PlanKind | (typeof KEPT)[number] | 'newer';

type PlanKind = `plan-${PlanKey}`;

/** Tabs that only grow. */
const KEPT = ['review', 'snapshot', 'log'] as const;

/** Kind of a plan tab. */
export function planKind(key: PlanKey): PlanKind {
  return `plan-${key}`;
}

/** The kind that a word of the metadata names. */
export function tabKindNamed(word: string): TabKind {
  const kinds = [...Object.keys(GENERATED_TABS), ...PLAN_KEYS.map(planKind), ...KEPT] as readonly TabKind[];
  return kinds.find((kind) => kind === word) ?? 'newer';
}

/** True for a tab that a run writes again. */
export function isGenerated(kind: TabKind | undefined): kind is GeneratedKind {
  return kind !== undefined && Object.keys(GENERATED_TABS).includes(kind);
}
