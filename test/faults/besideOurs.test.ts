/** What a team keeps beside our cells, notes, formulas and columns of its own, stands in no request's way. */
import { must, problemsIn, sentenceIn } from '../support/faults/answers';
import { PLAN, publishedBook, teamBook } from '../support/faults/books';
import { Stage } from '../support/faults/stage';
import { TrueStage } from '../support/faults/trueEngine';
import type { Request } from '../../src/commands/protocol/requests';

jest.setTimeout(60_000);

const stage = new Stage();
const { person } = stage;
const book = publishedBook(stage);
const close: Request = { kind: 'closeMonth', asOf: '2026-11-21' };
const closed = stage.after(book, { kind: 'closeMonth', asOf: '2026-10-31' });

it.each(['G2', 'G6', 'H3'])('a note at %s, beside Snapshot, and the next month is closed', (place) => {
  stage.from(closed);
  person.type('Snapshot', place, 'our own note');
  must(stage.ask(close));
  expect(person.values('Snapshot', place)).toEqual([['our own note']]);
  expect(person.values('Snapshot', 'A1:A20').flat()).toEqual(expect.arrayContaining(['2026-10', '2026-11']));
  expect(must(stage.ask(close)).value?.sentences).toEqual(['2026-11 was closed before: nothing was added.']);
});

it('two people may import two files at once', () => {
  stage.from(teamBook(stage));
  const chunk = (title: string, row: number, rows: string[][]): Request => ({
    kind: 'csvImport',
    title,
    row,
    rows,
    guard: 'formatDoubled',
    whole: { file: title, rows: 3, mark: title },
  });
  must(
    stage.ask(
      chunk('Leads', 1, [
        ['Company', 'Town'],
        ['Acme', 'Bonn'],
      ]),
    ),
  );
  must(
    stage.ask(
      chunk('Leads B', 1, [
        ['Firm', 'City'],
        ['Beta', 'Kiel'],
      ]),
    ),
  );
  person.type('Leads', 'D1', 'our own column');
  must(stage.ask(chunk('Leads', 3, [['Gamma', 'Ulm']])));
  must(stage.ask(chunk('Leads B', 3, [['Delta', 'Jena']])));
  expect(person.values('Leads', 'A3:D3')).toEqual([['Gamma', 'Ulm', '', '']]);
});

describe('formulas that reckon with what is written', () => {
  const [, rule = {}] = PLAN.icp ?? [];
  const save: Request = { kind: 'savePlan', key: 'icp', changes: [{ before: rule, after: { ...rule, Why: 'a longer reason' } }] };

  it.each<[string, string, string, string, Request]>([
    ['a total above Review', 'Review', 'J1', '=SUM(J3:J40)', close],
    ['a header of the team’s in Review', 'Review', 'V2', '="Months "&COUNTA(A3:A40)', close],
    ['a column of the team’s in Review', 'Review', 'V3', '=J3*2', close],
    ['a column of the team’s in Plan ICP', 'Plan ICP', 'N3', '=LEN(H3)&LEN(G3)&LEN(I3)', save],
    ['a header of the team’s in Plan ICP', 'Plan ICP', 'P1', '=COUNTA(I2:I40)', save],
  ])('%s stays one, and is no edit of anybody’s', (_, tab, place, formula, request) => {
    stage.from(closed);
    person.type(tab, place, formula);
    const book = new TrueStage().from(stage.document.state());
    must(book.ask(request));
    const sheet = book.state().sheets.find(({ title }) => title === tab);
    const key = Number(place.slice(1)) * 1000 + place.charCodeAt(0) - 64;
    expect(sheet?.cells.get(key)?.formula).toBe(formula);
    must(book.ask({ kind: 'planEverything' }));
  });
});

it('a second note over a cell that Problems has just named is kept as well', () => {
  const PLANNED: Request = { kind: 'planEverything' };
  stage.from(book);
  must(stage.ask(PLANNED));
  person.type('Problems', 'C3', 'first note');
  const state = stage.document.state();
  const hot = (flush: number): void => {
    stage.host.faults.addEdit(flush + 1, () => person.type('Scores', 'B5', 'hot'));
  };
  must(stage.ask(PLANNED));
  const calls = [...stage.calls()];
  const flushed = calls.indexOf('SpreadsheetApp.flush', calls.lastIndexOf('Range.setRichTextValues')) + 1;
  stage.from(state);
  hot(flushed);
  must(stage.ask(PLANNED));
  const all = [...stage.calls()];
  const lost: string[] = [];
  for (let k = flushed + 2; k <= all.length; k += 1) {
    if (/flush|getRange|getFormulas|set|build|RichText|getSheetId|getMax/.test(all[k - 1] ?? '')) continue;
    stage.from(state);
    hot(flushed);
    stage.host.faults.addEdit(k, () => person.type('Problems', 'C3', 'second note'));
    const answer = stage.ask(PLANNED);
    stage.host.faults.clear();
    const isThere = ['Problems', 'Log'].some((tab) => JSON.stringify(person.values(tab, 'A1:H60')).includes('second note'));
    const isNamed = problemsIn(answer).some(({ at }) => at === 'Problems!C3');
    if (!isThere || !isNamed) lost.push(`${k} ${all[k - 1] ?? ''}`);
  }
  expect(lost).toEqual([]);
});

it('a look that fails is no look at blank cells', () => {
  const team = teamBook(stage);
  const request: Request = {
    kind: 'csvImport',
    title: 'Leads',
    row: 1,
    rows: [
      ['Company', 'Town'],
      ['Acme', 'Bonn'],
      ['Beta', 'Ulm'],
    ],
  };
  stage.from(team);
  must(stage.ask(request));
  const looks = [...stage.calls()].flatMap((name, index) => (name === 'Sheet.getSheetValues' ? [index + 1] : []));
  expect(looks.length).toBeGreaterThan(2);
  for (const at of looks) {
    stage.from(team);
    stage.host.faults.addEdit(at, () => {
      stage.edit(() => {
        person.type('Leads', 'B2', 'our own');
      });
    });
    stage.host.faults.add({ at, kind: 'throwBefore' });
    const answer = stage.ask(request);
    stage.host.faults.clear();
    const isThere = stage.document.light.sheets.some(({ cells }) => [...cells.values()].some(({ value }) => value === 'our own'));
    expect([at, isThere || sentenceIn(answer).includes('Leads!B2')]).toEqual([at, true]);
  }
});
