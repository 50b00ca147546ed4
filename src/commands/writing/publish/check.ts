/** What is known before anything is written: that nothing forbids the run, what it will write over, and where it goes on. */
import type { Problem } from '../../../sheet/problem';
import type { Tab } from '../../workbook/tab';
import type { Moment, Workbook } from '../../workbook/workbook';
import { isUnderHeaders } from './compare';
import { resumable } from './lease';
import { preflight, type Checked } from './preflight';
import type { Publication } from './publication';
import type { CheckedRun } from './writing';

/**
 * Everything that could forbid the run, looked at once, and what the run will report of what it writes over.
 * @throws Refusal with all that forbids it; nothing has been written then.
 */
export function checkRun(workbook: Workbook, publication: Publication, tabs: readonly Tab[], moment: Moment): CheckedRun {
  const made = publication.first === undefined ? 0 : 1;
  let checked = preflight(workbook, publication.render([]), tabs, moment, { made });
  let reported: readonly Problem[] = [];
  // What is written over is reported in the tab Problems, which grows by it and may then cover more cells that a user typed. Each round
  // reports more than the one before, and there are only so many rows in that tab: so it ends.
  while (toReport(checked).length > reported.length) {
    reported = toReport(checked);
    checked = preflight(workbook, publication.render(reported), tabs, moment, { before: checked });
  }
  const resumed = resumable(checked.stamp, publication, moment);
  const { runId, time } = resumed ?? publication.stamp;
  return {
    workbook,
    publication,
    tabs,
    checked,
    reported,
    stamp: { ...publication.stamp, runId, time },
    moment: { ...moment, runId },
    start: isInPlace(checked) ? (resumed?.lease?.done ?? 0) : 0,
  };
}

function toReport({ notes, typed }: Checked): readonly Problem[] {
  return [...notes, ...typed.map(({ problem }) => problem)];
}

/** Written parts are gone on with only below their headers: where a column or a tab came or went since, rows would not line up with them. */
function isInPlace({ footprints, olds }: Checked): boolean {
  return footprints.every(({ block }) => isUnderHeaders(block, olds.get(block.kind)?.grid[1]));
}
