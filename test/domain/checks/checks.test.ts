/** Findings: each mistake of the articles with a plan that makes it and one that does not, named with its source. */
import { dayOf } from '../../../src/domain/facts/day';
import type { Check, CitedCheck } from '../../../src/domain/facts/check';
import { writtenOut } from '../../../src/domain/facts/phrase';
import { dataChecks } from '../../../src/domain/checks/checks';
import { layerChecks, type ClosedLayers, type Layer } from '../../../src/domain/checks/layerChecks';
import { resultChecks } from '../../../src/domain/checks/resultChecks';
import { jaccard, nearestSet, ruleKey } from '../../../src/domain/rules/sameRules';
import { sizeMarket } from '../../../src/domain/market/market';
import { openBook } from '../../../src/domain/people/contactBook';
import type { Plan, Segment } from '../../../src/domain/rules/plan';
import { monthOf } from '../../../src/domain/review/month';
import type { ResultRow } from '../../../src/domain/review/results';
import type { IcpRule } from '../../../src/domain/rules/rule';
import { openChecks } from '../../../src/domain/checks/planChecks';
import { computeAccounts } from '../../../src/domain/segments/run';
import { segmentResults } from '../../../src/domain/lanes/segmentResults';
import { AS_OF, bound, lists, plan, rule, segment, test as asked, type Cell } from '../../support/domain/build';

type Columns = Readonly<Record<string, readonly Cell[]>>;
const COLUMNS: Columns = {
  Industry: Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 'SaaS' : 'Retail')),
  Employees: Array.from({ length: 40 }, (_, i) => i * 10),
  Hiring: Array.from({ length: 40 }, (_, i) => i % 4 === 0),
};

function findings(
  by: Plan,
  columns: Columns = COLUMNS,
  more: Partial<Parameters<typeof dataChecks>[0]> = {},
): ReadonlyMap<string, Check> {
  const runResult = computeAccounts(lists(columns), by);
  const { counts, icp } = runResult;
  const market = sizeMarket({ listed: counts.listed, icp: icp.accounts, confirmed: 0, possible: 0 }, by.market, by.settings);
  const given = {
    runResult,
    segments: segmentResults(runResult, more.book ?? null),
    market,
    book: null,
    layers: [],
    closed: undefined,
    sourced: new Set<string>(),
    results: [],
    typed: by.market,
    ...more,
  };
  return new Map(dataChecks(given).map((check) => [check.id, written(check)]));
}

/** Sources as they are, in the order they are cited. */
function written(check: CitedCheck): Check {
  return { ...check, actual: writtenOut(check.actual, (sources) => ` (${sources.join(', ')})`) };
}

const result = (rest: Partial<ResultRow>): ResultRow => ({
  month: monthOf(AS_OF),
  segment: 'A',
  tier: undefined,
  variant: '',
  contacted: 200,
  replies: null,
  meetings: null,
  opportunities: null,
  won: null,
  bounced: null,
  ...rest,
});

const saas = { ...rule('Industry', asked('in', 'SaaS')), source: 'Plan ICP!C2' };
const large = rule('Employees', asked('at least', 100));
const hiring = rule('Hiring', asked('is true'), { dimension: 'Behavioral' });

describe('a TAM that is an ICP (S0.32, S2.12)', () => {
  const tam = bound('Industry', asked('is', 'saas'));
  it('fails when the rule sets are nearly equal, with the rules that prove it', () => {
    const check = findings(plan({ icp: [saas], tam: [tam] })).get('tam is icp')!;
    expect(check.status).toBe('Fail');
    expect(check.actual).toContain('1 of 1 TAM rule also in the ICP');
  });
  it('is Check when all its rules are of the ICP, and passes with rules of its own', () => {
    expect(findings(plan({ icp: [saas, large], tam: [tam] })).get('tam is icp')!.status).toBe('Check');
    expect(
      findings(plan({ icp: [saas, large], tam: [bound('Employees', asked('at least', 1))] })).get('tam is icp')!.status,
    ).toBe('Pass');
    expect(findings(plan({ icp: [saas] })).has('tam is icp')).toBe(false);
  });
});

