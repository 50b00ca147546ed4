/**
 * Generated files, plans, requests and references: each is read or refused in one clean sentence, none with a stack trace and none in more than
 * 10 seconds of a processor. 2,000 cases; 100,000 by `npm run test:long`. How many there were and how long the slowest took is printed.
 */
import * as odoo from '@odoo/o-spreadsheet';
import fc from 'fast-check';
import { answer } from '../../src/commands/requests/serve';
import type { Moment, Workbook } from '../../src/commands/workbook/workbook';
import { PLAN_KEYS, PLAN_TABS } from '../../src/sheet/plan/tabs';
import { refusal, Refusal } from '../../src/sheet/problem';
import { endingOf } from '../../workbench/cli/refused';
import { Engine } from '../../workbench/core/engine/engine';
import { openFile } from '../../workbench/files/open';
import { Unreadable } from '../../workbench/files/unreadable';
import { rawXlsx, xlsxParts, zipOf } from '../support/workbench/files/rawXlsx';

const isLong = process.env.PLANNER_LONG === '1';
jest.setTimeout(isLong ? 7_200_000 : 180_000);

const FACTOR = isLong ? 50 : 1;
const MOST_SECONDS = 10;
const MOMENT = { install: 'a', day: 20_000, minute: 0, time: '', runId: 'r' } as unknown as Moment;

let cases = 0;
let slowest = 0;
afterAll(() => {
  process.stderr.write(`${cases.toLocaleString('en-US')} cases, the slowest ${slowest.toFixed(2)} s of a processor\n`);
});

async function within<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  const begun = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(begun);
  cases += 1;
  slowest = Math.max(slowest, (user + system) / 1e6);
  expect((user + system) / 1e6).toBeLessThan(MOST_SECONDS);
  return value;
}

/** One line for people: nothing that moves a cursor or turns a line around, and no place in a program. */
function expectSentence(sentence: string): void {
  expect(sentence).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+$/);
  expect(sentence).not.toMatch(/\s+at .+:\d+:\d+|undefined|is not a function|Cannot read prop/);
  expect(sentence.length).toBeLessThan(2100);
}

/** What `openFile` makes of the bytes: a workbook for the engine, a table, or a sentence. */
async function expectOpened(name: string, bytes: Uint8Array, isLoaded = false): Promise<void> {
  await within(async () => {
    try {
      const opened = await openFile(name, bytes);
      for (const note of opened.kind === 'xlsx' ? opened.notes : opened.table.notes) expectSentence(note);
      if (isLoaded && opened.kind === 'xlsx') {
        const functions = { has: () => false, call: () => ({ value: '' }), now: () => 46_000 };
        const structure = { shifted: () => undefined, deleted: () => undefined, duplicated: () => undefined };
        const engine = new Engine(odoo, opened.book, [], { functions, structure });
        for (const sheet of opened.book.sheets) engine.contentSize(sheet.id);
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      expectSentence(endingOf(error));
    }
  });
}

const share = (count: number): { readonly numRuns: number } => ({ numRuns: count * FACTOR });

test('any bytes are read or refused with one sentence', async () => {
  const token = fc.constantFrom(
    ...[
      '"',
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      '\r',
      '|',
      '\\"',
      '""',
      "'",
      '=1+1',
      'sep=;',
      'Name',
      'Domain',
      'Employees',
      '12',
      '1e999',
    ],
    ...['\u0000', '\u001b[2J', '\u0085', '\u202e', '\ufeff', '\ud83d\ude00', 'x'.repeat(300), '\u00e9'],
  );
  const text = fc.array(token, { maxLength: 60 }).map((tokens) => Buffer.from(tokens.join('')));
  const utf16 = fc.array(token, { maxLength: 30 }).map((tokens) => Buffer.from(`\ufeff${tokens.join('')}`, 'utf16le'));
  const raw = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
  const starts = fc.constantFrom(
    'PK\u0003\u0004',
    '%PDF-',
    '\u00d0\u00cf\u0011\u00e0',
    '\u001f\u008b',
    '<html>',
    '{"a"',
    '\u00ff\u00fe',
    '\u00fe\u00ff',
  );
  const begun = fc.tuple(starts, raw).map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]));
  const whole = rawXlsx([{ xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }]);
  const broken = fc
    .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
    .map((changes) => changes.reduce((bytes, [at, value]) => (bytes.writeUInt8(value, at), bytes), Buffer.from(whole)));
  const cut = fc.nat(whole.length).map((end) => whole.subarray(0, end));
  await fc.assert(
    fc.asyncProperty(fc.oneof(text, utf16, raw, begun, broken, cut), async (bytes) => expectOpened('list\u001b.csv', bytes)),
    share(800),
  );
});

