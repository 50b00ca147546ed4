/** This month's accounts: who may be on the list, in which order, and how many of them. */
import fc from 'fast-check';
import { monthList } from '../../../src/domain/explain/monthList';
import { workOrder } from '../../../src/domain/explain/workOrder';
import type { Contact } from '../../../src/domain/facts/accounts';
import { segmentResults } from '../../../src/domain/lanes/segmentResults';
import { openBook } from '../../../src/domain/people/contactBook';
import type { Plan } from '../../../src/domain/rules/plan';
import type { Settings } from '../../../src/domain/rules/settings';
import { computeAccounts } from '../../../src/domain/segments/run';
import { titleContains } from '../../../src/sheet/parse/title';
import { bound, day, lists, plan, rule, segment, test as asked, type Cell } from '../../support/domain/build';

const FITS = rule('Industry', asked('is', 'saas'));
const NARROW = rule('Industry', asked('is', 'none such'), { weight: 0 });

interface Given {
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
  readonly keys?: readonly string[];
  readonly plan?: Partial<Omit<Plan, 'settings'>>;
  readonly settings?: Partial<Settings>;
  readonly people?: readonly Partial<Contact>[];
}

function listed({ columns, keys, plan: given, settings, people }: Given): readonly number[] {
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
  const runResult = computeAccounts(list, plan({ icp: [FITS], ...given, settings: { accountsPerMonth: 100, ...settings } }));
  return [...monthList(runResult, segmentResults(runResult, book), book, workOrder(runResult, book).accounts)];
}

const saas = (size: number): readonly Cell[] => Array.from({ length: size }, () => 'saas');

describe('who is on the list', () => {
  it('nobody, until the team has said how many it takes', () => {
    expect(listed({ columns: { Industry: saas(2) }, settings: { accountsPerMonth: undefined } })).toEqual([]);
  });

  it('no customer, no duplicate, nobody contacted within the last month, and nobody without a tier', () => {
    const columns = {
      Industry: ['saas', 'saas', 'saas', 'saas', 'saas', null],
      'Account status': ['Customer', null, null, null, null, null],
      'Last contacted': [null, null, null, day(2026, 5, 15), day(2026, 5, 14), null],
    };
    expect(listed({ columns, keys: ['a', 'b', 'b', 'c', 'd', 'e'] })).toEqual([1, 4]);
  });

  it('with contacts, only who has a verified one in a wanted role', () => {
    const people = [
      { account: 0, title: 'CTO' },
      { account: 1, title: 'Intern' },
      { account: 2, title: 'CTO', isVerified: false },
    ];
    const segments = [segment('S', [bound('Industry', asked('is', 'saas'))], { buyerRoles: ['CTO'] })];
    expect(listed({ columns: { Industry: saas(4) }, plan: { segments }, people })).toEqual([0]);
  });

  it('where no role is wanted of an account, any verified contact will do', () => {
    expect(
      listed({
        columns: { Industry: saas(3) },
        people: [
          { account: 1, title: 'Intern' },
          { account: 2, isVerified: false },
        ],
      }),
    ).toEqual([1]);
    const personas = [{ name: 'Tech', role: '', titles: ['CTO'] }];
    expect(listed({ columns: { Industry: saas(2) }, plan: { personas }, people: [{ account: 1, title: 'Intern' }] })).toEqual([]);
  });
});

describe('their order', () => {
  const columns = { Industry: saas(6), Kind: ['a', 'a', 'b', 'b', 'b', null], Employees: [1, 2, 3, 4, 5, 900] };
  const lane = (name: string, rest = {}) =>
    segment(name, [bound('Kind', asked('is', name))], { painPoint: 'x', buyerRoles: ['CTO'], competition: 'Low', ...rest });
  const settings = { smallestSegment: 1, smallSegment: 1 };
  it('goes by the launch order of segments, in each by work order, then the ICP that is in none', () => {
    expect(listed({ columns, plan: { segments: [lane('a'), lane('b')] }, settings })).toEqual([4, 3, 2, 1, 0, 5]);
  });

  it('leaves out segments that fail, unless all do', () => {
    const failing = { painPoint: '' };
    expect(listed({ columns, plan: { segments: [lane('a'), lane('b', failing)] }, settings })).toEqual([1, 0, 5]);
    expect(listed({ columns, plan: { segments: [lane('a', failing), lane('b', failing)] }, settings })).toEqual([
      4, 3, 2, 1, 0, 5,
    ]);
  });

  it('is the work order where there are no segments, Tier 4 last', () => {
    const all = { Industry: ['retail', 'saas', 'retail'], Employees: [9, 1, 10] };
    expect(listed({ columns: all, plan: { icp: [FITS, NARROW] } })).toEqual([1, 2, 0]);
  });
});

