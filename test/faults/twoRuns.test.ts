import { must } from '../support/faults/answers';
import { publishedBook } from '../support/faults/books';
import { published, stampOf, teamsOwn, withoutProblems } from '../support/faults/compared';
import { Stage } from '../support/faults/stage';

const stage = new Stage();
const book = publishedBook(stage);
const clean = (() => {
  stage.from(book);
  must(stage.ask({ kind: 'planEverything' }));
  return { wanted: published(stage.document.state(), 'values'), calls: stage.calls().length };
})();
const teams = teamsOwn(book);
const strip = (cells: Readonly<Record<string, string>>): string => withoutProblems(cells);

describe.each([
  ['the same install', () => stage.host.share({})],
  ['another install', () => stage.other],
])('a second run of %s', (_, second) => {
  it('begun before any call of the first leaves a whole result of one of them, or none marked OK, and one more run mends it', () => {
    const other = second();
    const failures: string[] = [];
    const seen = new Set<string>();
    for (let k = 1; k <= clean.calls; k += 1) {
      stage.from(book);
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
      const last = stage.ask({ kind: 'planEverything' });
      if (!last.ok && !(last.error?.what ?? '').includes('Another install'))
        failures.push(`${k}: ${JSON.stringify(last.error).slice(0, 300)}`);
      if (last.ok && strip(published(stage.document.state(), 'values')) !== strip(clean.wanted))
        failures.push(`${k}: does not converge`);
      if (teamsOwn(stage.document.state()) !== teams) failures.push(`${k}: a cell of the team changed`);
    }
    expect(failures.slice(0, 5)).toEqual([]);
    expect([...seen].length).toBeGreaterThan(1);
  });
});
