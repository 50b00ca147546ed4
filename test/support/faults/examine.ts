/** One run with one fault, looked at from every side: the team's cells, the block outside our rectangles, OK, and what the next run makes of it. */
import type { Request } from '../../../src/commands/protocol/requests';
import type { Person } from '../../../workbench/core/person/person';
import type { Fault, FaultSchedule } from '../../../workbench/core/faults/faultSchedule';
import type { Answer } from './answers';
import { looksOf, published, stampOf, teamsOwn, withoutProblems } from './compared';
import { changesOf, outsideOf, reachOf, type Reach } from './ledger';
import type { LightState } from './lightEngine';
import { Once } from './once';
import type { Progress } from './progress';
import type { Workflow } from './workflows';

/** A book that can be asked, edited and put back: over the light engine or the true one. */
export interface Player {
  readonly faults: FaultSchedule;
  /** Puts the book back and clears all faults. */
  from(state: LightState): this;
  ask(request: Request): Answer;
  edit(act: (person: Person) => void): void;
  state(): LightState;
  /** Service calls of the last request. */
  calls(): readonly string[];
  /** Commands since the book was put back that took something away or renamed it, but for people's own. */
  destroyed(): readonly string[];
  /** Addresses of the formulas that have lost what they refer to. */
  lostReferences(): readonly string[];
  /** What the formulas show. */
  computed(): string;
  /** Sets what a run takes from beside the document, its clock and its ids, to those of a moment: a run is then a function of the document. */
  setMoment(moment: 'first' | 'next' | 'last'): void;
  /** All that a run finds, as one text; `undefined`: it cannot be told whole. */
  found(): string | undefined;
}

/** A workflow without a fault: what it must come to. */
export interface Clean {
  readonly flow: Workflow;
  readonly calls: number;
  readonly state: LightState;
  readonly wanted: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly looks: Readonly<Record<'all' | 'kept', string>>;
  readonly computed: string;
  readonly kept: string;
  readonly outside: readonly string[];
  readonly reach: Reach;
  readonly lost: readonly string[];
  /** What is wrong with what the next run made of each document that a fault left. */
  readonly mended: Once<readonly string[]>;
  /** Answered, destroyed nothing, and changed nothing of the team's. */
  readonly faults: readonly string[];
}

export function cleanRun(player: Player, flow: Workflow): Clean {
  player.from(flow.state);
  const lost = player.lostReferences();
  const answer = player.ask(flow.request);
  const [state, calls] = [player.state(), player.calls().length];
  const reach = reachOf(flow.state, state);
  const clean = {
    flow,
    calls,
    state,
    wanted: published(state),
    values: published(state, 'values'),
    looks: { all: looksOf(state, 'all'), kept: looksOf(state, 'kept') },
    computed: player.computed(),
    kept: teamsOwn(player.from(flow.state).state()),
    outside: outsideOf(player.state(), reach),
    reach,
    lost,
    mended: new Once<readonly string[]>(),
  };
  const faults = harmed(player.from(flow.state), clean, () => player.ask(flow.request));
  return { ...clean, faults: answer.ok ? faults : [...faults, JSON.stringify(answer).slice(0, 300)] };
}

/** What a request does that it must never do, whatever fails. */
function harmed(player: Player, clean: Omit<Clean, 'faults'>, act: () => unknown): string[] {
  act();
  const state = player.state();
  const gone = player.lostReferences().filter((place) => !clean.lost.includes(place));
  const destroyed = player.destroyed();
  const outside = changesOf(clean.outside, outsideOf(state, clean.reach));
  return [
    ...(teamsOwn(state) === clean.kept ? [] : ["a cell of the team's changed"]),
    ...outside.slice(0, 3).map((cell) => `a cell outside our rectangles changed: ${cell.slice(0, 200)}`),
    ...(gone.length === 0 ? [] : [`lost references in ${gone.join()}`]),
    ...(destroyed.length === 0 ? [] : [destroyed.join()]),
  ];
}

/** @returns what is wrong, each with the fault it came by; nothing when all is as it must be. */
export function examineFault(player: Player, clean: Clean, fault: Fault): readonly string[] {
  const { flow } = clean;
  player.from(flow.state).setMoment('first');
  player.faults.add(fault);
  let answer: Answer = { ok: false };
  const failures = harmed(player, clean, () => {
    answer = player.ask(flow.request);
    player.faults.clear();
  });
  const called = player.calls()[Number(fault.at) - 1] ?? '';
  const state = player.state();
  failures.push(...falseOk(clean, state));
  if (!isDone(clean, fault, answer, state)) failures.push(...mendedOnce(player, clean, fault));
  const label = JSON.stringify({ ...fault, at: `${String(fault.at)} ${called}` });
  return failures.map((failure) => `${label}: ${failure}`);
}

