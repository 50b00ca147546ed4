/** Numbers as they are kept and shown. */
import fc from 'fast-check';
import { counted, halfUp, product, quotient, roundedUp, shownNumber, shownShare } from '../../../src/domain/facts/figure';

describe('shownNumber', () => {
  it.each([
    [1234567, 0, '1,234,567'],
    [999, 0, '999'],
    [0, 2, '0'],
    [-0, 2, '0'],
    [-1234.5, 1, '-1,234.5'],
    [-0.001, 2, '0'],
    [89.99, 1, '89.9'],
    [0.29 * 100, 2, '29'],
    [1e21, 0, '1e+21'],
    [Number.NaN, 0, 'NaN'],
    [Infinity, 0, 'Infinity'],
  ])('%d with %d decimals is %s', (value, decimals, shown) => expect(shownNumber(value, decimals)).toBe(shown));

  it('keeps a share below a boundary below it', () => {
    expect(shownShare(0.79999)).toBe('79.99 %');
    expect(shownShare(0.8001)).toBe('80.01 %');
  });

  it('counts one without an s', () => {
    expect([0, 1, 1200].map((count) => counted(count, 'account'))).toEqual(['0 accounts', '1 account', '1,200 accounts']);
    expect(counted(2, 'company', 'companies')).toBe('2 companies');
  });
});

describe('product and quotient', () => {
  it('are null when something is unknown, divided by 0 or too large', () => {
    expect([product(2, null), product(2, undefined), product(1e308, 10), product(Number.NaN)]).toEqual([null, null, null, null]);
    expect([quotient(1, 0), quotient(null, 1), quotient(1, null), quotient(1e308, 1e-308)]).toEqual([null, null, null, null]);
  });

  it('keep whole counts exact', () => {
    fc.assert(
      fc.property(fc.nat(1e7), fc.nat(1e7), (a, b) => {
        expect(product(a, b)).toBe(a * b);
      }),
    );
  });
});

describe('rounding', () => {
  it('rounds halves up and noise away', () => {
    expect([2.5, 5212.5, 2.4999999999999996].map(halfUp)).toEqual([3, 5213, 3]);
    expect([416.67, 417, 1.1 / 0.1].map(roundedUp)).toEqual([417, 417, 11]);
  });
});
