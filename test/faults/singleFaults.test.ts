/** Faults at every call of every workflow that writes, over the light engine. */
import { cleanRun, examineFaults } from '../support/faults/examine';
import { faultsSpread, LONG } from '../support/faults/faultPlans';
import { Stage } from '../support/faults/stage';
import { Progress } from '../support/faults/progress';
import { workflows } from '../support/faults/workflows';

/** Of the sixteen faults at every call so many a workflow, spread over all calls and kinds; `FAULTS_A_WORKFLOW=Infinity` takes all, some 52,000. */
const MOST = Number(process.env.FAULTS_A_WORKFLOW ?? (LONG ? 2_400 : 360));

jest.setTimeout(LONG ? 7_200_000 : 120_000);

const stage = new Stage();
const progress = new Progress('runs with one fault');

afterAll(() => {
  progress.end();
});

describe.each(workflows(stage).map((flow) => [flow.name, flow] as const))('%s', (_, flow) => {
  const clean = cleanRun(stage, flow);

  it('without a fault leaves the team all it had', () => expect(clean.faults).toEqual([]));

  it('can be asked again', () => {
    stage.from(flow.state).ask(flow.request);
    expect(stage.ask(flow.request)).toMatchObject({ ok: true });
  });

  it('keeps every cell of the team and converges, whatever fails at whichever call', () => {
    expect(examineFaults(stage, clean, faultsSpread(clean.calls, MOST), progress)).toEqual([]);
  });
});
