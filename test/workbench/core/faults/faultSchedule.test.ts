import type { FaultKind } from '../../../../workbench/core/faults/faultSchedule';
import { ScriptError } from '../../../../workbench/core/realm/scriptError';
import { book, script, workbench } from '../../../support/workbench/core/workbench';

/** Four rectangles, a flush after the second; then a read. */
const WRITES = `sheet.getRange('A1:A4').setValues([[1], [2], [3], [4]]); sheet.getRange('B1').setValue('b'); SpreadsheetApp.flush();
  sheet.getRange('C1:C4').setValues([[1], [2], [3], [4]]); sheet.getRange('D1').setValue('d'); return sheet.getRange('A1').getValue();`;

const after = (body: string, kind: FaultKind, at: number | RegExp, more = {}) => {
  const host = workbench(script(body));
  host.faults.add({ at, kind, ...more });
  let error: unknown;
  try {
    host.run('test');
  } catch (caught) {
    error = caught;
  }
  return { error: error as ScriptError | undefined, cells: host.person.values('Accounts', 'A1:D4'), host };
};
const column = (cells: unknown[][], index: number) => cells.map((row) => row[index]);

describe('writes', () => {
  it('wait until a flush, a read or the end of the run', () => {
    const host = workbench(
      script(
        `sheet.getRange('A1').setValue(1); sheet.getRange('B1').setValue(2); SpreadsheetApp.flush(); sheet.getRange('C1').setValue(3);`,
      ),
    );
    const seen: unknown[] = [];
    const look = () => seen.push(host.person.values('Accounts', 'A1:C1')[0]);
    host.faults.addEdit(6, look);
    host.faults.addEdit(8, look);
    host.run('test');
    look();
    expect(seen).toEqual([
      ['', '', ''],
      [1, 2, ''],
      [1, 2, 3],
    ]);
  });

  it('that are refused say so at the flush, and take those behind them along', () => {
    const body = `var s = []; sheet.getRange('A1').setValue('kept'); sheet.getRange('B1').setValue('no'); sheet.getRange('C1').setValue('lost');
      try { SpreadsheetApp.flush(); } catch (e) { s.push(String(e.message).slice(0, 45)); } s.push(sheet.getRange('A1:C1').getValues()[0]); return s;`;
    const user = { email: 'rep@example.com', role: 'editor' as const };
    const host = workbench(script(body), { user });
    host.person.protect('Accounts', 'B1');
    expect(host.run('test')).toEqual(
      ['You are trying to edit a protected cell or obj', ['kept', '', '']].map((item) =>
        typeof item === 'string' ? item.slice(0, 45) : item,
      ),
    );
    const kind = workbench(script(body), { user, switches: { refusalDropsTheRest: false } });
    kind.person.protect('Accounts', 'B1');
    expect((kind.run('test') as unknown[])[1]).toEqual(['kept', '', 'lost']);
  });

  it('that are refused can surface with the call instead', () => {
    const host = workbench(script(`try { sheet.getRange('B1').setValue('no'); } catch (e) { return 'at once'; }`), {
      user: { email: 'rep@example.com', role: 'editor' },
      switches: { refusalsSurfaceAtOnce: true },
    });
    host.person.protect('Accounts', 'B1');
    expect(host.run('test')).toBe('at once');
  });

  it('of a script that throws still arrive', () => {
    const host = workbench(script(`sheet.getRange('A1').setValue(1); throw new TypeError('mine');`));
    expect(() => host.run('test')).toThrow('mine');
    expect(host.person.values('Accounts', 'A1')).toEqual([[1]]);
  });
});

