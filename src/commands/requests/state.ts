/** Whether the published results still belong to the plan and the lists as they stand; where they do not, the Summary is made to say so. */
import { readLists } from '../../sheet/lists/readLists';
import { Refusal } from '../../sheet/problem';
import { VERSION } from '../../sheet/ownTabs/version';
import { GENERATED_TABS } from '../../sheet/ownTabs/block';
import { readDay } from '../../sheet/parse/date';
import { compute, listHashOf, planHashOf } from '../result/compute';
import { reportOf } from '../result/report';
import { sentencesOf } from '../result/sentences';
import { findLists, type FoundLists } from '../workbook/findLists';
import { newerIn } from '../workbook/locked';
import { isStampedChanged, stampChanged } from '../writing/stampChanged';
import { ownSummary } from '../workbook/ownSummary';
import { presentKinds } from '../workbook/ownTabs';
import { findPlanTabs, planGridsOf, unfitResults } from '../workbook/planTabs';
import { appendTab, closedMonths, pastBefore, readSnapshotHeaders, SNAPSHOT } from '../writing/pastMonths';
import { monthName } from '../../domain/review/month';
import type { Stamp } from '../../sheet/ownTabs/stamp';
import type { Tab } from '../workbook/tab';
import type { Source } from '../protocol/requests';
import type { RunReply, StateReport } from '../protocol/replies';
import type { Moment, Workbook } from '../workbook/workbook';

/** Where the results stand beside the lists and the plan as they are now. */
export function state(request: Source & { readonly withOutcome?: boolean }, workbook: Workbook, moment: Moment): StateReport {
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
  const outcome =
    request.withOutcome === true && sentences.length === 0 ? lastOutcome(workbook, tabs, plans, lists, stamp, moment) : undefined;
  return {
    ...{ state: stamp.state === 'OK' ? 'published' : 'unfinished', runId, time, planChanged, listChanged, sentences, ...done },
    ...(outcome === undefined ? {} : { outcome }),
    ...(request.withOutcome === true ? { closed: closedIn(workbook, tabs) } : {}),
  };
}

/**
 * The run of the stamp again, for plan and lists that are what it was made from: the same input gives the same figures, as of the same day.
 * Undefined for a run of another version, which may have counted otherwise, and where it can no longer be computed.
 */
function lastOutcome(
  workbook: Workbook,
  tabs: readonly Tab[],
  plans: ReturnType<typeof findPlanTabs>,
  lists: FoundLists,
  { runId, time, version }: Stamp,
  moment: Moment,
): RunReply | undefined {
  const day = readDay(time.slice(0, 10), { order: undefined, isDateColumn: false });
  if (version !== VERSION || day === undefined) return undefined;
  const unfit = unfitResults(workbook, tabs, plans);
  const past = pastBefore(workbook, tabs);
  const inputs = {
    ...lists,
    plan: planGridsOf(plans),
    locale: workbook.locale,
    asOf: undefined,
    past,
    unfitResults: unfit,
    titles: workbook.titleOf,
  };
  try {
    const computed = compute(inputs, { ...moment, day });
    return {
      report: reportOf(computed, computed.problems, { version, runId, time, planHash: computed.planHash }),
      sentences: sentencesOf(computed),
      written: [...presentKinds(tabs)].map((kind) => GENERATED_TABS[kind]),
      cells: computed.listHash,
    };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function closedIn(workbook: Workbook, tabs: readonly Tab[]): readonly string[] {
  const tab = appendTab(workbook, tabs, SNAPSHOT);
  return tab === undefined ? [] : closedMonths(readSnapshotHeaders(workbook, tab)).map(({ month }) => monthName(month));
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
