/**
 * The command line: runs the command in a worker, prints what it says, and turns every failure into one sentence and exit 2. In a worker,
 * because only there running out of memory or of time ends the work and not the process.
 */
import { Worker } from 'node:worker_threads';
import type { Message } from './messages';
import { Refused, endingOf, printable, reasonOf } from './refused';

/** Megabytes for what a command keeps; `NODE_OPTIONS=--max-old-space-size=8192` gives more. */
const MEMORY = 2048;
/** Megabytes for a formula that stands in no workbook. */
const FORMULA_MEMORY = 640;
const YOUNG_MEMORY = 192;
const LOOK_MS = 100;

const args = process.argv.slice(2);
const isFormulaAlone = args[0] === 'eval' && !args.some((arg) => arg.startsWith('--book'));
const worker = new Worker(new URL('command.mjs', import.meta.url), {
  workerData: args,
  resourceLimits: { maxOldGenerationSizeMb: isFormulaAlone ? FORMULA_MEMORY : MEMORY, maxYoungGenerationSizeMb: YOUNG_MEMORY },
});

worker.on('message', (message: Message) => {
  if (message.kind === 'say') process.stdout.write(`${printable(message.line)}\n`);
  else if (message.kind === 'remark') process.stderr.write(`${printable(message.line)}\n`);
  else if (message.kind === 'end') end(new Refused(message.sentence));
  else limit(message.seconds === undefined ? undefined : message);
});
worker.on('error', end);
worker.on('exit', () => limit(undefined));

// A reader such as `head` may leave before the end; that is no fault.
process.stdout.on('error', (error) => {
  if (reasonOf(error).code !== 'EPIPE')
    end(new Refused(`Standard output cannot be written (${reasonOf(error).message}); check the space left.`));
});

let watch: NodeJS.Timeout | undefined;

/** Ends the worker once the process has worked for so many seconds more; time in which other programs work does not count. */
function limit(wanted: { readonly seconds: number; readonly sentence: string } | undefined): void {
  clearInterval(watch);
  if (wanted === undefined) return;
  const begun = process.cpuUsage();
  watch = setInterval(() => {
    const { user, system } = process.cpuUsage(begun);
    if ((user + system) / 1e6 < wanted.seconds) return;
    clearInterval(watch);
    end(new Refused(wanted.sentence));
    void worker.terminate();
  }, LOOK_MS);
}

function end(error: unknown): void {
  process.stderr.write(`${endingOf(error)}\n`);
  process.exitCode = 2;
}
