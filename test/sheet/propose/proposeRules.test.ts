/** A first plan: made of what the list holds, readable by the readers, and the same every time. */
import fc from 'fast-check';
import { dayOf } from '../../../src/domain/facts/day';
import type { Cell } from '../../../src/sheet/grid';
import { operandItems } from '../../../src/sheet/plan/operand';
import { proposeRules } from '../../../src/sheet/propose/proposeRules';
import { runPlan } from '../../../src/sheet/run/run';
import { checkFields } from '../../../src/sheet/lists/checkFields';
import { readGrid } from '../../support/sheet/lists/lists';
import { read, refusalsOf } from '../../support/sheet/plan/plans';

const HEADERS = ['Account name', 'Industry', 'Employees', 'Country', 'Open roles', 'Account status', 'Last funding date'];
const rowsOf = (count: number, row: (index: number) => Cell[]): Cell[][] =>
  Array.from({ length: count }, (_, i) => [`Firm ${i}`, ...row(i)]);
const AS_OF = dayOf(2026, 2, 28);
const proposed = (rows: Cell[][]) => proposeRules(readGrid([HEADERS, ...rows]).lists.accounts, AS_OF);
const propose = (rows: Cell[][]) => proposed(rows).proposals;
const valueOf = (proposals: ReturnType<typeof propose>, field: string) =>
  proposals.find(({ row }) => row.Field === field)?.row.Value;

