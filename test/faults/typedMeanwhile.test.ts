/** What a user types between the writing of cells and the look at what arrived: it is named with its address, and never written over in silence. */
import { must, problemsIn, sentenceIn } from '../support/faults/answers';
import { PLAN, publishedBook, teamBook } from '../support/faults/books';
import { stampOf } from '../support/faults/compared';
import { Stage } from '../support/faults/stage';
import type { LightState } from '../support/faults/lightEngine';
import type { Request } from '../../src/commands/protocol/requests';

const stage = new Stage();
const { person } = stage;
const book = publishedBook(stage);
const texts = (state: LightState, isLog: boolean): string =>
  state.sheets
    .filter(({ title }) => (title === 'Log') === isLog)
    .flatMap(({ cells }) => [...cells.values()].map(({ value }) => String(value)))
    .join('\n');
const PLANNED: Request = { kind: 'planEverything' };

/** 1-based calls at which a tab is read back: all from behind the flush of the results to the last read before the commit. */
function looksBack(calls: readonly string[]): readonly number[] {
  const flush = calls.indexOf('SpreadsheetApp.flush', calls.lastIndexOf('Range.setRichTextValues'));
  return calls.flatMap((name, index) => (index > flush && name === 'Sheet.getSheetValues' ? [index + 1] : []));
}

describe('in a result tab, behind the flush that wrote it', () => {
  const [first = 0] = looksBack(stage.callsOf(book, PLANNED));

  it.each<[string, () => void, RegExp]>([
    ['over a text', () => person.type('Scores', 'B5', 'hot'), /^TYPED_OVER Scores!B5/],
    ['over a number', () => person.type('Scores', 'I5', '12345'), /^TYPED_OVER Scores!I5/],
    ['into a blank cell', () => person.type('Summary', 'E3', 'hot'), /^TYPED_OVER Summary!E3/],
    ['over the stamp', () => person.type('Scores', 'A1', 'hot'), /^TYPED_OVER Scores!A1/],
  ])('%s is named, kept in the log, and the run is whole', (_, act, code) => {
    stage.from(book);
    stage.host.faults.addEdit(first, act);
    const answer = must(stage.ask(PLANNED));
    expect(problemsIn(answer).map((problem) => `${problem.code} ${problem.at}`)).toContainEqual(expect.stringMatching(code));
    expect(person.values('Problems', 'A2:J40').flat()).toContainEqual(
      expect.stringMatching(code.source.replace('^TYPED_OVER ', '^')),
    );
    expect(texts(stage.document.state(), true)).toMatch(/hot|12345/);
    expect(stampOf(stage.document.state())).toContain('· OK ·');
    expect(problemsIn(must(stage.ask(PLANNED))).map(({ at }) => at)).not.toContainEqual(expect.stringMatching(/^Scores!/));
  });

  it.each<[string, () => void, RegExp]>([
    [
      'a row of its own',
      () => {
        person.insertRows('Scores', 5);
        person.type('Scores', 'B5', 'hot');
      },
      /^CELL_DIFFERS Scores!A9/,
    ],
    [
      'a column of its own',
      () => {
        person.insertColumns('Scores', 4);
        person.type('Scores', 'D4', 'hot');
      },
      /^COLUMN_IN_BLOCK Scores!D4/,
    ],
    ['over a header', () => person.type('Scores', 'I2', 'hot'), /^COLUMN_IN_BLOCK Scores!I2/],
  ])('%s stops the run before anything is written over it', (_, act, code) => {
    stage.from(book);
    stage.host.faults.addEdit(first, act);
    const answer = stage.ask(PLANNED);
    expect(answer.ok).toBe(false);
    expect(problemsIn(answer).map((problem) => `${problem.code} ${problem.at}`)[0]).toMatch(code);
    expect(stampOf(stage.document.state())).toContain('· UPDATING ·');
    expect(texts(stage.document.state(), false)).toContain('hot');
  });

  it('rows that are only sorted are nobody’s, and stand in their order again', () => {
    stage.from(book);
    must(stage.ask(PLANNED));
    const wanted = person.values('Scores', 'A2:Z8');
    stage.from(book);
    stage.host.faults.addEdit(first, () => person.sort('Scores', 'A3:Z8', 2));
    expect(problemsIn(must(stage.ask(PLANNED))).map(({ at }) => at)).not.toContainEqual(expect.stringMatching(/^Scores!/));
    expect(person.values('Scores', 'A2:Z8')).toEqual(wanted);
  });

  it('whatever call it falls before: it stands there, or it is named, or it is of the moment before the flush', () => {
    const calls = stage.callsOf(book, PLANNED);
    const flush = calls.indexOf('SpreadsheetApp.flush', calls.lastIndexOf('Range.setRichTextValues')) + 1;
    const lost: number[] = [];
    for (let k = flush + 1; k <= calls.length; k += 1) {
      stage.from(book);
      stage.host.faults.addEdit(k, () => person.type('Scores', 'B5', 'hot'));
      const answer = stage.ask(PLANNED);
      if (!problemsIn(answer).some(({ at }) => at === 'Scores!B5') && !texts(stage.document.state(), false).includes('hot'))
        lost.push(k);
    }
    expect(calls.length - flush).toBeGreaterThan(20);
    expect(lost).toEqual([]);
  });
});