describe('how many', () => {
  const columns = {
    Industry: saas(6),
    'Account owner': ['Ann', 'ANN', 'Ann', 'Bo', null, 'Cy'],
    'Last contacted': [null, null, null, null, null, day(2026, 6, 1)],
  };
  it('as many as the team takes, less whom it has contacted since the month began', () => {
    expect(listed({ columns, settings: { accountsPerMonth: 3 } })).toEqual([0, 1]);
    expect(listed({ columns, settings: { accountsPerMonth: 1 } })).toEqual([]);
  });

  it('whom it contacted in the month before uses up nothing', () => {
    const earlier = { ...columns, 'Last contacted': [null, null, null, null, null, day(2026, 5, 31)] };
    expect(listed({ columns: earlier, settings: { accountsPerMonth: 3 } })).toEqual([0, 1, 2]);
  });

  it('no owner gets more than its own capacity; who has none takes what the team can', () => {
    const accountsPerMonthByOwner = [
      { owner: 'ann', accounts: 2 },
      { owner: 'Cy', accounts: 1 },
      { owner: 'Bo', accounts: 0 },
    ];
    expect(listed({ columns, settings: { accountsPerMonthByOwner } })).toEqual([0, 1, 4]);
    const worked = { ...columns, 'Last contacted': [day(2026, 6, 2), null, null, null, null, null] };
    expect(listed({ columns: worked, settings: { accountsPerMonthByOwner } })).toEqual([1, 4, 5]);
  });
});

it('takes for any list at most what team and owners can, each once, and nobody who may not be', () => {
  const row = fc.record({
    industry: fc.constantFrom('saas', 'retail', null),
    owner: fc.constantFrom('Ann', 'Bo', null),
    status: fc.constantFrom(null, null, 'Customer'),
    contacted: fc.constantFrom(null, null, day(2026, 6, 3), day(2026, 5, 20), day(2026, 1, 1)),
  });
  const capacity = fc.nat(4);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), capacity, capacity, (rows, team, ann) => {
      const list = lists({
        Industry: rows.map(({ industry }) => industry),
        'Account owner': rows.map(({ owner }) => owner),
        'Account status': rows.map(({ status }) => status),
        'Last contacted': rows.map(({ contacted }) => contacted),
      });
      const settings = { accountsPerMonth: team, accountsPerMonthByOwner: [{ owner: 'Ann', accounts: ann }] };
      const runResult = computeAccounts(list, plan({ icp: [FITS], settings }));
      const order = workOrder(runResult, null).accounts;
      const month = [...monthList(runResult, [], null, order)];
      const isRecent = (account: number): boolean => (rows[account]!.contacted?.day ?? 0) >= day(2026, 5, 15).day;
      const used = (owner: string | undefined) =>
        rows.filter((each) => each.contacted?.day === day(2026, 6, 3).day && (owner === undefined || each.owner === owner))
          .length;
      expect(new Set(month).size).toBe(month.length);
      expect(month.length).toBeLessThanOrEqual(Math.max(0, team - used(undefined)));
      expect(month.filter((account) => rows[account]!.owner === 'Ann').length).toBeLessThanOrEqual(
        Math.max(0, ann - used('Ann')),
      );
      const may = order.filter(
        (account) => rows[account]!.industry !== null && rows[account]!.status === null && !isRecent(account),
      );
      expect(month.every((account) => may.includes(account))).toBe(true);
      // Whoever is left out was left out for want of room.
      const isFull = month.length >= team - used(undefined);
      const missing = may.filter((account) => !month.includes(account));
      expect(isFull || missing.every((account) => rows[account]!.owner === 'Ann')).toBe(true);
    }),
  );
});
