import { faultsAt, LONG, looksOf, published, Stage, stampOf, teamsOwn, withoutProblems, type Answer } from './harness';
import { workflows } from './workflows';
import type { LightState } from './lightEngine';

const stage = new Stage();
const flows = workflows(stage);
/** Of the faults at every call, so many a workflow in the normal suite; all of them in the long one. */
const MOST = LONG ? Infinity : 450;

interface Outcome {
  readonly state: LightState;
  readonly answer: Answer;
  readonly destroyed: readonly string[];
}

const run = (request: (typeof flows)[number]['request']): Outcome => {
  const answer = stage.ask(request);
  return { answer, state: stage.document.state(), destroyed: [...stage.document.light.destructive] };
};

let total = 0;

describe.each(flows.map((flow) => [flow.name, flow] as const))('%s', (_, { request, state }) => {
  stage.from(state);
  const clean = run(request);
  const calls = stage.calls().length;
  const wanted = published(clean.state);
  const looks = looksOf(clean.state);
  const kept = teamsOwn(state);
  const again = stage.ask(request).ok;

  it('without a fault leaves the team all it had', () => {
    expect(teamsOwn(clean.state)).toBe(kept);
    expect(clean.destroyed.filter((type) => !type.includes('METADATA'))).toEqual([]);
  });

  it('can be asked again', () => expect(again).toBe(true));

  it('keeps every cell of the team and converges, whatever fails at whichever call', () => {
    const faults = Array.from({ length: calls }, (_call, index) => faultsAt(index + 1)).flat();
    const step = Math.max(1, faults.length / MOST);
    const failures: string[] = [];
    for (let index = 0; index < faults.length; index = Math.floor(index + step)) {
      const fault = faults[index];
      if (fault === undefined) break;
      total += 1;
      stage.from(state);
      stage.host.faults.add(fault);
      const broken = run(request);
      stage.host.faults.clear();
      const label = JSON.stringify({ ...fault, at: `${String(fault.at)} ${stage.calls()[Number(fault.at) - 1] ?? ''}` });
      if (teamsOwn(broken.state) !== kept) failures.push(`${label}: a cell of the team's changed`);
      if (broken.destroyed.length > 0) failures.push(`${label}: ${broken.destroyed.join()}`);
      if (stampOf(broken.state).includes('· OK ·') && stampOf(broken.state) !== stampOf(state)) {
        const shown = published(broken.state, 'values');
        for (const [kind, cells] of Object.entries(published(clean.state, 'values')))
          if (shown[kind] !== cells)
            failures.push(
              `${label}: OK over wrong cells in ${kind} ${difference({ [kind]: shown[kind] ?? '' }, { [kind]: cells })}`,
            );
      }
      // What was answered needs no second run; and before it sends a restore again, which would go back once more, the page looks.
      const isDone =
        (broken.answer.ok || request.kind === 'restorePrevious') &&
        JSON.stringify(published(broken.state)) === JSON.stringify(wanted) &&
        // Looks are not read back: those that were lost without a word are not missed.
        (fault.then === 'goesOn' || looksOf(broken.state) === looks);
      if (isDone) continue;
      const mended = run(request);
      // A link that arrived where its row was lost without a word is text without a mark, which Problems then names.
      const seen = fault.then === 'goesOn' ? withoutProblems : JSON.stringify;
      if (!mended.answer.ok) failures.push(`${label}: then ${JSON.stringify(mended.answer).slice(0, 300)}`);
      else if (seen(published(mended.state)) !== seen(wanted))
        failures.push(`${label}: does not converge ${difference(published(mended.state), wanted)}`);
      if (fault.then !== 'goesOn' && looksOf(mended.state) !== looks) failures.push(`${label}: the looks stay incomplete`);
      if (teamsOwn(mended.state) !== kept) failures.push(`${label}: a cell of the team's changed on the second run`);
      if (failures.length > 4) break;
    }
    expect(failures).toEqual([]);
  });
});

function difference(found: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): string {
  for (const kind of new Set([...Object.keys(found), ...Object.keys(wanted)])) {
    const [a, b] = [(found[kind] ?? 'no tab').split('\n'), (wanted[kind] ?? 'no tab').split('\n')];
    const line = a.findIndex((text, index) => text !== b[index]);
    if (line >= 0 || a.length !== b.length)
      return `${kind}: ${String(a[line])} for ${String(b[line])}; ${a.length} of ${b.length}`;
  }
  return '';
}

afterAll(() => {
  process.stderr.write(`${String(total)} runs with one fault\n`);
});
