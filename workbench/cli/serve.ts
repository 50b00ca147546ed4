/** `npm start`: plans the sample workbook, prints what came out, and serves the page with it. */
import { readArguments } from './arguments';
import type { Usage } from './arguments';
import { readBundle } from './bundle';
import { openPath, readPlanFile } from './input';
import { listsOf } from './lists';
import { Refused, endingOf } from './refused';
import { servePage } from './pageServers';
import { openSession } from './session';

const usage: Usage = { line: 'npm start -- [--port 4173]', valued: ['port'], switches: [] };

/** Built to build/serve.mjs. */
const root = new URL('../', import.meta.url);

async function run(args: readonly string[]): Promise<void> {
  const given = readArguments(usage, args);
  if (given.subject !== undefined) throw new Refused(`"${given.subject}" is one argument too many; use: ${usage.line}`);
  const port = portOf(given.options.get('port') ?? process.env.PORT ?? '4173');
  const bundle = await readBundle(new URL('dist/', root));
  const [accounts, contacts, plan] = await Promise.all([
    openPath(sample('accounts.csv'), say),
    openPath(sample('contacts.csv'), say),
    readPlanFile(sample('plan.json')),
  ]);
  const lists = listsOf({ accounts, contacts, name: 'examples/accounts.csv', grid: 'roomy' });
  const session = openSession(bundle, { ...lists.book, title: 'Sample accounts' });
  session.serve({ kind: 'importPlan', plan });
  const outcome = session.serve({ kind: 'planEverything', ...lists.source });
  const workbook = JSON.stringify(session.snapshot());
  const page = await servePage({ root, port, bundleHash: bundle.hash, workbook, isPlanned: true });
  for (const sentence of outcome.sentences) say(sentence);
  say(`\nThe workbook is open at ${page.origin} (Ctrl+C ends it).`);
  process.once('SIGINT', () => void page.close());
  process.once('SIGTERM', () => void page.close());
}

function sample(name: string): string {
  return decodeURIComponent(new URL(`examples/${name}`, root).pathname);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^[0-9]{1,5}$/.test(text) || port < 1 || port > 65_535)
    throw new Refused(`"${text}" is no port; use a number from 1 to 65535.`);
  return port;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${endingOf(error)}\n`);
  process.exitCode = 2;
}
