/** What only the page asks: the selected row, one account, a sample of a long list, a CSV import that stops half way. */
import type { ColumnsReply } from '../../src/commands/protocol/columns';
import type { CsvImportReply, SelectionReply, StoppedImport } from '../../src/commands/protocol/replies';
import type { CsvImportRequest, PlanJson, Request } from '../../src/commands/protocol/requests';
import type { Host } from '../../workbench/core/realm/host';
import { ask, bookOf, openAddOn, valueOf, type Rows } from '../support/commands/addOn';

const ACCOUNTS: Rows = [
  ['Account name', 'Domain', 'Industry', 'Employees'],
  ...Array.from({ length: 60 }, (_, index) => [
    `Sample ${index}`,
    `sample${index % 58}.example`,
    index % 3 === 0 ? 'Software' : 'Retail',
    20 + index,
  ]),
];
const PLAN: PlanJson = { format: 1, icp: [{ Field: 'Industry', Operator: 'is', Value: 'Software' }] };

interface Answers {
  readonly columns: ColumnsReply;
  readonly selection: SelectionReply;
  readonly csvImport: CsvImportReply;
  readonly hello: { readonly stopped?: StoppedImport; readonly draft?: string };
  readonly draft: { readonly isKept: boolean };
  readonly keepImport: object;
}

function asked<K extends keyof Answers>(host: Host, request: Extract<Request, { readonly kind: K }>): Answers[K] {
  const reply = ask<Answers[K]>(host, request);
  if (!reply.ok) throw new Error(`${reply.error.what} ${reply.error.fix}`);
  return reply.value;
}
const open = (tabs: Readonly<Record<string, Rows>> = { Accounts: ACCOUNTS, Notes: [['x'], ['y']] }): Promise<Host> =>
  openAddOn(bookOf(tabs));
const columns = (host: Host, more: object): ColumnsReply => asked(host, { kind: 'columns', fields: ['Industry'], ...more });

test('the selected row is the one with the focus, on whichever tab is open', async () => {
  const host = await open();
  host.person.select('Accounts', 'C7:D9');
  expect(asked(host, { kind: 'selection' })).toEqual({ tab: 'Accounts', row: 7, key: '', isOurs: false });
  host.person.select('Notes', 'A2');
  expect(asked(host, { kind: 'selection' })).toEqual({ tab: 'Notes', row: 2, key: '', isOurs: false });
});

test('in Scores the selected row is told by its account key, and stamp and headers are no account', async () => {
  const host = await open();
  valueOf(host, { kind: 'importPlan', plan: PLAN });
  valueOf(host, { kind: 'planEverything' });
  const keyAt = (position: string): SelectionReply => {
    host.person.select('Scores', position);
    return asked(host, { kind: 'selection' });
  };
  const { key } = keyAt('B4');
  expect(key).toMatch(/^sample\d+\.example$/);
  expect(keyAt('H4').key).toBe(key);
  expect([keyAt('A1').key, keyAt('A2').key, keyAt('A500').key]).toEqual(['', '', '']);
  host.person.select('Summary', 'A3');
  expect(asked(host, { kind: 'selection' })).toEqual({ tab: 'Summary', row: 3, key: '', isOurs: true });
});

describe('what is not saved yet', () => {
  const kept = (host: Host): string | undefined => asked(host, { kind: 'hello' }).draft;

  test.each([['half a rule'], ['🙂'.repeat(8_000)], [`a${'🙂'.repeat(4_000)}`], ['ü€'.repeat(9_000)]])(
    'is given back whole with the next greeting: %#',
    async (text) => {
      const host = await open();
      expect(kept(host)).toBeUndefined();
      expect(asked(host, { kind: 'draft', text })).toEqual({ isKept: true });
      expect(kept(host)).toBe(text);
      asked(host, { kind: 'draft', text: 'shorter' });
      expect(kept(host)).toBe('shorter');
      asked(host, { kind: 'draft', text: '' });
      expect(kept(host)).toBeUndefined();
      expect([...host.document.properties.values()].flatMap((store) => [...store.keys()])).toEqual([]);
    },
  );

  test('is refused when it is too long, and what was kept before is not given back as if it were it', async () => {
    const host = await open();
    asked(host, { kind: 'draft', text: 'first' });
    expect(asked(host, { kind: 'draft', text: 'x'.repeat(30_001) })).toEqual({ isKept: false });
    expect(kept(host)).toBeUndefined();
  });

  test('is in no cell and no tab', async () => {
    const host = await open();
    const before = host.snapshot().sheets;
    asked(host, { kind: 'draft', text: 'half a rule' });
    expect(host.snapshot().sheets).toEqual(before);
  });
});

