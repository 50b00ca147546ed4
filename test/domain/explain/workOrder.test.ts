/** The order in which accounts are worked: criterion by criterion, and as one order for any list. */
import fc from 'fast-check';
import type { Contact } from '../../../src/domain/facts/accounts';
import { workOrder, type WorkOrder } from '../../../src/domain/explain/workOrder';
import { openBook } from '../../../src/domain/people/contactBook';
import type { Plan } from '../../../src/domain/rules/plan';
import { computeAccounts } from '../../../src/domain/segments/run';
import { titleContains } from '../../../src/sheet/parse/title';
import { bound, lists, plan, range, rule, segment, test as asked, type Cell } from '../../support/domain/build';

const SIGNAL = { dimension: 'Behavioral', ifBlank: 'no' } as const;

interface Given {
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
  readonly keys?: readonly string[];
  readonly plan: Partial<Omit<Plan, 'settings'>>;
  readonly people?: readonly Partial<Contact>[];
}

function orderOf({ columns, keys, plan: given, people }: Given): WorkOrder {
  const list = lists(columns, keys);
  const all = people?.map((each, person): Contact => ({
    account: 0,
    person,
    name: '',
    title: '',
    email: 'a@b.co',
    phone: '',
    isVerified: true,
    ...each,
  }));
  const book = all === undefined ? null : openBook({ all, unmatched: 0 }, list.accounts.size, titleContains);
  return workOrder(computeAccounts(list, plan(given)), book);
}

const FITS = rule('Industry', asked('is', 'saas'));
const everybody = (size: number): readonly Cell[] => Array.from({ length: size }, () => 'saas');

describe('inside a tier', () => {
  it('accounts that can be worked stand before customers and open deals', () => {
    const columns = { Industry: everybody(3), 'Account status': ['Customer', null, 'Open deal'] };
    expect(orderOf({ columns, keys: ['a', 'b', 'c'], plan: { icp: [FITS] } }).accounts).toEqual([1, 0, 2]);
  });

  it('the stronger signal stands first, whatever the key', () => {
    const columns = { Industry: everybody(3), Hiring: [1, 1, 1], Visits: [0, 10, 5] };
    const icp = [FITS, rule('Hiring', asked('at least', 1), SIGNAL), rule('Visits', asked('at least', 5), SIGNAL)];
    const { accounts, ranks } = orderOf({ columns, keys: ['a', 'b', 'c'], plan: { icp } });
    expect(accounts).toEqual([1, 2, 0]);
    expect(Array.from(ranks)).toEqual([3, 1, 1]);
  });

  it('reach goes by role wanted, then verified, then known, then unknown', () => {
    const people = [
      { account: 1, isVerified: false },
      { account: 2, title: 'Intern' },
      { account: 3, title: 'CTO' },
    ];
    const segments = [segment('S', [bound('Industry', asked('is', 'saas'))], { buyerRoles: ['CTO'] })];
    expect(orderOf({ columns: { Industry: everybody(4) }, plan: { icp: [FITS], segments }, people }).accounts).toEqual([
      3, 2, 1, 0,
    ]);
  });

  it('where the segment wants no role, any persona’s will do', () => {
    const people = [
      { account: 1, title: 'Head of Sales' },
      { account: 0, title: 'Intern' },
    ];
    const personas = [{ name: 'Sal', role: '', titles: ['Head of Sales'] }];
    expect(orderOf({ columns: { Industry: everybody(2) }, plan: { icp: [FITS], personas }, people }).accounts).toEqual([1, 0]);
  });

  it('without contacts the column Verified emails tells who can be reached', () => {
    expect(
      orderOf({ columns: { Industry: everybody(3), 'Verified emails': [null, 0, 2] }, plan: { icp: [FITS] } }).accounts,
    ).toEqual([2, 0, 1]);
  });

  it('the larger account stands first, a band by its lower end, a blank last', () => {
    const columns = { Industry: everybody(4), Employees: [null, 90, range(100, 200), 150] };
    expect(orderOf({ columns, plan: { icp: [FITS] } }).accounts).toEqual([3, 2, 1, 0]);
  });

  it('revenue goes before head count where the list has both, and another currency is a blank', () => {
    const revenue = [
      { low: 900, high: 900, currency: 'SEK' },
      { low: 5, high: 5, currency: 'USD' },
      { low: 7, high: 7, currency: 'USD' },
    ];
    const columns = { Industry: everybody(3), Employees: [1, 900, 2], 'Annual revenue': revenue };
    expect(orderOf({ columns, plan: { icp: [FITS] } }).accounts).toEqual([2, 1, 0]);
  });

  it('equals but for the key share a rank, by code unit of the key', () => {
    const columns = { Industry: [...everybody(3), 'retail'] };
    const { accounts, ranks } = orderOf({ columns, keys: ['b', 'a', 'B', 'z'], plan: { icp: [FITS] } });
    expect(accounts).toEqual([2, 1, 0, 3]);
    expect(Array.from(ranks)).toEqual([1, 1, 1, 4]);
  });
});

/** The criteria as one text of digits an account, by the words of the model. */
function criteria(
  { tiering, availability, scores, lists: list }: ReturnType<typeof computeAccounts>,
  account: number,
): readonly number[] {
  const last = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? Infinity : -value);
  const size = list.accounts.attribute('Employees');
  return [
    tiering.final[account]!,
    1 - availability.available[account]!,
    last(scores.signal[account]),
    last(scores.fit[account]),
    last(scores.known[account]),
    last(size?.facts[size.codes[account]!]?.quantity?.low),
  ];
}

it('is one order of all accounts for any list, and ranks count whoever stands before', () => {
  const row = fc.record({
    industry: fc.constantFrom('saas', 'retail', null),
    country: fc.constantFrom('de', 'fr', null),
    hiring: fc.constantFrom(0, 3, null),
    status: fc.constantFrom(null, 'Customer', 'Lead'),
    employees: fc.constantFrom(null, 10, 20),
  });
  const icp = [
    FITS,
    rule('Country', asked('is', 'de')),
    rule('Hiring', asked('at least', 2), SIGNAL),
    rule('Hiring', asked('at least', 1), { ...SIGNAL, ifBlank: 'unknown' }),
  ];
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), (rows) => {
      const columns = {
        Industry: rows.map(({ industry }) => industry),
        Country: rows.map(({ country }) => country),
        Hiring: rows.map(({ hiring }) => hiring),
        'Account status': rows.map(({ status }) => status),
        Employees: rows.map(({ employees }) => employees),
      };
      const runResult = computeAccounts(lists(columns), plan({ icp }));
      const { accounts, ranks } = workOrder(runResult, null);
      expect([...accounts].sort((a, b) => a - b)).toEqual(rows.map((_, index) => index));
      const before = (a: readonly number[], b: readonly number[]): boolean => {
        const at = a.findIndex((value, index) => value !== b[index]);
        return at >= 0 && a[at]! < b[at]!;
      };
      const all = rows.map((_, account) => criteria(runResult, account));
      all.forEach((own, account) => {
        expect(ranks[account]).toBe(1 + all.filter((other) => before(other, own)).length);
      });
      expect(accounts.map((account) => ranks[account]!)).toEqual([...ranks].sort((a, b) => a - b));
    }),
  );
});
