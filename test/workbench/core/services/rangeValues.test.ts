/** Values of ranges as scripts read and write them: numbers, texts, booleans, dates and errors. */
import { book, script, workbench } from '../../../support/workbench/core/workbench';

const run = (body: string, setting: Parameters<typeof workbench>[1] = {}) => workbench(script(body), setting).run('test');

describe('Range.getValues', () => {
  it('gives rows of numbers, texts, booleans and blanks as empty texts', () => {
    const workbook = book({ A1: { value: 'x' }, B1: { value: 1.5 }, A2: { value: true } });
    expect(run(`return sheet.getRange('A1:B2').getValues();`, { workbook })).toEqual([
      ['x', 1.5],
      [true, ''],
    ]);
  });

  it('gives dates of the spreadsheet as instants in its zone', () => {
    const workbook = book({ A1: { value: 46024, format: 'yyyy-mm-dd' } }, { timeZone: 'Asia/Kolkata' });
    expect(run(`return sheet.getRange('A1').getValue();`, { workbook })).toEqual(new Date('2026-01-01T18:30:00Z'));
  });

  it('gives dates that are dates of the script, and arrays that are its arrays', () => {
    const workbook = book({ A1: { value: 46024, format: 'm/d/yyyy' } });
    expect(
      run(
        `var v = sheet.getRange('A1:B1').getValues(); return [v instanceof Array, v[0] instanceof Array, v[0][0] instanceof Date];`,
        { workbook },
      ),
    ).toEqual([true, true, true]);
  });

  it("gives errors as texts in Google's spelling", () => {
    const workbook = book({ A1: { formula: '=1/0' }, A2: { formula: '=NOPE()' }, A3: { formula: '=A3' }, A4: { formula: '=(' } });
    expect(run(`return sheet.getRange('A1:A4').getValues();`, { workbook })).toEqual([
      ['#DIV/0!'],
      ['#NAME?'],
      ['#REF!'],
      ['#ERROR!'],
    ]);
  });

  it('keeps texts that look like links, numbers or formulas', () => {
    const texts = ['[a](http://b.c)', '007', '=1+1', "'x", '1-2', 'TRUE', 'https://a.b'];
    const workbook = book(Object.fromEntries(texts.map((value, index) => [`A${index + 1}`, { value, format: '@' }])));
    expect(run(`return sheet.getRange('A1:A7').getValues();`, { workbook })).toEqual(texts.map((text) => [text]));
    const general = book(Object.fromEntries(texts.map((value, index) => [`A${index + 1}`, { value }])));
    expect(run(`return sheet.getRange('A1:A7').getValues();`, { workbook: general })).toEqual(texts.map((text) => [text]));
  });

  it('gives what is displayed with getDisplayValues', () => {
    const workbook = book({ A1: { value: 0.256, format: '0.0%' }, B1: { value: 46024, format: 'yyyy-mm-dd' } });
    expect(run(`return sheet.getRange('A1:B1').getDisplayValues();`, { workbook })).toEqual([['25.6%', '2026-01-02']]);
  });
});

