/** What the formulas of segments share: accounts and segment rules, read and matched. */
import type { Day } from '../../domain/facts/fact';
import { segmentAccounts, type Segmentation } from '../../domain/segments/segment';
import { checkFields } from '../../sheet/lists/checkFields';
import type { ReadLists } from '../../sheet/lists/readLists';
import { sentenceOf } from '../../sheet/problem';
import type { Arguments } from './arguments';
import { FormulaRefusal } from './formulaRefusal';
import { readAccountsArgument, readPlanArgument } from './planArguments';

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
  if (refusal !== undefined) throw new FormulaRefusal(given.formula, sentenceOf(refusal));
  const { segments, asOf } = plan.plan;
  return { read, asOf, segmentation: segmentAccounts(read.lists.accounts, segments, asOf, undefined) };
}
