/** Merged, filtered, validated, protected and overfull cells in our own tabs, on the true engine: the right result, or one sentence that tells what to do. */
import * as engine from '@odoo/o-spreadsheet';
import { createHost, type Host } from '../../workbench/core/realm/host';
import { nodeRealms } from '../../workbench/core/realm/realmNode';
import { virtualClock } from '../../workbench/core/clock';
import type { User } from '../../workbench/core/document/document';
import type { WorkbookData } from '../../workbench/core/document/workbookData';
import type { Answer } from '../support/faults/answers';
import { ACCOUNTS, PLAN } from '../support/faults/books';
import { BUNDLE } from '../support/faults/realms';
import { sheetOfRows } from '../../workbench/files/csv';
import { workbookOf } from '../../workbench/files/sheets';

jest.setTimeout(60_000);

const open = (workbook: WorkbookData, user?: User): Host =>
  createHost({
    engine,
    bundle: BUNDLE,
    workbook,
    realms: nodeRealms,
    clock: virtualClock('2026-11-21T12:00:00Z'),
    ...(user === undefined ? {} : { user }),
  });
const run = (host: Host): Answer => JSON.parse(String(host.run('serve', '{"kind":"planEverything"}'))) as Answer;
const must = (answer: Answer): void => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
};
const sentence = ({ error }: Answer): string => `${error?.what ?? ''} ${error?.fix ?? ''}`;
const scores = (host: Host): unknown => host.person.values('Scores', 'A2:Z9');
const team = (host: Host): string =>
  JSON.stringify(host.snapshot().sheets.filter(({ title }) => ['Accounts', 'Team'].includes(title)));

const book = ((): WorkbookData => {
  const mine = sheetOfRows('Team', 2, [['mine: a note', 7]], 'fitted');
  const host = open(workbookOf('B', [sheetOfRows('Accounts', 1, ACCOUNTS, 'fitted'), mine]));
  host.run('serve', JSON.stringify({ kind: 'importPlan', plan: PLAN }));
  must(run(host));
  const { sheets, ...rest } = host.snapshot();
  return { ...rest, sheets: sheets.map((sheet) => ({ ...sheet, rows: Math.min(sheet.rows, 60) })) };
})();

const validated = (host: Host, place: string): void => {
  const { document } = host;
  const gid = document.engine.getters.getSheetIds().find((id) => document.engine.getters.getSheetName(id) === 'Scores') ?? '';
  document.engine.dispatch('ADD_DATA_VALIDATION_RULE', {
    sheetId: gid,
    rule: {
      id: 'theirs',
      criterion: { type: 'isValueInList', values: ['hot', 'cold'], displayStyle: 'arrow' },
      isBlocking: true,
    },
    ranges: [document.engine.getters.getRangeDataFromXc(gid, place)],
  });
};
const unvalidated = (host: Host): void => {
  const { engine: at } = host.document;
  const sheetId = at.getters.getSheetIds().find((id) => at.getters.getSheetName(id) === 'Scores') ?? '';
  at.dispatch('REMOVE_DATA_VALIDATION_RULE', { sheetId, id: 'theirs' });
};
const unmerged = (host: Host): void => {
  const { engine: at } = host.document;
  const sheetId = at.getters.getSheetIds().find((id) => at.getters.getSheetName(id) === 'Scores') ?? '';
  at.dispatch('REMOVE_MERGE', { sheetId, target: at.getters.getMerges(sheetId) });
};

describe('in our own tabs', () => {
  const clean = open(book);
  must(run(clean));
  const wanted = scores(clean);

  it.each<[string, (host: Host) => void, (host: Host) => void, RegExp]>([
    ['merged cells', (host) => host.person.merge('Scores', 'D4:F5'), unmerged, /Scores!\w+: The sheet holds "".* unmerge it/],
    [
      'a rule that refuses',
      (host) => validated(host, 'D3:D8'),
      unvalidated,
      /^Scores: Sheets did not take .*cell D\d+ violates the data validation.* remove the rule/,
    ],
  ])('%s are told in one sentence, and once they are gone a run converges', (_, act, undo, expected) => {
    const host = open(book);
    const before = team(host);
    act(host);
    expect(sentence(run(host))).toMatch(expected);
    expect(String(host.person.values('Summary', 'A1')[0]?.[0])).toContain('UPDATING');
    expect(team(host)).toBe(before);
    undo(host);
    must(run(host));
    expect(scores(host)).toEqual(wanted);
    expect(team(host)).toBe(before);
  });

  it('a filter hides rows and stops nothing: they are written like the others', () => {
    const host = open(book);
    host.person.filter('Scores', 'A2:Z8');
    must(run(host));
    expect(scores(host)).toEqual(wanted);
    expect(host.snapshot().sheets.find(({ title }) => title === 'Scores')?.filter).toBe('A2:Z8');
  });

  it('a protected range refuses the run before anything is written', () => {
    const host = open(book, { email: 'e@example.com', role: 'editor' });
    host.person.protect('Segments', 'B2:C4');
    const before = host.snapshot();
    expect(sentence(run(host))).toMatch(/Segments: You may not edit this tab.*Nothing was written/);
    expect(host.snapshot()).toEqual(before);
  });

  it('a tab that may not grow refuses the run before anything is written, and grows when there is room', () => {
    const narrow = { ...book, sheets: book.sheets.map((sheet) => (sheet.title === 'Scores' ? { ...sheet, rows: 8 } : sheet)) };
    const host = open(narrow);
    host.person.insertRows('Accounts', 3, 2);
    host.person.paste('Accounts', 'A3', [
      ['Eta', 'eta.com', 'Software'],
      ['Theta', 'theta.com', 'Software'],
    ]);
    host.document.mostCells = host.document.cellCount();
    const before = host.snapshot();
    expect(sentence(run(host))).toMatch(/^Scores: The results need 10 rows .* did not give them.*ten million/);
    expect(host.snapshot()).toEqual(before);
    host.document.mostCells = 10_000_000;
    must(run(host));
  });

  it('a text of 50,000 characters arrives whole', () => {
    const host = open(book);
    const name = 'n'.repeat(50_000);
    host.person.type('Accounts', 'A2', name);
    must(run(host));
    expect((scores(host) as string[][]).flat()).toContain(name);
  });
});
