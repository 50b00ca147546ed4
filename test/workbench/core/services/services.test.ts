/** Services beside the spreadsheet: properties, locks, caches and the others, as scripts meet them. */
import { book, script, workbench } from '../../../support/workbench/core/workbench';

const run = (body: string, setting: Parameters<typeof workbench>[1] = {}) => workbench(script(body), setting).run('test');

describe('properties', () => {
  it('properties hold texts, per install and not per file', () => {
    const host = workbench(
      script(
        `var p = PropertiesService.getDocumentProperties(); if (a) p.setProperty('k', a); return [p.getProperty('k'), p.getKeys()];`,
      ),
    );
    expect(host.run('test', 5)).toEqual(['5', ['k']]);
    expect(host.share({ script: 'script-2' }).run('test')).toEqual([null, []]);
    expect(host.share({ user: { email: 'b@example.com', role: 'editor' } }).run('test')).toEqual(['5', ['k']]);
  });

  it("properties of a user are that user's", () => {
    const host = workbench(
      script(`var p = PropertiesService.getUserProperties(); if (a) p.setProperty('k', a); return p.getProperty('k');`),
    );
    host.run('test', 'mine');
    expect(host.share({ user: { email: 'b@example.com', role: 'editor' } }).run('test')).toBeNull();
  });

  it('a property value ends at 9 KB', () => {
    expect(
      run(
        `var p = PropertiesService.getScriptProperties(); p.setProperty('k', new Array(9217).join('x')); return p.getProperty('k').length;`,
      ),
    ).toBe(9216);
    expect(() => run(`PropertiesService.getScriptProperties().setProperty('k', new Array(9218).join('x'));`)).toThrow(
      'Argument too large: value',
    );
  });

  it('of the document can be missing, by the switch', () => {
    expect(
      run(`return PropertiesService.getDocumentProperties();`, { switches: { documentPropertiesAreNull: true } }),
    ).toBeNull();
  });
});

describe('the cache', () => {
  it('forgets when its time is over', () => {
    expect(
      run(
        `var c = CacheService.getScriptCache(); c.put('k', 'v', 10); var soon = c.get('k'); Utilities.sleep(11000); return [soon, c.get('k')];`,
      ),
    ).toEqual(['v', null]);
  });

  it('takes 100 KB a value and a thousand items', () => {
    expect(() => run(`CacheService.getScriptCache().put('k', new Array(102402).join('x'));`)).toThrow(
      'Argument too large: value',
    );
    expect(
      run(
        `var c = CacheService.getScriptCache(); for (var i = 0; i <= 1000; i++) c.put('k' + i, 'v'); return [c.get('k0'), c.get('k1000')];`,
      ),
    ).toEqual([null, 'v']);
  });
});

describe('developer metadata', () => {
  it('developer metadata is found by key and place, and changed and removed', () => {
    const body = `sheet.addDeveloperMetadata('kind', 'scores'); book.addDeveloperMetadata('plan', '1'); var found = sheet.createDeveloperMetadataFinder().withKey('kind').find();
      found[0].setValue('summary'); var seen = [found.length, sheet.getDeveloperMetadata()[0].getValue(), book.getDeveloperMetadata().length, found[0].getLocation().getSheet().getSheetId()]; found[0].remove(); return seen.concat(sheet.getDeveloperMetadata().length);`;
    expect(run(body)).toEqual([1, 'summary', 1, 7, 0]);
  });

  it('of DOCUMENT visibility is seen by every install, of PROJECT by its own', () => {
    const host = workbench(
      script(
        `if (a) { sheet.addDeveloperMetadata('d', '', SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT); sheet.addDeveloperMetadata('p', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT); } return sheet.getDeveloperMetadata().map(function (m) { return m.getKey(); });`,
      ),
    );
    expect(host.run('test', true)).toEqual(['d', 'p']);
    expect(host.share({ script: 'script-2' }).run('test')).toEqual(['d']);
  });

  it('moves with its column and goes with it', () => {
    const body = `sheet.getRange('B:B').addDeveloperMetadata('key', 'v'); sheet.insertColumnsBefore(1, 2); var at = book.createDeveloperMetadataFinder().find()[0].getLocation().getColumn().getColumn();
      sheet.deleteColumn(4); return [at, book.createDeveloperMetadataFinder().find().length];`;
    expect(run(body)).toEqual([4, 0]);
  });
});

