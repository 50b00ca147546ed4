/** Saves rows of one plan tab by compare-and-set: a row is found by what the page loaded, and one changed meanwhile stops the save. */
import { strayKeys } from '../../sheet/plan/planJson';
import { PLAN_KEYS, PLAN_TABS } from '../../sheet/plan/tabs';
import { applyFormatting, planFormatting } from '../writing/applyFormatting';
import { lockedTabs } from '../workbook/locked';
import { stampPlanChanged } from '../writing/stampChanged';
import { changedRows, planColumns } from '../workbook/planRows';
import { findPlanTabs } from '../workbook/planTabs';
import { invalidRequest } from './invalidRequest';
import type { SavePlan } from '../protocol/requests';
import type { SavedPlan } from '../protocol/replies';
import type { Moment, Workbook } from '../workbook/workbook';
import { openPlanLog, writeTabs } from '../writing/wantedPlanTabs';

/** Rows changed by another user meanwhile come back as conflicts, and nothing is written. */
export function savePlan(request: SavePlan, workbook: Workbook, moment: Moment): SavedPlan {
  const { key, changes } = checked(request);
  const isSecond = key === 'results' && request.again === true;
  return lockedTabs(workbook, (tabs) => {
    const plans = findPlanTabs(workbook, tabs);
    const { grid } = plans.get(key) ?? { grid: [] };
    const columns = planColumns(
      key,
      grid,
      changes.map(({ after }) => after),
    );
    const { rows, conflicts, equalRows } = changedRows(columns, grid.slice(1), changes, isSecond);
    if (conflicts.length > 0) return { kind: 'conflict', rows: conflicts };
    const own = plans.get(key)?.tab;
    const title = (): string => (own === undefined ? PLAN_TABS[key].title : workbook.titleOf(own.id));
    const sentences = equalRows.map((index) => standsAlready(key, title(), index + 2));
    if (key === 'results' && sentences.length > 0 && !isSecond) return { kind: 'equal', sentences };
    const wanted = [{ key, known: plans.get(key), grid: [columns.header, ...rows], asOne: false }];
    const log = openPlanLog(workbook, tabs, moment, plans, wanted);
    const written = writeTabs(workbook, tabs, wanted, log);
    stampPlanChanged(workbook, tabs, log, plans, wanted);
    applyFormatting(
      workbook,
      written.map((tab) => planFormatting(tab, key, [columns.header, ...rows])),
    );
    return { kind: 'saved', key, sentences: isSecond ? [] : sentences };
  });
}

/** What was to be saved stands in this row; two equal batches of people may be one that was typed twice. */
function standsAlready(key: SavePlan['key'], title: string, row: number): string {
  return key === 'results'
    ? `Row ${row} of ${title} holds the same batch: are they one? Nothing was saved.`
    : `Row ${row} of ${title} holds the same already.`;
}

function checked({ key, changes }: SavePlan): SavePlan {
  if (!PLAN_KEYS.includes(key)) throw invalidRequest(`"key" must be one of: ${PLAN_KEYS.join(', ')}.`);
  const isRow = (row: unknown): boolean =>
    row === null ||
    (typeof row === 'object' && Object.values(row).every((cell) => ['string', 'number', 'boolean'].includes(typeof cell)));
  const list: unknown = changes;
  if (!Array.isArray(list) || !changes.every(({ before, after }) => isRow(before) && isRow(after)))
    throw invalidRequest('"changes" must be an array of {before, after}, each a row or null.');
  const stray = strayKeys(
    key,
    changes.flatMap(({ after }) => (after === null ? [] : [after])),
  );
  if (stray.length > 0)
    throw invalidRequest(`${PLAN_TABS[key].title} has no column ${stray.map((name) => `"${name}"`).join(', ')}.`);
  return { kind: 'savePlan', key, changes };
}
