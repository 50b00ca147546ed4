/** The reverse funnel and the supply it meets. */
import fc from 'fast-check';
import type { OutreachInputs } from '../../../src/domain/market/outreach';
import { outreachCheck, outreachSupply, supplyCheck, supplyGap, weeksOfWork } from '../../../src/domain/market/capacity';
import { OUTREACH_STEPS, outreachPlan } from '../../../src/domain/market/outreach';

const ARTICLE: OutreachInputs = {
  revenueTarget: 5_000_000,
  averageContractValue: 12_000,
  closeRate: 0.2,
  opportunityRate: 0.4,
  meetingRate: 0.3,
  replyRate: 0.15,
  businessDaysPerMonth: undefined,
};
const valuesOf = (lines: ReturnType<typeof outreachPlan>) => lines?.map(({ value }) => value);
const emailsOf = (inputs: OutreachInputs) => outreachPlan(inputs, 'none', 21.45)?.[4]?.value ?? Number.NaN;

describe('outreachPlan', () => {
  it('S3.27, S3.28: 417 → 2,085 → 5,213 → 17,375 → 115,833 → 9,653 → 450', () => {
    const lines = outreachPlan(ARTICLE, 'article', 21.45);
    expect(lines?.map(({ step }) => step)).toEqual(OUTREACH_STEPS);
    expect(valuesOf(lines)).toEqual([417, 2085, 5213, 17_375, 115_833, 9653, 450]);
  });

  it('S3.28: rounding at each step carries the numbers it shows', () => {
    expect(valuesOf(outreachPlan(ARTICLE, 'each step', 21.45))).toEqual([417, 2085, 5213, 17_377, 115_847, 9654, 450]);
  });

  it('S3.28: without rounding the chain starts at 416.67 and ends at 9,645 a month', () => {
    const values = valuesOf(outreachPlan(ARTICLE, 'none', 21.45)) ?? [];
    expect(values.map((value) => Math.round(value * 100) / 100)).toEqual([
      416.67, 2083.33, 5208.33, 17_361.11, 115_740.74, 9645.06, 449.65,
    ]);
  });

  it.each([
    [21, 460],
    [21.67, 445],
    [22, 439],
    [250 / 12, 463],
  ])('S3.28: %d business days a month make %d emails a day', (days, perDay) => {
    expect(valuesOf(outreachPlan(ARTICLE, 'article', days))?.at(-1)).toBe(perDay);
  });

  it('lets the typed business days win over the setting', () => {
    expect(valuesOf(outreachPlan({ ...ARTICLE, businessDaysPerMonth: 22 }, 'article', 21.45))?.at(-1)).toBe(439);
  });

  it('is null when any input is unknown, zero or no rate', () => {
    const fields = ['revenueTarget', 'averageContractValue', 'closeRate', 'opportunityRate', 'meetingRate', 'replyRate'] as const;
    for (const field of fields) {
      expect(outreachPlan({ ...ARTICLE, [field]: undefined }, 'article', 21.45)).toBeNull();
      expect(outreachPlan({ ...ARTICLE, [field]: Number.NaN }, 'none', 21.45)).toBeNull();
      expect(outreachPlan({ ...ARTICLE, [field]: -1 }, 'none', 21.45)).toBeNull();
      expect(outreachPlan({ ...ARTICLE, [field]: 0 }, 'none', 21.45)).toBeNull();
    }
    expect(outreachPlan({ ...ARTICLE, closeRate: 1.01 }, 'article', 21.45)).toBeNull();
    expect(outreachPlan(ARTICLE, 'article', 0)).toBeNull();
    expect(outreachPlan({ ...ARTICLE, revenueTarget: 1e308, averageContractValue: 1e-10 }, 'article', 21.45)).toBeNull();
  });

  it('does not round noise up to another customer', () => {
    const whole = { ...ARTICLE, revenueTarget: 1.1, averageContractValue: 0.1 };
    expect(valuesOf(outreachPlan(whole, 'article', 21.45))?.[0]).toBe(11);
  });

  it('needs no fewer emails for a higher target or a lower rate', () => {
    const rate = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(rate, rate, fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (a, b, first, second) => {
        const better = emailsOf({ ...ARTICLE, replyRate: Math.max(a, b) });
        expect(better).toBeLessThanOrEqual(emailsOf({ ...ARTICLE, replyRate: Math.min(a, b) }));
        const more = emailsOf({ ...ARTICLE, revenueTarget: Math.max(first, second) });
        expect(more).toBeGreaterThanOrEqual(emailsOf({ ...ARTICLE, revenueTarget: Math.min(first, second) }));
      }),
    );
  });

  it('S3.29: a reply rate of 15 % instead of 5 % needs 3.00 times fewer emails, 115,833 for 347,500', () => {
    expect(valuesOf(outreachPlan({ ...ARTICLE, replyRate: 0.05 }, 'article', 21.45))?.[4]).toBe(347_500);
    expect(outreachPlan({ ...ARTICLE, replyRate: 0 }, 'article', 21.45)).toBeNull();
  });
});

