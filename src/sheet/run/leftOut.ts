/** What a run leaves out of what the plan asks for, which is said wherever tiers are shown: rules without a column, overrides that apply to nobody. */
import type { Accounts } from '../../domain/facts/accounts';
import { missingColumn } from '../lists/checkFields';
import type { ReadPlan } from '../plan/readPlan';
import type { Problem } from '../problem';
import type { ProblemCode } from '../problemCode';

export interface LeftOut {
  readonly kind: 'rule' | 'override' | 'results';
  /** Of the rule, the override's account key, the title of the tab. */
  readonly name: string;
  /** The field that has no column, the column that the tab lacks; '' for an override. */
  readonly field: string;
  /** A sentence each. */
  readonly why: string;
  readonly fix: string;
}

/** Problems that say what is left out; an override without a reason still counts, and is reported beside. */
const KINDS: ReadonlyMap<ProblemCode, LeftOut['kind']> = new Map([
  ['OVERRIDE_OF_NAME_IN_TWO_COUNTRIES', 'override'],
  ['OVERRIDE_NOT_LISTED', 'override'],
  ['OVERRIDE_WITHOUT_REASON', 'override'],
  ['RESULTS_NOT_USED', 'results'],
]);

/** Rules in plan order, then overrides and results in the order of `problems`, which are those of the same run. */
export function leftOutOf(
  plan: Pick<ReadPlan, 'icp'>,
  accounts: Pick<Accounts, 'attribute'>,
  { accountsTab, headers }: { readonly accountsTab: string; readonly headers: readonly string[] },
  problems: readonly Problem[],
): readonly LeftOut[] {
  const rules = plan.icp
    .filter(({ type, field }) => type === 'Score' && accounts.attribute(field) === undefined)
    .map(({ name, field }): LeftOut => {
      const { why, fix } = missingColumn(field, accountsTab, headers);
      return { kind: 'rule', name, field, why, fix };
    });
  const others = problems.flatMap(({ code, at, found, message, fix }): LeftOut[] => {
    const kind = KINDS.get(code);
    if (kind === undefined) return [];
    const named = kind === 'results' ? { name: at, field: found } : { name: found, field: '' };
    return [{ kind, ...named, why: message, fix }];
  });
  return [...rules, ...others];
}