describe('protections', () => {
  const rep = { email: 'rep@example.com', role: 'editor' as const };
  const write = script(`sheet.getRange('A1').setValue(1); SpreadsheetApp.flush(); return 'written';`);

  it('stop editors, not the owner and not those named', () => {
    const host = workbench(write);
    host.person.protect('Accounts', 'A1:B2', ['named@example.com']);
    expect(() => host.share({ user: rep }).run('test')).toThrow(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
    expect(host.share({ user: { ...rep, email: 'named@example.com' } }).run('test')).toBe('written');
    expect(host.run('test')).toBe('written');
  });

  it('made by a script protect nothing until editors are removed', () => {
    const host = workbench(
      script(
        `var p = sheet.getRange('A1').protect().setDescription('ours'); if (a) p.removeEditors(['rep@example.com']); return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getDescription();`,
      ) + write.replace('test', 'write'),
    );
    expect(host.run('test')).toBe('ours');
    expect(host.share({ user: rep }).run('write')).toBe('written');
    host.run('test', true);
    expect(() => host.share({ user: rep }).run('write')).toThrow('protected cell');
  });

  it('can be asked about before anything is written', () => {
    const host = workbench(script(`return [sheet.getRange('A1').canEdit(), sheet.getRange('C9').canEdit()];`), { user: rep });
    host.person.protect('Accounts', 'A1');
    expect(host.run('test')).toEqual([false, true]);
  });

  it('of a tab leave open only what lies whole in the ranges taken out of it', () => {
    const host = workbench(
      script(`
        if (!a) { sheet.protect().setUnprotectedRanges([sheet.getRange('B1:C9')]).removeEditors(['rep@example.com']); return ''; }
        return ['B2:C3', 'C1:C9', 'A1:B2', 'C9:D9', 'E1'].map(function (place) { return sheet.getRange(place).canEdit(); }).join();`),
    );
    host.run('test', false);
    expect(host.share({ user: rep }).run('test', true)).toBe('true,true,false,false,false');
  });

  it('of view-only people cover everything', () => {
    const viewer = { email: 'v@example.com', role: 'viewer' as const };
    expect(() => workbench(write, { user: viewer }).run('test')).toThrow('permission to edit');
    expect(() => workbench(script(`book.insertSheet('x');`), { user: viewer }).run('test')).toThrow('permission to edit');
    expect(workbench(script(`return sheet.getRange('A1').getValue();`), { user: viewer }).run('test')).toBe('');
  });
});

describe('scopes', () => {
  it.each([
    ['UrlFetchApp.fetch("https://a.b")', 'script.external_request'],
    ['DriveApp.getFiles()', 'drive'],
    ['SpreadsheetApp.openById("x")', 'spreadsheets'],
    ['Session.getActiveUser().getEmail()', 'userinfo.email'],
    ['ScriptApp.newTrigger("x")', 'script.scriptapp'],
    ['MailApp.sendEmail("a")', 'script.send_mail'],
  ])('%s needs one that the manifest does not ask for', (call, scope) => {
    expect(() => run(`${call};`)).toThrow(`Required permissions: https://www.googleapis.com/auth/${scope}`);
  });

  it('that the manifest lacks take the sidebar and the document away', () => {
    const sidebar = `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'));`;
    expect(() => workbench(`function test() { ${sidebar} }`, { scopes: [] }).run('test')).toThrow(
      'Required permissions: https://www.googleapis.com/auth/script.container.ui',
    );
    expect(() => run('', { scopes: [] })).toThrow('Specified permissions are not sufficient to call SpreadsheetApp.getActive.');
  });
});

describe('the menu', () => {
  const code = `function onOpen(e) { if (e.authMode !== ScriptApp.AuthMode.NONE) SpreadsheetApp.getActive().getName(); SpreadsheetApp.getUi().createAddonMenu().addItem('Open ' + e.authMode, 'open').addSeparator().addItem('Help', 'help').addToUi(); }
    function bad() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); }`;

  it("is what the add-on's own onOpen makes", () => {
    expect(workbench(code).menu()).toEqual({
      title: '',
      items: [{ caption: 'Open LIMITED', functionName: 'open' }, { caption: '' }, { caption: 'Help', functionName: 'help' }],
    });
  });

  it('comes up before the add-on is enabled, as long as onOpen touches nothing', () => {
    expect(workbench(code).menu('NONE').items[0]?.caption).toBe('Open NONE');
    expect(() => workbench(code.replace('!== ScriptApp.AuthMode.NONE', '')).menu('NONE')).toThrow(
      'You do not have permission to call SpreadsheetApp.getActive',
    );
    expect(() => workbench(code.replace('.addToUi();', '.addToUi(); bad();')).menu()).toThrow(
      'You do not have permission to call Ui.showSidebar',
    );
  });
});

it('does not come up when code at the top level touches a service', () => {
  const code = `var id = SpreadsheetApp.getActive().getId(); function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Open', 'open').addToUi(); }`;
  expect(workbench(code).menu().items).toHaveLength(1);
  expect(() => workbench(code).menu('NONE')).toThrow('You do not have permission to call SpreadsheetApp.getActive');
});

describe('the sidebar', () => {
  const code = `function open() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Planner')); } function other() { HtmlService.createHtmlOutputFromFile('Other'); }`;

  it("is the bundle's own file", () => {
    const host = workbench(code, { sidebar: '<p>Hi</p>' });
    host.run('open');
    expect(host.sidebar()).toEqual({ kind: 'sidebar', content: '<p>Hi</p>', title: 'Planner' });
    expect(() => host.run('other')).toThrow('No HTML file named Other was found.');
  });

  it('is called back under the rules of google.script.run', () => {
    const host = workbench(
      `function echo(x) { return x; } function hidden_() {} function when() { return [{ d: new Date() }]; } function gaps() { return [undefined, 1]; }`,
    );
    expect(host.callFromPage('echo', [{ a: [1, undefined] }])).toEqual({ a: [1, null] });
    expect(host.callFromPage('when', [])).toBeNull();
    expect(host.callFromPage('gaps', [])).toEqual([null, 1]);
    expect(() => host.callFromPage('hidden_', [])).toThrow('google.script.run.hidden_ is not a function');
    expect(() => host.callFromPage('echo', [{ when: new Date() }])).toThrow('Failed due to illegal value in property: when');
    expect(() => host.callFromPage('echo', [() => 1])).toThrow('illegal value');
  });

  it('goes with toasts and alerts, which are kept', () => {
    const host = workbench(
      script(
        `book.toast('done', 'Planner', 3); var ui = SpreadsheetApp.getUi(); return ui.alert('Sure?', ui.ButtonSet.YES_NO) === ui.Button.YES;`,
      ),
    );
    expect(host.run('test')).toBe(true);
    expect([host.toasts(), host.ui.alerts]).toEqual([
      [{ message: 'done', title: 'Planner', seconds: 3 }],
      [{ title: '', prompt: 'Sure?', buttons: 'YES_NO' }],
    ]);
  });
});

describe('utilities', () => {
  it('format dates as Java does', () => {
    expect(
      run(
        `return Utilities.formatDate(new Date(Date.UTC(2026, 0, 5, 15, 4, 9)), 'America/New_York', "EEE, d MMM yyyy h:mm a 'o''clock' Z XXX yy");`,
      ),
    ).toBe('Mon, 5 Jan 2026 10:04 AM oclock -0500 -05:00 26');
  });

  it('digest and encode bytes', () => {
    const hex = run(
      `return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc').map(function (b) { return ('0' + (b & 255).toString(16)).slice(-2); }).join('');`,
    );
    expect(hex).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(run(`return Utilities.newBlob(Utilities.base64Decode(Utilities.base64Encode('Zürich'))).getDataAsString();`)).toBe(
      'Zürich',
    );
  });

  it('make identifiers that differ', () => {
    expect(
      run(
        `var a = Utilities.getUuid(), b = Utilities.getUuid(); return [a.slice(0, 8) === b.slice(0, 8), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(a)];`,
      ),
    ).toEqual([false, true]);
  });
});

it('opens the charts of a file, finds them by title and gives them back', () => {
  const charts = [{ title: 'Path', labels: 'A1:A2', values: 'B1:B2', row: 4, column: 4 }];
  const host = workbench(script(`return sheet.getCharts().map(function (chart) { return chart.getOptions().get('title'); });`), {
    workbook: book({}, {}, { charts }),
  });
  expect(host.run('test')).toEqual(['Path']);
  expect(host.model.dispatch('REQUEST_UNDO').isSuccessful).toBe(false);
  expect(host.snapshot().sheets[0]?.charts).toEqual(charts);
});

it('keeps charts as data', () => {
  const host = workbench(
    script(
      `sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.BAR).addRange(sheet.getRange('A1:B5')).setPosition(2, 4, 0, 0).setOption('title', 'Funnel').build()); return sheet.getCharts().length;`,
    ),
    { workbook: book({}) },
  );
  expect(host.run('test')).toBe(1);
  expect(host.document.charts[0]?.spec).toMatchObject({ type: 'BAR', ranges: ['Accounts!A1:B5'], options: { title: 'Funnel' } });
});