const place = fc.oneof(
  fc.constantFrom('A1', 'XFD1048576', 'XFE1', 'A1048577', 'ZZZZ9', 'A0', 'a1', '$A$1', '', '1', 'A', 'A1:B2', 'A01', 'A-1'),
  fc
    .tuple(fc.constantFrom('A', 'B', 'Z', 'AA', 'XFD'), fc.integer({ min: 1, max: 3000 }))
    .map(([letters, row]) => `${letters}${row}`),
);
const range = fc.oneof(
  place,
  fc.tuple(place, place).map(([from, to]) => `${from}:${to}`),
  fc.constantFrom('A:A', '1:1', 'A:XFD', '1:1048576', '#REF!', "'x'!A1", 'A1 B2:C3', 'A1,B2', '[1]x!A1', 'A1:B2:C3', '::'),
);
const LISTS = (rows: string): string => `<sheetData>${rows}</sheetData>`;

test('any XML in a workbook is read or refused with one sentence', async () => {
  const name = fc.constantFrom(
    'row',
    'c',
    'v',
    'f',
    'is',
    't',
    'r',
    'mergeCell',
    'cols',
    'col',
    'hyperlink',
    'rPh',
    'x:c',
    'sheetData',
    'numFmts',
  );
  const attribute = fc.constantFrom(
    ...[
      'r="A1"',
      "r='B2'",
      'r="1"',
      't="s"',
      't="str"',
      't="b"',
      't="e"',
      't="inlineStr"',
      's="7"',
      's="-1"',
      'ref="A1:XFD1048576"',
      'r=""',
    ],
    ...['min="1" max="99999"', 'si="0" t="shared"', 't="array" ref="A1:Z9"', 'x', '&amp;="1"', 'r="A1" r="A2"', 'hidden="1"'],
  );
  const content = fc.constantFrom(
    '1',
    '-1e999',
    'NaN',
    '&#0;',
    '&#x1b;',
    '&lt;',
    '&bad;',
    ']]>',
    '<![CDATA[x]]>',
    '<!--',
    'SUM(A1:A9)',
    '0',
    '99999',
    '\u202e',
  );
  const piece = fc.oneof(
    fc.tuple(name, attribute, content).map(([tag, given, text]) => `<${tag} ${given}>${text}</${tag}>`),
    fc.tuple(name, attribute).map(([tag, given]) => `<${tag} ${given}/>`),
    fc.tuple(name, attribute).map(([tag, given]) => `<${tag} ${given}>`),
    name.map((tag) => `</${tag}>`),
    content,
    fc.constantFrom('<!DOCTYPE x [<!ENTITY a "aaaa">]>', '<?xml version="1.0"?>', '<row r="1"><c r="A1"><v>', '</v></c></row>'),
  );
  const xml = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
  const part = fc.constantFrom(
    'xl/worksheets/sheet1.xml',
    'xl/workbook.xml',
    'xl/styles.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/sharedStrings.xml',
  );
  const file = fc.oneof(
    xml.map((body) => rawXlsx([{ xml: body }])),
    xml.map((body) => rawXlsx([{ xml: LISTS(`<row r="1"><c r="A1"><v>1</v></c></row>${body}`) }])),
    fc.tuple(part, xml).map(([named, body]) => {
      const parts = xlsxParts([{ xml: LISTS('<row r="1"><c r="A1" t="s"><v>0</v></c></row>') }]);
      return zipOf([...parts.filter((one) => one.name !== named), { name: named, content: body }]);
    }),
  );
  await fc.assert(
    fc.asyncProperty(file, async (bytes) => expectOpened('book.xlsx', bytes)),
    share(500),
  );
});