describe('filters', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => rule('Employees', asked('at least', i)));
  it('S0.35, S1.35: ten are Check, twenty Fail, nine Pass', () => {
    const status = (count: number) => findings(plan({ icp: many(count) })).get('rule count')!.status;
    expect([9, 10, 19, 20].map(status)).toEqual(['Pass', 'Check', 'Check', 'Fail']);
  });
  it('S0.27, S0.29: a sharp drop that raises no quality is named with its count and its cell', () => {
    const narrow = { ...rule('Employees', asked('between', 0, 50)), source: 'Plan ICP!C3' };
    const check = findings(plan({ icp: [saas, narrow] })).get('sharp filters')!;
    expect(check.status).toBe('Check');
    expect(check.actual).toContain('Employees (Plan ICP!C3): 20 → 3');
  });
  it('S1.34, S3.35: no exclusion is Check, one anywhere passes', () => {
    expect(findings(plan({ icp: [saas] })).get('exclusions')!.status).toBe('Check');
    expect(findings(plan({ icp: [saas, { ...large, type: 'Exclude' }] })).get('exclusions')!.status).toBe('Pass');
  });
  it('S0.30, S3.32: a Must that raises nothing should score', () => {
    const must = rule('Hiring', asked('is true'), { type: 'Must', weight: undefined });
    const half = { ...COLUMNS, Hiring: Array.from({ length: 40 }, (_, i) => i % 4 < 2) };
    expect(findings(plan({ icp: [saas, must] }), half).get('must-haves')!.actual).toContain('Hiring');
  });
  it('S2.3: a signal that more than half show singles out nobody; a quarter is a signal', () => {
    expect(findings(plan({ icp: [saas, hiring] })).get('common signals')!.status).toBe('Pass');
    const all = { ...COLUMNS, Hiring: Array.from({ length: 40 }, (_, i) => i % 4 !== 0) };
    expect(findings(plan({ icp: [saas, hiring] }), all).get('common signals')!.actual).toBe('Hiring at 75 %');
  });
  it('S3.30: a weight without Why or Source is an assumption', () => {
    const check = (sourced: ReadonlySet<string>, why = '') =>
      findings(plan({ icp: [{ ...saas, why }] }), COLUMNS, { sourced }).get('evidence')!;
    expect(check(new Set()).actual).toBe('Industry (Plan ICP!C2)');
    expect([check(new Set(['Plan ICP!C2'])).status, check(new Set(), 'won deals').status]).toEqual(['Pass', 'Pass']);
  });
  it('S2.13: persons among the bounds fail', () => {
    expect(
      findings(plan({ icp: [saas], tam: [bound('Job title', asked('contains', 'vp'))] })).get('persons as filters')!.status,
    ).toBe('Fail');
  });
});

