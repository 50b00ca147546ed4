/** Details of an error name what ran, and nothing of what the lists hold. */
import fc from 'fast-check';
import { Trouble, troubleOf } from '../../../sidebar/server';
import { START, reduce } from '../../../sidebar/state';
import { detailsOf } from '../../../sidebar/take/details';

const greeting = {
  version: '0.1.0',
  locale: 'de_DE',
  timeZone: 'Europe/Berlin',
  tabs: [
    { title: 'Acme', isOurs: false },
    { title: 'Acme customers', isOurs: false },
  ],
};
const state = reduce(reduce(START, { kind: 'greeted', greeting }), { kind: 'asked', asked: 'planStep' });

test('a refusal is told by its codes and cells, never by what was found', () => {
  const problem = {
    code: 'VALUE_UNUSABLE' as const,
    severity: 'refusal' as const,
    at: 'Acme customers!E4',
    found: 'Initech',
    message: 'The ends of Initech are reversed.',
    fix: '',
    count: 2,
  };
  const trouble = new Trouble('Acme customers!E4: The ends of Initech are reversed.', '', 'Swap them.', 'refused', [problem]);
  const details = detailsOf(trouble, state, 'Browser/1');
  expect(details.split('\n').slice(0, 4)).toEqual([
    'Segment Planner 0.1.0',
    'refused, asked for planStep, view opening',
    'VALUE_UNUSABLE E4 × 2',
    'de_DE, Europe/Berlin',
  ]);
  expect(details).not.toMatch(/Acme|Initech/);
});

test('a failure’s sentence loses its quotes, addresses and tab titles', () => {
  const said = 'The tab "Initech" of Acme customers changed: ops@initech.com and “Hooli” at https://hooli.example/x.';
  const details = detailsOf(troubleOf(new Error(said)), state, '');
  expect(details).toContain('The tab […] of [tab] changed: […] and […] at […].');
  expect(details).not.toMatch(/initech|hooli|acme/i);
});

test('whatever is quoted stays out', () => {
  const name = fc.string({ minLength: 3, unit: fc.constantFrom('X', 'y', '0', ' ', '<', '>', '&', '=', '+', '_') });
  fc.assert(
    fc.property(name, fc.constantFrom('""', '“”', "''"), (text, [open, close]) => {
      const details = detailsOf(troubleOf(new Error(`No tab ${open!}${text}${close!}.`)), state, '');
      expect(details).toContain('No tab […].');
    }),
  );
});
