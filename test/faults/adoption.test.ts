/** Whose a tab is where metadata cannot tell: after an XLSX file, after a stop, and beside tabs of the team's with our titles. */
import { must } from '../support/faults/answers';
import { PLAN, publishedBook, teamBook } from '../support/faults/books';
import { published, stampOf } from '../support/faults/compared';
import { LAYOUT_VERSION } from '../../src/sheet/ownTabs/version';
import { olderBook } from '../support/faults/olderLayout';
import { Stage } from '../support/faults/stage';
import type { LightState } from '../support/faults/lightEngine';

const stage = new Stage();
const { person } = stage;
const book = publishedBook(stage);
const titles = (): readonly string[] => stage.document.state().sheets.map(({ title }) => title);
const names = (): readonly unknown[] =>
  person
    .values('Plan ICP', 'A2:A8')
    .flat()
    .filter((cell) => cell !== '');

describe('a file that has lost its metadata', () => {
  const bare: LightState = { ...book, metadata: [] };

  it('keeps its log, and the plan before the last change is restored from it', () => {
    stage.from(bare);
    must(stage.ask({ kind: 'restorePrevious', what: 'plan' }));
    expect(names()).toEqual(['Sells software', 'Mid size', 'Hiring now']);
    expect(titles().filter((title) => title.startsWith('Log'))).toEqual(['Log']);
  });

  it.each(['planEverything', 'closeMonth'] as const)('gets no second tab of any kind by %s', (kind) => {
    stage.from(book);
    must(stage.ask({ kind: 'closeMonth', asOf: '2026-10-31' }));
    stage.from({ ...stage.document.state(), metadata: [] });
    must(stage.ask({ kind }));
    expect(titles().filter((title) => title.includes('('))).toEqual(['Coverage (Segment Planner)']);
  });

  it('never takes a tab of the team’s for the log, whatever it is called', () => {
    stage.from({ ...bare, sheets: bare.sheets.filter(({ title }) => title !== 'Log') });
    person.addTab('Log');
    person.type('Log', 'A1', 'Time');
    person.type('Log', 'A2', 'mine: 9:30');
    must(stage.ask({ kind: 'planEverything' }));
    expect(person.values('Log', 'A1:A3')).toEqual([['Time'], ['mine: 9:30'], ['']]);
    expect(titles()).toContain('Log (Segment Planner)');
  });
});

describe('an empty tab of the team’s that is called Scores', () => {
  const begun = ((): LightState => {
    stage.from(teamBook(stage));
    person.addTab('Scores');
    must(stage.ask({ kind: 'importPlan', plan: PLAN }));
    return stage.document.state();
  })();
  const theirs = (): readonly unknown[] =>
    [
      ...(stage.document
        .state()
        .sheets.find(({ title }) => title === 'Scores')
        ?.cells.values() ?? []),
    ].filter(({ value }) => value !== '');

  it('stays empty, wherever a first run is stopped while it makes its tabs', () => {
    stage.from(begun);
    must(stage.ask({ kind: 'planEverything' }));
    const wanted = published(stage.document.state(), 'values');
    const making = stage
      .calls()
      .flatMap((name, index) => (/insertSheet|addDeveloperMetadata|setActiveSheet/.test(name) ? [index + 1] : []));
    const failures: string[] = [];
    for (const at of making)
      for (const kind of ['kill', 'killAfter'] as const) {
        stage.from(begun);
        stage.host.faults.add({ at, kind });
        stage.ask({ kind: 'planEverything' });
        stage.host.faults.clear();
        must(stage.ask({ kind: 'planEverything' }));
        if (theirs().length > 0) failures.push(`${kind} at ${at}: theirs was taken`);
        if (JSON.stringify(published(stage.document.state(), 'values')) !== JSON.stringify(wanted))
          failures.push(`${kind} at ${at}: does not converge`);
        if (titles().filter((title) => title.startsWith('Scores')).length !== 2)
          failures.push(`${kind} at ${at}: ${titles().join()}`);
      }
    expect(making.length).toBeGreaterThan(20);
    expect(failures).toEqual([]);
  });
});

