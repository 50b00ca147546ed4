/** What is written once more, and what a stop has left: neither covers a cell of a user's, and both end whole. */
import { must, problemsIn, sentenceIn } from '../support/faults/answers';
import { publishedBook, teamBook, PLAN } from '../support/faults/books';
import { Stage } from '../support/faults/stage';
import { closedMonths } from '../../src/commands/writing/pastMonths';
import type { Request } from '../../src/commands/protocol/requests';

const stage = new Stage();
const { person } = stage;
const book = publishedBook(stage);
const october: Request = { kind: 'closeMonth', asOf: '2026-10-31' };
const november: Request = { kind: 'closeMonth', asOf: '2026-11-21' };
const closed = stage.after(book, october);

it('a formula that shows just what the file has there stays, and is named', () => {
  const team = teamBook(stage);
  const request: Request = { kind: 'csvImport', title: 'Leads', row: 1, rows: [['Count'], ['2']] };
  const calls = stage.callsOf(team, request);
  stage.from(team);
  stage.host.faults.addEdit(calls.lastIndexOf('Sheet.getSheetValues') + 1, () => person.paste('Leads', 'A2', [['=1+1']]));
  expect(sentenceIn(stage.ask(request))).toMatch(/^Leads!A2: The sheet holds/);
});

it.each(['I3:T3', 'I4:T4'])('a row of Review of which a stop left only the first columns is filled: %s', (lost) => {
  stage.from(closed);
  const wanted = person.values('Review', 'A3:T4');
  person.clear('Review', lost);
  must(stage.ask(october));
  expect(person.values('Review', 'A3:T4')).toEqual(wanted);
});

it.each<[string, Request]>([
  ['closeMonth', november],
  ['csvImport', { kind: 'csvImport', title: 'Leads', row: 1, rows: [['Company'], ['Acme'], ['Beta'], ['Gamma']] }],
])('%s: rows that never arrive are told', (_, request) => {
  const calls = stage.callsOf(closed, request);
  stage.from(closed);
  stage.host.faults.add({
    at: calls.lastIndexOf('Range.setValues') + 1,
    kind: 'partialRectangle',
    then: 'goesOn',
    persistent: true,
  });
  const answer = stage.ask(request);
  stage.host.faults.clear();
  expect(sentenceIn(answer)).toMatch(
    /: The sheet holds "" where ".*" was meant to stand\. .* Look at the row, then \w+ the \w+ again\. A part was written already\. \(\d+ more to fix\)$/,
  );
});

it('what a stop left below the last month is written over', () => {
  stage.from(closed);
  const end = person
    .values('Snapshot', 'A1:A30')
    .flat()
    .filter((cell) => cell !== '').length;
  // The first of two parts of a month, the second of which never arrived.
  person.paste('Snapshot', `A${end + 1}`, [["'2026-11", 'r-stopped', 'x', '1', '2', 'half']]);
  must(stage.ask(november));
  const column = person
    .values('Snapshot', 'A1:B30')
    .map((cells) => cells.join(' '))
    .filter((cell) => cell.startsWith('2026-11'));
  expect(column).toHaveLength(1);
  expect(column[0]).not.toContain('stopped');
});

it('headers of Snapshot that a stop left alone are written over', () => {
  stage.from(closed);
  const rows = person.values('Snapshot', 'A1:F2');
  person.clear('Snapshot', 'A2:F30');
  person.clear('Review', 'A3:T30');
  must(stage.ask(november));
  expect(person.values('Snapshot', 'A1:F2')).toEqual(rows);
  expect(person.values('Snapshot', 'A3:A5').flat()).toEqual(['2026-11', '', '']);
});

it('a row below the last month that only names a month is somebody’s', () => {
  stage.from(closed);
  const end = person
    .values('Snapshot', 'A1:A30')
    .flat()
    .filter((cell) => cell !== '').length;
  person.paste('Snapshot', `A${end + 1}`, [["'2026-11", 'our own note']]);
  must(stage.ask(november));
  expect(person.values('Snapshot', `A${end + 1}:B${end + 1}`)).toEqual([['2026-11', 'our own note']]);
});

const [, rule = {}] = PLAN.icp ?? [];
const save = (Why: string): Request => ({ kind: 'savePlan', key: 'icp', changes: [{ before: rule, after: { ...rule, Why } }] });
/** 1-based call that looks at what has been written. */
const lookOf = (request: Request): number => {
  const calls = stage.callsOf(book, request);
  return calls.findIndex((name, i) => name === 'Range.setValues' && calls.slice(i).indexOf('Sheet.getSheetValues') === 2) + 3;
};
const placeOf = (text: string): string => {
  const grid = person.values('Plan ICP', 'A1:N9');
  const row = grid.findIndex((cells) => cells.includes(text));
  return `${String.fromCharCode(65 + (grid[row] ?? []).indexOf(text))}${row + 1}`;
};

it('a text of a plan that became a formula is written once more', () => {
  const at = lookOf(save('=5+5'));
  const place = placeOf('=5+5');
  stage.from(book);
  stage.host.faults.addEdit(at, () => person.paste('Plan ICP', place, [['=5+5']]));
  must(stage.ask(save('=5+5')));
  expect(person.values('Plan ICP', place)).toEqual([['=5+5']]);
});

