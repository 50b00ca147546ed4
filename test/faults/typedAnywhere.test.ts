/** Edits in places and at moments that nobody thinks of: each is refused, named or left alone, and never lost in silence. */
import { must, problemsIn, sentenceIn } from '../support/faults/answers';
import { PLAN, publishedBook, teamBook } from '../support/faults/books';
import { Stage } from '../support/faults/stage';
import type { LightState } from '../support/faults/lightEngine';
import type { Request } from '../../src/commands/protocol/requests';

const stage = new Stage();
const { person } = stage;
const book = publishedBook(stage);
const PLANNED: Request = { kind: 'planEverything' };
const column = (tab: string, letter: string): unknown[] => person.values(tab, `${letter}1:${letter}60`).flat();
const endOf = (tab: string): number =>
  column(tab, 'A').reduce<number>((last, cell, index) => (cell === '' ? last : index + 1), 0);
const everything = (): string =>
  JSON.stringify(stage.document.state().sheets.map(({ cells }) => [...cells.values()].map(({ value }) => value)));
const told = (answer: ReturnType<Stage['ask']>): readonly string[] => problemsIn(answer).map(({ code, at }) => `${code} ${at}`);
const act = (k: number, edit: () => void): void => {
  stage.host.faults.addEdit(k, () => {
    stage.edit(edit);
  });
};

const calls = stage.callsOf(book, PLANNED);
const flushed = calls.indexOf('SpreadsheetApp.flush', calls.lastIndexOf('Range.setRichTextValues')) + 1;

describe('without the hidden column of marks', () => {
  it.each([
    ['deleted', () => person.deleteColumns('Scores', 26)],
    ['cleared', () => person.clear('Scores', 'Z1:Z60')],
  ])('%s, nothing is written, and it is said how to fix it', (_, edit) => {
    stage.from(book);
    edit();
    person.type('Scores', 'B5', 'our own note');
    person.type('Scores', 'B52', 'below it');
    const before = everything();
    const answer = stage.ask(PLANNED);
    expect(answer.ok).toBe(false);
    expect(told(answer)).toContain('MARKS_GONE Scores!Z2');
    expect(everything()).toBe(before);
    person.clear('Scores', 'A1:Z60');
    must(stage.ask(PLANNED));
    expect(told(must(stage.ask(PLANNED))).filter((line) => line.includes('Scores!'))).toEqual([]);
  });
});

describe('a column of the team inside the block', () => {
  it('that is called like one of ours is refused', () => {
    stage.from(book);
    person.insertColumns('Scores', 26, 2);
    person.type('Scores', 'AA2', 'Tier');
    person.type('Scores', 'AA4', 'our own tier');
    expect(told(stage.ask(PLANNED))).toContain('COLUMN_IN_BLOCK Scores!AA2');
    expect(person.values('Scores', 'AA4')).toEqual([['our own tier']]);
  });

  it('whose formula shows nothing is named, and kept in the log', () => {
    stage.from(book);
    person.insertColumns('Scores', 4);
    const formula = '=IF(B4="Acme","call","")';
    stage.document.light.sheets.find(({ title }) => title === 'Scores')?.cells.set(4004, { value: '', formula });
    expect(told(must(stage.ask(PLANNED)))).toContain('TYPED_OVER Scores!D4');
    expect(everything()).toContain('call');
  });
});

describe('below Problems, which grows by what it tells', () => {
  it.each([
    ['before the run', 0],
    ['behind the flush of the results', flushed + 1],
  ])('what stands there is named where a cell is typed over %s', (_, k) => {
    stage.from(book);
    must(stage.ask(PLANNED));
    const place = `B${endOf('Problems') + 1}`;
    person.type('Problems', place, 'our own note');
    if (k === 0) person.type('Scores', 'B5', 'hot');
    else act(k, () => person.type('Scores', 'B5', 'hot'));
    const answer = must(stage.ask(PLANNED));
    expect(told(answer)).toEqual(expect.arrayContaining(['TYPED_OVER Scores!B5', `TYPED_OVER Problems!${place}`]));
    expect(column('Log', 'F').map(String).join()).toContain('our own note');
    expect(column('Problems', 'B')).toContain(`Problems!${place}`);
  });
});

