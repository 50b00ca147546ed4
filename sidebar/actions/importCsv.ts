/** A CSV file written into a tab chunk by chunk, which can be stopped and continued. */
import type { CsvImportReply, Greeting, StoppedImport } from '../../src/commands/protocol/replies';
import { chunksOf, type CsvFile } from '../take/csvFile';
import type { Context } from './context';
import { counted } from '../../src/domain/facts/figure';
import { open } from './open';
import { show } from './show';

/** Into a tab of its own, or on into the tab where it stopped; then shows that tab. With a plan the accounts stay those of the plan. */
export async function importCsv(context: Context, file: CsvFile, stopped?: StoppedImport): Promise<void> {
  const tab = await context.work(`Importing ${file.title}`, (signal) => writeChunks(context, signal, file, stopped));
  if (tab === undefined) return;
  const { draft, lists } = context.getState();
  const accounts = lists !== undefined && draft.icp.length > 0 ? lists.meta.accountsTab : tab;
  await show(context, tab);
  await open(context, accounts);
  context.dispatch({ kind: 'notice', notice: `${counted(file.rows.length - 1, 'row')} imported into the tab ${tab}.` });
}

/** Title of the tab; undefined when it was cancelled before the last chunk. */
async function writeChunks(
  context: Context,
  signal: AbortSignal,
  { title, rows, mark }: CsvFile,
  stopped: StoppedImport | undefined,
): Promise<string | undefined> {
  const { ask, dispatch } = context;
  let at: Pick<CsvImportReply, 'tab' | 'guard'> | undefined = stopped;
  for (const chunk of chunksOf(rows, stopped?.done ?? 0)) {
    dispatch({ kind: 'job', job: { what: `Importing ${title}`, done: chunk.row - 1, total: rows.length } });
    at = await ask<CsvImportReply>({
      kind: 'csvImport',
      title: at?.tab ?? title,
      ...chunk,
      ...(at === undefined ? {} : { guard: at.guard }),
      whole: { file: title, rows: rows.length, mark },
    });
    if (signal.aborted && chunk.row - 1 + chunk.rows.length < rows.length) {
      await greet(context);
      return undefined;
    }
  }
  return at?.tab;
}

/** Keeps the tab of a stopped import as it is, and stops offering to continue it. */
export async function keepImport(context: Context): Promise<void> {
  await context.work('Keeping the tab as it is', async () => {
    await context.ask({ kind: 'keepImport' });
    await greet(context);
  });
}

async function greet({ ask, dispatch }: Context): Promise<void> {
  dispatch({ kind: 'greeted', greeting: await ask<Greeting>({ kind: 'hello' }) });
}
