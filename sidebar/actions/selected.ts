/** The account of the row selected in the sheet. */
import type { SelectionReply } from '../../src/commands/protocol/replies';
import { rowsOf, textOf, type Draft } from '../plan/entries';
import { listsFrom, type PageLists } from '../plan/lists';
import { FIRST_FIELDS, readSlices, tabsRead } from './columns';
import type { Context } from './context';

/** Lists of that account alone, read again; a sentence where the row holds none; undefined when nothing could be read. */
export function selected(context: Context): Promise<PageLists | string | undefined> {
  const { ask, getState, work } = context;
  return work('Reading the selected row', async (signal) => {
    const { lists, draft } = getState();
    const at = await ask<SelectionReply>({ kind: 'selection' });
    if (lists === undefined) return undefined;
    if (at.tab !== lists.meta.accountsTab && at.key === '') return elsewhereSentence(at, lists);
    const only = at.key === '' ? at.row : at.key;
    const one = listsFrom(await readSlices(context, signal, fieldsOf(draft), { ...tabsRead(getState()), only }));
    return one !== undefined && one.read > 0 ? one : noAccountSentence(at, lists);
  });
}

function fieldsOf(draft: Draft): readonly string[] {
  return [...FIRST_FIELDS, ...[...rowsOf(draft, 'icp'), ...rowsOf(draft, 'rules')].map((row) => textOf(row, 'Field'))];
}

function elsewhereSentence({ tab, row, isOurs }: SelectionReply, { meta }: PageLists): string {
  return isOurs && tab.startsWith('Scores')
    ? `Row ${row} of ${tab} holds no account. Select a row below its headers.`
    : `The selected cell is in ${tab}. Select a row of ${meta.accountsTab} or of Scores, and ask again.`;
}

function noAccountSentence({ tab, row, key }: SelectionReply, { lists, meta }: PageLists): string {
  if (key !== '') return `${key} is no longer in ${meta.accountsTab}: update the results, and Scores follows.`;
  const areSplit = lists.contacts !== undefined && meta.contactsTab === null;
  return `Row ${row} of ${tab} ${areSplit ? 'is not the first of its account: select that one, or type the name above.' : 'holds no account.'}`;
}
