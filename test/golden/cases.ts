/** Golden cases: a folder each with a list, a plan and what comes of them. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readBundle } from '../../workbench/cli/bundle';
import { openPath } from '../../workbench/cli/input';
import { listsOf } from '../../workbench/cli/lists';
import type { PlanJson } from '../../workbench/cli/protocol';
import type { PlanReport } from '../../src/commands/protocol/replies';
import { openSession } from '../../workbench/cli/session';
import { writeCsv } from '../../workbench/files/csv';

const FOLDER = 'test/golden';

/** Names of the cases: the folders that hold a list of accounts. */
export const CASES: readonly string[] = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'accounts.csv')));

export function placeOf(name: string, file: string): string {
  return join(FOLDER, name, file);
}

export function asOfOf(name: string): string {
  return readFileSync(placeOf(name, 'as-of.txt'), 'utf8').trim();
}

/** What the built add-on makes of a case, as the two files beside it. */
export async function outcomeOf(name: string): Promise<{ readonly scores: string; readonly report: string }> {
  const contacts = placeOf(name, 'contacts.csv');
  const lists = listsOf({
    accounts: await openPath(placeOf(name, 'accounts.csv'), () => undefined),
    name,
    ...(existsSync(contacts) ? { contacts: await openPath(contacts, () => undefined) } : {}),
  });
  const session = openSession(await readBundle(pathToFileURL(`${process.cwd()}/dist/`)), lists.book);
  session.serve({ kind: 'importPlan', plan: JSON.parse(readFileSync(placeOf(name, 'plan.json'), 'utf8')) as PlanJson });
  const { report, scores = [] } = session.serve({ kind: 'planEverything', ...lists.source, asOf: asOfOf(name), withScores: true });
  const columns = ['account_key', 'fit', 'signal', 'known', 'low', 'high', 'tier', 'segment'] as const;
  return {
    scores: writeCsv([columns, ...scores.map((line) => columns.map((column) => line[column]))]).replace(/\r/g, ''),
    report: `${JSON.stringify(lastingOf(report as PlanReport), null, 2)}\n`,
  };
}

/** A report without what differs from run to run and without its sentences: those are held by the tests that are about them. */
function lastingOf({ checklist, problems, stamp, ...numbers }: PlanReport): object {
  return {
    ...numbers,
    checklist: checklist.map(({ segment, id, status }) => ({ segment, id, status })),
    problems: problems.filter(({ severity }) => severity !== 'note').map(({ code, severity, at, count }) => ({ code, severity, at, count })),
    stamp: { asOf: stamp.asOf },
  };
}
