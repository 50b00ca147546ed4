/** Formulas and tabs give the same numbers when they are given the same columns and settings: the sample's first 300 companies, cell by cell. */
import { readFileSync } from 'node:fs';
import type { PlanJson } from '../../src/commands/protocol/requests';
import type { Host } from '../../workbench/core/realm/host';
import type { CellValue } from '../../workbench/core/document/workbookData';
import { readCsv } from '../../workbench/files/csv';
import { bookOf, openAddOn, recordsOf, valueOf, type Rows } from '../support/commands/addOn';

jest.setTimeout(60_000);

const SIZE = 300;
const read = (file: string): Rows => readCsv(file, readFileSync(`examples/${file}`)).rows;
const SAMPLE = JSON.parse(readFileSync('examples/plan.json', 'utf8')) as PlanJson;

/** Companies with a column of their verified emails, so that formulas and tabs judge coverage by the same cells. */
function companies(): Rows {
  const [header = [], ...rows] = read('accounts.csv');
  const [titles = [], ...people] = read('contacts.csv');
  const [id, status] = ['Account ID', 'Email status'].map((name) => titles.indexOf(name));
  const verified = new Map<CellValue, number>();
  for (const person of people)
    if (person[status!] === 'verified') verified.set(person[id!]!, (verified.get(person[id!]!) ?? 0) + 1);
  return [[...header, 'Verified emails'], ...rows.slice(0, SIZE).map((row) => [...row, verified.get(row[0]!) ?? 0])];
}

const ACCOUNTS = companies();
const LAST = `${String.fromCharCode(64 + ACCOUNTS[0]!.length)}${SIZE + 1}`;
const range = (rows: Rows): string => `Pool!A1:${String.fromCharCode(64 + rows[0]!.length)}${rows.length}`;

function rowsOf(host: Host, formula: string): readonly (readonly CellValue[])[] {
  const result = host.evaluate(formula);
  if (result.kind === 'rows') return result.rows;
  throw new Error(result.kind === 'error' ? result.message : `${formula} gives one cell.`);
}

/** Plans the companies with the sample's plan but for its market bounds, which the formulas on the profile do not know. */
async function runResult(): Promise<Host> {
  const host = await openAddOn(bookOf({ Accounts: ACCOUNTS, Formulas: [['']] }));
  const rules = (SAMPLE.rules ?? []).filter((rule) => rule.For !== 'TAM');
  valueOf(host, { kind: 'importPlan', plan: { ...SAMPLE, rules } });
  valueOf(host, { kind: 'planEverything', accountsTab: 'Accounts' });
  return host;
}

const IDS = ACCOUNTS.slice(1).map((row) => String(row[0]));
const PLAN_RANGES = "'Plan ICP'!A1:K40";
const SETTINGS = "'Plan Settings'!A1:D20";

describe('on the sample', () => {
  let host: Host;
  /** Lines of Scores by account key. */
  let scores: ReadonlyMap<string, ReadonlyMap<string, CellValue>>;
  beforeAll(async () => {
    host = await runResult();
    scores = new Map(recordsOf(host, 'Scores').map((record) => [String(record.get('Account key')), record]));
  }, 30_000);
  const column = (header: string): (CellValue | undefined)[] => IDS.map((id) => scores.get(id)?.get(header));
  const beside = (formula: string): CellValue[] =>
    rowsOf(host, formula)
      .slice(1)
      .map(([cell]) => cell!);

  it('all 300 companies are in Scores, once', () => {
    expect([...scores.keys()].sort()).toEqual([...IDS].sort());
  });

  it.each([
    ['Fit', `=ICP_SCORE(Accounts!A1:${LAST}, ${PLAN_RANGES}, "", "fit", ${SETTINGS})`],
    ['Signal', `=ICP_SCORE(Accounts!A1:${LAST}, ${PLAN_RANGES}, "", "signal", ${SETTINGS})`],
    ['Why', `=ICP_EXPLAIN(Accounts!A1:${LAST}, ${PLAN_RANGES}, "", ${SETTINGS})`],
  ])('the column %s is what the formula gives', (header, formula) => {
    expect(beside(formula)).toEqual(column(header));
  });

  it('as_of given to the formula is the setting As of', () => {
    const given = `=ICP_SCORE(Accounts!A1:${LAST}, ${PLAN_RANGES}, DATE(2026,11,21), "signal")`;
    expect(beside(given)).toEqual(column('Signal'));
  });

  it('the points of each rule sum to the score to the last digit', () => {
    const points = rowsOf(host, `=ICP_BREAKDOWN(Accounts!A1:${LAST}, ${PLAN_RANGES}, "", ${SETTINGS})`);
    expect(points).toHaveLength(SIZE + 1);
    for (const [key, score, ...parts] of points.slice(1)) {
      expect(score).toBe(scores.get(String(key))?.get('Fit'));
      const sum = parts.reduce<number>((total, part) => total + Math.round(Number(part === '' ? 0 : part) * 10_000), 0);
      if (score !== '') expect(sum).toBe(Math.round(Number(score) * 10_000));
    }
  });

  it('SEGMENT_* over the accounts of the ICP are the tab Segments', () => {
    const isIn = (id: string): boolean => ['Tier 1', 'Tier 2'].includes(String(scores.get(id)?.get('Tier')));
    const pool = ACCOUNTS.filter((row, index) => index === 0 || isIn(String(row[0])));
    expect(pool.length).toBeGreaterThan(20);
    host.person.addTab('Pool');
    host.person.paste(
      'Pool',
      'A1',
      pool.map((row) => row.map((cell) => (typeof cell === 'string' && cell !== '' ? `'${cell}` : String(cell)))),
    );
    const rules = "'Plan Rules'!A1:E40";
    const day = 'DATE(2026,11,21)';
    const assigned = rowsOf(host, `=SEGMENT_ASSIGN(${range(pool)}, ${rules}, "", ${day})`)
      .slice(1)
      .map(([cell]) => cell);
    expect(assigned).toEqual(pool.slice(1).map((row) => scores.get(String(row[0]))?.get('Segment')));
    const segments = recordsOf(host, 'Segments').filter((record) => record.get('Rank') !== '');
    const byName = (header: string) => Object.fromEntries(segments.map((record) => [record.get('Segment'), record.get(header)]));
    expect(Object.fromEntries(rowsOf(host, `=SEGMENT_COUNT(${range(pool)}, ${rules}, "", ${day})`).slice(1))).toEqual(
      byName('Matches'),
    );
    expect(Object.fromEntries(rowsOf(host, `=SEGMENT_COVERAGE(${range(pool)}, ${rules}, "", ${day})`).slice(1))).toEqual(
      byName('Coverage'),
    );
  });
});
