/** Quotes marked by a backslash: read as meant where that is certain, reported with their row, and never taken from a path. */
import fc from 'fast-check';
import { readCsvText } from '../../../src/sheet/table/csv';

const HEADERS = 'Company,Note,Employees';

describe('a quote marked by a backslash', () => {
  it('is read as a quote, and its row is reported', () => {
    const { rows, quoteNote } = readCsvText(`${HEADERS}\nAcme,"He said \\"hi\\"",5\nBolt,"x, y",6\n`);
    expect(rows).toEqual([
      ['Company', 'Note', 'Employees'],
      ['Acme', 'He said "hi"', 5],
      ['Bolt', 'x, y', 6],
    ]);
    expect(quoteNote).toBe('Row 2: quotes are marked by a backslash (\\") and were read as quotes; check these cells.');
  });

  it('at the end of a field swallows no line', () => {
    const text = `${HEADERS}\nAcme,"the \\"best\\"",5\nBolt,"a 5\\" disk",6\nCent,"7\\"",8\nDelt,"",9\n`;
    const { rows, quoteNote } = readCsvText(text);
    expect(rows.map((row) => row[1])).toEqual(['Note', 'the "best"', 'a 5" disk', '7"', '']);
    expect(quoteNote).toMatch(/^Row 2 and 2 more: /);
  });

  it('may stand beside a separator, a line break, a doubled quote and a marked backslash', () => {
    const { rows } = readCsvText(`${HEADERS}\nAcme,"\\"one, two\\"\nand ""three""",5\nBolt,"\\"C:\\\\",6\n`);
    expect(rows.slice(1)).toEqual([
      ['Acme', '"one, two"\nand "three"', 5],
      ['Bolt', '"C:\\', 6],
    ]);
  });

  it('is reported and left where the reading is in doubt', () => {
    const { rows, quoteNote } = readCsvText(`${HEADERS}\nAcme,"C:\\data\\",5\nBolt,"say \\"hi\\"",6\n`);
    expect(rows[1]).toEqual(['Acme', 'C:\\data\\', 5]);
    expect(quoteNote).toMatch(/^Row 3: quotes do not close/);
  });
});

describe('a file with backslashes', () => {
  it('keeps a path that ends in one, and says nothing', () => {
    const { rows, quoteNote } = readCsvText(`${HEADERS}\nAcme,"C:\\data\\",5\nBolt,"\\\\srv\\x",6\n`);
    expect(rows.map((row) => row[1])).toEqual(['Note', 'C:\\data\\', '\\\\srv\\x']);
    expect(quoteNote).toBeUndefined();
  });

  it('that marks every quote and backslash in a field is read back whole', () => {
    const cell = fc
      .array(fc.constantFrom('"', 'a', ',', ' ', '\n', '\\"'), { minLength: 1, maxLength: 8 })
      .map((all) => `x${all.join('')}x`);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const lines = cells.map((one) => `Acme,"${one.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}",5\n`);
        const { rows, quoteNote } = readCsvText(`${HEADERS}\n${lines.join('')}`);
        const isMarked = cells.some((one) => one.includes('"'));
        expect(rows.slice(1)).toEqual(cells.map((one) => ['Acme', one, 5]));
        expect(quoteNote !== undefined).toBe(isMarked);
      }),
    );
  });
});