describe('segments', () => {
  const lane = segment('Lane', [bound('Industry', asked('in', 'SaaS'))], { painPoint: 'audits', offerAngle: 'records' });
  it('S0.34, S0.40: a message for a lane whose size fails', () => {
    expect(findings(plan({ icp: [saas], segments: [lane] })).get('message before volume')!.actual).toBe('Lane: 20 accounts');
    const small = { smallestSegment: 5, smallSegment: 10 };
    expect(findings(plan({ icp: [saas], segments: [lane], settings: small })).get('message before volume')!.status).toBe('Pass');
  });
  it('S1.33, S4.3: industry only, then industry, size and place only; a trigger is context', () => {
    const actual = (rules: Parameters<typeof segment>[1]) =>
      findings(plan({ icp: [saas], segments: [segment('Lane', rules)] })).get('buying context')!.actual;
    expect(actual(lane.rules)).toContain('Lane: industry only');
    expect(actual([...lane.rules, bound('Employees', asked('at least', 5))])).toContain('industry, size and place only');
    expect(actual([...lane.rules, bound('Hiring', asked('is true'))])).toBe('Nothing found');
  });
  it('S0.36: fit mistaken for reach', () => {
    const reached = (share: number) => ({
      ...COLUMNS,
      'Verified emails': Array.from({ length: 40 }, (_, i) => (i < 40 * share ? 1 : null)),
    });
    const by = plan({ icp: [saas], segments: [lane] });
    expect(findings(by, reached(0.2)).get('fit without reach')!.actual).toContain('mean fit 100 %, reached 20 %');
    expect(findings(by, reached(0.9)).get('fit without reach')!.status).toBe('Pass');
    expect(findings(by).get('fit without reach')!.status).toBe('Not known');
  });
  it('S2.19, S3.38: a target above the SOM', () => {
    const market = {
      ...plan({}).market,
      averageContractValue: 100,
      serviceableCompanies: 50,
      companiesInMarket: 80,
      winnableShare: 0.1,
    };
    const status = (revenueTarget: number) =>
      findings(plan({ icp: [saas], market: { ...market, revenueTarget } })).get('target above som')?.status;
    expect([500, 501, 8001].map(status)).toEqual(['Pass', 'Check', 'Fail']);
    const unknown = { ...plan({}).market, revenueTarget: 500 };
    expect(findings(plan({ icp: [saas], market: unknown })).get('target above som')!.status).toBe('Not known');
    expect(findings(plan({ icp: [saas] })).has('target above som')).toBe(false);
  });
  it('S0.40: people contacted in a lane whose size fails are said, with the cell of its name', () => {
    const quiet = segment('Lane', [bound('Industry', asked('in', 'SaaS'))], { source: 'Plan Segments!A2' });
    const check = findings(plan({ icp: [saas], segments: [quiet] }), COLUMNS, { results: [result({ segment: 'Lane' })] });
    expect(check.get('message before volume')!.actual).toBe('Lane (Plan Segments!A2): 20 accounts, 200 people contacted');
  });
  it('S1.26: buyers are mixed when no wanted role holds half of the people; without contacts it is not known', () => {
    const titles = (cto: number, cfo: number, cmo: number) => [
      ...Array.from({ length: cto }, () => 'CTO'),
      ...Array.from({ length: cfo }, () => 'CFO'),
      ...Array.from({ length: cmo }, () => 'CMO'),
      'Gardener',
    ];
    const check = (people: readonly string[], buyerRoles: readonly string[]) => {
      const all = people.map((title, person) => ({
        account: 0,
        person,
        name: '',
        title,
        email: 'a@b.cd',
        phone: '',
        isVerified: true,
      }));
      const book = openBook({ all, unmatched: 0 }, 40, (title, phrase) => title === phrase);
      const by = plan({ icp: [saas], segments: [{ ...lane, buyerRoles }] });
      return findings(by, COLUMNS, { book }).get('mixed roles')!;
    };
    const roles = ['CTO', 'CFO', 'CMO'];
    expect(check(titles(4, 3, 3), roles)).toMatchObject({ status: 'Check', actual: 'Lane: CTO 40 %, CFO 30 %, CMO 30 %' });
    expect(check(titles(5, 3, 2), roles).status).toBe('Pass');
    expect(check(titles(1, 0, 0), []).status).toBe('Pass');
    expect(check(titles(1, 1, 1), []).status).toBe('Check');
    expect(findings(plan({ icp: [saas], segments: [lane] })).get('mixed roles')!.status).toBe('Not known');
  });
  it('S1.27: no room to test two messages on fewer than 144 people', () => {
    const check = (contactsPerAccount: number) =>
      findings(plan({ icp: [saas], segments: [lane], settings: { contactsPerAccount } })).get('room to test')!;
    expect(check(7).actual).toBe('Lane: 140 people');
    expect(check(7.2).status).toBe('Pass');
  });
  it('S0.39: a lane says why, problem, offer and owner in fewer than ten rules', () => {
    const check = (rest: Partial<Segment>, count = 1) =>
      findings(
        plan({
          icp: [saas],
          segments: [
            segment(
              'Lane',
              Array.from({ length: count }, (_, i) => bound('Employees', asked('at least', i))),
              rest,
            ),
          ],
        }),
      ).get('lanes told')!;
    const told = { hypothesis: 'h', painPoint: 'p', offerAngle: 'o', owner: 'Ada' };
    expect(check({ painPoint: 'p', source: 'S!A2' }).actual).toBe('Lane (S!A2): no Hypothesis, no Offer angle, no Owner');
    expect([check(told).status, check(told, 9).status, check(told, 10).actual]).toEqual(['Pass', 'Pass', 'Lane: 10 rules']);
  });
});

