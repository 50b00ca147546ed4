/** What is remembered of a CSV import under way, so that one that stops half way can be gone on with, or kept as it is. */
import type { StoppedImport } from '../protocol/replies';
import type { Tab } from '../workbook/tab';
import type { Workbook } from '../workbook/workbook';

const NAME = 'import';

type Kept = Omit<StoppedImport, 'tab'> & { readonly id: number };

/** Keeps where an import stands, so that a stopped one can go on. */
export function rememberImport(workbook: Workbook, tab: Tab, stopped: Omit<Kept, 'id'>): void {
  workbook.remember(NAME, JSON.stringify({ id: tab.id, ...stopped } satisfies Kept));
}

/** Forgets the import: it is done, or its tab is the user's now. */
export function forgetImport(workbook: Workbook): void {
  workbook.remember(NAME, undefined);
}

/** The import that was stopped; undefined when there is none or its tab is gone. */
export function stoppedImport(workbook: Workbook, tabs: readonly Tab[]): StoppedImport | undefined {
  const text = workbook.recall(NAME);
  if (text === undefined) return undefined;
  const { id, ...stopped } = JSON.parse(text) as Kept;
  const tab = tabs.find((candidate) => candidate.id === id);
  return tab === undefined ? undefined : { ...stopped, tab: workbook.titleOf(tab.id) };
}

/** Leaves the rows of a stopped import as they are. */
export function keepImport(workbook: Workbook): Record<string, never> {
  forgetImport(workbook);
  return {};
}
