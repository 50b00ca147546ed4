/** The plan of the workbook as `plan.json`. */
import { planJsonOf } from '../../sheet/plan/planJson';
import { findPlanTabs } from '../workbook/planTabs';
import type { PlanJson } from '../protocol/requests';
import type { Workbook } from '../workbook/workbook';

/** The plan tabs as plan.json. */
export function exportPlan(workbook: Workbook): { readonly plan: PlanJson } {
  return { plan: planJsonOf(findPlanTabs(workbook, workbook.tabs())) };
}