describe('one definition of an ideal account (S4.5), and whether it is worked (S4.12)', () => {
  it('two rules on one field that no account can meet together are two definitions', () => {
    const actual = (other: IcpRule) => findings(plan({ icp: [saas, large, other] })).get('one definition')!.actual;
    const small = { ...rule('Employees', asked('at most', 50)), source: 'Plan ICP!C9' };
    expect(actual(small)).toBe('no account meets both Employees and Employees (Plan ICP!C9)');
    expect(actual(rule('Employees', asked('at most', 200)))).toBe('Nothing found');
    expect(actual({ ...small, type: 'Exclude' })).toBe('Nothing found');
    expect(actual(rule('Employees', asked('at least', 9_999)))).toBe('Nothing found');
  });
  it('a grade of another team that names other accounts is one', () => {
    const status = (header: string, of: (i: number) => Cell) =>
      findings(plan({ icp: [saas] }), { ...COLUMNS, [header]: Array.from({ length: 40 }, (_, i) => of(i)) }).get(
        'one definition',
      )!;
    expect(status('Lead score', (i) => (i % 2 === 0 ? 10 : 90))).toMatchObject({
      status: 'Check',
      actual: 'Lead score: of its best 20 accounts 0 are ICP',
    });
    expect(status('Lead score', (i) => (i % 2 === 0 ? 90 : 10)).status).toBe('Pass');
    expect(status('Account tier', (i) => (i % 2 === 0 ? 'Tier 1' : 'Tier 2')).status).toBe('Pass');
    expect(status('Account tier', (i) => (i % 2 === 0 ? 2 : 1)).status).toBe('Check');
    expect(status('Lead grade', (i) => (i % 2 === 0 ? 'B' : 'A')).status).toBe('Check');
    expect(status('Lead grade', () => 'A').status).toBe('Pass');
    expect(status('Lead grade', () => null).status).toBe('Pass');
  });
  it('others contacted clearly more often than Tier 1 and 2 is the wrong work; no column is not known', () => {
    const lately = { day: AS_OF - 5 };
    const check = (of: (i: number) => Cell) =>
      findings(plan({ icp: [saas] }), {
        ...COLUMNS,
        'Last contacted': Array.from({ length: 40 }, (_, i) => of(i)),
      }).get('accounts worked')!;
    expect(check((i) => (i % 2 === 1 ? lately : null)).status).toBe('Check');
    expect(check((i) => (i % 2 === 0 ? lately : null)).status).toBe('Pass');
    expect(check((i) => (i === 1 ? lately : null)).status).toBe('Pass');
    expect(check((i) => (i % 2 === 1 ? { day: AS_OF - 200 } : null)).status).toBe('Not known');
    expect(findings(plan({ icp: [saas] })).get('accounts worked')!.status).toBe('Not known');
  });
});

