/** Bad input on the command line: exit 2, one sentence that says where, what was found and the fix, and nothing written. */
import { deskWith } from '../support/system/planner';

jest.setTimeout(60_000);

const LIST = 'Account name,Industry,Employees\nAcme,Fintech,120\nBolt,Retail,20\n';
const plan = (icp: readonly object[], more: object = {}): string => JSON.stringify({ format: 1, icp, ...more });
const RULE = { Field: 'Industry', Operator: 'is', Value: 'Fintech' };
const GOOD = plan([RULE]);

type Case = readonly [what: string, files: Readonly<Record<string, string | Uint8Array>>, sentence: RegExp];
const CASES: readonly Case[] = [
  ['a list that is not there', { 'plan.json': GOOD }, /^list\.csv: there is no such file; check the path\.$/],
  [
    'bytes that are no text',
    { 'list.csv': Uint8Array.from([0, 1, 2, 0, 255, 254, 0, 3, 0, 0, 7]), 'plan.json': GOOD },
    /^list\.csv: .+\.$/,
  ],
  ['an empty file', { 'list.csv': '', 'plan.json': GOOD }, /^list\.csv: the file is empty; export the list again\.$/],
  ['white space only', { 'list.csv': ' \n\n', 'plan.json': GOOD }, /^list\.csv: .*white space.*\.$/],
  ['a PDF', { 'list.csv': '%PDF-1.7 x', 'plan.json': GOOD }, /^list\.csv: this is a PDF; /],
  [
    'headers without rows',
    { 'list.csv': 'Account name,Industry\n', 'plan.json': GOOD },
    /^Accounts!A2: There are headers but no rows below them\. Paste the list below its headers\.$/,
  ],
  ['a plan that is not there', { 'list.csv': LIST }, /^plan\.json: there is no such file; check the path\.$/],
  [
    'a plan that is no JSON',
    { 'list.csv': LIST, 'plan.json': '{' },
    /^plan\.json: the plan is no valid JSON \(.+\); fix it or make one with: planner start/,
  ],
  [
    'JSON that is no plan',
    { 'list.csv': LIST, 'plan.json': '{"a":1}' },
    /^plan\.json: this JSON is no plan, it has no "format"; /,
  ],
  [
    'a plan of another format',
    { 'list.csv': LIST, 'plan.json': '{"format":2}' },
    /^plan\.json: the plan has format 2 and this version reads format 1; /,
  ],
  [
    'a misspelt key of the plan',
    { 'list.csv': LIST, 'plan.json': plan([{ Feild: 'x' }]) },
    /^plan\.json › icp › row 1: It holds "Feild", which the plan does not know\. Use only: Rule, /,
  ],
  [
    'an unknown operator',
    { 'list.csv': LIST, 'plan.json': plan([RULE, { ...RULE, Operator: 'equals' }]) },
    /^'Plan ICP'!D3: "equals" is no operator\. Use one of: is, is not, /,
  ],
  [
    'a Must without a column',
    { 'list.csv': LIST, 'plan.json': plan([RULE, { ...RULE, Field: 'Industri', Type: 'Must' }]) },
    /^'Plan ICP'!C3: The Must "Industri is Fintech" cannot be checked: Accounts has no column "Industri"\. Did you mean "Industry"\?$/,
  ],
  [
    'a segment rule without a column',
    {
      'list.csv': LIST,
      'plan.json': plan([RULE], { segments: [{ Segment: 'A' }], rules: [{ For: 'A', Field: 'Moons', Operator: 'is known' }] }),
    },
    /^'Plan Rules'!B2: The rule "Moons is known" for A cannot be checked: Accounts has no column "Moons"\./,
  ],
  [
    'no usable rule',
    { 'list.csv': LIST, 'plan.json': plan([{ ...RULE, Importance: 0 }]) },
    /^Plan ICP: No active rule has a weight above 0 and none is a Must/,
  ],
  [
    'no rule with a column',
    { 'list.csv': LIST, 'plan.json': plan([{ ...RULE, Field: 'Moons' }]) },
    /^'Plan ICP'!C2: No rule that weighs has a column in Accounts/,
  ],
  [
    'several reasons at once',
    { 'list.csv': LIST, 'plan.json': plan([{ ...RULE, Operator: 'equals', Dimension: 'Moods' }]) },
    /^'Plan ICP'!B2: "Moods" is no dimension\. .+ \(1 more .+\)$/,
  ],
];

