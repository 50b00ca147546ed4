/** Whether the published results still belong to the plan and the lists as they stand; where they do not, the Summary is made to say so. */
import { readLists } from '../../sheet/lists/readLists';
import { listHashOf, planHashOf } from '../result/compute';
import { findLists } from '../workbook/findLists';
import { newerIn } from '../workbook/locked';
import { isStampedChanged, stampChanged } from '../writing/stampChanged';
import { ownSummary } from '../workbook/ownSummary';
import { findPlanTabs, planGridsOf } from '../workbook/planTabs';
import type { Source } from '../protocol/requests';
import type { StateReport } from '../protocol/replies';
import type { Workbook } from '../workbook/workbook';

/** Where the results stand beside the lists and the plan as they are now. */
export function state(request: Source, workbook: Workbook): StateReport {
  const tabs = workbook.tabs();
  const own = ownSummary(workbook, tabs);
  if (own === undefined) return { state: 'none', runId: '', time: '', planChanged: false, listChanged: false, sentences: [] };
  const { stamp } = own;
  const plans = findPlanTabs(workbook, tabs);
  const lists = findLists(workbook, tabs, request);
  const read = readLists(lists.accounts, lists.contacts, {
    locale: workbook.locale,
    columns: planGridsOf(plans).get('columns'),
    titles: workbook.titleOf,
  });
  const planChanged = planHashOf(plans, read) !== stamp.planHash;
  const listChanged = listHashOf({ ...lists, locale: workbook.locale }) !== stamp.listHash;
  const seen = { plan: planChanged, accounts: listChanged };
  if (!isStampedChanged(stamp, seen))
    say(workbook, () => {
      stampChanged(workbook, tabs, own, seen);
    });
  const sentences = [
    ...newerIn([stamp]).map(({ message }) => message),
    ...(stamp.state === 'OK' ? [] : ['The last run was not completed: run again.']),
    ...(planChanged ? [`Plan changed since the run of ${stamp.time}.`] : []),
    ...(listChanged ? [`Accounts changed since the run of ${stamp.time}.`] : []),
  ];
  const { runId, time, lease } = stamp;
  const done = stamp.state === 'UPDATING' && lease !== undefined && lease.done > 0 ? { done: lease.done } : {};
  return { state: stamp.state === 'OK' ? 'published' : 'unfinished', runId, time, planChanged, listChanged, sentences, ...done };
}

/** Whoever asks is answered, even one who cannot write, and while another run does. */
function say(workbook: Workbook, work: () => void): void {
  try {
    if (!workbook.lock()) return;
    try {
      work();
    } finally {
      workbook.unlock();
    }
  } catch {
    // The answer says the same as the stamp would.
  }
}
