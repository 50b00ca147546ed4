/** Opening the file: its tabs and plan, then the columns the first page needs. */
import { draftOf } from '../plan/entries';
import { listsFrom } from '../plan/lists';
import { Trouble } from '../server';
import { FIRST_FIELDS, readSlices } from './columns';
import type { Context } from './context';
import { readFile } from './reload';

/** Reads the file and goes to its first page; without a title the tab of accounts is the one the server finds. */
export async function open(context: Context, accountsTab?: string): Promise<void> {
  const { dispatch, work } = context;
  await work('Looking at the file', async (signal) => {
    const { greeting, plan, report } = await readFile(context);
    dispatch({ kind: 'opened', greeting, draft: draftOf(plan), report });
    const tabs = accountsTab === undefined ? {} : { accountsTab };
    const first = await readSlices(context, signal, FIRST_FIELDS, tabs).catch((error: unknown) => {
      // A file without a list is where people begin; everything else is trouble.
      if (error instanceof Trouble && error.kind === 'refused' && accountsTab === undefined) return [];
      throw error;
    });
    const lists = listsFrom(first);
    dispatch({ kind: 'listed', lists });
    dispatch({ kind: 'go', view: lists === undefined || (plan.icp ?? []).length === 0 ? 'start' : 'home' });
  });
}
