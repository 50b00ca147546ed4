/** Tabs and their grids as scripts make, find, move and delete them. */
import { book, script, tab, workbench } from '../../../support/workbench/core/workbench';

const run = (body: string, setting: Parameters<typeof workbench>[1] = {}) => workbench(script(body), setting).run('test');

describe('tabs', () => {
  it('a new tab has 1,000 × 26 cells and becomes active', () => {
    expect(
      run(
        `var s = book.insertSheet('Scores'); return [s.getMaxRows(), s.getMaxColumns(), book.getActiveSheet().getName(), s.getIndex()];`,
      ),
    ).toEqual([1000, 26, 'Scores', 2]);
  });

  it('two tabs cannot share a title, whatever its case', () => {
    expect(() => run(`book.insertSheet('accounts');`)).toThrow(
      'A sheet with the name "accounts" already exists. Please enter another name.',
    );
    expect(() => run(`book.insertSheet('X').setName('ACCOUNTS');`)).toThrow('already exists');
  });

  it('tabs are found by their exact title and by their id', () => {
    expect(
      run(
        `return [book.getSheetByName('accounts'), book.getSheetByName('Accounts').getSheetId(), book.getSheetById(7).getName(), book.getSheetById(99)];`,
      ),
    ).toEqual([null, 7, 'Accounts', null]);
  });

  it('tabs keep their id when renamed and moved', () => {
    expect(
      run(
        `var s = book.insertSheet('A'); var id = s.getSheetId(); s.setName('B'); book.moveActiveSheet(1); return [book.getSheets()[0].getSheetId() === id, s.getName()];`,
      ),
    ).toEqual([true, 'B']);
  });

  it('that a formula names by a text are found by it once they are there', () => {
    const code = `var formula = book.getSheets()[0].getRange('A1'), told = [formula.getValue()];
      var made = book.insertSheet('Later'); told.push(formula.getValue());
      made.getRange('A1').setValue(7); told.push(formula.getValue()); return told;`;
    expect(run(code, { workbook: book({ A1: { formula: '=INDIRECT("La" & "ter!A1")' } }) })).toEqual(['#REF!', 0, 7]);
  });

  it('answer nothing once deleted', () => {
    expect(() => run(`var s = book.insertSheet('A'); var r = s.getRange('A1'); book.deleteSheet(s); r.getValues();`)).toThrow(
      /Sheet \d+ not found/,
    );
  });

  it('cannot all be deleted or hidden', () => {
    expect(() => run(`book.deleteSheet(sheet);`)).toThrow("You can't remove all the sheets in a document.");
    expect(() => run(`sheet.hideSheet();`)).toThrow("You can't hide all the sheets in a document.");
  });

  it('can be hidden and shown', () => {
    expect(
      run(
        `var s = book.insertSheet('A'); s.hideSheet(); var was = s.isSheetHidden(); s.showSheet(); return [was, s.isSheetHidden()];`,
      ),
    ).toEqual([true, false]);
  });

  it('a workbook stays under ten million cells', () => {
    const host = workbench(script(`book.insertSheet('A');`));
    host.document.mostCells = 51_999;
    expect(() => host.run('test')).toThrow('This action would increase the number of cells in the workbook above the limit');
    host.document.mostCells = 52_000;
    expect(() => host.run('test')).not.toThrow();
  });

  it('count content to the last formula, shown or not, and hold A1 when empty', () => {
    const workbook = book({ A1: { value: 'x' }, C9: { formula: '=""' } });
    expect(
      run(
        `return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation(), book.insertSheet().getDataRange().getA1Notation()];`,
        { workbook },
      ),
    ).toEqual([9, 3, 'A1:C9', 'A1']);
  });

  it('grow and shrink only when told to', () => {
    expect(
      run(`sheet.insertRowsAfter(1000, 500); sheet.deleteColumns(11, 16); return [sheet.getMaxRows(), sheet.getMaxColumns()];`),
    ).toEqual([1500, 10]);
    expect(() => run(`sheet.deleteRows(1000, 2);`)).toThrow('Those rows are out of bounds.');
    expect(() => run(`sheet.deleteRows(1, 1000);`)).toThrow("You can't delete all the rows on the sheet.");
  });

  it('freeze, widen and hide rows', () => {
    expect(
      run(
        `sheet.setFrozenRows(2); sheet.setFrozenColumns(1); sheet.setColumnWidth(2, 200); sheet.hideRows(5, 2); return [sheet.getFrozenRows(), sheet.getFrozenColumns(), sheet.getColumnWidth(2), sheet.isRowHiddenByUser(6), sheet.isRowHiddenByUser(7)];`,
      ),
    ).toEqual([2, 1, 200, true, false]);
  });

  it('append behind the last content and grow for it', () => {
    const workbook = book({ A3: { value: 'last' } }, {}, { rows: 3 });
    expect(
      run(`sheet.appendRow(['a', '007']); return [sheet.getMaxRows(), sheet.getRange('A4:B4').getValues()];`, { workbook }),
    ).toEqual([4, [['a', 7]]]);
  });
});

