/** Two installs of two people write in turns: each call of the one may fall between any two calls of the other, and an account changes meanwhile. */
import fc from 'fast-check';
import { virtualClock } from '../../workbench/core/clock';
import type { Host } from '../../workbench/core/realm/host';
import { Utilities } from '../../workbench/core/services/utilities';
import { must, type Answer } from '../support/faults/answers';
import { PLAN, publishedBook, teamBook } from '../support/faults/books';
import { published, stampOf, teamsOwn, withoutProblems } from '../support/faults/compared';
import { LONG } from '../support/faults/faultPlans';
import { Once } from '../support/faults/once';
import { Stage } from '../support/faults/stage';
import type { LightState } from '../support/faults/lightEngine';
import type { Request } from '../../src/commands/protocol/requests';

const stage = new Stage();
/** Before a first run, and after one. */
const books = {
  first: ((): LightState => {
    stage.from(teamBook(stage));
    must(stage.ask({ kind: 'importPlan', plan: PLAN }));
    return stage.document.state();
  })(),
  next: publishedBook(stage),
};
const PLAN_ALL: Request = { kind: 'planEverything' };
type Edit = () => void;
/** By the edit the one account that is Fintech becomes Retail, and the numbers of both runs differ. */
const edit: Edit = () => {
  stage.person.type('Accounts', 'C3', 'Retail');
  stage.person.type('Accounts', 'D5', '80');
};
/** Only Scores differs by it. */
const rename: Edit = () => stage.person.type('Accounts', 'A3', 'Beta renamed');

class Paused extends Error {}

/** A person with an install of their own. Its run is a function of what it reads, so it is gone on with by running it again to the same call. */
class Actor {
  /** At which of its calls it found which workbook. */
  private readonly turns: { readonly at: number; readonly state: LightState }[] = [];
  private calls = 0;
  answer: Answer | undefined;

  constructor(
    private readonly script: string,
    private readonly request: Request,
  ) {}

  get isDone(): boolean {
    return this.answer !== undefined;
  }

  /** Goes on from the state for so many calls, or to the end. */
  go(state: LightState, calls: number): LightState {
    this.turns.push({ at: this.calls + 1, state });
    this.calls += calls;
    const host = this.host();
    for (const turn of this.turns) host.faults.addEdit(turn.at, () => stage.document.restore(turn.state));
    let paused: LightState | undefined;
    host.faults.addEdit(this.calls + 1, () => {
      paused = stage.document.state();
      throw new Paused();
    });
    const [first] = this.turns;
    if (first !== undefined) stage.from(first.state);
    const answer = stage.ask(this.request, host);
    if (paused !== undefined) return paused;
    this.answer = answer;
    return stage.document.state();
  }

  private host(): Host {
    Reflect.set(Utilities, 'made', this.script === 'script-1' ? 1000 : 2000);
    return stage.host.share({
      script: this.script,
      user: { email: `${this.script}@example.com`, role: 'editor' },
      clock: virtualClock('2026-11-21T12:00:00Z'),
    });
  }
}

const listOf = (state: LightState): string => / · list (\w+) · /.exec(stampOf(state))?.[1] ?? '';
const cellsOf = (state: LightState): string => withoutProblems(published(state, 'values'));
interface Setting {
  readonly book: LightState;
  /** The results of either list, by its hash; those of the edited one last. */
  readonly whole: ReadonlyMap<string, string>;
  readonly calls: number;
  readonly kept: string;
  readonly edit: Edit;
}

function settingOf(book: LightState, change: Edit): Setting {
  let calls = 0;
  const whole = [false, true].map((isEdited) => {
    stage.from(book);
    if (isEdited) change();
    must(stage.ask(PLAN_ALL));
    calls = stage.calls().length;
    const state = stage.document.state();
    return [listOf(state), cellsOf(state)] as const;
  });
  stage.from(book);
  change();
  return { book, whole: new Map(whole), calls, kept: teamsOwn(stage.document.state()), edit: change };
}

/** What is wrong at the end of a schedule: turns of the first and the second in calls, and before which turn the accounts change. */
function examine({ book, whole, kept, edit: change }: Setting, turns: readonly number[], editAt: number): readonly string[] {
  const actors = [new Actor('script-1', PLAN_ALL), new Actor('script-2', PLAN_ALL)] as const;
  let state = book;
  const turn = (number: number, calls: number): void => {
    const actor = actors[number % 2];
    if (number === editAt) {
      stage.from(state);
      change();
      state = stage.document.state();
    }
    if (actor !== undefined && !actor.isDone) state = actor.go(state, calls);
  };
  turns.forEach((calls, number) => turn(number, calls));
  // The accounts change even where both runs have ended before.
  for (let number = turns.length; number <= editAt || actors.some(({ isDone }) => !isDone); number += 1) turn(number, Infinity);
  const found: string[] = [];
  const said = actors.map(({ answer }) => (answer?.ok === true ? 'done' : (answer?.error?.what ?? answer?.thrown ?? '')));
  const isOk = stampOf(state).includes('· OK ·');
  if (isOk && stampOf(state) !== stampOf(book) && whole.get(listOf(state)) !== cellsOf(state))
    found.push(`OK over cells of another run (${said.join(' / ')})`);
  if (teamsOwn(state) !== kept) found.push('a cell of the team changed');
  stage.from(state);
  const [, newest = ''] = [...whole.values()];
  return [...found, ...later.of(stage, newest, () => nextRun(newest))];
}

