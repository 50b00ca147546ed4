/** Closing a month, and what the closed months hold of one account. */
import type { ClosedReport, HistoryReply } from '../../src/commands/protocol/replies';
import { tabsRead } from './columns';
import type { Context } from './context';

/** Adds the month to Review. */
export async function close({ ask, dispatch, getState, work }: Context): Promise<void> {
  const closed = await work('Closing the month', () => ask<ClosedReport>({ kind: 'closeMonth', ...tabsRead(getState()) }));
  if (closed === undefined) return;
  dispatch({ kind: 'closed', month: closed.month });
  dispatch({ kind: 'notice', notice: closed.sentences.join(' ') });
}

/** The account's scores at each closed month; undefined when they could not be read. */
export function history({ ask, work }: Context, key: string): Promise<HistoryReply | undefined> {
  return work('Reading the closed months', () => ask<HistoryReply>({ kind: 'scoreHistory', key }));
}
