/** Formulas in cells of a spreadsheet: spills, recalculation, blank rows, and an order of headers that does not matter. */
import { SAMPLE_ACCOUNTS, SAMPLE_ICP, SAMPLE_RULES } from '../../src/functions/catalog/samples';
import type { Host } from '../../workbench/core/realm/host';
import { bookOf, openAddOn, type Rows } from '../support/commands/addOn';

jest.setTimeout(60_000);

const ACCOUNTS = SAMPLE_ACCOUNTS as Rows;
const ICP = SAMPLE_ICP as Rows;
const RULES = SAMPLE_RULES as Rows;

/** A tab with room for a spill. */
const BLANK: Rows = Array.from({ length: 12 }, (_, row) => (row === 11 ? ['', '', '', 'end'] : ['']));

const openSample = async (accounts = ACCOUNTS, icp = ICP, rules = RULES): Promise<Host> =>
  openAddOn(bookOf({ Accounts: accounts, 'Plan ICP': icp, 'Plan Rules': rules, Out: BLANK }));
const value = (host: Host, formula: string): unknown => {
  const result = host.evaluate(formula);
  return result.kind === 'rows' ? result.rows : result.kind === 'value' ? result.value : result;
};
const reversed = (rows: Rows): Rows => rows.map((row) => [...row].reverse());

