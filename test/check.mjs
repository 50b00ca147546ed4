/**
 * `npm run check`: what must be green before a commit, in two lanes since the linter alone takes half a minute.
 * Each step's output is printed whole when it ends; the first that fails decides the exit code, the others still report.
 */
import { spawn } from 'node:child_process';

const PROJECTS = ['domain', 'sheet', 'functions', 'commands', 'google'].map((floor) => `src/${floor}`);
const node = (...args) => [process.execPath, args];
/** TypeScript 7 is the same checker compiled to machine code: eight projects in five seconds instead of fifty. */
const types = (project) => ({ name: `types ${project}`, run: node('node_modules/typescript-7/bin/tsc', '-p', project) });
/** An export that only tests use is found where tests are no entries. */
const OUTSIDE_TESTS = ['--production', '--config', 'knip.production.json', '--include', 'exports,files,types'];
const LANES = [
  [{ name: 'lint', run: node('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.') }],
  [
    ...[...PROJECTS, 'sidebar', 'workbench', 'test'].map(types),
    { name: 'layers', run: node('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'sidebar', 'workbench') },
    { name: 'unused', run: node('node_modules/knip/bin/knip.js') },
    { name: 'unused but by tests', run: node('node_modules/knip/bin/knip.js', ...OUTSIDE_TESTS) },
    { name: 'build', run: node('build.mjs') },
    { name: 'quick tests', run: ['npm', ['run', '-s', 'test:quick']] },
    { name: 'format', run: ['npm', ['run', '-s', 'format:check']] },
  ],
];

const started = performance.now();
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
const results = (await Promise.all(LANES.map(runLane))).flat();
const failed = results.filter(({ code }) => code !== 0);
console.log(`${String(results.length)} steps in ${seconds(started)}${failed.length === 0 ? ', all green' : ''}`);
for (const { name, code } of failed) console.log(`FAILED: ${name} (exit ${String(code)})`);
process.exit(failed.length === 0 ? 0 : 1);

async function runLane(steps) {
  const done = [];
  for (const step of steps) done.push(await runStep(step));
  return done;
}

function runStep({ name, run: [command, args] }) {
  const from = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ name, code: error.message }));
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(output);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} ${seconds(from)}`);
      resolve({ name, code });
    });
  });
}