it('in a result tab, before its last look, stops the run with the address, and stays', () => {
  const begun = stage.callsOf(book, PLANNED).indexOf('SpreadsheetApp.flush') + 1;
  stage.from(book);
  stage.host.faults.addEdit(begun + 1, () => person.type('Scores', 'B5', 'hot'));
  const answer = stage.ask(PLANNED);
  expect(problemsIn(answer).map(({ code, at }) => `${code} ${at}`)).toEqual(['EDITED_MEANWHILE Scores!B5']);
  expect(person.values('Scores', 'B5')).toEqual([['hot']]);
});

describe('in a plan tab', () => {
  const [, row = {}] = PLAN.icp ?? [];
  const save: Request = { kind: 'savePlan', key: 'icp', changes: [{ before: row, after: { ...row, Value: '60-600' } }] };
  const restore: Request = { kind: 'restorePrevious', what: 'plan' };
  /** 1-based call that looks at what a request has written. */
  const lookOf = (request: Request): number => {
    const calls = stage.callsOf(book, request);
    const write = calls.findIndex(
      (name, index) => name === 'Range.setValues' && calls.slice(index).indexOf('Sheet.getSheetValues') === 2,
    );
    return write + 3;
  };

  it.each([
    ['saved', save],
    ['restored', restore],
  ])('over a cell that has just been %s, it stays and is named', (_, request) => {
    const at = lookOf(request);
    expect(at).toBeGreaterThan(3);
    for (const place of ['E3', 'A5']) {
      stage.from(book);
      stage.host.faults.addEdit(at, () => person.type('Plan ICP', place, 'typed'));
      const answer = stage.ask(request);
      expect(sentenceIn(answer)).toMatch(new RegExp(`^'Plan ICP'!${place}: The sheet holds "typed".*Look at the row`));
      expect(person.values('Plan ICP', place)).toEqual([['typed']]);
    }
  });

  it('sorted, no row gets what was meant for another', () => {
    const at = lookOf(save);
    stage.from(book);
    stage.host.faults.addEdit(at, () => person.sort('Plan ICP', 'A2:N5', 1));
    expect(stage.ask(save).ok).toBe(false);
    const rows = person.values('Plan ICP', 'A2:E5').map(([name, , , , value]) => `${String(name)} ${String(value)}`);
    expect(rows).toEqual(['Hiring now ', 'In Europe DE; FR', 'Mid size 60-600', 'Sells software Software; Fintech']);
  });

  it('sorted before any other call, no row gets what was meant for another', () => {
    const calls = stage.callsOf(book, save);
    const flush = lookOf(save) - 1;
    const failures: string[] = [];
    for (let k = 1; k <= calls.length; k += 1) {
      // The moment that no script can close: from behind the last look to the flush.
      if (k > flush - 4 && k <= flush) continue;
      stage.from(book);
      stage.host.faults.addEdit(k, () => person.sort('Plan ICP', 'A2:N5', 1));
      const { ok } = stage.ask(save);
      const rows = person.values('Plan ICP', 'A2:E5').map(([name, , , , value]) => `${String(name)} ${String(value)}`);
      const wanted = ['Hiring now ', 'In Europe DE; FR', `Mid size ${rows.includes('Mid size 60-600') ? '60-600' : '50-500'}`];
      if (JSON.stringify(rows) !== JSON.stringify([...wanted, 'Sells software Software; Fintech']))
        failures.push(`${k}: ${rows.join()}`);
      if (ok !== rows.includes('Mid size 60-600') && k < flush) failures.push(`${k}: answered ${String(ok)}`);
    }
    expect(failures).toEqual([]);
  });

  it('a row that does not arrive is written once more, and told where it still is not there', () => {
    const change: Request = {
      kind: 'savePlan',
      key: 'icp',
      changes: [{ before: null, after: { Rule: 'New', Field: 'Domain', Operator: 'is known' } }],
    };
    const calls = stage.callsOf(book, change);
    const write = calls.lastIndexOf('Range.setValues', calls.lastIndexOf('Sheet.getSheetValues') - 1) + 1;
    for (const persistent of [false, true]) {
      stage.from(book);
      stage.host.faults.add({ at: write, kind: 'partialRectangle', then: 'goesOn', persistent });
      const answer = stage.ask(change);
      stage.host.faults.clear();
      const isThere = person.values('Plan ICP', 'A2:D8').some((cells) => cells.join() === 'New,,Domain,is known');
      expect(answer.ok).toBe(isThere);
      if (!persistent) expect(isThere).toBe(true);
    }
  });
});

