/** What a user types into tabs that only grow, Review, Snapshot and Log: it is never written over in silence, and what comes next comes below it. */
import { must, problemsIn, sentenceIn } from '../support/faults/answers';
import { publishedBook } from '../support/faults/books';
import { Stage } from '../support/faults/stage';
import type { Request } from '../../src/commands/protocol/requests';

const stage = new Stage();
const { person } = stage;
const book = publishedBook(stage);
const PLANNED: Request = { kind: 'planEverything' };

describe('in Review', () => {
  const reviewed = stage.after(book, { kind: 'closeMonth', asOf: '2026-10-31' });
  const close: Request = { kind: 'closeMonth', asOf: '2026-11-21' };
  const end = reviewed.sheets.find(({ title }) => title === 'Review');
  const last = Math.max(...[...(end?.cells ?? [])].map(([key, { value }]) => (value === '' ? 0 : Math.floor(key / 1000))));
  const place = `A${last + 1}`;

  it('what stands in place of its headers is left as it is, and said', () => {
    stage.from(reviewed);
    person.clear('Review', 'A1:Z20');
    person.type('Review', 'B2', 'our own agenda');
    expect(sentenceIn(stage.ask(close))).toMatch(/^The tab Review has lost some of its headers\./);
    expect(person.values('Review', 'A1:B2').flat()).toEqual(['', '', '', 'our own agenda']);
  });

  it('a row that somebody adds below is not written over, from the reading of the tab to the end', () => {
    const calls = stage.callsOf(reviewed, close);
    const lost: string[] = [];
    const kept = new Set<string>();
    for (let k = 1; k <= calls.length; k += 1) {
      stage.from(reviewed);
      let typed = 0;
      stage.host.faults.addEdit(k, () => {
        if (person.values('Review', place)[0]?.[0] !== '') return;
        typed += 1;
        person.type('Review', place, 'our own row');
      });
      const answer = stage.ask(close);
      const isThere = person.values('Review', 'A1:A30').flat().includes('our own row');
      // Calls that only wait to be sent lie between the last look and the flush.
      const isMoment = /flush|getRange|setNumberFormats|setValues/.test(calls[k - 1] ?? '');
      if (typed > 0 && !isThere && !isMoment) lost.push(`${k} ${calls[k - 1] ?? ''}`);
      kept.add(`${typed > 0 ? 'typed' : 'too late'} ${answer.ok ? 'closed' : 'refused'}`);
    }
    expect([...kept].sort()).toEqual(['too late closed', 'typed closed', 'typed refused']);
    expect(lost).toEqual([]);
  });
});

describe('in the hidden Snapshot', () => {
  const closed = stage.after(book, { kind: 'closeMonth', asOf: '2026-10-31' });
  const close: Request = { kind: 'closeMonth', asOf: '2026-11-21' };
  const column = (letter: string): unknown[] => person.values('Snapshot', `${letter}1:${letter}20`).flat();
  const end = column('A').filter((cell) => cell !== '').length;
  const months = (): readonly unknown[] => column('A').filter((cell) => String(cell).startsWith('2026-1'));

  it.each(['A', 'B', 'F'])(
    'what somebody has typed below the last month, in column %s, stays, and the next month comes below it',
    (letter) => {
      stage.from(closed);
      person.type('Snapshot', `${letter}${end + 1}`, 'our own note');
      must(stage.ask(close));
      expect(column(letter)[end]).toBe('our own note');
      expect(months()).toEqual(['2026-10', '2026-11']);
      must(stage.ask(close));
      expect(months()).toEqual(['2026-10', '2026-11']);
    },
  );

  it('what is typed there while a month is closed is not written over', () => {
    const calls = stage.callsOf(closed, close);
    const lost: string[] = [];
    let typed = 0;
    for (let k = 1; k <= calls.length; k += 1) {
      stage.from(closed);
      const before = typed;
      stage.host.faults.addEdit(k, () => {
        if (column('C')[end] !== '') return;
        typed += 1;
        person.type('Snapshot', `C${end + 1}`, 'our own note');
      });
      const answer = stage.ask(close);
      const isThere = column('C')[end] === 'our own note';
      const isMoment = /flush|getRange|setNumberFormats|setValues/.test(calls[k - 1] ?? '');
      if (typed > before && !isMoment && !isThere && !sentenceIn(answer).startsWith(`Snapshot!C${end + 1} `))
        lost.push(`${k} ${calls[k - 1] ?? ''}`);
    }
    expect(typed).toBeGreaterThan(20);
    expect(lost).toEqual([]);
  });
});

