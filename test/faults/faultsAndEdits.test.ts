import fc from 'fast-check';
import type { Person } from '../../workbench/core/person';
import type { FaultKind } from '../../workbench/core/faults';
import { KINDS, LONG, kinds, published, Stage, stampOf, teamsOwn, type Answer, withoutProblems } from './harness';
import type { LightState } from './lightEngine';
import { workflows } from './workflows';

/** What a team does to a spreadsheet; `inside` marks what goes into the add-on's own block. */
const EDITS: readonly { readonly name: string; readonly inside?: string; readonly act: (person: Person) => void }[] = [
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

const stage = new Stage();
const flows = workflows(stage).filter(({ name }) => /planEverything 2|planStep|savePlan 1|restorePrevious 1/.test(name));
const SAMPLES = LONG ? 12_000 : 2_100;
const tally = { pairs: 0, named: 0, refused: 0, kept: 0, window: 0 };

const everything = (state: LightState): string =>
  state.sheets.flatMap(({ id, cells }) => [...cells.values()].map(({ value }) => `${String(id)} ${String(value)}`)).join('\n');
const ownIds = (state: LightState): ReadonlySet<number> => new Set(kinds(state).keys());

/** Calls between the last look at our tabs and the flush that writes them: the moment no script can close. */
const windows = flows.map(({ request, state }) => {
  stage.from(state);
  stage.ask(request);
  const calls = stage.calls();
  const flushes = calls.flatMap((name, index) => (name === 'SpreadsheetApp.flush' ? [index + 1] : []));
  const written = (from: number, to: number): number => calls.slice(from, to).filter((name) => name === 'Range.setValues').length;
  const spans = flushes.map((flush, index) => ({
    from: flushes[index - 1] ?? 0,
    to: flush,
    written: written(flushes[index - 1] ?? 0, flush),
  }));
  const main = spans.reduce((most, span) => (span.written >= most.written ? span : most), { from: 0, to: 0, written: 0 });
  return { calls: calls.length, from: main.from, to: main.to };
});

it(`keeps the team's cells and names what it finds in its block, in ${String(SAMPLES)} pairs of a fault and an edit`, () => {
  const pair = fc.record({
    flow: fc.nat(flows.length - 1),
    edit: fc.nat(EDITS.length - 1),
    editAt: fc.double({ min: 0, max: 0.999, noNaN: true }),
    faultAt: fc.double({ min: 0, max: 0.999, noNaN: true }),
    kind: fc.constantFrom<FaultKind | undefined>(undefined, ...KINDS),
    persistent: fc.boolean(),
  });
  const failures: string[] = [];
  for (const sample of fc.sample(pair, { numRuns: SAMPLES, seed: 5 })) {
    const flow = flows[sample.flow];
    const edit = EDITS[sample.edit];
    const window = windows[sample.flow];
    if (flow === undefined || edit === undefined || window === undefined) continue;
    const [editAt, faultAt] = [1 + Math.floor(sample.editAt * window.calls), 1 + Math.floor(sample.faultAt * window.calls)];
    const label = `${flow.name}: ${edit.name} before call ${String(editAt)}; ${sample.kind ?? 'no fault'} at ${String(faultAt)}${sample.persistent ? ' for good' : ''}`;
    failures.push(...examine(flow, edit, editAt, { ...sample, faultAt }, window).map((what) => `${label}: ${what}`));
    tally.pairs += 1;
    if (failures.length > 5) break;
  }
  process.stderr.write(`${JSON.stringify(tally)}\n`);
  expect(failures).toEqual([]);
});

function examine(
  flow: (typeof flows)[number],
  edit: (typeof EDITS)[number],
  editAt: number,
  { kind, persistent, faultAt }: { readonly kind: FaultKind | undefined; readonly persistent: boolean; readonly faultAt: number },
  window: (typeof windows)[number],
): readonly string[] {
  // The edit alone: what the team must still have afterwards.
  stage.from(flow.state).edit(edit.act);
  const teams = teamsOwn(stage.document.state());
  stage.from(flow.state);
  let edits = 0;
  const act = (): void => {
    edits += 1;
    stage.edit(edit.act);
  };
  stage.host.faults.addEdit(editAt, act);
  if (kind !== undefined) stage.host.faults.add({ at: faultAt, kind, persistent });
  const answers: Answer[] = [stage.ask(flow.request)];
  const problems: string[] = [];
  if (stage.document.light.destructive.length > 0) problems.push(`destroyed ${stage.document.light.destructive.join()}`);
  stage.host.faults.clear();
  if (edits === 0) act();
  if (teamsOwn(stage.document.state()) !== teams) problems.push('a cell of the team changed');
  // A save that failed is sent again by the page: half of it may be no plan.
  if (flow.request.kind === 'savePlan' && answers[0]?.ok !== true) answers.push(stage.ask(flow.request));
  const last = stage.ask({ kind: 'planEverything' });
  answers.push(last);
  const state = stage.document.state();
  const found = edit.inside;
  if (found === undefined) {
    if (!last.ok) problems.push(`then ${JSON.stringify(last).slice(0, 300)}`);
    else problems.push(...convergence(state));
    if (teamsOwn(state) !== teams) problems.push('a cell of the team changed in the second run');
    return problems;
  }
  // In our block: named with its address, still there, or typed in the one moment between the last look and the flush.
  const told = answers.flatMap(({ value, error }) => [...(value?.report?.problems ?? []), ...(error?.problems ?? [])]);
  const isTold = told.some(
    ({ code, at }) =>
      ['TYPED_OVER', 'COLUMN_IN_BLOCK', 'EDITED_MEANWHILE', 'CELL_DIFFERS'].includes(code) && /!\$?[A-Z]+\d+/.test(at),
  );
  const isThere = everything({ ...state, sheets: state.sheets.filter(({ id }) => ownIds(state).has(id)) }).includes(found);
  if (answers.some(({ error }) => error?.problems.some(({ code }) => code === 'COLUMN_IN_BLOCK'))) tally.refused += 1;
  else if (isTold) tally.named += 1;
  else if (isThere) tally.kept += 1;
  else if (editAt > window.from && editAt <= window.to) tally.window += 1;
  else problems.push('lost in silence');
  return problems;
}

/** The published cells are those of a run on this very book without any trouble. */
function convergence(state: LightState): readonly string[] {
  const found = published(state, 'values');
  if (!stampOf(state).includes('· OK ·')) return ['answered without an OK'];
  stage.from(state);
  stage.ask({ kind: 'planEverything' });
  const wanted = published(stage.document.state(), 'values');
  const strip = (cells: Readonly<Record<string, string>>): string => withoutProblems(cells);
  return strip(found) === strip(wanted) ? [] : ['does not converge'];
}