describe('a proposal', () => {
  it('takes the most frequent values until half of the known ones are covered', () => {
    const industries = ['Fintech', 'Fintech', 'Fintech', 'Software', 'Software', 'Retail', 'Mining', 'Food', '', 'n/a'];
    expect(valueOf(propose(rowsOf(10, (i) => [industries[i]!, '', '', '', '', ''])), 'Industry')).toBe('Fintech; Software');
  });

  it('says of how many known ones its share is, where not all are known', () => {
    const note = (industries: readonly string[]) =>
      propose(rowsOf(industries.length, (i) => [industries[i]!, '', '', '', '', '']))[0]?.note;
    expect(note(['Fintech', 'Fintech', 'Retail', 'Food', ''])).toBe(
      'Industry: Fintech; 50 % of the 4 known of the accounts of the list.',
    );
    expect(note(['Fintech', 'Fintech', 'Retail', 'Food'])).toBe('Industry: Fintech; 50 % of the accounts of the list.');
  });

  it('takes the middle half of the numbers, from the first quartile to the third, and what lies around for half the points', () => {
    const proposals = propose(rowsOf(9, (i) => ['', (i + 1) * 11, '', '', '', '']));
    expect(proposals.map(({ row }) => [row.Rule, row.Value, row.Importance])).toEqual([
      ['Employees', '33-77', 'High'],
      ['Employees, near', '17-150', 'High'],
    ]);
  });

  it('learns from the customers when there are eight of them, and says so', () => {
    const rows = rowsOf(20, (i) => [
      i < 8 ? 'Fintech' : 'Retail',
      '',
      '',
      '',
      i < 8 ? 'Customer' : i < 14 ? 'Former customer' : 'Lead',
      '',
    ]);
    const [industry] = propose(rows);
    expect(industry?.row.Value).toBe('Fintech');
    expect(industry?.note).toBe('Industry: Fintech; 8 of 8 customers, 40 % of the list.');
    expect(proposed(rows).basis).toContain('8 customers');
    expect(proposed(rows.slice(1)).basis).toContain('too few customers');
    // Most of the whole list is in Retail, which says nothing about its best.
    expect(valueOf(propose(rows.slice(1)), 'Industry')).toBeUndefined();
  });

  it('counts spellings of one country together', () => {
    const countries = ['Germany', 'DE', 'Deutschland', 'US', 'France', 'US'];
    expect(valueOf(propose(rowsOf(6, (i) => ['', '', countries[i]!, '', '', ''])), 'Country')).toBe('Germany');
  });

  it('quotes values that hold a separator, so that they stay one', () => {
    const name = 'Oil, "Gas" and Coal';
    const value = valueOf(propose(rowsOf(6, (i) => [i < 3 ? name : `Kind ${i}`, '', '', '', '', ''])), 'Industry');
    expect(operandItems(String(value))).toEqual([name]);
  });

  it('proposes only signals that an account shows, since one that none shows keeps all out of Tier 1', () => {
    const fields = (roles: Cell, raised: Cell) =>
      propose(rowsOf(6, (i) => ['', '', '', i === 0 ? roles : 0, '', i === 0 ? raised : '2013-05-01'])).map(
        ({ row }) => row.Field,
      );
    expect(fields(3, '2025-02-28')).toEqual(['Last funding date', 'Open roles']);
    expect(fields(2, '2025-02-27')).toEqual([]);
  });

  it.each<[string, (i: number) => Cell[]]>([
    ['of one value that most of the list has', (i) => [i < 12 ? 'B2B' : `Kind ${i}`, '', '', '', '', '']],
    ['of values that nearly all of the list has', (i) => [i < 9 ? 'B2B' : i < 18 ? 'B2C' : 'Food', '', '', '', '', '']],
    ['of a yes or no', (i) => [['Si', 'No', 'si', 'no', 'Sí'][i % 5]!, '', '', '', '', '']],
    ['of numbers that nearly all have', (i) => ['', i < 18 ? 10 + (i % 2) : 500, '', '', '', '']],
    ['of a signal that nearly all show', (i) => ['', '', '', i < 18 ? 5 : 0, '', '']],
  ])('holds no rule %s', (_, row) => {
    expect(propose(rowsOf(20, row))).toEqual([]);
  });

  it('holds no rule of values that hardly any account has', () => {
    const rows = (share: number) => rowsOf(40, (i) => [i < share ? 'Rare' : `Kind ${i}`, '', '', '', '', '']);
    expect(propose(rows(3))).toEqual([]);
    expect(valueOf(propose(rows(4)), 'Industry')).toBe('Rare');
  });

  it('counts the items of a list one by one, and says how many accounts have any of those it takes', () => {
    const industries = ['SaaS; Fintech', 'Fintech; SaaS', 'Fintech', 'Retail; Food', 'Retail', 'Mining', 'Food', 'Travel'];
    const [proposal] = propose(rowsOf(8, (i) => [industries[i]!, '', '', '', '', '']));
    expect(proposal?.row.Value).toBe('Fintech; Food');
    expect(proposal?.note).toContain('62.5 % of the accounts of the list');
  });

  it('keeps what most customers share and the list as a whole does not', () => {
    const rows = rowsOf(30, (i) => [i < 9 ? 'Fintech' : `Kind ${i % 3}`, '', '', '', i < 9 ? 'Customer' : 'Lead', '']);
    expect(valueOf(propose(rows), 'Industry')).toBe('Fintech');
  });

  it('proposes nothing from columns nobody filled, and no rule from values all different', () => {
    expect(propose(rowsOf(6, (i) => [`Kind ${i}`, '', '', '', '', '']))).toEqual([]);
  });

  it('is always a plan that runs, and the same for the rows in any order', () => {
    const cell = (...cells: Cell[]) => fc.constantFrom<Cell>(...cells);
    const row = fc.tuple(
      cell('', 'Fintech', 'Software', '__proto__', 'a; b', 'x, "y"'),
      cell('', 0, 5, 60, '51-200', '10,001+', -4, 'many'),
      cell('', 'US', 'Germany', 'Atlantis', 'constructor'),
      cell('', 3, 0),
      cell('', 'Customer', 'Lead'),
      cell('', '2026-01-31', '2020-05-01'),
    );
    const lists = fc
      .array(row, { minLength: 1, maxLength: 14 })
      .map((rows) => rows.map((cells, i): Cell[] => [`Firm ${i}`, ...cells]));
    fc.assert(
      fc.property(lists, (rows) => {
        const proposals = propose(rows);
        expect(propose([...rows].reverse())).toEqual(proposals);
        if (proposals.length === 0) return;
        const plan = { icp: proposals.map((proposal) => proposal.row) };
        const list = readGrid([HEADERS, ...rows]);
        expect(refusalsOf(plan)).toEqual([]);
        expect(checkFields(read(plan), list.lists.accounts, list.accountsTab, list.headers)).toEqual([]);
        expect(runPlan(list, read(plan).plan).runResult.counts.accounts).toBe(rows.length);
      }),
      { numRuns: 60 },
    );
  });
});
