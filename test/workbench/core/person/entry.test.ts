import type { EntryRules } from '../../../../workbench/core/person/entryRules';
import { parseEntry } from '../../../../workbench/core/person/entry';
import { GOOGLE_AS_BELIEVED } from '../../../../workbench/core/switches';
import { daySerial } from '../../../../workbench/core/zone';

const rules: EntryRules = { locale: 'en_US', year: 2026, switches: GOOGLE_AS_BELIEVED };
const typed = (text: string, format?: string, more: Partial<EntryRules> = {}) => parseEntry(text, format, { ...rules, ...more });
const number = (value: number) => ({ kind: 'number', number: value });

describe('a typed text', () => {
  it.each([
    ['007', 7],
    ['-5', -5],
    ['+5', 5],
    [' 5 ', 5],
    ['1E5', 100_000],
    ['.5', 0.5],
    ['1,234', 1234],
    ['1,234.5', 1234.5],
    ['5%', 0.05],
    ['$5.00', 5],
    ['(3)', -3],
  ])('%s becomes a number', (text, value) => {
    expect(typed(text).content).toEqual(number(value));
  });

  it.each(['1,23', '0x1F', '1e400', '50-200', '10-50', 'E5', '.', '+', '-', 'Acme 24', '10,001+', '1.2.3.4', '24/7 support'])(
    '%s stays text',
    (text) => {
      expect(typed(text).content).toEqual({ kind: 'text', text });
    },
  );

  it.each([
    ['1-2', 2026, 1, 2],
    ['11-12', 2026, 11, 12],
    ['2026-01-02', 2026, 1, 2],
    ['1/2/2025', 2025, 1, 2],
    ['Mar1', 2026, 3, 1],
    ['SEPT2', 2026, 9, 2],
    ['Jan 5, 2024', 2024, 1, 5],
    ['5 January 2024', 2024, 1, 5],
  ])('%s becomes a date', (text, year, month, day) => {
    expect(typed(text).content).toEqual(number(daySerial(year, month, day) ?? NaN));
  });

  it('that names a day which does not exist stays text', () => {
    expect(typed('2026-02-30').content.kind).toBe('text');
  });

  it('is read by the locale of the spreadsheet', () => {
    expect(typed('1.234,5', undefined, { locale: 'de_DE' }).content).toEqual(number(1234.5));
    expect(typed('31.12.2025', undefined, { locale: 'de_DE' }).content).toEqual(number(daySerial(2025, 12, 31) ?? NaN));
    expect(typed('2/1/2026', undefined, { locale: 'en_GB' }).content).toEqual(number(daySerial(2026, 1, 2) ?? NaN));
  });

  it('of TRUE or false becomes a boolean', () => {
    expect(typed('true').content).toEqual({ kind: 'boolean', boolean: true });
    expect(typed('FALSE').content).toEqual({ kind: 'boolean', boolean: false });
  });

  it('that begins with = becomes a formula, but = alone is text', () => {
    expect(typed('=1+1').content).toEqual({ kind: 'formula', formula: '=1+1' });
    expect(typed('=').content).toEqual({ kind: 'text', text: '=' });
  });

  it('that begins with + is a formula or text, as the switch says', () => {
    expect(typed('+49 30').content).toEqual({ kind: 'formula', formula: '=+49 30' });
    const switches = { ...GOOGLE_AS_BELIEVED, plusStartsFormula: false };
    expect(typed('+49 30', undefined, { switches }).content).toEqual({ kind: 'text', text: '+49 30' });
  });

  it('loses its leading apostrophe or keeps it, as the switch says', () => {
    expect(typed("'007").content).toEqual({ kind: 'text', text: '007' });
    const never = { ...GOOGLE_AS_BELIEVED, apostropheStripped: 'never' as const };
    expect(typed("'007", undefined, { switches: never }).content).toEqual({ kind: 'text', text: "'007" });
    const general = { ...GOOGLE_AS_BELIEVED, apostropheStripped: 'notUnderTextFormat' as const };
    expect(typed("'007", '@', { switches: general }).content).toEqual({ kind: 'text', text: "'007" });
  });

  it('stays text under the format @, and a formula does as the switch says', () => {
    expect(typed('007', '@').content).toEqual({ kind: 'text', text: '007' });
    expect(typed('=1+1', '@').content).toEqual({ kind: 'text', text: '=1+1' });
    const switches = { ...GOOGLE_AS_BELIEVED, atFormatStopsFormula: false };
    expect(typed('=1+1', '@', { switches }).content).toEqual({ kind: 'formula', formula: '=1+1' });
  });

  it('of more than 50,000 characters is refused', () => {
    expect(typed('x'.repeat(50_000)).content.kind).toBe('text');
    expect(() => typed('x'.repeat(50_001))).toThrow('maximum of 50000 characters');
  });
});
