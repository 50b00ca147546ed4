/** Which cell, looked at after it was written, may be written once more: what Sheets makes of that very text, and nothing that resembles it. */
import { isOurs } from '../../../src/commands/writing/isOurs';
import type { Cell } from '../../../src/sheet/grid';

const day = (year: number, month: number, day: number): Cell => ({ year, month, day });

describe('a cell that lost its text format', () => {
  it.each<[string, Cell, string]>([
    ['12', 12, 'en_US'],
    ['007', 7, 'en_US'],
    ['-5', -5, 'en_US'],
    ['1e5', 100_000, 'en_US'],
    ['1,234.5', 1_234.5, 'en_US'],
    ['1.234,5', 1_234.5, 'de_DE'],
    ['12%', 0.12, 'en_US'],
    ['$5', 5, 'en_US'],
    ['(5)', -5, 'en_US'],
    ['TRUE', true, 'en_US'],
    ['false', false, 'en_US'],
    ['2026-01-31', day(2026, 1, 31), 'en_US'],
    ['31.12.2026', day(2026, 12, 31), 'de_DE'],
    ['1-2', day(2026, 1, 2), 'en_US'],
    ['11-50', day(1950, 11, 1), 'en_US'],
    ['2026-10', day(2026, 10, 1), 'en_US'],
    ['=1+1', '=1+1', 'en_US'],
    ['+49 30 1', '=+49 30 1', 'en_US'],
    ["'quoted", 'quoted', 'en_US'],
  ])('%j read as %j is ours', (wanted, now, locale) => {
    expect(isOurs(wanted, now, '', locale)).toBe(true);
  });
});

describe('what somebody has typed', () => {
  it.each<[string, Cell]>([
    ['12', 12.5],
    ['12%', 12],
    ['12 employees', 12],
    ['1.2k', 1_200],
    ['10-20', 10],
    ['', 0],
    [' ', 0],
    ['Acme 3', 3],
    ['Acme', true],
    ['TRUE', false],
    ['1,234.5', 12_345],
    ['2026-01-31', day(2026, 1, 30)],
    ['2026-01-31', 31],
    ['Q1 2026', day(2026, 1, 1)],
    ['5', day(2026, 5, 5)],
    ['=1+1', 2],
    ['=1+1', '=1+2'],
    ['+49 30 1', 'hot'],
    ["'quoted", 'hot'],
    ['Why', 'Why not'],
    ['Infinity', 12_345],
    ['1e999', 12_345],
  ])('over %j, %j is not ours', (wanted, now) => {
    expect(isOurs(wanted, now, '', 'en_US')).toBe(false);
  });

  it('over a number or a day, only what stood there before is ours', () => {
    expect(isOurs(12, 13, 13, 'en_US')).toBe(true);
    expect(isOurs(12, 13, 14, 'en_US')).toBe(false);
    expect(isOurs(day(2026, 1, 31), 13, '', 'en_US')).toBe(false);
    expect(isOurs(12, '12', '', 'en_US')).toBe(false);
  });
});
