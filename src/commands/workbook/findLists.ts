/** Which tabs hold the accounts and the contacts: as asked, as `Columns` says, else as their headers tell. */
import { shownText } from '../../sheet/parse/text';
import type { Grid } from '../../sheet/grid';
import type { ListSource } from '../../sheet/lists/readLists';
import { judgeList } from '../../sheet/columns/judgeList';
import { refusal, Refusal } from '../../sheet/problem';
import { findLoading, isPending } from '../../sheet/table/loading';
import { isStampText } from '../../sheet/ownTabs/stamp';
import { PLAN_TABS } from '../../sheet/plan/tabs';
import { isOwnTitle } from './ownTabs';
import type { Source } from '../protocol/requests';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

interface ReadTab {
  readonly own: Tab;
  readonly grid: Grid;
}

export interface FoundLists {
  readonly accounts: ListSource;
  readonly contacts: ListSource | undefined;
}

/** @throws Refusal when a named tab is missing or no tab looks like a list of accounts. */
export function findLists(workbook: Workbook, tabs: readonly Tab[], source: Source): FoundLists {
  const read = readerOf(workbook);
  const candidates = tabs.filter(({ kind }) => kind === undefined);
  const named = (title: string | undefined): ReadTab | undefined =>
    title === undefined ? undefined : read(tabNamed(workbook, tabs, title));
  const accounts = named(source.accountsTab) ?? bestOf(workbook, candidates.map(read), 'accounts');
  if (accounts === undefined) {
    assertNothingLoading(workbook, candidates.map(read));
    throw new Refusal(
      refusal({
        code: 'NO_ACCOUNTS',
        message: 'No tab holds a list of accounts.',
        fix: 'Paste your accounts into a tab with headers in row 1, such as Account name, Domain and Employees.',
      }),
    );
  }
  const others = candidates.map(read).filter(({ grid }) => grid !== accounts.grid);
  // Of merged cells all but the first are blank: a list that is filled throughout has none that matter.
  const withMerges = ({ own, grid }: ReadTab): ListSource => ({
    tab: workbook.titleOf(own.id),
    grid,
    merges: grid.some((cells) => cells.includes('')) ? workbook.merges(own) : [],
  });
  const contacts = named(source.contactsTab) ?? bestOf(workbook, others, 'contacts');
  if (contacts === undefined) assertNothingLoading(workbook, others);
  return { accounts: withMerges(accounts), contacts: contacts && withMerges(contacts) };
}

/** A tab that has yet to arrive may be the list that is missed. @throws Refusal that names it. */
function assertNothingLoading({ titleOf }: Workbook, sources: readonly ReadTab[]): void {
  const loading = sources.flatMap(({ own, grid }) =>
    isPending(grid) ? (findLoading({ tab: own.id, grid }, titleOf) ?? []) : [],
  );
  if (loading.length > 0) throw new Refusal(loading);
}

/** Each tab is read once, whatever is asked of it. */
function readerOf(workbook: Workbook): (tab: Tab) => ReadTab {
  const grids = new Map<number, Grid>();
  return (tab) => {
    const grid = grids.get(tab.id) ?? workbook.read(tab);
    grids.set(tab.id, grid);
    return { own: tab, grid };
  };
}

function tabNamed({ titleOf }: Workbook, tabs: readonly Tab[], title: string): Tab {
  const tab =
    tabs.find(({ id }) => titleOf(id) === title) ?? tabs.find(({ id }) => titleOf(id).toLowerCase() === title.toLowerCase());
  if (tab === undefined) {
    throw new Refusal(
      refusal({
        code: 'NO_SUCH_TAB',
        found: title,
        message: `There is no tab "${title}".`,
        fix: `The tabs are: ${tabs.map(({ id }) => titleOf(id)).join(', ')}.`,
      }),
    );
  }
  return tab;
}

/** A plan tab whose metadata is lost. */
function isPlan(title: string): boolean {
  return Object.values(PLAN_TABS).some((plan) => isOwnTitle(title, plan.title));
}

/** Two tabs so alike may be one list and its older copy. */
const ALIKE = 0.8;

/**
 * The tab whose headers and cells look most like the list; the first of equals, and one that is shown before a hidden one that is much alike.
 * Whether a tab is hidden costs a round trip, so it is asked only where two are alike; its title alone is asked for.
 */
function bestOf(workbook: Workbook, sources: readonly ReadTab[], list: 'accounts' | 'contacts'): ReadTab | undefined {
  const judged = sources
    .filter(({ grid }) => !isStampText(shownText(grid[0]?.[0] ?? '')))
    .map((source) => ({ source, likeness: judgeList(source.grid)[list] }))
    .filter(({ likeness, source }) => likeness > 0 && !isPlan(workbook.titleOf(source.own.id)))
    .sort((a, b) => b.likeness - a.likeness);
  const alike = judged.filter(({ likeness }) => likeness >= ALIKE * (judged[0]?.likeness ?? 0));
  const shown = alike.length > 1 ? alike.find(({ source }) => !workbook.isHidden(source.own)) : undefined;
  return (shown ?? judged[0])?.source;
}
