/** Which columns are countries by their cells alone: names and codes of countries, never answers, sizes and languages. */
import { readGrid } from '../../support/sheet/lists/lists';

function kindsOf(header: string, cells: readonly string[]) {
  const read = readGrid([
    ['Company', 'Website', header],
    ...cells.map((cell, row) => [`Company ${row}`, `company${row}.com`, cell]),
  ]);
  const facts = read.lists.accounts.attribute(header)?.facts ?? [];
  return {
    isRecognised: read.columns.some(({ field }) => field === 'Country'),
    isCompared: facts.some(({ countries }) => countries.some((code) => code !== '')),
  };
}

const NEITHER = { isRecognised: false, isCompared: false };

describe('a column of two-letter cells', () => {
  it.each([
    ['Newsletter', ['Si', 'No', 'Si', 'No']],
    ['Newsletter', ['No', 'No', 'No', 'No']],
    ['Kunde', ['Ja', 'Ne', 'Ja', 'Ja']],
    ['Sdílení', ['Da', 'Ne', 'Ne', 'Da']],
    ['Size class', ['SM', 'MM', 'LA', 'SM']],
    ['Motion', ['SM', 'MM', 'LA', 'DE']],
    ['Grade', ['AA', 'BB', 'CC', 'AA']],
    ['Preferred language', ['DE', 'FR', 'DE', 'ES']],
    ['Idioma', ['ES', 'FR', 'DE', 'ES']],
    ['Taal', ['NL', 'FR', 'DE', 'NL']],
  ])('"%s" of %j is no country', (header, cells) => expect(kindsOf(header, cells)).toEqual(NEITHER));

  it.each([
    ['Where', ['DE', 'FR', 'US', 'GB']],
    ['Where', ['NO', 'SE', 'DK', 'FI']],
    ['Where', ['Germany', 'France', 'Deutschland', 'DE']],
  ])('"%s" of %j is a country', (header, cells) =>
    expect(kindsOf(header, cells)).toEqual({ isRecognised: true, isCompared: true }),
  );

  it('is one wherever its header says so', () => {
    expect(kindsOf('Country', ['NO', 'SI', 'NO', 'SI'])).toEqual({ isRecognised: true, isCompared: true });
    expect(kindsOf('Country', ['SM', 'MM', 'LA', 'SM'])).toEqual({ isRecognised: true, isCompared: true });
  });
});