/** The commit stands over cells that are not what was computed. */
function falseOk({ flow, values }: Clean, state: LightState): string[] {
  const stamp = stampOf(state);
  if (!stamp.includes('· OK ·') || stamp === stampOf(flow.state)) return [];
  const shown = published(state, 'values');
  return Object.entries(values)
    .filter(([kind, cells]) => shown[kind] !== cells)
    .map(([kind, cells]) => `OK over wrong cells in ${kind} ${difference({ [kind]: shown[kind] ?? '' }, { [kind]: cells })}`);
}

/**
 * What is lost without a word is seen in what is read back: all values; links come with the next run, and names and the chart do not wait
 * to be written. What a tab is given once is not read back, for the reason told in docs/WRITING.md under "Lost without a word".
 */
function seenLooks({ then }: Fault): 'all' | 'kept' {
  return then === 'goesOn' ? 'kept' : 'all';
}

/** What was answered needs no second run; and before it sends a restore again, which would go back once more, the page looks. */
function isDone({ flow, wanted, looks }: Clean, fault: Fault, answer: Answer, state: LightState): boolean {
  const isRestored = flow.request.kind === 'restorePrevious';
  if (!(answer.ok || isRestored) || JSON.stringify(published(state)) !== JSON.stringify(wanted)) return false;
  const which = seenLooks(fault);
  return looksOf(state, which) === looks[which] || (isRestored && which === 'kept');
}

/** The next run on the document as it stands: run where no fault has left the very same one before, remembered where one has. */
function mendedOnce(player: Player, clean: Clean, fault: Fault): readonly string[] {
  return clean.mended.of(player, seenLooks(fault), () => mended(player, clean, fault));
}

function mended(player: Player, clean: Clean, fault: Fault): string[] {
  let answer: Answer = { ok: false };
  const failures = harmed(player, clean, () => {
    answer = player.ask(clean.flow.request);
  }).map((failure) => `${failure} on the second run`);
  const state = player.state();
  const found = published(state);
  // A link that arrived where its row was lost without a word is text without a mark, which Problems then names.
  const seen = fault.then === 'goesOn' ? withoutProblems : JSON.stringify;
  if (!answer.ok) failures.push(`then ${JSON.stringify(answer).slice(0, 300)}`);
  else if (seen(found) !== seen(clean.wanted)) failures.push(`does not converge ${difference(found, clean.wanted)}`);
  const which = seenLooks(fault);
  if (looksOf(state, which) !== clean.looks[which])
    failures.push(`looks differ: ${apart(looksOf(state, which), clean.looks[which])}`);
  if (player.computed() !== clean.computed) failures.push(`formulas show ${player.computed()} for ${clean.computed}`);
  return failures;
}

/** Where two texts begin to differ. */
function apart(found: string, wanted: string): string {
  let at = 0;
  while (found[at] === wanted[at] && at < found.length) at += 1;
  return `${found.slice(Math.max(0, at - 80), at + 80)} for ${wanted.slice(at, at + 80)}`;
}

function difference(found: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): string {
  for (const kind of new Set([...Object.keys(found), ...Object.keys(wanted)])) {
    const [a, b] = [(found[kind] ?? 'no tab').split('\n'), (wanted[kind] ?? 'no tab').split('\n')];
    const line = a.findIndex((text, index) => text !== b[index]);
    if (line >= 0 || a.length !== b.length)
      return `${kind}: ${String(a[line])} for ${String(b[line])}; ${a.length} of ${b.length}`;
  }
  return '';
}

/** The same for many faults of one workflow; a handful of failures is enough to read. */
export function examineFaults(player: Player, clean: Clean, faults: readonly Fault[], progress: Progress): readonly string[] {
  const failures: string[] = [];
  for (const fault of faults) {
    failures.push(...examineFault(player, clean, fault));
    progress.count();
    if (failures.length > 4) break;
  }
  progress.done(clean.flow.name, failures.length);
  progress.documents += clean.mended.documents;
  return failures;
}
