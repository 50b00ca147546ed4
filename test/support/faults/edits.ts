/** A fault and another person's edit in one run: what the team keeps, and what becomes of what is typed into our block. */
import fc from 'fast-check';
import type { Fault } from '../../../workbench/core/faults/faultSchedule';
import type { Person } from '../../../workbench/core/person/person';
import type { Player } from './examine';
import type { Problem } from '../../../src/sheet/problem';
import type { Answer } from './answers';
import { kinds, published, stampOf, teamsOwn, withoutProblems } from './compared';
import { faultsAt } from './faultPlans';
import type { LightState } from './lightEngine';
import { Once } from './once';
import type { Workflow } from './workflows';

export interface Edit {
  readonly name: string;
  /** What is typed into the add-on's own block. */
  readonly inside?: string;
  readonly act: (person: Person) => void;
}

/** What a team does to a spreadsheet; `inside` marks what goes into the add-on's own block. */
export const EDITS: readonly Edit[] = [
  { name: 'sorts the accounts', act: (p) => p.sort('Accounts', 'A2:G7', 4) },
  { name: 'inserts an account row', act: (p) => p.insertRows('Accounts', 3) },
  { name: 'deletes an account row', act: (p) => p.deleteRows('Accounts', 4) },
  { name: 'inserts an account column', act: (p) => p.insertColumns('Accounts', 2) },
  { name: 'deletes an account column', act: (p) => p.deleteColumns('Accounts', 7) },
  { name: 'types into the accounts', act: (p) => p.type('Accounts', 'D4', '333') },
  { name: 'renames Scores', act: (p) => p.renameTab('Scores', 'Our scores') },
  { name: 'moves Summary', act: (p) => p.moveTab('Summary', 2) },
  { name: 'hides Segments', act: (p) => p.hideTab('Segments') },
  { name: 'deletes Scores', act: (p) => p.deleteTab('Scores') },
  { name: 'deletes Summary', act: (p) => p.deleteTab('Summary') },
  { name: 'duplicates Scores', act: (p) => p.duplicateTab('Scores', 'Copy of Scores') },
  { name: 'renames the accounts', act: (p) => p.renameTab('Accounts', 'Companies') },
  { name: 'types beside the results', act: (p) => p.type('Scores', 'AD5', 'mine: new') },
  { name: 'types below the results', act: (p) => p.type('Scores', 'C52', 'mine: new') },
  { name: 'types over a result', inside: 'typed over', act: (p) => p.type('Scores', 'B5', 'typed over') },
  { name: 'types over a number', inside: '12345', act: (p) => p.type('Segments', 'D3', '12345') },
  { name: 'types into a blank result', inside: 'typed blank', act: (p) => p.type('Summary', 'E3', 'typed blank') },
  {
    name: 'inserts a row of its own into the results',
    inside: 'typed row',
    act: (p) => {
      p.insertRows('Scores', 5);
      p.type('Scores', 'B5', 'typed row');
    },
  },
  {
    name: 'inserts a column of its own into the results',
    inside: 'typed column',
    act: (p) => {
      p.insertColumns('Scores', 4);
      p.type('Scores', 'D4', 'typed column');
    },
  },
  { name: 'inserts a blank column into the results', act: (p) => p.insertColumns('Scores', 4) },
  { name: 'inserts a blank row above the results', act: (p) => p.insertRows('Scores', 1) },
  { name: 'sorts the results', act: (p) => p.sort('Scores', 'A3:Z8', 2) },
  { name: 'adds a tab', act: (p) => void p.addTab('Another') },
  { name: 'writes a note on a result', act: (p) => p.note('Scores', 'A5', 'mine: fresh note') },
];

/** A workflow, and its calls between the last look at our tabs and the flush that writes them: the moment no script can close. */
export interface Watched {
  readonly flow: Workflow;
  readonly calls: number;
  readonly from: number;
  readonly to: number;
}

