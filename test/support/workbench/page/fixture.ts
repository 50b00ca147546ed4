/** A tiny add-on for the workbench's own tests, and the workbench built around it in a folder of its own. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const CODE = `
/** Doubles numbers.
 * @param {A1:A9} values Numbers.
 * @customfunction
 */
function DOUBLE(values) { return Array.isArray(values) ? values.map(function (row) { return row.map(function (v) { return typeof v === 'number' ? v * 2 : ''; }); }) : values * 2; }
/** Always fails.
 * @customfunction
 */
function FAILING(value) { throw new Error('FAILING: "value" is wrong'); }
function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Open planner', 'openPlanner').addSeparator().addItem('Fail', 'fail').addToUi(); }
function openPlanner() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Segment Planner')); }
function fail() { throw new Error('Accounts!B1: the column Employees is missing. Add it.'); }
function hidden_() {}
function serve(text) {
  var request = JSON.parse(text);
  var book = typeof SpreadsheetApp === 'undefined' ? null : SpreadsheetApp.getActiveSpreadsheet();
  if (request.kind === 'importPlan' && !request.plan.icp) return JSON.stringify({ ok: false, error: { what: 'The plan has no rule.', fix: 'Add one.', problems: [] } });
  if (request.kind === 'planEverything') return JSON.stringify({ ok: true, value: planned(book, request) });
  if (request.kind === 'planGrid') return JSON.stringify({ ok: true, value: { report: { accounts: { read: request.accounts.length - 1 } }, sentences: [], written: [], scores: [] } });
  return JSON.stringify({ ok: true, value: {} });
}
function planned(book, request) {
  var rows = book.getSheetByName(request.accountsTab || 'Accounts').getDataRange().getValues();
  var sheet = book.getSheetByName('Scores') || book.insertSheet('Scores');
  sheet.getRange(1, 1, rows.length, 2).setValues(rows.map(function (row) { return [row[0], row[1]]; }));
  SpreadsheetApp.flush();
  book.toast('Planned.', 'Segment Planner', 3);
  var scores = rows.slice(1).map(function (row) { return { account_key: row[0], fit: row[1], signal: null, known: 1, low: 0, high: 100, tier: 'Tier 1', segment: '' }; });
  return { report: { accounts: { read: rows.length - 1 } }, sentences: [rows.length - 1 + ' accounts read.'], written: ['Scores'], scores: scores };
}
`;

const SIDEBAR = `<!DOCTYPE html>
<html>
  <head><base target="_top"><style>body { font: 13px Arial, sans-serif; margin: 12px; color: #202124 } button { min-height: 32px }</style></head>
  <body>
    <button id="run">Plan everything</button>
    <p id="out" role="status"></p>
    <script>
      function say(text) { document.getElementById('out').textContent = text; }
      document.getElementById('run').addEventListener('click', function () {
        say('Working');
        google.script.run
          .withSuccessHandler(function (reply, user) { say(user + ': ' + JSON.parse(reply).value.sentences[0]); })
          .withFailureHandler(function (error) { say(error.message); })
          .withUserObject('done')
          .serve(JSON.stringify({ kind: 'planEverything', accountsTab: 'Accounts' }));
      });
    </script>
  </body>
</html>
`;

const MANIFEST = JSON.stringify({
  timeZone: 'Etc/UTC',
  runtimeVersion: 'V8',
  oauthScopes: [
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/script.container.ui',
  ],
});

/** A project folder with the workbench built and this add-on in dist; node_modules and the page's files are the real ones. */
export async function builtProject(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'workbench-'));
  for (const folder of ['dist', 'build', 'examples']) mkdirSync(join(root, folder));
  for (const folder of ['node_modules', 'workbench']) symlinkSync(resolve(folder), join(root, folder));
  writeFileSync(join(root, 'dist/Code.js'), CODE);
  writeFileSync(join(root, 'dist/Sidebar.html'), SIDEBAR);
  writeFileSync(join(root, 'dist/appsscript.json'), MANIFEST);
  writeFileSync(join(root, 'examples/accounts.csv'), 'Account name,Employees\nAcme,100\nBeta,250\n');
  writeFileSync(join(root, 'examples/contacts.csv'), 'Email\nx@acme.com\n');
  writeFileSync(join(root, 'examples/plan.json'), '{"format":1,"icp":[]}');
  const shared = { bundle: true, outdir: join(root, 'build'), logLevel: 'warning' } as const;
  const node = {
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
  } as const;
  const entry = (name: string): string => resolve('workbench', name);
  const commands = { planner: entry('cli/planner.ts'), command: entry('cli/runCommand.ts'), serve: entry('cli/serve.ts') };
  await build({ ...shared, ...node, entryPoints: commands });
  const page = { platform: 'browser', format: 'iife', target: 'es2022' } as const;
  await build({ ...shared, ...page, entryPoints: { page: entry('page/main.ts'), frame: entry('page/frame.ts') } });
  return root;
}
