/** Goes to a row of a tab in the sheet, as a click on its tab and cell would. Writes nothing. */
import { refusal, Refusal } from '../../sheet/problem';
import { GENERATED_TABS } from '../../sheet/ownTabs/block';
import { findOwnTabs } from '../workbook/ownTabs';
import type { ShowRequest } from '../protocol/requests';
import type { Tab } from '../workbook/tab';
import type { Workbook } from '../workbook/workbook';

/** @throws Refusal when the tab is gone. */
export function show({ tab: title, row }: ShowRequest, workbook: Workbook): { readonly tab: string } {
  const tabs = workbook.tabs();
  const tab = generatedTab(workbook, tabs, title) ?? tabs.find(({ id }) => workbook.titleOf(id) === title);
  if (tab === undefined)
    throw new Refusal(
      refusal({
        code: 'NO_SUCH_TAB',
        found: title,
        message: `There is no tab "${title}".`,
        fix: 'Update the results, and it comes back.',
      }),
    );
  workbook.show(tab, Math.min(row ?? 1, workbook.sizeOf(tab).rows));
  return { tab: workbook.titleOf(tab.id) };
}

/** By the name we give it, whatever the team calls it now. */
function generatedTab(workbook: Workbook, tabs: readonly Tab[], title: string): Tab | undefined {
  const kind = (Object.keys(GENERATED_TABS) as (keyof typeof GENERATED_TABS)[]).find((each) => GENERATED_TABS[each] === title);
  return kind === undefined ? undefined : findOwnTabs(workbook, tabs, [{ kind, title }]).get(kind)?.tab;
}
