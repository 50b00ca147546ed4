/** What a cell of a spreadsheet can hold. */
import fc from 'fast-check';
import { CELL_LIMIT, fittedText } from '../../src/sheet/cellText';

describe('a text of ours that is too long for a cell', () => {
  const names = Array.from({ length: 50 }, (_, index) => `${index} ${'n'.repeat(1260)}`);

  it.each(['; ', ', ', '\n'])('ends, as a list parted by %j, in the count of what is left out', (separator) => {
    const fitted = fittedText(names.join(separator));
    const [, kept, more] = /^([^]*) and (\d+) more$/.exec(fitted) ?? [];
    expect(fitted.length).toBeLessThanOrEqual(CELL_LIMIT);
    expect(kept?.split(separator)).toEqual(names.slice(0, 50 - Number(more)));
    expect(Number(more)).toBeGreaterThan(0);
  });

  it('ends in an ellipsis where it is no list, and no character is cut in two', () => {
    const fitted = fittedText(`${'x'.repeat(CELL_LIMIT - 2)}😀 and on`);
    expect(fitted).toBe(`${'x'.repeat(CELL_LIMIT - 2)}…`);
  });

  it('fits always, and a text that fits stays as it is (law)', () => {
    const text = fc.array(fc.string({ maxLength: 40, unit: 'binary' }), { maxLength: 60 });
    fc.assert(
      fc.property(text, fc.constantFrom('; ', ', ', '\n', ''), fc.integer({ min: 1, max: 90 }), (parts, separator, times) => {
        const whole = Array.from({ length: times }, () => parts.join(separator)).join(separator);
        const fitted = fittedText(whole);
        expect(fitted.length).toBeLessThanOrEqual(CELL_LIMIT);
        if (whole.length <= CELL_LIMIT) expect(fitted).toBe(whole);
      }),
    );
  });
});
