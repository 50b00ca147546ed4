/** One account's fit, signal and tier at each closed month, and why they changed. Writes nothing. */
import { scoreHistory as historyOf } from '../../domain/review/scoreHistory';
import { closedOf } from '../../sheet/review/past';
import { appendTab, closedMonths, readSnapshotHeaders, SNAPSHOT, snapshotText } from '../writing/pastMonths';
import type { HistoryRequest } from '../protocol/requests';
import type { HistoryReply } from '../protocol/replies';
import type { Workbook } from '../workbook/workbook';

/** One account's score and tier in each closed month. */
export function scoreHistory({ key }: HistoryRequest, workbook: Workbook): HistoryReply {
  const tab = appendTab(workbook, workbook.tabs(), SNAPSHOT);
  const months = (tab === undefined ? [] : closedMonths(readSnapshotHeaders(workbook, tab))).flatMap((closed) => {
    const read = tab === undefined ? undefined : closedOf(snapshotText(workbook, tab, closed));
    return read === undefined ? [] : [{ ...read.snapshot, plan: read.plan }];
  });
  const lines = historyOf(months, key);
  const none =
    months.length === 0 ? 'No month is closed yet: close one, and the history begins.' : `${key} is in no closed month.`;
  return { key, lines, sentences: lines.length === 0 ? [none] : [] };
}
