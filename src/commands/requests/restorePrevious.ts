/** Puts an earlier plan back from the log; the present one is logged first, so that restoring can itself be undone. */
import { planJsonOf } from '../../sheet/plan/planJson';
import { parsePlanJson } from '../../sheet/plan/planSchema';
import { PLAN_KEYS, type PlanKey } from '../../sheet/plan/tabs';
import { havingWritten, refusal, Refusal } from '../../sheet/problem';
import { lockedTabs } from '../workbook/locked';
import { LOG, lastOf, planEntry, readLog, type LogEntry, type LoggedEntry } from '../writing/log';
import { stampPlanChanged } from '../writing/stampChanged';
import { findOwnTabs } from '../workbook/ownTabs';
import { invalidRequest } from './invalidRequest';
import { planLocked } from './planEverything';
import { planColumns, rowsLeft } from '../workbook/planRows';
import { findPlanTabs, type FoundPlanTab } from '../workbook/planTabs';
import type { RestorePrevious } from '../protocol/requests';
import type { Restored } from '../protocol/replies';
import { arrangedTab, openPlanLog, writeTabs, type WantedPlanTab } from '../writing/wantedPlanTabs';
import type { Tab } from '../workbook/tab';
import { tabAddress } from '../workbook/tabAddress';
import type { Moment, Workbook } from '../workbook/workbook';

/** `plan`: the plan before the last change. `run`: the plan of the last run made from another plan, and everything planned with it again. */
export function restorePrevious(request: RestorePrevious, workbook: Workbook, moment: Moment): Restored {
  const what: string = request.what;
  if (what !== 'plan' && what !== 'run') throw invalidRequest('"what" must be "plan" or "run".');
  return lockedTabs(workbook, (tabs) => {
    const plans = findPlanTabs(workbook, tabs);
    const entry = previousPlan(workbook, tabs, request.what, planEntry(planJsonOf(plans)).about);
    const written = writeBack(workbook, tabs, plans, entry, moment);
    const outcome = request.what === 'run' ? { outcome: havingWritten('plan', () => planLocked({}, workbook, moment)) } : {};
    const log = openPlanLog(workbook, workbook.tabs(), moment, new Map());
    log.append([{ kind: 'restored', about: entry.about, text: '' }], moment);
    workbook.flush();
    return { written, time: entry.time, ...outcome };
  });
}

function previousPlan(workbook: Workbook, tabs: readonly Tab[], what: 'plan' | 'run', now: string): LoggedEntry {
  const tab = findOwnTabs(workbook, tabs, [LOG]).get(LOG.kind)?.tab;
  const entries = tab === undefined ? [] : readLog(workbook.read(tab));
  const other = (kind: LoggedEntry['kind']): LoggedEntry | undefined =>
    lastOf(entries, (entry) => entry.kind === kind && entry.about !== now);
  const wanted = stoppedAt(entries) ?? (what === 'plan' ? other('plan')?.about : other('run')?.about);
  const plan = lastOf(entries, ({ kind, about }) => kind === 'plan' && about === wanted);
  if (plan === undefined)
    throw new Refusal(refusal({ code: 'NOTHING_TO_RESTORE', message: `The log holds no earlier ${what} to go back to.` }));
  return plan;
}

/** A restoration that was stopped is gone on with: asked again, it must not turn back half-way. What was planned since has ended it. */
function stoppedAt(entries: readonly LoggedEntry[]): string | undefined {
  const last = lastOf(entries, ({ kind }) => kind === 'restore' || kind === 'restored');
  if (last?.kind !== 'restore') return undefined;
  const since = entries.slice(entries.indexOf(last) + 1);
  return since.every(({ kind, about }) => (kind !== 'plan' && kind !== 'run') || about === last.about) ? last.about : undefined;
}

function writeBack(
  workbook: Workbook,
  tabs: readonly Tab[],
  plans: ReadonlyMap<PlanKey, FoundPlanTab>,
  { about, text }: LoggedEntry,
  moment: Moment,
): readonly string[] {
  const { plan, problems } = parsePlanJson(jsonIn(text));
  if (plan === undefined) throw new Refusal(problems);
  const wanted = PLAN_KEYS.flatMap((key) => {
    const known = plans.get(key);
    const rows = plan[key] ?? [];
    return known === undefined && rows.length === 0 ? [] : [arrangedTab(workbook, key, known, rows)];
  }).filter(({ known, grid }) => JSON.stringify(known?.grid) !== JSON.stringify(grid));
  const log = openPlanLog(workbook, tabs, moment, plans, wanted);
  log.append([...movedIn(workbook, wanted), { kind: 'restore', about, text: '' }], moment, true);
  workbook.flush();
  const written = writeTabs(workbook, tabs, wanted, log).map(({ id }) => workbook.titleOf(id));
  stampPlanChanged(workbook, tabs, log, plans, wanted);
  return written;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const message = 'The tab Log no longer holds that plan whole: a user has edited it, or a file has cut it.';
    throw new Refusal(refusal({ code: 'LOG_EDITED', message, fix: 'Undo the edit of Log, or change the plan by hand.' }), {
      wrote: 'nothing',
    });
  }
}

/** What the team wrote beside rows that move: a stop in between must not lose it. */
function movedIn(workbook: Workbook, wanted: readonly WantedPlanTab[]): readonly LogEntry[] {
  return wanted.flatMap(({ key, known, grid }) =>
    known === undefined
      ? []
      : rowsLeft(planColumns(key, known.grid, []), known.grid, grid).map((row): LogEntry => {
          const about = tabAddress(workbook, known.tab, row + 1, 1);
          return { kind: 'moved', about, text: JSON.stringify(known.grid[row]) };
        }),
  );
}
