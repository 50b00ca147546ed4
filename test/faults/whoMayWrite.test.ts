/** Who may write at all: viewers, editors before protected cells, and a version older than the tabs are reported in a sentence, and nothing is written. */
import { must, sentenceIn } from '../support/faults/answers';
import { publishedBook } from '../support/faults/books';
import { published, stampOf } from '../support/faults/compared';
import { Stage } from '../support/faults/stage';
import type { LightState } from '../support/faults/lightEngine';
import { workflows } from '../support/faults/workflows';

const stage = new Stage();
/** Whoever asks for the state is answered, and only the stamp waits for one who may write it. */
const flows = workflows(stage).filter(({ request }) => request.kind !== 'state');
const book = publishedBook(stage);
const named = flows.map((flow) => [flow.name, flow] as const);
/** All cells of all tabs, ours too. */
const cellsOf = ({ sheets }: LightState): string => JSON.stringify(sheets.map(({ title, cells }) => [title, [...cells]]));
const as = (role: 'editor' | 'viewer'): Stage => new Stage({}, { email: `${role}@example.com`, role });
const viewer = as('viewer');
const editor = as('editor');

const writesNothing = (on: Stage, request: (typeof flows)[number]['request']): string => {
  const before = cellsOf(on.document.state());
  const answer = on.ask(request);
  expect(answer.ok).toBe(false);
  expect(cellsOf(on.document.state())).toBe(before);
  return sentenceIn(answer);
};

describe.each(named)('%s', (_, { request, state }) => {
  it('by one who may only look writes nothing, and says that the file is only shown to them', () => {
    viewer.from(state);
    expect(writesNothing(viewer, request)).toMatch(
      /^You may not edit this file: it is shared with you for viewing only.*Ask the owner/,
    );
  });

  it('by an older version than the one that wrote the tabs writes nothing, and says so', () => {
    stage.from(state.sheets.some(({ title }) => title === 'Summary') ? state : book);
    stage.person.type('Summary', 'A1', stampOf(stage.document.state()).replace(/layout \d+/, 'layout 99'));
    expect(writesNothing(stage, request)).toMatch(/^Summary: A newer version .* only reads them.* Nothing was written\.$/);
  });
});

describe('an older version', () => {
  it('reads the tabs of a newer one all the same', () => {
    stage.from(book);
    stage.person.type('Summary', 'A1', stampOf(book).replace(/layout \d+/, 'layout 99'));
    const state = must(stage.ask({ kind: 'state' })).value;
    expect(state?.state).toBe('published');
    expect((state?.sentences as string[])[0]).toMatch(/^A newer version of the add-on .* only reads them\.$/);
    expect(must(stage.ask({ kind: 'exportPlan' })).value?.plan).toBeDefined();
    expect(stampOf(stage.document.state())).toContain('layout 99');
  });

  it('keeps away from a newer Scores where the Summary is gone', () => {
    stage.from(book);
    const stamp = String(stage.person.values('Scores', 'A1')[0]?.[0]);
    stage.person.type('Scores', 'A1', stamp.replace(/layout \d+/, 'layout 99'));
    stage.person.deleteTab('Summary');
    expect(writesNothing(stage, { kind: 'planEverything' })).toMatch(/newer version/);
  });
});

describe('an editor before something that is protected', () => {
  it.each(
    flows.filter(({ state }) => state.sheets.some(({ title }) => title === 'Log')).map((flow) => [flow.name, flow] as const),
  )('in the log writes nothing by %s, and is told the tab', (_, { request, state }) => {
    editor.from(state);
    editor.person.protect('Log', 'A20:F20');
    expect(writesNothing(editor, request)).toMatch(/^Log: You may not edit this tab: .* Nothing was written\./);
  });

  it.each(flows.filter(({ name }) => /savePlan 1|restore/.test(name)).map((flow) => [flow.name, flow] as const))(
    'in a plan tab writes nothing by %s, the log included',
    (_, { request, state }) => {
      editor.from(state);
      editor.person.protect('Plan ICP', 'C2');
      expect(writesNothing(editor, request)).toMatch(/^Plan ICP: You may not edit this tab: .* Nothing was written\./);
    },
  );

  it('in the second of two plan tabs restores not even the first', () => {
    editor.from(book);
    const add = (key: 'icp' | 'segments', after: Record<string, string>): void =>
      void must(editor.ask({ kind: 'savePlan', key, changes: [{ before: null, after }] }));
    add('icp', { Rule: 'Later', Field: 'Domain', Operator: 'is known' });
    add('segments', { Segment: 'Europe' });
    must(editor.ask({ kind: 'planEverything' }));
    editor.person.protect('Plan Segments', 'A2');
    expect(writesNothing(editor, { kind: 'restorePrevious', what: 'run' })).toMatch(/^Plan Segments: You may not edit/);
  });

  it('in rows of our tab that only this run reaches writes nothing, not even UPDATING', () => {
    editor.from(book);
    const rows = Array.from({ length: 30 }, (_, row) => [`N${row}`, `n${row}.com`, 'Software', '100', 'US', 'yes']);
    // Nothing stands so far down as yet.
    editor.person.clear('Scores', 'B50');
    editor.person.paste('Accounts', 'A8', rows);
    editor.person.protect('Scores', 'C30');
    expect(writesNothing(editor, { kind: 'planEverything' })).toMatch(/^Scores: You may not edit this tab/);
  });

  it('below all that a run reaches is not kept from anything', () => {
    editor.from(book);
    must(editor.ask({ kind: 'planEverything' }));
    const wanted = published(editor.document.state(), 'values');
    editor.from(book);
    editor.person.protect('Scores', 'A40:Z41');
    must(editor.ask({ kind: 'planEverything' }));
    expect(published(editor.document.state(), 'values')).toEqual(wanted);
  });

  it('in the results is told that the plan is restored when only its results could not be written', () => {
    editor.from(book);
    editor.person.protect('Scores', 'B4');
    const answer = editor.ask({ kind: 'restorePrevious', what: 'run' });
    expect(sentenceIn(answer)).toMatch(/^Scores: You may not edit this tab.* The plan is restored already/);
    expect(sentenceIn(answer)).not.toContain('Nothing was written');
    expect(editor.person.values('Plan ICP', 'A2:A6').flat()).not.toContain('In Europe');
  });
});
