import { book, tab, workbench } from '../../../support/workbench/core/workbench';

/** Shows what a custom function got. */
const SHOW = `/** Tells its arguments.\n * @param {any} first The first.\n * @param {any} second The second.\n * @param {any} third The third.\n * @customfunction\n */
function SHOW(first, second, third) { return JSON.stringify([].slice.call(arguments).map(function (a) { return a === undefined ? 'undefined' : a instanceof Date ? 'date ' + a.toISOString() : a; })); }`;
const shown = (formula: string, setting: Parameters<typeof workbench>[1] = {}) =>
  JSON.parse(String((workbench(SHOW, setting).evaluate(formula) as { value: unknown }).value)) as unknown;

const function_ = (name: string, body: string) => `/** F. @customfunction */ function ${name}(a, b) { ${body} }`;

describe('a custom function gets', () => {
  const workbook = book({
    A1: { value: 1 },
    B1: { value: 'x' },
    A2: { value: true },
    C1: { value: 46024, format: 'yyyy-mm-dd' },
    D1: { formula: '=1/0' },
  });

  it('a single cell as a scalar and a range as rows', () => {
    expect(shown('=SHOW(A1, A1:B2, A1:A1)', { workbook })).toEqual([
      1,
      [
        [1, 'x'],
        [true, ''],
      ],
      1,
    ]);
  });

  it('blank cells as empty texts', () => {
    expect(shown('=SHOW(Z9)', { workbook })).toEqual(['']);
  });

  it("dates as dates in the spreadsheet's zone", () => {
    expect(shown('=SHOW(C1)', { workbook: { ...workbook, timeZone: 'Asia/Kolkata' } })).toEqual([
      'date 2026-01-01T18:30:00.000Z',
    ]);
  });

  it('what is left out in the middle as the switch says', () => {
    expect(shown('=SHOW(1,,2)')).toEqual([1, '', 2]);
    expect(shown('=SHOW(1,,2)', { switches: { omittedArgumentIsBlank: false } })).toEqual([1, 'undefined', 2]);
  });

  it('errors as texts, or is not called, as the switch says', () => {
    expect(shown('=SHOW(A1:D1, D1)', { workbook })).toEqual([[[1, 'x', '2026-01-02T00:00:00.000Z', '#DIV/0!']], '#DIV/0!']);
    expect(workbench(SHOW, { workbook, switches: { errorArgumentShortCircuits: true } }).evaluate('=SHOW(D1)')).toMatchObject({
      kind: 'error',
      error: '#DIV/0!',
    });
  });
});

it('a custom function is not called where a reference names no tab', () => {
  const host = workbench(SHOW, { workbook: book({}) });
  expect(host.evaluate('=SHOW(Nope!A1:B3, 1)')).toMatchObject({
    kind: 'error',
    error: '#REF!',
    message: 'Invalid sheet name: Nope',
  });
  expect(host.evaluate('=SHOW("Invalid sheet name: x")')).toMatchObject({ kind: 'value' });
});

describe('a custom function gives', () => {
  it('a spill of the size of its result', () => {
    const host = workbench(function_('SERIES', 'var r = []; for (var i = 1; i <= a; i++) r.push([i, "r" + i]); return r;'), {
      workbook: book({ A1: { value: 2 }, C1: { formula: '=SERIES(A1)' } }),
    });
    expect(host.person.values('Accounts', 'C1:D3')).toEqual([
      [1, 'r1'],
      [2, 'r2'],
      ['', ''],
    ]);
    host.person.type('Accounts', 'A1', '3');
    expect(host.person.values('Accounts', 'C1:D3')).toEqual([
      [1, 'r1'],
      [2, 'r2'],
      [3, 'r3'],
    ]);
  });

  it('#REF! where the spill would overwrite data', () => {
    const host = workbench(function_('TWO', 'return [[1], [2]];'), {
      workbook: book({ A1: { formula: '=TWO()' }, A2: { value: 'kept' } }),
    });
    const cells = host.snapshot().sheets[0]?.cells;
    expect(cells?.A1).toEqual({
      formula: '=TWO()',
      value: '#REF!',
      message: expect.stringContaining('Array result was not expanded because it would overwrite data') as string,
    });
    expect(cells?.A2).toEqual({ value: 'kept' });
  });

  it('#ERROR! with its sentence when it throws, which IFERROR catches', () => {
    const host = workbench(function_('BAD', 'throw new Error("Weight is -5.");'));
    expect(host.evaluate('=BAD()')).toEqual({ kind: 'error', error: '#ERROR!', message: 'Weight is -5.' });
    expect(host.evaluate('=IFERROR(BAD(),"caught")')).toEqual({ kind: 'value', value: 'caught' });
  });

  it('dates as dates and nothing as empty text', () => {
    expect(workbench(function_('WHEN', 'return new Date(Date.UTC(2026, 0, 2));')).evaluate('=WHEN()')).toEqual({
      kind: 'value',
      value: '2026-01-02',
    });
    expect(workbench(function_('NONE', 'return null;')).evaluate('=NONE()')).toEqual({ kind: 'value', value: '' });
  });

  it('rows to the evaluation of a formula that stands nowhere, and leaves no trace', () => {
    const host = workbench(function_('TABLE', 'return [["a", "b"], [1, 2]];'), { workbook: book({ A1: { value: 'x' } }) });
    const before = host.snapshot();
    expect(host.evaluate('=TABLE()')).toEqual({
      kind: 'rows',
      rows: [
        ['a', 'b'],
        [1, 2],
      ],
    });
    expect(host.snapshot()).toEqual(before);
  });

  it('an error for results and texts that are too large', () => {
    expect(workbench(function_('BIG', 'return new Array(700).fill(new Array(701).fill(1));')).evaluate('=BIG()')).toMatchObject({
      kind: 'error',
      message: 'Result too large',
    });
    expect(workbench(function_('LONG', 'return new Array(50002).join("x");')).evaluate('=LONG()')).toMatchObject({
      kind: 'error',
    });
  });
});

