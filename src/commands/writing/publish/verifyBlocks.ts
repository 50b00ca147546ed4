/** The flush of the results, and where it fails the sentence that tells which tab did not take what. */
import { clipped, makeProblem, Refusal, thrownText } from '../../../sheet/problem';
import { differencesOf } from './compare';
import type { Target, Writing } from './writing';

/** What waits to be written arrives, or Sheets tells why a cell does not take it: a rule of the cell refuses the whole rectangle. */
export function verifyBlocks(writing: Writing, targets: readonly Target[]): void {
  try {
    writing.workbook.flush();
  } catch (error) {
    const found = clipped(thrownText(error));
    const message = `Sheets did not take what the run writes: ${found}`;
    const fix = 'If a validation rule or a protection in a tab of ours refuses it, remove the rule. Then run again.';
    throw new Refusal([
      makeProblem({ severity: 'refusal', code: 'CELL_REFUSED', at: missing(writing, targets), found, message, fix }),
    ]);
  }
}

/** Sheets names the cell and not its tab: that is the first one that does not hold its rows. */
function missing(writing: Writing, targets: readonly Target[]): string {
  try {
    const isThere = (target: Target): boolean => differencesOf(writing, target, writing.workbook.read(target.tab)).length === 0;
    const target = targets.find((each) => !isThere(each));
    return target === undefined ? '' : writing.workbook.titleOf(target.tab.id);
  } catch {
    return '';
  }
}
