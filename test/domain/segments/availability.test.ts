/** Who is free to be prospected: customers, open deals and whoever the team named are not, and nobody else is kept off. */
import fc from 'fast-check';
import { ACCOUNT_STATUSES, availabilityOf } from '../../../src/domain/segments/availability';
import { accounts, type Cell } from '../../support/domain/build';

const statuses = (columns: Readonly<Record<string, readonly Cell[]>>, keys?: readonly string[], best: readonly string[] = []) =>
  Array.from(availabilityOf(accounts(columns, keys), best).status, (code) => ACCOUNT_STATUSES[code]);

it('keeps customers and open deals off, and leaves everybody else free', () => {
  const words = ['Customer', 'Open deal', 'Former customer', 'Closed Lost', 'Churned client', 'Prospect', null];
  expect(statuses({ 'Account status': words })).toEqual(['Customer', 'Open deal', '', '', '', '', '']);
});

it('keeps off whom nobody may contact, and calls no dead opportunity an open deal', () => {
  expect(statuses({ 'Account status': ['Do Not Prospect', 'do not contact', 'Dead Opportunity'] })).toEqual([
    'Do not contact',
    'Do not contact',
    '',
  ]);
});

it('leaves all accounts free in a list without the column', () => {
  const { available, customers } = availabilityOf(accounts({ Industry: ['a', 'b'] }), []);
  expect([Array.from(available), Array.from(customers)]).toEqual([
    [1, 1],
    [0, 0],
  ]);
});

it('takes best customers by key or by name, whatever case a name or domain is written in', () => {
  const list = { 'Account name': ['Stripe', 'Brex', 'Plaid', 'Ramp'] };
  const keys = ['stripe.com', 'brex.com', '001A', '001a'];
  expect(statuses(list, keys, ['STRIPE.com', 'brex', '001a'])).toEqual(['Best customer', 'Best customer', '', 'Best customer']);
});

it('counts best customers among the customers, and open deals not', () => {
  const list = accounts({ 'Account status': ['Customer', 'Open deal', null, null] }, ['a', 'b', 'c', 'd']);
  expect(Array.from(availabilityOf(list, ['c']).customers)).toEqual([1, 0, 1, 0]);
});

it('keeps every row of a key off where one is, under the strongest reason', () => {
  const list = { 'Account status': [null, 'Open deal', 'Customer', null] };
  expect(statuses(list, ['a', 'a', 'a', 'b'])).toEqual(['Customer', 'Customer', 'Customer', '']);
});

it('holds for any list: a row is free exactly where no row of its key is kept off', () => {
  const rows = fc.array(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c', '__proto__'),
      status: fc.constantFrom(null, 'Customer', 'Lead', 'Negotiation', 'Lost customer'),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(rows, fc.subarray(['a', '__proto__']), (all, best) => {
      const list = accounts(
        { 'Account status': all.map(({ status }) => status) },
        all.map(({ key }) => key),
      );
      const { available, status } = availabilityOf(list, best);
      const isOff = ({ key, status: word }: (typeof all)[number]): boolean =>
        word === 'Customer' || word === 'Negotiation' || best.includes(key);
      all.forEach(({ key }, row) => {
        expect(available[row]).toBe(all.some((other) => other.key === key && isOff(other)) ? 0 : 1);
        expect(status[row] === 0).toBe(available[row] === 1);
      });
    }),
  );
});