describe('a custom function', () => {
  it('is known in any case, and only with @customfunction', () => {
    const host = workbench(`${function_('twice', 'return a * 2;')} function hidden() { return 1; }`);
    expect(host.evaluate('=Twice(4)')).toEqual({ kind: 'value', value: 8 });
    expect(host.evaluate('=hidden()')).toMatchObject({ kind: 'error', error: '#NAME?' });
  });

  it('may read the document but not change it, and has no user interface', () => {
    const host = workbench(
      [
        function_('READS', 'return SpreadsheetApp.getActive().getSheets().length;'),
        function_('WRITES', 'SpreadsheetApp.getActive().getSheets()[0].getRange("A1").setValue(1);'),
        function_('SHOWS', 'SpreadsheetApp.getUi();'),
      ].join('\n'),
    );
    expect(host.evaluate('=READS()')).toEqual({ kind: 'value', value: 1 });
    expect(host.evaluate('=WRITES()')).toMatchObject({
      error: '#ERROR!',
      message: 'You do not have permission to call setValue',
    });
    expect(host.evaluate('=SHOWS()')).toMatchObject({ message: 'Cannot call SpreadsheetApp.getUi() from this context.' });
  });

  it('knows its own cell as the active range', () => {
    const code = function_(
      'WHERE',
      'var r = SpreadsheetApp.getActiveRange(); return r.getSheet().getSheetId() + " " + r.getA1Notation() + " " + a;',
    );
    const host = workbench(code);
    host.person.type('Accounts', 'C4', '=WHERE(1)');
    host.person.type('Accounts', 'D5', '=WHERE(2)');
    expect(host.person.values('Accounts', 'C4:D5')).toEqual([
      ['7 C4 1', ''],
      ['', '7 D5 2'],
    ]);
  });

  it('is killed after thirty virtual seconds', () => {
    const host = workbench(function_('SLOW', 'try { Utilities.sleep(31000); } catch (e) { return "caught"; } return 1;'));
    expect(host.evaluate('=SLOW()')).toMatchObject({ error: '#ERROR!', message: 'Exceeded maximum execution time' });
  });

  it('starts in a fresh realm, until a recalculation has very many', () => {
    const code = `var calls = 0; ${function_('NEXT_NUMBER', 'return ++calls;')}`;
    const cells = Object.fromEntries(
      Array.from({ length: 5 }, (_, index) => [`A${index + 1}`, { formula: `=NEXT_NUMBER(${index})` }]),
    );
    expect(workbench(code, { workbook: book(cells) }).person.values('Accounts', 'A1:A5')).toEqual([[1], [1], [1], [1], [1]]);
    const shared = workbench(code, { workbook: book(cells), switches: { formulaRealms: 3 } }).person.values('Accounts', 'A1:A5');
    expect(shared.map(([value]) => value)).toEqual([1, 1, 1, 2, 3]);
  });

  it('refers to other tabs by their titles', () => {
    const workbook = {
      ...book({}),
      sheets: [
        tab('One', { A1: { formula: "=SUM('Two words'!A1:A2)" } }),
        tab('Two words', { A1: { value: 2 }, A2: { value: 3 } }, { id: 2 }),
      ],
    };
    expect(workbench('', { workbook }).person.values('One', 'A1')).toEqual([[5]]);
  });
});

describe("the engine's gaps", () => {
  it.each([
    ['=REGEXMATCH("Acme 24","[0-9]+")', true],
    ['=SUM(ARRAYFORMULA(SEQUENCE(3)*2))', 12],
    ['=TODAY()', '2026-11-21'],
    ['=YEAR(NOW())', 2026],
  ])('%s is filled', (formula, value) => {
    expect(workbench('').evaluate(formula)).toEqual({ kind: 'value', value });
  });

  it('stay named when they are not filled', () => {
    expect(workbench('').evaluate('=QUERY(A1:B2,"select A")')).toMatchObject({ error: '#NAME?' });
  });
});
