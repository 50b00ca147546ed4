/** The built command line as a process of its own, with a tiny add-on in dist: exit codes, streams, files. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbook } from '../../support/workbench/files/openWorkbook';
import { builtProject } from '../../support/workbench/page/fixture';

jest.setTimeout(30_000);

let root: string;
beforeAll(async () => {
  root = await builtProject();
}, 30_000);
afterAll(() => {
  rmSync(root, { recursive: true });
});

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const planner = (...args: readonly string[]): Ended => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'build/planner.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

test('plan runs the bundle and writes the workbook with its tabs', async () => {
  const ended = planner(
    'plan',
    'examples/accounts.csv',
    '--plan',
    'examples/plan.json',
    '--out',
    'book.xlsx',
    '--scores',
    's.csv',
  );
  expect(ended).toEqual({ status: 0, stdout: '2 accounts read.\n', stderr: '' });
  const book = await openWorkbook('book.xlsx', readFileSync(join(root, 'book.xlsx')));
  expect(book.sheets.map((sheet) => sheet.title)).toEqual(['Accounts', 'Scores']);
  expect(book.sheets[1]?.cells.B3).toMatchObject({ value: 250 });
  expect(readFileSync(join(root, 's.csv'), 'utf8')).toContain('\r\nAcme,100,,1,0,100,Tier 1,\r\n');
});

test('--json - prints JSON and nothing else', () => {
  const ended = planner('plan', 'examples/accounts.csv', '--plan', 'examples/plan.json', '--json', '-');
  expect([ended.status, JSON.parse(ended.stdout), ended.stderr]).toEqual([0, { accounts: { read: 2 } }, '']);
});

test('50,001 accounts are planned without a tab', () => {
  writeFileSync(join(root, 'long.csv'), `Account name,Employees\n${'Acme,7\n'.repeat(50_001)}`);
  const ended = planner('plan', 'long.csv', '--plan', 'examples/plan.json', '--json', '-');
  expect(JSON.parse(ended.stdout)).toEqual({ accounts: { read: 50_001 } });
}, 20_000);

test.each([
  [['=DOUBLE(21)'], '42\n'],
  [['=DOUBLE({1,2;3,"x"})'], '2\t4\n6\t\n'],
  [['=DOUBLE({1,2;3,"x"})', '--json'], '[[2,4],[6,""]]\n'],
  [['=SUM(Accounts!B2:B3)', '--book', 'examples/accounts.csv'], '350\n'],
  [['=FAILING(1)', '--json'], '{"error":"#ERROR!","message":"FAILING: \\"value\\" is wrong"}\n'],
])('eval %j prints %j', (args, stdout) => {
  expect(planner('eval', ...args)).toMatchObject({ status: 0, stdout });
});

test.each([
  [[], 0, /^Segment Planner on your own machine/, /^$/],
  [['plan', '--help'], 0, /^planner plan ACCOUNTS/, /^$/],
  [['dance'], 2, /^$/, /^There is no command "dance"; the commands are start, plan, eval, check\.\n$/],
  [['learn', 'a.csv'], 2, /^$/, /^learn is not available in this version\.\n$/],
  [['plan', 'none.csv', '--plan', 'examples/plan.json'], 2, /^$/, /^none\.csv: there is no such file; check the path\.\n$/],
  [
    ['plan', 'examples/accounts.csv', '--plan', 'refused.json', '--json', 'r.json'],
    2,
    /^$/,
    /^The plan has no rule\. Add one\.\n$/,
  ],
])('planner %j exits %i', (args, status, stdout, stderr) => {
  writeFileSync(join(root, 'refused.json'), '{"format":1}');
  const ended = planner(...args);
  expect(ended.status).toBe(status);
  expect(ended.stdout).toMatch(stdout);
  expect(ended.stderr).toMatch(stderr);
  expect(existsSync(join(root, 'r.json'))).toBe(false);
});

test('without dist it names the fix', async () => {
  const bare = await builtProject();
  rmSync(join(bare, 'dist'), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [join(bare, 'build/planner.mjs'), 'eval', '=1'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, 'The built add-on is missing in dist; run: npm run build\n']);
  rmSync(bare, { recursive: true });
}, 30_000);

test('the same files give the same bytes in any time zone', () => {
  const run = (zone: string): string =>
    execFileSync(process.execPath, [join(root, 'build/planner.mjs'), 'eval', '=TEXT(DATE(2026,3,29),"yyyy-mm-dd")&NOW()*0'], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    });
  expect(new Set(['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Berlin'].map(run))).toEqual(new Set(['2026-03-290\n']));
});

/** A shell's line, `planner` standing for the command line. */
const shell = (line: string): Ended => {
  const program = `"${process.execPath}" "${join(root, 'build/planner.mjs')}"`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line.replace(/\bplanner\b/g, program)], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const nested = (open: string, close: string): string => open.repeat(100_000) + close.repeat(100_000);

describe('nothing ends in a stack trace', () => {
  test.each([
    ['the format', `{"format":${nested('[', ']')}}`, /^deep\.json: the plan has format of another kind/],
    ['the rules', `{"format":1,"icp":${nested('[', ']')}}`, /^deep\.json: the plan nests deeper than arrays of rows; make one/],
    ['a cell', `{"format":1,"icp":[{"Field":${nested('{"a":', '}').replace('}', '1}')}}]}`, /^deep\.json: the plan nests deeper/],
    ['all of it', nested('[', ']'), /^deep\.json: this JSON is no plan/],
  ])('JSON nested 100,000 deep: %s', (_what, text, sentence) => {
    writeFileSync(join(root, 'deep.json'), text);
    const { status, stdout, stderr } = planner('plan', 'examples/accounts.csv', '--plan', 'deep.json');
    expect(stderr).toMatch(sentence);
    expect([status, stdout, stderr.split('\n')]).toEqual([2, '', [stderr.trimEnd(), '']]);
  });

  test('a full disk behind standard output ends in a sentence', () => {
    const { status, stderr } = shell('planner plan examples/accounts.csv --plan examples/plan.json --json - > /dev/full');
    expect(stderr).toMatch(/^Standard output cannot be written \(.*ENOSPC.*\); check the space left\.\n$/);
    expect(status).toBe(2);
  });

  test('a device or a pipe without end is counted while it is read', () => {
    const sentence = /: more than 50 MB came and at most that is read; split the list or leave out columns\.\n$/;
    for (const input of ['/dev/zero', '/dev/stdin'])
      expect(shell(`cat /dev/zero | planner check ${input}`)).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(sentence) as string,
      });
  }, 60_000);

  test('a list may come through a pipe', () => {
    expect(shell('cat examples/accounts.csv | planner plan /dev/stdin --plan examples/plan.json')).toMatchObject({
      status: 0,
      stderr: '',
    });
  });
});
