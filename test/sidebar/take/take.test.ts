/** What is taken along: files for other tools, formulas, CSV on its way in. */
import { readFileSync } from 'node:fs';
import type { PlanJson } from '../../../src/commands/protocol/requests';
import { dayOf } from '../../../src/domain/facts/day';
import { workOrder } from '../../../src/domain/explain/workOrder';
import { formatCsv, parseCsv } from '../../../src/sheet/table/csv';
import { decodeBytes, UnreadableFile } from '../../../src/sheet/table/decode';
import { readCsv } from '../../../workbench/files/csv';
import { FIRST_FIELDS } from '../../../sidebar/actions/columns';
import { liveOf } from '../../../sidebar/plan/live';
import { CHUNK, chunksOf, csvFile, rowsOfCsv } from '../../../sidebar/take/csvFile';
import { bestAccounts, enrichmentRows, partsFor, partsOf, suppressionRows } from '../../../sidebar/take/exports';
import { formulasFor, separatorOf } from '../../../sidebar/take/formulas';
import { TARGETS } from '../../../sidebar/take/targets';
import { sampleRows } from '../../../sidebar/take/sample';
import { opened } from '../../support/sidebar/lists';

const plan = JSON.parse(readFileSync('examples/plan.json', 'utf8')) as PlanJson;
const read = (name: string): string[][] => parseCsv(readFileSync(`examples/${name}.csv`, 'utf8'));
const { lists, draft } = opened(read('accounts'), plan, read('contacts'), { fields: FIRST_FIELDS });
const live = liveOf(lists, draft);

test('the best accounts are available ones in work order, never excluded', () => {
  const best = bestAccounts(live, 400);
  const tiers = best.map((account) => live.runResult.tiering.final[account]!);
  expect(tiers).toEqual([...tiers].sort((a, b) => a - b));
  expect(Math.max(...tiers)).toBeLessThan(4);
  expect(best.filter((account) => live.runResult.availability.available[account] !== 1)).toEqual([]);
  const order = workOrder(live.runResult, live.book).accounts;
  const positions = best.map((account) => order.indexOf(account));
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
});

test.each(TARGETS)('$name gets its own headers, and no row more than it takes', (target) => {
  const [part] = partsFor(target, lists, live, bestAccounts(live, 50), 'Best');
  expect(part!.rows[0]).toEqual(target.columns.map(([header]) => header));
  expect(new Set(part!.rows.map((row) => row.length))).toEqual(new Set([target.columns.length]));
  expect(part!.file).toBe(`Best for ${target.name}.csv`);
});

test('a segment’s people are its verified contacts, each address once', () => {
  const target = TARGETS.find(({ name }) => name === 'Smartlead')!;
  const [part] = partsFor(target, lists, live, bestAccounts(live, Infinity, { segment: 0 }), 'Segment');
  const emails = part!.rows.slice(1).map(([email]) => email);
  expect(emails.length).toBeGreaterThan(10);
  expect(new Set(emails).size).toBe(emails.length);
});

test('accounts of a tier are those of it and better', () => {
  const icp = bestAccounts(live, Infinity, { worst: 1 });
  expect(icp.length).toBeGreaterThan(100);
  expect(Math.max(...icp.map((account) => live.runResult.tiering.final[account]!))).toBe(1);
});

test('tools get bare domains, whole numbers and the reason of the tier', () => {
  const rows = [
    ['Account name', 'Domain', 'Employees', 'Account status'],
    ['Acme', 'https://www.Acme.com/about?x=1', '51-200', ''],
    ['Bolt', 'bolt.io', 'Large (1000+ employees)', ''],
    ['Corto', 'corto.de', '120.4', 'Customer'],
    ['Delta', '', 'many', ''],
  ];
  const known = opened(rows, { format: 1, icp: [{ Field: 'Account name', Operator: 'is known' }] }, undefined, {
    fields: FIRST_FIELDS,
  });
  const counted = liveOf(known.lists, known.draft);
  const [part] = partsFor(
    TARGETS.find(({ name }) => name === 'HubSpot')!,
    known.lists,
    counted,
    bestAccounts(counted, 10),
    'All',
  );
  expect(part!.rows[0]).toContain('Why this tier');
  expect(part!.rows.slice(1).map((row) => [row[0], row[1], row[3], row[8]])).toEqual([
    ['Bolt', 'bolt.io', '1000', 'Fit 100.0: 90 or more.'],
    ['Acme', 'acme.com', '51', 'Fit 100.0: 90 or more.'],
    ['Delta', '', '', 'Fit 100.0: 90 or more.'],
  ]);
  expect(suppressionRows(known.lists, counted)).toEqual([
    ['Account name', 'Domain', 'Status', 'Account key'],
    ['Corto', 'corto.de', 'Customer', 'corto.de'],
  ]);
});

