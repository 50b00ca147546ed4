import { must, problemsIn, type Answer, sentenceIn } from '../support/faults/answers';
import { PLAN, publishedBook, teamBook } from '../support/faults/books';
import { kinds, published, stampOf, teamsOwn, withoutProblems } from '../support/faults/compared';
import { Stage } from '../support/faults/stage';
import type { LightState } from '../support/faults/lightEngine';

const stage = new Stage();
const book = publishedBook(stage);
const plan = (on: Stage = stage): Answer => on.ask({ kind: 'planEverything' });
const titles = (state: LightState = stage.document.state()): readonly string[] => state.sheets.map(({ title }) => title);

const codes = (answer: Answer): readonly string[] => problemsIn(answer).map(({ code, at }) => `${code} ${at}`);
const wanted = (() => {
  stage.from(book);
  must(plan());
  return published(stage.document.state(), 'values');
})();
const isConverged = (): boolean => withoutProblems(published(stage.document.state(), 'values')) === withoutProblems(wanted);

describe('our tabs', () => {
  it("leave a team's own tab of one of our titles alone", () => {
    stage.from(book);
    expect(titles()).toContain('Coverage (Segment Planner)');
    expect(stage.person.values('Coverage', 'B2')).toEqual([['mine: our own coverage']]);
  });

  it.each([
    ['renamed', (): void => stage.person.renameTab('Scores', 'Liste')],
    ['moved', (): void => stage.person.moveTab('Scores', -3)],
    ['hidden', (): void => stage.person.hideTab('Scores')],
    ['duplicated', (): void => stage.person.duplicateTab('Scores', 'Scores copy')],
    ['deleted', (): void => stage.person.deleteTab('Scores')],
  ])('are found again when one is %s', (_, act) => {
    stage.from(book);
    act();
    must(plan());
    expect(isConverged()).toBe(true);
  });

  it('are not the copy when the original is deleted: the copy keeps what it holds', () => {
    stage.from(book);
    stage.person.duplicateTab('Scores', 'Old scores');
    const before = stage.person.values('Old scores', 'A1:T8');
    stage.person.deleteTab('Scores');
    must(plan());
    expect(stage.person.values('Old scores', 'A1:T8')).toEqual(before);
    expect(titles()).toContain('Scores');
  });

  it('are adopted by their stamps and headers after an XLSX file, which has no metadata', () => {
    stage.from({ ...book, metadata: [] });
    must(plan());
    expect(isConverged()).toBe(true);
    expect([...kinds(stage.document.state()).values()]).toContain('scores');
    expect(titles().filter((title) => title.startsWith('Scores'))).toEqual(['Scores']);
  });
});

describe("other people's cells in our block", () => {
  it.each([
    ['Scores', 'B5', 'call them', /^TYPED_OVER Scores!B5/],
    ['Segments', 'D3', '777', /^TYPED_OVER Segments!D3/],
    ['Summary', 'F4', 'ok?', /^TYPED_OVER Summary!F4/],
    ['Scores', 'C1', 'hm', /^TYPED_OVER Scores!C1/],
    ['Summary', 'C1', 'see below', /^TYPED_OVER Summary!C1/],
  ])('typed over %s!%s are named, and kept in the log', (tab, place, text, code) => {
    stage.from(book);
    stage.person.type(tab, place, text);
    const answer = must(plan());
    expect(codes(answer).some((found) => code.test(found))).toBe(true);
    expect(isConverged()).toBe(true);
    const log = stage.document.state().sheets.find(({ title }) => title === 'Log');
    expect([...(log?.cells.values() ?? [])].some(({ value }) => String(value).includes(text))).toBe(true);
  });

  it('in one column are each named with their own address', () => {
    stage.from(book);
    stage.person.type('Scores', 'B4', 'call them');
    stage.person.type('Scores', 'B6', 'call them too');
    const typed = codes(must(plan())).filter((code) => code.startsWith('TYPED'));
    expect(typed.sort()).toEqual(['TYPED_OVER Scores!B4', 'TYPED_OVER Scores!B6']);
    expect(stage.person.values('Problems', 'B3:B60').flat()).toEqual(expect.arrayContaining(['Scores!B4', 'Scores!B6']));
  });

  it.each(['Summary', 'Scores', 'Segments'])('are not what is missing where a column of %s was deleted: it comes back', (tab) => {
    stage.from(book);
    stage.person.deleteColumns(tab, 2);
    expect(codes(must(plan())).filter((code) => code.startsWith('TYPED'))).toEqual([]);
    expect(isConverged()).toBe(true);
  });

  it('as a column refuse the run with its address, and nothing is written', () => {
    stage.from(book);
    stage.person.insertColumns('Scores', 4);
    stage.person.type('Scores', 'D6', 'my column');
    const before = stage.document.state();
    const answer = plan();
    expect(codes(answer)).toEqual(['COLUMN_IN_BLOCK Scores!D6']);
    expect(stage.document.state().sheets).toEqual(before.sheets);
  });

  it('as a blank column are closed, with a note', () => {
    stage.from(book);
    stage.person.insertColumns('Scores', 4);
    expect(codes(must(plan()))).toContain('COLUMN_INSERTED Scores!D2');
    expect(isConverged()).toBe(true);
  });

  it.each<[string, () => void]>([
    ['a blank column before it', () => stage.person.insertColumns('Summary', 1)],
    ['its first row deleted', () => stage.person.deleteRows('Summary', 1)],
    ['its stamp pasted beside it', () => stage.person.type('Summary', 'C1', stampOf(book))],
  ])('leave the Summary to be written whole with %s', (_, act) => {
    stage.from(book);
    act();
    must(plan());
    expect(isConverged()).toBe(true);
  });

  it('in place of our headers refuse the run', () => {
    stage.from(book);
    stage.person.type('Scores', 'I2', 'Our fit');
    expect(codes(plan())).toEqual(['COLUMN_IN_BLOCK Scores!I2']);
  });

  it('in a tab of ours that was emptied refuse the run with their address, and nothing is written', () => {
    stage.from(book);
    stage.person.clear('Scores', 'A1:Z60');
    stage.person.type('Scores', 'B3', 'mine: our own list');
    const before = stage.document.state();
    expect(codes(plan())).toEqual(['HEADERS_GONE Scores!B3']);
    expect(stage.document.state().sheets).toEqual(before.sheets);
  });

  it('that were only sorted count as no edit', () => {
    stage.from(book);
    stage.person.sort('Scores', 'A3:Z8', 2);
    expect(codes(must(plan())).filter((code) => code.startsWith('TYPED'))).toEqual([]);
  });
});

