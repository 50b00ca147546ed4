/** Writes a `plan.json` into the plan tabs. Tabs that hold rows already are left alone: nothing of the team's is overwritten. */
import { jsonRowsOf } from '../../sheet/plan/planJson';
import { parsePlanJson } from '../../sheet/plan/planSchema';
import { PLAN_KEYS } from '../../sheet/plan/tabs';
import { makeProblem, Refusal, type Problem } from '../../sheet/problem';
import { lockedTabs } from '../workbook/locked';
import { stampPlanChanged } from '../writing/stampChanged';
import { findPlanTabs, type FoundPlanTab } from '../workbook/planTabs';
import { arrangedTab, openPlanLog, writeTabs } from '../writing/wantedPlanTabs';
import type { Moment, Workbook } from '../workbook/workbook';

/**
 * Imports the plan: one tab for each key that has rows.
 * @returns titles of the tabs written.
 * @throws Refusal when the JSON is no plan, or when a tab to be written holds other rows.
 */
export function importPlan(
  request: { readonly plan: unknown },
  workbook: Workbook,
  moment: Moment,
): { readonly written: readonly string[] } {
  const { plan, problems } = parsePlanJson(request.plan);
  if (plan === undefined) throw new Refusal(problems);
  return lockedTabs(workbook, (tabs) => {
    const found = findPlanTabs(workbook, tabs);
    const wanted = PLAN_KEYS.flatMap((key) => {
      const rows = plan[key] ?? [];
      const known = found.get(key);
      const old = jsonRowsOf(key, known?.grid ?? []);
      // A stop may have left a part of this very import: what stands there must then be its beginning.
      const isPart = old.every((row, index) => sameRow(row, rows[index]));
      if (rows.length === 0 || (isPart && old.length === rows.length)) return [];
      return [{ ...arrangedTab(workbook, key, known, rows), isPart }];
    });
    const occupied = wanted.flatMap(({ known, isPart }) =>
      known === undefined || isPart ? [] : [refusalOf(workbook.titleOf(known.tab.id), known)],
    );
    if (occupied.length > 0) throw new Refusal(occupied);
    if (wanted.length === 0) return { written: [] };
    const log = openPlanLog(workbook, tabs, moment, found, wanted);
    const written = writeTabs(workbook, tabs, wanted, log).map(({ id }) => workbook.titleOf(id));
    stampPlanChanged(workbook, tabs, log, found, wanted);
    return { written };
  });
}

function sameRow(old: object, row: object | undefined): boolean {
  const sorted = (value: object | undefined): string =>
    JSON.stringify(
      Object.entries(value ?? {})
        .filter(([, cell]) => cell !== '')
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return sorted(old) === sorted(row);
}

function refusalOf(title: string, { grid }: FoundPlanTab): Problem {
  const rows = grid.length - 1;
  return makeProblem({
    severity: 'refusal',
    code: 'PLAN_TAB_OCCUPIED',
    at: title,
    found: `${rows} rows`,
    message: `The tab holds a plan already, ${rows} rows, and an import would replace it.`,
    fix: 'Rename or empty the tab first, or import into a copy of the file.',
    count: rows,
  });
}
