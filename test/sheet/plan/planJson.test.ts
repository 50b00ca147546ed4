/** `plan.json`: export and import undo each other, lists of values keep their quotes, and what is no plan is recognized by its path. */
import fc from 'fast-check';
import { gridOfJson, planJsonOf, type JsonRow } from '../../../src/sheet/plan/planJson';
import { operandItems } from '../../../src/sheet/plan/operand';
import { parsePlanJson } from '../../../src/sheet/plan/planSchema';
import { PLAN_KEYS, PLAN_TABS, type PlanKey } from '../../../src/sheet/plan/tabs';
import { reordered } from '../../support/sheet/plan/plans';

const filled = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('__proto__', '=1+1', '007', ' padded ', '2026-01-31', 'TRUE', '\n', "'"),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -9.99e307, max: 9.99e307 })
    .map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.boolean(),
);
const rowsOf = (key: PlanKey): fc.Arbitrary<readonly JsonRow[]> => {
  const headers = PLAN_TABS[key].headers;
  const row = fc.uniqueArray(fc.constantFrom(...headers), { minLength: 1 }).chain((names) => {
    // In the tab's order, as an export gives them.
    const ordered = headers.filter((header) => names.includes(header));
    return fc.tuple(...ordered.map(() => filled)).map((cells) => Object.fromEntries(ordered.map((name, i) => [name, cells[i]!])));
  });
  return fc.array(row, { minLength: 1, maxLength: 4 });
};
const plans = fc.record(
  Object.fromEntries(PLAN_KEYS.map((key) => [key, rowsOf(key)])) as Record<PlanKey, fc.Arbitrary<readonly JsonRow[]>>,
  {
    requiredKeys: [],
  },
);
const gridsOf = (plan: Partial<Record<PlanKey, readonly JsonRow[]>>) =>
  new Map(Object.entries(plan).map(([key, rows]) => [key as PlanKey, { grid: gridOfJson(key as PlanKey, rows) }]));

describe('plan.json', () => {
  it('comes back from the tabs exactly as it went in', () => {
    fc.assert(fc.property(plans, (plan) => expect(planJsonOf(gridsOf(plan))).toEqual({ format: 1, ...plan })));
  });

  it('is a plan to its own schema, however it was exported', () => {
    fc.assert(
      fc.property(plans, (plan) => expect(parsePlanJson(planJsonOf(gridsOf(plan))).problems).toEqual([])),
      { numRuns: 50 },
    );
  });

  it('is the same from columns in any order with a team’s own in between', () => {
    fc.assert(
      fc.property(rowsOf('rules'), fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (rows, order) => {
        const grid = gridOfJson('rules', rows).map((cells, index) => [...cells, index === 0 ? 'Our note' : 'x']);
        const plain = planJsonOf(new Map([['rules', { grid: gridOfJson('rules', rows) }]]));
        const byName = (row: JsonRow) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
        const found = planJsonOf(new Map([['rules', { grid: reordered(grid, order) }]]));
        expect(found.rules?.map(byName)).toEqual(plain.rules?.map(byName));
      }),
    );
  });

  it('leaves out blank cells, blank rows and tabs without rows; days become text', () => {
    const grid = [
      [' account KEY', 'Tier', 'Tier', 'Date'],
      ['', '', '', ''],
      ['acme', 'Tier 1', 'Tier 2', { year: 2026, month: 1, day: 5 }],
    ];
    expect(
      planJsonOf(
        new Map([
          ['overrides', { grid }],
          ['tam', { grid: gridOfJson('tam', []) }],
        ]),
      ),
    ).toEqual({
      format: 1,
      overrides: [{ 'Account key': 'acme', Tier: 'Tier 1', Date: '2026-01-05' }],
    });
  });
});