describe('a formula in a cell', () => {
  it('spills beside the accounts, header first', async () => {
    const host = await openSample();
    host.person.type('Out', 'A1', "=ICP_SCORE(Accounts!A1:F5, 'Plan ICP'!A1:F5)");
    expect(host.person.values('Out', 'A1:A6')).toEqual([['Fit'], [100], [57.1429], [100], [28.5714], ['']]);
  });

  it('shows #REF! where its spill would cover what somebody typed, and leaves that alone', async () => {
    const host = await openSample();
    host.person.type('Out', 'A3', 'ours');
    host.person.type('Out', 'A1', "=ICP_SCORE(Accounts!A1:F5, 'Plan ICP'!A1:F5)");
    expect(host.person.values('Out', 'A1:A3')).toEqual([['#REF!'], [''], ['ours']]);
  });

  it('is computed anew when an account, a rule or a weight changes', async () => {
    const host = await openSample();
    host.person.type('Out', 'A1', "=ICP_SCORE(Accounts!A1:F5, 'Plan ICP'!A1:F5)");
    host.person.type('Out', 'C1', '=SEGMENT_COUNT(Accounts!A1:F5, \'Plan Rules\'!A1:E4, "Fintech")');
    host.person.type('Accounts', 'B3', 'Fintech');
    expect(host.person.values('Out', 'A1:A5')).toEqual([['Fit'], [100], [85.7143], [100], [28.5714]]);
    expect(host.person.values('Out', 'C1')).toEqual([[3]]);
    host.person.type('Plan ICP', 'E3', '50-5000');
    expect(host.person.values('Out', 'A5')).toEqual([[85.7143]]);
    host.person.type('Plan ICP', 'F4', 'Critical');
    expect(host.person.values('Out', 'A5')).toEqual([[60]]);
    host.person.type('Plan Rules', 'D2', 'Retail');
    expect(host.person.values('Out', 'C1')).toEqual([[0]]);
  });

  it('follows a table whose rows are sorted', async () => {
    const host = await openSample();
    host.person.type('Out', 'A1', "=ICP_SCORE(Accounts!A1:F5, 'Plan ICP'!A1:F5)");
    host.person.sort('Accounts', 'A2:F5', 1);
    expect(host.person.values('Out', 'A1:A5')).toEqual([['Fit'], [57.1429], [100], [28.5714], [100]]);
  });

  it('takes whole columns: rows below the list stay blank', async () => {
    const below = (rows: Rows): Rows => [...rows, ...Array.from({ length: 12 - rows.length }, () => [''])];
    const host = await openSample(below(ACCOUNTS), below(ICP));
    const rows = value(host, "=ICP_SCORE(Accounts!A1:F12, 'Plan ICP'!A1:F12)") as unknown[][];
    expect(rows).toHaveLength(12);
    expect(rows.slice(5)).toEqual(Array.from({ length: 7 }, () => ['']));
  });

  it('leaves rows blank that are blank, or no account, in the middle', async () => {
    const accounts = [
      ...ACCOUNTS.slice(0, 3),
      ['', '', '', '', '', ''],
      ['', 'Fintech', 100, 'DE', '', ''],
      ...ACCOUNTS.slice(3),
    ];
    const host = await openSample(accounts);
    expect(value(host, "=ICP_SCORE(Accounts!A1:F7, 'Plan ICP'!A1:F5)")).toEqual([
      ['Fit'],
      [100],
      [57.1429],
      [''],
      [''],
      [100],
      [28.5714],
    ]);
    expect(value(host, '=SEGMENT_ASSIGN(Accounts!A1:F7, \'Plan Rules\'!A1:E4, "none")')).toEqual([
      ['Segment'],
      ['Fintech'],
      ['none'],
      [''],
      [''],
      ['DACH teams'],
      ['Fintech'],
    ]);
  });

  it.each([
    "=ICP_SCORE(Accounts!A1:F5, 'Plan ICP'!A1:F5)",
    "=ICP_EXPLAIN(Accounts!A1:F5, 'Plan ICP'!A1:F5)",
    "=ICP_BREAKDOWN(Accounts!A1:F5, 'Plan ICP'!A1:F5)",
    "=SEGMENT_ASSIGN(Accounts!A1:F5, 'Plan Rules'!A1:E4)",
    "=SEGMENT_COVERAGE(Accounts!A1:F5, 'Plan Rules'!A1:E4)",
    "=SEGMENT_FUNNEL(Accounts!A1:F5, 'Plan Rules'!A1:E4)",
    "=TAM_FUNNEL(Accounts!A1:F5, 'Plan Rules'!A1:E4, 'Plan ICP'!A1:F5)",
  ])('does not depend on the order of columns: %s', async (formula) => {
    const other = await openSample(reversed(ACCOUNTS), reversed(ICP), reversed(RULES));
    expect(value(other, formula)).toEqual(value(await openSample(), formula));
  });

  it('gives blank, and never 0, for what is not known', async () => {
    const host = await openSample([ACCOUNTS[0]!, ['Ghost', '', '', '', '', ''], ['Full', 'Retail', 5, 'US', 'no', '']]);
    expect(value(host, "=ICP_SCORE(Accounts!A1:F3, 'Plan ICP'!A1:F5)")).toEqual([['Fit'], [''], [0]]);
    expect(value(host, "=SEGMENT_COVERAGE(Accounts!A1:F3, 'Plan Rules'!A1:E4)")).toEqual([
      ['Segment', 'Coverage'],
      ['Fintech', ''],
      ['DACH teams', ''],
    ]);
    expect(
      ['=TAM_VALUE(100, "")', '=ICP_SHARE(0, 0)', '=RATE_RANGE(0, 0)', '=SEGMENT_SCORE("","","","","")'].map((formula) =>
        value(host, formula),
      ),
    ).toEqual(['', '', '', '']);
  });

  it('counts the months of "within last" from as_of and from nothing else', async () => {
    const accounts = [
      ['Account name', 'Last funding date'],
      ['A', '2026-01-31'],
      ['B', '2024-01-31'],
    ];
    const icp = [
      ['Field', 'Operator', 'Value'],
      ['Last funding date', 'within last', 12],
    ];
    const host = await openSample(accounts, icp);
    host.person.type('Out', 'A1', '2026-02-28');
    expect(value(host, "=ICP_SCORE(Accounts!A1:B3, 'Plan ICP'!A1:C2, DATE(2026,2,28))")).toEqual([['Fit'], [100], [0]]);
    expect(value(host, "=ICP_SCORE(Accounts!A1:B3, 'Plan ICP'!A1:C2, Out!A1)")).toEqual([['Fit'], [100], [0]]);
    expect(value(host, "=ICP_SCORE(Accounts!A1:B3, 'Plan ICP'!A1:C2)")).toMatchObject({
      error: '#ERROR!',
      message:
        'ICP_SCORE: "as_of" is missing, and the rule "Last funding date within last 12" counts back from it. Give a date, e.g. DATE(2026,1,31), or a setting As of.',
    });
  });
});