describe('a fault', () => {
  const calls = (() => {
    const host = workbench(script(WRITES));
    host.run('test');
    return host.calls().calls;
  })();

  it.each(calls.map((name, index) => [index + 1, name] as const))(
    'that throws before call %i, %s, stops there and can be caught',
    (k) => {
      const { error, host } = after(WRITES, 'throwBefore', k);
      expect(error).toBeInstanceOf(ScriptError);
      expect(error?.isKilled).toBe(false);
      expect(host.calls().calls).toHaveLength(k);
      expect(host.faults.count).toBe(1);
      host.faults.clear();
      expect(host.run('test')).toBe(1);
    },
  );

  it('that throws after a write has taken effect', () => {
    const { error, cells } = after(WRITES, 'throwAfter', 4);
    expect(error).toBeInstanceOf(ScriptError);
    expect(column(cells, 0)).toEqual([1, 2, 3, 4]);
  });

  it('that kills loses what waits, keeps what was flushed, and cannot be caught', () => {
    const body = `try { ${WRITES} } catch (e) { sheet.getRange('E1').setValue('caught'); return 'survived'; } finally { sheet.getRange('E2').setValue('finally'); }`;
    const { error, cells, host } = after(body, 'kill', /flush/);
    expect(error?.isKilled).toBe(true);
    expect(error?.message).toBe('Exceeded maximum execution time');
    expect(column(cells, 0)).toEqual(['', '', '', '']);
    expect(host.person.values('Accounts', 'E1:E2')).toEqual([[''], ['']]);
    const later = after(body, 'kill', calls.length);
    expect(column(later.cells, 1)[0]).toBe('b');
    expect(column(later.cells, 2)[0]).toBe('');
  });

  it('that kills after a call leaves what waited applied', () => {
    const { error, cells } = after(WRITES, 'killAfter', /Range.setValue$/);
    expect(error?.isKilled).toBe(true);
    expect([column(cells, 0), cells[0]?.[1]]).toEqual([[1, 2, 3, 4], 'b']);
  });

  it('that loses the tail applies the first half of what waits', () => {
    const { error, cells } = after(WRITES, 'loseTail', /flush/);
    expect(error).toBeInstanceOf(ScriptError);
    expect([column(cells, 0), cells[0]?.[1]]).toEqual([[1, 2, 3, 4], '']);
  });

  it('that tears the last rectangle applies its upper half', () => {
    const { cells } = after(
      `sheet.getRange('A1:A4').setValues([[1], [2], [3], [4]]); SpreadsheetApp.flush();`,
      'partialRectangle',
      /flush/,
      { then: 'kills' },
    );
    expect(column(cells, 0)).toEqual([1, 2, '', '']);
  });

  it('that loses something can go unnoticed by the script', () => {
    const { error, cells } = after(`sheet.getRange('A1').setValue(1); SpreadsheetApp.flush();`, 'loseTail', /flush/, {
      then: 'goesOn',
    });
    expect(error).toBeUndefined();
    expect(cells[0]?.[0]).toBe('');
  });

  it('that has nothing to lose waits until there is something', () => {
    const { cells, host } = after(`sheet.getRange('A1').getValue(); sheet.getRange('A1').setValue(1);`, 'loseTail', 1, {
      then: 'goesOn',
    });
    expect(cells[0]?.[0]).toBe('');
    expect(host.faults.count).toBe(1);
  });

  it('that persists strikes every later call and every later run until cleared', () => {
    const { host } = after(WRITES, 'throwBefore', 2, { persistent: true });
    expect(() => host.run('test')).toThrow('Service Spreadsheets failed');
    host.faults.clear();
    expect(host.run('test')).toBe(1);
  });

  it('strikes once otherwise, so that a retry gets through', () => {
    const host = workbench(
      script(
        `try { sheet.getRange('A1').setValue(1); } catch (e) { sheet.getRange('A1').setValue(2); } return sheet.getRange('A1').getValue();`,
      ),
    );
    host.faults.add({ at: /setValue/, kind: 'throwBefore' });
    expect(host.run('test')).toBe(2);
  });
});

describe('another person', () => {
  it('can edit before any call', () => {
    const host = workbench(
      script(
        `sheet.getRange('A1').setValue('mine'); var before = sheet.getRange('A1:A2').getValues(); return [before, sheet.getRange('A1:A3').getValues()];`,
      ),
    );
    host.faults.addEdit(8, () => {
      host.person.insertRows('Accounts', 1);
    });
    expect(host.run('test')).toEqual([
      [['mine'], ['']],
      [[''], ['mine'], ['']],
    ]);
  });

  it('can delete the tab in the middle', () => {
    const host = workbench(script(`book.insertSheet('S').getRange('A1').setValue(1); SpreadsheetApp.flush();`));
    host.faults.addEdit(/flush/, () => {
      host.person.deleteTab('S');
    });
    expect(() => host.run('test')).toThrow(/Sheet \d+ not found/);
  });

  it('can run the script too, and finds the lock taken', () => {
    const code = script(
      `var lock = LockService.getDocumentLock(); var got = lock.tryLock(5000); sheet.getRange('A1').getValue(); return got;`,
    );
    const host = workbench(code);
    let theirs: unknown;
    host.faults.addEdit(/getValue/, () => {
      theirs = host.share({ user: { email: 'second@example.com', role: 'editor' } }).run('test');
    });
    expect([host.run('test'), theirs]).toEqual([true, false]);
  });
});

describe('time', () => {
  it('ends a run after six virtual minutes, whatever it catches', () => {
    const host = workbench(
      script(`for (;;) { try { Utilities.sleep(60000); sheet.getRange('A1').setValue(1); } catch (e) { return 'caught'; } }`),
    );
    expect(() => host.run('test')).toThrow('Exceeded maximum execution time');
    expect(host.person.values('Accounts', 'A1')).toEqual([['']]);
  });

  it('passes for scripts as calls cost it', () => {
    const host = workbench(script(`var start = Date.now(); Utilities.sleep(1500); return Date.now() - start;`));
    expect(host.run('test')).toBeGreaterThanOrEqual(1500);
    expect(host.calls().virtualMilliseconds).toBeGreaterThan(1500);
  });
});

describe('locks', () => {
  it.each(['return 1;', 'throw new Error("x");', 'Utilities.sleep(400000);'])('go with the run that holds them: %s', (end) => {
    const host = workbench(script(`if (!LockService.getDocumentLock().tryLock(1)) return 'taken'; if (a) return 'got'; ${end}`));
    try {
      host.run('test');
    } catch {
      // However it ended.
    }
    expect(host.run('test', true)).toBe('got');
  });

  it('are missing outside a document, by the switch', () => {
    expect(
      workbench(script(`return LockService.getDocumentLock();`), { switches: { documentLockIsNull: true } }).run('test'),
    ).toBeNull();
  });
});

it('counts calls by name and trips to the server', () => {
  const host = workbench(
    script(`sheet.getRange('A1').setValue(1); sheet.getRange('A2').setValue(2); return sheet.getRange('A1:A2').getValues();`),
    { workbook: book({}) },
  );
  host.run('test');
  const { calls, roundTrips, writtenCells, readCells } = host.calls();
  expect(calls.slice(0, 4)).toEqual(['SpreadsheetApp.getActive', 'Spreadsheet.getSheets', 'Sheet.getRange', 'Range.setValue']);
  expect([roundTrips, writtenCells, readCells]).toEqual([3, 2, 3]);
});
