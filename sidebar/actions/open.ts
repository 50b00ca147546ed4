/** Opening the file: its tabs and plan, then the columns the first page needs. */
import { counted } from '../../src/domain/facts/figure';
import { countChanges, rebased } from '../plan/entries';
import { listsFrom } from '../plan/lists';
import { unsavedFrom } from '../plan/unsaved';
import { Trouble } from '../server';
import { FIRST_FIELDS, readSlices } from './columns';
import type { Context } from './context';
import { readFile, timeNow } from './reload';

/** Reads the file and goes to its first page; without a title the tab of accounts is the one the server finds. */
export async function open(context: Context, accountsTab?: string): Promise<void> {
  const { dispatch, getState, work } = context;
  await work('Looking at the file', async (signal) => {
    const tabs = accountsTab === undefined ? {} : { accountsTab };
    const file = await readFile(context, tabs);
    const { greeting, plan } = file;
    // The page's own wins over what an earlier page left.
    const kept = getState().greeting === undefined ? unsavedFrom(greeting.draft ?? '') : undefined;
    const draft = rebased((kept ?? getState()).draft, plan);
    dispatch({ kind: 'opened', file, draft });
    if (kept !== undefined) dispatch({ kind: 'answers', answers: kept.answers });
    const first = await readSlices(context, signal, FIRST_FIELDS, tabs).catch((error: unknown) => {
      // A file without a list is where people begin; everything else is trouble.
      if (error instanceof Trouble && error.kind === 'refused' && accountsTab === undefined) return [];
      throw error;
    });
    const lists = listsFrom(first);
    dispatch({ kind: 'listed', lists, readAt: timeNow() });
    dispatch({ kind: 'go', view: lists === undefined || (plan.icp ?? []).length === 0 ? 'start' : 'home' });
    const notice = kept === undefined ? '' : backSentence(countChanges(kept.draft), countChanges(draft));
    if (notice !== '') dispatch({ kind: 'notice', notice });
  });
}

function backSentence(left: number, back: number): string {
  const lost = left === back ? '' : ` ${counted(left - back, 'other')} no longer fit the plan.`;
  return left === 0 ? '' : `${counted(back, 'unsaved change')} back.${lost}`;
}
