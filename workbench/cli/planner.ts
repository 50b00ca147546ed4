/** The command line: finds the command, runs it, and turns every refusal into one sentence and exit 2. */
import { readBundle } from './bundle';
import type { BundleFiles } from './bundle';
import { check } from './check';
import type { Command } from './command';
import { evaluate } from './evaluate';
import { plan } from './plan';
import { Refused, endingOf, printable, reasonOf } from './refused';
import { openSession } from './session';
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

/** Built to build/planner.mjs, beside dist. */
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
    open: async (book) => openSession(await bundle(), book),
    say,
    remark: (line) => process.stderr.write(`${printable(line)}\n`),
  });
}

function say(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}

// A reader such as `head` may leave before the end; that is no fault.
process.stdout.on('error', (error) => {
  if (reasonOf(error).code !== 'EPIPE')
    end(new Refused(`Standard output cannot be written (${reasonOf(error).message}); check the space left.`));
});

try {
  await run(process.argv.slice(2));
} catch (error) {
  end(error);
}

function end(error: unknown): void {
  process.stderr.write(`${endingOf(error)}\n`);
  process.exitCode = 2;
}
