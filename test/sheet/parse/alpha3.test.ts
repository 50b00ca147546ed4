/** Three-letter country codes against the package they were taken from. */
import codes from 'i18n-iso-countries/codes.json';
import english from 'i18n-iso-countries/langs/en.json';
import { alpha3Codes } from '../../../src/sheet/parse/alpha3';

describe('alpha3Codes', () => {
  it('gives every country the code of i18n-iso-countries', () => {
    const expected = (codes as readonly (readonly string[])[]).map(([alpha2, alpha3]) => [alpha2, alpha3]);
    expect([...alpha3Codes(Object.keys(english.countries))].sort()).toEqual([...expected].sort());
  });
});