describe('Range.setValues', () => {
  it('parses texts as if typed', () => {
    expect(
      run(`sheet.getRange('A1:D1').setValues([['007', '=1+1', 'TRUE', 'x']]); return sheet.getRange('A1:D1').getValues();`),
    ).toEqual([[7, 2, true, 'x']]);
  });

  it('turns a size band into a date of the current year', () => {
    expect(run(`sheet.getRange('A1').setValue('1-2'); return sheet.getRange('A1').getValue();`)).toEqual(
      new Date('2026-01-02T00:00:00Z'),
    );
  });

  it('keeps texts as they are under the format @', () => {
    const body = `var r = sheet.getRange('A1:D1'); r.setNumberFormat('@'); r.setValues([['007', '=1+1', '1-2', '+1']]); return r.getValues();`;
    expect(run(body)).toEqual([['007', '=1+1', '1-2', '+1']]);
    expect(run(body, { switches: { atFormatStopsFormula: false } })).toEqual([['007', '2', '1-2', '+1']]);
  });

  it('keeps a text when its format @ is taken away', () => {
    expect(
      run(
        `var r = sheet.getRange('A1'); r.setNumberFormat('@'); r.setValue('=1+1'); SpreadsheetApp.flush(); r.setNumberFormat('0.0'); return [r.getValue(), r.getFormula()];`,
      ),
    ).toEqual(['=1+1', '']);
  });

  it('writes dates at their wall time in the spreadsheet', () => {
    const workbook = book({}, { timeZone: 'America/New_York' });
    expect(
      run(
        `var r = sheet.getRange('A1'); r.setValue(new Date(Date.UTC(2026, 0, 2, 5))); return [r.getDisplayValue(), r.getValue().toISOString()];`,
        { workbook },
      ),
    ).toEqual(['1/2/2026', '2026-01-02T05:00:00.000Z']);
  });

  it('clears with null, undefined and empty text', () => {
    const workbook = book({ A1: { value: 1 }, B1: { value: 2 }, C1: { value: 3 } });
    expect(
      run(
        `sheet.getRange('A1:C1').setValues([[null, undefined, '']]); return [sheet.getLastRow(), sheet.getRange('A1:C1').isBlank()];`,
        { workbook },
      ),
    ).toEqual([0, true]);
  });

  it.each([
    [
      '[[1]]',
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      '[[1, 2], [3, 4]]',
      'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 1.',
    ],
    ['"x"', "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues."],
  ])('refuses %s for a range of 1 × 2', (values, sentence) => {
    expect(() => run(`sheet.getRange('A1:B1').setValues(${values});`)).toThrow(sentence);
  });

  it('refuses 50,001 characters at once', () => {
    expect(() => run(`sheet.getRange('A1').setValue(new Array(50002).join('x'));`)).toThrow('maximum of 50000 characters');
  });

  it('leaves the covered cells of a merge alone', () => {
    const workbook = book({}, {}, { merges: ['A1:B1'] });
    expect(
      run(`sheet.getRange('A1:C1').setValues([['a', 'b', 'c']]); return sheet.getRange('A1:C1').getValues();`, { workbook }),
    ).toEqual([['a', '', 'c']]);
  });

  it('throws errors that the script knows as its own', () => {
    expect(
      run(
        `try { sheet.getRange('A1').setValues([]); } catch (e) { return [e instanceof Error, e.name, String(e).slice(0, 14)]; }`,
      ),
    ).toEqual([true, 'Exception', 'Exception: The']);
  });

  it('writes 10,000 × 3 cells with formulas in one command', () => {
    const body = `var rows = []; for (var i = 1; i <= 10000; i++) rows.push([i, 'a' + i, '=A' + i + '*2']);
      sheet.getRange(1, 1, 10000, 3).setValues(rows); return sheet.getRange('C10000').getValue();`;
    const host = workbench(script(body), { workbook: book({}, {}, { rows: 10_000 }) });
    let updates = 0;
    host.onRecalculated(() => {
      updates += 1;
    });
    expect(host.run('test')).toBe(20_000);
    expect(updates).toBeLessThanOrEqual(2);
  });
});

describe('Range places', () => {
  it('refuse what lies outside the grid, which does not grow by writing', () => {
    expect(() => run(`sheet.getRange(1001, 1).setValue(1);`)).toThrow(
      'The coordinates of the range are outside the dimensions of the sheet.',
    );
    expect(() => run(`sheet.getRange('AA1');`)).toThrow('outside the dimensions');
    expect(() => run(`sheet.getRange(0, 1);`)).toThrow('The starting row of the range is too small.');
    expect(() => run(`sheet.getRange(1, 1, 0, 1);`)).toThrow('The number of rows in the range must be at least 1.');
    expect(() => run(`sheet.getRange('nothing here');`)).toThrow('Range not found');
  });

  it('know their notation, size and neighbours', () => {
    expect(
      run(
        `var r = sheet.getRange('B2:C4'); return [r.getA1Notation(), r.getNumRows(), r.getLastColumn(), r.offset(1, 1, 1, 1).getA1Notation(), r.getCell(2, 2).getA1Notation(), r.getSheet().getName()];`,
      ),
    ).toEqual(['B2:C4', 3, 3, 'C3', 'C3', 'Accounts']);
  });

  it('say by name what is not imitated', () => {
    expect(() => run(`sheet.getRange('A1').randomize();`)).toThrow('Workbench: Range.randomize is not imitated');
    expect(() => run(`sheet.box;`)).toThrow('Workbench: Sheet.box is not imitated');
    expect(() => run(`sheet.getRange('A1').run;`)).toThrow('Workbench: Range.run is not imitated');
  });
});
