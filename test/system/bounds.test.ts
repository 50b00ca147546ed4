/** Input made to take all time and memory: an answer or one sentence, within 10 seconds of a processor and 1 GB. What each case took is printed. */
import { deskWith } from '../support/system/planner';
import type { Ended, Usage } from '../support/system/planner';
import { rawXlsx } from '../support/workbench/files/rawXlsx';

jest.setTimeout(150_000);

/** The bound holds on an idle machine of today; a busy or old one takes up to twice as long for the same work. */
const MOST_SECONDS = 2 * 10;
const MOST_MEGABYTES = 1024;

const HEADERS = 'Account name,Industry,Employees\n';
const LIST = `${HEADERS}Acme,Fintech,120\n`;
const firms = (count: number): string => Array.from({ length: count }, (_, index) => `Firm ${index},Retail,${index}\n`).join('');
const RULE = { Field: 'Industry', Operator: 'is', Value: 'Fintech' };
const PLAN = { format: 1, icp: [RULE] };

const FIRST =
  '<row r="1"><c r="A1" t="str"><v>Account name</v></c><c r="B1" t="str"><v>Industry</v></c></row><row r="2"><c r="A2" t="str"><v>Acme</v></c><c r="B2" t="str"><v>Fintech</v></c></row>';
const workbook = (rows: string): Uint8Array => rawXlsx([{ name: 'Accounts', xml: `<sheetData>${FIRST}${rows}</sheetData>` }]);
const cells = (count: number, formulaOf: (row: number) => string): string =>
  Array.from({ length: count }, (_, index) => index + 3)
    .map((row) => `<row r="${row}"><c r="C${row}"><f>${formulaOf(row)}</f><v>1</v></c></row>`)
    .join('');

const took: string[] = [];
afterAll(() => {
  process.stderr.write(`${took.join('\n')}\n`);
});

function expectBounded(what: string, ended: Ended & Usage): void {
  const { status, stderr, seconds, megabytes } = ended;
  took.push(`${seconds.toFixed(1).padStart(6)} s ${megabytes.toFixed(0).padStart(5)} MB  exit ${status}  ${what}`);
  expect(stderr).not.toMatch(/^\s+at |Error:|FATAL/m);
  if (status !== 0) expect(stderr).toMatch(/^[^\n]{1,1000}\.\n$/);
  expect([0, 2]).toContain(status);
  expect(seconds).toBeLessThan(MOST_SECONDS);
  expect(megabytes).toBeLessThan(MOST_MEGABYTES);
}

describe('lists', () => {
  test.each<[string, () => string | Uint8Array, RegExp]>([
    ['45 MB of separators', () => `${LIST}${','.repeat(45e6)}`, /cells/],
    ['45 MB of line ends', () => `${LIST}${'\n'.repeat(45e6)}`, /cells/],
    ['45 MB of quotes', () => `${LIST}${'"'.repeat(45e6)}`, /Row 3 has a cell of more than 5,000,000 characters/],
    ['one row 17,000 wide', () => `${LIST}${Array.from({ length: 17_000 }, (_, index) => `c${index}`).join(',')}\n`, /^$/],
    ['100,000 lines behind an open quote', () => `${HEADERS}"Acme,Fintech,120\n${firms(100_000)}`, /^$/],
    ['a cell of 40 MB', () => `${LIST}Bolt,${'x'.repeat(40e6)},3\n`, /Row 3 has a cell of more than 5,000,000 characters/],
    ['a cell of 4 MB', () => `${LIST}Bolt,${'x'.repeat(4e6)},3\n`, /^$/],
    [
      'a tab with one value at row 1,048,576',
      () => workbook('<row r="1048576"><c r="B1048576"><v>1</v></c></row>'),
      /B1048576, far from everything else, was left out/,
    ],
    ['a formula of a billion cells', () => workbook(cells(1, () => 'SUM(SEQUENCE(100000,10000))')), /formulas|^$/],
    ['60,000 sums, each of all above it', () => workbook(cells(60_000, (row) => `SUM(C$2:C${row - 1})`)), /formulas|^$/],
    ['texts that double 100 times', () => workbook(cells(100, (row) => `C${row - 1}&amp;C${row - 1}&amp;"x"`)), /^$/],
  ])('%s', (what, list, sentence) => {
    const content = list();
    const name = typeof content === 'string' ? 'list.csv' : 'list.xlsx';
    const desk = deskWith({ [name]: content, 'plan.json': JSON.stringify(PLAN) });
    const ended = desk.measured('plan', name, '--plan', 'plan.json', '--json', '-');
    expectBounded(what, ended);
    expect(ended.stderr).toMatch(sentence);
    expect(desk.files()).toEqual([name, 'plan.json'].sort());
  });
});

describe('plans', () => {
  test.each<[string, object, RegExp]>([
    ['400 rules', { icp: Array.from({ length: 400 }, () => RULE) }, /400/],
    ['20,000 rules', { icp: Array.from({ length: 20_000 }, () => RULE) }, /20,?000/],
    ['2,000 segments', { segments: Array.from({ length: 2000 }, (_, index) => ({ Segment: `S${index}` })) }, /2,?000/],
    ['1,000,000,000 months pooled', { settings: [{ Setting: 'Months pooled', Value: 1e9 }] }, /Months pooled/],
  ])('%s', (what, more, sentence) => {
    const desk = deskWith({ 'list.csv': LIST, 'plan.json': JSON.stringify({ ...PLAN, ...more }) });
    const ended = desk.measured('plan', 'list.csv', '--plan', 'plan.json', '--json', '-');
    expectBounded(what, ended);
    expect([ended.status, ended.stderr]).toEqual([2, expect.stringMatching(sentence)]);
  });
});

describe('formulas', () => {
  test.each([
    '=SUM(SEQUENCE(100000,10000))',
    '=REPT("x",500000000)',
    '=LEN(SUBSTITUTE(REPT("a",40000),"a",REPT("b",40000)))',
    '=SUM(MMULT(SEQUENCE(2000,2000),SEQUENCE(2000,2000)))',
  ])('%s', (formula) => {
    expectBounded(formula, deskWith({}).measured('eval', formula));
  });
});

test('a run that needs more memory than it may take ends in a sentence', () => {
  const files = { 'list.csv': `${HEADERS}${firms(300_000)}`, 'plan.json': JSON.stringify(PLAN) };
  const desk = deskWith(files, ['--max-old-space-size=48']);
  expect(desk.planner('plan', 'list.csv', '--plan', 'plan.json', '--scores', 's.csv')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'The run needs more memory than it may take; split the list or leave out columns.\n',
  });
  expect(desk.files()).toEqual(['list.csv', 'plan.json']);
});
