/** Saving rows that stand already: a rule is told, and a batch of results is asked about before anything is written. */
import type { SavedPlan } from '../../../src/commands/protocol/replies';
import type { PlanRow, SavePlan } from '../../../src/commands/protocol/requests';
import type { Host } from '../../../workbench/core/realm/host';
import { ask, bookOf, openAddOn, valueOf, valuesOf } from '../../support/commands/addOn';

jest.setTimeout(60_000);

const LIST = [
  ['Account name', 'Industry'],
  ['Acme', 'Fintech'],
];
const RULE = { Rule: 'Fintech', Field: 'Industry', Operator: 'is', Value: 'Fintech' };
const OTHER = { ...RULE, Rule: 'Retail', Value: 'Retail' };
const BATCH = { Month: '2026-10', Segment: 'A', Contacted: 120, Replies: 6 };

let host: Host;
beforeEach(async () => {
  host = await openAddOn(bookOf({ Accounts: LIST }));
  const plan = { format: 1 as const, icp: [RULE, OTHER], segments: [{ Segment: 'A' }], results: [BATCH] };
  valueOf(host, { kind: 'importPlan', plan });
});

function save(key: SavePlan['key'], before: PlanRow | null, after: PlanRow, again?: boolean): SavedPlan {
  const more = again === undefined ? {} : { again };
  const reply = ask<SavedPlan>(host, { kind: 'savePlan', key, changes: [{ before, after }], ...more });
  if (!reply.ok) throw new Error(reply.error.what);
  return reply.value;
}
const filled = (title: string): number => valuesOf(host, title).filter(([first]) => first !== '').length - 1;

test('a rule that stands is not added again, and its row is named', () => {
  expect(save('icp', null, OTHER)).toEqual({
    kind: 'saved',
    key: 'icp',
    sentences: ['Row 3 of Plan ICP holds the same already.'],
  });
  expect(filled('Plan ICP')).toBe(2);
});

test('a rule changed into one that stands is saved, and its row is named', () => {
  expect(save('icp', RULE, OTHER)).toEqual({
    kind: 'saved',
    key: 'icp',
    sentences: ['Row 3 of Plan ICP holds the same already.'],
  });
  expect(
    valuesOf(host, 'Plan ICP')
      .slice(1, 3)
      .map(([rule]) => rule),
  ).toEqual(['Retail', 'Retail']);
});

test('a rule that is new, or saved as it stands, is not spoken of', () => {
  expect(save('icp', null, { ...RULE, Rule: 'New', Value: 'New' })).toEqual({ kind: 'saved', key: 'icp', sentences: [] });
  expect(save('icp', RULE, RULE)).toEqual({ kind: 'saved', key: 'icp', sentences: [] });
});

test('an equal batch of results in one month is asked about before anything is written', () => {
  const asked = { kind: 'equal', sentences: ['Row 2 of Results holds the same batch: are they one? Nothing was saved.'] };
  expect(save('results', null, BATCH)).toEqual(asked);
  expect(filled('Results')).toBe(1);
  expect(save('results', null, BATCH, true)).toEqual({ kind: 'saved', key: 'results', sentences: [] });
  expect(filled('Results')).toBe(2);
  expect(save('results', null, { ...BATCH, Month: '2026-11' })).toMatchObject({ kind: 'saved' });
});
