/** The worker that finds the command and runs it; what it says goes to the main thread, every failure as one sentence. */
import { parentPort, workerData } from 'node:worker_threads';
import { readBundle } from './bundle';
import type { BundleFiles } from './bundle';
import { check } from './check';
import type { Command } from './command';
import { evaluate } from './evaluate';
import { plan } from './plan';
import type { Message } from './messages';
import { Refused, endingOf } from './refused';
import type { WorkbookData } from '../core/document/workbookData';
import { openSession } from './session';
import type { Session } from './session';
import { start } from './start';

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['start', start],
  ['plan', plan],
  ['eval', evaluate],
  ['check', check],
]);

/** Named in the design and not built yet. */
const LATER = new Set(['learn', 'sql']);

const HELP = [
  'Segment Planner on your own machine: the add-on that goes to Google, run on CSV and XLSX files.',
  '',
  ...[...COMMANDS.values()].flatMap(({ usage, summary }) => [usage, `    ${summary}`]),
  '',
  'ACCOUNTS is a CSV or XLSX file. Exit 0: done, problems in the data included. Exit 2: wrong use or unreadable input,',
  'one sentence on standard error, nothing written.',
];

/** Built to build/command.mjs, beside dist. */
const dist = new URL('../dist/', import.meta.url);

async function run(args: readonly string[]): Promise<void> {
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help' || rest.includes('--help')) {
    const one = COMMANDS.get(name);
    say((one === undefined ? HELP : [one.usage, `    ${one.summary}`]).join('\n'));
    return;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    throw new Refused(
      LATER.has(name)
        ? `${name} is not available in this version.`
        : `There is no command "${name}"; the commands are ${[...COMMANDS.keys()].join(', ')}.`,
    );
  }
  let loaded: Promise<BundleFiles> | undefined;
  const bundle = (): Promise<BundleFiles> => (loaded ??= readBundle(dist));
  await command.run(rest, {
    open: async (book) => limited(openSession, await bundle(), book),
    say,
    remark: (line) => post({ kind: 'remark', line }),
  });
}

/** A session whose formulas have a limit: the main thread ends a worker that needs more. */
function limited(open: typeof openSession, files: BundleFiles, book: WorkbookData): Session {
  const within = <Value>(seconds: number, sentence: string, work: () => Value): Value => {
    post({ kind: 'limit', seconds, sentence });
    const value = work();
    post({ kind: 'limit' });
    return value;
  };
  const cells = book.sheets.reduce((sum, sheet) => sum + Object.keys(sheet.cells).length, 0);
  const session = within(FORMULA_SECONDS + cells / CELLS_A_SECOND, LONG_BOOK, () => open(files, book));
  return { ...session, evaluate: (formula) => within(FORMULA_SECONDS, LONG_FORMULA, () => session.evaluate(formula)) };
}

/** Of the processor; Google gives a formula 30 seconds. */
const FORMULA_SECONDS = 8;
/** A slow machine loads so many cells without formulas. */
const CELLS_A_SECOND = 20_000;
const LONG_BOOK = `The formulas of the workbook take longer than ${FORMULA_SECONDS} seconds; save it with their values and try again.`;
const LONG_FORMULA = `The formula takes longer than ${FORMULA_SECONDS} seconds; give it fewer cells.`;

function say(line: string): void {
  post({ kind: 'say', line });
}

function post(message: Message): void {
  parentPort?.postMessage(message);
}

try {
  await run(workerData as readonly string[]);
} catch (error) {
  post({ kind: 'end', sentence: endingOf(error) });
}
