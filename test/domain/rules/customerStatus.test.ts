/** What an account's status says is the same wherever it is asked: for the first profile, the work list and the outcomes. */
import { markedCustomers } from '../../../src/domain/learning/customers';
import { wonLostOf } from '../../../src/domain/rules/customerStatus';
import { computeAccounts } from '../../../src/domain/segments/run';
import { lists, plan, rule, test as asked } from '../../support/domain/build';

/** Whether an account with this status is taken for a customer, is off the work list, and was won (1), lost (0) or neither (-1). */
function read(status: string): readonly [boolean, boolean, number] {
  const list = lists({ A: ['x'], 'Account status': [status] });
  const runResult = computeAccounts(list, plan({ icp: [rule('A', asked('is known'))] }));
  return [
    markedCustomers(list.accounts).length === 1,
    runResult.availability.available[0] === 0,
    wonLostOf(list.accounts)?.[0] ?? NaN,
  ];
}

describe('a status', () => {
  it.each([
    'Customer',
    'Current Client',
    'Closed Won',
    'Customer - Direct',
    'Kunde',
    'Bestandskunde',
    'Kunde (aktiv)',
    'Cliente',
  ])('%s is a customer', (status) => expect(read(status)).toEqual([true, true, 1]));

  it.each([
    'Potential customer',
    'Prospective client',
    'Non-customer',
    'Not a customer',
    'Former customer',
    'Churned customer',
    'Prospect',
    'Lead',
    'Kein Kunde',
    'Ehemaliger Kunde',
    'Potenzieller Kunde',
    'Interessent',
    'Sekundenkleber',
  ])('%s is none, and may be written to', (status) => expect(read(status)).toEqual([false, false, -1]));

  it.each(['Closed lost', 'Lost customer', 'Lost opportunity'])('%s is lost, and may be written to', (status) =>
    expect(read(status)).toEqual([false, false, 0]),
  );

  it.each(['Open deal', 'Active Opportunity', 'In negotiation', 'Partner'])('%s is no customer, and left alone', (status) =>
    expect(read(status)).toEqual([false, true, -1]),
  );
});
