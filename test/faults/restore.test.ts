/** Going back to an earlier plan: what the team wrote beside the rules stays, formats too, a stopped restoration ends where planning goes on. */
import type { PlanRow } from '../../src/commands/protocol/requests';
import { must, type Answer, sentenceIn } from '../support/faults/answers';
import { PLAN, publishedBook } from '../support/faults/books';
import { Stage } from '../support/faults/stage';
import type { LightState } from '../support/faults/lightEngine';

const stage = new Stage();
const { person } = stage;
const book = publishedBook(stage);
const rows = (): readonly string[] =>
  person
    .values('Plan ICP', 'A2:N12')
    .map((cells) => `${String(cells[0])} | ${String(cells[4])} | ${String(cells[13] ?? '')}`)
    .filter((text) => text !== ' |  | ');
const names = (): readonly string[] =>
  rows().flatMap((text) => (text.startsWith(' ') ? [] : [text.slice(0, text.indexOf(' |'))]));
const restore = (what: 'plan' | 'run' = 'plan'): Answer => stage.ask({ kind: 'restorePrevious', what });
const save = (before: PlanRow | null, after: PlanRow | null): void =>
  void must(stage.ask({ kind: 'savePlan', key: 'icp', changes: [{ before, after }] }));
const added = (name: string): PlanRow => ({ Rule: name, Field: 'Domain', Operator: 'is known' });
const MID: PlanRow = PLAN.icp?.[1] ?? {};

describe('what the team wrote beside a rule', () => {
  it('stays beside it when the rule goes back to what it was', () => {
    stage.from(book);
    save(MID, { ...MID, Value: '60-600' });
    must(restore());
    expect(rows()).toEqual([
      'Sells software | Software; Fintech | ',
      'Mid size | 50-500 | mine: keep this rule',
      'Hiring now |  | ',
      'In Europe | DE; FR | ',
    ]);
  });

  it('stays beside it when a rule above comes back, and when it goes again', () => {
    stage.from(book);
    const [, first = ''] = rows();
    const sells = must(stage.ask({ kind: 'exportPlan' })).value?.plan as { icp: readonly PlanRow[] };
    save(sells.icp[0] ?? {}, null);
    must(restore());
    expect(rows()[1]).toBe(first);
    expect(names()[0]).toBe('Sells software');
    must(restore());
    expect(rows()[0]).toBe(first);
    expect(person.values('Plan ICP', 'A2:A3')).toEqual([[''], ['Mid size']]);
  });

  it('goes with a rule that has to move, and is in the log before it does', () => {
    stage.from(book);
    must(stage.ask({ kind: 'planEverything' }));
    person.type('Plan ICP', 'N4', 'mine: not before May');
    person.sort('Plan ICP', 'A2:N5', 1);
    const sorted = stage.document.state();
    must(restore());
    // The one moves up and the other down, where its old place is blanked before its new one is filled.
    expect(rows().slice(1, 3)).toEqual(['Mid size | 50-500 | mine: keep this rule', 'Hiring now |  | mine: not before May']);
    const calls = stage.calls().length;
    for (let at = 1; at <= calls; at += 1)
      for (const kind of ['kill', 'partialRectangle', 'loseTail'] as const) {
        stage.from(sorted);
        stage.host.faults.add({ at, kind, then: 'kills' });
        restore();
        stage.host.faults.clear();
        const everywhere = stage.document
          .state()
          .sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => String(value)));
        for (const note of ['mine: keep this rule', 'mine: not before May'])
          expect(everywhere.some((text) => text.includes(note))).toBe(true);
      }
  });

  it('stays where it is with its formulas, which values would not move with', () => {
    stage.from(book);
    must(stage.ask({ kind: 'planEverything' }));
    person.sort('Plan ICP', 'A2:N5', 1);
    person.type('Plan ICP', 'O4', '=COUNTA(A2:A9)');
    const beside = (): unknown => {
      const sheet = stage.document.light.sheets.find(({ title }) => title === 'Plan ICP');
      return [2, 3, 4, 5].flatMap((row) => [14, 15].map((column) => sheet?.cells.get(row * 1000 + column)));
    };
    const before = beside();
    must(restore());
    expect(names()).toEqual(['Sells software', 'Mid size', 'Hiring now', 'In Europe']);
    expect(beside()).toEqual(before);
  });

  it('is not rewritten where nothing changes: a date keeps its time of day, a number its format', () => {
    stage.from(book);
    person.type('Plan ICP', 'O3', '0.25');
    const sheet = (): LightState['sheets'][number] | undefined =>
      stage.document.light.sheets.find(({ title }) => title === 'Plan ICP');
    const cell = sheet()?.cells.get(3015);
    sheet()?.cells.set(3015, { ...cell, value: 0.25, format: '0%' });
    save(MID, { ...MID, Value: '60-600' });
    must(restore());
    expect(sheet()?.cells.get(3015)).toMatchObject({ value: 0.25, format: '0%' });
    expect(stage.calls().filter((name) => name === 'Range.setValues').length).toBeGreaterThan(0);
  });
});

