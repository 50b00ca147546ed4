/** Reports what is recognised in the lists and every problem; writes nothing. */
import { readLists } from '../sheet/lists/readLists';
import { findLists } from './findLists';
import { findPlanTabs, planGridsOf } from './planTabs';
import type { Source } from './protocol/requests';
import type { CheckReport } from './protocol/replies';
import type { Workbook } from './workbook';

export function checkLists(request: Source, workbook: Workbook): CheckReport {
  const tabs = workbook.tabs();
  const { accounts, contacts } = findLists(workbook, tabs, request);
  const plan = planGridsOf(findPlanTabs(workbook, tabs));
  const read = readLists(accounts, contacts, { locale: workbook.locale, columns: plan.get('columns') });
  const kept = read.lists.accounts.size;
  return {
    columns: read.columns.map(({ list, field, header, confidence }) => ({ list, field, column: header, confidence })),
    rows: { read: kept + read.errors, kept, errors: read.errors },
    problems: read.problems,
  };
}
