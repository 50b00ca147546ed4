/**
 * Builds the add-on into `dist/` (exactly what Google gets) and the workbench into `build/` (never shipped).
 * Fails when a size budget, the scopes, or the page's safety against HtmlService's comment stripping does not hold.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { minify } from '@swc/core';
import { build } from 'esbuild';

/** Of the server's code, what a formula can run: Sheets starts the script again for every cell. A build above it fails. */
const FORMULAS_BUDGET = 260_000;
/** Above these a build warns: they cost a moment when the menu or the page opens, and no cell. */
const SERVER_ALARM = 520_000;
const SIDEBAR_ALARM = 190_000;
const SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.container.ui',
];
/** Apps Script's parser takes `?.` and `??`, which scripts written in its own editor use; private fields, static fields and `??=` must be lowered. */
const TARGET = 'es2020';
/** Functions that the menu and google.script.run call; formulas come from the catalog. */
const ENTRY_POINTS = ['onOpen', 'onInstall', 'openPlanner', 'planEverything', 'closeMonth', 'serve'];

await mkdir('build', { recursive: true });
const { FORMULAS } = await catalog();
const [server, formulas, page, manifest] = await Promise.all([
  serverCode(),
  formulasCode(),
  sidebarPage(),
  readFile('appsscript.json', 'utf8'),
]);
assertBudget('What formulas reach of dist/Code.js', formulas, FORMULAS_BUDGET);
warnAbove('dist/Code.js', server, SERVER_ALARM);
warnAbove('dist/Sidebar.html', page, SIDEBAR_ALARM);
assertManifest(JSON.parse(manifest));
assertSurvivesStripping(page);
// Only what passed replaces what was there.
await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
await Promise.all([
  writeFile('dist/Code.js', server),
  writeFile('dist/Sidebar.html', page),
  writeFile('dist/appsscript.json', manifest),
  buildWorkbench(),
]);
const files = (await readdir('dist')).sort().join(' ');
if (files !== 'Code.js Sidebar.html appsscript.json')
  fail(`dist/ holds ${files}; it must hold Code.js, Sidebar.html and appsscript.json.`);
const hash = createHash('sha256').update(server).update(page).update(manifest).digest('hex').slice(0, 12);
console.error(
  [
    `dist/ ${hash}: Code.js ${Buffer.byteLength(server)} B of ${SERVER_ALARM}`,
    `of it for formulas ${Buffer.byteLength(formulas)} B of ${FORMULAS_BUDGET}`,
    `Sidebar.html ${Buffer.byteLength(page)} B of ${SIDEBAR_ALARM}`,
  ].join(', '),
);

/** The bundle in an IIFE, and above it the top-level functions that Sheets and the menu look for. */
async function serverCode() {
  const stubs = [
    ...ENTRY_POINTS.map((name) => `function ${name}(argument) { return SegmentPlanner_.${name}(argument); }`),
    ...FORMULAS.map(formulaStub),
  ];
  return `${stubs.join('\n')}\n${await serverBundle('src/google/entry.ts')}`;
}

/** The script as it would be without menu and sidebar; built for its size alone. */
async function formulasCode() {
  return `${FORMULAS.map(formulaStub).join('\n')}\n${await serverBundle('src/functions/runFormula.ts')}`;
}

async function serverBundle(entryPoint) {
  return tightened(await bundleText({ entryPoints: [entryPoint], format: 'iife', globalName: 'SegmentPlanner_' }));
}

/** What esbuild leaves lying: a second minifier folds statements and inlines functions used once, some 3 % of a bundle. */
async function tightened(code, ecma = 2020) {
  const { code: text } = await minify(code, {
    compress: { ecma, passes: 4, unsafe_arrows: true },
    mangle: true,
    ecma,
    format: { asciiOnly: false },
  });
  return text;
}

