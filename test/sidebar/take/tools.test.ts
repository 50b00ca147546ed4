/** Files for other tools, read back by rules written from what each tool publishes, in another language. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlanJson } from '../../../src/commands/protocol/requests';
import { formatCsv, parseCsv } from '../../../src/sheet/table/csv';
import { FIRST_FIELDS } from '../../../sidebar/actions/columns';
import { liveOf } from '../../../sidebar/plan/live';
import { bestAccounts, partsFor, unverifiedRows } from '../../../sidebar/take/exports';
import { TARGETS } from '../../../sidebar/take/targets';
import { opened } from '../../support/sidebar/lists';

const plan = JSON.parse(readFileSync('examples/plan.json', 'utf8')) as PlanJson;
const read = (name: string): string[][] => parseCsv(readFileSync(`examples/${name}.csv`, 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'exports-'));

/** What the tool would refuse of these rows. */
function refused(tool: string, rows: Parameters<typeof formatCsv>[0]): string[] {
  const file = join(folder, `${tool}.csv`);
  writeFileSync(file, `\ufeff${formatCsv(rows)}`);
  return execFileSync('python3', ['-B', 'test/sidebar/take/tools.py', tool, file], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');
}

/** Cells as exports of CRMs have them. */
const MESSY = [
  ['Account name', 'Domain', 'Industry', 'Employees', 'Country', 'Account status'],
  ['Acme, "the" firm', 'https://www.Acme.com/about?x=1', 'Software', '51-200', 'Deutschland', ''],
  ['=HYPERLINK("x")', 'bolt.io', 'Software; Retail', 'Large (1000+ employees)', 'US', ''],
  ['Corto', 'corto.de', 'Software', '120.4', 'DE', 'Customer'],
  ['Delta', '', 'Software', 'many', '', ''],
  ['Échelon\nSARL', 'HTTP://echelon.fr:8080', 'Software', '1.2k', 'France', ''],
];
const PEOPLE = [
  ['Company', 'Email', 'Full name', 'Title', 'Email status'],
  ['bolt.io', 'Ann@bolt.io', 'Ann Lee', 'CEO', 'verified'],
  ['bolt.io', 'ann@bolt.io', 'Ann Lee', 'CEO', 'verified'],
  ['echelon.fr', 'jo@echelon.fr', 'Jo de la Cruz', 'VP, Sales', 'verified'],
  ['corto.de', 'boss@corto.de', 'A Customer', 'CEO', 'verified'],
];

const { lists: sample, draft: sampleDraft } = opened(read('accounts'), plan, read('contacts'), { fields: FIRST_FIELDS });
const sampleLive = liveOf(sample, sampleDraft);

describe.each(TARGETS)('$name', (target) => {
  it('takes every row of the sample', () => {
    const parts = partsFor(target, sample, sampleLive, bestAccounts(sampleLive, Infinity), 'Best');
    expect(parts.flatMap(({ rows }) => rows.slice(1)).length).toBeGreaterThan(200);
    for (const { rows } of parts) expect(refused(target.name, rows)).toEqual([]);
  });

  it('takes rows from a messy export, without its customer', () => {
    const given: PlanJson = {
      format: 1,
      icp: [{ Field: 'Industry', Operator: 'is', Value: 'Software' }],
      segments: [{ Segment: 'All', 'Pain point': 'Slow, "manual" work', 'Offer angle': 'A pilot' }],
      rules: [{ For: 'All', Field: 'Industry', Operator: 'is', Value: 'Software' }],
    };
    const { lists, draft } = opened(MESSY, given, PEOPLE, { fields: FIRST_FIELDS });
    const live = liveOf(lists, draft);
    const [part] = partsFor(target, lists, live, bestAccounts(live, 10), 'Best');
    expect(refused(target.name, part!.rows)).toEqual([]);
    const text = JSON.stringify(part!.rows);
    expect(text).not.toContain('orto');
    expect(part!.rows).toHaveLength(target.rows === 'people' ? 3 : 5);
    if (target.rows === 'people') expect(text).toContain(JSON.stringify('Slow, "manual" work').slice(1, -1));
  });
});

it('what a tool would refuse is found', () => {
  const [header, ...rows] = [
    ['Account Name', 'Account Website', 'Tier'],
    ['Acme', 'https://acme.com', 'Tier 1'],
    ['', '', 'Excluded'],
  ];
  expect(refused('Apollo', [header, ...rows])).toEqual([
    "row 2: Account Website 'https://acme.com'",
    "row 3: none of ['Account Name', 'Account Website'] is filled",
    "row 3: tier 'Excluded'",
  ]);
});

it('accounts without a verified email are those that no verified person belongs to', () => {
  const given: PlanJson = { format: 1, icp: [{ Field: 'Industry', Operator: 'is', Value: 'Software' }] };
  const { lists, draft } = opened(MESSY, given, PEOPLE, { fields: FIRST_FIELDS });
  const live = liveOf(lists, draft);
  const [header, ...rows] = unverifiedRows(lists, live, bestAccounts(live, 10));
  expect(header?.[0]).toBe('Account name');
  expect(rows.map(([name]) => name).sort()).toEqual(['Acme, "the" firm', 'Delta']);
});
