/** Gives up an unfinished run of this install: its lease ends, the tabs stay marked as unfinished until the next run. */
import { TEXT } from '../../sheet/ownTabs/block';
import { stampText } from '../../sheet/ownTabs/stamp';
import { lockedTabs } from '../workbook/locked';
import { ownSummary } from '../workbook/ownSummary';
import type { Moment, Workbook } from '../workbook/workbook';

/** @returns whether there was such a run. */
export function cancelRun(workbook: Workbook, { install }: Moment): { readonly cancelled: boolean } {
  return lockedTabs(workbook, (tabs) => {
    const summary = ownSummary(workbook, tabs);
    if (summary?.stamp.state !== 'UPDATING' || summary.stamp.lease?.install !== install) return { cancelled: false };
    const text = stampText({ ...summary.stamp, lease: { install, until: 0, done: 0 } });
    workbook.write(summary.tab, { row: 1, column: 1, cells: [[text]], formats: [TEXT] }, 'format');
    workbook.flush();
    return { cancelled: true };
  });
}