describe('two edits behind the flush', () => {
  it.each(['Scores!C4', 'Problems!C3', 'Segments!C3'])('the second one, over %s, is named, refused or still there', (at) => {
    const [tab = '', place = ''] = at.split('!');
    const lost: string[] = [];
    const all = ((): readonly string[] => {
      stage.from(book);
      act(flushed + 1, () => person.type('Scores', 'B5', 'hot'));
      must(stage.ask(PLANNED));
      return [...stage.calls()];
    })();
    for (let k = flushed + 2; k <= all.length; k += 1) {
      // Calls that only wait to be sent, between a look and the flush behind it.
      if (/flush|getRange|getFormulas|set|build|RichText|getSheetId|getMax/.test(all[k - 1] ?? '')) continue;
      stage.from(book);
      act(flushed + 1, () => person.type('Scores', 'B5', 'hot'));
      act(k, () => person.type(tab, place, 'second note'));
      const answer = stage.ask(PLANNED);
      stage.host.faults.clear();
      const isThere = everything().includes('second note');
      if (!isThere && !told(answer).some((line) => line.endsWith(at))) lost.push(`${k} ${all[k - 1] ?? ''}`);
    }
    expect(lost).toEqual([]);
  });
});

describe('over the first cell of Summary', () => {
  it('what is typed before it is written stays, and stops the run with the address or is named', () => {
    const commit = calls.lastIndexOf('SpreadsheetApp.flush') + 1;
    // From the reading back of the Summary to the commit.
    const readBack = calls.lastIndexOf('Sheet.getSheetValues', commit) + 1;
    const lost: string[] = [];
    const answers = new Set<string>();
    for (let k = 1; k <= calls.length; k += 1) {
      // Calls that only wait to be sent, between a look and the flush.
      if ((k > readBack && k <= commit) || /flush|getRange|set|build|RichText/.test(calls[k - 1] ?? '')) continue;
      stage.from(book);
      act(k, () => person.type('Summary', 'A1', 'our own title'));
      const answer = stage.ask(PLANNED);
      for (const line of told(answer)) if (line.endsWith('Summary!A1')) answers.add(line);
      const isTold = sentenceIn(answer).includes('Summary!A1') || told(answer).includes('TYPED_OVER Summary!A1');
      if (!everything().includes('our own title') || (!answer.ok && !isTold)) lost.push(`${k} ${calls[k - 1] ?? ''}`);
    }
    expect(lost).toEqual([]);
    expect([...answers].sort()).toEqual(['EDITED_MEANWHILE Summary!A1', 'TYPED_OVER Summary!A1']);
  });
});