/** esbuild drops JSDoc and Sheets needs it for autocomplete, `@customfunction` last. */
function formulaStub({ name, summary, parameters }) {
  const lines = parameters.map((p) => ` * @param {${p.example}} ${p.name} ${p.isOptional ? 'Optional. ' : ''}${p.text}`);
  const names = parameters.map((p) => p.name).join(', ');
  const declared = parameters.map((p) => `${p.name}${p.isOptional ? '?' : ''}`).join(' ');
  const doc = ['/**', ` * ${summary}`, ' *', ...lines, ' * @customfunction', ' */'].join('\n');
  return `${doc}\nfunction ${name}(${names}) { return SegmentPlanner_.formula('${name}', '${declared}', [...arguments]); }`;
}

async function catalog() {
  const text = await bundleText({ entryPoints: ['src/functions/catalog.ts'], format: 'esm', minify: false });
  await writeFile('build/catalog.mjs', text);
  return import(new URL('build/catalog.mjs', import.meta.url));
}

async function sidebarPage() {
  const script = await tightened(
    await bundleText({
      entryPoints: ['sidebar/main.tsx'],
      // The page runs in the user's browser, not in Apps Script.
      target: 'es2022',
      format: 'iife',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      // HtmlService takes `//` inside template literals for comments.
      supported: { 'template-literal': false },
    }),
    // The same here: from 2015 on the minifier writes template literals.
    5,
  );
  const [style, shell] = await Promise.all([
    build({ entryPoints: ['sidebar/style.css'], bundle: true, minify: true, write: false }).then((r) => r.outputFiles[0].text),
    readFile('sidebar/page.html', 'utf8'),
  ]);
  return shell.replace('/*STYLE*/', () => style.trim()).replace('/*SCRIPT*/', () => guardSlashes(script.trim()));
}

/** Writes `//` and `/*` inside string literals as `\x2f/` and `\x2f*`, so that no comment stripper sees them. */
function guardSlashes(script) {
  return script.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, (literal) => literal.replace(/\/(?=[/*])/g, '\\x2f'));
}

function assertSurvivesStripping(page) {
  const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? fail('Sidebar.html has no script.');
  if (script.includes('`')) fail('The page holds a template literal; HtmlService strips what looks like a comment inside.');
  const slashes = /\/[/*]/.exec(script.replace(/\\\//g, ''));
  if (slashes)
    fail(
      `The page holds what HtmlService takes for a comment: ${script.slice(Math.max(0, slashes.index - 40), slashes.index + 40)}`,
    );
  if (/<\?/.test(page)) fail('The page holds a scriptlet mark.');
}

function assertManifest(manifest) {
  if (JSON.stringify(manifest.oauthScopes) !== JSON.stringify(SCOPES))
    fail(`appsscript.json must ask for exactly ${SCOPES.join(' and ')}.`);
  if (manifest.runtimeVersion !== 'V8') fail('appsscript.json must ask for the V8 runtime.');
}

function assertBudget(file, text, budget) {
  const size = Buffer.byteLength(text);
  if (size > budget) fail(`${file} has ${size} bytes, its budget is ${budget}.`);
}

function warnAbove(file, text, alarm) {
  const size = Buffer.byteLength(text);
  if (size > alarm) console.error(`Warning: ${file} has ${size} bytes, more than ${alarm}.`);
}

async function bundleText(options) {
  const result = await build({
    bundle: true,
    write: false,
    minify: true,
    target: TARGET,
    platform: 'browser',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    ...options,
  });
  return result.outputFiles[0].text;
}

/** The workbench: command line for Node, page for the browser. The engine stays a file of its own (LGPL). */
async function buildWorkbench() {
  await build({
    entryPoints: { planner: 'workbench/cli/planner.ts', serve: 'workbench/cli/serve.ts' },
    outdir: 'build',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  await build({
    entryPoints: { page: 'workbench/page/main.ts', frame: 'workbench/page/frame.ts' },
    outdir: 'build',
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    external: ['@odoo/o-spreadsheet', '@odoo/owl'],
    logLevel: 'warning',
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