describe('planner plan refuses', () => {
  it.each(CASES)('%s', (_, files, sentence) => {
    const desk = deskWith(files);
    const before = desk.files();
    const ended = desk.planner(
      'plan',
      'list.csv',
      '--plan',
      'plan.json',
      '--out',
      'b.xlsx',
      '--scores',
      's.csv',
      '--json',
      'r.json',
    );
    expect(ended.stderr.trimEnd()).toMatch(sentence);
    expect(ended.stderr.trimEnd()).not.toContain('\n');
    expect({ status: ended.status, stdout: ended.stdout, files: desk.files() }).toEqual({ status: 2, stdout: '', files: before });
  });

  it('a list without any plan', () => {
    const desk = deskWith({ 'list.csv': LIST });
    expect(desk.planner('plan', 'list.csv')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^list\.csv: there is no plan; give one with --plan/) as string,
    });
  });

  it.each<[string, readonly string[]]>([
    ['an option it does not know', ['--plans', 'plan.json']],
    ['a day that does not exist', ['--plan', 'plan.json', '--as-of', '2026-02-30']],
    ['an output that is an input', ['--plan', 'plan.json', '--json', 'list.csv']],
    ['two outputs of one name', ['--plan', 'plan.json', '--json', 'x', '--scores', './x']],
    ['a folder that is not there', ['--plan', 'plan.json', '--json', 'no/where.json']],
  ])('%s', (_, args) => {
    const desk = deskWith({ 'list.csv': LIST, 'plan.json': GOOD });
    const ended = desk.planner('plan', 'list.csv', ...args);
    expect(ended.stderr).toMatch(/^[^\n]+\n$/);
    expect({ status: ended.status, stdout: ended.stdout, files: desk.files() }).toEqual({
      status: 2,
      stdout: '',
      files: ['list.csv', 'plan.json'],
    });
  });
});

describe('planner plan goes on', () => {
  const reportOf = (list: string, rules = GOOD) => {
    const desk = deskWith({ 'list.csv': list, 'plan.json': rules });
    const ended = desk.planner('plan', 'list.csv', '--plan', 'plan.json', '--json', '-');
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    return JSON.parse(ended.stdout) as { accounts: object; problems: { code: string; severity: string; at: string }[] };
  };

  it('with equal headers, the first of which counts, and notes the others', () => {
    const { accounts, problems } = reportOf('Account name,Industry,Industry\nAcme,Fintech,Retail\n');
    expect(accounts).toMatchObject({ read: 1, scored: 1 });
    expect(problems).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'HEADER_REPEATED', severity: 'note', at: 'Accounts!C1' })]),
    );
  });

  it('with rows that are no account: counted, listed, never dropped', () => {
    const { accounts, problems } = reportOf('Account name,Industry\nAcme,Fintech\n,Retail\nBolt,Fintech\n');
    expect(accounts).toEqual({ read: 3, scored: 2, excluded: 0, errors: 1, duplicates: 0 });
    expect(problems).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'ROW_WITHOUT_ACCOUNT', at: 'Accounts!A3' })]),
    );
  });

  it('with a Score rule that has no column, which is listed', () => {
    const { problems } = reportOf(LIST, plan([RULE, { ...RULE, Field: 'Moons' }]));
    expect(problems).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'FIELD_WITHOUT_COLUMN', severity: 'problem' })]),
    );
  });

  it.each<[string, Uint8Array]>([
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${LIST}`)],
    ['semicolons', Buffer.from(LIST.replace(/,/g, ';'))],
    ['tabs', Buffer.from(LIST.replace(/,/g, '\t'))],
    ['Latin-1', Buffer.from(LIST.replace('Acme', 'Café Münster'), 'latin1')],
    ['Windows line ends', Buffer.from(LIST.replace(/\n/g, '\r\n'))],
  ])('with %s', (_, bytes) => {
    const desk = deskWith({ 'list.csv': bytes, 'plan.json': GOOD });
    const ended = desk.planner('plan', 'list.csv', '--plan', 'plan.json', '--scores', 's.csv', '--json', '-');
    expect(JSON.parse(ended.stdout)).toMatchObject({ accounts: { read: 2, scored: 2, errors: 0 } });
  });
});