describe('a tab of the team’s that is called as one of the plan’s', () => {
  it.each(['Results', 'Overrides', 'Plan Personas'])('%s: it stays theirs, and ours gets a title of its own', (title) => {
    stage.from(teamBook(stage));
    person.addTab(title);
    person.type(title, 'A1', 'Segment');
    person.type(title, 'A2', 'mine: won in October');
    const results = [{ Month: '2026-10', Segment: 'US software', Contacted: 9, Won: 1 }];
    const overrides = [{ 'Account key': 'acme.com', Tier: 'Tier 2' }];
    const personas = [{ Persona: 'CFO', Role: 'Champion', Titles: 'CFO' }];
    must(stage.ask({ kind: 'importPlan', plan: { ...PLAN, results, overrides, personas } }));
    must(stage.ask({ kind: 'planEverything' }));
    expect(person.values(title, 'A1:B3')).toEqual([
      ['Segment', ''],
      ['mine: won in October', ''],
      ['', ''],
    ]);
    expect(titles()).toContain(`${title} (Segment Planner)`);
    expect(must(stage.ask({ kind: 'exportPlan' })).value?.plan).toMatchObject({ results, overrides, personas });
  });
});

describe('a tab of ours beside one of the team’s with its title', () => {
  const theirs = ((): LightState => {
    stage.from(teamBook(stage));
    for (const title of ['Scores', 'Plan ICP']) {
      person.addTab(title);
      person.type(title, 'A1', 'mine: ours');
    }
    must(stage.ask({ kind: 'importPlan', plan: PLAN }));
    must(stage.ask({ kind: 'planEverything' }));
    return stage.document.state();
  })();

  it('is known again after an XLSX file, the plan too', () => {
    stage.from(theirs);
    const before = must(stage.ask({ kind: 'exportPlan' })).value?.plan;
    stage.from({ ...theirs, metadata: [] });
    const old = titles();
    expect(must(stage.ask({ kind: 'exportPlan' })).value?.plan).toEqual(before);
    must(stage.ask({ kind: 'planEverything' }));
    expect(titles()).toEqual(old);
  });

  it('is not the copy that the team keeps under a longer title', () => {
    stage.from(theirs);
    const kept = 'Scores (Segment Planner) October';
    person.duplicateTab('Scores (Segment Planner)', kept);
    person.deleteTab('Scores (Segment Planner)');
    const before = person.values(kept, 'A1:T8');
    must(stage.ask({ kind: 'planEverything' }));
    expect(person.values(kept, 'A1:T8')).toEqual(before);
    expect(titles()).toContain('Scores (Segment Planner)');
  });
});

it('a tab copied from another file, where it had the id that the accounts have here, does not make them ours', () => {
  stage.from(book);
  const copied = book.metadata.map((item) => (item.value.startsWith('plan-icp@') ? { ...item, value: 'plan-icp@1' } : item));
  stage.from({ ...book, metadata: copied });
  const accounts = person.values('Accounts', 'A1:L9');
  const change = { before: null, after: { Rule: 'Later', Field: 'Domain', Operator: 'is known' } };
  must(stage.ask({ kind: 'savePlan', key: 'icp', changes: [change] }));
  expect(person.values('Accounts', 'A1:L9')).toEqual(accounts);
  expect(names()).toContain('Later');
});

describe('tabs of an older layout, without marks, as a file without metadata brings them', () => {
  const [generated, wanted] = ((): [LightState, object] => {
    stage.from(book);
    must(stage.ask({ kind: 'planEverything' }));
    return [stage.document.state(), published(stage.document.state(), 'values')];
  })();
  const old = olderBook(generated, 0);

  it('are taken up, given marks and a layout, and nothing in them counts as typed', () => {
    stage.from(old);
    const { value } = must(stage.ask({ kind: 'planEverything' }));
    expect(value?.report?.problems.filter(({ code }) => code === 'TYPED_OVER')).toEqual([]);
    must(stage.ask({ kind: 'planEverything' }));
    expect(published(stage.document.state(), 'values')).toEqual(wanted);
    expect(stampOf(stage.document.state())).toContain(`layout ${LAYOUT_VERSION}`);
    expect(person.values('Scores', 'Z2:Z3').flat()).toEqual(['Marks', expect.stringMatching(/^m[0-9a-f]{8}/)]);
    person.type('Scores', 'B5', 'typed');
    expect(must(stage.ask({ kind: 'planEverything' })).value?.report?.problems.map(({ at }) => at)).toContain('Scores!B5');
  });

  it('with a column of the team’s where the marks will stand are refused with its address', () => {
    stage.from(old);
    person.type('Scores', 'T2', 'Our notes');
    person.type('Scores', 'T4', 'mine: call');
    const answer = stage.ask({ kind: 'planEverything' });
    expect(answer.error?.problems.map(({ code, at }) => `${code} ${at}`)).toEqual(['COLUMN_IN_BLOCK Scores!T2']);
    expect(person.values('Scores', 'T4')).toEqual([['mine: call']]);
  });
});

