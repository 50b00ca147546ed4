/** What only turned up while writing, into the tab Problems, which is written a second time for it. */
import { GENERATED_TABS } from '../../../sheet/ownTabs/block';
import { typedOver, type Typed } from '../../../sheet/ownTabs/ownBlock';
import type { Problem } from '../../../sheet/problem';
import { makeOwnTabs, tabOf } from '../../workbook/ownTabs';
import type { Workbook } from '../../workbook/workbook';
import { typedEntry, type LoggedEntry } from '../log';
import { acceptable, differencesOf } from './compare';
import { typedNow, writtenColumns } from './preflight';
import { formatTarget, growTab, writeRows } from './rectangle';
import type { VerifiedRows } from './rows';
import type { CheckedRun, Target, Writing } from './writing';

/** All that the run reports, and the tab Problems where it was written for that. */
export interface Reported {
  readonly problems: readonly Problem[];
  readonly target?: Target;
}

/** Reports what was found since the tab Problems was made up: what users typed meanwhile, and text that the sheet keeps otherwise. */
export function reportMore(writing: Writing, run: CheckedRun, { typed, kept }: VerifiedRows): Reported {
  const { log, stamp } = writing;
  // Cells that an earlier step of this run has written over are known to the log alone.
  const earlier = log.entries.filter(
    ({ kind, run: id, about }) => kind === 'typed' && id === stamp.runId && !run.reported.some(({ at }) => at === about),
  );
  const more = [...[...log.typed, ...typed].map(({ problem }) => problem), ...kept, ...earlier.map(overwritten)];
  return more.length === 0 ? { problems: run.reported } : writeProblems(writing, run, [...run.reported, ...more]);
}

/** Writes the tab Problems again. What a user has typed into it meanwhile is logged and reported too, before it is written over. */
function writeProblems(writing: Writing, run: CheckedRun, found: readonly Problem[]): Reported {
  const { workbook, log, moment } = writing;
  let problems = found;
  let target = problemsTarget(writing, run, problems, targetOf(writing));
  // Each round reports rows that the one before did not reach: so it ends.
  for (let typed = typedInto(workbook, target, problems); typed.length > 0; typed = typedInto(workbook, target, problems)) {
    log.append(typed.map(typedEntry), moment, true);
    problems = [...problems, ...typed.map(({ problem }) => problem)];
    target = problemsTarget(writing, run, problems, target);
  }
  if (target === undefined) return { problems };
  writeRows(writing, target, 0, Infinity);
  workbook.flush();
  acceptable(differencesOf(writing, target, workbook.read(target.tab)));
  return { target, problems };
}

/** What a user has typed by now where the tab will be written, but for what is reported already. */
function typedInto(workbook: Workbook, target: Target | undefined, reported: readonly Problem[]): readonly Typed[] {
  if (target === undefined) return [];
  const isReported = ({ at, found }: Problem): boolean => reported.some((each) => each.at === at && each.found === found);
  return typedNow(workbook, target.tab, target).filter(({ problem }) => !isReported(problem));
}

/** Where these problems go, the tab made and large enough; undefined where there are none to show. */
function problemsTarget(
  writing: Writing,
  { publication }: CheckedRun,
  problems: readonly Problem[],
  known?: Target,
): Target | undefined {
  const { workbook } = writing;
  const block = publication.render(problems).find(({ kind }) => kind === 'problems');
  if (block === undefined) return undefined;
  const wanted = [{ kind: block.kind, title: GENERATED_TABS.problems }];
  const tab = known?.tab ?? tabOf(makeOwnTabs(workbook, workbook.tabs(), new Map(), wanted), block.kind);
  const footprint = { rows: 0, columns: writtenColumns(block).length, isFresh: true, isOlder: false, ...known };
  const target = { ...footprint, block, tab, rows: Math.max(footprint.rows, block.rows.length + 2), needsRoom: true };
  growTab(workbook, target);
  if (target.isFresh) formatTarget(workbook, target);
  return target;
}

function targetOf({ targets }: Writing): Target | undefined {
  return targets.find(({ block }) => block.kind === 'problems');
}

function overwritten({ about, text }: LoggedEntry): Problem {
  return typedOver(about, text, 'A user had typed here since the last run; the run has written its own results over it.');
}
