/** A fault at any call and another person's edit at any other, over the light engine. */
import { PairExaminer, pairs, watched } from '../support/faults/edits';
import { LONG } from '../support/faults/faultPlans';
import { Stage } from '../support/faults/stage';
import { Progress } from '../support/faults/progress';
import { workflows } from '../support/faults/workflows';

const SAMPLES = LONG ? 9_700 : 1_700;

jest.setTimeout(LONG ? 3_600_000 : 240_000);

it(`keeps the team's cells and names what it finds in its block, in ${SAMPLES} pairs of a fault and an edit`, () => {
  const stage = new Stage();
  // The edits are of a book that has been published.
  const flows = workflows(stage).flatMap((flow) => (flow.name.includes('published') ? [watched(stage, flow)] : []));
  const progress = new Progress('pairs of a fault and an edit');
  const fates = { outside: 0, refused: 0, named: 0, kept: 0, window: 0 };
  const examiner = new PairExaminer(stage);
  const failures: string[] = [];
  for (const pair of pairs(flows, SAMPLES, 5)) {
    const { fate, failures: found } = examiner.examine(pair);
    failures.push(...found);
    fates[fate] += 1;
    progress.count();
    if (failures.length > 5) break;
  }
  progress.documents = examiner.documents;
  progress.end(JSON.stringify(fates));
  expect(failures).toEqual([]);
});
