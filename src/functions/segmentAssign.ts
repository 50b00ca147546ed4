/** SEGMENT_ASSIGN: the first segment whose rules each account meets. */
import type { Day } from '../domain/facts/fact';
import { segmentAccounts, type Segmentation } from '../domain/segments/segment';
import type { ReadLists } from '../sheet/lists/readLists';
import { checkFields } from '../sheet/lists/checkFields';
import { sentenceOf } from '../sheet/problem';
import type { Arguments } from './arguments/arguments';
import { besideAccounts } from './arguments/byRow';
import type { FormulaRun } from './formula';
import { height } from './icpScore';
import { readAccountsArgument, readPlanArgument } from './arguments/planArguments';

export const segmentAssign: FormulaRun = (given) => {
  const { read, segmentation } = segmentArguments(given);
  const fallback = given.cell('fallback', 'a text') ?? '';
  return besideAccounts(read, height(given), ['Segment'], (account) => {
    const segment = segmentation.segments[segmentation.assigned[account] ?? -1];
    return [segment === undefined ? fallback : segment.name];
  });
};

interface SegmentArguments {
  readonly read: ReadLists;
  readonly segmentation: Segmentation;
  readonly asOf: Day;
}

/** Accounts and segment rules of a formula: the accounts given are the pool. */
export function segmentArguments(given: Arguments, rules = 'segment_rules'): SegmentArguments {
  const plan = readPlanArgument(given, { segments: rules });
  const read = readAccountsArgument(given, 'accounts', undefined);
  const [refusal] = checkFields({ ...plan, icp: [] }, read.lists.accounts, 'accounts', read.headers).filter(
    ({ severity, code }) => severity === 'refusal' && code !== 'NO_RULE_WITH_COLUMN',
  );
  if (refusal !== undefined) throw new Error(`${given.formula}: ${sentenceOf(refusal)}`);
  const { segments, asOf } = plan.plan;
  return { read, asOf, segmentation: segmentAccounts(read.lists.accounts, segments, asOf, undefined) };
}
