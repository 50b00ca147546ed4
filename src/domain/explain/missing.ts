/** Missing: the fields whose facts an account's score, tier or gates still wait for. Pure. */
import type { Profile, ProfileRule } from '../score/profile';
import { unknownExclusionsOf } from '../score/exclusion';
import { UNKNOWN, matchStateAt } from '../rules/match';
import { weighedRules } from '../score/profile';

/** A field that is unknown for an account, with the weight that waits for it, in the profile's units. */
export interface MissingField {
  readonly field: string;
  readonly unit: number;
}

/** Fields of unknown rules of the basis, heaviest first, ties by plan order; two rules on one field count once. */
export function missingOfBasis(profile: Profile, index: number): readonly MissingField[] {
  const units = new Map<string, number>();
  for (const { rule, unit } of unknownOf(weighedRules(profile, profile.basis), index)) {
    units.set(rule.field, (units.get(rule.field) ?? 0) + unit);
  }
  return [...units].map(([field, unit]) => ({ field, unit })).sort((a, b) => b.unit - a.unit);
}

/** Every field worth finding out: those of the basis, heaviest first, then of Musts and Excludes, then of the other score. */
export function missingFields(profile: Profile, index: number): readonly string[] {
  const ofBasis = missingOfBasis(profile, index).map(({ field }) => field);
  const ofGates = unknownExclusionsOf(profile, index).map(({ field }) => field);
  const ofRest = unknownOf(weighedRules(profile, 'all'), index).map(({ rule }) => rule.field);
  return [...new Set([...ofBasis, ...ofGates, ...ofRest])];
}

function unknownOf(rules: readonly ProfileRule[], index: number): readonly ProfileRule[] {
  return rules.filter((rule) => matchStateAt(rule, index) === UNKNOWN);
}
