/** Numbers: laws over the locales, column evidence, and what must never be a number. */
import fc from 'fast-check';
import { COMMA, POINT, readQuantity } from '../../../src/sheet/parse/number';
import { inferNumberStyle, styleOfLocale } from '../../../src/sheet/parse/numberStyle';
import { unitOfHeader } from '../../../src/sheet/parse/unit';

const LOCALES = [
  'en-US',
  'de-DE',
  'fr-FR',
  'en-IN',
  'de-CH',
  'es-ES',
  'pt-BR',
  'sv-SE',
  'nl-NL',
  'en-GB',
  'it-IT',
  'pl-PL',
  'es-MX',
];

describe('readQuantity', () => {
  it.each(LOCALES)('gives back every amount that %s formats', (locale) => {
    const formatter = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const value = Number(`${whole}.${String(cents).padStart(2, '0')}`);
        const read = readQuantity(formatter.format(value), styleOfLocale(locale));
        expect(read).toEqual({ low: value + 0, high: value + 0 });
      }),
      { numRuns: 300 },
    );
  });

  it.each(LOCALES)('gives back every whole amount of money that %s formats', (locale) => {
    const formatter = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        expect(readQuantity(formatter.format(value), styleOfLocale(locale))).toEqual({
          low: value + 0,
          high: value + 0,
          currency: 'EUR',
        });
      }),
    );
  });

  it('gives back every band', () => {
    fc.assert(
      fc.property(fc.nat(1e7), fc.nat(1e7), fc.constantFrom('-', ' - ', '–', ' to ', ' – '), (one, other, separator) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(readQuantity(`${low}${separator}${high}`, POINT)).toEqual({ low, high });
        expect(
          readQuantity(`${low.toLocaleString('en-US')}${separator}${high.toLocaleString('en-US')} employees`, POINT),
        ).toEqual({ low, high });
      }),
    );
  });

  it('gives a quantity with ordered ends that are numbers, or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'grapheme' }),
          fc.stringMatching(/^[-+(]?[$€]?[0-9.,' ]{1,12}[kKmMbB%+)-]?[0-9]*$/),
        ),
        (text) => {
          for (const style of [POINT, COMMA]) {
            const read = readQuantity(text, style);
            if (read === undefined) continue;
            expect(read.low).toBeLessThanOrEqual(read.high);
            expect(Object.is(read.low, -0) || Object.is(read.high, -0)).toBe(false);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes typed numbers as they are, infinities and NaN excepted', () => {
    expect(readQuantity(-0, POINT)).toEqual({ low: 0, high: 0 });
    expect(readQuantity(Infinity, POINT)).toBeUndefined();
    expect(readQuantity(NaN, POINT)).toBeUndefined();
    expect(readQuantity(1e300, POINT)).toEqual({ low: 1e300, high: 1e300 });
    expect(readQuantity(true, POINT)).toBeUndefined();
    expect(readQuantity({ year: 2020, month: 1, day: 1 }, POINT)).toBeUndefined();
  });

  it('finds no number in texts that make a careless pattern try every way', () => {
    for (const text of ['1,'.repeat(25_000), ' '.repeat(50_000), '9'.repeat(50_000), `${'1 '.repeat(59)}x`, `${'('.repeat(60)}1`])
      expect(readQuantity(text, POINT)).toBeUndefined();
    expect(readQuantity(`1${' '.repeat(110)}x`, POINT)).toEqual({ low: 1, high: 1 });
  });
});

describe('inferNumberStyle', () => {
  it.each([
    [['1,234', '5,678'], 'en-US', '.'],
    [['1,234', '5,678'], 'de-DE', '.'],
    [['1.234,5', '12'], 'en-US', ','],
    [['1.234', '2.500'], 'de-DE', ','],
    [['1.234', '2.500'], 'en-US', '.'],
    [['12.5', '3'], 'de-DE', '.'],
    [['17,50,000'], 'de-DE', '.'],
    [['12,5', '1,234'], 'en-US', ','],
    [['1.234.567'], 'en-US', ','],
    [['0,125'], 'en-US', ','],
    [['$1,234', '€5,678'], 'de-DE', '.'],
    [['Berlin, Germany', 'a.b'], 'de-DE', ','],
    [[], 'de-CH', '.'],
    [['12.5', '12,5'], 'de-DE', ','],
  ])('reads %j declared %s with a decimal "%s"', (texts, locale, decimal) => {
    expect(inferNumberStyle(texts, locale).style.decimal).toBe(decimal);
  });

  it('says so when numbers can be read two ways and the locale decides', () => {
    expect(inferNumberStyle(['1.234'], 'en-US').note).toMatch(/two ways/);
    expect(inferNumberStyle(['12.5', '12,5'], 'en-US').note).toMatch(/Some numbers/);
    expect(inferNumberStyle(['1234'], 'en-US').note).toBeUndefined();
  });

  it('does not depend on the order of the texts', () => {
    const texts = ['1,234', '12.5', '3,4', '99', '1.000'];
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: 5 }), (shuffled) => {
        expect(inferNumberStyle(shuffled, 'de-DE').style).toEqual(inferNumberStyle(texts, 'de-DE').style);
      }),
    );
  });
});

describe('unitOfHeader', () => {
  it.each([
    ['Revenue (in 000s USD)', { factor: 1000, currency: 'USD' }],
    ['Company Revenue Min (Millions USD)', { factor: 1e6, currency: 'USD' }],
    ['Employees (K)', { factor: 1000 }],
    ['Growth (%)', { factor: 0.01, isPercent: true }],
    ['Company Employee Growth 1 Year (%)', { factor: 0.01, isPercent: true }],
    ['Total Funding Amount (in USD)', { factor: 1, currency: 'USD' }],
    ['Revenue ($M)', { factor: 1e6, currency: 'USD' }],
    ['Revenue ($000)', { factor: 1000, currency: 'USD' }],
    ['Umsatz (Mio. EUR)', { factor: 1e6, currency: 'EUR' }],
    ['Umsatz in Mio. EUR', { factor: 1e6, currency: 'EUR' }],
    ['Revenue (kEUR)', { factor: 1000, currency: 'EUR' }],
    ['Umsatz TEUR', { factor: 1000, currency: 'EUR' }],
    ['Revenue (USDm)', { factor: 1e6, currency: 'USD' }],
    ['Revenue (T)', undefined],
    ['Number of bars', undefined],
    ['funding_total_usd', { factor: 1, currency: 'USD' }],
    ['Annual revenue USD', { factor: 1, currency: 'USD' }],
    ['Revenue in millions', { factor: 1e6 }],
    ['Employees', undefined],
    ['Technologies (BuiltWith)', undefined],
    ['Founded (year)', undefined],
    ['Series B', undefined],
    ['Account name', undefined],
    ['Company Headquarters (Full Address)', undefined],
    ['CB Rank (Company)', undefined],
    ['Trend Score (30 Days)', undefined],
    ['Option K', undefined],
  ])('of "%s" is %j', (header, unit) => expect(unitOfHeader(header)).toEqual(unit));
});
