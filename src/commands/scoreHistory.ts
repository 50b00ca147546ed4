/** One account's fit, signal and tier at each closed month, and why they changed. Writes nothing. */
import { scoreHistory as historyOf } from '../domain/review/scoreHistory';
import { unpackSnapshot } from '../sheet/review/snapshot';
import { appendTab, closedMonths, SNAPSHOT, snapshotText } from './pastMonths';
import type { HistoryRequest } from './protocol/requests';
import type { HistoryReply } from './protocol/replies';
import type { Workbook } from './workbook';

export function scoreHistory({ key }: HistoryRequest, workbook: Workbook): HistoryReply {
  const tab = appendTab(workbook, workbook.tabs(), SNAPSHOT);
  if (tab === undefined) return { key, lines: [] };
  const months = closedMonths(workbook, tab).flatMap((closed) => unpackSnapshot(snapshotText(workbook, tab, closed)) ?? []);
  return { key, lines: historyOf(months, key) };
}
