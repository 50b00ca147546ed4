/** Proposes a first plan for a list: rules from what it holds, each with its evidence. Writes nothing. */
import { readLists } from '../../sheet/lists/readLists';
import { refusal, Refusal, refusalsIn } from '../../sheet/problem';
import { columnRows } from '../../sheet/propose/columnRows';
import { proposeRules } from '../../sheet/propose/proposeRules';
import { findLists } from '../workbook/findLists';
import type { Source } from '../protocol/requests';
import type { ProposedPlan } from '../protocol/replies';
import type { Moment, Workbook } from '../workbook/workbook';

/** @throws Refusal when the list cannot be read or gives no rule. */
export function proposePlan(request: Source, workbook: Workbook, { day }: Moment): ProposedPlan {
  const { accounts, contacts } = findLists(workbook, workbook.tabs(), request);
  const read = readLists(accounts, contacts, { locale: workbook.locale, columns: undefined });
  const refusals = refusalsIn(read.problems);
  if (refusals.length > 0) throw new Refusal(refusals);
  const { proposals, basis } = proposeRules(read.lists.accounts, day);
  if (proposals.length === 0) {
    throw new Refusal(
      refusal({
        code: 'NO_RULE_FOUND',
        message: `${accounts.tab} has no column a first rule could use, or too few accounts that share a value.`,
        fix: 'Add accounts, or a column such as Industry, Employees, Annual revenue or Country.',
      }),
    );
  }
  return {
    plan: { format: 1, icp: proposals.map(({ row }) => row), columns: columnRows(read, contacts?.tab) },
    notes: [basis, ...proposals.map(({ note }) => note)],
  };
}
