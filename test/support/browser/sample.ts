/** The workbook that the pages of the browser tests begin with. */
import { readBundle } from '../../../workbench/cli/bundle';
import { openPath, readPlanFile } from '../../../workbench/cli/input';
import { listsOf } from '../../../workbench/cli/lists';
import { servePage } from '../../../workbench/cli/pageServers';
import { systemClock } from '../../../workbench/core/clock';
import type { OpenedFile } from '../../../workbench/files/open';
import type { RunningServer } from '../../../workbench/cli/server';
import { openAddOn, valueOf } from '../commands/addOn';

/** A page on the whole sample takes ten times as long to open. */
const ACCOUNTS = 240;

/** The same lists and plan as `npm start` serves, planned, but the first accounts alone with their contacts. `root`: the project's folder. */
export async function serveShortSample(root: URL): Promise<RunningServer> {
  const path = (name: string): string => new URL(`examples/${name}`, root).pathname;
  const say = (): void => undefined;
  const bundle = await readBundle(new URL('dist/', root));
  const [allAccounts, allContacts, plan] = await Promise.all([
    openPath(path('accounts.csv'), say),
    openPath(path('contacts.csv'), say),
    readPlanFile(path('plan.json')),
  ]);
  const accounts = rowsWhere(allAccounts, (_, row) => row <= ACCOUNTS);
  const keys = new Set(accounts.kind === 'csv' ? accounts.table.rows.map(([key]) => key) : []);
  const contacts = rowsWhere(allContacts, ([key], row) => row === 0 || keys.has(key));
  const lists = listsOf({ accounts, contacts, name: 'examples/accounts.csv', grid: 'roomy' });
  const host = await openAddOn({ ...lists.book, title: 'Sample accounts' }, { clock: systemClock() });
  valueOf(host, { kind: 'importPlan', plan });
  valueOf(host, { kind: 'planEverything', ...lists.source });
  return servePage({ root, port: 0, bundleHash: bundle.hash, workbook: JSON.stringify(host.snapshot()) });
}

type Row = Extract<OpenedFile, { kind: 'csv' }>['table']['rows'][number];

function rowsWhere(file: OpenedFile, isKept: (row: Row, index: number) => boolean): OpenedFile {
  if (file.kind !== 'csv') throw new Error('The sample is no CSV file.');
  return { ...file, table: { ...file.table, rows: file.table.rows.filter(isKept) } };
}
