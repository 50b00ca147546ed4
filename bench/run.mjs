/**
 * `npm run bench`: how fast the engine is beside a row function written by hand, how it grows, what it holds, how fast the bundle starts.
 * Each measurement runs in a process of its own; ratios are printed beside their budgets. Machines differ, ratios hardly.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build } from 'esbuild';

const [SMALL, LARGE] = [10_000, 100_000];

if (!existsSync('dist/Code.js')) {
  console.error('dist/Code.js is missing; run: npm run build');
  process.exit(2);
}
await build({
  entryPoints: { measure: 'bench/measure.ts' },
  outdir: 'build/bench',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  external: ['json-rules-engine'],
  logLevel: 'warning',
});

const { different } = measure('agreement', LARGE);
if (different > 0) fail(`The row function and the engine differ in ${different} of ${LARGE} accounts; nothing can be compared.`);

const engine = { [SMALL]: best('engine', SMALL), [LARGE]: best('engine', LARGE) };
const byHand = { [SMALL]: best('rowFunction', SMALL), [LARGE]: best('rowFunction', LARGE) };
for (const size of [SMALL, LARGE])
  line(
    `time, ${shown(size)} accounts, raw cells to tiers`,
    engine[size] / byHand[size],
    1.5,
    `${ms(engine[size])}, by hand ${ms(byHand[size])}`,
  );
line('growth exponent, 10,000 to 100,000', Math.log10(engine[LARGE] / engine[SMALL]), 1.1, 'of the engine');
const peaks = ['engineOnce', 'rowFunctionOnce'].map((name) => leastPeak(name, LARGE));
line(`peak memory, ${shown(LARGE)} accounts`, peaks[0] / peaks[1], 1.2, `${mb(peaks[0])}, by hand ${mb(peaks[1])}`);
const starts = ['start', 'startUncalled', 'startOfFiller'].map((name) => best(name, 0, 15));
line('start of the bundle ÷ the same text uncalled', starts[0] / starts[1], 1.3, `${ms(starts[0])}; uncalled ${ms(starts[1])}`);
const change = best('weightChange', SMALL);
line(`weight change, ${shown(SMALL)} accounts, in ms`, change, 10, '');
line('start of the bundle ÷ plain functions uncalled', starts[0] / starts[2], 1.3, `plain functions ${ms(starts[2])}`);
line(`page: every count again, ${shown(SMALL)} accounts, in ms`, best('pageCounts', SMALL, 3), 50, '');
const rival = measure('rulesEngine', SMALL);
if (rival.skipped) console.log('json-rules-engine: skipped, it is not installed (npm install --save-dev json-rules-engine)');
else
  console.log(
    `json-rules-engine ÷ engine, ${shown(SMALL)} accounts: ${(rival.ms / engine[SMALL]).toFixed(0)} × (${ms(rival.ms)})`,
  );

/** The fastest of several processes: what the work costs when nothing else runs. */
function best(name, size, processes = 5) {
  return Math.min(...Array.from({ length: processes }, () => measure(name, size).ms));
}

/** The smallest of several peaks: what the work needs when the collector comes in time. */
function leastPeak(name, size, processes = 5) {
  return Math.min(...Array.from({ length: processes }, () => measure(name, size).peak));
}

function measure(name, size) {
  const run = spawnSync(process.execPath, ['build/bench/measure.mjs', name, String(size)], { encoding: 'utf8' });
  if (run.status !== 0) fail(`${name} ${size}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

function line(what, value, budget, detail) {
  const verdict = value <= budget ? 'within' : 'OVER';
  console.log(`${what}: ${value.toFixed(2)} (${verdict} ${budget})${detail === '' ? '' : ` · ${detail}`}`);
}

function shown(count) {
  return count.toLocaleString('en-US');
}

function ms(value) {
  return `${value.toFixed(1)} ms`;
}

function mb(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
