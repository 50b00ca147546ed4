/** Intended stops are refusals: each says what stopped it and how to fix it, and none asks to report a bug. */
import { answer } from '../../../src/commands/requests/serve';
import type { Workbook } from '../../../src/commands/workbook/workbook';
import { havingWritten, makeProblem, refusal, Refusal } from '../../../src/sheet/problem';

const MOMENT = { install: 'a', day: 20_000, minute: 0, time: '', runId: 'r' } as unknown as Parameters<typeof answer>[2];

/** A workbook of no tabs whose other calls throw what is given. */
function workbookThat(thrown: unknown, held: Partial<Workbook> = {}): Workbook {
  const known: Partial<Workbook> = { lock: () => true, unlock: () => undefined, ...held };
  return new Proxy(known, {
    get: (target, name) =>
      Reflect.get(target, name) ??
      (() => {
        throw thrown;
      }),
  }) as Workbook;
}

const errorOf = (request: unknown, workbook: Workbook) => {
  const reply = answer(request, workbook, MOMENT);
  if (reply.ok) throw new Error('The request was answered.');
  return reply.error;
};
const maintainer = /whoever maintains the add-on/;

describe('a stop that was meant', () => {
  it.each([
    [{}, 'A request must name its kind'],
    [{ kind: 'check', asOf: 5 }, '"asOf" must be text.'],
    [{ kind: 'savePlan', key: 'none', changes: [] }, '"key" must be one of'],
    [{ kind: 'savePlan', key: 'icp', changes: 1 }, '"changes" must be an array'],
    [{ kind: 'restorePrevious', what: 'all' }, '"what" must be "plan" or "run".'],
  ])('%j is a refusal', (request, what) => {
    const error = errorOf(request, workbookThat(new Error('never')));
    expect(error.what).toContain(what);
    expect(error.problems).toMatchObject([{ code: 'REQUEST_INVALID', severity: 'refusal' }]);
    expect(error.fix).not.toMatch(maintainer);
  });

  it('by a lock that another run holds says to wait', () => {
    expect(errorOf({ kind: 'closeMonth' }, workbookThat(new Error('never'), { lock: () => false }))).toMatchObject({
      what: 'Another run is writing in this file.',
      fix: 'Wait a minute and run again.',
      problems: [{ code: 'LOCKED' }],
    });
  });

  it.each([
    [undefined, 'Do it.'],
    ['nothing' as const, 'Do it. Nothing was written.'],
    ['plan' as const, 'Do it. The plan is restored already; run again for its results.'],
    ['part' as const, 'Do it. A part was written already.'],
  ])('having written %s says so behind its fix', (wrote, fix) => {
    const stop = new Refusal(
      refusal({ code: 'LOCKED', message: 'It stops.', fix: 'Do it.' }),
      wrote === undefined ? {} : { wrote },
    );
    expect(errorOf({ kind: 'columns', fields: [] }, workbookThat(stop))).toMatchObject({ what: 'It stops.', fix });
  });
});

it('any other error is a bug to report', () => {
  expect(errorOf({ kind: 'columns', fields: [] }, workbookThat(new Error('x is undefined')))).toMatchObject({
    what: 'x is undefined',
    fix: expect.stringMatching(maintainer) as string,
    problems: [],
  });
});

it('what was written before a refusal replaces what it said of itself, and leaves other errors as they are', () => {
  const problem = makeProblem({ severity: 'refusal', code: 'LOCKED', at: 'A!A1', message: 'It stops.' });
  const thrownBy = (error: Error): unknown => {
    try {
      return havingWritten('plan', () => {
        throw error;
      });
    } catch (thrown) {
      return thrown;
    }
  };
  expect(thrownBy(new Refusal([problem], { wrote: 'nothing' }))).toMatchObject({ problems: [problem], wrote: 'plan' });
  const bug = new Error('bug');
  expect(thrownBy(bug)).toBe(bug);
});
