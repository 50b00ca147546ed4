/** Expected shares, time and metrics of the tiers. */
import fc from 'fast-check';
import { improvement, tier1ShareCheck, tierAllocation, tierGuide, tierHours } from '../../../src/domain/score/tierGuide';

const NONE = { 'Tier 1': 0, 'Tier 2': 0, 'Tier 3': 0, 'Tier 4': 0 };

describe('tierGuide', () => {
  it('S3.16–S3.19: expected metrics of each tier', () => {
    expect(tierGuide().map(({ shareOfTam }) => shareOfTam)).toEqual([
      [0.05, 0.1],
      [0.15, 0.25],
      [0.3, 0.4],
      [0.25, 0.35],
    ]);
    expect(tierGuide().map(({ openRate }) => openRate)).toEqual([
      [0.4, 0.6],
      [0.3, 0.45],
      [0.2, 0.3],
      [0.15, 0.25],
    ]);
    expect(tierGuide().map(({ replyRate }) => replyRate)).toEqual([
      [0.15, 0.25],
      [0.08, 0.15],
      [0.03, 0.08],
      [0.01, 0.03],
    ]);
    expect(tierGuide().map(({ meetingRate }) => meetingRate)).toEqual([
      [0.08, 0.12],
      [0.04, 0.07],
      [0.01, 0.03],
      [0, 0.01],
    ]);
  });

  it('S3.16–S3.19: the shares of the TAM sum to 75–110 %', () => {
    const sums = [0, 1].map((end) => tierGuide().reduce((sum, { shareOfTam }) => sum + shareOfTam[end as 0 | 1], 0));
    expect(sums[0]).toBeCloseTo(0.75, 12);
    expect(sums[1]).toBeCloseTo(1.1, 12);
  });
});

describe('tierAllocation', () => {
  it('S3.16–S3.19: time sums to 100 %, accounts to 110 %, which is normalised', () => {
    const lines = tierAllocation();
    expect(lines.reduce((sum, { timeShare }) => sum + timeShare, 0)).toBeCloseTo(1, 12);
    expect(lines.reduce((sum, { accountShare }) => sum + accountShare, 0)).toBeCloseTo(1.1, 12);
    expect(lines.reduce((sum, { normalisedShare }) => sum + normalisedShare, 0)).toBeCloseTo(1, 12);
    expect(lines.map(({ normalisedShare }) => Math.round(normalisedShare * 10_000) / 100)).toEqual([9.09, 22.73, 36.36, 31.82]);
  });

  it('S3.16–S3.19: intensities 4.0, 1.4, 0.5, 0.143', () => {
    expect(tierAllocation().map(({ intensity }) => Math.round(intensity * 1000) / 1000)).toEqual([4, 1.4, 0.5, 0.143]);
  });
});

describe('tierHours', () => {
  it('S3.16–S3.19: gives 40 / 35 / 20 / 5 hours of 100 to accounts in the article’s proportions', () => {
    const hours = tierHours({ 'Tier 1': 10, 'Tier 2': 25, 'Tier 3': 40, 'Tier 4': 35 }, 100);
    expect(hours?.map((line) => Math.round(line.hours * 1e9) / 1e9)).toEqual([40, 35, 20, 5]);
  });

  it('is null when there is nothing to share or nobody to share it with', () => {
    expect(tierHours(NONE, 100)).toBeNull();
    expect(tierHours({ ...NONE, 'Tier 1': 1 }, 0)).toBeNull();
    expect(tierHours({ ...NONE, 'Tier 1': 1 }, Number.NaN)).toBeNull();
  });

  it('shares out all hours, and gives an account of a better tier no less', () => {
    const count = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(count, count, count, count, fc.integer({ min: 1, max: 10_000 }), (a, b, c, d, hours) => {
        const lines = tierHours({ 'Tier 1': a, 'Tier 2': b, 'Tier 3': c, 'Tier 4': d }, hours)!;
        expect(lines.reduce((sum, line) => sum + line.hours, 0)).toBeCloseTo(hours, 6);
        const each = lines.map((line) => line.hours / line.accounts);
        expect(each).toEqual([...each].sort((x, y) => y - x));
      }),
    );
  });
});

describe('tier1ShareCheck', () => {
  it.each([
    [4, 'Check', 'Loosen'],
    [5, 'Pass', ''],
    [10, 'Pass', ''],
    [11, 'Check', 'Tighten'],
  ])('S3.16: %d of 100: %s', (tier1, status, fix) => {
    const check = tier1ShareCheck(tier1, 100, false, 'healthy');
    expect(check.status).toBe(status);
    expect(check.fix).toContain(fix);
  });

  it('asks for no looser rules where the ICP is broad, nor for tighter ones where it is narrow', () => {
    expect(tier1ShareCheck(4, 100, false, 'broad').fix).toBe('Fill in what is unknown, or lower the Tier 1 cut.');
    expect(tier1ShareCheck(11, 100, false, 'narrow').fix).toBe('Raise the Tier 1 cut.');
  });

  it('is not known without accounts or on a filtered list', () => {
    expect(tier1ShareCheck(0, 0, false, 'not judged').status).toBe('Not known');
    expect(tier1ShareCheck(50, 100, true, 'not judged').status).toBe('Not known');
  });
});

describe('improvement', () => {
  it('S3.15: 3.6 times the replies, 4.7 times the meetings, cycle 50 % and churn 51 % less', () => {
    const before = { replyRate: 0.05, meetingRate: 0.015, cycleDays: 90, churnRate: 0.45 };
    const after = { replyRate: 0.18, meetingRate: 0.07, cycleDays: 45, churnRate: 0.22 };
    const found = improvement(before, after);
    expect(found.replyTimes).toBeCloseTo(3.6, 12);
    expect(found.meetingTimes).toBeCloseTo(4.6667, 4);
    expect(found.cycleCut).toBe(0.5);
    expect(found.churnCut).toBeCloseTo(0.5111, 4);
  });

  it('is unknown where a figure is, or where there was nothing before', () => {
    const none = { replyRate: null, meetingRate: 0, cycleDays: 0, churnRate: null };
    expect(improvement(none, none)).toEqual({ replyTimes: null, meetingTimes: null, cycleCut: null, churnCut: null });
  });
});