export function watched(player: Player, flow: Workflow): Watched {
  player.from(flow.state).ask(flow.request);
  const calls = player.calls();
  const flushes = calls.flatMap((name, index) => (name === 'SpreadsheetApp.flush' ? [index + 1] : []));
  const written = (from: number, to: number): number => calls.slice(from, to).filter((name) => name === 'Range.setValues').length;
  const spans = flushes.map((to, index) => ({
    from: flushes[index - 1] ?? 0,
    to,
    written: written(flushes[index - 1] ?? 0, to),
  }));
  const main = spans.reduce((most, span) => (span.written >= most.written ? span : most), { from: 0, to: 0, written: 0 });
  return { flow, calls: calls.length, from: main.from, to: main.to };
}

export interface Pair {
  readonly watched: Watched;
  readonly edit: Edit;
  readonly editAt: number;
  readonly fault: Fault | undefined;
}

/** Pairs over all workflows, edits, faults with their endings and moments; the same for the same seed. */
export function pairs(flows: readonly Watched[], count: number, seed: number): readonly Pair[] {
  const share = fc.double({ min: 0, max: 0.999, noNaN: true });
  const kindsOfFaults = faultsAt(0);
  const pair = fc.record({
    flow: fc.nat(flows.length - 1),
    edit: fc.nat(EDITS.length - 1),
    editAt: share,
    faultAt: share,
    // Now and then the edit alone.
    fault: fc.integer({ min: -1, max: kindsOfFaults.length - 1 }),
  });
  return fc.sample(pair, { numRuns: count, seed }).flatMap(({ flow, edit, editAt, faultAt, fault }) => {
    const [of, act, kind] = [flows[flow], EDITS[edit], kindsOfFaults[fault]];
    if (of === undefined || act === undefined) return [];
    const at = (part: number): number => 1 + Math.floor(part * of.calls);
    return [{ watched: of, edit: act, editAt: at(editAt), fault: kind && { ...kind, at: at(faultAt) } }];
  });
}

/** What became of what was typed into our block: named with its address, refused, still there, or typed in the one moment that is left. */
export type Fate = 'outside' | 'refused' | 'named' | 'kept' | 'window';

/** Pairs of a fault and an edit examined one after the other; of what follows the pair's run each document is run on once. */
export class PairExaminer {
  private readonly later = new Once<Later>();
  private readonly last = new Once<string>();
  private readonly teams = new Map<string, Untroubled>();

  constructor(private readonly player: Player) {}

  /** Distinct documents that were left and run on. */
  get documents(): number {
    return this.later.documents + this.last.documents;
  }

  examine(pair: Pair): { readonly failures: readonly string[]; readonly fate: Fate } {
    const { player } = this;
    const { flow, calls } = pair.watched;
    const { teams, lost } = this.untroubled(pair);
    const { first, failures } = runTroubled(player, pair);
    if (teamsOwn(player.state()) !== teams) failures.push('a cell of the team changed');
    const beside = `${flow.name}\n${pair.edit.name}\n${String(first.ok)}`;
    const later = this.later.of(player, beside, () => this.laterRuns(pair, first.ok, teams));
    const gone = later.lost.filter((place) => !lost.includes(place));
    if (gone.length > 0) failures.push(`lost references in ${gone.join()}`);
    const { name, inside } = pair.edit;
    const fate = inside === undefined ? 'outside' : fateOf(pair, [...toldBy(first), ...later.told], later.isThere);
    failures.push(...(fate === 'outside' ? later.failures : fate === undefined ? ['lost in silence'] : []));
    const fault = pair.fault === undefined ? 'no fault' : JSON.stringify(pair.fault);
    const label = `${flow.name}: ${name} before call ${pair.editAt} of ${calls}; ${fault}`;
    return { fate: fate ?? 'window', failures: failures.map((what) => `${label}: ${what}`) };
  }

  /** The edit alone: what the team must still have afterwards. */
  private untroubled({ watched: { flow }, edit }: Pair): Untroubled {
    const key = `${flow.name}\n${edit.name}`;
    const known = this.teams.get(key);
    if (known !== undefined) return known;
    this.player.from(flow.state).edit(edit.act);
    const made = { teams: teamsOwn(this.player.state()), lost: this.player.lostReferences() };
    this.teams.set(key, made);
    return made;
  }