describe('tabs of layout 1, whose columns stood in other places', () => {
  const [generated, wanted] = ((): [LightState, object] => {
    stage.from(book);
    must(stage.ask({ kind: 'planEverything' }));
    return [stage.document.state(), published(stage.document.state(), 'values')];
  })();
  const old = olderBook(generated, 1);

  it('are ours row by row, and stand in the present places after a run, with nothing called typed', () => {
    stage.from(old);
    expect(person.values('Scores', 'C2:D2')).toEqual([['Domain', 'Tier']]);
    const { value } = must(stage.ask({ kind: 'planEverything' }));
    expect(value?.report?.problems.filter(({ code }) => code === 'TYPED_OVER')).toEqual([]);
    expect(value?.report?.problems.flatMap(({ code, at }) => (code === 'COLUMNS_MOVED' ? [at] : []))).toEqual([
      'Summary',
      'Scores',
      'Segments',
      'Coverage',
    ]);
    must(stage.ask({ kind: 'planEverything' }));
    expect(published(stage.document.state(), 'values')).toEqual(wanted);
    expect(person.values('Scores', 'A1')).toEqual([[expect.stringMatching(/^Up to date · /)]]);
  });

  it('name what a user has typed into them by its own cell', () => {
    stage.from(old);
    person.type('Scores', 'D5', 'hot');
    const { value } = must(stage.ask({ kind: 'planEverything' }));
    expect(value?.report?.problems.flatMap(({ code, at }) => (code === 'TYPED_OVER' ? [at] : []))).toEqual(['Scores!D5']);
  });

  it('are not written over where a column of the team’s stands beside them', () => {
    stage.from(old);
    person.type('Scores', 'V2', 'Our notes');
    person.type('Scores', 'V4', 'mine: call');
    const answer = stage.ask({ kind: 'planEverything' });
    expect(answer.error?.problems.map(({ code, at }) => `${code} ${at}`)).toEqual(['COLUMN_IN_BLOCK Scores!V2']);
    expect(person.values('Scores', 'V4')).toEqual([['mine: call']]);
  });
});

describe.each([2, 3] as const)('tabs of layout %i, of which Summary and Coverage had other columns', (layout) => {
  it('are carried over, and nothing counts as typed', () => {
    stage.from(book);
    must(stage.ask({ kind: 'planEverything' }));
    const wanted = published(stage.document.state(), 'values');
    stage.from(olderBook(stage.document.state(), layout));
    expect(person.values('Summary', 'A2:B2')).toEqual([['Part', 'Measure']]);
    const { value } = must(stage.ask({ kind: 'planEverything' }));
    expect(value?.report?.problems.filter(({ code }) => code === 'TYPED_OVER')).toEqual([]);
    must(stage.ask({ kind: 'planEverything' }));
    expect(published(stage.document.state(), 'values')).toEqual(wanted);
  });
});

describe('two copies of one file', () => {
  it('are each planned by themselves, with the metadata the copy brings along or without', () => {
    for (const copy of [book, { ...book, metadata: [] }]) {
      stage.from(book);
      must(stage.ask({ kind: 'planEverything' }));
      const original = published(stage.document.state(), 'values');
      const second = new Stage();
      second.from(copy);
      must(second.ask({ kind: 'planEverything' }));
      expect(published(second.document.state(), 'values').scores).toEqual(original.scores);
      expect(stampOf(second.document.state())).toContain('· OK ·');
    }
  });
});