describe('layers', () => {
  const today = dayOf(2026, 6, 15);
  const layer = (name: Layer['layer'], reviewedOn: number | undefined, owner = 'Ada', cadence = 3): Layer => ({
    layer: name,
    owner,
    reviewedOn,
    cadence,
  });
  const status = (layers: readonly Layer[], closed?: ClosedLayers, named: readonly string[] = []) =>
    new Map(layerChecks(layers, today, closed, named).map((check) => [check.id, written(check)]));

  it('S2.15: an ICP older than twelve months fails; exactly twelve does not', () => {
    expect(status([layer('ICP', dayOf(2025, 6, 14))]).get('icp age')!.status).toBe('Fail');
    expect(status([layer('ICP', dayOf(2025, 6, 15))]).get('icp age')!.status).toBe('Pass');
    expect(status([layer('ICP', undefined)]).get('icp age')!.status).toBe('Not known');
    expect(status([{ ...layer('ICP', 1), reviewSource: 'Plan Settings!B9' }]).get('icp age')!.actual).toContain(
      'Plan Settings!B9',
    );
  });
  it('S0.37, S2.16: a plan from before its owner left', () => {
    const closed = { layers: [layer('ICP', 1)], segmentOwners: ['ADA'], day: dayOf(2026, 5, 31) };
    const of = (owner: string, reviewedOn: number | undefined, named: readonly string[]) =>
      status([{ ...layer('ICP', reviewedOn, owner), ownerSource: 'Plan Settings!B8' }], closed, named).get('owner left')!;
    expect(of('Grace', dayOf(2026, 5, 31), []).actual).toBe('ICP (Plan Settings!B8): Ada → Grace, not reviewed since');
    expect(of('', undefined, []).actual).toContain('Ada → no owner');
    expect(of('Grace', dayOf(2026, 6, 1), []).status).toBe('Pass');
    expect(of('Ada', 1, []).actual).toContain('Ada owns no segment and no account any more');
    expect(of('Ada', 1, ['ada']).status).toBe('Pass');
    expect(status([layer('ICP', 1)]).get('owner left')!.status).toBe('Not known');
    expect(status([layer('ICP', 1)], { ...closed, segmentOwners: [] }).get('owner left')!.status).toBe('Pass');
  });
  it('S2.14: personas older than the ICP they serve', () => {
    const check = (personas: number) =>
      status([layer('ICP', dayOf(2026, 6, 1)), layer('Personas', personas)]).get('personas older than icp')!.status;
    expect([check(dayOf(2026, 5, 31)), check(dayOf(2026, 6, 1))]).toEqual(['Check', 'Pass']);
    const undated = status([layer('ICP', 1), layer('Personas', undefined)]);
    expect(undated.get('personas older than icp')!.status).toBe('Not known');
  });
  it('S0.38: due on the day the cadence ends; not known without a date', () => {
    expect(status([layer('TAM', dayOf(2026, 3, 15))]).get('reviews')!.actual).toBe('Due: TAM, every 3 months');
    expect(status([layer('TAM', dayOf(2026, 3, 16))]).get('reviews')!.status).toBe('Pass');
    expect(status([layer('TAM', undefined)]).get('reviews')!.status).toBe('Not known');
  });
  it('S0.37, S2.16: each has an owner, the ICP one', () => {
    expect(status([layer('ICP', undefined, 'Ada, Grace')]).get('owners')!.actual).toBe('ICP owned by Ada, Grace');
    expect(status([layer('TAM', undefined, '')]).get('owners')!.actual).toBe('no TAM owner');
    expect(status([layer('ICP', undefined, 'Sandra')]).get('owners')!.status).toBe('Pass');
  });
});

