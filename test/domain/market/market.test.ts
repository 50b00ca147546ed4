/** Market sizes, share verdicts, budget and sources. */
import fc from 'fast-check';
import type { MarketInputs } from '../../../src/domain/rules/marketItems';
import {
  ARTICLE_CAPTURE_SHARE,
  budgetVerdict,
  compareSources,
  marketSizes,
  shareVerdict,
  sizeMarket,
} from '../../../src/domain/market/market';
import { captureNote, marketContradictions, shareCheck, sourcesCheck } from '../../../src/domain/market/marketCheck';
import { headerNote, numberUses } from '../../../src/domain/market/numberUses';
import { DEFAULT_SETTINGS } from '../../../src/domain/rules/settings';

const BLANK: MarketInputs = {
  companiesInMarket: undefined,
  averageContractValue: undefined,
  serviceableCompanies: undefined,
  winnableShare: undefined,
  captureShare: undefined,
  revenueTarget: undefined,
  closeRate: undefined,
  opportunityRate: undefined,
  meetingRate: undefined,
  replyRate: undefined,
  businessDaysPerMonth: undefined,
  accountsWanted: undefined,
};
const ARTICLE: MarketInputs = {
  ...BLANK,
  companiesInMarket: 100_000,
  averageContractValue: 12_000,
  serviceableCompanies: 20_000,
  winnableShare: 0.02,
};
const CUTS = DEFAULT_SETTINGS.icpShare;
const counts = (listed: number, icp: number) => ({ listed, icp, confirmed: 0, possible: 0 });

describe('marketSizes', () => {
  it('S3.23–S3.25: 100,000 and 20,000 companies at $12,000, 2 % of them: $1.2B, $240M, $4.8M, 400 customers', () => {
    expect(marketSizes(ARTICLE)).toEqual({
      tam: { companies: 100_000, value: 1_200_000_000 },
      sam: { companies: 20_000, value: 240_000_000 },
      som: { customers: 400, value: 4_800_000 },
    });
  });

  it('leaves what is missing null and never 0', () => {
    expect(marketSizes(BLANK)).toEqual({
      tam: { companies: null, value: null },
      sam: { companies: null, value: null },
      som: { customers: null, value: null },
    });
    expect(marketSizes({ ...ARTICLE, averageContractValue: undefined })).toEqual({
      tam: { companies: 100_000, value: null },
      sam: { companies: 20_000, value: null },
      som: { customers: 400, value: null },
    });
  });

  it('keeps a typed 0 as 0', () => expect(marketSizes({ ...ARTICLE, winnableShare: 0 }).som).toEqual({ customers: 0, value: 0 }));

  it('carries no binary noise', () => {
    expect(marketSizes({ ...ARTICLE, winnableShare: 0.07 }).som.customers).toBe(1400);
  });

  it('calls an overflow unknown', () => {
    expect(marketSizes({ ...ARTICLE, companiesInMarket: 1e308 }).tam.value).toBeNull();
    expect(marketSizes({ ...ARTICLE, companiesInMarket: Number.NaN }).tam).toEqual({ companies: null, value: null });
  });

  it('gives SOM ≤ SAM ≤ TAM when the serviceable are part of the market', () => {
    const companies = fc.integer({ min: 0, max: 1e9 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(companies, share, share, fc.integer({ min: 1, max: 1e6 }), (all, part, winnableShare, averageContractValue) => {
        const serviceableCompanies = Math.floor(all * part);
        const sizes = marketSizes({
          ...BLANK,
          companiesInMarket: all,
          serviceableCompanies,
          winnableShare,
          averageContractValue,
        });
        expect(sizes.som.value!).toBeLessThanOrEqual(sizes.sam.value!);
        expect(sizes.sam.value!).toBeLessThanOrEqual(sizes.tam.value!);
      }),
    );
  });
});

describe('sizeMarket', () => {
  it('S3.26: 150 ICP accounts stand beside 400 expected customers, two numbers of two kinds', () => {
    const market = sizeMarket(counts(400, 150), ARTICLE, DEFAULT_SETTINGS);
    expect(market.icp).toMatchObject({ accounts: 150, value: 1_800_000, shareOfTam: 0.375, verdict: 'broad', estimate: 37_500 });
    expect(market.som.customers).toBe(400);
  });

  it('S2.4: the article’s own 150 of 100,000 is an alarm as a share of the market', () => {
    expect(sizeMarket(counts(100_000, 150), ARTICLE, DEFAULT_SETTINGS).icp).toMatchObject({
      shareOfTam: 0.0015,
      verdict: 'alarm',
    });
  });

  it('S2.7: a list of 3,000 covers 3 % of 100,000 companies', () => {
    const market = sizeMarket(counts(3000, 300), ARTICLE, DEFAULT_SETTINGS);
    expect(market.listCoverage).toBe(0.03);
  });

  it('neither judges nor estimates from a list that was filtered before', () => {
    const { icp } = sizeMarket(counts(400, 150), ARTICLE, { ...DEFAULT_SETTINGS, isListFiltered: true });
    expect(icp).toMatchObject({ shareOfTam: 0.375, verdict: 'not judged', estimate: null });
  });

  it('leaves the share of an empty list null and not judged', () => {
    const { icp, listCoverage } = sizeMarket(counts(0, 0), ARTICLE, DEFAULT_SETTINGS);
    expect(icp).toMatchObject({ shareOfTam: null, verdict: 'not judged', estimate: null });
    expect(listCoverage).toBe(0);
    expect(sizeMarket(counts(10, 1), BLANK, DEFAULT_SETTINGS)).toMatchObject({
      listCoverage: null,
      icp: { estimate: null, value: null },
    });
  });

  it('S0.7: revenue at the article’s 10 % capture share, and no verdict while the share is blank', () => {
    const asked = sizeMarket(counts(10, 1), { ...ARTICLE, captureShare: ARTICLE_CAPTURE_SHARE }, DEFAULT_SETTINGS);
    expect(asked.capture).toEqual({ revenue: 120_000_000, verdict: 'larger team' });
    expect(sizeMarket(counts(10, 1), ARTICLE, DEFAULT_SETTINGS).capture).toEqual({ revenue: null, verdict: 'not judged' });
    expect(captureNote()).toContain('10 %');
  });
});

describe('shareVerdict', () => {
  it.each([
    [0, 'alarm'],
    [0.00999, 'alarm'],
    [0.01, 'narrow'],
    [0.04999, 'narrow'],
    [0.05, 'healthy'],
    [0.15, 'healthy'],
    [0.15001, 'broad'],
    [0.49999, 'broad'],
    [0.5, 'no filter'],
    [1, 'no filter'],
  ])('S2.2–S2.4: %d is %s', (share, verdict) => expect(shareVerdict(share, CUTS, false)).toBe(verdict));

  it('closes the ends for counts as well as for typed shares', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), (n) => {
        expect(shareVerdict((3 * n) / (20 * n), CUTS, false)).toBe('healthy');
        expect(shareVerdict(n / (20 * n), CUTS, false)).toBe('healthy');
        expect(shareVerdict(n / (100 * n), CUTS, false)).toBe('narrow');
        expect(shareVerdict(n / (2 * n), CUTS, false)).toBe('no filter');
      }),
    );
  });

  it('never goes back toward alarm as the share grows', () => {
    const order = ['alarm', 'narrow', 'healthy', 'broad', 'no filter'];
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((each) => order.indexOf(shareVerdict(each, CUTS, false)));
        expect(low!).toBeLessThanOrEqual(high!);
      }),
    );
  });
});

