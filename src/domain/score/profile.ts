/** Profile: the ICP and TAM rules compared with a list's columns, and which of them weigh how much in which score. Pure. */
import type { Accounts } from '../facts/accounts';
import type { Day } from '../facts/fact';
import type { Matched } from '../rules/match';
import type { Plan } from '../rules/plan';
import type { Settings } from '../rules/settings';
import type { BoundRule, Condition, IcpRule } from '../rules/rule';
import { matchRules } from '../rules/match';
import { unitsOf } from '../facts/rounding';

/** Firmographic and Technographic rules make fit, Behavioral and Situational ones signal. */
export type Group = 'fit' | 'signal';
export type Basis = Group | 'all';

/** A rule of the profile with its column. */
export interface ProfileRule extends Matched<IcpRule> {
  readonly group: Group;
  /** Exact weight in the profile's common unit; 0 does not weigh. */
  readonly unit: number;
}

export interface Profile {
  /** Rules that have a column, in plan order. */
  readonly rules: readonly ProfileRule[];
  /** TAM rules that have a column, in plan order. */
  readonly bounds: readonly Matched<BoundRule>[];
  /** ICP and TAM rules whose field has no column: in no sum. Where one is not a Score rule, the caller refuses the run. */
  readonly absent: readonly Condition[];
  /** The score that decides tiers. */
  readonly basis: Basis;
  /** Nothing weighs, so the Musts alone make the fit: 100 when all are met, 0 when one failed, else blank. */
  readonly isMustOnly: boolean;
  /** Sum of units of each score's rules. */
  readonly total: Readonly<Record<Basis, number>>;
  /** Some Score or Must rule with a column asks for a buying signal, so that Tier 1 may require one (S3.16). */
  readonly hasSignalRule: boolean;
  /** Score rules without a column hold half of the weight of all Score rules or more: no Tier 1 can rest on the others. */
  readonly isHalfLeftOut: boolean;
  readonly asOf: Day;
}

/** What a profile is made from. */
export type ProfilePlan = Pick<Plan, 'icp' | 'tam' | 'asOf'> & { readonly settings: Pick<Settings, 'tiersBy'> };

/** Rules matched once per distinct fact, weights as whole units, and the basis that decides tiers. */
export function profileOf(accounts: Accounts, plan: ProfilePlan): Profile {
  const icp = matchRules(accounts, plan.icp, plan.asOf);
  const tam = matchRules(accounts, plan.tam, plan.asOf);
  const weighed = weigh(icp.matched);
  return {
    ...weighed,
    basis: basisOf(weighed.total, plan.settings.tiersBy),
    bounds: tam.matched,
    absent: [...icp.absent, ...tam.absent],
    isHalfLeftOut: isHalfLeftOut(icp),
    asOf: plan.asOf,
  };
}

/** Rules of one score that weigh, in plan order. */
export function weighedRules(profile: Profile, basis: Basis): readonly ProfileRule[] {
  return profile.rules.filter((rule) => rule.unit > 0 && (basis === 'all' || rule.group === basis));
}

/** True for a Score or Must of what a company does or of what happens to it, whatever its weight. */
export function isSignalRule(rule: IcpRule): boolean {
  return rule.type !== 'Exclude' && (rule.dimension === 'Behavioral' || rule.dimension === 'Situational');
}

function weigh(matched: readonly Matched<IcpRule>[]): Pick<Profile, 'rules' | 'isMustOnly' | 'total' | 'hasSignalRule'> {
  const units = unitsOf(matched.map(({ rule }) => (rule.type === 'Exclude' ? undefined : rule.weight)));
  const isMustOnly = units.every((unit) => unit === 0);
  const rules = matched.map((match, index): ProfileRule => {
    if (isMustOnly) return { ...match, group: 'fit', unit: match.rule.type === 'Must' ? 1 : 0 };
    return { ...match, group: isSignalRule(match.rule) ? 'signal' : 'fit', unit: units[index] ?? 0 };
  });
  const fit = sumOfUnits(rules, 'fit');
  const signal = sumOfUnits(rules, 'signal');
  const hasSignalRule = rules.some(({ rule }) => isSignalRule(rule));
  return { rules, isMustOnly, total: { fit, signal, all: fit + signal }, hasSignalRule };
}

function isHalfLeftOut({
  matched,
  absent,
}: {
  readonly matched: readonly Matched<IcpRule>[];
  readonly absent: readonly IcpRule[];
}): boolean {
  const scored = (rules: readonly IcpRule[]): readonly IcpRule[] => rules.filter(({ type }) => type === 'Score');
  const [left, kept] = [scored(absent), scored(matched.map(({ rule }) => rule))];
  const units = unitsOf([...left, ...kept].map(({ weight }) => weight));
  const sum = (parts: readonly number[]): number => parts.reduce((total, unit) => total + unit, 0);
  const leftOut = sum(units.slice(0, left.length));
  return leftOut > 0 && 2 * leftOut >= sum(units);
}

function sumOfUnits(rules: readonly ProfileRule[], group: Group): number {
  return rules.reduce((sum, rule) => (rule.group === group ? sum + rule.unit : sum), 0);
}

/** Fit or all rules by the setting; the signal score where only signal rules weigh. */
function basisOf(total: Readonly<Record<Basis, number>>, tiersBy: Settings['tiersBy']): Basis {
  if (tiersBy === 'all rules') return 'all';
  return total.fit === 0 && total.signal > 0 ? 'signal' : 'fit';
}