describe('notes', () => {
  it('notes are set, read and moved with their rows', () => {
    const host = workbench(
      script(
        `sheet.getRange('B3').setNote('why'); sheet.insertRowsBefore(2, 2); return [sheet.getRange('B3').getNote(), sheet.getRange('B5').getNote()];`,
      ),
    );
    expect(host.run('test')).toEqual(['', 'why']);
    expect(host.snapshot().sheets[0]?.cells.B5).toEqual({ note: 'why' });
  });

  it('go with the rows they stand in', () => {
    expect(
      run(
        `sheet.getRange('B3').setNote('why'); SpreadsheetApp.flush(); sheet.deleteRows(3, 1); return sheet.getRange('B2:B4').getNotes();`,
      ),
    ).toEqual([[''], [''], ['']]);
  });
});

describe('formats of cells', () => {
  it('looks are set for all cells or one by one', () => {
    expect(
      run(
        `var r = sheet.getRange('A1:B1'); r.setFontWeight('bold').setBackgrounds([['#ff0000', null]]).setWrap(true); return [r.getFontWeights(), r.getBackgrounds(), r.getWrap()];`,
      ),
    ).toEqual([[['bold', 'bold']], [['#ff0000', '#ffffff']], true]);
  });

  it('stay when values are written', () => {
    expect(
      run(
        `var r = sheet.getRange('A1'); r.setFontWeight('bold').setNumberFormat('0.0%'); SpreadsheetApp.flush(); r.setValue(0.5); return [r.getFontWeight(), r.getDisplayValue()];`,
      ),
    ).toEqual(['bold', '50.0%']);
  });

  it('give formats back as they were typed', () => {
    expect(
      run(
        `var r = sheet.getRange('A1'); r.setValue(46024).setNumberFormat('M/d/yyyy'); return [r.getNumberFormat(), r.getDisplayValue()];`,
      ),
    ).toEqual(['M/d/yyyy', '1/2/2026']);
  });

  it('go with clearFormat, values with clearContent', () => {
    expect(
      run(
        `var r = sheet.getRange('A1'); r.setValue(5).setFontWeight('bold'); r.clearFormat(); var a = [r.getFontWeight(), r.getValue()]; r.clearContent(); return a.concat(r.getValue());`,
      ),
    ).toEqual(['normal', 5, '']);
  });
});

describe('rules of a tab', () => {
  it('for conditional formats are only replaced as a whole', () => {
    const workbook = book(
      {},
      {},
      { conditionalFormats: [{ range: 'A1:A9', rule: { kind: 'textEquals', text: 'Pass', fill: '#00ff00' } }] },
    );
    const add = `var rule = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('Fail').setBackground('#ff0000').setRanges([sheet.getRange('B1:B9')]).build();`;
    const kept = workbench(
      script(
        `${add} sheet.setConditionalFormatRules(sheet.getConditionalFormatRules().concat([rule])); return sheet.getConditionalFormatRules().length;`,
      ),
      { workbook },
    );
    expect(kept.run('test')).toBe(2);
    expect(kept.snapshot().sheets[0]?.conditionalFormats).toEqual([
      { range: 'A1:A9', rule: { kind: 'textEquals', text: 'Pass', fill: '#00ff00' } },
      { range: 'B1:B9', rule: { kind: 'textEquals', text: 'Fail', fill: '#ff0000' } },
    ]);
    const lost = workbench(script(`${add} sheet.setConditionalFormatRules([rule]);`), { workbook });
    lost.run('test');
    expect(lost.snapshot().sheets[0]?.conditionalFormats).toHaveLength(1);
  });

  it('color due dates without a script', () => {
    const host = workbench(
      script(
        `sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenDateBefore(SpreadsheetApp.RelativeDate.TODAY).setBackground('#ff0000').setRanges([sheet.getRange('A1:A9')]).build()]);`,
      ),
    );
    host.run('test');
    expect(host.snapshot().sheets[0]?.conditionalFormats).toEqual([
      { range: 'A1:A9', rule: { kind: 'dateBefore', when: 'today', fill: '#ff0000' } },
    ]);
  });

  it('for validation refuse a whole write for one bad cell, if they reject', () => {
    const rejects = book({}, {}, { validations: [{ range: 'A2:A9', values: ['Yes', 'No'], rejects: true }] });
    expect(() =>
      run(`sheet.getRange('A1:A2').setValues([['x'], ['Maybe']]); SpreadsheetApp.flush();`, { workbook: rejects }),
    ).toThrow(
      'The data you entered in cell A2 violates the data validation rules set on this cell. Please enter one of the following values: Yes, No.',
    );
    const warns = book({}, {}, { validations: [{ range: 'A2:A9', values: ['Yes', 'No'], rejects: false }] });
    expect(run(`sheet.getRange('A2').setValue('Maybe'); return sheet.getRange('A2').getValue();`, { workbook: warns })).toBe(
      'Maybe',
    );
  });

  it('for validation hold for the writes behind them, also of the same flush', () => {
    const body = `sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a']).setAllowInvalid(false).build()); sheet.getRange('A1').setValue('b'); SpreadsheetApp.flush();`;
    expect(() => run(body)).toThrow('violates the data validation rules');
  });

  it('for validation are built, read and removed', () => {
    const body = `var r = sheet.getRange('B2:B5'); r.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).setAllowInvalid(true).build());
      var v = sheet.getRange('B3').getDataValidation(); var seen = [v.getCriteriaType(), v.getCriteriaValues(), v.getAllowInvalid()]; r.clearDataValidations(); return seen.concat(sheet.getRange('B3').getDataValidation());`;
    expect(run(body)).toEqual(['VALUE_IN_LIST', [['a', 'b'], true], true, null]);
  });

  it('allow one filter', () => {
    expect(() => run(`sheet.getRange('A1:B9').createFilter(); sheet.getRange('C1:D9').createFilter();`)).toThrow(
      "You can't create a filter in a sheet that already has a filter.",
    );
    expect(
      run(
        `sheet.getRange('A1:B9').createFilter(); var was = sheet.getFilter().getRange().getA1Notation(); sheet.getFilter().remove(); return [was, sheet.getFilter()];`,
      ),
    ).toEqual(['A1:B9', null]);
  });
});