test('one account comes by its row or its key, duplicates together, and a stranger not at all', async () => {
  const host = await open();
  expect(columns(host, { only: 9 })).toMatchObject({ size: 60, chosen: 1, keys: ['sample7.example'], rows: [9] });
  expect(columns(host, { only: 'sample1.example' })).toMatchObject({ chosen: 2, rows: [3, 61] });
  expect(columns(host, { only: 900 })).toMatchObject({ size: 60, chosen: 0, keys: [], rows: [] });
});

test('a sample is of the size asked for, in the list’s order, the same every time, and whole lists stay whole', async () => {
  const host = await open();
  const sample = columns(host, { most: 25 });
  expect([sample.size, sample.chosen, sample.keys.length]).toEqual([60, 25, 25]);
  expect(sample.rows).toEqual([...new Set(sample.rows)].sort((a, b) => a - b));
  expect(columns(host, { most: 25 })).toEqual(sample);
  expect(columns(await open(), { most: 25 }).rows).toEqual(sample.rows);
  expect(columns(host, { most: 60 }).rows).toHaveLength(60);
  const whole = columns(host, {});
  for (const [position, row] of sample.rows.entries()) expect(sample.keys[position]).toBe(whole.keys[whole.rows.indexOf(row)]);
  expect(columns(host, { most: 25, from: 20 }).rows).toEqual(sample.rows.slice(20));
});

test('contacts of a sample belong to the accounts they came with', async () => {
  const contacts: Rows = [
    ['Contact name', 'Email', 'Title', 'Domain'],
    ...ACCOUNTS.slice(1, 59).map(([, domain], index) => [
      `P ${index}`,
      `p@${String(domain)}`,
      `Title of ${String(domain)}`,
      String(domain),
    ]),
  ];
  const host = await open({ Accounts: ACCOUNTS, Contacts: contacts });
  const { keys, contacts: sent } = columns(host, { most: 20 });
  expect(sent!.accounts.length).toBeGreaterThan(15);
  for (const [position, account] of sent!.accounts.entries())
    expect(sent!.titles[position]).toBe(`Title of ${String(keys[account])}`);
});

describe('a CSV import', () => {
  const rows = [['Name', 'Domain'], ...Array.from({ length: 5 }, (_, index) => [`A${index}`, `a${index}.example`])];
  const whole = { file: 'list.csv', rows: 6, mark: '6-abc' };
  const chunk = (host: Host, title: string, from: number, to: number, more: Partial<CsvImportRequest> = {}): CsvImportReply =>
    asked(host, { kind: 'csvImport', title, row: from + 1, rows: rows.slice(from, to), whole, ...more });
  const stopped = (host: Host): unknown => asked(host, { kind: 'hello' }).stopped;

  test('that stops half way is remembered under the tab’s present title, and gone on with', async () => {
    const host = await open();
    const { guard, tab } = chunk(host, 'list', 0, 2);
    host.person.renameTab(tab, 'My list');
    expect(stopped(host)).toEqual({ ...whole, tab: 'My list', done: 2, guard, head: expect.any(String) as string });
    chunk(host, 'My list', 2, 4, { guard });
    chunk(host, 'My list', 2, 4, { guard });
    expect(stopped(host)).toMatchObject({ done: 4 });
    chunk(host, 'My list', 4, 6, { guard });
    expect(stopped(host)).toBeUndefined();
    expect(host.person.values('My list', 'A1:B6')).toEqual(rows);
  });

  test('that is kept as it is, or whose tab is gone, is spoken of no more', async () => {
    const host = await open();
    chunk(host, 'list', 0, 2);
    asked(host, { kind: 'keepImport' });
    expect(stopped(host)).toBeUndefined();
    chunk(host, 'list', 0, 2);
    host.person.deleteTab('list (Segment Planner)');
    expect(stopped(host)).toBeUndefined();
  });

  test('in one piece leaves nothing to remember', async () => {
    const host = await open();
    chunk(host, 'list', 0, 6);
    expect(stopped(host)).toBeUndefined();
  });
});