describe('while a month is closed', () => {
  const reviewed = stage.after(book, { kind: 'closeMonth', asOf: '2026-10-31' });
  const close: Request = { kind: 'closeMonth', asOf: '2026-11-21' };
  const grid = (): readonly unknown[][] => person.values('Review', 'A2:V12');
  const isTeams = (header: unknown): boolean => /^(Decision|Owner|Next date|Note)$/.test(String(header));
  /** Rows as figures under their headers, in no order; what stands under a header of the team's is told apart. */
  const rows = ([headers = [], ...body]: readonly unknown[][]): string[] =>
    body
      .filter((cells) => cells.some((cell) => cell !== ''))
      .map((cells) =>
        cells
          .map((cell, place) => `${isTeams(headers[place]) ? 'team' : String(headers[place])} ${String(cell)}`)
          .filter((text) => !/^( |team )?$/.test(text))
          .sort()
          .join('|'),
      )
      .sort();

  it.each<[string, LightState, () => void]>(
    [
      ['columns are inserted into Review', () => person.insertColumns('Review', 2)],
      ['Review is sorted', () => person.sort('Review', 'A3:T4', 2, false)],
      ['a row is inserted into Review', () => person.insertRows('Review', 4)],
      ['a row is inserted below Review', () => person.insertRows('Review', 5)],
      ['a row of Review is deleted', () => person.deleteRows('Review', 3)],
      ['a column of Review is deleted', () => person.deleteColumns('Review', 1)],
    ].flatMap(([what, edit]): [string, LightState, () => void][] => [
      [`${String(what)}, the first`, book, edit as () => void],
      [`${String(what)}, the second`, reviewed, edit as () => void],
    ]),
  )('and %s time: no figure comes under another header or into another row', (what, state, edit) => {
    const all = stage.callsOf(state, close);
    const wanted = rows(grid());
    const wrong: string[] = [];
    let edits = 0;
    for (let k = 1; k <= all.length; k += 1) {
      // No script can close these moments, so nothing is asked of them.
      if (/flush|getRange|set|build|getSheetId|getMax|insert/.test(all[k - 1] ?? '')) continue;
      stage.from(state);
      act(k, () => {
        edit();
        edits += 1;
      });
      const answer = stage.ask(close);
      stage.host.faults.clear();
      const found = rows(grid());
      const isDeleted = what.includes('column of Review is deleted');
      const isMixed = isDeleted ? found.some((line) => line.includes('team ')) : found.some((line) => !wanted.includes(line));
      if (answer.ok && isMixed) wrong.push(`${k} ${all[k - 1] ?? ''}: ${found.join(' // ').slice(0, 200)}`);
    }
    expect(edits).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });
});

describe('in a file that is imported', () => {
  const whole = { file: 'leads.csv', rows: 5, mark: 'a1' };
  const first: Request = {
    kind: 'csvImport',
    title: 'Leads',
    row: 1,
    rows: [
      ['Company', 'Town', 'Size'],
      ['Acme', 'Bonn', 5],
    ],
    whole,
  };
  const later: Request = {
    kind: 'csvImport',
    title: 'Leads',
    row: 3,
    rows: [
      ['Beta', 'Kiel', 6],
      ['Gamma', 'Ulm', 7],
    ],
    guard: 'formatDoubled',
    whole,
  };

  it.each<[string, () => void]>([
    ['inserted', () => person.insertColumns('Leads', 2)],
    ['deleted', () => person.deleteColumns('Leads', 2)],
  ])('a column %s between or during two chunks is told', (_, edit) => {
    stage.from(teamBook(stage));
    must(stage.ask(first));
    const begun = stage.document.state();
    const all = stage.callsOf(begun, later);
    const silent: string[] = [];
    for (let k = 1; k <= all.length; k += 1) {
      stage.from(begun);
      act(k, edit);
      const answer = stage.ask(later);
      const rows = person.values('Leads', 'A1:D4').map((cells) => cells.join('|'));
      const isStraight = ['Company|Town|Size|', 'Company||Town|Size', 'Company|Size||'].some(
        (head) =>
          rows[0] === head &&
          rows.every((row) => head.split('|').every((name, place) => (name === '') === (row.split('|')[place] === ''))),
      );
      if (answer.ok && !isStraight) silent.push(`${k} ${all[k - 1] ?? ''} ${rows.join(' // ')}`);
    }
    expect(silent).toEqual([]);
  });

  it('the headers of another import that was stopped have no say', () => {
    stage.from(teamBook(stage));
    must(stage.ask(first));
    const other: Request = { kind: 'csvImport', title: 'Others', row: 1, rows: [['Name'], ['Acme']] };
    const guard = must(stage.ask(other)).value?.guard as 'format';
    must(stage.ask({ ...other, row: 3, rows: [['Beta']], guard }));
    expect(column('Others', 'A').filter((cell) => cell !== '')).toEqual(['Name', 'Acme', 'Beta']);
  });

  it('a row pushed in behind the flush leaves no row twice', () => {
    const team = teamBook(stage);
    const request: Request = {
      kind: 'csvImport',
      title: 'Leads',
      row: 1,
      rows: [
        ['Company', 'Town'],
        ['Acme', 'Bonn'],
        ['Beta', 'Kiel'],
      ],
    };
    const all = stage.callsOf(team, request);
    for (let k = all.lastIndexOf('SpreadsheetApp.flush') + 2; k <= all.length; k += 1) {
      stage.from(team);
      act(k, () => person.insertRows('Leads', 3));
      const answer = stage.ask(request);
      expect([k, column('Leads', 'A').filter((cell) => cell === 'Beta').length]).toEqual([k, 1]);
      if (!answer.ok) expect(sentenceIn(answer)).toMatch(/^Leads!A[34]: The sheet holds/);
    }
  });

  it('what is typed into its first cells as the tab is made stays, and is told', () => {
    const team = teamBook(stage);
    const all = stage.callsOf(team, first);
    const probe = all.indexOf('SpreadsheetApp.flush');
    const look = all.lastIndexOf('Sheet.getSheetValues', probe);
    expect(look).toBeGreaterThan(all.indexOf('Spreadsheet.insertSheet'));
    for (let k = all.indexOf('Spreadsheet.insertSheet') + 2; k <= look + 1; k += 1) {
      stage.from(team);
      act(k, () => person.type('Leads', 'A1', 'our own'));
      expect(sentenceIn(stage.ask(first))).toMatch(/^A user has typed into Leads as it was made/);
      expect(person.values('Leads', 'A1')).toEqual([['our own']]);
    }
  });
});

