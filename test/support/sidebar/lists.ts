/** Lists as the page gets them: through the server's own reply, over JSON. */
import { columns } from '../../../src/commands/requests/columns';
import { planGrid } from '../../../src/commands/requests/planGrid';
import type { ColumnsRequest, PlanJson } from '../../../src/commands/protocol/requests';
import type { PlanReport } from '../../../src/commands/protocol/replies';
import type { ColumnsReply } from '../../../src/commands/protocol/columns';
import type { Tab } from '../../../src/commands/workbook/tab';
import type { Moment, Workbook } from '../../../src/commands/workbook/workbook';
import type { Grid } from '../../../src/sheet/grid';
import { gridOfJson } from '../../../src/sheet/plan/planJson';
import { planKind } from '../../../src/sheet/ownTabs/tabKind';
import { PLAN_KEYS, PLAN_TABS } from '../../../src/sheet/plan/tabs';
import { draftOf, type Draft } from '../../../sidebar/plan/entries';
import { listsFrom, type PageLists } from '../../../sidebar/plan/lists';

const MOMENT: Moment = { time: '2026-11-21 20:59', day: 20_778, runId: 'test', install: 'test', now: 0 } as unknown as Moment;

/** What the page holds after opening a workbook with these tabs. */
export interface Opened {
  readonly lists: PageLists;
  readonly draft: Draft;
  readonly report: PlanReport;
}

export function opened(accounts: Grid, plan: PlanJson, contacts?: Grid, more: Partial<ColumnsRequest> = {}): Opened {
  const slices: ColumnsReply[] = [];
  do {
    const from = slices.reduce((sum, { keys }) => sum + keys.length, 0);
    const request: ColumnsRequest = { kind: 'columns', fields: ['Account name', 'Domain'], from, people: true, ...more };
    slices.push(JSON.parse(JSON.stringify(columns(request, workbookOf(accounts, plan, contacts), MOMENT))) as ColumnsReply);
  } while (slices.reduce((sum, { keys }) => sum + keys.length, 0) < slices[0]!.chosen);
  const lists = listsFrom(slices)!;
  const { report } = planGrid({ accounts, ...(contacts === undefined ? {} : { contacts }), plan, asOf: '' }, 'en_US', MOMENT);
  return {
    lists,
    draft: draftOf(plan),
    report,
  };
}

function workbookOf(accounts: Grid, plan: PlanJson, contacts: Grid | undefined): Workbook {
  const grids = new Map<string, { readonly tab: Tab; readonly grid: Grid }>();
  const add = (title: string, kind: Tab['kind'], grid: Grid): void => {
    grids.set(title, { tab: { id: grids.size, kind }, grid });
  };
  add('Accounts', undefined, accounts);
  if (contacts !== undefined) add('Contacts', undefined, contacts);
  for (const key of PLAN_KEYS) if (plan[key] !== undefined) add(PLAN_TABS[key].title, planKind(key), gridOfJson(key, plan[key]));
  return {
    locale: 'en_US',
    timeZone: 'Etc/UTC',
    tabs: () => [...grids.values()].map(({ tab }) => tab),
    titleOf: (id: number) => [...grids.keys()][id]!,
    read: ({ id }: Tab) => [...grids.values()][id]!.grid,
    merges: () => [],
  } as unknown as Workbook;
}
