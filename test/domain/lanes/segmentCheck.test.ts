/** The five pre-launch checks and their verdict. */
import { SEGMENT_CHECKS, verdictOf } from '../../../src/domain/facts/check';
import { DEFAULT_SETTINGS } from '../../../src/domain/rules/settings';
import type { SegmentFacts } from '../../../src/domain/lanes/segmentCheck';
import { checkSegment } from '../../../src/domain/lanes/segmentCheck';

const READY: SegmentFacts = {
  segment: '__proto__',
  accounts: 101,
  coverage: 0.9,
  painPoint: 'Audits take weeks',
  buyerRoles: ['CTO'],
  competition: 'Low',
};
const check = (facts: Partial<SegmentFacts>, limits = DEFAULT_SETTINGS) => checkSegment({ ...READY, ...facts }, limits);
const statusOf = (id: string, facts: Partial<SegmentFacts>) => check(facts).find((each) => each.id === id)?.status;

describe('checkSegment', () => {
  it('gives the five checks in order, for the segment by its name, without a fix when all pass', () => {
    const checks = check({});
    expect(checks.map(({ id }) => id)).toEqual(SEGMENT_CHECKS);
    expect(checks.every(({ segment, status, fix }) => segment === '__proto__' && status === 'Pass' && fix === '')).toBe(true);
  });

  it.each([
    [101, 'Pass'],
    [100, 'Check'],
    [50, 'Check'],
    [49, 'Fail'],
    [0, 'Fail'],
    [null, 'Not known'],
  ])('S1.28, S1.19: %p accounts: %s', (accounts, status) => expect(statusOf('size', { accounts })).toBe(status));

  it.each([
    [0.8001, 'Pass'],
    [0.8, 'Check'],
    [0.5, 'Check'],
    [0.4999, 'Fail'],
    [null, 'Not known'],
  ])('S1.29: coverage %p: %s', (coverage, status) => expect(statusOf('coverage', { coverage })).toBe(status));

  it('S1.29: 80 of 100 verified do not pass "above 80 %"', () => {
    expect(statusOf('coverage', { coverage: 80 / 100 })).toBe('Check');
    expect(statusOf('coverage', { coverage: 8001 / 10_000 })).toBe('Pass');
  });

  it('S1.13: 50 verified of 500 are not ready', () => expect(statusOf('coverage', { coverage: 50 / 500 })).toBe('Fail'));

  it('S1.30, S1.31: a blank pain point or blank buyer roles fail', () => {
    expect(statusOf('pain point', { painPoint: ' ' })).toBe('Fail');
    expect(statusOf('buyer roles', { buyerRoles: [] })).toBe('Fail');
    expect(statusOf('buyer roles', { buyerRoles: [' '] })).toBe('Fail');
  });

  it.each([
    ['Low', 'Pass'],
    ['Medium', 'Pass'],
    ['High', 'Fail'],
    [undefined, 'Not known'],
  ] as const)('S1.32: competition %s: %s', (competition, status) =>
    expect(statusOf('competition', { competition })).toBe(status),
  );

  it('says what was found, what is asked, and the fix', () => {
    const [size, coverage] = check({ accounts: 100, coverage: 0.7999 });
    expect(size).toMatchObject({ actual: '100 accounts', fix: 'Merge it with a similar segment or loosen its narrowest rule.' });
    expect(size?.rule).toContain('More than 100 accounts');
    expect(coverage?.actual).toBe('79.99 % of accounts have a verified email');
    for (const each of check({ accounts: null, coverage: null, painPoint: '', buyerRoles: [], competition: undefined })) {
      expect(each.rule).not.toBe('');
      expect(each.fix).not.toBe('');
    }
  });

  it('follows the settings', () => {
    const limits = { ...DEFAULT_SETTINGS, smallSegment: 30, smallestSegment: 10, coverageWanted: 0.6, coverageLow: 0.2 };
    expect(
      check({ accounts: 31, coverage: 0.61 }, limits)
        .slice(0, 2)
        .map(({ status }) => status),
    ).toEqual(['Pass', 'Pass']);
    expect(
      check({ accounts: 10, coverage: 0.2 }, limits)
        .slice(0, 2)
        .map(({ status }) => status),
    ).toEqual(['Check', 'Check']);
  });

  it('asks for a count where there is none, and for no merger', () => {
    expect(check({ accounts: null })[0]).toMatchObject({
      status: 'Not known',
      fix: 'Count its accounts, e.g. with SEGMENT_COUNT.',
    });
  });

  it('does not need contacts but for coverage', () => {
    expect(
      check({ coverage: null })
        .filter(({ status }) => status === 'Not known')
        .map(({ id }) => id),
    ).toEqual(['coverage']);
  });
});

describe('verdictOf', () => {
  const of = (...statuses: ('Pass' | 'Check' | 'Fail' | 'Not known')[]) => verdictOf(statuses.map((status) => ({ status })));

  it('is the worst status, Not known as Check', () => {
    expect(of('Pass', 'Pass')).toBe('Pass');
    expect(of('Pass', 'Not known')).toBe('Check');
    expect(of('Check', 'Pass')).toBe('Check');
    expect(of('Not known', 'Fail', 'Pass')).toBe('Fail');
    expect(of()).toBe('Pass');
  });
});
