/** How lists and plan stand now, as fingerprints: the page compares them with what it read and notices edits behind it. Writes nothing. */
import { extentMarkOf, extentOf, planMarkOf, type Extent } from '../result/marks';
import { listHashOf } from '../result/compute';
import { ownSummary } from '../workbook/ownSummary';
import { findPlanTabs } from '../workbook/planTabs';
import type { SheetMarksRequest } from '../protocol/requests';
import type { SheetMarks } from '../protocol/replies';
import type { Tab } from '../workbook/tab';
import type { Workbook } from '../workbook/workbook';

/** Lists of up to so many cells are read whole at every look; of longer ones a quick look takes size and headers alone. */
const FEW_CELLS = 20_000;

/** Marks of the tabs the page names; a tab that is gone has none. */
export function sheetMarks({ accountsTab, contactsTab, isThorough }: SheetMarksRequest, workbook: Workbook): SheetMarks {
  const tabs = workbook.tabs();
  const plan = planMarkOf(findPlanTabs(workbook, tabs));
  const run = ownSummary(workbook, tabs)?.stamp.runId ?? '';
  const own = tabs.filter(({ kind }) => kind === undefined);
  const lists = [accountsTab, contactsTab].flatMap((title) => own.find(({ id }) => workbook.titleOf(id) === title) ?? []);
  const extents = lists.map((tab) => glance(workbook, tab));
  const cells = extents.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  if (lists.length === 0 || (!isThorough && cells > FEW_CELLS)) return { plan, run, extent: extentMarkOf(extents) };
  const [accounts, contacts] = lists.map((tab) => ({ tab: workbook.titleOf(tab.id), grid: workbook.read(tab) }));
  if (accounts === undefined) return { plan, run, extent: extentMarkOf(extents) };
  const read = contacts === undefined ? [accounts] : [accounts, contacts];
  return {
    plan,
    run,
    extent: extentMarkOf(read.map(extentOf)),
    cells: listHashOf({ accounts, contacts, locale: workbook.locale }),
  };
}

function glance(workbook: Workbook, tab: Tab): Extent {
  const { rows, columns } = workbook.extentOf(tab);
  const [header = []] = rows === 0 ? [] : workbook.readBack(tab, 1, 1, 1, columns);
  return { tab: workbook.titleOf(tab.id), rows, columns, header };
}