describe('supplyGap', () => {
  it('S0.28: 500 of 5,000 wanted are 4,500 short, ten times', () =>
    expect(supplyGap(5000, 500)).toEqual({ shortfall: 4500, timesShort: 10, share: 0.1 }));
  it('S1.13: 50 of 500 are 10 %', () => expect(supplyGap(500, 50).share).toBe(0.1));
  it('S1.20: 20 of 100 are 20 %', () => expect(supplyGap(100, 20).share).toBe(0.2));
  it('has no ratio to nothing', () => {
    expect(supplyGap(5000, 0)).toEqual({ shortfall: 5000, timesShort: null, share: 0 });
    expect(supplyGap(null, 5)).toEqual({ shortfall: null, timesShort: null, share: null });
  });
});

describe('outreachSupply', () => {
  const accounts = (count: number | null) => ({ unit: 'accounts', count }) as const;
  it('S3.27, S0.28: 115,833 emails at 3 contacts and 4 emails each need 9,653 accounts; 1,000 reachable last 5.4 weeks', () => {
    const supply = outreachSupply(115_833, accounts(1000), { contactsPerAccount: 3, emailsPerContact: 4 });
    expect(supply).toMatchObject({ unit: 'accounts', needed: 9653, reachable: 1000, shortfall: 8653 });
    expect(supply.weeks).toBeCloseTo(52 * (1000 / 9652.75), 10);
  });

  it('counts people where they are known, and assumes none of an account then', () => {
    const supply = outreachSupply(1200, { unit: 'people', count: 150 }, { contactsPerAccount: 3, emailsPerContact: 4 });
    expect(supply).toMatchObject({ unit: 'people', needed: 300, reachable: 150, shortfall: 150, weeks: 26 });
    expect(outreachCheck(supply)).toMatchObject({ status: 'Check', actual: '150 people of 300 wanted, 2× short' });
  });

  it('lasts a year when there is exactly enough, and has no shortfall beyond', () => {
    expect(outreachSupply(1200, accounts(100), { contactsPerAccount: 3, emailsPerContact: 4 })).toMatchObject({
      shortfall: 0,
      weeks: 52,
    });
    expect(outreachSupply(1200, accounts(200), { contactsPerAccount: 3, emailsPerContact: 4 })).toMatchObject({
      shortfall: 0,
      weeks: 104,
    });
  });

  it('is unknown where an assumption or the reach is', () => {
    expect(outreachSupply(1200, accounts(100), { contactsPerAccount: undefined, emailsPerContact: 4 }).needed).toBeNull();
    expect(outreachSupply(1200, accounts(100), { contactsPerAccount: 0, emailsPerContact: 4 }).weeks).toBeNull();
    expect(outreachSupply(1200, accounts(null), { contactsPerAccount: 3, emailsPerContact: 4 })).toMatchObject({
      needed: 100,
      shortfall: null,
      weeks: null,
    });
    expect(outreachSupply(null, accounts(100), { contactsPerAccount: 3, emailsPerContact: 4 }).needed).toBeNull();
  });

  it('works through 300 accounts at 100 a month in 13 weeks', () => {
    expect(weeksOfWork(300, 100)).toBe(13);
    expect(weeksOfWork(300, undefined)).toBeNull();
    expect(weeksOfWork(300, 0)).toBeNull();
  });
});

describe('supplyCheck', () => {
  it.each([
    [5000, 5000, 'Pass'],
    [5000, 4999, 'Check'],
    [5000, 501, 'Check'],
    [5000, 500, 'Fail'],
    [5000, 0, 'Fail'],
    [null, 500, 'Not known'],
    [0, 0, 'Pass'],
  ])('S0.28: %p wanted, %p left: %s', (wanted, available, status) => {
    const check = supplyCheck(wanted, available);
    expect(check.status).toBe(status);
    expect(check.fix === '').toBe(status === 'Pass');
  });

  it('says how far short', () => expect(supplyCheck(5000, 500).actual).toBe('500 accounts of 5,000 wanted, 10× short'));
});