describe('a formula in a plan tab', () => {
  const plan = { format: 1, icp: [{ Rule: 'x', Field: 'Domain', Operator: 'is known' }] } as const;
  const formulas = (): string =>
    JSON.stringify(
      stage.document
        .state()
        .sheets.flatMap(({ cells }) => [...cells.values()].map(({ formula }) => formula ?? ''))
        .filter(Boolean),
    );

  it('between columns of ours stays one when a plan is imported', () => {
    stage.from(teamBook(stage));
    must(stage.ask({ kind: 'importPlan', plan }));
    person.clear('Plan ICP', 'A2:N9');
    person.deleteColumns('Plan ICP', 9);
    person.type('Plan ICP', 'K1', '="Notes "&1');
    must(stage.ask({ kind: 'importPlan', plan: { format: 1, icp: [{ ...plan.icp[0], Why: 'since' }] } }));
    expect(formulas()).toContain('Notes');
  });

  it('that shows nothing is not written over, by an import or a restored plan', () => {
    stage.from(teamBook(stage));
    must(stage.ask({ kind: 'importPlan', plan }));
    person.clear('Plan ICP', 'A2:N9');
    const formula = '=IF(Team!A1="","","Domain")';
    stage.document.light.sheets.find(({ title }) => title === 'Plan ICP')?.cells.set(2003, { value: '', formula });
    const answer = stage.ask({ kind: 'importPlan', plan: PLAN });
    expect(sentenceIn(answer)).toMatch(/^'Plan ICP'!C2: The cell holds a formula that shows nothing/);
    expect(formulas()).toContain('Team!A1');
  });
});

it('below the log what is typed behind the first flush of a restored plan stays', () => {
  const restore: Request = { kind: 'restorePrevious', what: 'plan' };
  const all = stage.callsOf(book, restore);
  const flushes = all.flatMap((name, index) => (name === 'SpreadsheetApp.flush' ? [index + 1] : []));
  const [probe = 0, last = 0] = flushes.slice(-2);
  // The moment that no script can close: the log is opened once more at the end.
  const opened = all.lastIndexOf('Sheet.getSheetValues', probe) + 1;
  const lost: string[] = [];
  for (let k = (flushes[1] ?? 0) + 1; k <= all.length; k += 1) {
    if ((k > opened && k <= last) || /flush|getRange|set|getSheetId|getMax/.test(all[k - 1] ?? '')) continue;
    stage.from(book);
    let place = '';
    act(k, () => {
      place = `B${endOf('Log') + 1}`;
      person.type('Log', place, 'our own note');
    });
    stage.ask(restore);
    if (person.values('Log', place)[0]?.[0] !== 'our own note') lost.push(`${k} ${all[k - 1] ?? ''}`);
  }
  expect(lost).toEqual([]);
});
