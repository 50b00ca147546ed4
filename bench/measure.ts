/** One measurement in a process of its own: `node measure.mjs NAME SIZE` prints one line of JSON. */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import vm from 'node:vm';
import { liveOf } from '../sidebar/plan/live';
import type { PlanJson } from '../src/commands/protocol/requests';
import { parseCsv } from '../src/sheet/table/csv';
import { opened } from '../test/support/sidebar/lists';
import { RULES, accountRows } from './accounts';
import { openColumns, readRules, scoreColumns } from './engine';
import { runRulesEngine } from './rulesEngine';
import { scoreRows } from './rowFunction';

const [name = '', sizeText = '0'] = process.argv.slice(2);
const size = Number(sizeText);

const MEASUREMENTS: Readonly<Record<string, () => unknown>> = {
  engine: () => {
    const rows = accountRows(size);
    const plan = readRules();
    return timed(() => scoreColumns(openColumns(rows), plan));
  },
  rowFunction: () => {
    const rows = accountRows(size);
    return timed(() => scoreRows(rows));
  },
  engineOnce: () => {
    const rows = accountRows(size);
    const results = scoreColumns(openColumns(rows), readRules());
    return { peak: process.resourceUsage().maxRSS * 1024, kept: results.fit.length };
  },
  rowFunctionOnce: () => {
    const rows = accountRows(size);
    const results = scoreRows(rows);
    return { peak: process.resourceUsage().maxRSS * 1024, kept: results.fit.length };
  },
  agreement: () => agreement(),
  weightChange: () => {
    const lists = openColumns(accountRows(size));
    const plans = ['Medium', 'Critical'].map((Importance) => readRules([{ ...RULES[0]!, Importance }, ...RULES.slice(1)]));
    scoreColumns(lists, plans[0]!);
    let turn = 0;
    return timed(() => scoreColumns(lists, plans[(turn += 1) % 2]!));
  },
  pageCounts: () => {
    const csv = (name: string) => parseCsv(readFileSync(`examples/${name}.csv`, 'utf8'));
    const [headers = [], ...accounts] = csv('accounts');
    const rows = Array.from({ length: size }, (_, index) => [`a${index}`, ...(accounts[index % accounts.length] ?? []).slice(1)]);
    const plan = JSON.parse(readFileSync('examples/plan.json', 'utf8')) as PlanJson;
    const { lists, draft } = opened([headers, ...rows], plan, csv('contacts'));
    return timed(() => liveOf(lists, draft));
  },
  rulesEngine: async () => {
    const rows = accountRows(size);
    const start = performance.now();
    const met = await runRulesEngine(rows);
    return met === undefined ? { skipped: true } : { ms: performance.now() - start };
  },
  start: () => startOf(readFileSync('dist/Code.js', 'utf8')),
  startOfFiller: () => startOf(filler(readFileSync('dist/Code.js', 'utf8').length)),
  startUncalled: () => startOf(uncalled(readFileSync('dist/Code.js', 'utf8'))),
};

console.log(JSON.stringify(await MEASUREMENTS[name]?.()));

/** Median of nine runs after some 300,000 accounts to warm up: what is compared is compiled code, not the compiler. */
function timed(run: () => unknown): { readonly ms: number } {
  const warmUps = Math.max(2, Math.ceil(300_000 / size));
  const times = Array.from({ length: warmUps + 9 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return { ms: times.slice(warmUps).sort((a, b) => a - b)[4]! };
}

/** Rows whose tier or score differ between the two; a comparison of unequal work would say nothing. */
function agreement(): { readonly different: number } {
  const rows = accountRows(size);
  const [ours, theirs] = [scoreColumns(openColumns(rows), readRules()), scoreRows(rows)];
  const isSame = (i: number): boolean =>
    ours.tiers[i] === theirs.tiers[i] && Object.is(ours.fit[i], theirs.fit[i]) && Object.is(ours.signal[i], theirs.signal[i]);
  return { different: rows.filter((_, i) => !isSame(i)).length };
}

/** Plain functions nobody calls, of the size given. */
function filler(length: number): string {
  const parts: string[] = [];
  for (let i = 0, written = 0; written < length; i += 1) {
    const part = `function f${i}(a,b){const c=a.map(d=>d.value+b);if(c.length>${i})return{sum:c.reduce((d,e)=>d+e,0),text:"none of ${i}"};for(const d of c)b+=d;return b}\n`;
    parts.push(part);
    written += part.length;
  }
  return `var Filler_=(()=>{${parts.join('')}return f0})();`;
}

/** Compiling and running a script in a new context, as for every formula. */
function startOf(code: string): { readonly ms: number } {
  const context = vm.createContext({});
  const start = performance.now();
  new vm.Script(code).runInContext(context);
  return { ms: performance.now() - start };
}

/**
 * The same text as a function nobody calls: as large, as dense, read by the same parser, and nothing of it runs.
 * Code of another density would compare how fast two texts parse, not what the bundle does when it is loaded.
 */
function uncalled(code: string): string {
  return `function uncalled_(){${code}\n}`;
}
