/** Fields of the plan compared with the columns of the list: a Score rule without a column is left out, any other refuses the run. */
import type { Accounts } from '../../domain/facts/accounts';
import type { Condition } from '../../domain/rules/rule';
import { nearestOf } from '../headers/nearest';
import { isWeighingOrMust, type ReadPlan } from '../plan/readPlan';
import type { ReadRule } from '../plan/readRules';
import { addressOfSource, addressText, noTitles, type Titles } from '../address';
import { clipped, makeProblem, type Problem } from '../problem';

type Fields = Pick<ReadPlan, 'icp' | 'bounds'>;

/** @returns one problem for each rule without a column, and a refusal when no rule is left to score by. `headers` are for the suggestion, `titles` of tabs given by id. */
export function checkFields(
  plan: Fields,
  accounts: Pick<Accounts, 'attribute'>,
  tab: string,
  headers: readonly string[],
  titles: Titles = noTitles,
): readonly Problem[] {
  const absent = (rule: ReadRule<Condition>, severity: Problem['severity'], what: string): Problem =>
    withoutColumn(rule, { tab, headers, titles }, severity, what);
  const isAbsent = ({ field }: Condition): boolean => accounts.attribute(field) === undefined;
  const scores = plan.icp.filter((rule) => isAbsent(rule) && rule.type === 'Score');
  const gates = plan.icp.filter((rule) => isAbsent(rule) && rule.type !== 'Score');
  const bounds = plan.bounds.filter(isAbsent);
  const usable = plan.icp.filter((rule) => isWeighingOrMust(rule) && !isAbsent(rule));
  return [
    ...scores.map((rule) => absent(rule, 'problem', `The rule "${clipped(rule.name)}" is left out of every score`)),
    ...gates.map((rule) => absent(rule, 'refusal', `The ${rule.type} "${clipped(rule.name)}" cannot be checked`)),
    ...bounds.map((rule) =>
      absent(rule, 'refusal', `The rule "${clipped(rule.name)}" for ${clipped(rule.for)} cannot be checked`),
    ),
    ...(usable.length === 0 && plan.icp.length > 0 ? [noneLeft(plan, tab, titles)] : []),
  ];
}

/** The list whose columns are asked for. */
interface List {
  readonly tab: string;
  readonly headers: readonly string[];
  readonly titles: Titles;
}

function withoutColumn(
  rule: ReadRule<Condition>,
  { tab, headers, titles }: List,
  severity: Problem['severity'],
  what: string,
): Problem {
  const { why, fix } = missingColumn(rule.field, tab, headers);
  const at = addressText(addressOfSource(rule.source), titles);
  return makeProblem({ severity, code: 'FIELD_WITHOUT_COLUMN', at, found: rule.field, message: `${what}: ${why}`, fix });
}

/** That a tab lacks the column of a field, and what to do: two sentences. */
export function missingColumn(
  field: string,
  tab: string,
  headers: readonly string[],
): { readonly why: string; readonly fix: string } {
  const nearest = nearestOf(field, headers);
  return {
    why: `${tab} has no column "${clipped(field)}".`,
    fix: nearest === undefined ? 'Write one of its headers, or add the column.' : `Did you mean "${clipped(nearest)}"?`,
  };
}

function noneLeft(plan: Fields, tab: string, titles: Titles): Problem {
  const [first] = plan.icp;
  return makeProblem({
    severity: 'refusal',
    code: 'NO_RULE_WITH_COLUMN',
    at: first === undefined ? '' : addressText(addressOfSource(first.source), titles),
    found: plan.icp
      .map(({ field }) => field)
      .join(', ')
      .slice(0, 80),
    message: `No rule that weighs has a column in ${tab}, so there is nothing to score by.`,
    fix: 'Write headers of that tab in the column Field.',
    count: plan.icp.length,
  });
}
