/** The order and the colors of our tabs: what is typed, the plan, results, the review. Given to a fresh tab, never again. */
import { PLAN_KEYS } from '../plan/tabs';
import { planKind, type TabKind } from './tabKind';

/** Kinds in the order in which their tabs stand, behind the team's own lists. */
function orderedKinds(): readonly TabKind[] {
  return [
    ...PLAN_KEYS.map(planKind),
    'summary',
    'scores',
    'segments',
    'coverage',
    'lanes',
    'funnel',
    'rates',
    'changes',
    'problems',
    'review',
    'snapshot',
    'log',
  ];
}

const PLAN_COLOR = '#1a73e8';
const RESULT_COLOR = '#188038';
const REVIEW_COLOR = '#f9ab00';

/** One color a group, so that eyes find it at the lower edge. */
export function tabColor(kind: TabKind): string {
  if (kind === 'review' || kind === 'snapshot' || kind === 'log') return REVIEW_COLOR;
  return kind.startsWith('plan-') ? PLAN_COLOR : RESULT_COLOR;
}

/**
 * The index at which a new tab of the kind goes among tabs of these kinds, undefined being a team's own: behind the last of ours that
 * belongs before it, else before the first of ours, else at the end. A team's tab goes before ours.
 */
export function newTabIndex(kind: TabKind | undefined, present: readonly (TabKind | undefined)[]): number {
  const order = orderedKinds();
  const rankOf = (each: TabKind | undefined): number => (each === undefined ? -1 : order.indexOf(each));
  const first = present.findIndex((each) => each !== undefined);
  const rank = rankOf(kind);
  let before = -1;
  present.forEach((each, index) => {
    if (each !== undefined && rankOf(each) < rank) before = index;
  });
  if (before >= 0) return before + 1;
  return first < 0 ? present.length : first;
}
