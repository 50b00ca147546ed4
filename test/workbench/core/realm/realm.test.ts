import { ABSENT_GLOBALS } from '../../../../workbench/core/realm/prelude';
import { book, script, workbench } from '../../../support/workbench/core/workbench';

const run = (body: string, setting: Parameters<typeof workbench>[1] = {}) =>
  workbench(`function test() { ${body} }`, setting).run('test');

describe('a script realm', () => {
  it('lacks what Apps Script lacks', () => {
    const list = JSON.stringify([...ABSENT_GLOBALS, 'SharedArrayBuffer']);
    expect(
      run(
        `return ${list}.filter(function (name) { return typeof globalThis[name] !== 'undefined' || eval('typeof ' + name) !== 'undefined'; });`,
      ),
    ).toEqual([]);
  });

  it('has a console of six methods', () => {
    expect(
      run(
        `console.log('a'); console.info('b'); console.warn('c'); console.error('d'); console.time('e'); console.timeEnd('e'); return 1;`,
      ),
    ).toBe(1);
    expect(() => run(`console.table([]);`)).toThrow('console.table is not imitated');
  });

  it('hands its lines to the host', () => {
    const lines: string[] = [];
    run(`console.log('a', { b: 1 }); Logger.log('c');`, { log: (line) => lines.push(line) });
    expect(lines).toEqual(['a {"b":1}', 'c']);
  });

  it('is fresh for every call', () => {
    const host = workbench(`var count = 0; function next() { return ++count; }`);
    expect([host.run('next'), host.run('next')]).toEqual([1, 1]);
  });

  it('finds functions however they are declared at top level, and only there', () => {
    const host = workbench(
      `var App = (function () { function hidden() { return 1; } return { f: hidden }; })(); function a() { return App.f(); } var b = function () { return 2; }; const c = () => 3;`,
    );
    expect([host.run('a'), host.run('b'), host.run('c')]).toEqual([1, 2, 3]);
    expect(() => host.run('hidden')).toThrow('Script function not found: hidden');
  });

  it('has Intl or not, as the switch says', () => {
    expect([run(`return typeof Intl;`), run(`return typeof Intl;`, { switches: { intlPresent: false } })]).toEqual([
      'object',
      'undefined',
    ]);
  });

  it('takes and gives plain values of every kind', () => {
    const host = workbench(
      `function echo(value) { return [value, Array.isArray(value.list), value.list instanceof Array, value.when instanceof Date]; }`,
    );
    const value = { list: [1, [2]], when: new Date(5), __proto__x: 'y', deep: { n: null } };
    expect(host.run('echo', value)).toEqual([value, true, true, true]);
  });

  it('passes on what the script throws, with its name', () => {
    expect(() => run(`throw new RangeError('mine');`)).toThrow(
      expect.objectContaining({ message: 'mine', kind: 'RangeError', isKilled: false }) as Error,
    );
  });
});

describe('dates in a script realm', () => {
  const body = `var d = new Date(2026, 6, 1, 9, 30); return [d.toISOString(), d.getHours(), d.getTimezoneOffset(), d instanceof Date, Object.prototype.toString.call(d), String(d), new Date('2026-07-01T09:30').getTime() === d.getTime(), new Date('2026-07-01').toISOString(), d.constructor === Date];`;

  it("show the script's zone, not the machine's", () => {
    expect(run(body, { scriptZone: 'Asia/Kolkata' })).toEqual([
      '2026-07-01T04:00:00.000Z',
      9,
      -330,
      true,
      '[object Date]',
      'Wed Jul 01 2026 09:30:00 GMT+0530 (Asia/Kolkata)',
      true,
      '2026-07-01T00:00:00.000Z',
      true,
    ]);
    expect((run(body, { scriptZone: 'America/Los_Angeles' }) as unknown[]).slice(0, 3)).toEqual([
      '2026-07-01T16:30:00.000Z',
      9,
      420,
    ]);
  });

  it('are set in that zone, across the change of the clocks', () => {
    expect(
      run(`var d = new Date(2026, 2, 8, 1, 30); d.setHours(3); return d.toISOString();`, { scriptZone: 'America/Los_Angeles' }),
    ).toBe('2026-03-08T10:30:00.000Z');
  });

  it("begin with the workbench's clock", () => {
    expect(run(`return [new Date().toISOString().slice(0, 16), typeof Date(), new Date(NaN).toString()];`)).toEqual([
      '2026-11-21T12:00',
      'string',
      'Invalid Date',
    ]);
  });

  it('format in that zone by default', () => {
    expect(
      run(`return [new Date(0).toLocaleDateString('en-US'), new Intl.DateTimeFormat('en-US').format(new Date(0))];`, {
        scriptZone: 'America/Los_Angeles',
      }),
    ).toEqual(['12/31/1969', '12/31/1969']);
  });

  it('differ between script and spreadsheet, as at Google', () => {
    const workbook = book({ A1: { value: 46024, format: 'm/d/yyyy' } }, { timeZone: 'America/Los_Angeles' });
    const test = script(
      `var d = sheet.getRange('A1').getValue(); return [d.getDate(), Utilities.formatDate(d, book.getSpreadsheetTimeZone(), "yyyy-MM-dd'T'HH:mm"), Session.getScriptTimeZone()];`,
    );
    expect(workbench(test, { workbook, scriptZone: 'Pacific/Kiritimati' }).run('test')).toEqual([
      2,
      '2026-01-02T00:00',
      'Pacific/Kiritimati',
    ]);
    expect(workbench(test, { workbook, scriptZone: 'Pacific/Honolulu' }).run('test')).toEqual([
      1,
      '2026-01-02T00:00',
      'Pacific/Honolulu',
    ]);
  });
});
