/** Whose a tab is where metadata cannot tell: after an XLSX file, after a stop, and beside tabs of the team's with our titles. */
import { must, PLAN, published, publishedBook, Stage, stampOf, teamBook } from './harness';
import type { LightState } from './lightEngine';

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
        if (theirs().length > 0) failures.push(`${kind} at ${String(at)}: theirs was taken`);
        if (JSON.stringify(published(stage.document.state(), 'values')) !== JSON.stringify(wanted))
          failures.push(`${kind} at ${String(at)}: does not converge`);
        if (titles().filter((title) => title.startsWith('Scores')).length !== 2)
          failures.push(`${kind} at ${String(at)}: ${titles().join()}`);
      }
    expect(making.length).toBeGreaterThan(20);
    expect(failures).toEqual([]);
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