describe('in the hidden Log', () => {
  const logged = (): string => person.values('Log', 'A1:F').flat().map(String).join('\n');

  it.each([
    ['A1', 'our own title'],
    ['C2', 'our own header'],
  ])('what somebody has typed over %s is named, and kept below', (place, text) => {
    stage.from(book);
    person.type('Log', place, text);
    const answer = must(stage.ask(PLANNED));
    expect(problemsIn(answer).map(({ code, at }) => `${code} ${at}`)).toContain(`TYPED_OVER Log!${place}`);
    expect(logged()).toContain(text);
    expect(person.values('Log', place)).not.toEqual([[text]]);
    expect(problemsIn(must(stage.ask(PLANNED))).map(({ at }) => at)).not.toContain(`Log!${place}`);
  });

  it('what is typed over its first row while a month is closed or a plan saved is kept below', () => {
    for (const request of [
      { kind: 'closeMonth', asOf: '2026-11-21' },
      {
        kind: 'savePlan',
        key: 'icp',
        changes: [{ before: null, after: { Rule: 'New', Field: 'Domain', Operator: 'is known' } }],
      },
    ] satisfies Request[]) {
      stage.from(book);
      person.type('Log', 'A1', 'our own title');
      must(stage.ask(request));
      expect(logged()).toContain('our own title');
    }
  });

  it('takes more rows than it has room for, where many rows were typed over', () => {
    stage.from(book);
    for (let row = 3; row < 29; row += 1) person.type('Summary', `B${row}`, `our own ${row}`);
    for (const sheet of stage.document.light.sheets)
      if (sheet.title === 'Log') sheet.rows = person.values('Log', 'A1:A60').flat().indexOf('');
    must(stage.ask(PLANNED));
    expect(logged().match(/our own \d+/g)).toHaveLength(26);
    expect(logged()).toMatch(/run/);
  });

  it('what is typed below it while a run writes stays, whatever call it falls before', () => {
    // A plan that has changed is logged before the results are written, and the run behind them.
    stage.from(book);
    person.type('Plan ICP', 'F2', 'Critical');
    const changed = stage.document.state();
    const freeRow = (): number => person.values('Log', 'A1:A60').flat().indexOf('') + 1;
    const begun = freeRow();
    const calls = stage.callsOf(changed, PLANNED);
    expect(freeRow()).toBe(begun + 2);
    const flushes = calls.flatMap((name, index) => (name === 'SpreadsheetApp.flush' ? [index + 1] : []));
    const [probe = 0, first = 0] = flushes;
    // The moment that no script can close: from the reading of the log to the flush of its first rows.
    const read = calls.lastIndexOf('Sheet.getSheetValues', probe) + 1;
    const lost: string[] = [];
    for (let k = 1; k <= calls.length; k += 1) {
      if (k > read && k <= first) continue;
      stage.from(changed);
      let place = '';
      stage.host.faults.addEdit(k, () => {
        place = `A${freeRow()}`;
        person.type('Log', place, 'our own note');
      });
      must(stage.ask(PLANNED));
      const isMoment = /flush|getRange|setNumberFormats|setValues|getMaxRows|getSheetId/.test(calls[k - 1] ?? '');
      if (!isMoment && person.values('Log', place)[0]?.[0] !== 'our own note') lost.push(`${k} ${calls[k - 1] ?? ''} ${place}`);
    }
    expect(lost).toEqual([]);
  });
});
