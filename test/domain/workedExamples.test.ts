/** Worked examples of the articles that belong to no single formula. */
import { checkSegment } from '../../src/domain/lanes/segmentCheck';
import { DEFAULT_SETTINGS } from '../../src/domain/rules/settings';
import { expectedText, tierGuide, tierHours } from '../../src/domain/score/tierGuide';
import { shownScore } from '../../src/domain/facts/rounding';
import { tierByCut, tierName } from '../../src/domain/score/tier';

const statuses = (accounts: number, coverage: number | null) =>
  checkSegment(
    { segment: 'Logistics', accounts, coverage, painPoint: 'Empty runs', buyerRoles: ['COO'], competition: 'Low' },
    DEFAULT_SETTINGS,
  ).map(({ status }) => status);

describe('lanes that are none', () => {
  it('S0.24: ten accounts are not a viable lane', () => expect(statuses(10, 1)[0]).toBe('Fail'));
  it('S1.27: five accounts leave no room to test', () => expect(statuses(5, 1)[0]).toBe('Fail'));
  it('S1.19: 49 logistics companies may be too few even if they fit perfectly', () => expect(statuses(49, 1)[0]).toBe('Fail'));
  it('S0.40: 50 people ask for a second look, 5,000 do not', () => {
    expect(statuses(50, 1)[0]).toBe('Check');
    expect(statuses(5000, 1)[0]).toBe('Pass');
  });
  it('S1.3: a perfect segment without verified emails cannot be launched', () => expect(statuses(500, 0)[1]).toBe('Fail'));
  it('S1.6: half of the emails undeliverable is the last coverage that does not fail', () => {
    expect(statuses(500, 0.5)[1]).toBe('Check');
    expect(statuses(500, 0.4999)[1]).toBe('Fail');
  });
});

describe('S1.28, S1.29: above is strict', () => {
  it.each([
    [100, 0.8, 'Check', 'Check'],
    [101, 0.8001, 'Pass', 'Pass'],
  ])('%d accounts with %d verified: %s and %s', (matches, coverage, size, verified) => {
    expect(statuses(matches, coverage).slice(0, 2)).toEqual([size, verified]);
  });
});

describe('S3.8: tiers at their cuts', () => {
  it.each([
    [90, 'Tier 1', '90.0'],
    [89.99, 'Tier 2', '89.9'],
    [70, 'Tier 2', '70.0'],
    [50, 'Tier 3', '50.0'],
    [49.99, 'Tier 4', '49.9'],
  ])('%d is %s and shows as %s', (score, tier, shown) => {
    expect(tierName(tierByCut(score, DEFAULT_SETTINGS.cuts))).toBe(tier);
    expect(shownScore(score)).toBe(shown);
  });
});

describe('S3.15, S3.16: the article’s 300 Tier 1 and 400 Tier 2 accounts a month', () => {
  it('take four hours at Tier 1 for 1.4 at Tier 2, account by account', () => {
    const hours = tierHours({ 'Tier 1': 300, 'Tier 2': 400, 'Tier 3': 0, 'Tier 4': 0 }, 1000)!;
    expect(hours[0]!.hours / 300 / (hours[1]!.hours / 400)).toBeCloseTo(4 / 1.4, 12);
    expect(hours.reduce((sum, line) => sum + line.hours, 0)).toBeCloseTo(1000, 9);
  });

  it('says what is expected of Tier 1', () => {
    expect(expectedText(tierGuide()[0])).toBe('5–10 % of the market, opens 40–60 %, replies 15–25 %, meetings 8–12 %');
  });
});
