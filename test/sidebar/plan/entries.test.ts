/** The draft: what is changed is named by what the tab held. */
import {
  addRow,
  cellByName,
  changesOf,
  draftOf,
  editRow,
  planOf,
  rebased,
  removeRow,
  setByName,
  settled,
} from '../../../sidebar/plan/entries';
import type { PlanJson } from '../../../src/commands/protocol/requests';

const plan: PlanJson = {
  format: 1,
  icp: [
    { Field: 'Industry', Value: 'Software' },
    { Field: 'Country', Value: 'DE' },
  ],
};
const changes = (draft: ReturnType<typeof draftOf>) =>
  changesOf(draft).map(({ key, changes: rows }) => ({ key, rows: rows.map(({ before, after }) => [before, after]) }));

test('a plan that is not edited has no changes and is itself', () => {
  expect(changesOf(draftOf(plan))).toEqual([]);
  expect(planOf(draftOf(plan))).toEqual(plan);
});

test('edits, additions and removals carry the row as the tab holds it', () => {
  const draft = draftOf(plan);
  const [first, second] = draft.icp;
  const edited = removeRow(
    editRow(addRow(draft, 'icp', { Field: 'Employees' }), 'icp', first!.id, { Value: 'Fintech' }),
    'icp',
    second!.id,
  );
  expect(changes(edited)).toEqual([
    {
      key: 'icp',
      rows: [
        [plan.icp![0], { Field: 'Industry', Value: 'Fintech' }],
        [plan.icp![1], null],
        [null, { Field: 'Employees' }],
      ],
    },
  ]);
  expect(changesOf(settled(edited, 'icp'))).toEqual([]);
});

test('a blanked cell is a missing key, and blanking what was blank is no change', () => {
  const draft = draftOf(plan);
  expect(planOf(editRow(draft, 'icp', draft.icp[0]!.id, { Value: '' })).icp?.[0]).toEqual({ Field: 'Industry' });
  expect(changesOf(editRow(draft, 'icp', draft.icp[0]!.id, { Why: '' }))).toEqual([]);
});

test('a row that was added and removed again leaves nothing', () => {
  const draft = addRow(draftOf(plan), 'rules', { For: 'TAM' });
  expect(changesOf(removeRow(draft, 'rules', draft.rules[0]!.id))).toEqual([]);
});

test('settings and items are found by name, case aside', () => {
  const draft = setByName(draftOf({ format: 1, tam: [{ Item: 'close rate', Value: '20%' }] }), 'tam', 'Item', 'Close rate', {
    Value: '25%',
  });
  expect(draft.tam).toHaveLength(1);
  expect(cellByName(draft, 'tam', 'Item', 'CLOSE RATE')).toBe('25%');
});

test('after a lost answer the unsaved changes lie on top of the tabs, and saved ones are not sent again', () => {
  const draft = draftOf(plan);
  const edited = addRow(editRow(draft, 'icp', draft.icp[0]!.id, { Value: 'Fintech' }), 'icp', { Field: 'Employees' });
  expect(changes(rebased(edited, plan))).toEqual(changes(edited));
  expect(changes(rebased(edited, planOf(edited)))).toEqual([]);
});

test('__proto__ is a legal name', () => {
  const draft = addRow(draftOf({ format: 1 }), 'segments', { Segment: '__proto__' });
  expect(cellByName(draft, 'segments', 'Segment', '__proto__', 'Segment')).toBe('__proto__');
});
