/** The built bundle against an independent reading of docs/MODEL.md in another language, on random lists and plans. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compute } from '../../src/commands/result/compute';
import { ACCOUNT_STATUSES } from '../../src/domain/segments/availability';
import type { Grid } from '../../src/sheet/grid';
import { workOf } from '../../src/sheet/run/work';
import { gridsOfPlan } from '../../src/sheet/plan/planJson';
import { readBundle } from '../../workbench/cli/bundle';
import { openPath } from '../../workbench/cli/input';
import { listsOf } from '../../workbench/cli/lists';
import type { PlanJson, RunReply } from '../../workbench/cli/protocol';
import { openSession, type Session } from '../../workbench/cli/session';
import { writeCsv } from '../../workbench/files/csv';
import { emptySheet } from '../../workbench/core/document/emptySheet';
import { workbookOf } from '../../workbench/files/sheets';

const CASES = Number(process.env.ORACLE_CASES ?? 400);
const FIRST = Number(process.env.ORACLE_FIRST ?? 0);

/** For machines twenty times slower than those at hand. */
jest.setTimeout(Math.max(600_000, CASES * 1_000));

function python(script: string, ...args: string[]): { readonly status: number | null; readonly text: string } {
  const run = spawnSync('python3', ['-B', join('test/oracle', script), ...args], { encoding: 'utf8' });
  return { status: run.status, text: `${run.stdout}${run.stderr}` };
}

async function planCase(session: Session, folder: string): Promise<void> {
  const contacts = join(folder, 'contacts.csv');
  const lists = listsOf({
    accounts: await openPath(join(folder, 'accounts.csv'), () => undefined),
    name: 'accounts.csv',
    ...(existsSync(contacts) ? { contacts: await openPath(contacts, () => undefined) } : {}),
  });
  const people = lists.contacts?.();
  try {
    const outcome: RunReply = session.serve({
      kind: 'planGrid',
      accounts: lists.accounts(),
      ...(people === undefined ? {} : { contacts: people }),
      plan: JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as PlanJson,
      asOf: readFileSync(join(folder, 'as_of.txt'), 'utf8').trim(),
      withScores: true,
    });
    writeFileSync(join(folder, 'ours.json'), JSON.stringify(outcome.report));
    writeFileSync(join(folder, 'ours.csv'), writeCsv(scoreRows(outcome)));
    writeFileSync(join(folder, 'ours_work.csv'), writeCsv(workRows(folder, lists.accounts(), people)));
  } catch (error) {
    writeFileSync(join(folder, 'ours_refused.txt'), String(error));
  }
}

/** Rank, status and this month are in no reply: they are asked of the source. */
function workRows(folder: string, accounts: Grid, contacts: Grid | undefined): (string | number)[][] {
  const plan = gridsOfPlan(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as PlanJson);
  const asOf = readFileSync(join(folder, 'as_of.txt'), 'utf8').trim();
  const { run } = compute(
    {
      accounts: { tab: 'Accounts', grid: accounts },
      contacts: contacts === undefined ? undefined : { tab: 'Contacts', grid: contacts },
      plan,
      locale: 'en-US',
      asOf,
    },
    { day: 0, minute: 0, runId: '', time: '', install: '' },
  );
  const { order, month } = workOf(run);
  const { status } = run.runResult.availability;
  const rows = run.read.lists.accounts.keys.map((key, account) => [
    key,
    order.ranks[account] ?? 0,
    ACCOUNT_STATUSES[status[account] ?? 0] ?? '',
    month.has(account) ? 'Yes' : '',
  ]);
  return [['account_key', 'rank', 'status', 'this_month'], ...rows];
}

function scoreRows({ scores = [] }: RunReply): (string | number | null)[][] {
  const rows = scores.map((s) => [s.account_key, s.fit, s.signal, s.known, s.low, s.high, s.tier, s.segment]);
  return [['account_key', 'fit', 'signal', 'known', 'low', 'high', 'tier', 'segment'], ...rows];
}

describe('the bundle and an independent reading of the model', () => {
  it(`agree on ${CASES} random lists and plans from seed ${FIRST}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
    const made = python('batch.py', '--from', String(FIRST), '--to', String(FIRST + CASES), '--out', folder);
    expect(made).toEqual({ status: 0, text: '' });
    const bundle = await readBundle(pathToFileURL(`${process.cwd()}/dist/`));
    const session = openSession(bundle, workbookOf('Oracle', [emptySheet('Empty', 0)]));
    for (let done = 0; done < CASES; done += 1) {
      if (done > 0 && done % 1_000 === 0) process.stderr.write(`${done} of ${CASES} random plans so far\n`);
      await planCase(session, join(folder, String(FIRST + done)));
    }
    expect(python('compare_batch.py', folder)).toEqual({ status: 0, text: '' });
  });
});