describe('a run that may not write', () => {
  const writesNothing = (on: Stage, state: LightState, act: () => void, sentence: RegExp): void => {
    on.from(state);
    act();
    const before = JSON.stringify(on.document.state().sheets.map(({ cells }) => [...cells]));
    const answer = plan(on);
    expect(`${answer.error?.what ?? ''} ${answer.error?.fix ?? ''}`).toMatch(sentence);
    expect(JSON.stringify(on.document.state().sheets.map(({ cells }) => [...cells]))).toBe(before);
  };
  const viewer = new Stage({}, { email: 'v@example.com', role: 'viewer' });
  const editor = new Stage({}, { email: 'e@example.com', role: 'editor' });

  it('says so to a viewer', () => writesNothing(viewer, book, () => undefined, /may not edit/));
  it('says so to a viewer of a fresh file', () => {
    stage.from(teamBook(stage));
    must(stage.ask({ kind: 'importPlan', plan: PLAN }));
    writesNothing(viewer, stage.document.state(), () => undefined, /permission/);
  });
  it('says so where a range of ours is protected', () =>
    writesNothing(editor, book, () => editor.person.protect('Scores', 'B4'), /Scores.*may not edit/));
  it('says so when the file is full', () => {
    writesNothing(
      stage,
      teamAndPlan(),
      () => {
        stage.document.light.sheets.push({
          id: 99,
          title: 'Big',
          isHidden: false,
          rows: 384_615,
          columns: 26,
          cells: new Map(),
          look: '',
        });
      },
      /10 million/,
    );
  });
  it('says so when the lock is not granted', () =>
    writesNothing(stage, book, () => stage.document.locks.set('document:script-1', 424242), /Another run/));
  it('says so when there is no lock', () => {
    const without = new Stage({ documentLockIsNull: true });
    writesNothing(without, book, () => undefined, /Another run/);
  });
  it('says so when a newer version wrote the tabs', () => {
    writesNothing(
      stage,
      book,
      () => stage.person.type('Summary', 'A1', stampOf(book).replace(/layout \d+/, 'layout 99')),
      /newer version/,
    );
  });
});

function teamAndPlan(): LightState {
  stage.from(teamBook(stage));
  must(stage.ask({ kind: 'importPlan', plan: PLAN }));
  return stage.document.state();
}

describe('another install', () => {
  it('is refused while a lease lives, and begins anew when it has ended', () => {
    stage.from(book);
    stage.host.faults.add({ at: /setValues/, kind: 'killAfter' });
    plan();
    const refused = stage.ask({ kind: 'planEverything' }, stage.other);
    expect(sentenceIn(refused)).toMatch(/Another install .* at most \d+ minutes/);
    expect(plan().ok).toBe(true);
  });
});

