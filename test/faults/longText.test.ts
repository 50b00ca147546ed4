/** Text above the 50,000 characters of a cell: a user's is reported with its address before anything is written, ours is cut. */
import type { PlanRow } from '../../src/commands/protocol/requests';
import { must, type Answer } from '../support/faults/answers';
import { PLAN, publishedBook, teamBook } from '../support/faults/books';
import { Stage } from '../support/faults/stage';

const stage = new Stage();
const LONG = 'n'.repeat(50_001);
const sentence = ({ error }: Answer): string => `${error?.what ?? ''} ${error?.fix ?? ''}`;
const untouched = (answer: () => Answer): string => {
  const before = JSON.stringify(stage.document.state().sheets.map(({ title, cells }) => [title, [...cells]]));
  const found = sentence(answer());
  expect(JSON.stringify(stage.document.state().sheets.map(({ title, cells }) => [title, [...cells]]))).toBe(before);
  return found;
};

it('a line that a run makes of several long names is cut', () => {
  stage.from(teamBook(stage));
  const long = (letter: string): PlanRow => ({
    Rule: letter.repeat(26_000),
    Field: 'Domain',
    Operator: 'is known',
    Importance: 'High',
  });
  must(stage.ask({ kind: 'importPlan', plan: { format: 1, icp: [long('a'), long('b')] } }));
  must(stage.ask({ kind: 'planEverything' }));
  const texts = stage.document
    .state()
    .sheets.flatMap(({ title, cells }) => (title === 'Summary' ? [...cells.values()].map(({ value }) => String(value)) : []));
  const longest = texts.reduce((one, other) => (other.length > one.length ? other : one), '');
  expect([longest.length <= 50_000, longest.slice(-12)]).toEqual([true, expect.stringMatching(/ and \d+ more$|…$/)]);
});

it('a cell of a plan that is imported, saved or read from a file', () => {
  stage.from(teamBook(stage));
  const [first = {}] = PLAN.icp ?? [];
  expect(untouched(() => stage.ask({ kind: 'importPlan', plan: { ...PLAN, icp: [first, { ...first, Why: LONG }] } }))).toMatch(
    /^plan\.json › icp › row 2 › Why/,
  );
  stage.from(publishedBook(stage));
  const change = { before: null, after: { Rule: 'x', Field: 'Domain', Operator: 'is known', Source: LONG } };
  expect(untouched(() => stage.ask({ kind: 'savePlan', key: 'icp', changes: [change] }))).toMatch(
    /^'Plan ICP'!J6: The cell would hold more/,
  );
  expect(untouched(() => stage.ask({ kind: 'csvImport', title: 'Leads', row: 1, rows: [['A'], [LONG]] }))).toMatch(
    /^Leads!A2: The cell would hold more/,
  );
});