  private laterRuns({ watched: { flow }, edit: { inside } }: Pair, isDone: boolean, teams: string): Later {
    const { player } = this;
    // A change that failed is sent again by the page: half of it may be no plan.
    const again = !isDone && /savePlan|restorePrevious/.test(flow.request.kind) ? [player.ask(flow.request)] : [];
    const last = player.ask({ kind: 'planEverything' });
    const [state, lost] = [player.state(), player.lostReferences()];
    return {
      told: [...again, last].flatMap(toldBy),
      lost,
      isThere: inside !== undefined && holdsTyped(state, inside),
      failures: inside === undefined ? this.unsettled(last, state, teams) : [],
    };
  }

  /** What is wrong where the published cells are not those of one more run on this very book without any trouble. */
  private unsettled(last: Answer, state: LightState, teams: string): string[] {
    if (!last.ok) return [`then ${JSON.stringify(last).slice(0, 300)}`];
    const failures = teamsOwn(state) === teams ? [] : ['a cell of the team changed in the second run'];
    if (!stampOf(state).includes('· OK ·')) return [...failures, 'answered without an OK'];
    const { player } = this;
    const once = (): string => {
      player.ask({ kind: 'planEverything' });
      return withoutProblems(published(player.state(), 'values'));
    };
    const isSame = withoutProblems(published(state, 'values')) === this.last.of(player, '', once, 'last');
    return isSame ? failures : [...failures, 'does not converge'];
  }
}

interface Untroubled {
  readonly teams: string;
  /** Formulas without what they refer to. */
  readonly lost: readonly string[];
}

/** What became of a document after the pair's run. */
interface Later {
  readonly told: readonly Told[];
  readonly lost: readonly string[];
  /** What was typed into our block is still there. */
  readonly isThere: boolean;
  readonly failures: readonly string[];
}

/** The run with the fault and the edit; the edit comes behind it where the run ended before. */
function runTroubled(player: Player, pair: Pair): { readonly first: Answer; readonly failures: string[] } {
  const { watched: of, edit, editAt, fault } = pair;
  player.from(of.flow.state).setMoment('first');
  let edits = 0;
  const act = (): void => {
    edits += 1;
    player.edit(edit.act);
  };
  player.faults.addEdit(editAt, act);
  if (fault !== undefined) player.faults.add(fault);
  const first = player.ask(of.flow.request);
  const failures = player.destroyed().map((type) => `destroyed ${type}`);
  player.faults.clear();
  if (edits === 0) act();
  return { first, failures };
}

function holdsTyped(state: LightState, typed: string): boolean {
  const own = kinds(state);
  return state.sheets.some(
    ({ id, cells }) => own.has(id) && [...cells.values()].some(({ value }) => String(value).includes(typed)),
  );
}

/** A problem that an answer tells of, or refuses for. */
interface Told {
  readonly code: string;
  readonly at: string;
  readonly isRefused: boolean;
}

function toldBy({ value, error }: Answer): readonly Told[] {
  const told = (isRefused: boolean) => (problem: Problem) => ({ code: problem.code, at: problem.at, isRefused });
  return [...(value?.report?.problems ?? []).map(told(false)), ...(error?.problems ?? []).map(told(true))];
}

function fateOf({ watched: { from, to }, editAt }: Pair, told: readonly Told[], isThere: boolean): Fate | undefined {
  if (told.some(({ code, isRefused }) => isRefused && code === 'COLUMN_IN_BLOCK')) return 'refused';
  const isTold = told.some(
    ({ code, at }) =>
      ['TYPED_OVER', 'COLUMN_IN_BLOCK', 'EDITED_MEANWHILE', 'CELL_DIFFERS'].includes(code) && /!\$?[A-Z]+\d+/.test(at),
  );
  if (isTold) return 'named';
  if (isThere) return 'kept';
  return editAt > from && editAt <= to ? 'window' : undefined;
}
