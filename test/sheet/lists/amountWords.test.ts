/** Amounts with words behind them, in whole columns: read by the column's own evidence, or named as unusable with their count. */
import { problemOf, readGrid } from '../../support/sheet/lists/lists';

function revenue(cells: readonly string[], header = 'Annual revenue', locale = 'en-US') {
  const read = readGrid([['Account name', header], ...cells.map((cell, row) => [`Company ${row}`, cell])], { locale });
  const attribute = read.lists.accounts.attribute('Annual revenue');
  const amounts = cells.map((_, row) => {
    const quantity = attribute?.facts[attribute.codes[row] ?? -1]?.quantity;
    return quantity === undefined ? null : quantity.low === quantity.high ? quantity.low : [quantity.low, quantity.high];
  });
  return { read, amounts };
}

describe('a column of amounts', () => {
  it('reads the labels of ZoomInfo as millions', () =>
    expect(revenue(['$10 mil. - $25 mil.', '$1 mil. - $5 mil.'], 'Revenue Range (in USD)').amounts).toEqual([
      [10e6, 25e6],
      [1e6, 5e6],
    ]));

  it('reads Mil as million beside Bil and million', () =>
    expect(revenue(['$1.5 Bil', '$200 Mil', '$3 million'], 'Revenue').amounts).toEqual([1.5e9, 200e6, 3e6]));

  it('reads mil as thousand beside reais, whatever the locale', () =>
    expect(
      revenue(['R$ 5 mil', 'R$ 2 mi', 'R$ 750 mil'], 'Receita anual', 'en-US')
        .read.lists.accounts.attribute('Receita anual')
        ?.facts.map(({ quantity }) => quantity?.low),
    ).toEqual([5000, 2e6, 750_000]));

  it('leaves mil unusable where nothing says what it is, and names it', () => {
    const { read, amounts } = revenue(['5 mil', '12 mil', '4000000']);
    expect(amounts).toEqual([null, null, 4e6]);
    expect(problemOf(read, 'CELLS_UNUSABLE')).toMatchObject({
      count: 2,
      message: expect.stringContaining('("mil" 2)') as string,
    });
  });

  it('names unknown words with their counts, the most frequent first', () => {
    const { read, amounts } = revenue(['3 gross', '5 dozen', '7 dozen', '8M', '9 units']);
    expect(amounts).toEqual([null, null, null, 8e6, null]);
    expect(problemOf(read, 'CELLS_UNUSABLE')).toMatchObject({
      count: 4,
      message: '"Annual revenue" holds cells that are no number ("dozen" 2, "gross" 1, "units" 1); they count as unknown.',
    });
  });

  it('keeps its decimal comma when a label holds a point', () =>
    expect(revenue(['1,5 Mio', '2,5 Mio', '1.250,5', 'ca. 3,5 Mio', '2.0 platform'], 'Annual revenue', 'en-US').amounts).toEqual([
      1.5e6,
      2.5e6,
      1250.5,
      3.5e6,
      null,
    ]));

  it('reads bands of salaries and of people in French', () => {
    const read = readGrid([
      ['Account name', 'Employees'],
      ['Aulne', '10 à 19 salariés'],
      ['Bouleau', '20 à 49 salariés'],
      ['Cèdre', 'plus de 500 salariés'],
    ]);
    const facts = read.lists.accounts.attribute('Employees')?.facts ?? [];
    expect(facts.map(({ quantity }) => [quantity?.low, quantity?.high])).toEqual([
      [10, 19],
      [20, 49],
      [expect.closeTo(500, 6), Infinity],
    ]);
    expect(problemOf(read, 'CELLS_UNUSABLE')).toBeUndefined();
  });
});