describe('results', () => {
  const month = monthOf(AS_OF);
  const row = result;
  const check = (rows: readonly ResultRow[], id: string, segments = 1, at = month, market = plan({}).market) =>
    resultChecks(rows, segments, at, plan({}).settings, market)
      .map(written)
      .find((each) => each.id === id);

  it('S1.26, S1.6: bounces are Check from 20 %, Fail from 50 %, judged by the lower end', () => {
    expect(check([row({ bounced: 130 })], 'bounces')!.status).toBe('Fail');
    expect(check([row({ bounced: 60 })], 'bounces')!.status).toBe('Check');
    expect(check([row({ contacted: 9, bounced: 3 })], 'bounces')!.status).toBe('Pass');
    expect(check([row({})], 'bounces')!.status).toBe('Not known');
  });
  it('names the rows that prove it', () => {
    const rows = ['A2', 'A3', 'A4', 'A5'].map((cell) => row({ tier: 0, replies: 2, bounced: 130, source: `Results!${cell}` }));
    expect(check(rows, 'bounces')!.actual).toMatch(/^A \(Results!A2, Results!A3, Results!A4, Results!A5\): 65 % /);
    expect(check(rows, 'iteration', 1, month + 2)!.actual).toContain('(Results!A2, ');
    const worse = row({ tier: 2, replies: 90, source: 'Results!A6' });
    expect(check([...rows, worse], 'tier order')!.actual).toContain('Tier 3 (Results!A6) 45 % ');
  });
  it('S4.12: a better tier that answers clearly less', () => {
    expect(check([row({ tier: 0, replies: 10 }), row({ tier: 2, replies: 50 })], 'tier order')!.status).toBe('Check');
    expect(check([row({ tier: 0, replies: 20 }), row({ tier: 2, replies: 24 })], 'tier order')!.status).toBe('Pass');
  });
  it('S1.36: two months without results; S1.1: results without a segment', () => {
    expect(check([row({})], 'iteration', 1, month + 1)!.status).toBe('Pass');
    expect(check([row({})], 'iteration', 1, month + 2)!.status).toBe('Check');
    expect(check([row({})], 'one icp', 0)!.status).toBe('Check');
    expect(resultChecks([], 0, month, plan({}).settings, plan({}).market)).toEqual([]);
  });
  it('S4.12, S3.30: a rate of the plan that results lie clearly below is named with both', () => {
    const market = { ...plan({}).market, closeRate: 0.2, meetingRate: 0.3 };
    const actual = (opportunities: number, won: number) =>
      check([row({ replies: 100, meetings: 30, opportunities, won })], 'conversion', 1, month, market)!.actual;
    expect(actual(100, 5)).toMatch(/^Close rate: planned 20 %, got 5 % \(/);
    expect(actual(10, 1)).toBe('Nothing found');
    expect(check([row({})], 'conversion', 1, month, market)!.status).toBe('Not known');
  });
  it('S3.30: a rate that was taken from the results is not held against them; a typed one is named with its cell', () => {
    const results = [row({ replies: 10 })];
    const filled = plan({ market: { ...plan({}).market, replyRate: 0.05 } });
    expect(findings(filled, COLUMNS, { results, typed: plan({}).market }).get('conversion')!.status).toBe('Not known');
    const typed = { ...filled.market, replyRate: 0.3, sources: new Map([['replyRate' as const, 'Plan TAM!B5']]) };
    expect(findings(filled, COLUMNS, { results, typed }).get('conversion')!.actual).toContain('Reply rate (Plan TAM!B5)');
  });
});

it('what matters most opens the list: the worst status first, then sizing and sending before how the plan is written', () => {
  const check = (id: Check['id'], status: Check['status']): Check => ({ id, status, segment: '', actual: '', rule: '', fix: '' });
  const all = [
    check('rule count', 'Check'),
    check('owners', 'Check'),
    check('icp age', 'Not known'),
    check('bounces', 'Check'),
    check('evidence', 'Pass'),
    check('person fields', 'Fail'),
    check('tam is icp', 'Fail'),
  ];
  expect(openChecks(all).map(({ id }) => id)).toEqual([
    'tam is icp',
    'person fields',
    'bounces',
    'rule count',
    'owners',
    'icp age',
  ]);
});

it('a check of a segment that does not pass names its cell', () => {
  const lane = { ...segment('A', [bound('Industry', asked('is', 'SaaS'))], { competition: 'Low' }), source: 'Plan Segments!A2' };
  const [result] = segmentResults(computeAccounts(lists(COLUMNS), plan({ icp: [saas], segments: [lane] })), null);
  expect(result!.checks.map((check) => written(check).actual)).toEqual([
    '20 accounts (Plan Segments!A2)',
    'No contacts to judge by (Plan Segments!A2)',
    'Blank (Plan Segments!A2)',
    'Blank (Plan Segments!A2)',
    'Low',
  ]);
});

describe('rule sets', () => {
  const a = bound('Country', asked('in', 'de', 'at'));
  it('are alike whatever the order of values, the name, is or in', () => {
    expect(jaccard([a], [bound('country ', asked('in', 'AT', 'DE'), { name: 'x' })])).toBe(1);
    expect(ruleKey(bound('Country', asked('is', 'de')))).toBe(ruleKey(bound('Country', asked('in', 'de'))));
    const out = { ...a, type: 'Exclude' as const };
    expect(jaccard([a], [out])).toBe(0);
    expect(jaccard([], [])).toBe(0);
  });
  it('nearest by accounts shared, then by rules, then by fields; none when nothing is shared or nothing would do', () => {
    const sets = [
      { rules: [a] },
      { rules: [bound('Employees', asked('at least', 1))] },
      { rules: [a, bound('Employees', asked('at least', 1))] },
    ];
    expect(nearestSet(sets, 0, [9, 5, 0])).toBe(1);
    expect(nearestSet(sets, 0, [9, 0, 0])).toBe(2);
    expect(nearestSet(sets, 0, [9, 5, 0], (other) => other !== 1)).toBe(2);
    expect(nearestSet(sets, 0, [9, 5, 9], () => false)).toBeUndefined();
    expect(nearestSet(sets.slice(0, 2), 0, [9, 5])).toBe(1);
    expect(nearestSet(sets.slice(0, 2), 0, [9, 0])).toBeUndefined();
  });
});