describe('budgetVerdict', () => {
  it.each([
    [10_000_000, 'larger team'],
    [9_999_999, 'in between'],
    [500_001, 'in between'],
    [500_000, 'lean team'],
    [0, 'lean team'],
    [null, 'not judged'],
  ])('S0.8: %p is %s', (revenue, verdict) => expect(budgetVerdict(revenue)).toBe(verdict));
});

describe('compareSources', () => {
  it.each([
    [100, 299, 'agree'],
    [100, 300, 'explain the gap'],
    [500, 100, 'explain the gap'],
    [501, 100, 'contradict'],
    [0, 100, 'not judged'],
    [null, 100, 'not judged'],
  ])('S2.7: %p against %p: %s', (first, second, verdict) => {
    const compared = compareSources(first, second);
    expect(compared.verdict).toBe(verdict);
    expect(compareSources(second, first)).toEqual(compared);
    expect(sourcesCheck(compared).id).toBe('market sources');
  });
});

describe('shareCheck', () => {
  it.each([
    [10, 'Pass', ''],
    [3, 'Check', 'Loosen'],
    [20, 'Check', 'Tighten'],
    [0, 'Fail', 'Loosen'],
    [50, 'Fail', 'Add rules'],
  ])('S2.2: %d of 100 is %s', (icp, status, fix) => {
    const check = shareCheck(sizeMarket(counts(100, icp), BLANK, DEFAULT_SETTINGS), CUTS);
    expect(check).toMatchObject({ id: 'icp share', segment: '', status });
    expect(check.fix).toContain(fix);
    if (status === 'Pass') expect(check.fix).toBe('');
  });
});

describe('marketContradictions', () => {
  it('finds none in the article’s market', () =>
    expect(marketContradictions(sizeMarket(counts(400, 150), ARTICLE, DEFAULT_SETTINGS))).toEqual([]));

  it('S0.32: finds a SAM above the TAM and a list larger than its market', () => {
    const inputs = { ...ARTICLE, companiesInMarket: 100, serviceableCompanies: 101 };
    const found = marketContradictions(sizeMarket(counts(200, 10), inputs, DEFAULT_SETTINGS));
    expect(found.map(({ id, status, actual }) => [id, status, actual])).toEqual([
      ['market order', 'Fail', '101 serviceable companies of 100'],
      ['market size', 'Fail', '200 accounts in the list, 100 companies in the market'],
    ]);
  });
});

describe('numberUses', () => {
  it('S2.6, S2.17, S2.18, S3.38: says what each number is for and must not be used for', () => {
    expect(numberUses().map(({ number }) => number)).toEqual(['TAM', 'SAM', 'SOM', 'ICP', 'Segment', 'Persona']);
    expect(headerNote('TAM')).toMatch(/Not for .*targeting.*sizing a pipeline/);
    expect(headerNote('ICP')).toContain('account selection');
    expect(headerNote('Persona')).toMatch(/Not for choosing accounts/);
  });
});
