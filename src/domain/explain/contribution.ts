/** Contribution: one account's score taken apart, rule by rule, to the last printed digit. Pure. */
import type { Basis, Group, Profile, ProfileRule } from '../score/profile';
import type { IcpRule } from '../rules/rule';
import type { BasisScore } from '../score/score';
import { MET, NOT_MET, UNKNOWN, factAt, isDecidedByBlank, matchStateAt } from '../rules/match';
import { weighedRules } from '../score/profile';
import { isBlankScore, basisScoreOf } from '../score/score';

/** What one rule says of one account. */
export interface RuleLine {
  readonly rule: IcpRule;
  readonly outcome: 'met' | 'not met' | 'unknown';
  /** The cell said nothing and `If blank` gave the outcome. */
  readonly isDecidedByBlank: boolean;
  /** The account's cell as people see it; '' when blank. */
  readonly shown: string;
  readonly group: Group;
  /** Weight as typed, 1 for each Must where nothing weighs; 0 does not weigh. */
  readonly weight: number;
  /** Points of the 0–100 score of the basis that come from this rule, 4 decimals; 0 where none. */
  readonly contribution: number;
}

/** Met, known and all: weights in `points` (`9 of 12` is met of known, S3.7), numbers of rules in `rules` (S3.8). */
export interface Tally {
  readonly met: number;
  readonly known: number;
  readonly total: number;
}

export interface Scorecard {
  readonly basis: Basis;
  readonly basisScore: BasisScore;
  /** Every rule with a column, in plan order. Contributions sum to `standing.basis` in units of 0.0001. */
  readonly lines: readonly RuleLine[];
  /** Over the rules of the basis that weigh. */
  readonly points: Tally;
  readonly rules: Tally;
}

/** The score of account `index` that decides its tier, taken apart; with `basis`, another of its scores. */
export function scorecardOf(profile: Profile, index: number, basis: Basis = profile.basis): Scorecard {
  const counted = weighedRules(profile, basis);
  const units = tallyOf(counted, index, (rule) => rule.unit);
  const basisScore = basisScoreOf({ ...profile, basis }, units);
  const gains = contributionsTo(
    basisScore.basis,
    counted.map((rule) => (matchStateAt(rule, index) === MET ? rule.unit : 0)),
  );
  const gainOf = new Map(counted.map((rule, position) => [rule, gains[position] ?? 0]));
  return {
    basis,
    basisScore,
    lines: profile.rules.map((rule) => lineOf(profile, rule, index, gainOf.get(rule) ?? 0)),
    points: tallyOf(counted, index, (rule) => weightOf(profile, rule)),
    rules: tallyOf(counted, index, () => 1),
  };
}

/**
 * A score shared out over `units` of the rules met, 4 decimals each, the sum exact: whole ten-thousandths by the largest remainder,
 * ties to the earlier rule. A blank score is shared out as 0.
 */
export function contributionsTo(score: number, units: readonly number[]): readonly number[] {
  const whole = units.reduce((sum, unit) => sum + unit, 0);
  if (isBlankScore(score) || whole === 0) return units.map(() => 0);
  const parts = Math.round(score * 1e4);
  const floors = units.map((unit) => Math.floor((parts * unit) / whole));
  const remainders = units.map((unit) => (parts * unit) % whole);
  const left = parts - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = units.map((_, position) => position).sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  for (const position of byRemainder.slice(0, left)) floors[position] = (floors[position] ?? 0) + 1;
  return floors.map((floor) => floor / 1e4);
}

/** Weight as the plan has it. */
function weightOf(profile: Profile, { rule, unit }: ProfileRule): number {
  if (unit === 0) return 0;
  return profile.isMustOnly ? 1 : (rule.weight ?? 0);
}

function tallyOf(rules: readonly ProfileRule[], index: number, sizeOf: (rule: ProfileRule) => number): Tally {
  const tally = { met: 0, known: 0, total: 0 };
  for (const rule of rules) {
    const outcome = matchStateAt(rule, index);
    tally.total += sizeOf(rule);
    if (outcome !== UNKNOWN) tally.known += sizeOf(rule);
    if (outcome === MET) tally.met += sizeOf(rule);
  }
  return tally;
}

const WORDS = { [NOT_MET]: 'not met', [MET]: 'met', [UNKNOWN]: 'unknown' } as const;

function lineOf(profile: Profile, matched: ProfileRule, index: number, contribution: number): RuleLine {
  const fact = factAt(matched, index);
  return {
    rule: matched.rule,
    outcome: WORDS[matchStateAt(matched, index)],
    isDecidedByBlank: fact !== undefined && isDecidedByBlank(fact, matched.rule, profile.asOf),
    shown: fact && !fact.isBlank ? fact.shown : '',
    group: matched.group,
    weight: weightOf(profile, matched),
    contribution,
  };
}
