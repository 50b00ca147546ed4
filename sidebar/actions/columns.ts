/** Reading columns of the lists, in slices that a large list can be stopped between. */
import type { ColumnsReply } from '../../src/commands/protocol/columns';
import type { ColumnsRequest } from '../../src/commands/protocol/requests';
import { listsFrom, withColumns, type PageLists } from '../plan/lists';
import type { State } from '../state';
import type { Context } from './context';

/** Fields the first questions and every explanation use. */
export const FIRST_FIELDS = [
  'Account name',
  'Domain',
  'Industry',
  'Employees',
  'Annual revenue',
  'Country',
  'Account status',
  'Account owner',
  'Last contacted',
  'Funding stage',
  'Last funding date',
  'Headcount growth',
  'Open roles',
  'Verified emails',
];
/** Accounts the page holds at most; of a longer list it holds a sample, and says so. */
const MOST_ACCOUNTS = 50_000;

/** Titles of the tabs the page has read, as requests name them; empty before there is a list. */
export function tabsRead({ lists }: State): Pick<ColumnsRequest, 'accountsTab' | 'contactsTab'> {
  if (lists === undefined) return {};
  const { accountsTab, contactsTab } = lists.meta;
  return contactsTab === null ? { accountsTab } : { accountsTab, contactsTab };
}

/** All slices of some columns, or those before the signal; the first says how many accounts there are. @throws Trouble */
export async function readSlices(
  { ask, dispatch }: Context,
  signal: AbortSignal,
  fields: readonly string[],
  more: Partial<ColumnsRequest>,
): Promise<readonly ColumnsReply[]> {
  const replies: ColumnsReply[] = [];
  let done = 0;
  do {
    const reply = await ask<ColumnsReply>({ kind: 'columns', fields, most: MOST_ACCOUNTS, ...more, from: done });
    replies.push(reply);
    done += Math.max(1, reply.keys.length);
    if (done >= reply.chosen) break;
    dispatch({ kind: 'job', job: { what: 'Reading accounts', done, total: reply.chosen } });
  } while (!signal.aborted);
  return replies;
}

/** Adds columns to the lists the page holds, and with `people` the contacts; undefined when nothing could be read. */
export async function fetchColumns(context: Context, fields: readonly string[], people = false): Promise<PageLists | undefined> {
  const { lists } = context.getState();
  if (lists === undefined || (fields.length === 0 && !people)) return lists;
  const more = { ...tabsRead(context.getState()), ...(people ? { people } : {}) };
  const replies = await context.work('Reading columns', (signal) => readSlices(context, signal, fields, more));
  if (replies === undefined) return undefined;
  const fresh = people ? listsFrom(replies) : undefined;
  const known = withColumns(
    fresh === undefined ? lists : { ...lists, lists: { ...lists.lists, contacts: fresh.lists.contacts } },
    replies,
  );
  if (replies.some(({ marks }) => marks.cells !== lists.meta.marks.cells)) {
    context.dispatch({ kind: 'behind', what: ['lists'] });
    return undefined;
  }
  context.dispatch({ kind: 'listed', lists: known, readAt: context.getState().readAt });
  return known;
}
