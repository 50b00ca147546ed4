import { must } from '../support/faults/answers';
import { publishedBook } from '../support/faults/books';
import { published, stampOf, teamsOwn, withoutProblems } from '../support/faults/compared';
import { momentsOf } from '../support/faults/moments';
import { Once } from '../support/faults/once';
import { Stage } from '../support/faults/stage';

const stage = new Stage();
const book = publishedBook(stage);
const clean = (() => {
  stage.from(book);
  must(stage.ask({ kind: 'planEverything' }));
  return { wanted: published(stage.document.state(), 'values'), moments: momentsOf(stage.calls()) };
})();
const teams = teamsOwn(book);
const strip = (cells: Readonly<Record<string, string>>): string => withoutProblems(cells);

/** What is wrong with one more run on the document as it stands. */
function nextRun(): readonly string[] {
  const { ok, error } = stage.ask({ kind: 'planEverything' });
  const state = stage.document.state();
  return [
    ...(ok || (error?.what ?? '').includes('Another install') ? [] : [JSON.stringify(error).slice(0, 300)]),
    ...(ok && strip(published(state, 'values')) !== strip(clean.wanted) ? ['does not converge'] : []),
    ...(teamsOwn(state) === teams ? [] : ['a cell of the team changed']),
  ];
}

describe.each([
  ['the same install', () => stage.host.share({})],
  ['another install', () => stage.other],
])('a second run of %s', (_, second) => {
  it('begun before any call of the first leaves a whole result of one of them, or none marked OK, and one more run mends it', () => {
    const other = second();
    const failures: string[] = [];
    const seen = new Set<string>();
    const once = new Once<readonly string[]>();
    for (const k of clean.moments) {
      stage.from(book).setMoment('first');
      let theirs = '';
      stage.host.faults.addEdit(k, () => {
        const answer = stage.ask({ kind: 'planEverything' }, other);
        theirs = answer.ok ? 'done' : (answer.error?.what ?? '').slice(0, 40);
      });
      const mine = stage.ask({ kind: 'planEverything' });
      seen.add(`${mine.ok ? 'done' : 'refused'} / ${theirs}`);
      const state = stage.document.state();
      if (
        stampOf(state).includes('· OK ·') &&
        strip(published(state, 'values')) !== strip(clean.wanted) &&
        (mine.ok || theirs === 'done')
      )
        failures.push(`${k}: OK over wrong cells`);
      failures.push(...once.of(stage, '', nextRun).map((failure) => `${k}: ${failure}`));
    }
    expect(failures.slice(0, 5)).toEqual([]);
    expect([...seen].length).toBeGreaterThan(1);
  });
});