describe('the plan', () => {
  it('that changed since the run is told, and so are accounts', () => {
    stage.from(book);
    must(plan());
    expect(stage.ask({ kind: 'state' }).value?.sentences).toEqual([]);
    stage.person.type('Plan ICP', 'E3', '10-20');
    stage.person.type('Accounts', 'D2', '9');
    expect(stage.ask({ kind: 'state' }).value?.sentences).toEqual([
      expect.stringMatching(/^Plan changed/),
      expect.stringMatching(/^Accounts changed/),
    ]);
  });

  it('is the same under another locale, but accounts are read otherwise: that is told too', () => {
    stage.from(book);
    must(plan());
    const { document } = stage;
    const locale = document.locale;
    document.locale = 'de_DE';
    const { sentences } = must(stage.ask({ kind: 'state' })).value ?? {};
    document.locale = locale;
    expect(sentences).toEqual([expect.stringMatching(/^Accounts changed/)]);
    must(stage.ask({ kind: 'state' }));
    expect(stampOf(document.state())).toContain('· OK ·');
  });

  it('that changed says so where the results are, until it is as it was or a run fits', () => {
    stage.from(book);
    must(plan());
    const stampIn = (tab: string): string => String(stage.person.values(tab, 'A1')[0]?.[0]).split(/ · | since /)[0] ?? '';
    const says = (): string => {
      const all = new Set(['Summary', 'Scores', 'Segments', 'Coverage (Segment Planner)'].map(stampIn));
      return [...all].join(' and elsewhere ');
    };
    const before = PLAN.icp?.[1] ?? {};
    const after = { ...before, Value: '1-2' };
    const save = (from: object, to: object): void =>
      void must(
        stage.ask({ kind: 'savePlan', key: 'icp', changes: [{ before: from as typeof before, after: to as typeof before }] }),
      );
    expect(says()).toBe('Up to date');
    save(before, after);
    expect(says()).toBe('Plan changed');
    save(after, before);
    expect(says()).toBe('Up to date');
    save(before, after);
    stage.person.type('Accounts', 'D2', '9');
    must(stage.ask({ kind: 'state' }));
    expect(says()).toBe('Plan and accounts changed');
    save(after, before);
    expect(says()).toBe('Accounts changed');
    expect(codes(must(plan())).filter((code) => code.startsWith('TYPED'))).toEqual([]);
    expect(says()).toBe('Up to date');
  });

  it('is not said of over a run that somebody has begun since the stamp was read', () => {
    stage.from(book);
    stage.person.type('Plan ICP', 'E3', '10-20');
    const theirs = stampOf(book)
      .replace('· OK ·', '· UPDATING ·')
      .replace(/run \w+/, 'run theirs');
    stage.host.faults.addEdit(/tryLock/, () => stage.person.type('Summary', 'A1', theirs));
    expect(must(stage.ask({ kind: 'state' })).value).toMatchObject({ planChanged: true });
    expect(stampOf(stage.document.state())).toBe(theirs);
  });

  it('is asked after by one who may not write, and answered', () => {
    const viewer = new Stage({}, { email: 'v@example.com', role: 'viewer' });
    viewer.from(book);
    viewer.person.type('Plan ICP', 'E3', '10-20');
    const before = stampOf(viewer.document.state());
    expect(must(viewer.ask({ kind: 'state' })).value).toMatchObject({ planChanged: true });
    expect(stampOf(viewer.document.state())).toBe(before);
  });

  it('saved over a row that changed meanwhile is a conflict with both versions, and nothing is written', () => {
    stage.from(book);
    const { Why, ...before } = PLAN.icp?.[0] ?? {};
    stage.person.type('Plan ICP', 'E2', 'Media');
    const answer = stage.ask({
      kind: 'savePlan',
      key: 'icp',
      changes: [{ before: { ...before, Why: Why ?? '' }, after: { ...before, Value: 'Games' } }],
    });
    expect(answer.value).toMatchObject({
      kind: 'conflict',
      rows: [{ before: { Value: 'Software; Fintech' }, now: { Value: 'Media' }, after: { Value: 'Games' } }],
    });
    expect(stage.person.values('Plan ICP', 'E2')).toEqual([['Media']]);
    expect(teamsOwn(stage.document.state())).toBe(teamsOwn(book));
  });

  it('is found wherever the row is by now', () => {
    stage.from(book);
    stage.person.insertRows('Plan ICP', 2, 3);
    const before = PLAN.icp?.[1] ?? {};
    expect(stage.ask({ kind: 'savePlan', key: 'icp', changes: [{ before, after: { ...before, Value: '1-2' } }] }).value).toEqual({
      kind: 'saved',
      key: 'icp',
      sentences: [],
    });
    expect(stage.person.values('Plan ICP', 'E6')).toEqual([['1-2']]);
  });

  it('goes back one change, and back again', () => {
    stage.from(book);
    const rows = () =>
      stage.person
        .values('Plan ICP', 'A2:A6')
        .flat()
        .filter((cell) => cell !== '');
    const before = rows();
    must(stage.ask({ kind: 'restorePrevious', what: 'plan' }));
    expect(rows()).toEqual(before.filter((name) => name !== 'In Europe'));
    must(stage.ask({ kind: 'restorePrevious', what: 'plan' }));
    expect(rows()).toEqual(before);
  });
});
