/** Which tab is taken for the list of accounts where several could be. */
import type { Host } from '../../../workbench/core/realm/host';
import { bookOf, openAddOn, valueOf, type Rows } from '../../support/commands/addOn';

jest.setTimeout(60_000);

const listOf = (...names: readonly string[]): Rows => [
  ['Account name', 'Industry', 'Employees'],
  ...names.map((name): readonly [string, string, number] => [name, 'Software', 120]),
];
const PLAN = { format: 1, icp: [{ Field: 'Industry', Operator: 'is', Value: 'Software' }] } as const;

/** The first sentence of a run over these tabs, the first of them hidden. */
async function readFrom(tabs: Readonly<Record<string, Rows>>): Promise<string | undefined> {
  const book = bookOf(tabs);
  const sheets = book.sheets.map((sheet, index) => ({ ...sheet, hidden: index === 0 }));
  const host: Host = await openAddOn({ ...book, sheets });
  valueOf(host, { kind: 'importPlan', plan: PLAN });
  return valueOf(host, { kind: 'planEverything' }).sentences[0];
}

it('a hidden copy left of the list is not taken for it', async () => {
  expect(await readFrom({ 'Old list': listOf('Acme'), Companies: listOf('Acme', 'Bolt') })).toMatch(
    /^2 accounts read from Companies: /,
  );
});

it('a hidden list beside tabs that hold none is the list', async () => {
  expect(await readFrom({ Accounts: listOf('Acme', 'Bolt', 'Cogs'), Notes: [['call them'], ['soon']] })).toMatch(
    /^3 accounts read from Accounts: /,
  );
});
