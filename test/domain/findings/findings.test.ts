/** Findings: each mistake of the articles with a plan that makes it and one that does not, named with its source. */
import { dayOf } from '../../../src/domain/day';
import type { Check } from '../../../src/domain/checklist';
import { findingsOf } from '../../../src/domain/findings/findings';
import { layerFindings, type Layer } from '../../../src/domain/findings/layerFindings';
import { resultFindings } from '../../../src/domain/findings/resultFindings';
import { jaccard, nearestSet, ruleKey } from '../../../src/domain/findings/ruleSets';
import { sizeMarket } from '../../../src/domain/market';
import { DEFAULT_SETTINGS, type Plan } from '../../../src/domain/plan';
import { monthOf } from '../../../src/domain/review/month';
import type { ResultRow } from '../../../src/domain/review/results';
import { planAccounts } from '../../../src/domain/run';
import { segmentResults } from '../../../src/domain/segmentResults';
import { AS_OF, bound, lists, plan, rule, segment, test as asked, type Cell } from '../build';

type Columns = Readonly<Record<string, readonly Cell[]>>;
const COLUMNS: Columns = {
  Industry: Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 'SaaS' : 'Retail')),
  Employees: Array.from({ length: 40 }, (_, i) => i * 10),
  Hiring: Array.from({ length: 40 }, (_, i) => i % 4 === 0),
};

function findings(
  by: Plan,
  columns: Columns = COLUMNS,
  more: Partial<Parameters<typeof findingsOf>[0]> = {},
): ReadonlyMap<string, Check> {
  const planned = planAccounts(lists(columns), by);
  const { counts, icp } = planned;
  const market = sizeMarket({ listed: counts.listed, icp: icp.accounts, confirmed: 0, possible: 0 }, by.market, by.settings);
  const given = {
    planned,
    segments: segmentResults(planned, null),
    market,
    layers: [],
    sourced: new Set<string>(),
    results: [],
    ...more,
  };
  return new Map(findingsOf(given).map((check) => [check.id, check]));
}

const saas = { ...rule('Industry', asked('in', 'SaaS')), at: 'Plan ICP!C2' };
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
    const narrow = { ...rule('Employees', asked('between', 0, 50)), at: 'Plan ICP!C3' };
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
    expect(actual([...lane.rules, bound('Hiring', asked('is true'))])).toBe('None');
  });
  it('S0.36: fit mistaken for reach', () => {
    const reached = (share: number) => ({
      ...COLUMNS,
      'Verified emails': Array.from({ length: 40 }, (_, i) => (i < 40 * share ? 1 : null)),
    });
    const by = plan({ icp: [saas], segments: [lane] });
    expect(findings(by, reached(0.2)).get('fit without reach')!.actual).toContain('mean fit 100 %, reached 20 %');
    expect(findings(by, reached(0.9)).get('fit without reach')!.status).toBe('Pass');
    expect(findings(by).get('fit without reach')!.status).toBe('Pass');
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
  const status = (layers: readonly Layer[]) => new Map(layerFindings(layers, today).map((check) => [check.id, check]));

  it('S2.15: an ICP older than twelve months fails; exactly twelve does not', () => {
    expect(status([layer('ICP', dayOf(2025, 6, 14))]).get('icp age')!.status).toBe('Fail');
    expect(status([layer('ICP', dayOf(2025, 6, 15))]).get('icp age')!.status).toBe('Pass');
    expect(status([layer('ICP', undefined)]).has('icp age')).toBe(false);
  });
  it('S2.14: personas older than the ICP they serve', () => {
    const check = (personas: number) =>
      status([layer('ICP', dayOf(2026, 6, 1)), layer('Personas', personas)]).get('personas older than icp')!.status;
    expect([check(dayOf(2026, 5, 31)), check(dayOf(2026, 6, 1))]).toEqual(['Check', 'Pass']);
  });
  it('S0.38: due on the day the cadence ends; not known without a date', () => {
    expect(status([layer('TAM', dayOf(2026, 3, 15))]).get('reviews')!.actual).toBe('Due: TAM (every 3 months)');
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
  const row = (rest: Partial<ResultRow>): ResultRow => ({
    month,
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
  const check = (rows: readonly ResultRow[], id: string, segments = 1, at = month) =>
    resultFindings(rows, segments, at, DEFAULT_SETTINGS).find((each) => each.id === id);

  it('S1.26, S1.6: bounces are Check from 20 %, Fail from 50 %, judged by the lower end', () => {
    expect(check([row({ bounced: 130 })], 'bounces')!.status).toBe('Fail');
    expect(check([row({ bounced: 60 })], 'bounces')!.status).toBe('Check');
    expect(check([row({ contacted: 9, bounced: 3 })], 'bounces')!.status).toBe('Pass');
    expect(check([row({})], 'bounces')!.status).toBe('Not known');
  });
  it('S4.12: a better tier that answers clearly less', () => {
    expect(check([row({ tier: 0, replies: 10 }), row({ tier: 2, replies: 50 })], 'tier order')!.status).toBe('Check');
    expect(check([row({ tier: 0, replies: 20 }), row({ tier: 2, replies: 24 })], 'tier order')!.status).toBe('Pass');
  });
  it('S1.36: two months without results; S1.1: results without a segment', () => {
    expect(check([row({})], 'iteration', 1, month + 1)!.status).toBe('Pass');
    expect(check([row({})], 'iteration', 1, month + 2)!.status).toBe('Check');
    expect(check([row({})], 'one icp', 0)!.status).toBe('Check');
    expect(resultFindings([], 0, month, DEFAULT_SETTINGS)).toEqual([]);
  });
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
  it('nearest by rules, then by fields, then by accounts shared; none when nothing is', () => {
    const sets = [
      { rules: [a] },
      { rules: [bound('Employees', asked('at least', 1))] },
      { rules: [a, bound('Employees', asked('at least', 1))] },
    ];
    expect(nearestSet(sets, 0, [9, 5, 0])).toBe(2);
    expect(nearestSet(sets.slice(0, 2), 0, [9, 5])).toBe(1);
    expect(nearestSet(sets.slice(0, 2), 0, [9, 0])).toBeUndefined();
  });
});
