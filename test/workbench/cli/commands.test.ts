/** The commands: what they ask of the bundle, what they write, and that a refusal writes nothing. */
import { readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../../workbench/cli/check';
import type { Command } from '../../../workbench/cli/command';
import { evaluate } from '../../../workbench/cli/evaluate';
import { plan } from '../../../workbench/cli/plan';
import { start } from '../../../workbench/cli/start';
import { openWorkbook } from '../../support/workbench/files/openWorkbook';
import { emptySheet } from '../../../workbench/core/document/emptySheet';
import { workbookOf } from '../../../workbench/files/sheets';
import { writeXlsxFile } from '../../../workbench/files/xlsxWrite';
import { fakeTools, folderWith } from '../../support/workbench/cli/fakes';
import type { FakeTools } from '../../support/workbench/cli/fakes';

const LIST = 'Account name,Employees\nAcme,100\nBeta,200\n';
const PLAN = '{"format":1,"icp":[]}';

const refusalOf = async (command: Command, args: readonly string[], fake: FakeTools = fakeTools()): Promise<string> => {
  const before = process.cwd();
  try {
    await command.run(args, fake.tools);
    return 'no refusal';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'no error';
  } finally {
    process.chdir(before);
  }
};

const inFolder = (files: Readonly<Record<string, string | Uint8Array>>): ((name: string) => string) => {
  const folder = folderWith(files);
  return (name) => join(folder, name);
};

describe('plan', () => {
  test('imports the plan, plans everything and says the sentences', async () => {
    const at = inFolder({ 'a.csv': LIST, 'c.csv': 'Email\nx@acme.com\n', 'plan.json': PLAN });
    const { tools, seen } = fakeTools();
    await plan.run([at('a.csv'), '--plan', at('plan.json'), '--contacts', at('c.csv'), '--as-of', '2026-11-21'], tools);
    expect(seen.books[0]?.sheets.map((sheet) => sheet.title)).toEqual(['Accounts', 'Contacts']);
    expect(seen.requests).toEqual([
      { kind: 'importPlan', plan: { format: 1, icp: [] } },
      { kind: 'planEverything', accountsTab: 'Accounts', contactsTab: 'Contacts', withScores: false, asOf: '2026-11-21' },
    ]);
    expect(seen.said).toEqual(['2 accounts read.', '1 is ICP.']);
  });

  test('--scores writes a line an account, guarded; --json - prints JSON and nothing else', async () => {
    const at = inFolder({ 'a.csv': LIST, 'plan.json': PLAN });
    const { tools, seen } = fakeTools();
    await plan.run([at('a.csv'), '--plan', at('plan.json'), '--scores', at('s.csv'), '--json', '-'], tools);
    expect(readFileSync(at('s.csv'), 'utf8')).toBe(
      "account_key,fit,signal,known,low,high,tier,segment\r\n'@acme,90.5,,1,90.5,90.5,Tier 1,EMEA\r\nb.com,,,0,0,100,Needs data,\r\n",
    );
    expect(JSON.parse(seen.said.join('\n'))).toEqual({ accounts: { read: 2 } });
  });

  test('--out writes the workbook as XLSX and leaves no temporary file', async () => {
    const at = inFolder({ 'a.csv': LIST, 'plan.json': PLAN });
    await plan.run([at('a.csv'), '--plan', at('plan.json'), '--out', at('book.xlsx'), '--json', at('r.json')], fakeTools().tools);
    const book = await openWorkbook('book.xlsx', readFileSync(at('book.xlsx')));
    expect(book.sheets[0]?.cells.B3).toEqual({ value: 200 });
    expect(readdirSync(at('.')).sort()).toEqual(['a.csv', 'book.xlsx', 'plan.json', 'r.json']);
  });

  test('a workbook brings its own plan; which of several foreign tabs holds the accounts is the bundle’s to judge', async () => {
    const tab = (title: string, id: number) => ({ ...emptySheet(title, id), cells: { A1: { value: 'x' } } });
    const { bytes } = await writeXlsxFile(
      workbookOf('b', [tab('Summary', 0), tab('Plan ICP', 1), tab('Targets', 2), tab('More', 3)]),
    );
    const at = inFolder({ 'b.xlsx': bytes });
    const { tools, seen } = fakeTools();
    await plan.run([at('b.xlsx')], tools);
    await plan.run([at('b.xlsx'), '--tab', 'More'], tools);
    expect(seen.requests).toEqual([
      { kind: 'planEverything', withScores: false },
      { kind: 'planEverything', accountsTab: 'More', withScores: false },
    ]);
    expect(await refusalOf(plan, [at('b.xlsx'), '--tab', 'Nope'])).toContain(
      'there is no tab "Nope"; the workbook has Summary, Plan ICP, Targets, More.',
    );
  });

  test('none of the tabs that runs and closed months leave is taken for the accounts', async () => {
    const ours = [
      'Summary',
      'Scores',
      'Segments',
      'Coverage',
      'Lanes',
      'Rates',
      'Changes',
      'Funnel',
      'Problems',
      'Review',
      'Log',
    ];
    const sheets = [...ours, 'Plan ICP', 'Targets'].map((title, id) => ({
      ...emptySheet(title, id),
      cells: { A1: { value: 'x' } },
    }));
    const at = inFolder({ 'b.xlsx': (await writeXlsxFile(workbookOf('b', sheets))).bytes });
    const { tools, seen } = fakeTools();
    await plan.run([at('b.xlsx')], tools);
    expect(seen.requests).toEqual([{ kind: 'planEverything', accountsTab: 'Targets', withScores: false }]);
  });

  test('--close closes the month once it is planned, and wants a workbook to keep it in', async () => {
    const at = inFolder({ 'a.csv': LIST, 'plan.json': PLAN });
    const { tools, seen } = fakeTools({ closeMonth: { sentences: ['2026-10 is closed.'] } });
    const args = [at('a.csv'), '--plan', at('plan.json'), '--as-of', '2026-10-31', '--close'];
    await plan.run([...args, '--out', at('b.xlsx')], tools);
    expect(seen.requests.slice(1)).toEqual([
      { kind: 'planEverything', accountsTab: 'Accounts', withScores: false, asOf: '2026-10-31' },
      { kind: 'closeMonth', accountsTab: 'Accounts', asOf: '2026-10-31' },
    ]);
    expect(seen.said.slice(-1)).toEqual(['2026-10 is closed.']);
    expect(await refusalOf(plan, args)).toContain('--close: the closed month stands in the workbook');
  });

  test('above 20,000 accounts the workbook is planned step by step until one has the outcome', async () => {
    const at = inFolder({ 'a.csv': `Account name,Employees\n${'Acme,7\n'.repeat(20_001)}`, 'plan.json': PLAN });
    const { tools, seen } = fakeTools();
    await plan.run([at('a.csv'), '--plan', at('plan.json')], tools);
    const step = { kind: 'planStep', accountsTab: 'Accounts', withScores: false };
    expect(seen.requests.slice(1)).toEqual([step, step, step]);
    expect(seen.said).toContain('2 accounts read.');
  }, 20_000);

  test('a check of a workbook with results says what has changed since', async () => {
    const tab = (title: string, id: number) => ({ ...emptySheet(title, id), cells: { A1: { value: 'x' } } });
    const at = inFolder({ 'b.xlsx': (await writeXlsxFile(workbookOf('b', [tab('Summary', 0), tab('Targets', 2)]))).bytes });
    const { tools, seen } = fakeTools({ check: { columns: [], rows: { read: 1, kept: 1, errors: 0 }, problems: [], lines: [] } });
    await check.run([at('b.xlsx')], tools);
    expect(seen.said).toContain('Plan changed since the run of yesterday.');
  });

  test('above 50,000 accounts the rows go to the bundle with an empty workbook', async () => {
    const at = inFolder({ 'a.csv': `Account name,Employees\n${'Acme,7\n'.repeat(50_001)}`, 'plan.json': PLAN });
    const { tools, seen } = fakeTools();
    await plan.run([at('a.csv'), '--plan', at('plan.json'), '--as-of', '2026-11-21'], tools);
    const [asked] = seen.requests;
    expect(seen.books.map(({ sheets }) => sheets.map(({ cells }) => cells))).toEqual([[{}]]);
    expect(asked).toMatchObject({ kind: 'planGrid', asOf: '2026-11-21', withScores: false, plan: { format: 1 } });
    expect(asked?.kind === 'planGrid' && asked.accounts.length).toBe(50_002);
    expect(await refusalOf(plan, [at('a.csv'), '--plan', at('plan.json'), '--out', at('b.xlsx')])).toContain(
      '--out: the list has 50,001 rows and a workbook is written for at most 50,000; use --scores or --json.',
    );
  }, 20_000);
});

describe('refused with one sentence and nothing written', () => {
  const at = inFolder({
    'a.csv': LIST,
    'plan.json': PLAN,
    'empty.csv': '',
    'noplan.json': '{"a":1}',
    'old.json': '{"format":2}',
    'broken.json': '{"format":1,',
  });
  const good = [at('a.csv'), '--plan', at('plan.json')];
  symlinkSync(at('a.csv'), at('link.csv'));
  const before = readdirSync(at('.')).sort();

  test.each<[string, Command, readonly string[], RegExp]>([
    ['no file', plan, [], /^Refused: The list of accounts is missing; use: planner plan ACCOUNTS/],
    ['two files', plan, [...good, 'b.csv'], /^Refused: One argument too many: b\.csv; use: /],
    ['an unknown option', plan, [...good, '--speed'], /^Refused: Unknown option '--speed'; use: /],
    ['an option without its value', plan, [at('a.csv'), '--plan'], /^Refused: Option '--plan <value>' argument missing; use: /],
    [
      'a file that is not there',
      plan,
      [at('x.csv'), '--plan', at('plan.json')],
      /x\.csv: there is no such file; check the path\.$/,
    ],
    ['a folder', plan, [at('.'), '--plan', at('plan.json')], /this is a folder; name a file in it\.$/],
    [
      'an empty file',
      plan,
      [at('empty.csv'), '--plan', at('plan.json')],
      /^Refused: empty\.csv: the file is empty; export the list again\.$/,
    ],
    ['no plan', plan, [at('a.csv')], /there is no plan; give one with --plan, or make one first with: planner start/],
    [
      'a plan that is no JSON',
      plan,
      [at('a.csv'), '--plan', at('broken.json')],
      /^Refused: broken\.json: the plan is no valid JSON \(.+\); fix it or make one/,
    ],
    ['JSON that is no plan', plan, [at('a.csv'), '--plan', at('noplan.json')], /^Refused: noplan\.json: this JSON is no plan/],
    ['a plan of another format', plan, [at('a.csv'), '--plan', at('old.json')], /has format 2 and this version reads format 1/],
    ['no such day', plan, [...good, '--as-of', '2026-02-30'], /^Refused: --as-of: "2026-02-30" is no day/],
    [
      'an output over the input',
      plan,
      [...good, '--scores', at('a.csv')],
      /--scores .*a\.csv: this file is read by the same command/,
    ],
    [
      'an output over the input by another name',
      plan,
      [...good, '--scores', at('link.csv')],
      /this file is read by the same command/,
    ],
    ['two outputs of one name', plan, [...good, '--scores', at('o'), '--json', at('o')], /two outputs have the same name/],
    ['an output without a folder', plan, [...good, '--out', at('no/where.xlsx')], /there is no folder .*no; make it first\.$/],
    ['scores to standard output', plan, [...good, '--scores', '-'], /Only --json can go to standard output/],
    [
      'a workbook by another ending',
      plan,
      [...good, '--out', at('book.csv')],
      /the workbook is written as XLSX; give it a name that ends in \.xlsx\.$/,
    ],
    ['start without --out', start, [at('a.csv')], /^Refused: --out is missing: say where the plan goes/],
    ['eval of no formula', evaluate, ['SUM(1,2)'], /^Refused: "SUM\(1,2\)" is no formula, it must begin with =/],
  ])('%s', async (_what, command, args, sentence) => {
    const refusal = await refusalOf(command, args);
    expect(refusal).toMatch(sentence);
    expect(refusal).not.toContain('\n');
    expect(readdirSync(at('.')).sort()).toEqual(before);
  });

  test('what the bundle refuses', async () => {
    const problem = { code: 'X', severity: 'refusal', at: 'Plan ICP!D4', found: 'is like', message: 'm', fix: 'f', count: 1 };
    const fake = fakeTools({
      importPlan: {
        ok: false,
        error: { what: 'Plan ICP!D4: "is like" is no operator.', fix: 'Use is. (1 more to fix)', problems: [problem, problem] },
      },
    });
    expect(await refusalOf(plan, [...good, '--out', at('o.xlsx')], fake)).toBe(
      'Refused: Plan ICP!D4: "is like" is no operator. Use is. (1 more to fix)',
    );
    expect(readdirSync(at('.')).sort()).toEqual(before);
  });
});

test('start writes the proposed plan and says from what', async () => {
  const at = inFolder({ 'a.csv': LIST });
  const { tools, seen } = fakeTools({ proposePlan: { plan: { format: 1, icp: [] }, notes: ['Employees: 100–200.'] } });
  await start.run([at('a.csv'), '--out', at('plan.json')], tools);
  expect(JSON.parse(readFileSync(at('plan.json'), 'utf8'))).toEqual({ format: 1, icp: [] });
  expect(seen.said).toEqual([
    'Employees: 100–200.',
    `The proposed plan is in ${at('plan.json')}. Next: planner plan ${at('a.csv')} --plan ${at('plan.json')}`,
  ]);
});

test('start takes a starter plan by its id, and says so to the server', async () => {
  const at = inFolder({ 'a.csv': LIST });
  const { tools, seen } = fakeTools({ proposePlan: { plan: { format: 1, icp: [] }, notes: [] } });
  await start.run([at('a.csv'), '--starter', 'agency', '--out', at('plan.json')], tools);
  expect(seen.requests).toContainEqual(expect.objectContaining({ kind: 'proposePlan', starter: 'agency' }));
});

test('the next command that start names can be pasted: the tab is in it, and names a shell would part are quoted', async () => {
  const tab = { ...emptySheet("Q4's list", 0), cells: { A1: { value: 'x' } } };
  const at = inFolder({ 'my accounts.xlsx': (await writeXlsxFile(workbookOf('b', [tab]))).bytes });
  const { tools, seen } = fakeTools({ proposePlan: { plan: { format: 1, icp: [] }, notes: [] } });
  await start.run([at('my accounts.xlsx'), '--tab', "Q4's list", '--out', at('plan (1).json')], tools);
  expect(seen.said.join()).toContain(
    `Next: planner plan '${at('my accounts.xlsx')}' --tab 'Q4'\\''s list' --plan '${at('plan (1).json')}'`,
  );
  expect(await refusalOf(plan, [at('my accounts.xlsx')])).toContain(
    `make one first with: planner start '${at('my accounts.xlsx')}' --out plan.json`,
  );
});

test('check says columns and problems, or gives them as JSON', async () => {
  const at = inFolder({ 'a.csv': LIST });
  const report = {
    columns: [{ list: 'accounts', field: 'Employees', column: 'Employees', confidence: 0.987 }],
    rows: { read: 2, kept: 1, errors: 1 },
    problems: [
      {
        code: 'X',
        severity: 'problem',
        at: 'Accounts!B3',
        found: '?',
        message: 'The cell is no number.',
        fix: 'Type one.',
        count: 3,
      },
    ],
  };
  const { tools, seen } = fakeTools({ check: { ...report, lines: ['Problem · Accounts!B3 · 3 times, first "?" · No number.'] } });
  await check.run([at('a.csv')], tools);
  expect(seen.said).toEqual([
    '2 rows read, 1 kept, 1 unreadable.',
    '1 column recognised:',
    '  Employees → Employees (accounts, 99 %)',
    '1 kind of problems and notes:',
    '  Problem · Accounts!B3 · 3 times, first "?" · No number.',
  ]);
  await check.run([at('a.csv'), '--json', '-'], tools);
  expect(JSON.parse(seen.said.at(-1) ?? '')).toEqual(report);
});

test('eval prints the value, or JSON', async () => {
  const { tools, seen } = fakeTools();
  await evaluate.run(['=6*7'], tools);
  await evaluate.run(['=6*7', '--json'], tools);
  expect(seen.said).toEqual(['42', '42']);
});
