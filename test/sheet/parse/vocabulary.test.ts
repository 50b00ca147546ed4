/** Words of the trade: industries, titles, e-mail addresses, currencies. */
import { emailOf, isVerifiedStatus } from '../../../src/sheet/parse/email';
import { industryOf } from '../../../src/sheet/parse/industry';
import { currenciesOf, currencyOf } from '../../../src/sheet/parse/money';
import { POINT } from '../../../src/sheet/parse/number';
import { titleContains } from '../../../src/sheet/parse/title';
import { countriesNamed, countryName, countryOf } from '../../../src/sheet/parse/country';
import codes from 'i18n-iso-countries/codes.json';

describe('industryOf', () => {
  it.each([
    ['Computer Software', 'Software Development'],
    ['saas', 'Software Development'],
    ['Hospitals & Health Care', undefined],
    ['Hospital and Health Care', undefined],
    ['Insurance', 'Insurance'],
    ['Banking', 'Credit Intermediation'],
    ['Information Technology & Services', 'IT Services and IT Consulting'],
  ])('folds "%s" to %s', (text, industry) => expect(industryOf(text)).toMatchObject({ industry }));

  it('names the sector', () => expect(industryOf('Fintech')?.sector).toBe('Financial Services'));
  it('knows nothing of other words', () =>
    expect(['Acme', '', 'Software Engineer', '42'].map(industryOf)).toEqual([undefined, undefined, undefined, undefined]));
});

describe('titleContains', () => {
  it.each([
    ['Senior VP, Sales', 'VP Sales', true],
    ['Director', 'CTO', false],
    ['Head of IT & Security', 'head of it', true],
    ['Directeur général', 'Directeur General', true],
    ['CEO', '', false],
    ['Sales Manager', 'Manager Sales', false],
    ['C.T.O.', 'CTO', true],
  ])('in "%s" finds "%s": %s', (title, phrase, expected) => expect(titleContains(title, phrase)).toBe(expected));
});

describe('emailOf', () => {
  it.each([
    ['Ann@Acme.com', { address: 'ann@acme.com', domain: 'acme.com' }],
    ['Ann Lee <ann@mail.acme.co.uk>', { address: 'ann@mail.acme.co.uk', domain: 'acme.co.uk' }],
    ['mailto:ann@acme.com', { address: 'ann@acme.com', domain: 'acme.com' }],
    ['a@acme.com; b@acme.com', { address: 'a@acme.com', domain: 'acme.com' }],
    ['ann@acme', undefined],
    ['@acme.com', undefined],
    ['ann.acme.com', undefined],
    ['', undefined],
  ])('of "%s" is %j', (text, expected) => expect(emailOf(text)).toEqual(expected));

  it('takes only tested addresses for verified', () =>
    expect(['Verified', 'valid', 'Guessed', 'catch-all', '', '95'].map(isVerifiedStatus)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]));
});

describe('currencies', () => {
  it('are the cell’s own, else the header’s', () => {
    expect(currencyOf('€5M', POINT, { factor: 1, currency: 'USD' })).toBe('EUR');
    expect(currencyOf('5', POINT, { factor: 1000, currency: 'USD' })).toBe('USD');
    expect(currencyOf('5', POINT)).toBeUndefined();
  });

  it('that are mixed are all named, the most frequent first', () => {
    expect(currenciesOf(['$5', '€5', '$6', '7', 'n/a', 8], POINT)).toEqual(['USD', 'EUR']);
    expect(currenciesOf(['$5', '$6'], POINT)).toEqual(['USD']);
    expect(currenciesOf(['5'], POINT)).toEqual([]);
  });
});

describe('countries', () => {
  it('read back from their codes and English names', () => {
    for (const [alpha2, alpha3] of codes) {
      // NA stands for "not available".
      if (alpha2 !== 'NA') expect(countryOf(alpha2!)).toBe(alpha2);
      expect(countryOf(alpha3!)).toBe(alpha2);
      expect(countryOf(countryName(alpha2!))).toBe(alpha2);
    }
  });

  it('of a region are several countries', () => {
    expect(countriesNamed('EMEA').length).toBeGreaterThan(100);
    expect(countriesNamed('APAC')).toEqual(expect.arrayContaining(['JP', 'AU', 'IN', 'SG']));
    expect(countriesNamed('LATAM')).toEqual(expect.arrayContaining(['BR', 'MX']));
    expect(countriesNamed('Germany')).toEqual(['DE']);
    expect(countriesNamed('nowhere')).toEqual([]);
    for (const region of ['DACH', 'EMEA', 'NA', 'LATAM', 'APAC', 'Nordics', 'Benelux', 'EU', 'Europe', 'Africa', 'Americas']) {
      for (const code of countriesNamed(region))
        expect([region, code, countryName(code) === code]).toEqual([region, code, false]);
    }
  });
});