it('a formula beside the plan does not stand in the way of what is written once more', () => {
  stage.from(book);
  person.paste('Plan ICP', 'P3', [['=1+1']]);
  const state = stage.document.state();
  const at = lookOf(save('ours'));
  const place = placeOf('ours');
  stage.from(state);
  stage.host.faults.addEdit(at, () => person.clear('Plan ICP', place));
  must(stage.ask(save('ours')));
  expect(person.values('Plan ICP', place)).toEqual([['ours']]);
});
const PLANNED: Request = { kind: 'planEverything' };
const firstLook = (): number => {
  const calls = stage.callsOf(book, PLANNED);
  const flush = calls.indexOf('SpreadsheetApp.flush', calls.lastIndexOf('Range.setRichTextValues'));
  return calls.findIndex((name, i) => i > flush && name === 'Sheet.getSheetValues') + 1;
};
const logged = (): string => person.values('Log', 'A1:F60').flat().map(String).join('\n');

it('a formula put over what has just been written is kept in the log as it was typed', () => {
  const at = firstLook();
  stage.from(book);
  stage.host.faults.addEdit(at, () => person.paste('Scores', 'B5', [['=3+4']]));
  expect(problemsIn(must(stage.ask(PLANNED))).map((p) => p.at)).toContain('Scores!B5');
  expect(logged()).toContain('=3+4');
});

it('what is typed below the log stays where a cell typed over is logged behind it', () => {
  const at = firstLook();
  stage.from(book);
  let place = '';
  stage.host.faults.addEdit(at, () => {
    person.type('Scores', 'B5', 'hot');
    place = `A${person.values('Log', 'A1:A60').flat().indexOf('') + 1}`;
    person.type('Log', place, 'our own note');
  });
  must(stage.ask(PLANNED));
  expect(person.values('Log', place)).toEqual([['our own note']]);
});

it('a row inserted before what was lost is written once more leaves no row of ours twice', () => {
  const count = (): number =>
    person
      .values('Scores', 'A3:A40')
      .flat()
      .filter((cell) => cell !== '').length;
  const at = firstLook();
  const wanted = count();
  stage.from(book);
  stage.host.faults.addEdit(at, () => person.type('Scores', 'B5', 'hot'));
  must(stage.ask(PLANNED));
  const calls = [...stage.calls()];
  const twice: string[] = [];
  for (let k = at + 1; k <= calls.length; k += 1) {
    stage.from(book);
    stage.host.faults.addEdit(at, () => person.type('Scores', 'B5', 'hot'));
    stage.host.faults.addEdit(k, () => person.insertRows('Scores', 5));
    if (stage.ask(PLANNED).ok && count() > wanted) twice.push(`${k} ${calls[k - 1]}`);
    stage.host.faults.clear();
  }
  expect(twice).toEqual([]);
});

it('a protected row that only the longer Problems reaches: nothing is written', () => {
  const editor = new Stage({}, { email: 'ed@example.com', role: 'editor' });
  editor.from(book);
  const end = editor.person
    .values('Problems', 'A1:A60')
    .flat()
    .reduce<number>((last, cell, index) => (cell === '' ? last : index + 1), 0);
  editor.person.type('Scores', 'B5', 'hot');
  editor.person.protect('Problems', `A${end + 1}:J${end + 1}`);
  const cells = (): string => JSON.stringify(editor.document.state().sheets.map((sheet) => [...sheet.cells]));
  const before = cells();
  expect(sentenceIn(editor.ask(PLANNED))).toMatch(/^Problems: You may not edit this tab/);
  expect(cells()).toBe(before);
});

it('an empty tab of the team that has the title of the file is not imported into', () => {
  stage.from(teamBook(stage));
  person.addTab('Leads');
  const answer = must(stage.ask({ kind: 'csvImport', title: 'Leads', row: 1, rows: [['Company'], ['Acme']] }));
  expect(answer.value?.tab).not.toBe('Leads');
  expect(person.values('Leads', 'A1')).toEqual([['']]);
});

it('parts of two runs are no month, and of two of one month the first counts', () => {
  expect(
    closedMonths([
      ['2026-11', 'a', 'x', 1, 2],
      ['2026-11', 'b', 'x', 2, 2],
    ]),
  ).toEqual([]);
  expect(
    closedMonths([
      ['2026-11', 'a', 'x', 1, 1],
      ['2026-11', 'b', 'y', 1, 1],
    ]).map(({ row }) => row),
  ).toEqual([1]);
});
it('the guard that was found out is the one the next chunk is asked with', () => {
  stage.from(teamBook(stage));
  const answer = must(stage.ask({ kind: 'csvImport', title: 'Leads', row: 1, rows: [['Company'], ['Acme']] }));
  expect(answer.value?.guard).toBe('formatDoubled');
});
it('what was typed over the top of the log is kept once', () => {
  stage.from(book);
  person.type('Plan ICP', 'F2', 'Critical');
  person.type('Log', 'A1', 'our own title');
  must(stage.ask(PLANNED));
  expect(logged().split('our own title')).toHaveLength(2);
});
it('a note below the log, in any column and of any row that comes, stays', () => {
  const at = firstLook();
  const failed: string[] = [];
  for (const letter of ['A', 'C', 'F'])
    for (const down of [1, 2]) {
      stage.from(book);
      let place = '';
      stage.host.faults.addEdit(at, () => {
        for (const cell of ['B4', 'B5', 'B6']) person.type('Scores', cell, 'hot');
        place = `${letter}${person.values('Log', 'A1:A60').flat().indexOf('') + down}`;
        person.type('Log', place, 'our own note');
      });
      must(stage.ask(PLANNED));
      if (person.values('Log', place)[0]?.[0] !== 'our own note') failed.push(place);
    }
  expect(failed).toEqual([]);
});
