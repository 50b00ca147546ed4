/** The light engine of the fault tests against the true one: the same random calls of Apps Script and edits of people leave the same cells. */
import * as library from '@odoo/o-spreadsheet';
import fc from 'fast-check';
import { Host } from '../../workbench/core/realm/host';
import { nodeRealms } from '../../workbench/core/realm/realmNode';
import { virtualClock } from '../../workbench/core/clock';
import type { SharedDocument } from '../../workbench/core/document/document';
import { emptySheet } from '../../workbench/core/document/emptySheet';
import { LightDocument } from '../support/faults/lightEngine';
import { LONG } from '../support/faults/faultPlans';
import { Progress } from '../support/faults/progress';

const [ROWS, COLUMNS] = [8, 6];
const TITLES = ['One', 'Two'];
/** Runs a list of calls; whatever Sheets refuses is part of what is compared. */
const CODE = `function play(text) {
  var book = SpreadsheetApp.getActive(), said = [];
  JSON.parse(text).forEach(function (step) {
    try {
      var sheet = book.getSheets()[step.tab % book.getSheets().length];
      var range = step.box && sheet.getRange(step.box[0], step.box[1], step.box[2], step.box[3]);
      if (step.do === 'set') { range.setNumberFormats(step.formats); range.setValues(step.values); }
      if (step.do === 'flush') SpreadsheetApp.flush();
      if (step.do === 'read') said.push(range.getValues());
      if (step.do === 'all') said.push(sheet.getSheetValues(1, 1, -1, -1));
      if (step.do === 'rows') sheet.insertRowsAfter(step.at, step.count);
      if (step.do === 'columns') sheet.insertColumnsAfter(step.at, step.count);
      if (step.do === 'tab') { book.insertSheet('Tab ' + step.at, book.getSheets().length); said.push(sheet.getName()); }
      if (step.do === 'size') said.push([sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getLastRow(), sheet.getLastColumn()]);
      if (step.do === 'name') sheet.addDeveloperMetadata('k', String(step.at), SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
    } catch (error) { said.push(String(error.message)); }
  });
  return JSON.stringify(said);
}`;
const bundle = {
  code: CODE,
  sidebar: '<p></p>',
  manifest: JSON.stringify({ oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'] }),
};
const sheets = TITLES.map((title, index) => ({ ...emptySheet(title, index + 1), rows: ROWS, columns: COLUMNS }));
const workbook = { title: 'B', locale: 'en_US', timeZone: 'Etc/UTC', sheets, namedRanges: [], metadata: [] };

function hosts(): readonly [light: Host, real: Host] {
  const options = { engine: library, bundle, workbook, realms: nodeRealms };
  const document = new LightDocument();
  const light = TITLES.map((title, index) => ({
    id: index + 1,
    title,
    isHidden: false,
    rows: ROWS,
    columns: COLUMNS,
    cells: new Map(),
    look: '',
  }));
  document.restore({ sheets: light, active: 1, notes: [], metadata: [], protections: [] });
  const clock = (): ReturnType<typeof virtualClock> => virtualClock('2026-11-21T12:00:00Z');
  return [new Host({ ...options, clock: clock() }, document), new Host({ ...options, clock: clock() })];
}

/** Every cell of every tab: value and format, and what is beside the cells. */
function contents(document: SharedDocument): unknown {
  const { engine } = document;
  const ids = engine.getters.getSheetIds();
  return {
    tabs: ids.map((id) => {
      const gid = engine.gid(id);
      const { rows, columns } = engine.size(gid);
      const cells = engine.readBox(gid, { row: 1, column: 1, rows, columns });
      return [
        engine.getters.getSheetName(id),
        rows,
        columns,
        cells.map((line) => line.map(({ value, formula }) => [value, formula ?? ''])),
      ];
    }),
    metadata: document.metadata.map(({ sheet, key, value }) => [sheet, key, value]),
    active: document.activeSheet,
  };
}

const text = fc.constantFrom(
  'Acme',
  '007',
  '=1+1',
  "'1",
  '-5',
  'TRUE',
  '1e5',
  '10%',
  '2026-01-31',
  '',
  ' x ',
  'm0123',
  '#N/A?',
  '@here',
);
const value = fc.oneof(text, fc.integer({ min: -9, max: 9_999 }), fc.boolean(), fc.constant(0.5));
const tab = fc.nat(2);
const small = fc.integer({ min: 1, max: 3 });
const at = fc.integer({ min: 1, max: 6 });
const box = fc.tuple(at, fc.integer({ min: 1, max: 4 }), small, small);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('set'),
      tab,
      box,
      format: fc.constantFrom('@', 'General', '#,##0'),
      fill: fc.array(value, { minLength: 9, maxLength: 9 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('read', 'flush', 'all', 'size'), tab, box }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('rows', 'columns', 'tab', 'name'), tab, at, count: small }) },
);
/** No tab is duplicated: the true engine reads a copy's texts again, so that `=1+1` becomes a formula, which Sheets does not do; and none sorted over cells it has just inserted, whose formats the light one leaves blank. */
const edit = fc.record({
  act: fc.constantFrom('type', 'insertRows', 'insertColumns', 'deleteRows', 'rename'),
  at,
  value: text,
});
interface Step {
  readonly do: string;
  readonly box?: readonly number[];
  readonly fill?: readonly unknown[];
  readonly format?: string;
}

/** A rectangle of the box's size. As the add-on writes: a text format for texts alone, never for numbers and truth values. */
function filled(one: Step): object {
  const { box: [, , rows = 1, columns = 1] = [], fill, format = 'General' } = one;
  if (fill === undefined) return one;
  const values = Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (__, x) => fill[y * 3 + x] ?? ''));
  const isText = (cell: unknown): boolean => typeof cell === 'string' && cell !== '';
  const formats = values.map((line) => line.map((cell) => (isText(cell) === (format === '@') ? format : 'General')));
  return { ...one, values, formats };
}

function act(
  { person }: Host,
  { act: what, at: place, value: typed }: { readonly act: string; readonly at: number; readonly value: string },
): string {
  try {
    if (what === 'type') person.type('One', `B${place}`, `typed ${typed}`);
    if (what === 'insertRows') person.insertRows('One', place, 2);
    if (what === 'insertColumns') person.insertColumns('One', Math.min(place, 4));
    if (what === 'deleteRows') person.deleteRows('Two', place);
    if (what === 'rename') person.renameTab('Two', `Two${typed.replace(/\W/g, '')}`);
    return '';
  } catch (error) {
    return String(error);
  }
}

it(
  'holds the same cells as the true engine after any program of calls and edits',
  () => {
    const program = fc.array(fc.tuple(fc.array(step, { minLength: 1, maxLength: 8 }), edit), { minLength: 1, maxLength: 4 });
    const progress = new Progress('programs on both engines', 100);
    fc.assert(
      fc.property(program, (rounds) => {
        progress.count();
        const [light, real] = hosts();
        for (const [steps, change] of rounds) {
          const text = JSON.stringify(steps.map(filled));
          expect(light.run('play', text)).toBe(real.run('play', text));
          expect(light.calls()).toEqual(real.calls());
          expect(act(light, change)).toBe(act(real, change));
          expect(contents(light.document)).toEqual(contents(real.document));
        }
      }),
      { numRuns: LONG ? 1_000 : 100, seed: 11 },
    );
    progress.end();
  },
  LONG ? 3_600_000 : 300_000,
);