test('references', async () => {
  const formula = fc.oneof(
    range.map((one) => `SUM(${one})`),
    fc.tuple(range, range).map(([one, other]) => `${one}&amp;${other}`),
    fc.constantFrom(
      'SEQUENCE(1048576,16384)',
      'REPT("x",1E9)',
      'INDIRECT("A"&amp;1E9)',
      'OFFSET(A1,-1,0,99999,99999)',
      '(',
      '{1,2',
      'A1#',
      'LET(x,1,x)',
    ),
  );
  const cell = fc.tuple(place, formula).map(([at, body]) => `<row><c r="${at}"><f>${body}</f><v>1</v></c></row>`);
  const spilled = fc
    .tuple(place, range, formula)
    .map(([at, over, body]) => `<row><c r="${at}"><f t="array" ref="${over}">${body}</f><v>1</v></c></row>`);
  const shared = fc
    .tuple(place, range, formula)
    .map(
      ([at, over, body]) =>
        `<row><c r="${at}"><f t="shared" si="0" ref="${over}">${body}</f></c><c r="C9"><f t="shared" si="0"/></c></row>`,
    );
  const beside = fc.oneof(
    range.map((one) => `<mergeCells><mergeCell ref="${one}"/></mergeCells>`),
    range.map((one) => `<autoFilter ref="${one}"/>`),
    range.map((one) => `<hyperlinks><hyperlink ref="${one}" location="${one}"/></hyperlinks>`),
    range.map(
      (one) =>
        `<conditionalFormatting sqref="${one}"><cfRule type="expression" priority="1"><formula>${one}&gt;1</formula></cfRule></conditionalFormatting>`,
    ),
    range.map(
      (one) =>
        `<dataValidations><dataValidation type="list" sqref="${one}"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
    ),
  );
  const before = fc.constantFrom(
    '',
    '<cols><col min="1" max="16384" hidden="1"/></cols>',
    '<cols><col min="0" max="-5" width="1e9"/></cols>',
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="99999" ySplit="2000000" state="frozen"/></sheetView></sheetViews>',
  );
  const names = range.map((one) => `<definedNames><definedName name="n">Tab1!${one}</definedName></definedNames>`);
  const book = fc
    .tuple(before, fc.array(fc.oneof(cell, spilled, shared), { maxLength: 4 }), fc.array(beside, { maxLength: 3 }), names)
    .map(([head, rows, tail, defined]) =>
      rawXlsx(
        [{ xml: `${head}${LISTS(`<row r="1"><c r="A1"><v>1</v></c></row>${rows.join('')}`)}${tail.join('')}` }],
        '',
        defined,
      ),
    );
  await fc.assert(
    fc.asyncProperty(book, async (bytes) => expectOpened('book.xlsx', bytes, true)),
    share(150),
  );
});

const word = fc.oneof(
  fc.constantFrom(
    '',
    'Industry',
    'Employees',
    'is',
    'at least',
    'between',
    'in',
    'within last',
    'Must',
    'Exclude',
    'Score',
    'Critical',
    'Yes',
    'High',
    'TAM',
    'A',
    '50-500',
  ),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '\u001b[31m',
    '=1+1',
    '1e999',
    '-1',
    '\u202e',
    '"',
    ';',
    'x'.repeat(5000),
    '9'.repeat(400),
    '2026-02-30',
    '\ud800',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const cellOfPlan = fc.oneof(
  word,
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(1e308),
  fc.array(word, { maxLength: 2 }),
);
const planRow = (headers: readonly string[]) =>
  fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...headers) }, { weight: 1, arbitrary: word }), cellOfPlan, {
    maxKeys: 6,
  });

test('any plan is run or refused with one sentence', async () => {
  const known = Object.fromEntries(
    PLAN_KEYS.map((key) => [
      key,
      fc.oneof(
        { weight: 8, arbitrary: fc.array(planRow(PLAN_TABS[key].headers), { maxLength: 3 }) },
        { weight: 1, arbitrary: fc.jsonValue() },
      ),
    ]),
  );
  const plan = fc.oneof(
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 9, arbitrary: fc.record({ format: fc.constantFrom(1, 1, 1, 2, '1'), ...known }, { requiredKeys: ['format'] }) },
  );
  const accounts = fc.array(fc.array(fc.oneof(word, fc.double(), fc.boolean()), { minLength: 3, maxLength: 4 }), {
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(plan, accounts, async (given, rows) => {
      const request = {
        kind: 'planGrid',
        plan: given,
        accounts: [['Account name', 'Industry', 'Employees'], ...rows],
        asOf: '2026-11-21',
        withScores: true,
      };
      await within(() => expectAnswered(request));
    }),
    share(300),
  );
});

/** A workbook that refuses every call: what is asked of it stops there, what is wrong with a request stops before. */
const closed = new Proxy(
  { lock: () => true, unlock: () => undefined, locale: 'en_US' },
  {
    get: (target, name): unknown =>
      Reflect.get(target, name) ??
      (() => {
        throw new Refusal(refusal({ code: 'LOCKED', message: 'The workbook is closed.' }));
      }),
  },
) as unknown as Workbook;

function expectAnswered(request: unknown): void {
  const reply = answer(request, closed, MOMENT);
  if (reply.ok) {
    JSON.stringify(reply.value);
    return;
  }
  expectSentence(`${reply.error.what} ${reply.error.fix}`.trim());
  for (const { found, message, fix } of reply.error.problems)
    [found, message, fix].filter((text) => text !== '').forEach(expectSentence);
}

test('any request is answered or refused with one sentence', async () => {
  const kinds = [
    'hello',
    'check',
    'columns',
    'csvImport',
    'keepImport',
    'selection',
    'draft',
    'proposePlan',
    'importPlan',
    'exportPlan',
    'savePlan',
    'restorePrevious',
    'state',
    'sheetMarks',
    'show',
    'planEverything',
    'planStep',
    'cancelRun',
    'closeMonth',
    'scoreHistory',
  ];
  const field = fc.oneof(
    word,
    fc.jsonValue(),
    fc.array(fc.record({ before: fc.jsonValue(), after: fc.jsonValue() }), { maxLength: 2 }),
  );
  const request = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        kind: fc.constantFrom(...kinds, '', '__proto__'),
        key: fc.oneof(fc.constantFrom(...PLAN_KEYS), field),
        changes: field,
        plan: field,
        title: field,
        text: field,
        row: field,
        rows: field,
        accountsTab: field,
        asOf: field,
        what: field,
        part: field,
      },
      { requiredKeys: ['kind'] },
    ),
  );
  await fc.assert(
    fc.asyncProperty(request, async (given) => within(() => expectAnswered(given))),
    share(250),
  );
});