describe('what is no plan is refused with its path', () => {
  it.each<[string, unknown, object]>([
    ['text', 'plan', { at: 'plan.json', found: '"plan"', message: '"plan" is not what belongs here.' }],
    [
      'nothing',
      null,
      { at: 'plan.json', found: 'null', fix: 'A plan is an object with "format": 1 and arrays of rows such as "icp".' },
    ],
    ['a list', [], { at: 'plan.json', found: '[]' }],
    [
      'a plan without its format',
      { icp: [] },
      { at: 'plan.json › format', found: 'nothing', message: 'The format is nothing.', fix: 'Only "format": 1 is known here.' },
    ],
    ['another format', { format: 2 }, { at: 'plan.json › format', message: 'The format is 2.' }],
    [
      'an unknown tab',
      { format: 1, ipc: [] },
      {
        at: 'plan.json',
        found: '"ipc"',
        message: 'It holds "ipc", which the plan does not know.',
        fix: expect.stringMatching(/^Use only: format, icp, tam, /) as string,
      },
    ],
    [
      'an unknown header',
      { format: 1, icp: [{ Feild: 'x' }] },
      { at: 'plan.json › icp › row 1', found: '"Feild"', fix: expect.stringContaining('Rule, Dimension, Field') as string },
    ],
    [
      'rows that are no array',
      { format: 1, icp: {} },
      { at: 'plan.json › icp', fix: 'Write an array of rows, each an object keyed by the headers.' },
    ],
    [
      'a row that is text',
      { format: 1, icp: ['Industry'] },
      { at: 'plan.json › icp › row 1', fix: 'Write an object keyed by the headers.' },
    ],
    [
      'a cell that is a list',
      { format: 1, icp: [{}, { Value: ['a'] }] },
      { at: 'plan.json › icp › row 2 › Value', found: '["a"]', fix: 'Write text, a number, true or false.' },
    ],
    ['a cell that is null', { format: 1, icp: [{ Value: null }] }, { at: 'plan.json › icp › row 1 › Value', found: 'null' }],
    ['a text longer than a cell', { format: 1, icp: [{ Value: 'x'.repeat(50_001) }] }, { at: 'plan.json › icp › row 1 › Value' }],
    [
      'a number no cell holds',
      { format: 1, tam: [{}, { Item: 'Average contract value', Value: 1e308 }] },
      {
        at: 'plan.json › tam › row 2 › Value',
        found: '1e+308',
        message: '1e+308 is more than a cell holds.',
        fix: 'Write a number up to 9.99e+307.',
      },
    ],
    ['one below zero', { format: 1, icp: [{ Value: -1e308 }] }, { at: 'plan.json › icp › row 1 › Value', found: '-1e+308' }],
    [
      'hostile keys',
      JSON.parse('{"format":1,"icp":[{"__proto__":"x"}]}'),
      { at: 'plan.json › icp › row 1', found: '"__proto__"' },
    ],
    ['hostile tabs', JSON.parse('{"format":1,"constructor":[]}'), { at: 'plan.json', found: '"constructor"' }],
  ])('%s', (_, value, wanted) => {
    const { plan, problems } = parsePlanJson(value);
    expect(plan).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'PLAN_JSON', severity: 'refusal', count: 1, ...wanted }]);
    expect(problems[0]?.message).toMatch(/^[^\n]{1,200}\.$/);
  });

  it('all of them at once, at most twenty', () => {
    const value = { format: 3, icp: Array.from({ length: 30 }, () => ({ Value: null })) };
    const { problems } = parsePlanJson(value);
    expect(problems).toHaveLength(20);
    expect(problems[0]).toMatchObject({ at: 'plan.json › format' });
    expect(problems[1]).toMatchObject({ at: 'plan.json › icp › row 1 › Value' });
  });
});

describe('items of a list', () => {
  it.each([
    ['Fintech; Software', ['Fintech', 'Software']],
    ['Fintech, Software', ['Fintech', 'Software']],
    ['Retail, Food; Software', ['Retail, Food', 'Software']],
    ['"Retail; Food", Software', ['Retail; Food', 'Software']],
    ['Fintech; "Retail; Food"', ['Fintech', 'Retail; Food']],
    ['"a, b", c', ['a, b', 'c']],
    ['"say ""hi"""; b', ['say "hi"', 'b']],
    ['one', ['one']],
    [' ; a ;; b ; ', ['a', 'b']],
    ['"open', ['"open']],
    ['', []],
  ])('%s', (text, items) => {
    expect(operandItems(text)).toEqual(items);
  });

  it('that are quoted come back whatever they hold', () => {
    const item = fc.string({ minLength: 1 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), fc.constantFrom('; ', ', '), (items, separator) => {
        const text = items.map((one) => `"${one.replace(/"/g, '""')}"`).join(separator);
        expect(operandItems(text)).toEqual(items);
      }),
    );
  });
});
