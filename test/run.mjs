/**
 * `npm test`: makes sure of what the tests need beyond Node, builds, runs every suite, lists its ten slowest files and closes with one line.
 * Chromium, LibreOffice and Python come from Debian's packages where this runs as root there; elsewhere their absence is said in a sentence.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const NEEDED = [
  // Without the windows of the whole browser a page takes a quarter less time; where it cannot be installed, the whole browser serves as well.
  {
    commands: ['chromium-headless-shell'],
    instead: 'chromium',
    packages: ['chromium-headless-shell', 'fonts-dejavu-core'],
    why: 'the browser tests',
  },
  { commands: ['soffice'], packages: ['libreoffice-calc-nogui'], why: 'the independent reading of the XLSX' },
  { commands: ['python3'], packages: ['python3'], why: 'the independent reading of the rules' },
];

const missing = NEEDED.filter(({ commands }) => !commands.some(isInstalled));
if (missing.length > 0) install(missing);

run(process.execPath, ['build.mjs']);
const report = join(mkdtempSync(join(tmpdir(), 'segment-planner-')), 'jest.json');
const jest = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
if (result === undefined) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
// A suite that cannot be loaded has no tests to count, and must not pass for that.
const failed =
  result.numFailedTests +
  result.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
const skipped = result.numPendingTests + result.numTodoTests;
printSlowest(result.testResults);
console.log(`${result.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(jest.status === 0 && failed === 0 ? 0 : 1);

/** The ten slowest files with their seconds, the slowest first. */
function printSlowest(files) {
  const slowest = files
    .map(({ name, startTime, endTime }) => ({ name: relative('', name), seconds: (endTime - startTime) / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 10);
  console.log('Slowest files, in seconds:');
  for (const { name, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(7)}  ${name}`);
}

function install(tools) {
  const packages = tools.flatMap((tool) => tool.packages);
  if (process.getuid?.() === 0 && isInstalled('apt-get')) {
    console.error(`Installing ${packages.join(', ')} for ${tools.map(({ why }) => why).join(', ')}.`);
    const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    try {
      run('apt-get', ['update', '-qq'], options);
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
      return;
    } catch {
      console.error('apt-get could not install them.');
    }
  }
  if (tools.every(({ instead }) => instead !== undefined && isInstalled(instead))) return;
  console.error(
    tools
      .map(({ commands, why, packages: names }) => `${why} need ${commands.join(' or ')} (Debian: ${names.join(' ')}).`)
      .join('\n'),
  );
  console.error('Install them, or run the tests as root on Debian.');
  console.log('0 passed, 1 failed');
  process.exit(1);
}

function isInstalled(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

function run(command, args, options = { stdio: 'inherit' }) {
  execFileSync(command, args, options);
}
