/** Numbers: laws over the locales, column evidence, and what must never be a number. */
import fc from 'fast-check';
import { COMMA, POINT, readQuantity } from '../../../src/sheet/parse/number';
import { currencyOfMark, divisorOfWord, isAmountWord, scaledMark, scaleOfWord } from '../../../src/sheet/parse/numberWords';
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

  it('leaves an amount unusable whose word is in no list, and never reads it as the bare number', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.stringMatching(/^[a-zéøшł]{1,9}$/), fc.constantFrom(' ', ''), (value, word, space) => {
        const read = readQuantity(`${value}${space}${word}`, POINT);
        const isKnown =
          scaleOfWord(word) !== undefined ||
          isAmountWord(word) ||
          currencyOfMark(word) !== undefined ||
          scaledMark(word) !== undefined ||
          divisorOfWord(word) !== undefined;
        if (!isKnown) expect(read).toBeUndefined();
        if (scaleOfWord(word) !== undefined && read !== undefined) expect(read.isScaled).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a scale word alike with and without its accents, whatever stands behind it', () => {
    const words = ['milhões', 'millón', 'bilhões', 'milionów', 'millió', 'tỷ', 'triệu', 'tisíc', 'tysiące'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(...words), (value, word) => {
        const bare = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
        const read = readQuantity(`${value} ${word}`, POINT);
        expect(read?.low).toBeGreaterThanOrEqual(1000 * value);
        expect(readQuantity(`${value} ${bare}`, POINT)).toEqual(read);
        expect(readQuantity(`${value} ${word.normalize('NFD')} EUR`, POINT)).toEqual({ ...read, currency: 'EUR' });
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
    expect(readQuantity(`1${' '.repeat(110)}x`, POINT)).toBeUndefined();
    expect(readQuantity(`1${' '.repeat(110)}staff`, POINT)).toEqual({ low: 1, high: 1 });
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
    [['1.234,5', '2,5', '3,5', '4,5', '5,5', '6,5', '7,5', '8,5', '9,5', 'Tier 1.5', '2.0 platform'], 'en-US', ','],
    [['1,5', '2,5', '3,5', '4,5', '5,5', '6,5', '7,5', '8,5', '9,5', '10.5'], 'en-US', ','],
  ])('reads %j declared %s with a decimal "%s"', (texts, locale, decimal) => {
    expect(inferNumberStyle(texts, locale).style.decimal).toBe(decimal);
  });

  it.each([
    [['$1.5 Bil', '$200 Mil', '$3 million'], 'en-US', 1e6],
    [['$10 mil. - $25 mil.', '$5 mil'], 'en-US', 1e6],
    [['R$ 5 mil', '300 mil'], 'en-US', 1e3],
    [['5 mil', '2 millones'], 'en-US', 1e3],
    [['5 mil', '2 milhões'], 'en-US', 1e3],
    [['5 mil', '12 mil'], 'pt-BR', 1e3],
    [['5 mil', '12 mil'], 'en-US', undefined],
    [['5 mil', '2 millones', '1 bil'], 'en-US', undefined],
    [['5 k', '12 Mio'], 'es-ES', undefined],
  ])('takes mil in %j declared %s for %s', (texts, locale, mil) => {
    const { style } = inferNumberStyle(texts, locale);
    expect(style.mil).toBe(mil);
    expect(readQuantity('7 mil', style)?.low).toBe(mil === undefined ? undefined : 7 * mil);
    expect(readQuantity('R$ 5 mil', style)).toMatchObject({ low: 5000, high: 5000, currency: 'BRL' });
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
    ['Sales ($mil.)', { factor: 1e6, currency: 'USD' }],
    ['Revenue (USD mil)', { factor: 1e6, currency: 'USD' }],
    ['Receita (R$ mil)', { factor: 1000, currency: 'BRL' }],
    ['Ingresos (miles de euros)', { factor: 1000, currency: 'EUR' }],
    ['Faturamento (em milhões de reais)', { factor: 1e6, currency: 'BRL' }],
    ['売上高（百万円）', { factor: 1e6, currency: 'JPY' }],
    ['年商(億円)', { factor: 1e8, currency: 'JPY' }],
    ['Fatturato (migliaia €)', { factor: 1000, currency: 'EUR' }],
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
