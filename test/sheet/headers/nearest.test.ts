/** Suggestions: typing slips and shared words, never a wild guess. */
import { nearestOf, slipsBetween } from '../../../src/sheet/headers/nearest';

const HEADERS = ['Company name', 'Employees', 'Annual revenue', 'Country', 'Last funding date', 'Domain'];

describe('nearestOf', () => {
  it.each([
    ['Employes', 'Employees'],
    ['employees ', 'Employees'],
    ['Contry', 'Country'],
    ['Annual-Revenue', 'Annual revenue'],
    ['Revenue', 'Annual revenue'],
    ['Funding date', 'Last funding date'],
    ['Domian', 'Domain'],
    ['Zebra', undefined],
    ['', undefined],
    ['City', undefined],
  ])('of "%s" is %s', (text, nearest) => expect(nearestOf(text, HEADERS)).toBe(nearest));

  it('of a word of two letters is none but itself: "on" is no slip for "No"', () =>
    expect([nearestOf('on', ['Yes', 'No']), nearestOf('no', ['Yes', 'No']), nearestOf('Yse', ['Yes', 'No'])]).toEqual([
      undefined,
      'No',
      'Yes',
    ]));

  it('counts two neighbours swapped as one slip', () =>
    expect([slipsBetween('domian', 'domain'), slipsBetween('', 'abc'), slipsBetween('abc', 'abc')]).toEqual([1, 3, 0]));
});
