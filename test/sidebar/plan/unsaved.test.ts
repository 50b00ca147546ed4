/** What is kept while the page is closed comes back as it was, and whatever else the text holds is nothing. */
import fc from 'fast-check';
import { NO_ANSWERS, withWish } from '../../../sidebar/plan/answers';
import { addRow, changesOf, countChanges, draftOf, editRow, planOf, rebased, removeRow } from '../../../sidebar/plan/entries';
import { unsavedFrom, unsavedText } from '../../../sidebar/plan/unsaved';
import type { PlanJson } from '../../../src/commands/protocol/requests';

const PLAN: PlanJson = {
  format: 1,
  icp: [
    { Field: 'Industry', Operator: 'in', Value: 'Software' },
    { Field: 'Country', Operator: 'in', Value: 'DE' },
  ],
};
const ANSWERS = withWish(
  { ...NO_ANSWERS, way: 'names', names: 'acme.com\n"Ünï" 🙂', value: '12k', without: ['Employees'] },
  { field: '__proto__', values: ['x; "y"'], near: ['z'], typed: '50-500' },
);

test('a plan as it stands and no answer are no text', () => {
  expect(unsavedText({ answers: NO_ANSWERS, draft: draftOf(PLAN) })).toBe('');
});

test('answers and changed, new and removed rows come back on the plan as it then stands', () => {
  const before = draftOf(PLAN);
  const [first, second] = before.icp;
  let draft = editRow(before, 'icp', first!.id, { Value: 'Fintech' });
  draft = removeRow(draft, 'icp', second!.id);
  draft = addRow(draft, 'rules', { For: 'New', Field: 'Industry', Operator: 'in', Type: 'Include' });
  const back = unsavedFrom(unsavedText({ answers: ANSWERS, draft }));
  expect(back?.answers).toEqual(ANSWERS);
  const fresh = rebased(back!.draft, PLAN);
  expect(planOf(fresh)).toEqual(planOf(draft));
  expect(countChanges(fresh)).toBe(3);
  // A row that another user changed meanwhile is not found again.
  expect(countChanges(rebased(back!.draft, { format: 1, icp: [PLAN.icp![1]!] }))).toBe(2);
  // Saved from elsewhere meanwhile: nothing is unsaved.
  expect(changesOf(rebased(back!.draft, planOf(draft)))).toEqual([]);
});

test('a text of any kind is read without an exception, and gives only rows', () => {
  const change = fc.tuple(fc.oneof(fc.constant('icp'), fc.string()), fc.jsonValue(), fc.jsonValue());
  const json = fc.oneof(
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.record({ answers: fc.jsonValue(), changes: fc.array(change) }).map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(json, (text) => {
      const back = unsavedFrom(text);
      if (back === undefined) return;
      for (const { before, after } of Object.values(back.draft).flat())
        for (const row of [before, after])
          expect(row === null || Object.values(row).every((cell) => typeof cell !== 'object')).toBe(true);
      expect(typeof back.answers.names).toBe('string');
    }),
  );
});
