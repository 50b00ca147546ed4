/** A list too long for one call is published in steps, whatever happens between them. */
import { must, type Answer } from '../support/faults/answers';
import { published, stampOf } from '../support/faults/compared';
import { Stage } from '../support/faults/stage';
import type { LightCell, LightState } from '../support/faults/lightEngine';

const ROWS = 20_500;
const stage = new Stage();
const step = (): Answer => stage.ask({ kind: 'planStep' });

/** A book of many accounts, with a plan. */
const long: LightState = (() => {
  const cells = new Map<number, LightCell>();
  ['Account ID', 'Industry', 'Employees'].forEach((header, column) => cells.set(1001 + column, { value: header }));
  for (let row = 2; row <= ROWS + 1; row += 1) {
    cells.set(row * 1000 + 1, { value: `a${row}` });
    cells.set(row * 1000 + 2, { value: row % 3 === 0 ? 'Software' : 'Retail' });
    cells.set(row * 1000 + 3, { value: row % 700 });
  }
  stage.from({
    sheets: [{ id: 1, title: 'Accounts', isHidden: false, rows: ROWS + 1, columns: 3, cells, look: '' }],
    active: 1,
    notes: [],
    metadata: [],
    protections: [],
  });
  const icp = [
    { Field: 'Industry', Operator: 'is', Value: 'Software', Importance: 'High' },
    { Field: 'Employees', Operator: 'at least', Value: '100', Importance: 'Medium' },
  ];
  must(stage.ask({ kind: 'importPlan', plan: { format: 1, icp } }));
  return stage.document.state();
})();

const heldScores = (): string => published(stage.document.state(), 'values').scores ?? '';
/** What they come to without any trouble, and by which calls. */
const whole = (() => {
  stage.from(long);
  must(stage.ask({ kind: 'planEverything' }));
  return { scores: heldScores(), calls: [...stage.calls()], stamp: stampOf(stage.document.state()) };
})();

/** The list with its first part published. */
const begun = (() => {
  stage.from(long);
  return { reply: must(step()).value, calls: [...stage.calls()], state: stage.document.state() };
})();

describe('a list of more than 20,000 accounts', () => {
  it('is published in steps, each a call of its own, and the last commits', () => {
    stage.from(begun.state);
    const replies = [begun.reply, must(step()).value];
    expect(replies.map((reply) => [reply?.done, reply?.outcome !== undefined])).toEqual([
      [20_000, false],
      [ROWS, true],
    ]);
    expect(stampOf(stage.document.state())).toContain('· OK ·');
    const scores = published(stage.document.state(), 'values').scores ?? '';
    const lines = scores.split('\n');
    // By row * 1000 + column; the header stands in row 2.
    const column = /^2(\d{3}) string Account key /m.exec(scores)?.[1] ?? '';
    expect(lines.filter((line) => line.split(' ')[0]?.endsWith(column))).toHaveLength(ROWS + 1);
  }, 120_000);

  it('is published in one call by "Plan everything", and gone on with by "Plan everything" where a call was killed', () => {
    expect(whole.stamp).toContain('· OK ·');
    // The last tab that is read back: all parts are written then, and nothing is committed.
    const last = whole.calls.lastIndexOf('Sheet.getSheetValues');
    stage.from(long);
    stage.host.faults.add({ at: last, kind: 'kill' });
    expect(stage.ask({ kind: 'planEverything' }).ok).toBe(false);
    stage.host.faults.clear();
    const { done } = must(stage.ask({ kind: 'state' })).value ?? {};
    const before = stage.document.state();
    const written = must(stage.ask({ kind: 'planEverything' }));
    expect(done).toBeGreaterThan(0);
    expect(written.value?.report?.stamp.runId).toBe(/run (\w+)/.exec(stampOf(before))?.[1]);
    expect(stampOf(stage.document.state())).toContain('· OK ·');
  }, 120_000);

  it.each<[string, () => void]>([
    ['a blank column is inserted into Scores', () => stage.person.insertColumns('Scores', 4)],
    ['Scores is deleted', () => stage.person.deleteTab('Scores')],
  ])(
    'is begun again where %s between the steps, and comes out whole',
    (_, act) => {
      stage.from(begun.state);
      act();
      expect(must(step()).value).toMatchObject({ done: 20_000 });
      must(step());
      expect(stampOf(stage.document.state())).toContain('· OK ·');
      expect(published(stage.document.state(), 'values').scores).toBe(whole.scores);
    },
    120_000,
  );

  it('stops before its next part where a column is inserted above it in the same call, and the next run is whole', () => {
    const { calls } = begun;
    // Behind the flush that carries the first rows.
    const first = calls.indexOf('SpreadsheetApp.flush', calls.indexOf('Range.setRichTextValues')) + 1;
    stage.from(long);
    stage.host.faults.addEdit(first + 1, () => stage.person.insertColumns('Scores', 4));
    expect(stage.ask({ kind: 'planEverything' }).error?.problems.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'EDITED_MEANWHILE Scores!A2',
    ]);
    stage.host.faults.clear();
    must(stage.ask({ kind: 'planEverything' }));
    expect(heldScores()).toBe(whole.scores);
  }, 120_000);

  it('is refused to another install between the steps, given up on request, and begun again when an account changes', () => {
    stage.from(begun.state);
    expect(stage.ask({ kind: 'planStep' }, stage.other).error).toMatchObject({
      what: 'Another install of the add-on is writing in this file.',
      fix: expect.stringMatching(/^Wait until it is done, at most \d+ minutes, and run again\.$/) as string,
      problems: [{ code: 'OTHER_INSTALL' }],
    });
    expect(must(stage.ask({ kind: 'state' })).value).toMatchObject({ state: 'unfinished', done: 20_000 });
    stage.person.type('Accounts', 'C2', '650');
    expect(must(step()).value?.done).toBe(20_000);
    expect(must(stage.ask({ kind: 'cancelRun' })).value).toEqual({ cancelled: true });
    expect(must(stage.ask({ kind: 'planStep' }, stage.other)).value?.done).toBe(20_000);
    expect(must(stage.ask({ kind: 'planStep' }, stage.other)).value?.done).toBe(ROWS);
  }, 120_000);
});
