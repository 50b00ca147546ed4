/** A fault and another person's edit in one run: what the team keeps, and what becomes of what is typed into our block. */
import fc from 'fast-check';
import type { Fault } from '../../../workbench/core/faults/faultSchedule';
import type { Person } from '../../../workbench/core/person/person';
import type { Player } from './examine';
import type { Answer } from './answers';
import { kinds, published, stampOf, teamsOwn, withoutProblems } from './compared';
import { faultsAt } from './faultPlans';
import type { LightState } from './lightEngine';
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
  { name: 'types beside the results', act: (p) => p.type('Scores', 'Y5', 'mine: new') },
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
  { name: 'sorts the results', act: (p) => p.sort('Scores', 'A3:T8', 2) },
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

export function examinePair(player: Player, pair: Pair): { readonly failures: readonly string[]; readonly fate: Fate } {
  const {
    watched: { flow, calls },
    edit,
    editAt,
    fault,
  } = pair;
  // The edit alone: what the team must still have afterwards.
  player.from(flow.state).edit(edit.act);
  const teams = teamsOwn(player.state());
  const lost = player.lostReferences();
  player.from(flow.state);
  let edits = 0;
  const act = (): void => {
    edits += 1;
    player.edit(edit.act);
  };
  player.faults.addEdit(editAt, act);
  if (fault !== undefined) player.faults.add(fault);
  const answers: Answer[] = [player.ask(flow.request)];
  const failures = player.destroyed().map((type) => `destroyed ${type}`);
  player.faults.clear();
  if (edits === 0) act();
  if (teamsOwn(player.state()) !== teams) failures.push('a cell of the team changed');
  // A change that failed is sent again by the page: half of it may be no plan.
  if (answers[0]?.ok !== true && /savePlan|restorePrevious/.test(flow.request.kind)) answers.push(player.ask(flow.request));
  const last = player.ask({ kind: 'planEverything' });
  answers.push(last);
  const gone = player.lostReferences().filter((place) => !lost.includes(place));
  if (gone.length > 0) failures.push(`lost references in ${gone.join()}`);
  const label = `${flow.name}: ${edit.name} before call ${editAt} of ${calls}; ${fault === undefined ? 'no fault' : JSON.stringify(fault)}`;
  const result = (fate: Fate, more: readonly string[]) => ({
    fate,
    failures: [...failures, ...more].map((what) => `${label}: ${what}`),
  });
  if (edit.inside === undefined) return result('outside', settled(player, last, teams));
  const fate = fateOf(pair, edit.inside, answers, player.state());
  return fate === undefined ? result('window', ['lost in silence']) : result(fate, []);
}

/** The published cells are those of a run on this very book without any trouble. */
function settled(player: Player, last: Answer, teams: string): string[] {
  const state = player.state();
  const found = published(state, 'values');
  if (!last.ok) return [`then ${JSON.stringify(last).slice(0, 300)}`];
  const failures = teamsOwn(state) === teams ? [] : ['a cell of the team changed in the second run'];
  if (!stampOf(state).includes('· OK ·')) return [...failures, 'answered without an OK'];
  player.ask({ kind: 'planEverything' });
  const isSame = withoutProblems(found) === withoutProblems(published(player.state(), 'values'));
  return isSame ? failures : [...failures, 'does not converge'];
}

function fateOf(
  { watched: { from, to }, editAt }: Pair,
  typed: string,
  answers: readonly Answer[],
  state: LightState,
): Fate | undefined {
  const told = answers.flatMap(({ value, error }) => [...(value?.report?.problems ?? []), ...(error?.problems ?? [])]);
  if (answers.some(({ error }) => error?.problems.some(({ code }) => code === 'COLUMN_IN_BLOCK'))) return 'refused';
  const isTold = told.some(
    ({ code, at }) =>
      ['TYPED_OVER', 'COLUMN_IN_BLOCK', 'EDITED_MEANWHILE', 'CELL_DIFFERS'].includes(code) && /!\$?[A-Z]+\d+/.test(at),
  );
  if (isTold) return 'named';
  const own = kinds(state);
  const isThere = state.sheets.some(
    ({ id, cells }) => own.has(id) && [...cells.values()].some(({ value }) => String(value).includes(typed)),
  );
  if (isThere) return 'kept';
  return editAt > from && editAt <= to ? 'window' : undefined;
}
