/** The plan of the workbook as `plan.json`. */
import { planJsonOf } from '../../sheet/plan/planJson';
import { planMarkOf } from '../result/marks';
import { findPlanTabs } from '../workbook/planTabs';
import type { PlanJson } from '../protocol/requests';
import type { Workbook } from '../workbook/workbook';

/** The plan tabs as plan.json, and their mark. */
export function exportPlan(workbook: Workbook): { readonly plan: PlanJson; readonly mark: string } {
  const plans = findPlanTabs(workbook, workbook.tabs());
  return { plan: planJsonOf(plans), mark: planMarkOf(plans) };
}
