/** Suggested segments taken over one by one: a run counts what was said, and what is taken is not suggested again. */
import { readFileSync } from 'node:fs';
import type { PlanJson } from '../../../src/commands/protocol/requests';
import { PROFILE_FIELDS } from '../../../src/domain/learning/fields';
import { parseCsv } from '../../../src/sheet/table/csv';
import { FIRST_FIELDS } from '../../../sidebar/actions/columns';
import { rowsOf, setSetting, type Draft } from '../../../sidebar/plan/entries';
import { liveOf } from '../../../sidebar/plan/live';
import { suggestionsFor, withSegment } from '../../../sidebar/plan/suggest';
import { opened } from '../../support/sidebar/lists';

const plan = JSON.parse(readFileSync('examples/plan.json', 'utf8')) as PlanJson;
const accounts = parseCsv(readFileSync('examples/accounts.csv', 'utf8'));
const bare: PlanJson = { ...plan, segments: [], rules: [] };
const { lists, draft } = opened(accounts, bare, undefined, { fields: [...FIRST_FIELDS, ...PROFILE_FIELDS] });

test('each is counted by a run as it was suggested, and the next ones go around it', () => {
  let next: Draft = setSetting(draft, 'smallSegment', 30);
  const first = suggestionsFor(lists, liveOf(lists, next));
  expect(first.segments.length).toBeGreaterThanOrEqual(3);
  for (const suggested of first.segments) {
    next = withSegment(next, suggested);
    const live = liveOf(lists, next);
    const result = live.segments[live.segments.length - 1];
    expect([result?.segment.name, result?.matches, result?.available]).toEqual([
      suggested.name,
      suggested.matches,
      suggested.available,
    ]);
    expect(suggestionsFor(lists, live).segments.map(({ name }) => name)).not.toContain(suggested.name);
  }
  expect(suggestionsFor(lists, liveOf(lists, next)).left).toBe(first.left);
});

test('a name that is taken gets a number, and each condition is a rule of its own', () => {
  const suggested = {
    name: 'B2B, 51 to 200 employees',
    conditions: [
      { field: 'Industry', operator: 'in' as const, value: 'B2B' },
      { field: 'Employees', operator: 'between' as const, value: '51-200' },
    ],
    matches: 9,
    available: 9,
    overlap: 0,
  };
  const twice = withSegment(withSegment(draft, suggested), suggested);
  expect(rowsOf(twice, 'segments').map((row) => [row.Segment, row.Priority])).toEqual([
    ['B2B, 51 to 200 employees', 1],
    ['B2B, 51 to 200 employees 2', 2],
  ]);
  expect(rowsOf(twice, 'rules').filter((row) => row.For !== 'TAM')).toHaveLength(4);
});
