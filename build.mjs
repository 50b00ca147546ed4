/**
 * Builds the add-on into `dist/` (exactly what Google gets) and the workbench into `build/` (never shipped).
 * Fails when the budget of formulas, the scopes, the licenses, or the page's safety against HtmlService's comment stripping does not hold.
 *
 * `--sizes` prints what the files are made of; `--notice` writes the list of packages in NOTICE; `--check` stops before anything is written to `dist/`.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { minify } from '@swc/core';
import { build } from 'esbuild';
import { bundledPackages, currentNotice, licenseTexts, partOf } from './notices.mjs';
import { suffixFile } from './suffixes.mjs';

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
await refreshSuffixes();
const { FORMULAS } = await catalog();
const [serverParts, formulas, pageParts, manifest] = await Promise.all([
  serverCode(),
  formulasCode(),
  sidebarPage(),
  readFile('appsscript.json', 'utf8'),
]);
const packages = new Map([
  ['Code.js', orFail(() => bundledPackages(serverParts.inputs))],
  ['Sidebar.html', orFail(() => bundledPackages(pageParts.inputs))],
]);
const server = `/*!\n${orFail(() => licenseTexts(packages.get('Code.js')))}\n*/\n${serverParts.text}`;
const page = pageParts.text.replace(
  /^<!doctype html>\n/i,
  (doctype) => `${doctype}<!--\n${orFail(() => licenseTexts(packages.get('Sidebar.html')))}\n-->\n`,
);
await assertNotice();
assertBudget('What formulas reach of dist/Code.js', formulas, FORMULAS_BUDGET);
reportTotal('dist/Code.js', server, SERVER_ALARM, serverParts.inputs);
reportTotal('dist/Sidebar.html', page, SIDEBAR_ALARM, pageParts.inputs);
assertManifest(JSON.parse(manifest));
assertSurvivesStripping(page);
if (process.argv.includes('--check')) process.exit(0);
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
  const { text, inputs } = await serverBundle('src/google/entry.ts');
  return { text: `${stubs.join('\n')}\n${text}`, inputs };
}

/** The script as it would be without menu, sidebar and license texts; built for its size alone. */
async function formulasCode() {
  return `${FORMULAS.map(formulaStub).join('\n')}\n${(await serverBundle('src/functions/runFormula.ts')).text}`;
}

async function serverBundle(entryPoint) {
  const { text, inputs } = await bundled({ entryPoints: [entryPoint], format: 'iife', globalName: 'SegmentPlanner_' });
  return { text: await tightened(text), inputs };
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
  const { text } = await bundled({ entryPoints: ['src/functions/catalog.ts'], format: 'esm', minify: false });
  await writeFile('build/catalog.mjs', text);
  return import(new URL('build/catalog.mjs', import.meta.url));
}

async function sidebarPage() {
  const code = await bundled({
    entryPoints: ['sidebar/main.tsx'],
    // The page runs in the user's browser, not in Apps Script.
    target: 'es2022',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // HtmlService takes `//` inside template literals for comments.
    supported: { 'template-literal': false },
  });
  const [script, style, shell] = await Promise.all([
    // The same here: from 2015 on the minifier writes template literals.
    tightened(code.text, 5),
    bundled({ entryPoints: ['sidebar/style.css'], target: 'es2022' }),
    readFile('sidebar/page.html', 'utf8'),
  ]);
  const text = shell.replace('/*STYLE*/', () => style.text.trim()).replace('/*SCRIPT*/', () => guardSlashes(script.trim()));
  return { text, inputs: { ...code.inputs, ...style.inputs } };
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

/** Warns above the alarm; on demand lists the ten largest parts, in bytes as esbuild writes them, a package as one part. */
function reportTotal(file, text, alarm, inputs) {
  const size = Buffer.byteLength(text);
  if (size > alarm)
    console.error(`Warning: ${file} has ${size} bytes, more than ${alarm}; npm run build lists its largest parts.`);
  if (!process.argv.includes('--sizes')) return;
  const parts = new Map();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const part = partOf(path);
    parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
  }
  const largest = [...parts].sort((a, b) => b[1] - a[1]).slice(0, 10);
  console.error(
    [`Largest parts of ${file}:`, ...largest.map(([part, bytes]) => `${String(bytes).padStart(8)} B ${part}`)].join('\n'),
  );
}

/** The packed public suffixes, made from the list that the installed tldts has. */
async function refreshSuffixes() {
  const { path, text } = orFail(suffixFile);
  if ((await readFile(path, 'utf8').catch(() => '')) === text) return;
  if (process.argv.includes('--check')) fail(`${path} is not what suffixes.mjs makes of the installed tldts; run: npm run build`);
  await writeFile(path, text);
}

/** Fails when NOTICE does not list the packages as they are; writes the list when asked to. */
async function assertNotice() {
  const notice = await readFile('NOTICE', 'utf8');
  const current = orFail(() => currentNotice(notice, packages));
  if (current === notice) return;
  if (!process.argv.includes('--notice'))
    fail('NOTICE does not list the packages in dist/ as they are; run: npm run build -- --notice');
  await writeFile('NOTICE', current);
}

/** One bundle: its text, and the bytes of each file in it. */
async function bundled(options) {
  const { outputFiles, metafile } = await build({
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    target: TARGET,
    platform: 'browser',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    ...options,
  });
  return { text: outputFiles[0].text, inputs: Object.values(metafile.outputs)[0].inputs };
}

/** The workbench: command line for Node, page for the browser. The engine stays a file of its own (LGPL). */
async function buildWorkbench() {
  await build({
    entryPoints: { planner: 'workbench/cli/planner.ts', command: 'workbench/cli/runCommand.ts', serve: 'workbench/cli/serve.ts' },
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

function orFail(read) {
  try {
    return read();
  } catch (error) {
    return fail(error.message);
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
