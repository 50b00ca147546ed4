/** The sentences that tell a run in the menu, the sidebar and the command line. */
import { sentencesOf } from '../../../src/commands/result/sentences';
import { runOf } from '../../support/sheet/render/runs';

const PLAN = { icp: [{ Field: 'Employees', Operator: 'between', Value: '50-500' }] };
const first = (names: readonly string[]): string | undefined =>
  sentencesOf({ run: runOf([['Account name', 'Employees'], ...names.map((name) => [name, 120])], PLAN), leftOut: [] })[0];

describe('the sentence on accounts', () => {
  it.each([
    [['Acme', 'Bolt'], '2 accounts read from Accounts: 2 scored, 0 excluded, 0 errors.'],
    [['Acme', 'Acme'], '2 accounts read from Accounts: 2 scored, 0 excluded, 0 errors. 1 row repeats an earlier account.'],
    [
      ['Acme', 'Acme', 'Acme'],
      '3 accounts read from Accounts: 3 scored, 0 excluded, 0 errors. 2 rows repeat an earlier account.',
    ],
  ])('of %p', (names, sentence) => expect(first(names)).toBe(sentence));
});
