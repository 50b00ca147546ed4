/** Reports what is recognized in the lists and every problem, as a run would tell them in `Problems`; writes nothing. */
import { arranged, problemLines } from '../../sheet/render/problemRows';
import { readInputs } from '../result/compute';
import { findLists } from '../workbook/findLists';
import { pastBefore } from '../writing/pastMonths';
import { findPlanTabs, planGridsOf, unfitResults } from '../workbook/planTabs';
import type { CheckReport } from '../protocol/replies';
import type { Source } from '../protocol/requests';
import type { Moment, Workbook } from '../workbook/workbook';

/** Without a plan in the file the lists are looked at alone: that there are no rules yet is no fault of theirs. */
export function checkLists(request: Source, workbook: Workbook, moment: Moment): CheckReport {
  const tabs = workbook.tabs();
  const lists = findLists(workbook, tabs, request);
  const plans = findPlanTabs(workbook, tabs);
  const plan = planGridsOf(plans);
  const inputs = {
    ...lists,
    plan,
    titles: workbook.titleOf,
    locale: workbook.locale,
    asOf: request.asOf,
    past: pastBefore(workbook, tabs),
    unfitResults: unfitResults(workbook, tabs, plans),
  };
  const { lists: read, problems: all } = readInputs(inputs, moment);
  const problems = plan.has('icp') ? all : read.problems;
  const kept = read.lists.accounts.size;
  return {
    columns: read.columns.map(({ list, field, header, confidence }) => ({ list, field, column: header, confidence })),
    rows: { read: kept + read.errors, kept, errors: read.errors },
    problems: arranged(problems),
    lines: problemLines(problems),
  };
}