describe('named ranges', () => {
  it('named ranges are set, found whatever their case, moved with their cells and removed', () => {
    const body = `book.setNamedRange('MyRates', sheet.getRange('B2:B4')); sheet.insertRowsBefore(1, 1); var at = book.getRangeByName('myrates').getA1Notation();
      var names = book.getNamedRanges().map(function (n) { return n.getName(); }); book.removeNamedRange('MyRates'); return [at, names, book.getRangeByName('MyRates')];`;
    expect(run(body)).toEqual(['B3:B5', ['MyRates'], null]);
  });
});

describe('a snapshot', () => {
  it('loaded again gives the same snapshot', () => {
    const cells = {
      A1: { value: 'Name', bold: true, fillColor: '#eeeeee', wrap: true },
      A2: { value: '007', format: '@', note: 'kept' },
      A3: { value: '=1+1', format: '@' },
      A4: { value: '1-2' },
      B2: { value: 46024, format: 'yyyy-mm-dd' },
      C2: { value: 6, formula: '=SUM(1,2,3)' },
      D2: { value: true },
    };
    const workbook = book(
      cells,
      { namedRanges: [{ name: 'Rates', range: 'Accounts!A1:B2' }], metadata: [{ key: 'k', value: 'v', visibility: 'DOCUMENT' }] },
      {
        merges: ['H1:I2'],
        hiddenRows: [5],
        columnWidths: { 2: 200 },
        frozenRows: 1,
        filter: 'A1:D4',
        validations: [{ range: 'E1:E9', values: ['a', 'b'], rejects: true }],
        conditionalFormats: [
          { range: 'F1:F9', rule: { kind: 'scale', low: 0, high: 100, lowColor: '#ffffff', highColor: '#00ff00' } },
        ],
        metadata: [{ key: 'kind', value: 'scores', visibility: 'PROJECT' }],
      },
    );
    const second = { ...workbook, sheets: [...workbook.sheets, tab("Jon's (Data)", {}, { id: 9, hidden: true })] };
    const first = workbench('', { workbook: second }).snapshot();
    expect(first).toEqual(second);
    expect(workbench('', { workbook: first }).snapshot()).toEqual(first);
  });

  it('marks spilled cells, which loading computes again', () => {
    const { sheets } = workbench('', { workbook: book({ A1: { formula: '=SEQUENCE(2)' } }) }).snapshot();
    expect(sheets[0]?.cells).toEqual({ A1: { formula: '=SEQUENCE(2)', value: 1 }, A2: { value: 2, spilled: true } });
    expect(workbench('', { workbook: book(sheets[0]?.cells ?? {}) }).snapshot().sheets[0]?.cells).toEqual(sheets[0]?.cells);
  });

  it('holds tabs with any title', () => {
    const workbook = {
      ...book({}),
      sheets: [
        tab('Q1/Q2 [x]?', { A1: { value: 4 } }, { id: 3 }),
        tab('B', { A1: { formula: "='Q1/Q2 [x]?'!A1*2" } }, { id: 4 }),
      ],
    };
    expect(workbench('', { workbook }).snapshot().sheets[1]?.cells.A1?.value).toBe(8);
  });
});
