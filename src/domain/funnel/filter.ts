/** Filter: a rule that lets through only what meets it, in the order of the funnel (S0.26). Pure. */
import type { Matched, MatchState } from '../rules/match';
import type { Profile } from '../score/profile';
import type { BoundRule, Condition, IcpRule } from '../rules/rule';
import { MET, UNKNOWN } from '../rules/match';

export const STAGES = ['TAM', 'Must', 'Exclude', 'Score'] as const;
export type Stage = (typeof STAGES)[number];

export const PASS = 0;
export const MISMATCH = 1;
export const BLANK = 2;

/** `results[codes[i]]` is PASS, MISMATCH or BLANK for account i; what `If blank` decided is a pass or a mismatch. */
export interface Filter {
  /** The rule's name. */
  readonly name: string;
  readonly stage: Stage;
  readonly matched: Matched<Condition>;
  readonly results: Uint8Array;
}

/** TAM, Must, Exclude, Score; plan order within each. A weighted Must appears once. */
export function filtersOf({ bounds, rules }: Pick<Profile, 'bounds' | 'rules'>): readonly Filter[] {
  const ofType = (type: IcpRule['type']): readonly Filter[] =>
    rules.filter(({ rule }) => rule.type === type).map((rule) => filterOf(rule, type, type === 'Exclude'));
  return [...boundFilters(bounds), ...ofType('Must'), ...ofType('Exclude'), ...ofType('Score')];
}

/** Market or segment rules as filters, in the order given. */
export function boundFilters(bounds: readonly Matched<BoundRule>[], stage: Stage = 'TAM'): readonly Filter[] {
  return bounds.map((bound) => filterOf(bound, stage, bound.rule.type === 'Exclude'));
}

function filterOf(matched: Matched<Condition>, stage: Stage, isExclude: boolean): Filter {
  const results = new Uint8Array(matched.outcomes.length);
  matched.outcomes.forEach((outcome, code) => (results[code] = resultOf(outcome as MatchState, isExclude)));
  return { name: matched.rule.name, stage, matched, results };
}

/** An Exclude is passed by what does not meet it. */
function resultOf(outcome: MatchState, isExclude: boolean): number {
  if (outcome === UNKNOWN) return BLANK;
  return (outcome === MET) === isExclude ? MISMATCH : PASS;
}
