/** Whether the published results still belong to the plan and the lists as they stand. Writes nothing. */
import { readLists } from '../sheet/lists/readLists';
import { shownText } from '../sheet/parse/text';
import { GENERATED_TABS } from '../sheet/render/block';
import { readStamp, type Stamp } from '../sheet/stamp';
import { listHashOf, planHashOf } from './compute';
import { findLists } from './findLists';
import { findOwnTabs } from './ownTabs';
import { findPlanTabs, planGridsOf } from './planTabs';
import type { Source } from './protocol/requests';
import type { StateReport } from './protocol/replies';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

export function state(request: Source, workbook: Workbook): StateReport {
  const tabs = workbook.tabs();
  const stamp = ownSummary(workbook, tabs)?.stamp;
  if (stamp === undefined) return { state: 'none', runId: '', time: '', planChanged: false, listChanged: false, sentences: [] };
  const plans = findPlanTabs(workbook, tabs);
  const lists = findLists(workbook, tabs, request);
  const read = readLists(lists.accounts, lists.contacts, { locale: workbook.locale, columns: planGridsOf(plans).get('columns') });
  const planChanged = planHashOf(plans, read) !== stamp.planHash;
  const listChanged = listHashOf(lists) !== stamp.listHash;
  const sentences = [
    ...(stamp.state === 'OK' ? [] : ['The last run was not completed: run again.']),
    ...(planChanged ? [`Plan changed since the run of ${stamp.time}.`] : []),
    ...(listChanged ? [`Accounts changed since the run of ${stamp.time}.`] : []),
  ];
  const { runId, time, lease } = stamp;
  const done = stamp.state === 'UPDATING' && lease !== undefined && lease.done > 0 ? { done: lease.done } : {};
  return { state: stamp.state === 'OK' ? 'published' : 'unfinished', runId, time, planChanged, listChanged, sentences, ...done };
}

/** Our Summary and its stamp; undefined before the first run. */
export function ownSummary(workbook: Workbook, tabs: readonly Tab[]): { readonly tab: Tab; readonly stamp: Stamp } | undefined {
  const own = findOwnTabs(workbook, tabs, [{ kind: 'summary', title: GENERATED_TABS.summary }]).get('summary');
  const stamp = own === undefined ? undefined : readStamp(shownText(workbook.readBack(own.tab, 1, 1, 1, 1)[0]?.[0] ?? ''));
  return own === undefined || stamp === undefined ? undefined : { tab: own.tab, stamp };
}
