/** A plan goes into several tabs: a refusal in one of them says truly what the others hold by now. */
import { must } from '../../support/faults/answers';
import { PLAN, teamBook } from '../../support/faults/books';
import { Stage } from '../../support/faults/stage';

const stage = new Stage();

/** Plan tabs with headers and no rows, some of which hide a formula in A2; the answer to an import into them. */
function importInto(...hiding: readonly string[]): ReturnType<Stage['ask']> {
  stage.from(teamBook(stage));
  must(stage.ask({ kind: 'importPlan', plan: PLAN }));
  for (const title of ['Plan ICP', 'Plan Segments']) stage.person.clear(title, 'A2:N9');
  for (const sheet of stage.document.light.sheets)
    if (hiding.includes(sheet.title)) sheet.cells.set(2001, { value: '', formula: '=IF(Team!B1="","","x")' });
  return stage.ask({ kind: 'importPlan', plan: PLAN });
}

const valuesOf = (title: string): unknown => stage.person.values(title, 'A2:B2')[0];

it('an import that stops in its first tab says that nothing was written, and nothing was', () => {
  const { error } = importInto('Plan ICP', 'Plan Segments');
  expect(error?.problems.map(({ at }) => at)).toEqual(["'Plan ICP'!A2"]);
  expect(error?.fix).toBe('Move it and try again. Nothing was written.');
  expect([valuesOf('Plan ICP'), valuesOf('Plan Segments')]).toEqual([
    ['', ''],
    ['', ''],
  ]);
});

it('an import that stops in its second tab says that a part was written, which stands in the first', () => {
  const { error } = importInto('Plan Segments');
  expect(error?.problems.map(({ at }) => at)).toEqual(["'Plan Segments'!A2"]);
  expect(error?.fix).toBe('Move it and try again. A part was written already.');
  const [first] = valuesOf('Plan ICP') as readonly unknown[];
  expect(first).toBe(PLAN.icp?.[0]?.Rule ?? '');
  expect(valuesOf('Plan Segments')).toEqual(['', '']);
});

it('an import that nothing stops fills both', () => {
  expect(importInto().error).toBeUndefined();
  expect(valuesOf('Plan Segments')).not.toEqual(['', '']);
});
