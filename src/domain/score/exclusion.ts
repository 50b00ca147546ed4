/** Gates: what excludes an account (TAM bounds, Must, Exclude), what only flags it, and whether it shows a buying signal. Pure. */
import type { Matched, MatchState } from '../rules/match';
import type { Profile, ProfileRule } from './profile';
import type { BoundRule, Condition, IcpRule } from '../rules/rule';
import { MET, NOT_MET, UNKNOWN, matchStateAt } from '../rules/match';
import { isSignalRule } from './profile';

/** Bits of a mark: what the gates of the plan say of an account. */
export const OUTSIDE_TAM = 1;
export const FAILED_MUST = 2;
export const MET_EXCLUDE = 4;
/** Any of the three excludes. */
export const EXCLUDED = OUTSIDE_TAM | FAILED_MUST | MET_EXCLUDE;
/** A Must or an Exclude is unknown: the account stays in, flagged. */
export const UNKNOWN_EXCLUSION = 8;
/** A Behavioral or Situational Score or Must is met, whatever its weight. */
export const MET_SIGNAL = 16;

/** The marks of all `size` accounts, as bits. */
export function accountBits(profile: Profile, size: number): Uint8Array {
  const marks = new Uint8Array(size);
  for (const bound of profile.bounds) addBits(marks, bound, (outcome) => (failsBound(bound.rule, outcome) ? OUTSIDE_TAM : 0));
  for (const rule of profile.rules) {
    if (rule.rule.type !== 'Score' || isSignalRule(rule.rule)) addBits(marks, rule, (outcome) => exclusionBits(rule, outcome));
  }
  return marks;
}

/** A rule that excludes an account, and how. */
export interface Exclusion {
  readonly by: 'TAM' | 'Must' | 'Exclude';
  readonly rule: Condition;
}

/** What excludes account `index`: TAM bounds, then Musts, then Excludes. */
export function exclusionsOf(profile: Profile, index: number): readonly Exclusion[] {
  const bounds = profile.bounds.filter((bound) => failsBound(bound.rule, matchStateAt(bound, index)));
  const marked = (mark: number): readonly ProfileRule[] =>
    profile.rules.filter((rule) => (exclusionBits(rule, matchStateAt(rule, index)) & mark) !== 0);
  return [
    ...bounds.map(({ rule }): Exclusion => ({ by: 'TAM', rule })),
    ...marked(FAILED_MUST).map(({ rule }): Exclusion => ({ by: 'Must', rule })),
    ...marked(MET_EXCLUDE).map(({ rule }): Exclusion => ({ by: 'Exclude', rule })),
  ];
}

/** Must and Exclude rules that are unknown for account `index`, in plan order. */
export function unknownExclusionsOf(profile: Profile, index: number): readonly IcpRule[] {
  return profile.rules
    .filter((rule) => (exclusionBits(rule, matchStateAt(rule, index)) & UNKNOWN_EXCLUSION) !== 0)
    .map(({ rule }) => rule);
}

/** A bound is failed by a decided outcome only: an unknown stays in. */
export function failsBound(rule: BoundRule, outcome: MatchState): boolean {
  return outcome === (rule.type === 'Include' ? NOT_MET : MET);
}

function exclusionBits({ rule }: ProfileRule, outcome: MatchState): number {
  if (rule.type !== 'Score' && outcome === UNKNOWN) return UNKNOWN_EXCLUSION;
  if (rule.type === 'Exclude') return outcome === MET ? MET_EXCLUDE : 0;
  if (outcome === MET) return isSignalRule(rule) ? MET_SIGNAL : 0;
  return rule.type === 'Must' ? FAILED_MUST : 0;
}

/** Marks are looked up by fact code; a rule that can mark nothing of its column costs nothing. */
function addBits<C extends Condition>(marks: Uint8Array, matched: Matched<C>, markFor: (outcome: MatchState) => number): void {
  const markOfCode = Uint8Array.from(matched.outcomes, (outcome) => markFor(outcome as MatchState));
  if (markOfCode.every((mark) => mark === 0)) return;
  const { codes } = matched.attribute;
  for (let i = 0; i < marks.length; i++) marks[i] = (marks[i] ?? 0) | (markOfCode[codes[i] ?? 0] ?? 0);
}