const later = new Once<readonly string[]>();

/** What is wrong with one more run on the document as it stands; it comes to the newest results, or another install is still at work. */
function nextRun(newest: string): readonly string[] {
  const { ok, error } = stage.ask(PLAN_ALL);
  const isRight = ok ? cellsOf(stage.document.state()) === newest : (error?.what ?? '').includes('Another install');
  return isRight ? [] : [`does not converge: ${JSON.stringify(error?.what ?? '')}`];
}

const SAMPLES = LONG ? 2_000 : 100;

it.each(Object.entries(books))(
  `leave one whole result, or none marked OK, in ${SAMPLES} interleavings of a %s run`,
  (_, book) => {
    const setting = settingOf(book, edit);
    const { calls } = setting;
    expect(setting.whole.size).toBe(2);
    const size = fc.oneof(
      fc.integer({ min: 1, max: calls }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: Math.floor(calls / 5), max: Math.floor(calls / 3) }),
    );
    const schedule = fc.tuple(fc.array(size, { minLength: 2, maxLength: 5 }), fc.integer({ min: 0, max: 3 }));
    const failures: string[] = [];
    for (const [turns, editAt] of fc.sample(schedule, { numRuns: SAMPLES, seed: 7 })) {
      const wrong = examine(setting, turns, Math.min(editAt, turns.length));
      failures.push(...wrong.map((what) => `${turns.join()} edit before ${editAt}: ${what}`));
      if (failures.length > 5) break;
    }
    expect(failures).toEqual([]);
  },
  600_000,
);

it.each([
  ['everything', edit],
  ['only a tab that does not commit', rename],
])(
  'leave none marked OK over %s of a second that began before the first was told and wrote just before its commit',
  (_, change) => {
    const book = ((): LightState => {
      stage.from(books.next);
      must(stage.ask(PLAN_ALL));
      return stage.document.state();
    })();
    const setting = settingOf(book, change);
    stage.from(book);
    must(stage.ask(PLAN_ALL));
    const calls = stage.calls();
    const begun = calls.indexOf('SpreadsheetApp.flush');
    const written = calls.indexOf('SpreadsheetApp.flush', calls.lastIndexOf('Range.setRichTextValues')) + 1;
    const committed = calls.lastIndexOf('Range.setValues') + 1;
    const failures: string[] = [];
    // Both have read and not begun to write; then the first comes near its commit, and the second writes all its rows.
    for (let near = committed - 45; near <= committed; near += 3)
      failures.push(...examine(setting, [begun, begun, near - begun, written - begun], 1).map((what) => `${near}: ${what}`));
    expect(committed).toBeGreaterThan(written);
    expect(failures.slice(0, 5)).toEqual([]);
  },
  600_000,
);

it('a run does not end OK over rows of another that died behind its last look', () => {
  const { next } = books;
  stage.from(next);
  must(stage.ask(PLAN_ALL));
  const calls = stage.calls();
  const written = calls.indexOf('SpreadsheetApp.flush', calls.lastIndexOf('Range.setRichTextValues')) + 1;
  const committed = calls.lastIndexOf('Range.setValues') + 1;
  stage.from(next);
  edit();
  stage.other.faults.add({ at: written + 1, kind: 'kill' });
  stage.ask(PLAN_ALL, stage.other);
  const theirs = stage.document.state();
  stage.from(next);
  stage.host.faults.addEdit(committed, () => {
    stage.document.restore(theirs);
  });
  expect(stage.ask(PLAN_ALL).error?.what).toMatch(/^Another run, or a user, has written over Summary!A1/);
  expect(stampOf(stage.document.state())).toContain('· UPDATING ·');
});

it('a run that finds the stamp of another before it writes its rows writes none of them', () => {
  const { next } = books;
  stage.from(next);
  must(stage.ask(PLAN_ALL));
  const calls = stage.calls();
  const begun = calls.indexOf('SpreadsheetApp.flush') + 1;
  const theirs = stampOf(next)
    .replace('· OK ·', '· UPDATING ·')
    .replace(/run \w+/, 'run theirs');
  stage.from(next);
  edit();
  const scores = stage.person.values('Scores', 'A1:Z9');
  stage.host.faults.addEdit(begun + 1, () => stage.person.type('Summary', 'A1', theirs));
  expect(stage.ask(PLAN_ALL).error?.what).toMatch(/^Another run, or a user, has written over Summary!A1/);
  expect(stage.person.values('Scores', 'A1:Z9')).toEqual(scores);
  expect(stampOf(stage.document.state())).toBe(theirs);
});