describe('the number format of a plan cell', () => {
  it('is the team’s: a number that is saved into it keeps it, a text becomes text', () => {
    stage.from(book);
    must(
      stage.ask({
        kind: 'savePlan',
        key: 'tam',
        changes: [{ before: null, after: { Item: 'Winnable share', Value: 0.1 } }],
      }),
    );
    const tam = () => stage.document.light.sheets.find(({ title }) => title === 'Plan TAM')?.cells;
    tam()?.set(2002, { value: 0.1, format: '0%' });
    const change = (before: PlanRow[string], after: PlanRow[string]): void =>
      void must(
        stage.ask({
          kind: 'savePlan',
          key: 'tam',
          changes: [{ before: { Item: 'Winnable share', Value: before }, after: { Item: 'Winnable share', Value: after } }],
        }),
      );
    change(0.1, 0.2);
    expect(tam()?.get(2002)).toMatchObject({ value: 0.2, format: '0%' });
    change(0.2, 'a fifth');
    expect(tam()?.get(2002)).toMatchObject({ value: 'a fifth', format: '@' });
    change('a fifth', 0.3);
    expect(tam()?.get(2002)?.value).toBe(0.3);
  });
});

describe('a stopped restoration', () => {
  const stopped = ((): LightState => {
    stage.from(book);
    must(restore());
    const at = stage.calls().lastIndexOf('Range.setValues');
    stage.from(book);
    stage.host.faults.add({ at, kind: 'kill' });
    restore();
    stage.host.faults.clear();
    return stage.document.state();
  })();

  it('is gone on with when it is asked for again', () => {
    stage.from(stopped);
    must(restore());
    expect(names()).toEqual(['Sells software', 'Mid size', 'Hiring now']);
  });

  it('is over once somebody has planned on: then the last change is undone, and nothing more', () => {
    stage.from(stopped);
    save(null, added('Later 1'));
    must(stage.ask({ kind: 'planEverything' }));
    save(null, added('Later 2'));
    const before = names();
    must(restore());
    expect(names()).toEqual(before.filter((name) => name !== 'Later 2'));
    must(restore());
    expect(names()).toEqual(before);
  });
});

describe('a plan that was edited by hand since', () => {
  it('is in the log before it goes, and comes back with the next restoration', () => {
    stage.from(book);
    must(stage.ask({ kind: 'planEverything' }));
    person.type('Plan ICP', 'A3', 'Edited by hand');
    must(restore());
    expect(names()).toContain('Mid size');
    must(restore());
    expect(names()).toContain('Edited by hand');
    must(restore());
    expect(names()).toContain('Mid size');
  });
});

describe('a log that no longer holds a plan whole', () => {
  it('is told in a sentence, and the plan stays as it is', () => {
    stage.from(book);
    const log = stage.document.light.sheets.find(({ title }) => title === 'Log');
    for (const [key, cell] of log?.cells ?? [])
      if (key % 1000 === 6 && String(cell.value).startsWith('{'))
        log?.cells.set(key, { ...cell, value: String(cell.value).slice(0, 50) });
    const before = rows();
    expect(sentenceIn(restore())).toMatch(/^The tab Log no longer holds that plan whole.*Nothing was written\.$/);
    expect(rows()).toEqual(before);
  });
});