describe('in a tab that a first run has just made', () => {
  const begun = ((): LightState => {
    stage.from(teamBook(stage));
    must(stage.ask({ kind: 'importPlan', plan: PLAN }));
    return stage.document.state();
  })();
  const calls = stage.callsOf(begun, PLANNED);

  it.each(['Scores', 'Columns'])('%s: a cell that somebody fills before its rows are written stays, and is named', (title) => {
    const lost: string[] = [];
    let typed = 0;
    for (let k = 1; k <= calls.length; k += 13) {
      stage.from(begun);
      const before = typed;
      stage.host.faults.addEdit(k, () => {
        stage.edit(() => {
          person.type(title, 'B4', 'our own note');
          typed += 1;
        });
      });
      const answer = stage.ask(PLANNED);
      const state = stage.document.state();
      const isThere = texts(state, false).includes('our own note') || texts(state, true).includes('our own note');
      const isTold = answer.ok || sentenceIn(answer).includes(title);
      // Calls that only wait to be sent lie between the last look and the flush.
      const isMoment = /flush|getRange|getValues|set|build|RichText/.test(calls[k - 1] ?? '');
      if (typed > before && !isMoment && !(isThere && isTold)) lost.push(`${k} ${calls[k - 1] ?? ''}`);
    }
    expect(typed).toBeGreaterThan(40);
    expect(lost).toEqual([]);
  });
});

describe('in a tab that a file is imported into', () => {
  it('where its next rows will come, it stays and is told', () => {
    stage.from(teamBook(stage));
    const whole = { file: 'leads.csv', rows: 3, mark: 'a1' };
    must(stage.ask({ kind: 'csvImport', title: 'Leads', row: 1, rows: [['Company'], ['Acme']], whole }));
    person.type('Leads', 'A3', 'mine');
    const later: Request = { kind: 'csvImport', title: 'Leads', row: 3, rows: [['Beta']], guard: 'formatDoubled', whole };
    expect(sentenceIn(stage.ask(later))).toMatch(/^The tab "Leads" changed during the import/);
    expect(person.values('Leads', 'A3')).toEqual([['mine']]);
  });

  it('over a cell that has just arrived, it stays and is named', () => {
    const team = teamBook(stage);
    const request: Request = {
      kind: 'csvImport',
      title: 'Leads',
      row: 1,
      rows: [
        ['Company', 'Town'],
        ['Acme', 'Bonn'],
      ],
    };
    const calls = stage.callsOf(team, request);
    stage.from(team);
    stage.host.faults.addEdit(calls.lastIndexOf('Range.getValues') + 1, () => person.type('Leads', 'B2', 'mine'));
    expect(sentenceIn(stage.ask(request))).toMatch(/^Leads!B2: The sheet holds/);
    expect(person.values('Leads', 'B2')).toEqual([['mine']]);
  });
});
