/** Translated names of countries against the package they were taken from. */
import { readFileSync } from 'node:fs';
import { countryOf } from '../../../src/sheet/parse/country';
import { translatedNames } from '../../../src/sheet/parse/countrySpellings';
import { plain } from '../../../src/sheet/parse/text';

const LANGUAGES = ['pt', 'es', 'fr', 'de', 'it', 'nl', 'ja', 'zh', 'ko', 'ru', 'tr', 'pl', 'sv', 'nb', 'da'];

/** Code of every name of a language of i18n-iso-countries, in plain form. */
function codesOf(language: string): ReadonlyMap<string, string> {
  const path = require.resolve(`i18n-iso-countries/langs/${language}.json`);
  const { countries } = JSON.parse(readFileSync(path, 'utf8')) as { countries: Record<string, string | string[]> };
  return new Map(
    Object.entries(countries).flatMap(([code, names]) => [names].flat().map((name) => [plain(name), code] as const)),
  );
}

describe('translatedNames', () => {
  const tables = LANGUAGES.map(codesOf);

  it('holds only names of i18n-iso-countries, under their codes', () => {
    for (const [code, names] of translatedNames()) {
      for (const name of names) {
        const codes = new Set(tables.flatMap((table) => table.get(plain(name)) ?? []));
        expect([name, ...codes]).toEqual([name, code]);
      }
    }
  });

  it('is read back by the reader of countries', () => {
    for (const [code, names] of translatedNames())
      for (const name of names) expect([name, countryOf(name)]).toEqual([name, code]);
  });
});
