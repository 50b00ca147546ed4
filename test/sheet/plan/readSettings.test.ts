/** Settings: percent in its dresses, defaults as the list declares them, and nothing silently ignored. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DEFAULT_SETTINGS, SETTINGS } from '../../../src/domain/rules/settings';
import { readShare, shownDefault } from '../../../src/sheet/plan/readSettings';
import { RULE, RUN_DAY, read, refusalsOf } from '../../support/sheet/plan/plans';

const settings = (rows: Readonly<Record<string, string | number | boolean>>) =>
  read({ icp: [RULE], settings: Object.entries(rows).map(([Setting, Value]) => ({ Setting, Value })) });

describe('a share', () => {
  it.each<[string | number, number | undefined]>([
    ['20%', 0.2],
    ['20 %', 0.2],
    [0.2, 0.2],
    ['0.2', 0.2],
    [20, 0.2],
    ['20', 0.2],
    [1, 0.01],
    ['1', 0.01],
    ['1%', 0.01],
    ['0.5%', 0.005],
    ['100%', 1],
    [100, 1],
    [0, 0],
    ['0%', 0],
    [101, undefined],
    ['150%', undefined],
    [-0.1, undefined],
    ['5-10%', undefined],
    ['', undefined],
    ['half', undefined],
  ])('written %p is %p', (cell, share) => {
    if (share === undefined) expect(readShare(cell)).toBeUndefined();
    else expect(readShare(cell)).toBeCloseTo(share, 12);
  });

  it('is the same in percent and as a bare number of 1 and more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (percent) => {
        expect(readShare(percent)).toBe(readShare(`${percent}%`));
      }),
    );
  });

  it('is never above 1 or below 0', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true }), fc.string(), fc.boolean()), (cell) => {
        const share = readShare(cell);
        return share === undefined || (share >= 0 && share <= 1);
      }),
    );
  });
});

describe('settings', () => {
  it('left blank are the defaults', () => {
    const all = Object.fromEntries(Object.values(SETTINGS).map(({ name }) => [name, '']));
    expect(settings(all).plan.settings).toEqual(DEFAULT_SETTINGS);
    expect(read({ icp: [RULE] }).plan.settings).toEqual(DEFAULT_SETTINGS);
  });

  it('typed as the list shows their defaults are the defaults', () => {
    const shown = Object.fromEntries(
      Object.values(SETTINGS)
        .map((setting) => [setting.name, shownDefault(setting)] as const)
        .filter(([, value]) => value !== ''),
    );
    expect(refusalsOf({ icp: [RULE], settings: Object.entries(shown).map(([Setting, Value]) => ({ Setting, Value })) })).toEqual(
      [],
    );
    expect(settings(shown).plan.settings).toEqual(DEFAULT_SETTINGS);
  });

  it('each reach the plan when they are typed', () => {
    const typed = settings({
      'Tiers by': 'ALL rules',
      'tier 1 from': 80.5,
      'Tier 2 from': '60',
      'Tier 3 from': 40,
      'Tier 1 needs a signal': false,
      'Needs data below': '40%',
      'Segments draw from': 'tier 3 and up',
      'The list was already filtered': 'yes',
      'ICP share of TAM alarm': 2,
      'ICP share of TAM narrow': '6%',
      'ICP share of TAM broad': 0.16,
      'ICP share of TAM no filter': '60%',
      'Smallest segment': 10,
      'Small segment': '20',
      'Coverage low': 40,
      'Coverage wanted': 0.7,
      'Reverse funnel rounding': 'each step',
      'Business days per month': 21,
      'Months pooled': 6,
      'Accounts per month': 200,
      'Accounts per month by owner': 'Ann 40; Bo van Dam: 1,060',
      'Tier 2 needs a signal': 'Yes',
      'Signal high from': 70,
      'Signal medium from': 0,
      'Size field': 'Employees',
      'Best customers': 'acme.com; "Bolt; and sons"; Corto, Inc.',
      'As of': '2026-02-28',
      'Number locale': 'de-DE',
    });
    expect(typed.problems).toEqual([]);
    expect(typed.plan.settings).toEqual({
      ...DEFAULT_SETTINGS,
      tiersBy: 'all rules',
      cuts: [80.5, 60, 40],
      tier1NeedsSignal: false,
      needsDataBelow: 0.4,
      segmentsDrawFrom: 'Tier 3 and up',
      isListFiltered: true,
      icpShare: { alarm: 0.02, narrow: 0.06, broad: 0.16, noFilter: 0.6 },
      smallestSegment: 10,
      smallSegment: 20,
      coverageLow: 0.4,
      coverageWanted: 0.7,
      rounding: 'each step',
      businessDaysPerMonth: 21,
      monthsPooled: 6,
      accountsPerMonth: 200,
      accountsPerMonthByOwner: [
        { owner: 'Ann', accounts: 40 },
        { owner: 'Bo van Dam', accounts: 1060 },
      ],
      tier2NeedsSignal: true,
      signalHighFrom: 70,
      signalMediumFrom: 0,
      sizeField: 'Employees',
      bestCustomers: ['acme.com', 'Bolt; and sons', 'Corto, Inc.'],
    });
    expect([typed.plan.asOf, typed.settings.numberLocale]).toEqual([20_512, 'de-DE']);
  });

  it('may set all bands equal, and shares to 0 and to 100 %', () => {
    expect(settings({ 'Coverage low': '100%', 'Coverage wanted': '100%', 'Needs data below': 0 }).problems).toEqual([]);
  });
});

describe('accounts a month by owner', () => {
  it.each(['Ann', '40', 'Ann -1', 'Ann 1.5', 'Ann 40; ann 20', 'Ann 40; Bo', 'Ann many'])('%s is refused', (Value) => {
    const found = refusalsOf({ icp: [RULE], settings: [{ Setting: 'Accounts per month by owner', Value }] });
    expect(found).toMatchObject([{ code: 'SETTING_UNUSABLE', at: "'Plan Settings'!B2" }]);
  });

  it('may stand with a colon, an equals sign and on lines', () => {
    const typed = settings({ 'Accounts per month by owner': 'Ann: 40\nBo = 60' }).plan.settings;
    expect(typed.accountsPerMonthByOwner).toEqual([
      { owner: 'Ann', accounts: 40 },
      { owner: 'Bo', accounts: 60 },
    ]);
  });
});

it('a signal is High from no less than it is Medium from', () => {
  expect(refusalsOf({ icp: [RULE], settings: [{ Setting: 'Signal high from', Value: 20 }] })).toMatchObject([
    { code: 'SETTINGS_OUT_OF_ORDER' },
  ]);
});

describe('the as-of day', () => {
  const rows = { icp: [RULE], settings: [{ Setting: 'As of', Value: '2026-01-31' }] };

  it('is the setting, else the day of the run', () => {
    expect(read(rows).plan.asOf).toBe(20_484);
    expect(read({ icp: [RULE] }).plan.asOf).toBe(RUN_DAY);
  });
});

describe('a setting about which the articles disagree', () => {
  const model = readFileSync('docs/MODEL.md', 'utf8').split('\n');

  it.each([
    ['TAM review cadence', 'S0.38', 'S2.16'],
    ['ICP review cadence', 'S0.38', 'S2.16', 'S3.34', 'S4.10', 'S2.15'],
    ['ICP share of TAM', 'S2.2', 'S2.4', 'S3.26'],
    ['Tier 1 needs a signal', 'S3.16', 'S3.8'],
    ['Tier 3 from', 'S3.7', 'S3.18', 'S3.19'],
    ['Smallest segment', 'S1.19', 'S0.24', 'S1.27', 'S1.28'],
    ['Tiers by', 'S3.16', 'S3.7'],
    ['Reverse funnel rounding', 'S3.27', 'S3.28'],
  ])('%s stands in the model beside both sides', (name, ...sources) => {
    const row = model.find((line) => line.includes(`\`${name}`) && sources.every((source) => line.includes(source)));
    expect(row).toBeDefined();
  });

  it('says what its choices mean without a code that only the docs explain', () => {
    for (const { why } of Object.values(SETTINGS)) {
      expect(why).not.toBe('');
      expect(why).not.toMatch(/\bS\d\.\d/);
    }
  });
});
