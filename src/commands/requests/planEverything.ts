/** "Plan everything": reads lists and plan, computes, and publishes the result tabs; long lists in steps. */
import { planJsonOf } from '../../sheet/plan/planJson';
import type { Problem } from '../../sheet/problem';
import { GENERATED_TABS, emptyColumns } from '../../sheet/ownTabs/block';
import { renderBlocks } from '../../sheet/render/blocks';
import { generatedFormat } from '../../sheet/render/generatedFormat';
import type { Run } from '../../sheet/run/run';
import { VERSION } from '../../sheet/ownTabs/version';
import { changeSentences, countsText } from '../writing/changes';
import { missingColumns, withColumnRows, writeColumns, type PlanTabs } from '../writing/columnsTab';
import { compute, type Computed } from '../result/compute';
import { applyFormatting, planFormatting, reviewFormatting, type TabFormatting } from '../writing/applyFormatting';
import { findLists } from '../workbook/findLists';
import { locked } from '../workbook/locked';
import { presentKinds } from '../workbook/ownTabs';
import { pastBefore, REVIEW } from '../writing/pastMonths';
import { findPlanTabs, planGridsOf, unfitResults } from '../workbook/planTabs';
import type { Source } from '../protocol/requests';
import type { RunReply, PlanProgress } from '../protocol/replies';
import type { Publication, Published } from '../writing/publish/publication';
import { publishStep } from '../writing/publish/publish';
import { reportOf, scoreLines } from '../result/report';
import { sentencesOf } from '../result/sentences';
import type { Tab } from '../workbook/tab';
import type { Moment, Workbook } from '../workbook/workbook';

interface Wanted extends Source {
  readonly withScores?: boolean;
}

/** All in this one call. @throws Refusal or Error with a sentence; then nothing was written, unless the sentence says otherwise. */
export function planEverything(request: Wanted, workbook: Workbook, moment: Moment): RunReply {
  return locked(workbook, () => planLocked(request, workbook, moment));
}

/** {@link planEverything} for a caller that holds the lock. */
export function planLocked(request: Wanted, workbook: Workbook, moment: Moment): RunReply {
  const { outcome } = step(request, workbook, moment, false);
  if (outcome === undefined) throw new Error('A run that must not pause left a part for later.');
  return outcome;
}

/**
 * The next step of a run; the first begins one. Of a long list each writes one part. Each is a call of its own
 * that recomputes everything: nothing is remembered between calls but what the stamp says, and a run whose inputs changed begins again.
 */
export function planStep(request: Wanted, workbook: Workbook, moment: Moment): PlanProgress {
  return locked(workbook, () => step(request, workbook, moment, true));
}

function step(request: Wanted, workbook: Workbook, moment: Moment, mayPause: boolean): PlanProgress {
  const tabs = workbook.tabs();
  const plans = findPlanTabs(workbook, tabs);
  const plan = planGridsOf(plans);
  const lists = findLists(workbook, tabs, request);
  const computed = compute(
    {
      ...lists,
      plan,
      titles: workbook.titleOf,
      locale: workbook.locale,
      asOf: request.asOf,
      past: pastBefore(workbook, tabs),
      unfitResults: unfitResults(workbook, tabs, plans),
    },
    moment,
  );
  const rows = missingColumns(workbook, tabs, plans, computed.run.read, lists.contacts?.tab);
  let written: PlanTabs = new Map();
  const publication: Publication = {
    ...publicationOf(computed, tabs, moment),
    plan: planJsonOf(withColumnRows(workbook, plans, rows)),
    ...(rows === undefined
      ? {}
      : {
          first: (log) => {
            written = writeColumns(workbook, plans, rows, log);
          },
        }),
  };
  const { done, of, published, runId } = publishStep(workbook, publication, tabs, moment, { mayPause });
  const looks =
    published === undefined
      ? []
      : applyFormatting(workbook, [
          ...published.targets.map(resultFormatting),
          ...inputFormatting(new Map([...plans, ...written]), tabs),
        ]);
  return {
    done,
    of,
    ...(published === undefined ? {} : { outcome: runReplyOf(request, computed, published, { ...moment, runId }, looks) }),
  };
}

function resultFormatting({ tab, block, rows }: Published['targets'][number]): TabFormatting {
  const empty = block.kind === 'scores' ? emptyColumns(block) : [];
  return { tab, look: generatedFormat(block.kind), rows, empty, charted: block.charted };
}

/** The plan's tabs and Review, to which only looks are given. */
function inputFormatting(plans: PlanTabs, tabs: readonly Tab[]): readonly TabFormatting[] {
  const review = tabs.find(({ kind }) => kind === REVIEW.kind);
  return [
    ...[...plans].map(([key, { tab, grid }]) => planFormatting(tab, key, grid)),
    ...(review === undefined ? [] : [reviewFormatting(review, 0)]),
  ];
}

function publicationOf(computed: Computed, tabs: readonly Tab[], moment: Moment): Omit<Publication, 'plan' | 'first'> {
  const { run, problems, planHash, listHash } = computed;
  const { accounts, errors } = { accounts: run.runResult.counts, errors: run.read.errors };
  const counts = { read: accounts.accounts + errors, scored: accounts.scored, excluded: accounts.excluded, errors };
  return {
    render: (more) => renderBlocks(computed, [...problems, ...more], presentKinds(tabs)),
    stamp: { version: VERSION, runId: moment.runId, time: moment.time, planHash, listHash, ...counts },
    counts: countsText(run),
  };
}

function runReplyOf(
  request: Wanted,
  computed: Computed,
  { targets, problems: found, previous }: Published,
  { runId, time }: Pick<Moment, 'runId' | 'time'>,
  looks: readonly Problem[],
): RunReply {
  const { run, problems, planHash, listHash } = computed;
  const all: readonly Problem[] = [...problems, ...found, ...looks];
  return {
    report: reportOf(computed, all, { version: VERSION, runId, time, planHash }),
    sentences: [...sentencesOf(computed), ...changesSince(run, previous)],
    // By the names we give: to ask for each tab's own would cost a round trip a tab.
    written: targets.map(({ block }) => GENERATED_TABS[block.kind]),
    cells: listHash,
    ...(request.withScores === true ? { scores: scoreLines(run) } : {}),
  };
}

function changesSince(run: Run, previous: Published['previous']): readonly string[] {
  return previous === undefined ? [] : changeSentences(previous, countsText(run));
}