test('rows above the cap are split in parts under the same header', () => {
  const rows = [['h'], ...Array.from({ length: 5 }, (_, index) => [index])];
  expect(partsOf(rows, 2, 'A/B').map(({ file, rows: part }) => [file, part.length])).toEqual([
    ['A B-part-1of3.csv', 3],
    ['A B-part-2of3.csv', 3],
    ['A B-part-3of3.csv', 2],
  ]);
});

test('the enrichment list begins with the field that could lift most accounts', () => {
  const [, ...rows] = enrichmentRows(lists, live);
  const counts = rows.map((row) => Number(row[5]));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

test('formulas take the separators of the spreadsheet’s locale', () => {
  expect(['en_US', 'de_DE', 'fr_FR', 'ja_JP', 'pt_BR', 'es_MX', 'en_GB'].map(separatorOf)).toEqual([
    ',',
    ';',
    ';',
    ',',
    ';',
    ',',
    ',',
  ]);
  const at = { accountsTab: "O'Brien", keyColumn: 2, width: 16, lastRow: 20, scoresTab: 'Scores', asOf: dayOf(2026, 11, 5) };
  expect(formulasFor({ ...at, locale: 'de_DE' }).map(({ formula }) => formula)).toEqual([
    ...['Tier', 'Fit', 'Segment'].map(
      (header) =>
        `=XLOOKUP(B2; INDEX(Scores!$A:$Z; 0; MATCH("Account key"; Scores!$2:$2; 0)); INDEX(Scores!$A:$Z; 0; MATCH("${header}"; Scores!$2:$2; 0)); "")`,
    ),
    "=ICP_SCORE('O''Brien'!A1:P20; 'Plan ICP'!A:K; DATE(2026; 11; 5))",
  ]);
});

test('a CSV keeps leading zeros, dates and formulas as text and plain numbers as numbers', () => {
  const rows = rowsOfCsv("Name;Zip;Size\nA;01234;120\nB;'=1+1;1.2M\n;;\nC;5\n");
  expect(rows).toEqual([
    ['Name', 'Zip', 'Size'],
    ['A', '01234', 120],
    ['B', '=1+1', '1.2M'],
    ['C', 5, ''],
  ]);
  expect(() => rowsOfCsv('only a header\n')).toThrow(UnreadableFile);
  expect(chunksOf(Array.from({ length: CHUNK + 1 }, () => ['x'])).map(({ row, rows: chunk }) => [row, chunk.length])).toEqual([
    [1, CHUNK],
    [CHUNK + 1, 1],
  ]);
  expect(
    chunksOf(
      Array.from({ length: CHUNK + 5 }, () => ['x']),
      CHUNK + 2,
    ).map(({ row, rows: chunk }) => [row, chunk.length]),
  ).toEqual([[CHUNK + 3, 3]]);
});

test('page and command line read the same cells of one file, and give them back after export', () => {
  const text = 'Name;Version;Zip\nÄr;1.10;01234\n\'=1+1;2.5;\'-5\nAcme, "x";3;"a\nb"\n';
  for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text, 'latin1')]) {
    const rows = rowsOfCsv(decodeBytes(new Uint8Array(bytes)).text);
    expect(rows).toEqual(readCsv('list.csv', bytes).rows);
    expect(rows[1]).toEqual(['Är', '1.10', '01234']);
    expect(rows[2]).toEqual(['=1+1', 2.5, '-5']);
    expect(rowsOfCsv(formatCsv(rows))).toEqual(rows);
  }
});

test('a file has the mark of its content, whatever it is called', () => {
  const rows = sampleRows();
  const other = rows.map((row, index) => (index === 60 ? [...row.slice(0, -1), 'x'] : row));
  expect(csvFile('a', rows).mark).toBe(csvFile('b', sampleRows()).mark);
  expect(csvFile('a', other).mark).not.toBe(csvFile('a', rows).mark);
  expect(csvFile('a', rows.slice(0, -1)).mark).not.toBe(csvFile('a', rows).mark);
});

test('the sample is the same every time, at addresses no mail reaches', () => {
  const rows = sampleRows();
  expect(rows).toEqual(sampleRows());
  expect(rows).toHaveLength(121);
  expect(
    rows.slice(1).every(([name, domain]) => /^Sample Account \d{3}$/.test(String(name)) && String(domain).endsWith('.example')),
  ).toBe(true);
});
